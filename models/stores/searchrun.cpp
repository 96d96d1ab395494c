// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchrun.h"

#include "api/vectorstoresapi.h"
#include "base/clock.h"

#include <QTimer>

#include <utility>

namespace odc {

namespace {

constexpr qsizetype manyQueries = 100;
constexpr qsizetype textOfMany = 1000; ///< of each hit, when very many are kept

/// What is shown later; of long runs only the beginning of the texts.
StoreSearchPage kept(StoreSearchPage page, bool many)
{
    page.raw = {};
    for (StoreSearchHit &hit : page.hits) {
        hit.raw = {};
        for (QString &text : hit.texts) {
            if (many && text.size() > textOfMany)
                text = text.left(textOfMany) + QChar(u'…');
        }
    }
    return page;
}

} // namespace

qsizetype SearchResults::settingOf(const QString &name) const
{
    for (qsizetype i = 0; i < settings.size(); ++i) {
        if (settings.at(i).name == name)
            return i;
    }
    return -1;
}

std::optional<retrieval::QueryFigures> SearchResults::figures(qsizetype query, qsizetype setting, int k) const
{
    const Cell &one = cell(query, setting);
    if (one.state != Cell::State::Answered)
        return {};
    return retrieval::figures(one.page.hits, queries.at(query), k);
}

SearchResults SearchResults::judgedBy(const QuerySet &set) const
{
    QHash<QString, qsizetype> present;
    for (qsizetype i = 0; i < set.queries.size(); ++i)
        present.insert(set.queries.at(i).text, i);
    SearchResults judged = *this;
    judged.queries.clear();
    judged.cells.clear();
    for (qsizetype i = 0; i < queries.size(); ++i) {
        const auto there = present.constFind(queries.at(i).text);
        if (there == present.cend())
            continue;
        judged.queries.append(set.queries.at(*there));
        judged.cells.append(cells.mid(i * settings.size(), settings.size()));
    }
    return judged;
}

SearchResults::Summary SearchResults::summary(qsizetype setting, int k) const
{
    Summary summary;
    QList<retrieval::QueryFigures> counted;
    QList<qint64> latencies;
    for (qsizetype query = 0; query < queries.size(); ++query) {
        const Cell &one = cell(query, setting);
        summary.failed += one.state == Cell::State::Failed ? 1 : 0;
        if (one.state != Cell::State::Answered)
            continue;
        ++summary.answered;
        latencies.append(one.latencyMs);
        if (const auto result = figures(query, setting, k))
            counted.append(*result);
    }
    summary.mean = retrieval::mean(counted);
    summary.p50Ms = retrieval::median(latencies);
    return summary;
}

SearchRun::SearchRun(VectorStoresApi &api, Clock &clock, QObject *parent)
    : QObject(parent), m_api(api), m_clock(clock)
{
}

SearchRun::~SearchRun()
{
    cancelCalls();
}

void SearchRun::cancelCalls()
{
    const QHash<qsizetype, Call> calls = std::exchange(m_calls, {});
    for (Call call : calls)
        call.cancel();
    m_sentAt.clear();
}

void SearchRun::start(const QString &storeId, const QList<SetQuery> &queries,
                      const QList<SearchSetting> &settings, const SearchFilter &shared, int atOnce)
{
    cancelCalls();
    m_results = {};
    m_results.storeId = storeId;
    m_results.queries = queries;
    m_results.settings = settings;
    m_results.shared = shared;
    m_results.cells.resize(queries.size() * settings.size());
    m_next = 0;
    m_done = 0;
    m_atOnce = std::max(1, atOnce);
    m_running = true;
    if (m_results.cells.isEmpty()) {
        // Not from within: whoever starts it is not ready for the end yet.
        QTimer::singleShot(0, this, [this] {
            if (m_running && m_results.cells.isEmpty()) {
                m_running = false;
                Q_EMIT finished();
            }
        });
        return;
    }
    sendMore();
}

void SearchRun::cancel()
{
    if (!m_running)
        return;
    cancelCalls();
    m_running = false;
    m_results.stopped = true;
    Q_EMIT finished();
}

void SearchRun::sendMore()
{
    while (m_calls.size() < m_atOnce && m_next < m_results.cells.size())
        send(m_next++);
}

void SearchRun::send(qsizetype cell)
{
    const qsizetype width = m_results.settings.size();
    const SetQuery &query = m_results.queries.at(cell / width);
    const SearchSetting &setting = m_results.settings.at(cell % width);
    m_sentAt.insert(cell, m_clock.monotonicMs());
    const Call call = m_api.search(m_results.storeId, setting.query(query.queries(), m_results.shared), this,
                                   [this, cell](const Result<StoreSearchPage> &page) { take(cell, page); });
    m_calls.insert(cell, call);
    if (call.state()) {
        // The waiting between two attempts is no slowness of the search.
        connect(call.state(), &CallState::waiting, this, [this, cell](int delayMs) {
            if (m_sentAt.contains(cell))
                m_sentAt[cell] = m_clock.monotonicMs() + delayMs;
        });
    }
}

void SearchRun::take(qsizetype cell, const Result<StoreSearchPage> &page)
{
    m_calls.remove(cell);
    SearchResults::Cell &slot = m_results.cells[cell];
    slot.latencyMs = std::max<qint64>(0, m_clock.monotonicMs() - m_sentAt.take(cell));
    if (page) {
        slot.state = SearchResults::Cell::State::Answered;
        slot.page = kept(*page, m_results.queries.size() > manyQueries);
    } else {
        slot.state = SearchResults::Cell::State::Failed;
        slot.error = page.error();
    }
    ++m_done;
    const qsizetype width = m_results.settings.size();
    const bool last = m_done == m_results.cells.size();
    m_running = !last;
    if (!last)
        sendMore();
    Q_EMIT cellDone(int(cell / width), int(cell % width));
    if (last)
        Q_EMIT finished();
}

} // namespace odc
