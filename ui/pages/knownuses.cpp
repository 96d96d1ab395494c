// SPDX-License-Identifier: GPL-3.0-or-later
#include "knownuses.h"

#include "base/clock.h"
#include "base/format.h"
#include "index/objectindex.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "watch/jobwatch.h"
#include "watch/survey.h"

#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int refreshMs = 250;

} // namespace

KnownUses::KnownUses(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_survey(new Survey(context.session, context.index, this)),
      m_text(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_problem(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Warn, {}, this)),
      m_look(makeButton(context.shell.theme, tr("Look everywhere"), {}, ButtonRole::Link, this)),
      m_progress(new ProgressStrip(context.shell.theme, this))
{
    setObjectName(u"knownUses"_s);
    m_text->setObjectName(u"knownUsesText"_s);
    m_text->setWordWrap(true);
    m_problem->setObjectName(u"knownUsesProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_look->setObjectName(u"lookEverywhere"_s);
    m_look->setToolTip(tr("Reads all batches, jobs, vector stores and evals of the project now"));
    m_progress->setObjectName(u"lookProgress"_s);
    m_progress->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addWidget(m_look, 0, Qt::AlignLeft);
    layout->addWidget(m_progress);
    m_due.setSingleShot(true);
    m_due.setInterval(refreshMs);
    const auto later = [this] {
        if (!m_due.isActive())
            m_due.start();
    };
    connect(&m_due, &QTimer::timeout, this, &KnownUses::refresh);
    connect(&context.index, &ObjectIndex::changed, this, later);
    connect(&context.index, &ObjectIndex::wholeChanged, this, later);
    connect(&context.index, &ObjectIndex::loaded, this, later);
    connect(m_look, &QPushButton::clicked, this, &KnownUses::lookEverywhere);
    connect(m_progress, &ProgressStrip::stopRequested, this, &KnownUses::stop);
    connect(m_survey, &Survey::progressed, this, &KnownUses::showProgress);
    connect(m_survey, &Survey::finished, this, &KnownUses::stop);
    read(); // whoever lays us out before we are seen knows how much room we take
}

KnownUses::~KnownUses() = default;

bool KnownUses::isSure() const
{
    return m_known.isSure(m_context.shell.clock.unixSeconds());
}

void KnownUses::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void KnownUses::lookEverywhere()
{
    const bool hadFocus = m_look->hasFocus();
    m_problem->hide();
    m_look->hide();
    m_progress->show();
    if (hadFocus)
        m_progress->setFocus();
    m_survey->start(Survey::Everything);
    showProgress();
}

void KnownUses::stop()
{
    // Also at its end, when stopping does nothing.
    m_survey->stop();
    const bool hadFocus = m_progress->isAncestorOf(focusWidget());
    m_progress->hide();
    m_look->show();
    if (hadFocus)
        m_look->setFocus();
    QStringList unread;
    for (const Survey::Fault &fault : m_survey->faults()) {
        if (!fault.noArea)
            unread << (fault.parentId.isEmpty() ? fileuses::kindText(fault.kind) : fault.parentId) + u": "_s +
                          fault.error.headline();
    }
    m_problem->setText(unread.isEmpty() ? QString()
                                        : tr("%Ln list(s) could not be read. %1", nullptr, int(unread.size()))
                                              .arg(format::oneLine(unread.first())));
    m_problem->setVisible(!unread.isEmpty());
    refresh();
}

void KnownUses::showProgress()
{
    CellProgress progress;
    const int total = m_survey->total();
    progress.done = total > 0 ? double(m_survey->done()) / total : -1;
    m_progress->setProgress(
        progress, tr("%1 of %2 lists read").arg(format::number(m_survey->done()), format::number(total)));
}

void KnownUses::refresh()
{
    if (!isVisible())
        return; // showEvent() makes up for it
    m_due.stop();
    read();
    Q_EMIT changed();
}

void KnownUses::read()
{
    QList<ObjectKind> missing = m_context.watch.unavailable();
    for (const Survey::Fault &fault : m_survey->faults()) {
        if (fault.noArea)
            missing << fault.kind; // nobody can use a file there
    }
    m_known = fileuses::known(m_context.index, missing);
    m_text->setText(m_known.sentence(m_context.shell.clock.unixSeconds()));
}

} // namespace odc
