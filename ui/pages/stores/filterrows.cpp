// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterrows.h"

#include "ui/forms/fieldvalues.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QToolButton>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QToolButton *removeButton(const Theme &theme, const QString &name, FilterPart *part)
{
    QToolButton *button = makeIconButton(theme, Icon::Close, name, part);
    button->setObjectName(u"filterRemove"_s);
    QObject::connect(button, &QToolButton::clicked, part, &FilterPart::removeRequested);
    return button;
}

QString opWords(const QString &op)
{
    if (op == "eq"_L1)
        return FilterConditionEdit::tr("eq – equals");
    if (op == "ne"_L1)
        return FilterConditionEdit::tr("ne – differs");
    if (op == "gt"_L1)
        return FilterConditionEdit::tr("gt – greater");
    if (op == "gte"_L1)
        return FilterConditionEdit::tr("gte – at least");
    if (op == "lt"_L1)
        return FilterConditionEdit::tr("lt – less");
    if (op == "lte"_L1)
        return FilterConditionEdit::tr("lte – at most");
    if (op == "in"_L1)
        return FilterConditionEdit::tr("in – one of");
    return FilterConditionEdit::tr("nin – none of");
}

} // namespace

FilterConditionEdit::FilterConditionEdit(const Theme &theme, const QStringList &keys,
                                         const SearchFilter &condition, QWidget *parent)
    : FilterPart(parent), m_key(new QComboBox(this)), m_op(new QComboBox(this)), m_kind(new QComboBox(this)),
      m_value(new QLineEdit(this)), m_boolean(new QComboBox(this)), m_last(condition.value)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::tight);
    m_key->setObjectName(u"filterKey"_s);
    m_key->setAccessibleName(tr("Attribute"));
    m_key->setEditable(true);
    m_key->addItems(keys);
    m_key->setCurrentText(condition.key);
    m_key->lineEdit()->setPlaceholderText(tr("Attribute"));
    m_key->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_key->setMinimumContentsLength(8);
    m_op->setObjectName(u"filterOp"_s);
    m_op->setAccessibleName(tr("Comparison"));
    for (const QString &op : SearchFilter::comparisons())
        m_op->addItem(opWords(op), op);
    m_op->setCurrentIndex(std::max(0, m_op->findData(condition.op)));
    m_kind->setObjectName(u"filterKind"_s);
    m_kind->setAccessibleName(tr("Kind of the value"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(7); // the same in every row
    m_value->setObjectName(u"filterValue"_s);
    m_value->setAccessibleName(tr("Value"));
    m_boolean->setObjectName(u"filterBoolean"_s);
    m_boolean->setAccessibleName(tr("Value"));
    m_boolean->addItems({u"true"_s, u"false"_s}); // as JSON has them
    row->addWidget(m_key, 3);
    row->addWidget(m_op);
    row->addWidget(m_kind);
    row->addWidget(m_value, 4);
    row->addWidget(m_boolean, 4);
    row->addWidget(removeButton(theme, tr("Remove condition"), this));
    setFocusProxy(m_key);

    const Kind kind = kindOf(condition.value, condition.op);
    offerKinds(kind);
    m_value->setText(textOf(condition.value, kind));
    m_boolean->setCurrentIndex(condition.value.isBool() && !condition.value.toBool() ? 1 : 0);

    connect(m_key, &QComboBox::editTextChanged, this, &FilterPart::edited);
    connect(m_op, &QComboBox::currentIndexChanged, this, &FilterConditionEdit::takeOp);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FilterConditionEdit::takeValue);
    connect(m_value, &QLineEdit::textEdited, this, &FilterConditionEdit::takeValue);
    connect(m_boolean, &QComboBox::currentIndexChanged, this, &FilterConditionEdit::takeValue);
}

FilterConditionEdit::Kind FilterConditionEdit::kindOf(const QJsonValue &value, const QString &op)
{
    if (value.isArray() && SearchFilter::takesList(op)) {
        const QJsonArray list = value.toArray();
        const auto fits = [](const QJsonValue &entry) {
            const QString text = entry.toString();
            return entry.isString() && !text.contains(u',') && text == text.trimmed() && !text.isEmpty();
        };
        if (std::all_of(list.begin(), list.end(), fits))
            return Texts;
        if (std::all_of(list.begin(), list.end(), [](const QJsonValue &entry) { return entry.isDouble(); }))
            return Numbers;
        return Json;
    }
    return value.isString() ? Text : value.isDouble() ? Number : value.isBool() ? Boolean : Json;
}

QString FilterConditionEdit::textOf(const QJsonValue &value, Kind kind)
{
    QStringList entries;
    switch (kind) {
    case Text:
        return value.toString();
    case Number:
        return numberText(value);
    case Boolean:
        return {};
    case Texts:
    case Numbers: {
        const QJsonArray list = value.toArray();
        for (const QJsonValue &entry : list)
            entries << (entry.isString() ? entry.toString() : numberText(entry));
        return entries.join(u", "_s);
    }
    case Json:
        break;
    }
    if (value.isUndefined())
        return {};
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QJsonValue FilterConditionEdit::valueOf(const QString &text, Kind kind)
{
    QJsonArray list;
    switch (kind) {
    case Text:
        return text;
    case Number:
        return numberOf(text, false);
    case Boolean:
        return QJsonValue(QJsonValue::Undefined);
    case Texts:
    case Numbers:
        for (const QString &entry : text.split(u',')) {
            const QString word = entry.trimmed();
            if (word.isEmpty())
                continue;
            const QJsonValue value = kind == Texts ? QJsonValue(word) : numberOf(word, false);
            if (value.isUndefined())
                return value;
            list.append(value);
        }
        return list;
    case Json:
        break;
    }
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return document.array().size() == 1 ? document.array().first() : QJsonValue(QJsonValue::Undefined);
}

FilterConditionEdit::Kind FilterConditionEdit::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

void FilterConditionEdit::offerKinds(Kind wanted)
{
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    if (SearchFilter::takesList(m_op->currentData().toString())) {
        m_kind->addItem(tr("Texts"), Texts);
        m_kind->addItem(tr("Numbers"), Numbers);
        m_kind->addItem(tr("JSON"), Json);
    } else {
        m_kind->addItem(tr("Text"), Text);
        m_kind->addItem(tr("Number"), Number);
        m_kind->addItem(tr("Boolean"), Boolean);
        if (wanted == Json)
            m_kind->addItem(tr("JSON"), Json);
    }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(wanted)));
    const bool isList = SearchFilter::takesList(m_op->currentData().toString());
    m_value->setPlaceholderText(isList ? tr("Values with commas between") : tr("Value"));
    m_value->setVisible(kind() != Boolean);
    m_boolean->setVisible(kind() == Boolean);
}

void FilterConditionEdit::takeOp()
{
    const bool isList = SearchFilter::takesList(m_op->currentData().toString());
    Kind wanted = kind();
    if (isList)
        wanted = wanted == Number ? Numbers : wanted == Text || wanted == Boolean ? Texts : wanted;
    else
        wanted = wanted == Numbers ? Number : wanted == Texts ? Text : wanted;
    if (wanted == Json && isList != m_last.isArray())
        wanted = isList ? Texts : Text;
    offerKinds(wanted);
    takeValue();
}

void FilterConditionEdit::takeValue()
{
    m_value->setVisible(kind() != Boolean);
    m_boolean->setVisible(kind() == Boolean);
    const QJsonValue value =
        kind() == Boolean ? QJsonValue(m_boolean->currentIndex() == 0) : valueOf(m_value->text(), kind());
    m_fault = value.isUndefined();
    if (!m_fault)
        m_last = value;
    Q_EMIT edited();
}

SearchFilter FilterConditionEdit::filter() const
{
    return SearchFilter::comparison(m_key->currentText().trimmed(), m_op->currentData().toString(), m_last);
}

QList<FormProblem> FilterConditionEdit::faults() const
{
    if (!m_fault)
        return {};
    return {{u"value"_s, kind() == Number    ? tr("“%1” is no number.").arg(m_value->text())
                         : kind() == Numbers ? tr("“%1” is no list of numbers.").arg(m_value->text())
                                             : tr("“%1” is no JSON.").arg(m_value->text())}};
}

void FilterConditionEdit::focusAt(const QString &path)
{
    QWidget *value = kind() == Boolean ? static_cast<QWidget *>(m_boolean) : m_value;
    (path == "value"_L1 ? value : m_key)->setFocus();
}

FilterOtherView::FilterOtherView(const Theme &theme, const SearchFilter &other, QWidget *parent)
    : FilterPart(parent), m_filter(other)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::inside);
    row->addWidget(
        new TextLabel(theme, Theme::FontRole::Body, Token::Warn, tr("Cannot be shown as conditions:"), this));
    auto *text = new ElidedLabel(theme, Theme::FontRole::Mono, Token::Secondary, this);
    const QByteArray json = QJsonDocument(QJsonArray{other.other}).toJson(QJsonDocument::Compact);
    text->setFullText(QString::fromUtf8(json.mid(1, json.size() - 2)));
    row->addWidget(text, 1);
    QToolButton *remove = removeButton(theme, tr("Remove this part"), this);
    row->addWidget(remove);
    setFocusProxy(remove);
}

} // namespace odc
