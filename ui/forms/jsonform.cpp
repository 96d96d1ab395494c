// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonform.h"

#include "api/metadatarules.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/fieldvalues.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/labelsedit.h"
#include "ui/forms/messagelistedit.h"
#include "ui/forms/metadataedit.h"
#include "ui/forms/templateedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue absent = QJsonValue(QJsonValue::Undefined);

} // namespace

JsonForm::JsonForm(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(metrics::edge);
    m_form->setVerticalSpacing(metrics::inside);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
}

JsonForm::Field &JsonForm::add(const QString &key, const QString &label, QWidget *editor)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    editor->setParent(box);
    layout->addWidget(editor);
    auto *problem = new HintLabel(m_theme, Theme::FontRole::Small, {}, box);
    problem->setObjectName(u"problem."_s + key);
    problem->hide();
    layout->addWidget(problem);
    auto *name = new QLabel(label, this);
    name->setBuddy(editor);
    name->setFixedHeight(metrics::buttonHeight); // beside the first line of what is higher
    name->setMinimumWidth(name->sizeHint().width() +
                          metrics::tight); // a mnemonic makes the text wider than its hint
    name->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_form->addRow(name, box);
    editor->setObjectName(key);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(QString(label).remove(u'&'));
    Field field;
    field.key = key;
    field.editor = editor;
    field.problem = problem;
    m_fields.append(field);
    return m_fields.last();
}

int JsonForm::labelWidth() const
{
    int widest = 0;
    for (const Field &field : m_fields)
        widest = std::max(widest, m_form->labelForField(field.editor->parentWidget())->minimumWidth());
    return widest;
}

void JsonForm::alignLabels(int width)
{
    for (const Field &field : std::as_const(m_fields))
        m_form->labelForField(field.editor->parentWidget())->setMinimumWidth(width);
}

void JsonForm::take(qsizetype index)
{
    if (m_filling)
        return;
    const Field &field = m_fields[index];
    if (!field.fault || field.fault().isEmpty())
        m_value = withMember(m_value, field.key, field.read());
    Q_EMIT edited();
    setProblems(m_problems);
}

void JsonForm::addText(const QString &key, const QString &label, Need need, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(hint);
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) {
        if (edit->text() != value.toString())
            edit->setText(value.toString());
    };
    field.read = [edit, need] {
        return need == Need::Optional && edit->text().isEmpty() ? absent : QJsonValue(edit->text());
    };
    connect(edit, &QLineEdit::textEdited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addChoice(const QString &key, const QString &label, Need need, const QList<Choice> &choices)
{
    auto *box = new QComboBox;
    if (need == Need::Optional)
        box->addItem(tr("not set"), QString());
    for (const Choice &choice : choices)
        box->addItem(choice.text.isEmpty() ? choice.value : choice.text, choice.value);
    Field &field = add(key, label, box);
    field.show = [box](const QJsonValue &value) {
        int at = box->findData(value.toString());
        if (at < 0) { // what the raw side holds is shown, and said to be wrong
            box->addItem(value.toString(), value.toString());
            at = box->count() - 1;
        }
        box->setCurrentIndex(at);
    };
    field.read = [box] {
        const QString value = box->currentData().toString();
        return value.isEmpty() ? absent : QJsonValue(value);
    };
    connect(box, &QComboBox::currentIndexChanged, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addNumber(const QString &key, const QString &label, bool whole, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(hint);
    Field &field = add(key, label, edit);
    field.show = [edit, whole](const QJsonValue &value) {
        if (edit->text().isEmpty() || numberOf(edit->text(), whole) != value)
            edit->setText(numberText(value));
    };
    field.read = [edit, whole] { return numberOf(edit->text(), whole); };
    field.fault = [edit, whole] {
        if (edit->text().trimmed().isEmpty() || !numberOf(edit->text(), whole).isUndefined())
            return QString();
        return whole ? tr("“%1” is no whole number.").arg(edit->text())
                     : tr("“%1” is no number.").arg(edit->text());
    };
    connect(edit, &QLineEdit::textEdited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addRange(const QString &key, const QString &label)
{
    auto *pair = new QWidget;
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *low = new QLineEdit(pair);
    auto *high = new QLineEdit(pair);
    low->setObjectName(key + u".low"_s);
    high->setObjectName(key + u".high"_s);
    low->setAccessibleName(tr("Lowest score"));
    high->setAccessibleName(tr("Highest score"));
    low->setPlaceholderText(u"0"_s);
    high->setPlaceholderText(u"1"_s);
    layout->addWidget(low);
    layout->addWidget(new QLabel(tr("to"), pair));
    layout->addWidget(high);
    layout->addStretch(1);
    pair->setFocusProxy(low);
    Field &field = add(key, label, pair);
    field.show = [low, high](const QJsonValue &value) {
        const QJsonArray ends = value.toArray();
        if (numberOf(low->text(), false) != ends.at(0))
            low->setText(numberText(ends.at(0)));
        if (numberOf(high->text(), false) != ends.at(1))
            high->setText(numberText(ends.at(1)));
    };
    field.read = [low, high] {
        if (low->text().isEmpty() && high->text().isEmpty())
            return absent;
        return QJsonValue(QJsonArray{numberOf(low->text(), false), numberOf(high->text(), false)});
    };
    field.fault = [low, high] {
        const bool none = low->text().trimmed().isEmpty() && high->text().trimmed().isEmpty();
        const bool both =
            !numberOf(low->text(), false).isUndefined() && !numberOf(high->text(), false).isUndefined();
        return none || both ? QString() : tr("The range is two numbers: lowest and highest score.");
    };
    for (QLineEdit *edit : {low, high})
        connect(edit, &QLineEdit::textEdited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addTime(const QString &key, const QString &label)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(u"2026-11-01 08:00"_s);
    edit->setToolTip(tr("A date with or without time, in your time zone, or seconds since 1970."));
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) {
        if (edit->text().isEmpty() || timeOf(edit->text()) != value)
            edit->setText(timeText(value));
    };
    field.read = [edit] { return timeOf(edit->text()); };
    field.fault = [edit] {
        return edit->text().trimmed().isEmpty() || !timeOf(edit->text()).isUndefined()
                   ? QString()
                   : tr("“%1” is no time: write it as 2026-11-01 08:00.").arg(edit->text());
    };
    connect(edit, &QLineEdit::textEdited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addTemplate(const QString &key, const QString &label, int leastLines, int mostLines)
{
    auto *edit = new TemplateEdit(m_theme, leastLines, mostLines);
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) {
        if (edit->toPlainText() != value.toString())
            edit->setPlainText(value.toString());
    };
    field.read = [edit] { return QJsonValue(edit->toPlainText()); };
    connect(edit, &QPlainTextEdit::textChanged, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addMessages(const QString &key, const QString &label)
{
    auto *edit = new MessageListEdit(m_theme);
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) { edit->setMessages(value.toArray()); };
    field.read = [edit] { return QJsonValue(edit->messages()); };
    field.fault = [edit] { return edit->fault(); };
    connect(edit, &MessageListEdit::edited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addCode(const QString &key, const QString &label, int lines)
{
    auto *edit = new TemplateEdit(m_theme, lines, 2 * lines);
    edit->setChecked(false);
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) {
        if (edit->toPlainText() != value.toString())
            edit->setPlainText(value.toString());
    };
    field.read = [edit] { return QJsonValue(edit->toPlainText()); };
    connect(edit, &QPlainTextEdit::textChanged, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addJson(const QString &key, const QString &label, int lines, const QString &hint)
{
    auto *edit = new JsonEdit(m_theme);
    edit->setPlaceholderText(hint);
    edit->setFixedHeight(lines * edit->fontMetrics().lineSpacing() + 2 * metrics::inside +
                         2 * edit->frameWidth());
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) { edit->setJson(value); };
    field.read = [edit] { return edit->json(); };
    field.fault = [edit] { return edit->fault().sentence(); };
    connect(edit, &JsonEdit::edited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addNames(const QString &key, const QString &label, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(hint);
    Field &field = add(key, label, edit);
    const auto read = [edit] {
        QJsonArray names;
        const QStringList parts = edit->text().split(u',');
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                names.append(part.trimmed());
        }
        return names.isEmpty() ? absent : QJsonValue(names);
    };
    field.read = read;
    field.show = [edit, read](const QJsonValue &value) {
        if (read() == value)
            return;
        QStringList names;
        const QJsonArray list = value.toArray();
        for (const QJsonValue &name : list)
            names << name.toString();
        edit->setText(names.join(u", "_s));
    };
    connect(edit, &QLineEdit::textEdited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addPairs(const QString &key, const QString &label)
{
    auto *edit = new MetadataEdit(m_theme, QString(label).remove(u'&'));
    if (key == "metadata"_L1)
        edit->setLimits(int(metadatarules::mostPairs), int(metadatarules::longestName),
                        int(metadatarules::longestValue));
    Field &field = add(key, label, edit);
    field.show = [edit](const QJsonValue &value) { edit->setPairs(value.toObject()); };
    field.read = [edit] { return edit->pairs().isEmpty() ? absent : QJsonValue(edit->pairs()); };
    connect(edit, &MetadataEdit::edited, this, [this, i = m_fields.size() - 1] { take(i); });
}

void JsonForm::addModel(const QString &key, const QString &label, Need need)
{
    addText(key, label, need, tr("model id"));
    auto *edit = qobject_cast<QLineEdit *>(m_fields.last().editor);
    edit->setProperty("names a model", true);
}

void JsonForm::setModels(QStringListModel *models)
{
    m_models = models;
    for (const Field &field : std::as_const(m_fields)) {
        auto *edit = qobject_cast<QLineEdit *>(field.editor);
        if (!edit || !edit->property("names a model").toBool())
            continue;
        auto *completer = new QCompleter(models, edit);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        edit->setCompleter(completer);
        const qsizetype index = &field - m_fields.constData();
        connect(
            completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this, index] { take(index); }, Qt::QueuedConnection);
    }
}

void JsonForm::addLabels(const QString &label)
{
    auto *edit = new LabelsEdit(m_theme);
    Field &field = add(u"labels"_s, label, edit);
    field.show = [this, edit](const QJsonValue &value) {
        edit->setLabels(value.toArray(), m_value.value("passing_labels"_L1).toArray());
    };
    field.read = [edit] { return QJsonValue(edit->labels()); };
    connect(edit, &LabelsEdit::edited, this, [this, edit, i = m_fields.size() - 1] {
        m_value.insert("passing_labels"_L1, edit->passing());
        take(i);
    });
}

void JsonForm::addNote(const QString &text)
{
    m_form->addRow(new HintLabel(m_theme, Theme::FontRole::Small, text, this));
}

void JsonForm::setValue(const QJsonObject &value)
{
    m_value = value;
    m_filling = true;
    for (const Field &field : std::as_const(m_fields))
        field.show(memberAt(value, field.key));
    m_filling = false;
}

void JsonForm::setScope(const TemplateScope &scope)
{
    for (const Field &field : std::as_const(m_fields)) {
        if (auto *edit = qobject_cast<TemplateEdit *>(field.editor))
            edit->setScope(scope);
        else if (auto *list = qobject_cast<MessageListEdit *>(field.editor))
            list->setScope(scope);
    }
}

const JsonForm::Field *JsonForm::fieldOf(const QString &path) const
{
    const QString known = path == "passing_labels"_L1 ? u"labels"_s : path;
    const Field *best = nullptr;
    for (const Field &field : m_fields) {
        const bool about =
            known == field.key || known.startsWith(field.key + u'.') || known.startsWith(field.key + u'[');
        if (about && (!best || field.key.size() > best->key.size()))
            best = &field;
    }
    return best;
}

void JsonForm::setProblems(const QList<FormProblem> &problems)
{
    m_problems = problems;
    QHash<const Field *, FormProblem> said;
    const QList<FormProblem> own = faults();
    for (const QList<FormProblem> *list : {&own, &problems}) {
        for (const FormProblem &problem : *list) {
            const Field *field = fieldOf(problem.path);
            if (field && (!said.contains(field) || (said[field].warning && !problem.warning)))
                said.insert(field, problem);
        }
    }
    for (Field &field : m_fields)
        showProblem(field, said.value(&field).message, said.value(&field).warning);
}

void JsonForm::showProblem(Field &field, const QString &said, bool warning)
{
    field.problem->setToken(warning ? Token::Warn : Token::Bad);
    field.problem->setText(said);
    field.problem->setVisible(!said.isEmpty());
    field.editor->setAccessibleDescription(said);
}

QList<FormProblem> JsonForm::faults() const
{
    QList<FormProblem> faults;
    for (const Field &field : m_fields) {
        const QString fault = field.fault ? field.fault() : QString();
        if (!fault.isEmpty())
            faults.append({field.key, fault});
    }
    return faults;
}

bool JsonForm::focusField(const QString &path)
{
    const Field *field = fieldOf(path);
    if (!field)
        return false;
    field->editor->setFocus(Qt::OtherFocusReason);
    return true;
}

QWidget *JsonForm::editor(const QString &key) const
{
    for (const Field &field : m_fields) {
        if (field.key == key)
            return field.editor;
    }
    return nullptr;
}

} // namespace odc
