// SPDX-License-Identifier: GPL-3.0-or-later
#include "hyperparametersedit.h"

#include "ui/dialogs/hintlabel.h"
#include "ui/forms/fieldvalues.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Auto, Number, Bounds, ColumnCount };
const QJsonValue automatic = QJsonValue(QJsonValue::Undefined);

} // namespace

HyperparametersEdit::HyperparametersEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    layout->addWidget(
        new HintLabel(theme, Theme::FontRole::Body,
                      tr("What is left on auto is chosen by the service, by the file and the model, and "
                         "is not sent."),
                      this));
    layout->addStretch(1);
}

void HyperparametersEdit::setMethod(const QString &method)
{
    if (method == m_method && m_box)
        return;
    m_method = method;
    build();
}

void HyperparametersEdit::build()
{
    delete m_box;
    m_rows.clear();
    m_box = new QWidget(this);
    m_grid = new QGridLayout(m_box);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::edge);
    m_grid->setVerticalSpacing(metrics::tight);
    m_grid->setColumnStretch(Bounds, 1);
    const QList<HyperparameterRule> rules = JobDraft::rulesOf(m_method);
    for (const HyperparameterRule &rule : rules)
        addRow(rule);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_box);
    setValues(m_values);
    showProblems();
}

void HyperparametersEdit::addRow(const HyperparameterRule &rule)
{
    const int at = int(m_rows.size()) * 3;
    Row row;
    row.rule = rule;
    auto *name = new QLabel(rule.key, m_box);
    name->setFont(m_theme.font(Theme::FontRole::Mono));
    m_grid->addWidget(name, at, Name);
    if (!rule.words.isEmpty()) {
        row.words = new QComboBox(m_box);
        row.words->setObjectName(rule.key);
        row.words->setAccessibleName(rule.key);
        row.words->addItem(tr("auto"), QString());
        for (const QString &word : rule.words)
            row.words->addItem(word, word);
        name->setBuddy(row.words);
        m_grid->addWidget(row.words, at, Auto, 1, 2);
    } else {
        row.automatic = new QCheckBox(tr("auto"), m_box);
        row.automatic->setObjectName(rule.key + u".auto"_s);
        row.automatic->setAccessibleName(tr("%1: auto").arg(rule.key));
        row.number = new QLineEdit(m_box);
        row.number->setObjectName(rule.key);
        row.number->setAccessibleName(rule.key);
        row.number->setFixedWidth(metrics::navWidth / 2);
        row.number->installEventFilter(this);
        name->setBuddy(row.automatic);
        m_grid->addWidget(row.automatic, at, Auto);
        m_grid->addWidget(row.number, at, Number);
        m_grid->addWidget(new HintLabel(m_theme, Theme::FontRole::Small, rule.bounds(), m_box), at, Bounds);
    }
    m_grid->addWidget(new HintLabel(m_theme, Theme::FontRole::Small, rule.description(), m_box), at + 1, Auto,
                      1, ColumnCount - 1);
    row.problem = new HintLabel(m_theme, Theme::FontRole::Small, {}, m_box);
    row.problem->setObjectName(u"problem."_s + rule.key);
    row.problem->setToken(Token::Bad);
    row.problem->setContentsMargins(0, 0, 0, metrics::inside);
    m_grid->addWidget(row.problem, at + 2, Auto, 1, ColumnCount - 1);
    m_rows.append(row);
    const auto written = [this, index = m_rows.size() - 1] {
        if (!m_filling)
            write(m_rows.at(index));
    };
    if (row.words) {
        connect(row.words, &QComboBox::currentIndexChanged, this, written);
        return;
    }
    connect(row.number, &QLineEdit::textEdited, this, written);
    connect(row.automatic, &QCheckBox::toggled, this, [this, written, row](bool on) {
        row.number->setEnabled(!on);
        if (!m_filling && !on)
            row.number->setFocus();
        written();
    });
}

/// Who clicks the number wants to type one, and takes it off auto by that.
bool HyperparametersEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        for (const Row &row : std::as_const(m_rows)) {
            if (row.number == watched && row.automatic->isChecked() && isEnabled()) {
                row.automatic->setChecked(false);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

void HyperparametersEdit::write(const Row &row)
{
    QJsonValue value = automatic;
    if (row.words) {
        if (const QString word = row.words->currentData().toString(); !word.isEmpty())
            value = word;
    } else if (!row.automatic->isChecked()) {
        value = numberOf(row.number->text(), false);
    }
    // What is no number is said, and changes nothing.
    if (faultOf(row).isEmpty()) {
        m_values = withMember(m_values, row.rule.key, value);
        Q_EMIT edited(row.rule.key, value);
    } else {
        m_values.remove(row.rule.key);
        Q_EMIT edited(row.rule.key, automatic);
    }
}

void HyperparametersEdit::setValues(const QJsonObject &values)
{
    m_values = values;
    m_filling = true;
    for (const Row &row : std::as_const(m_rows)) {
        const QJsonValue value = values.value(row.rule.key);
        if (row.words) {
            int at = row.words->findData(value.toString());
            if (at < 0) { // what the raw side holds is shown, and said to be wrong
                row.words->addItem(value.toString(), value.toString());
                at = row.words->count() - 1;
            }
            row.words->setCurrentIndex(at);
            continue;
        }
        const bool left = value.isUndefined() || value == QJsonValue(u"auto"_s);
        // A field that waits for its number stays as it is.
        if (left && !row.automatic->isChecked() && !faultOf(row).isEmpty() && row.number->hasFocus())
            continue;
        row.automatic->setChecked(left);
        row.number->setEnabled(!left);
        if (!left && (row.number->text().isEmpty() || numberOf(row.number->text(), false) != value))
            row.number->setText(value.isDouble() ? numberText(value) : value.toVariant().toString());
        else if (left)
            row.number->clear();
    }
    m_filling = false;
}

QString HyperparametersEdit::faultOf(const Row &row)
{
    if (row.words || row.automatic->isChecked())
        return {};
    if (row.number->text().trimmed().isEmpty())
        return tr("%1 needs a number, or auto.").arg(row.rule.key);
    if (numberOf(row.number->text(), false).isUndefined())
        return tr("“%1” is no number.").arg(row.number->text());
    return {};
}

QList<FormProblem> HyperparametersEdit::faults() const
{
    QList<FormProblem> faults;
    for (const Row &row : m_rows) {
        if (const QString fault = faultOf(row); !fault.isEmpty())
            faults.append({row.rule.key, fault});
    }
    return faults;
}

void HyperparametersEdit::setProblems(const QList<FormProblem> &problems)
{
    m_problems = problems;
    showProblems();
}

void HyperparametersEdit::showProblems()
{
    for (const Row &row : std::as_const(m_rows)) {
        QString said = faultOf(row);
        for (const FormProblem &problem : std::as_const(m_problems)) {
            if (said.isEmpty() && problem.path == row.rule.key)
                said = problem.message;
        }
        row.problem->setText(said);
        QWidget *field = row.words ? static_cast<QWidget *>(row.words) : row.number;
        field->setAccessibleDescription(said.isEmpty() ? row.rule.bounds() : said);
    }
}

void HyperparametersEdit::focusField(const QString &key)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.rule.key != key)
            continue;
        QWidget *field = row.words                    ? static_cast<QWidget *>(row.words)
                         : row.automatic->isChecked() ? static_cast<QWidget *>(row.automatic)
                                                      : row.number;
        field->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace odc
