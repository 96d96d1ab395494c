// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultshead.h"

#include "base/format.h"
#include "batches/batchchain.h"
#include "jsonl/batchjoin.h"
#include "lists/batchesmodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/progressstrip.h"

#include <QHBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 300;
constexpr int leastBar = 96;
constexpr int leastName = 90;

struct Counts
{
    qint64 answered = 0;
    qint64 failed = 0;
    qint64 open = 0; ///< no answer, or none yet
    qint64 total = 0;
};

Counts countsOf(const QList<BatchObject> &chain, const BatchResults *results)
{
    Counts counts;
    // While it runs its files hold nothing of it: what the service counts is newer.
    if (results && chain.last().isFinished()) {
        counts.answered = results->count(BatchRowState::Answered);
        counts.failed = results->count(BatchRowState::Failed);
        counts.total = qint64(results->rows.size());
        counts.open = counts.total - counts.answered - counts.failed;
        return counts;
    }
    counts.total = chain.first().counts.total;
    const qint64 left = unansweredOf(chain);
    counts.answered = counts.total - left;
    counts.failed = std::min(left, chain.last().counts.failed);
    counts.open = left - counts.failed;
    return counts;
}

} // namespace

ResultsHead::ResultsHead(const Theme &theme, bool archived, QWidget *parent)
    : QWidget(parent), m_archived(archived),
      m_name(new ElidedLabel(theme, Theme::FontRole::Strong, Token::Text, this)),
      m_state(new StateLabel(theme, this)),
      m_about(new ElidedLabel(theme, Theme::FontRole::Body, Token::Secondary, this)),
      m_bar(new ProgressLine(theme, this)), m_answered(new StateLabel(theme, this)),
      m_failed(new StateLabel(theme, this)), m_open(new StateLabel(theme, this)),
      m_unreadable(new StateLabel(theme, this)),
      m_cost(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setObjectName(u"resultsHead"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, metrics::inside);
    lines->setSpacing(metrics::tight);
    lines->addWidget(new Separator(Qt::Horizontal, this));
    lines->addSpacing(metrics::tight);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::edge);
    first->setContentsMargins(metrics::edge, 0, metrics::edge, 0);
    m_name->setObjectName(u"resultsBatch"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_state->setObjectName(u"resultsState"_s);
    m_about->setObjectName(u"resultsAbout"_s);
    first->addWidget(m_name);
    first->addWidget(m_state);
    first->addWidget(m_about, 1);
    lines->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::edge);
    second->setContentsMargins(metrics::edge, 0, metrics::edge, 0);
    m_bar->setMaximumWidth(barWidth);
    m_answered->setObjectName(u"resultsAnswered"_s);
    m_failed->setObjectName(u"resultsFailed"_s);
    m_open->setObjectName(u"resultsOpen"_s);
    m_unreadable->setObjectName(u"resultsUnreadable"_s);
    m_unreadable->setToolTip(tr("They may be answers to requests that seem to have none."));
    m_cost->setObjectName(u"resultsCost"_s);
    second->addWidget(m_bar, 1);
    for (QWidget *widget : QList<QWidget *>{m_answered, m_failed, m_open, m_unreadable, m_cost})
        second->addWidget(widget);
    second->addStretch(0);
    lines->addLayout(second);
    // States are said in full; what can be missed makes room for them.
    for (StateLabel *label : {m_state, m_answered, m_failed, m_open, m_unreadable})
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_name->setMinimumWidth(leastName);
}

void ResultsHead::show(const QList<BatchObject> &chain, const BatchResults *results, const PriceTable &prices)
{
    if (chain.isEmpty())
        return;
    const BatchObject &first = chain.first();
    const BatchObject &last = chain.last();
    const bool running = !last.isFinished() && !m_archived;
    const Counts counts = countsOf(chain, results);
    m_name->setFullText(BatchesModel::title(first));
    m_name->setToolTip(first.id);
    // Of several attempts the last one says how it stands, and all of them what it came to.
    const bool whole = chain.size() > 1 && !running && counts.total > 0 && counts.answered == counts.total;
    if (whole)
        m_state->setState(Tone::Fine, tr("everything answered"));
    else
        m_state->setState(BatchesModel::toneOf(last, m_archived), BatchesModel::statusText(last, m_archived));
    QStringList about{first.endpoint, first.model, tr("%Ln request(s)", nullptr, int(counts.total))};
    if (!first.completionWindow.isEmpty())
        about << tr("%1 window", "a time: 24h").arg(first.completionWindow);
    if (chain.size() > 1)
        about << tr("%Ln attempt(s)", nullptr, int(chain.size()));
    about.removeAll(QString());
    m_about->setFullText(about.join(u" · "_s));

    CellProgress bar;
    const double total = double(std::max<qint64>(1, counts.total));
    bar.done = double(counts.answered + counts.failed) / total;
    bar.failed = double(counts.failed) / total;
    bar.tone = running ? Tone::Running : Tone::Fine;
    m_bar->setProgress(bar);
    m_answered->setState(counts.answered > 0 ? Tone::Fine : Tone::None,
                         tr("%Ln answered", nullptr, int(counts.answered)));
    m_failed->setState(Tone::Failed, tr("%Ln failed", nullptr, int(counts.failed)));
    m_failed->setVisible(counts.failed > 0);
    m_open->setState(running ? Tone::Running : Tone::Attention,
                     running ? tr("%Ln to come", nullptr, int(counts.open))
                             : tr("%Ln without an answer", nullptr, int(counts.open)));
    m_open->setVisible(counts.open > 0);
    const qint64 unreadable = results ? results->unreadable : 0;
    m_unreadable->setState(Tone::Attention, tr("%Ln line(s) unreadable", nullptr, int(unreadable)));
    m_unreadable->setVisible(unreadable > 0);
    QString tooltip;
    const QString cost = costText(chain, results, prices, &tooltip);
    m_cost->setText(cost);
    m_cost->setToolTip(tooltip);
    fit();
}

void ResultsHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ResultsHead::fit()
{
    int room = width() - 2 * metrics::edge;
    for (const StateLabel *label : {m_answered, m_failed, m_open, m_unreadable}) {
        if (!label->isHidden())
            room -= label->sizeHint().width() + metrics::edge;
    }
    const int cost = m_cost->text().isEmpty() ? 0 : m_cost->sizeHint().width() + metrics::edge;
    m_cost->setVisible(cost > 0 && room >= cost + leastBar);
    m_bar->setVisible(room >= leastBar / 2);
}

QString ResultsHead::costText(const QList<BatchObject> &chain, const BatchResults *results,
                              const PriceTable &prices, QString *tooltip)
{
    double paid = 0;
    bool known = !chain.isEmpty();
    for (const BatchObject &batch : chain) {
        const std::optional<double> cost =
            batch.usage ? costOf({batch.model, batch.usage->inputTokens, batch.usage->outputTokens,
                                  batch.usage->cachedTokens},
                                 prices)
                        : std::nullopt;
        known = known && cost;
        paid += cost.value_or(0);
    }
    if (known) {
        *tooltip = tr("The tokens the service counted, by your table of prices.");
        return tr("%1 actual", "a price").arg(moneyText(paid));
    }
    if (!results || results->inputTokens + results->outputTokens == 0)
        return {};
    const CostEstimate estimate =
        estimateCost({{chain.first().model, results->inputTokens, results->outputTokens, 0}}, prices);
    if (estimate.isPartial())
        return {};
    *tooltip =
        tr("The tokens its answers name, by your table of prices; the service gave no figures of its own.");
    return tr("about %1", "a price").arg(moneyText(estimate.total()));
}

} // namespace odc
