// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterbuilder.h"

#include "filterrows.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/problemline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

FilterBuilder::FilterBuilder(const Theme &theme, const QString &title, const SearchFilter &filter,
                             const QStringList &keys, QWidget *parent)
    : ConsoleDialog(theme, title, parent), m_filter(filter), m_keys(keys), m_scroll(new QScrollArea(this)),
      m_json(new JsonEdit(theme, this)),
      m_fault(new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this)),
      m_problem(new ProblemLine(theme, this))
{
    setObjectName(u"filterBuilder"_s);
    QSizePolicy kept = m_problem->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_problem->setSizePolicy(kept);
    setIntroduction(tr("Only files whose attributes fulfil this are searched."));
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    splitter->addWidget(m_scroll);
    auto *side = new QWidget(splitter);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(metrics::inside, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(new SectionLabel(theme, tr("JSON"), side));
    m_json->setObjectName(u"filterJson"_s);
    m_json->setAccessibleName(tr("Filter as JSON"));
    layout->addWidget(m_json, 1);
    m_fault->setObjectName(u"filterFault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();
    layout->addWidget(m_fault);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    body()->addWidget(splitter, 1);
    body()->addWidget(m_problem);

    connect(m_json, &JsonEdit::edited, this, &FilterBuilder::takeJson);
    connect(m_problem, &ProblemLine::showRequested, this,
            [this](const QString &path) { m_root->focusAt(path); });
    QPushButton *clear = makeButton(theme, tr("Clear all"), {}, ButtonRole::Default, this);
    clear->setObjectName(u"filterClear"_s);
    addToRow(clear);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_untouched = false;
        m_filter = {};
        showConditions();
        m_json->setJson(QJsonValue(QJsonValue::Undefined));
        judge();
    });
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_apply = addButton(tr("Apply"), ButtonRole::Primary);
    m_apply->setObjectName(u"filterApply"_s);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    setWantedSize({900, 480});
    splitter->setSizes({560, 320});
    showConditions();
    m_json->setJson(m_filter.toJson());
    judge();
}

void FilterBuilder::showConditions()
{
    m_root = new FilterGroupEdit(theme(), m_keys, true, nullptr);
    m_root->setFilter(m_filter);
    connect(m_root, &FilterPart::edited, this, &FilterBuilder::takeConditions);
    m_scroll->setWidget(m_root); // deletes the one before
}

void FilterBuilder::takeConditions()
{
    m_untouched = false;
    m_filter = m_root->filter();
    m_json->setJson(m_filter.toJson());
    judge();
}

void FilterBuilder::takeJson()
{
    if (!m_json->isBlank() && !m_json->json().isObject()) {
        judge();
        return;
    }
    m_untouched = false;
    m_filter = m_json->isBlank() ? SearchFilter() : SearchFilter::fromJson(m_json->json());
    showConditions();
    judge();
}

void FilterBuilder::judge()
{
    QString fault;
    if (!m_json->isBlank() && !m_json->json().isObject()) {
        fault =
            (m_json->fault().message.isEmpty() ? tr("A filter is an object.") : m_json->fault().sentence()) +
            u' ' + tr("The conditions keep what was last understood.");
    }
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    QList<FormProblem> problems = m_filter.problems();
    problems += m_root->faults();
    m_problem->setProblems(problems, m_filter.isEmpty() ? tr("Every file is searched.") : m_filter.words());
    m_problem->setVisible(!m_untouched); // what is missing is about to be written
    if (m_apply)
        m_apply->setEnabled(fault.isEmpty() && !firstError(problems));
}

void FilterBuilder::addCondition()
{
    m_root->addCondition();
    m_untouched = true;
    judge();
}

void FilterBuilder::focusCondition(int number)
{
    m_root->focusPart(number);
}

} // namespace odc
