// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaedit.h"

#include "evals/schemawalk.h"
#include "ui/forms/jsonedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Type, Required, ColumnCount };
constexpr int pathRole = Qt::UserRole;

/// The schema at a path of JSON keys.
QJsonObject schemaAt(const QJsonObject &root, const QStringList &path)
{
    QJsonObject now = root;
    for (const QString &key : path)
        now = now.value(key).toObject();
    return now;
}

QJsonObject withSchemaAt(const QJsonObject &root, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value.toObject();
    QJsonObject changed = root;
    if (path.size() == 1 && value.isUndefined())
        changed.remove(path.first());
    else if (path.size() == 1)
        changed.insert(path.first(), value);
    else
        changed.insert(path.first(), withSchemaAt(root.value(path.first()).toObject(), path.mid(1), value));
    return changed;
}

/// The object whose property the path is; the path ends in "properties", name.
QStringList ownerOf(const QStringList &path)
{
    return path.mid(0, path.size() - 2);
}

QJsonObject withRequired(const QJsonObject &owner, const QString &name, bool required)
{
    QJsonArray names;
    const QJsonArray before = owner.value("required"_L1).toArray();
    for (const QJsonValue &each : before) {
        if (each != QJsonValue(name))
            names.append(each);
    }
    if (required)
        names.append(name);
    QJsonObject changed = owner;
    if (names.isEmpty())
        changed.remove("required"_L1);
    else
        changed.insert("required"_L1, names);
    return changed;
}

bool isNamed(const QStringList &path)
{
    return path.size() >= 2 && path.at(path.size() - 2) == "properties"_L1;
}

} // namespace

SchemaEdit::SchemaEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_tree(new QTreeWidget(this)), m_json(new JsonEdit(theme, this)),
      m_sides(new QStackedWidget(this)),
      m_note(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_addInside(makeButton(theme, tr("Add inside"), std::nullopt, ButtonRole::Default, this)),
      m_remove(makeButton(theme, tr("Remove"), Icon::Trash, ButtonRole::Default, this)),
      m_asJson(makeButton(theme, tr("As JSON"), Icon::Code, ButtonRole::Default, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_tree->setObjectName(u"schemaTree"_s);
    m_tree->setAccessibleName(tr("Properties of an item"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Property"), tr("Type"), tr("Required")});
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->resizeSection(Type, metrics::navWidth * 3 / 4);
    m_tree->header()->resizeSection(Required, metrics::navWidth * 2 / 5);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_tree->setMinimumHeight(5 * metrics::rowHeight);
    m_json->setObjectName(u"schemaJson"_s);
    m_json->setAccessibleName(tr("Schema of an item as JSON"));
    m_json->setLineNumbersVisible(true);
    m_sides->addWidget(m_tree);
    m_sides->addWidget(m_json);
    layout->addWidget(m_sides, 1);
    m_note->setObjectName(u"schemaNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    QPushButton *addProperty = makeButton(theme, tr("Add property"), Icon::Plus, ButtonRole::Default, this);
    addProperty->setObjectName(u"addProperty"_s);
    m_addInside->setObjectName(u"addInside"_s);
    m_remove->setObjectName(u"removeProperty"_s);
    m_asJson->setObjectName(u"schemaAsJson"_s);
    m_asJson->setCheckable(true);
    QPushButton *infer =
        makeButton(theme, tr("Infer from a JSONL file…"), Icon::Import, ButtonRole::Default, this);
    infer->setObjectName(u"inferSchema"_s);
    for (QPushButton *button : {addProperty, m_addInside, m_remove})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(infer);
    row->addWidget(m_asJson);
    layout->addLayout(row);
    setFocusProxy(m_tree);

    connect(addProperty, &QPushButton::clicked, this, [this] { add({}); });
    connect(m_addInside, &QPushButton::clicked, this, [this] {
        QStringList path = currentPath();
        // Inside of a list are its entries.
        while (schemaTypes(schemaAt(m_schema, path)).contains(u"array"_s) &&
               !schemaAt(m_schema, path).contains("properties"_L1))
            path << u"items"_s;
        add(path);
    });
    connect(m_remove, &QPushButton::clicked, this, &SchemaEdit::removeCurrent);
    connect(infer, &QPushButton::clicked, this, &SchemaEdit::inferRequested);
    connect(m_asJson, &QPushButton::toggled, this, [this, addProperty](bool json) {
        m_sides->setCurrentWidget(json ? static_cast<QWidget *>(m_json) : m_tree);
        addProperty->setEnabled(!json);
        updateButtons();
    });
    connect(m_tree, &QTreeWidget::itemChanged, this, &SchemaEdit::itemChanged);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &SchemaEdit::updateButtons);
    connect(m_json, &JsonEdit::edited, this, [this] {
        if (m_json->json().isObject()) {
            m_schema = m_json->json().toObject();
            fillTree();
        }
        setNote(fault());
        Q_EMIT edited();
    });
    updateButtons();
}

QString SchemaEdit::fault() const
{
    if (!m_json->fault().message.isEmpty())
        return m_json->fault().sentence();
    return m_json->json().isObject() ? QString() : tr("A schema is an object.");
}

void SchemaEdit::setNote(const QString &text)
{
    m_note->setToken(fault().isEmpty() ? Token::Secondary : Token::Bad);
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void SchemaEdit::setSchema(const QJsonObject &schema)
{
    if (schema == m_schema && m_json->json().isObject())
        return;
    m_schema = schema;
    m_json->setJson(schema);
    fillTree();
}

void SchemaEdit::change(const QJsonObject &schema, const QStringList &select)
{
    m_schema = schema;
    m_json->setJson(schema);
    // From within a signal of the tree: what is being edited must not go under it.
    QMetaObject::invokeMethod(
        this,
        [this, select] {
            fillTree();
            if (select.isEmpty())
                return;
            for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
                if ((*it)->data(Name, pathRole).toStringList() == select) {
                    m_tree->setCurrentItem(*it);
                    m_tree->editItem(*it, Name);
                }
            }
        },
        Qt::QueuedConnection);
    Q_EMIT edited();
}

void SchemaEdit::fillTree()
{
    const QStringList current = currentPath();
    m_filling = true;
    m_tree->clear();
    addChildren(m_tree->invisibleRootItem(), {}, m_schema);
    m_tree->expandAll();
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->data(Name, pathRole).toStringList() == current && !current.isEmpty())
            m_tree->setCurrentItem(*it);
    }
    m_filling = false;
    updateButtons();
}

void SchemaEdit::addChildren(QTreeWidgetItem *parent, const QStringList &path, const QJsonObject &schema)
{
    constexpr int deepest = 3 * 8;
    const QJsonObject members = schema.value("properties"_L1).toObject();
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (auto it = members.begin(); it != members.end(); ++it) {
        auto *item = new QTreeWidgetItem(parent);
        fillItem(item, path + QStringList{u"properties"_s, it.key()}, it.value().toObject(),
                 required.contains(it.key()), true);
    }
    if (schema.value("items"_L1).isObject() && path.size() < deepest) {
        auto *item = new QTreeWidgetItem(parent);
        fillItem(item, path + QStringList{u"items"_s}, schema.value("items"_L1).toObject(), false, false);
    }
}

void SchemaEdit::fillItem(QTreeWidgetItem *item, const QStringList &path, const QJsonObject &schema,
                          bool required, bool named)
{
    item->setData(Name, pathRole, path);
    item->setText(Name, named ? path.last() : tr("each entry"));
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (named) {
        flags |= Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
        item->setCheckState(Required, required ? Qt::Checked : Qt::Unchecked);
    }
    item->setFlags(flags);
    auto *type = new QComboBox(m_tree);
    type->setAccessibleName(tr("Type of %1").arg(item->text(Name)));
    type->setObjectName(u"type."_s + path.last());
    for (const QString &each :
         {u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s, u"object"_s, u"array"_s})
        type->addItem(each, each);
    for (const QString &each : {u"string"_s, u"number"_s, u"integer"_s, u"boolean"_s})
        type->addItem(tr("%1 or null").arg(each), QString(each + u",null"_s));
    type->addItem(tr("anything"), QString());
    const QStringList types = schemaTypes(schema);
    int at = type->findData(types.join(u','));
    if (at < 0) { // a mixture: shown as it is, and kept until another is chosen
        type->addItem(types.join(tr(" or ")), types.join(u','));
        at = type->count() - 1;
    }
    type->setCurrentIndex(at);
    m_tree->setItemWidget(item, Type, type);
    connect(type, &QComboBox::activated, this,
            [this, path, type] { setType(path, type->currentData().toString()); });
    addChildren(item, path, schema);
}

void SchemaEdit::setType(const QStringList &path, const QString &type)
{
    QJsonObject schema = schemaAt(m_schema, path);
    const QStringList types = type.split(u',', Qt::SkipEmptyParts);
    if (types.isEmpty())
        schema.remove("type"_L1);
    else if (types.size() == 1)
        schema.insert("type"_L1, types.first());
    else
        schema.insert("type"_L1, QJsonArray::fromStringList(types));
    if (!types.contains(u"object"_s)) {
        schema.remove("properties"_L1);
        schema.remove("required"_L1);
    } else if (!schema.contains("properties"_L1)) {
        schema.insert("properties"_L1, QJsonObject());
    }
    if (!types.contains(u"array"_s))
        schema.remove("items"_L1);
    else if (!schema.contains("items"_L1))
        schema.insert("items"_L1, QJsonObject{{u"type"_s, u"string"_s}});
    change(withSchemaAt(m_schema, path, schema));
}

void SchemaEdit::itemChanged(QTreeWidgetItem *item, int column)
{
    if (m_filling)
        return;
    const QStringList path = item->data(Name, pathRole).toStringList();
    if (!isNamed(path))
        return;
    const QStringList owner = ownerOf(path);
    QJsonObject object = schemaAt(m_schema, owner);
    const QString before = path.last();
    if (column == Required) {
        object = withRequired(object, before, item->checkState(Required) == Qt::Checked);
        change(withSchemaAt(m_schema, owner, object));
        return;
    }
    const QString name = item->text(Name);
    QJsonObject members = object.value("properties"_L1).toObject();
    if (name == before)
        return;
    if (name.isEmpty() || members.contains(name)) {
        setNote(name.isEmpty() ? tr("A property needs a name.") : tr("“%1” is there already.").arg(name));
        change(m_schema);
        return;
    }
    setNote({});
    members.insert(name, members.take(before));
    object.insert("properties"_L1, members);
    if (object.value("required"_L1).toArray().contains(before))
        object = withRequired(withRequired(object, before, false), name, true);
    change(withSchemaAt(m_schema, owner, object));
}

void SchemaEdit::add(const QStringList &parent)
{
    QJsonObject object = schemaAt(m_schema, parent);
    QJsonObject members = object.value("properties"_L1).toObject();
    QString name = u"property"_s;
    for (int number = 2; members.contains(name); ++number)
        name = u"property%1"_s.arg(number);
    members.insert(name, QJsonObject{{u"type"_s, u"string"_s}});
    if (schemaTypes(object).isEmpty() || parent.isEmpty() || !schemaTypes(object).contains(u"object"_s))
        object.insert("type"_L1, u"object"_s);
    object.insert("properties"_L1, members);
    object = withRequired(object, name, true);
    change(withSchemaAt(m_schema, parent, object), parent + QStringList{u"properties"_s, name});
}

void SchemaEdit::removeCurrent()
{
    const QStringList path = currentPath();
    if (path.isEmpty())
        return;
    QJsonObject changed = withSchemaAt(m_schema, path, QJsonValue(QJsonValue::Undefined));
    if (isNamed(path))
        changed = withSchemaAt(changed, ownerOf(path),
                               withRequired(schemaAt(changed, ownerOf(path)), path.last(), false));
    change(changed);
}

QStringList SchemaEdit::currentPath() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(Name, pathRole).toStringList() : QStringList();
}

void SchemaEdit::updateButtons()
{
    const QStringList path = currentPath();
    const bool tree = !m_asJson->isChecked();
    const QStringList types = schemaTypes(schemaAt(m_schema, path));
    m_addInside->setEnabled(tree && !path.isEmpty() &&
                            (types.contains(u"object"_s) || types.contains(u"array"_s)));
    m_remove->setEnabled(tree && !path.isEmpty());
}

} // namespace odc
