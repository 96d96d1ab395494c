// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchheadline.h"

#include "base/format.h"
#include "batches/batchchain.h"
#include "lists/batchesmodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

BatchHeadline::BatchHeadline(const Theme &theme, bool archived, QWidget *parent)
    : StateHeadline(theme, parent), m_archived(archived), m_state(addState(u"batchState"_s)),
      m_advice(addText(Token::Secondary, u"batchAdvice"_s))
{
    addBar();
    auto *counts = new QVBoxLayout;
    counts->setSpacing(metrics::tight);
    for (StateLabel **label : {&m_answered, &m_failed, &m_left}) {
        *label = new StateLabel(theme, this);
        counts->addWidget(*label);
    }
    column()->addLayout(counts);
    m_next = addNext(u"batchNext"_s);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (nextOf(m_batch) == Next::Errors)
            Q_EMIT errorsRequested();
        else
            Q_EMIT resultsRequested();
    });
}

BatchHeadline::Next BatchHeadline::nextOf(const BatchObject &batch)
{
    if (!batch.errors.isEmpty())
        return Next::Errors;
    const bool hasResults = !batch.outputFileId.isEmpty() || !batch.errorFileId.isEmpty();
    return hasResults ? Next::Results : Next::None;
}

QString BatchHeadline::advice(const BatchObject &batch, const QList<BatchObject> &chain, bool archived)
{
    if (archived && !batch.isFinished())
        return tr("The archive holds it as it was then. What became of it only the service knows.");
    const QString ofAll = chainAdvice(batch, chain);
    return ofAll.isEmpty() ? ownAdvice(batch) : ofAll;
}

/// What became of that which an attempt left; empty: it is its own last word.
QString BatchHeadline::chainAdvice(const BatchObject &batch, const QList<BatchObject> &chain)
{
    const bool leftSome = batch.counts.left() + batch.counts.failed > 0;
    if (chain.size() < 2 || !batch.isFinished() || !leftSome || outcomeOf(batch) == BatchOutcome::Refused)
        return {};
    const auto running = std::find_if(chain.cbegin(), chain.cend(),
                                      [](const BatchObject &other) { return !other.isFinished(); });
    if (running != chain.cend())
        return tr("What it left without an answer was sent again: attempt %1 has not ended yet.")
            .arg(running->links.attempt + 1);
    const qint64 left = unansweredOf(chain);
    if (left == 0)
        return tr(
            "What it left without an answer was sent again, and answered: every request has an answer.");
    if (chain.last().id == batch.id)
        return {};
    return tr("What it left without an answer was sent again. After all attempts %Ln request(s) have none; "
              "they can be "
              "sent again.",
              nullptr, int(std::min<qint64>(left, 1'000'000'000)));
}

QString BatchHeadline::ownAdvice(const BatchObject &batch)
{
    const BatchCounts &counts = batch.counts;
    // Plurals count with int; more than that no batch holds.
    const int failed = int(std::min<qint64>(counts.failed, 1'000'000'000));
    const int left = int(std::min<qint64>(counts.left(), 1'000'000'000));
    const int open = int(std::min<qint64>(counts.left() + counts.failed, 1'000'000'000));
    switch (outcomeOf(batch)) {
    case BatchOutcome::Running:
        if (batch.status == "validating"_L1)
            return tr("The service reads the input file. Nothing runs before it is found in order.");
        if (batch.status == "finalizing"_L1)
            return tr("Every request has ended; the service is writing the files.");
        return tr("The service writes the results when the batch has ended.");
    case BatchOutcome::Cancelling:
        return tr("What is under way is waited for, up to 10 minutes. What was answered stays, and is paid for.");
    case BatchOutcome::Completed:
        return counts.left() > 0 ? tr("%Ln request(s) are in neither file. They can be sent again.", nullptr, left)
                                 : tr("Every request has an answer.");
    case BatchOutcome::PartlyFailed:
        return tr("%Ln request(s) failed. The results say why; they can be sent again.", nullptr, failed);
    case BatchOutcome::AllFailed:
        return tr("Not one request was answered. See why in the results before you send them again.");
    case BatchOutcome::Refused:
        return tr("Nothing was run, and nothing is paid for. Mend the input file and make a new batch of it.");
    case BatchOutcome::Expired:
        return counts.completed > 0
                   ? tr("Time was over before %Ln request(s) had an answer. They can be sent again.", nullptr, left)
                   : tr("Time was over before any request had an answer. They can be sent again.");
    case BatchOutcome::Cancelled:
        return open > 0 ? tr("%Ln request(s) have no answer. They can be sent again.", nullptr, open)
                        : tr("Every request had an answer by then.");
    case BatchOutcome::Unknown:
        break;
    }
    return tr("The console does not know this state. It is looked at again from time to time.");
}

void BatchHeadline::setBatch(const BatchObject &batch, const QList<BatchObject> &chain)
{
    m_batch = batch;
    m_state->setState(BatchesModel::toneOf(batch, m_archived), BatchesModel::statusText(batch, m_archived));
    m_advice->setText(advice(batch, chain, m_archived));
    const BatchCounts &counts = batch.counts;
    const bool counted = counts.total > 0;
    showBar(counted, BatchesModel::barOf(batch, m_archived));
    nameBar(BatchesModel::countsText(batch, m_archived));
    m_answered->setVisible(counted);
    m_answered->setState(Tone::Fine, tr("%1 of %2 answered").arg(format::number(counts.completed), format::number(counts.total)));
    m_failed->setVisible(counted && counts.failed > 0);
    m_failed->setState(Tone::Failed, tr("%1 failed").arg(format::number(counts.failed)));
    m_left->setVisible(counted && counts.left() > 0);
    const bool toCome = !batch.isFinished() && !m_archived;
    m_left->setState(
        toCome ? Tone::Running : Tone::Attention,
        (toCome ? tr("%1 to come") : tr("%1 without an answer")).arg(format::number(counts.left())));
    const Next next = nextOf(batch);
    m_next->setVisible(next != Next::None);
    m_next->setText(next == Next::Errors ? tr("Show %Ln error(s)", nullptr, int(batch.errors.size()))
                                         : tr("Show results"));
}

} // namespace odc
