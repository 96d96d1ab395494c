// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchdetails.h"

#include "base/format.h"
#include "batches/batchchain.h"
#include "batches/batchtimes.h"
#include "lists/batchesmodel.h"
#include "ui/pages/batches/batcherrorspane.h"
#include "ui/pages/batches/batchheadline.h"
#include "ui/pages/batches/batchtimeline.h"
#include "ui/pages/linklist.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostParts = 24; ///< the list has all

QString metadataText(const QJsonObject &metadata)
{
    QStringList lines;
    for (auto it = metadata.constBegin(); it != metadata.constEnd(); ++it) {
        if (!BatchLinks::isLink(it.key())) // they are shown as what they mean
            lines << format::oneLine(it.key() + u": "_s + it.value().toVariant().toString(), 600);
    }
    return lines.join(u'\n');
}

} // namespace

BatchDetails::BatchDetails(const PageContext &context, QWidget *parent)
    : DetailsPane(context, {tr("Select a batch to see what it is."), tr("The batch object as JSON")}, parent),
      m_theme(context.shell.theme), m_archived(context.profile.isArchive()),
      m_headline(new BatchHeadline(m_theme, m_archived, this)), m_timeline(new BatchTimeline(m_theme)),
      m_files(new LinkList(m_theme, tr("Files"))), m_attempts(new LinkList(m_theme, tr("Attempts"))),
      m_parts(new LinkList(m_theme, tr("Parts of the file"))), m_errors(new BatchErrorsPane(m_theme)),
      m_errorsTab(addTab(tr("Errors"), m_errors, Margins::None))
{
    setObjectName(u"batchDetails"_s);
    addAboveFields(m_headline);
    fields()->addField(u"endpoint"_s, tr("Endpoint"));
    fields()->addField(u"model"_s, tr("Model"));
    fields()->addField(u"left"_s, tr("Expires in"));
    fields()->addField(u"took"_s, tr("Took"));
    fields()->addField(u"tokens"_s, tr("Tokens"));
    fields()->addField(u"cost"_s, tr("Cost"));
    fields()->addField(u"metadata"_s, tr("Metadata"));
    auto *times = new QWidget(this);
    auto *layout = new QVBoxLayout(times);
    layout->setContentsMargins(0, metrics::edge, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(new SectionLabel(m_theme, tr("Timeline"), times));
    layout->addWidget(m_timeline);
    addToSummary(times);
    for (LinkList *list : {m_files, m_attempts, m_parts})
        addToSummary(list);
    m_files->setObjectName(u"batchFiles"_s);
    m_attempts->setObjectName(u"batchAttempts"_s);
    m_parts->setObjectName(u"batchParts"_s);
    setTabShown(m_errorsTab, false);
    connect(m_headline, &BatchHeadline::resultsRequested, this, &BatchDetails::resultsRequested);
    connect(m_headline, &BatchHeadline::errorsRequested, this, &BatchDetails::showErrors);
    connect(m_files, &LinkList::activated, this, &BatchDetails::fileRequested);
    connect(m_files, &LinkList::downloadRequested, this, &BatchDetails::downloadRequested);
    connect(m_files, &LinkList::viewRequested, this,
            [this](const QString &fileId) { view(fileId, 0); });
    connect(m_errors, &BatchErrorsPane::lineRequested, this,
            [this](qint64 line) { view(m_batch.inputFileId, line); });
    connect(m_attempts, &LinkList::activated, this, &BatchDetails::batchRequested);
    connect(m_parts, &LinkList::activated, this, &BatchDetails::batchRequested);
}

void BatchDetails::view(const QString &fileId, qint64 line)
{
    const QString name = BatchesModel::title(m_batch);
    Q_EMIT viewRequested(fileId, line,
                         (fileId == m_batch.inputFileId    ? tr("Input of %1")
                          : fileId == m_batch.outputFileId ? tr("Output of %1")
                                                           : tr("Errors of %1"))
                             .arg(name));
}

void BatchDetails::setPrices(const PriceTable &prices)
{
    m_prices = prices;
    if (!m_batch.id.isEmpty())
        setFields(m_batch);
}

void BatchDetails::showErrors()
{
    if (!isTabShown(m_errorsTab))
        return;
    showTab(m_errorsTab);
    m_errors->table()->setFocus(Qt::OtherFocusReason);
}

void BatchDetails::setBatch(const BatchObject &batch, const QList<BatchObject> &chain,
                            const QList<BatchObject> &group, int others)
{
    m_batch = batch;
    showObject(BatchesModel::title(batch), batch.id, batch.toJson(), others);
    m_headline->setBatch(batch, chain);
    QList<BatchStep> steps = batchSteps(batch);
    if (m_archived)
        steps.removeIf([](const BatchStep &step) { return step.ahead; });
    m_timeline->setSteps(steps, BatchesModel::toneOf(batch, m_archived), nowUnix());
    setFields(batch);
    setFiles(batch);
    setLinks(batch, chain, group);
    const bool refused = !batch.errors.isEmpty();
    if (!refused && currentTab() == m_errorsTab)
        showTab(0);
    setTabShown(m_errorsTab, refused);
    setTabTitle(m_errorsTab, tr("Errors (%1)").arg(format::number(batch.errors.size())));
    m_errors->setBatch(batch);
}

void BatchDetails::setFields(const BatchObject &batch)
{
    fields()->setValue(u"endpoint"_s, {format::oneLine(batch.endpoint)});
    fields()->setValue(u"model"_s, {batch.model.isEmpty() ? tr("not said by the server") : format::oneLine(batch.model)});
    FieldValue left{m_archived ? QString() : BatchesModel::leftText(batch, nowUnix())};
    left.tone = BatchesModel::leftTone(batch, nowUnix());
    if (const auto deadline = batchDeadline(batch))
        left.tooltip = format::exactTime(*deadline);
    fields()->setValue(u"left"_s, left);
    fields()->setFieldVisible(u"left"_s, !left.text.isEmpty());
    const auto ended = batch.endedAt();
    fields()->setFieldVisible(u"took"_s, ended && batch.createdAt);
    if (ended && batch.createdAt)
        fields()->setValue(u"took"_s, {format::duration(std::max<qint64>(0, *ended - *batch.createdAt))});
    fields()->setFieldVisible(u"tokens"_s, batch.usage.has_value());
    fields()->setFieldVisible(u"cost"_s, batch.usage.has_value());
    if (batch.usage) {
        const auto &usage = *batch.usage;
        QStringList lines{format::number(usage.totalTokens)};
        lines << (usage.cachedTokens > 0 ? tr("%1 in, %2 of them cached")
                                               .arg(format::number(usage.inputTokens), format::number(usage.cachedTokens))
                                         : tr("%1 in").arg(format::number(usage.inputTokens)));
        lines << (usage.reasoningTokens > 0
                      ? tr("%1 out, %2 of them reasoning")
                            .arg(format::number(usage.outputTokens), format::number(usage.reasoningTokens))
                      : tr("%1 out").arg(format::number(usage.outputTokens)));
        fields()->setValue(u"tokens"_s, {lines.join(u'\n')});
        const auto cost = BatchesModel::costOf(batch, m_prices);
        FieldValue money{cost ? BatchesModel::costText(*cost) : tr("no price for this model in the preferences")};
        money.tooltip = tr("What was used, at the prices in the preferences. The bill may differ.");
        fields()->setValue(u"cost"_s, money);
    }
    const QString metadata = metadataText(batch.metadata);
    fields()->setValue(u"metadata"_s, {metadata});
    fields()->setFieldVisible(u"metadata"_s, !metadata.isEmpty());
}

void BatchDetails::setFiles(const BatchObject &batch)
{
    const auto row = [](const QString &label, const QString &id, const QString &instead) {
        return LinkList::Row{label, id.isEmpty() ? instead : shortId(id), id, {}, true};
    };
    const bool ended = batch.isFinished();
    const QString later = m_archived ? tr("none when it was archived") : tr("when the batch has ended");
    m_files->setRows({row(tr("Input"), batch.inputFileId, tr("not said by the server")),
                      row(tr("Output"), batch.outputFileId, ended ? tr("none: no request was answered") : later),
                      row(tr("Errors"), batch.errorFileId, ended ? tr("none") : later)});
}

void BatchDetails::setLinks(const BatchObject &batch, const QList<BatchObject> &chain, const QList<BatchObject> &group)
{
    const auto counts = [this](const BatchObject &other) {
        return other.counts.total > 0
                   ? tr("%1 of %2")
                         .arg(format::number(other.counts.completed), format::number(other.counts.total))
                   : BatchesModel::statusText(other, m_archived);
    };
    QList<LinkList::Row> attempts;
    if (chain.size() > 1 || batch.links.isRest()) {
        for (const BatchObject &other : chain)
            attempts.append({QString::number(other.links.attempt + 1), shortId(other.id), other.id, counts(other), false,
                             other.id == batch.id});
        if (chain.first().links.isRest())
            attempts.prepend({u"1"_s, shortId(batch.links.firstBatch), {}, tr("is not in the list")});
    }
    m_attempts->setRows(attempts);
    QList<LinkList::Row> parts;
    if (group.size() > 1) {
        for (const BatchObject &other : group.first(std::min(mostParts, group.size())))
            parts.append({QString::number(other.links.part), shortId(other.id), other.id, counts(other), false,
                          other.id == batch.id});
        if (group.size() > mostParts)
            parts.append({{}, tr("%Ln more", nullptr, int(group.size() - mostParts)), {}});
    }
    m_parts->setRows(parts);
}

} // namespace odc
