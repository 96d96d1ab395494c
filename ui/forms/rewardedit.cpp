// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewardedit.h"

#include "evals/rewardformula.h"
#include "evals/rewardgrader.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/graderspane.h"
#include "ui/forms/jsonform.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Shape { One, Several };
const auto partsKey = "graders"_L1;
const auto formulaKey = "calculate_output"_L1;
const QString keyMark = u"(key)"_s; ///< member that only this form knows: what the formula calls the grader

/// The graders of a multi grader as a list, in the order of `first`, then the others.
QJsonArray listOf(const QJsonObject &multi, const QStringList &first)
{
    const QJsonObject map = multi.value(partsKey).toObject();
    QStringList keys;
    for (const QString &key : first) {
        if (map.contains(key))
            keys << key;
    }
    const QStringList all = map.keys();
    for (const QString &key : all) {
        if (!keys.contains(key))
            keys << key;
    }
    QJsonArray list;
    for (const QString &key : std::as_const(keys)) {
        QJsonObject grader = map.value(key).toObject();
        grader.insert(keyMark, key);
        list.append(grader);
    }
    return list;
}

QString renamed(const QString &formula, const QString &from, const QString &to)
{
    QString text = formula;
    return text.replace(QRegularExpression(u"\\b%1\\b"_s.arg(QRegularExpression::escape(from))), to);
}

} // namespace

RewardEdit::RewardEdit(const Theme &theme, QStringListModel *models, QWidget *parent)
    : QWidget(parent), m_shape(new QButtonGroup(this)), m_kindRow(new QWidget(this)),
      m_kind(new QComboBox(m_kindRow)), m_formulaBox(new QWidget(this)),
      m_formula(new JsonForm(theme, m_formulaBox)),
      m_tryAll(makeButton(theme, tr("Try the reward on sample rows…"), Icon::Play, ButtonRole::Default,
                          m_formulaBox)),
      m_wrong(new HintLabel(theme, Theme::FontRole::Small, {}, this)),
      m_graders(new GradersPane(theme, models, this, GraderUse::Reward))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    auto *shapes = new QHBoxLayout;
    shapes->setSpacing(metrics::edge);
    shapes->addWidget(new QLabel(tr("The reward is"), this));
    const auto addShape = [&](Shape shape, const QString &text, const QString &name) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(name);
        m_shape->addButton(button, shape);
        shapes->addWidget(button);
    };
    addShape(One, tr("the score of &one grader"), u"rewardOne"_s);
    addShape(Several, tr("a &formula over several"), u"rewardFormula"_s);
    shapes->addStretch(1);
    layout->addLayout(shapes);

    auto *kindLayout = new QHBoxLayout(m_kindRow);
    kindLayout->setContentsMargins(0, 0, 0, 0);
    kindLayout->setSpacing(metrics::edge);
    auto *kindLabel = new QLabel(tr("&Grader"), m_kindRow);
    m_kind->setObjectName(u"rewardKind"_s);
    m_kind->setAccessibleName(tr("Kind of grader"));
    m_kind->addItem(tr("choose one"), QString());
    const QStringList types = graderTypes(GraderUse::Reward);
    for (const QString &type : types)
        m_kind->addItem(graderTypeTitle(type), type);
    kindLabel->setBuddy(m_kind);
    kindLayout->addWidget(kindLabel);
    kindLayout->addWidget(m_kind);
    kindLayout->addStretch(1);
    layout->addWidget(m_kindRow);

    auto *formulaLayout = new QVBoxLayout(m_formulaBox);
    formulaLayout->setContentsMargins(0, 0, 0, 0);
    formulaLayout->setSpacing(metrics::inside);
    m_formula->setObjectName(u"rewardFormulaForm"_s);
    m_formula->addText(u"name"_s, tr("&Name"), JsonForm::Need::Required);
    m_formula->addText(formulaKey, tr("For&mula"), JsonForm::Need::Required, u"0.7 * exact + 0.3 * near"_s);
    m_formula->addNote(tr("Numbers, the names of the graders below, + - * / ^, brackets, and %1.")
                           .arg(formulaFunctions().join(u", "_s)));
    formulaLayout->addWidget(m_formula);
    m_tryAll->setObjectName(u"tryReward"_s);
    m_tryAll->setAutoDefault(false);
    formulaLayout->addWidget(m_tryAll, 0, Qt::AlignLeading);
    layout->addWidget(m_formulaBox);
    m_wrong->setObjectName(u"rewardProblem"_s);
    m_wrong->hide();
    layout->addWidget(m_wrong);
    layout->addWidget(m_graders, 1);
    setFocusProxy(m_kind);

    connect(m_shape, &QButtonGroup::idClicked, this, [this](int id) { chooseShape(id == Several); });
    connect(m_kind, &QComboBox::activated, this, &RewardEdit::chooseKind);
    connect(m_graders, &GradersPane::edited, this, &RewardEdit::takeGraders);
    connect(m_formula, &JsonForm::edited, this, &RewardEdit::takeFormula);
    connect(m_graders, &GradersPane::tryRequested, this, [this](QJsonObject grader) {
        grader.remove(keyMark);
        Q_EMIT tryRequested(grader, isMultiGrader(m_grader) ? GraderUse::RewardPart : GraderUse::Reward);
    });
    connect(m_tryAll, &QPushButton::clicked, this,
            [this] { Q_EMIT tryRequested(m_grader, GraderUse::Reward); });
    show();
}

void RewardEdit::chooseShape(bool multi)
{
    if (multi == isMultiGrader(m_grader))
        return;
    const QJsonObject before = m_grader;
    if (multi) {
        const QString key = formulaNameOf(before.value("name"_L1).toString(), {});
        m_grader = isMultiGrader(m_aside) ? m_aside : multiOf(before, key);
        QJsonObject parts = m_grader.value(partsKey).toObject();
        if (parts.contains(key) && parts.size() == 1) { // what the formula calls it is its name now
            QJsonObject grader = parts.value(key).toObject();
            grader.insert(u"name"_s, key);
            parts.insert(key, grader);
            m_grader.insert(partsKey, parts);
        }
    } else {
        const QJsonObject parts = before.value(partsKey).toObject();
        m_grader = !m_aside.isEmpty() && !isMultiGrader(m_aside) ? m_aside
                   : parts.size() == 1                           ? parts.begin()->toObject()
                                                                 : QJsonObject();
    }
    m_aside = before;
    show();
    Q_EMIT edited();
}

void RewardEdit::chooseKind()
{
    const QString type = m_kind->currentData().toString();
    if (type.isEmpty() || type == m_grader.value("type"_L1).toString())
        return;
    QJsonObject made = newGrader(type, graderTypeTitle(type), GraderUse::Reward);
    // What both kinds have stays what the person wrote.
    for (const auto &key : {u"input"_s, u"reference"_s, u"model"_s}) {
        if (made.contains(key) && m_grader.value(key).type() == made.value(key).type())
            made.insert(key, m_grader.value(key));
    }
    m_grader = made;
    show();
    Q_EMIT edited();
    m_graders->focusField(u"[0].name"_s);
}

void RewardEdit::setGrader(const QJsonObject &grader)
{
    if (grader == m_grader)
        return;
    m_grader = grader;
    m_nameFaults.clear();
    show();
}

void RewardEdit::show()
{
    const bool multi = isMultiGrader(m_grader);
    m_shape->button(multi ? Several : One)->setChecked(true);
    m_kindRow->setVisible(!multi);
    m_formulaBox->setVisible(multi);
    m_graders->setUse(multi ? GraderUse::RewardPart : GraderUse::Reward);
    m_graders->setGraders(multi                ? listOf(m_grader, shownKeys())
                          : m_grader.isEmpty() ? QJsonArray()
                                               : QJsonArray{m_grader});
    m_graders->setListVisible(multi);
    if (multi) {
        m_formula->setValue(m_grader);
        return;
    }
    const QString type = m_grader.value("type"_L1).toString();
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(type)));
}

QStringList RewardEdit::shownKeys() const
{
    QStringList keys;
    for (const QJsonValue &value : m_graders->graders())
        keys << value.toObject().value(keyMark).toString();
    return keys;
}

/// The list changed: graders were added, taken away, moved, or one was written in.
void RewardEdit::takeGraders()
{
    QJsonArray list = m_graders->graders();
    if (!isMultiGrader(m_grader)) {
        m_grader = list.isEmpty() ? QJsonObject() : list.first().toObject();
        m_grader.remove(keyMark);
        Q_EMIT edited();
        return;
    }
    m_nameFaults.clear();
    const QJsonObject before = m_grader.value(partsKey).toObject();
    QString formula = m_grader.value(formulaKey).toString();
    QStringList taken = shownKeys();
    QJsonObject parts;
    for (qsizetype i = 0; i < list.size(); ++i) {
        QJsonObject grader = list.at(i).toObject();
        const QString name = grader.value("name"_L1).toString();
        QString key = grader.value(keyMark).toString();
        const bool isNew =
            key.isEmpty() || parts.contains(key); // a copy has the mark of what it is a copy of
        if (isNew) {
            key = isFormulaName(name) && !taken.contains(name) ? name : formulaNameOf(name, taken);
            taken << key;
        } else if (key != name && before.value(key).toObject().value("name"_L1).toString() == key) {
            // The formula calls it by its name, also by a new one.
            if (isFormulaName(name) && !taken.contains(name)) {
                formula = renamed(formula, key, name);
                taken.replace(taken.indexOf(key), name);
                key = name;
            } else {
                m_nameFaults.append(
                    {u"graders."_s + key + u".name"_s,
                     taken.contains(name)
                         ? tr("Another grader is called “%1”: the formula could not tell them apart.")
                               .arg(name)
                         : tr("A formula cannot name it “%1”: take letters, digits and underscores.")
                               .arg(name)});
                // What is sent keeps the name that can be used.
                grader.insert(keyMark, key);
                QJsonObject sent = grader;
                sent.remove(keyMark);
                sent.insert(u"name"_s, key);
                parts.insert(key, sent);
                continue;
            }
        }
        grader.insert(keyMark, key);
        list.replace(i, grader);
        grader.remove(keyMark);
        parts.insert(key, grader);
    }
    m_grader.insert(partsKey, parts);
    if (formula != m_grader.value(formulaKey).toString() ||
        (formula.trimmed().isEmpty() && parts.size() == 1)) {
        m_grader.insert(formulaKey, formula.trimmed().isEmpty() ? parts.begin().key() : formula);
        m_formula->setValue(m_grader);
    }
    m_graders->setGraders(list);
    Q_EMIT edited();
}

void RewardEdit::takeFormula()
{
    for (const QString &key : {u"name"_s, QString(formulaKey)})
        m_grader.insert(key, m_formula->value().value(key));
    Q_EMIT edited();
}

void RewardEdit::setScope(const TemplateScope &scope)
{
    m_graders->setScope(scope);
}

void RewardEdit::setProblems(const QList<FormProblem> &problems)
{
    m_formula->setProblems(problems);
    QList<FormProblem> ofGraders;
    QString whole;
    const QStringList keys = shownKeys();
    for (const FormProblem &problem : problems) {
        if (!isMultiGrader(m_grader)) {
            if (problem.path.isEmpty() || problem.path == "type"_L1)
                whole = problem.message;
            else
                ofGraders.append({u"[0]."_s + problem.path, problem.message, problem.warning});
        } else if (problem.path == partsKey || problem.path.isEmpty()) {
            whole = problem.message;
        }
    }
    for (qsizetype i = 0; isMultiGrader(m_grader) && i < keys.size(); ++i) {
        const QList<FormProblem> own = problemsBelow(problems, partsKey + u'.' + keys.at(i));
        for (const FormProblem &problem : own)
            ofGraders.append({u"[%1]."_s.arg(i) + problem.path, problem.message, problem.warning});
    }
    m_graders->setProblems(ofGraders);
    // That nothing is chosen yet is said by the choice itself.
    const bool said = !m_grader.isEmpty() && !whole.isEmpty();
    m_wrong->setToken(Token::Bad);
    m_wrong->setText(said ? whole : QString());
    m_wrong->setVisible(said);
}

QList<FormProblem> RewardEdit::faults() const
{
    QList<FormProblem> faults = m_nameFaults;
    const bool multi = isMultiGrader(m_grader);
    const QStringList keys = shownKeys();
    const QList<FormProblem> own = m_graders->faults();
    for (const FormProblem &fault : own) {
        const qsizetype close = fault.path.indexOf(u']');
        const QString key = keys.value(fault.path.mid(1, close - 1).toInt());
        faults.append(
            {(multi ? partsKey + u'.' + key + u'.' : QString()) + fault.path.mid(close + 2), fault.message});
    }
    return faults;
}

void RewardEdit::focusField(const QString &path)
{
    if (m_grader.isEmpty()) {
        m_kind->setFocus();
    } else if (!isMultiGrader(m_grader)) {
        m_graders->focusField(u"[0]."_s + path);
    } else if (path.startsWith(partsKey + u'.')) {
        const QString rest = path.mid(partsKey.size() + 1);
        const int row = int(shownKeys().indexOf(rest.section(u'.', 0, 0)));
        m_graders->focusField(row < 0 ? QString() : u"[%1]."_s.arg(row) + rest.section(u'.', 1));
    } else if (!m_formula->focusField(path)) {
        m_graders->setFocus();
    }
}

} // namespace odc
