// SPDX-License-Identifier: GPL-3.0-or-later
#include "graderspane.h"

#include "evals/rewardgrader.h"
#include "ui/forms/graderforms.h"
#include "ui/forms/jsonform.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QListWidget>
#include <QMenu>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

GradersPane::GradersPane(const Theme &theme, QStringListModel *models, QWidget *parent, GraderUse use)
    : QWidget(parent), m_theme(theme), m_models(models), m_use(use), m_left(new QWidget(this)),
      m_list(new QListWidget(this)),
      m_add(makeButton(theme, tr("Add grader"), Icon::Plus, ButtonRole::Default, this)),
      m_duplicate(makeIconButton(theme, Icon::Copy, tr("Duplicate grader"), this)),
      m_remove(makeIconButton(theme, Icon::Trash, tr("Remove grader"), this)),
      m_up(makeIconButton(theme, Icon::ChevronUp, tr("Move grader up"), this)),
      m_down(makeIconButton(theme, Icon::ChevronDown, tr("Move grader down"), this)),
      m_area(new QScrollArea(this)),
      m_nothing(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary,
                              use == GraderUse::Eval ? tr("Add a grader: it says which answers pass.")
                                                     : tr("Add a grader: it says how good an answer is."),
                              this)),
      m_try(makeButton(theme, tr("Try on sample rows…"), Icon::Play, ButtonRole::Default, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::edge);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(metrics::inside);
    m_list->setObjectName(u"graders"_s);
    m_list->setAccessibleName(tr("Graders"));
    m_list->setMinimumWidth(metrics::navWidth); // as wide as the buttons below it
    left->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::tight);
    m_add->setObjectName(u"addGrader"_s);
    auto *kinds = new QMenu(m_add);
    kinds->setObjectName(u"graderKinds"_s);
    kinds->setToolTipsVisible(true);
    m_add->setMenu(kinds);
    fillKinds();
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    for (QToolButton *button : {m_duplicate, m_remove, m_up, m_down})
        buttons->addWidget(button);
    m_duplicate->setObjectName(u"duplicateGrader"_s);
    m_remove->setObjectName(u"removeGrader"_s);
    m_up->setObjectName(u"graderUp"_s);
    m_down->setObjectName(u"graderDown"_s);
    left->addLayout(buttons);
    layout->addWidget(m_left);

    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    right->addWidget(m_area, 1);
    m_nothing->setAlignment(Qt::AlignCenter);
    right->addWidget(m_nothing, 1);
    m_try->setObjectName(u"tryGrader"_s);
    right->addWidget(m_try, 0, Qt::AlignLeading);
    layout->addLayout(right, 1);
    setFocusProxy(m_add);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (!m_filling)
            showCurrent();
    });
    connect(m_duplicate, &QToolButton::clicked, this, [this] {
        QJsonObject copy = m_graders.at(m_shown).toObject();
        copy.insert("name"_L1, freeName(copy.value("name"_L1).toString()));
        insert(m_shown + 1, copy);
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        m_graders.removeAt(m_shown);
        fillList();
        m_list->setCurrentRow(std::min(m_shown, int(m_graders.size()) - 1));
        showCurrent();
        Q_EMIT edited();
    });
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_try, &QPushButton::clicked, this,
            [this] { Q_EMIT tryRequested(m_graders.at(m_shown).toObject()); });
    showCurrent();
}

void GradersPane::fillKinds()
{
    QMenu *kinds = m_add->menu();
    kinds->clear();
    const QStringList types = graderTypes(m_use);
    for (const QString &type : types) {
        QAction *action = kinds->addAction(graderTypeTitle(type), this, [this, type] { add(type); });
        action->setObjectName(u"add."_s + type);
        action->setToolTip(graderDescription(type, m_use));
    }
}

void GradersPane::setListVisible(bool visible)
{
    m_left->setVisible(visible);
    if (!visible && m_list->currentRow() != 0 && !m_graders.isEmpty())
        m_list->setCurrentRow(0);
}

void GradersPane::setUse(GraderUse use)
{
    if (use == m_use)
        return;
    m_use = use;
    m_shownType.clear(); // another form
    fillKinds();
    showCurrent();
}

QString GradersPane::freeName(const QString &base) const
{
    QSet<QString> taken;
    for (const QJsonValue &value : m_graders)
        taken.insert(value.toObject().value("name"_L1).toString());
    if (m_use == GraderUse::RewardPart) // a formula names it
        return formulaNameOf(base, taken.values());
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = base + u' ' + QString::number(number);
    return name;
}

void GradersPane::add(const QString &type)
{
    insert(int(m_graders.size()), newGrader(type, freeName(graderTypeTitle(type)), m_use));
    form()->focusField(u"name"_s);
}

void GradersPane::insert(int row, const QJsonObject &grader)
{
    m_graders.insert(row, grader);
    fillList();
    m_list->setCurrentRow(row);
    showCurrent();
    Q_EMIT edited();
}

void GradersPane::move(int by)
{
    const QJsonValue moved = m_graders.takeAt(m_shown);
    const int to = m_shown + by;
    m_graders.insert(to, moved);
    fillList();
    m_list->setCurrentRow(to);
    showCurrent();
    Q_EMIT edited();
}

void GradersPane::setGraders(const QJsonArray &graders)
{
    if (graders == m_graders)
        return;
    m_graders = graders;
    const int row = std::clamp(m_shown, graders.isEmpty() ? -1 : 0, int(graders.size()) - 1);
    fillList();
    m_list->setCurrentRow(row);
    showCurrent();
}

void GradersPane::fillList()
{
    m_filling = true;
    const int row = m_list->currentRow();
    while (m_list->count() > m_graders.size())
        delete m_list->takeItem(m_list->count() - 1);
    for (qsizetype i = 0; i < m_graders.size(); ++i) {
        if (i >= m_list->count())
            m_list->addItem(new QListWidgetItem);
        const QJsonObject grader = m_graders.at(i).toObject();
        const QList<FormProblem> wrong = problemsBelow(m_problems, u"[%1]"_s.arg(i));
        const QString name = grader.value("name"_L1).toString();
        const FormProblem *error = firstError(wrong);
        QListWidgetItem *item = m_list->item(int(i));
        item->setText(name.isEmpty() ? graderTypeTitle(grader.value("type"_L1).toString()) : name);
        item->setIcon(error              ? m_theme.icon(Icon::Warning, Token::Bad)
                      : !wrong.isEmpty() ? m_theme.icon(Icon::Warning, Token::Warn)
                                         : m_theme.icon(Icon::CheckCircle, Token::Ok));
        const QString says = error ? error->message : wrong.isEmpty() ? QString() : wrong.first().message;
        const QString about =
            graderTypeTitle(grader.value("type"_L1).toString()) + (says.isEmpty() ? QString() : u'\n' + says);
        item->setToolTip(plainToolTip(about));
        item->setData(Qt::AccessibleDescriptionRole, about);
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_filling = false;
}

JsonForm *GradersPane::form() const
{
    return qobject_cast<JsonForm *>(m_area->widget());
}

void GradersPane::showCurrent()
{
    m_shown = m_list->currentRow();
    const bool any = m_shown >= 0;
    m_area->setVisible(any);
    m_nothing->setVisible(!any);
    m_try->setVisible(any);
    updateButtons();
    if (!any)
        return;
    const QJsonObject grader = m_graders.at(m_shown).toObject();
    const QString type = grader.value("type"_L1).toString();
    if (!form() || type != m_shownType) {
        JsonForm *made = makeGraderForm(m_theme, type, m_use, this);
        made->setModels(m_models);
        made->setScope(m_scope);
        connect(made, &JsonForm::edited, this, [this, made] {
            m_graders.replace(m_shown, made->value());
            fillList();
            Q_EMIT edited();
        });
        if (QWidget *old = m_area->takeWidget())
            old->deleteLater(); // it may be what speaks
        m_area->setWidget(made);
        m_shownType = type;
    }
    form()->setValue(grader);
    form()->setProblems(problemsBelow(m_problems, u"[%1]"_s.arg(m_shown)));
}

void GradersPane::updateButtons()
{
    const bool any = m_shown >= 0;
    m_duplicate->setEnabled(any);
    m_remove->setEnabled(any);
    m_up->setEnabled(m_shown > 0);
    m_down->setEnabled(any && m_shown + 1 < m_graders.size());
}

void GradersPane::setScope(const TemplateScope &scope)
{
    m_scope = scope;
    if (form())
        form()->setScope(scope);
}

void GradersPane::setProblems(const QList<FormProblem> &problems)
{
    m_problems = problems;
    fillList();
    if (form() && m_shown >= 0)
        form()->setProblems(problemsBelow(problems, u"[%1]"_s.arg(m_shown)));
}

QList<FormProblem> GradersPane::faults() const
{
    QList<FormProblem> faults;
    if (!form() || m_shown < 0)
        return faults;
    const QList<FormProblem> own = form()->faults();
    for (const FormProblem &fault : own)
        faults.append({u"[%1]."_s.arg(m_shown) + fault.path, fault.message});
    return faults;
}

void GradersPane::focusField(const QString &path)
{
    const qsizetype close = path.indexOf(u']');
    bool ok = false;
    const int row = path.mid(1, close - 1).toInt(&ok);
    if (!path.startsWith(u'[') || !ok || row >= m_list->count()) {
        m_add->setFocus();
        return;
    }
    m_list->setCurrentRow(row);
    if (!form() || !form()->focusField(path.mid(close + 2)))
        m_list->setFocus();
}

} // namespace odc
