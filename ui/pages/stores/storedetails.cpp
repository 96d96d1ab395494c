// SPDX-License-Identifier: GPL-3.0-or-later
#include "storedetails.h"

#include "base/format.h"
#include "index/indexedobject.h"
#include "lists/storefilesmodel.h"
#include "lists/vectorstoresmodel.h"
#include "stores/filenames.h"
#include "stores/storagecost.h"
#include "stores/storetext.h"
#include "ui/pages/evals/resultbars.h"
#include "ui/pages/stores/attributespane.h"
#include "ui/pages/stores/contentspane.h"
#include "ui/pages/stores/searchlabpane.h"
#include "ui/pages/stores/storefailurespane.h"
#include "ui/pages/useslist.h"
#include "ui/widgets/messagebar.h"

#include <QScopedValueRollback>
#include <QTabBar>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString pairsText(const QJsonObject &pairs)
{
    QStringList lines;
    for (auto it = pairs.constBegin(); it != pairs.constEnd(); ++it)
        lines << format::oneLine(it.key() + u": "_s + it.value().toVariant().toString(), 600);
    return lines.join(u'\n');
}

ResultBars::Row barOf(const StoreFileCounts &counts)
{
    const double whole = double(std::max(
        {counts.total, counts.completed + counts.failed + counts.cancelled + counts.inProgress, qint64(1)}));
    ResultBars::Row row;
    row.name = StoreDetails::tr("Completed");
    row.bar.tone = Tone::Fine;
    row.bar.done = double(counts.completed + counts.failed + counts.cancelled) / whole;
    row.bar.failed = double(counts.failed) / whole;
    row.bar.errored = double(counts.cancelled) / whole;
    row.share =
        StoreDetails::tr("%1 %").arg(int(double(counts.completed) * 100 / whole)); // never rounded up to all
    row.counts =
        StoreDetails::tr("%1 of %2").arg(format::number(counts.completed), format::number(counts.total));
    row.tooltip = storetext::counts(counts);
    return row;
}

} // namespace

StoreDetails::StoreDetails(const PageContext &context, FileNames &names, QWidget *parent)
    : DetailsPane(context, {tr("Select a store or a file to see what it is."), tr("The object as JSON")},
                  parent),
      m_context(context), m_names(names), m_warning(new MessageBar(context.shell.theme, this)),
      m_bars(new ResultBars(context.shell.theme, tr("Files"), this)), m_uses(new UsesList(context, this)),
      m_failures(new StoreFailuresPane(context, names, this)),
      m_attributes(new AttributesPane(context, names, this)),
      m_contents(new ContentsPane(context, names, this)), m_lab(new SearchLabPane(context, names, this)),
      m_failuresTab(addTab(tr("Failures"), m_failures, Margins::None)),
      m_attributesTab(addTab(tr("Attributes"), m_attributes, Margins::None)),
      m_contentsTab(addTab(tr("Contents"), m_contents, Margins::None)),
      m_labTab(addTab(tr("Search lab"), m_lab, Margins::None))
{
    setObjectName(u"storeDetails"_s);
    m_warning->setObjectName(u"storeWarning"_s);
    addAboveFields(m_warning);
    addToSummary(m_bars);
    addToSummary(m_uses);
    connect(m_uses, &UsesList::objectRequested, this, &StoreDetails::objectRequested);
    connect(m_warning, &MessageBar::actionTriggered, this, &StoreDetails::showFailures);
    connect(this, &DetailsPane::tabChanged, this, [this](int tab) {
        if (!m_choosing)
            m_wantedTab = tab;
        followTab();
    });
    // A click on a tab leaves the keyboard where it was, and its keys would go on in the tree. Queued: the
    // tab comes to the front after it told of the click.
    connect(
        findChild<QTabBar *>(u"detailsTabs"_s), &QTabBar::tabBarClicked, this,
        [this](int tab) {
            if (tab == currentTab())
                focusTab(tab);
        },
        Qt::QueuedConnection);
}

void StoreDetails::setFields(Shows what)
{
    if (m_fields == what)
        return;
    m_fields = what;
    fields()->removeAll();
    fields()->addField(u"state"_s, tr("State"));
    if (what == Shows::Store) {
        fields()->addField(u"description"_s, tr("Description"));
        fields()->addField(u"files"_s, tr("Files"));
        fields()->addField(u"size"_s, tr("Size"));
        fields()->addField(u"cost"_s, tr("Cost a day"));
        fields()->addField(u"active"_s, tr("Last active"));
        fields()->addField(u"expires"_s, tr("Expires"));
        fields()->addField(u"policy"_s, tr("Expiry policy"));
    } else if (what == Shows::File) {
        fields()->addField(u"reason"_s, tr("Reason"));
        fields()->addField(u"store"_s, tr("Store"));
        fields()->addField(u"size"_s, tr("Size in the store"));
        fields()->addField(u"fileSize"_s, tr("Size of the file"));
        fields()->addField(u"chunking"_s, tr("Chunking"));
        fields()->addField(u"attributes"_s, tr("Attributes"));
    } else {
        fields()->addField(u"store"_s, tr("Store"));
        fields()->addField(u"files"_s, tr("Files"));
    }
    fields()->addField(u"created"_s, what == Shows::File ? tr("Put in") : tr("Created"));
    if (what == Shows::Store)
        fields()->addField(u"metadata"_s, tr("Metadata"));
}

void StoreDetails::warnOf(const VectorStore &store)
{
    QStringList warnings;
    if (store.isExpired())
        warnings << tr("This store has expired: it cannot be searched any more.");
    else if (storetext::expiresSoon(store, nowUnix()))
        warnings << tr("It expires %1 unless it is used before.")
                        .arg(format::relativeTime(*store.expiresAt, nowUnix()));
    if (store.counts.failed > 0)
        warnings << tr("%Ln file(s) failed: searches do not find them.", nullptr, int(store.counts.failed));
    if (store.counts.cancelled > 0)
        warnings << tr("%Ln file(s) were cancelled: searches do not find them.", nullptr,
                       int(store.counts.cancelled));
    if (warnings.isEmpty()) {
        m_warning->dismiss();
        return;
    }
    Message message;
    message.kind = Message::Kind::Warning;
    message.text = warnings.join(u' ');
    message.closable = false;
    if (store.counts.failed + store.counts.cancelled > 0)
        message.actionText = tr("Show files");
    if (!m_warning->isShowing() || m_warning->message().text != message.text)
        m_warning->showMessage(message);
}

void StoreDetails::showStore(const VectorStore &store, double costADay, int others)
{
    m_store = store;
    m_file.reset();
    m_batch.reset();
    m_uses->setFile({});
    m_shows = Shows::Store;
    setFields(m_shows);
    showObject(storetext::title(store), store.id, store.toJson(), others);
    FieldValue state{storetext::state(store, nowUnix())};
    state.tone = VectorStoresModel::toneOf(store, nowUnix());
    state.tooltip = storetext::stateDetails(store, nowUnix());
    fields()->setValue(u"state"_s, state);
    fields()->setValue(u"description"_s, {format::severalLines(store.description)});
    fields()->setFieldVisible(u"description"_s, !store.description.isEmpty());
    fields()->setValue(u"files"_s, {storetext::counts(store.counts)});
    fields()->setValue(u"size"_s, {format::exactSize(store.usageBytes)});
    FieldValue cost{costADay > 0 ? tr("about %1").arg(storageCostText(costADay)) : storageCostText(costADay)};
    cost.tooltip = tr("An estimate, by the prices in the preferences; what is free is shared out by size.");
    fields()->setValue(u"cost"_s, cost);
    fields()->setValue(u"active"_s, exactTime(store.lastActiveAt));
    FieldValue expires = distantTime(store.expiresAt);
    if (storetext::expiresSoon(store, nowUnix()))
        expires.tone = store.isExpired() ? Tone::Failed : Tone::Attention;
    fields()->setValue(u"expires"_s, expires);
    fields()->setValue(u"policy"_s, {store.expiresAfterDays ? tr("%Ln day(s) after it was last used", nullptr,
                                                                 int(*store.expiresAfterDays))
                                                            : tr("stays until it is deleted")});
    fields()->setValue(u"created"_s, exactTime(store.createdAt));
    fields()->setValue(u"metadata"_s, {pairsText(store.metadata)});
    m_bars->setRows(store.counts.total > 0 ? QList<ResultBars::Row>{barOf(store.counts)}
                                           : QList<ResultBars::Row>());
    warnOf(store);
    restoreTab();
}

void StoreDetails::showFile(const VectorStore &store, const StoreFile &file, int others)
{
    m_store = store;
    m_file = file;
    m_batch.reset();
    m_shows = Shows::File;
    setFields(m_shows);
    showObject(storetext::fileName(m_names, file.id), file.id, file.toJson(), others);
    FieldValue state{storetext::state(file, nowUnix())};
    state.tone = StoreFilesModel::toneOf(file, nowUnix());
    fields()->setValue(u"state"_s, state);
    const QString reason = storetext::reason(file, nowUnix());
    fields()->setValue(u"reason"_s, {format::severalLines(reason)});
    fields()->setFieldVisible(u"reason"_s, !reason.isEmpty());
    fields()->setValue(u"store"_s, {storetext::title(store)});
    fields()->setValue(u"size"_s, {format::exactSize(file.usageBytes)});
    const FileObject *object = m_names.file(file.id);
    fields()->setValue(u"fileSize"_s, {object                    ? format::exactSize(object->bytes)
                                       : m_names.isGone(file.id) ? tr("the file itself was deleted")
                                                                 : QString()});
    fields()->setValue(u"chunking"_s, {storetext::chunking(file)});
    fields()->setValue(u"attributes"_s, {pairsText(file.attributes)});
    fields()->setValue(u"created"_s, exactTime(file.createdAt));
    m_bars->setRows({});
    m_uses->setFile(file.id, storeFileKey(store.id, file.id));
    m_warning->dismiss();
    restoreTab();
}

void StoreDetails::showBatch(const VectorStore &store, const StoreFileBatch &batch, int others)
{
    m_store = store;
    m_file.reset();
    m_batch = batch;
    m_uses->setFile({});
    m_shows = Shows::Batch;
    setFields(m_shows);
    showObject(tr("Batch of files"), batch.id, batch.raw, others);
    FieldValue state{storetext::state(batch)};
    state.tone = batch.counts.failed > 0 ? Tone::Attention : batch.isFinished() ? Tone::Fine : Tone::Running;
    fields()->setValue(u"state"_s, state);
    fields()->setValue(u"store"_s, {storetext::title(store)});
    fields()->setValue(u"files"_s, {storetext::counts(batch.counts)});
    fields()->setValue(u"created"_s, exactTime(batch.createdAt));
    m_bars->setRows(batch.counts.total > 0 ? QList<ResultBars::Row>{barOf(batch.counts)}
                                           : QList<ResultBars::Row>());
    m_warning->dismiss();
    restoreTab();
}

void StoreDetails::clear()
{
    m_shows = Shows::Nothing;
    m_fields = Shows::Nothing;
    m_store = {};
    m_file.reset();
    m_batch.reset();
    m_uses->setFile({});
    m_failures->clear();
    m_attributes->clear();
    m_contents->clear();
    m_lab->clear();
    DetailsPane::clear();
}

void StoreDetails::restoreTab()
{
    QScopedValueRollback guard(m_choosing, true); // what the person chose is kept for when it is there again
    const bool isBatch = m_shows == Shows::Batch;
    setTabShown(m_failuresTab, m_shows != Shows::File);
    setTabTitle(m_failuresTab, isBatch ? tr("Files")
                               : m_store.counts.failed > 0
                                   ? tr("Failures (%1)").arg(format::number(m_store.counts.failed))
                                   : tr("Failures"));
    setTabShown(m_attributesTab, !isBatch);
    setTabShown(m_contentsTab, m_shows == Shows::File);
    setTabShown(m_labTab, !isBatch);
    showTab(isTabShown(m_wantedTab) ? m_wantedTab : 0);
    followTab();
}

void StoreDetails::followTab()
{
    // Only what is looked at is fetched.
    const int tab = currentTab();
    if (m_shows == Shows::Nothing)
        return;
    if (tab == m_failuresTab && m_batch)
        m_failures->show(m_store, m_batch->id, m_batch->counts);
    else if (tab == m_failuresTab)
        m_failures->show(m_store, {}, m_store.counts);
    else if (tab == m_attributesTab)
        m_attributes->setStore(m_store);
    else if (tab == m_labTab)
        m_lab->setStore(m_store);
    else if (tab == m_contentsTab && m_file && !m_chunk.isEmpty())
        m_contents->showChunk(m_store, *m_file, std::exchange(m_chunk, {}), std::exchange(m_words, {}));
    else if (tab == m_contentsTab && m_file)
        m_contents->showFile(m_store, *m_file);
}

void StoreDetails::bringUp(int tab)
{
    if (m_shows == Shows::Nothing || !isTabShown(tab))
        return;
    m_wantedTab = tab;
    showTab(tab);
    followTab();
}

void StoreDetails::focusTab(int tab)
{
    if (m_shows == Shows::Nothing)
        return;
    if (tab == m_failuresTab)
        m_failures->focusContent();
    else if (tab == m_attributesTab)
        m_attributes->focusContent();
    else if (tab == m_contentsTab)
        m_contents->focusContent();
    else if (tab == m_labTab)
        m_lab->focusContent();
}

bool StoreDetails::focusFilter()
{
    const int tab = currentTab();
    if (m_shows == Shows::Nothing)
        return false;
    if (tab == m_attributesTab)
        return m_attributes->focusFilter();
    if (tab == m_contentsTab)
        return m_contents->openFind();
    if (tab == m_labTab)
        m_lab->focusContent();
    return tab == m_labTab;
}

void StoreDetails::showFailures()
{
    bringUp(m_failuresTab);
    m_failures->focusContent();
}

void StoreDetails::showAttributes()
{
    bringUp(m_attributesTab);
    m_attributes->focusContent();
}

void StoreDetails::showContents()
{
    bringUp(m_contentsTab);
    m_contents->focusContent();
}

void StoreDetails::showSearchLab()
{
    bringUp(m_labTab);
    m_lab->focusContent();
}

void StoreDetails::showChunk(const VectorStore &store, const StoreFile &file, const QString &text,
                             const QStringList &words)
{
    m_chunk = text;
    m_words = words;
    m_wantedTab = m_contentsTab;
    showFile(store, file, 0);
}

} // namespace odc
