// SPDX-License-Identifier: GPL-3.0-or-later
// The overview: its cards, what it says when there is nothing, small windows, and what changed.
#include "shots/shots.h"

#include "overview/overviewtally.h"
#include "ui/pages/overview/overviewcards.h"
#include "ui/pages/overview/overviewpage.h"
#include "watch/jobwatch.h"

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

bool Shots::openOverview()
{
    if (!openSample())
        return false;
    m_console->window().showPage(u"overview"_s);
    const auto *page = qobject_cast<OverviewPage *>(m_console->page());
    if (!page)
        return false;
    m_console->action(u"overview.refresh"_s)->trigger();
    return eventually([this] { return m_console->context().watch.survey().isComplete(); })
        && eventually([page] {
               const auto *rows = page->findChild<RowsCard *>(u"sharesCard"_s);
               return page->isCurrent() && page->tally().figures().knownAt > 0
                   && rows->rows().rowCount() == page->tally().figures().purposes.size();
           });
}

bool Shots::overview()
{
    return openOverview() && picture(&m_console->window());
}

bool Shots::overviewStores()
{
    return openOverview() && m_console->click(u"sharesByStore"_s) && picture(&m_console->window());
}

bool Shots::overviewSmall()
{
    if (!openOverview())
        return false;
    m_console->window().resize(900, 640);
    QCoreApplication::processEvents();
    return picture(&m_console->window());
}

bool Shots::overviewNothing()
{
    if (!m_console->openLocal())
        return false;
    m_console->window().showPage(u"overview"_s);
    const auto *page = qobject_cast<OverviewPage *>(m_console->page());
    return page && eventually([page] { return page->isCurrent() && page->tally().figures().countedAt > 0; })
        && picture(&m_console->window());
}

bool Shots::overviewChanges()
{
    if (!openOverview())
        return false;
    // What is there when a list is first read is no change: something comes, and goes for the pictures after this one.
    const Headers headers{{"Authorization", "Bearer " + key.toUtf8()}};
    const QByteArray id = postForm(m_sample.url(), "/v1/files",
                                   {{"purpose", "evals", {}}, {"file", "{}\n", "refunds-2026-q4.jsonl"}}, headers)
                              .json()[u"id"_s]
                              .toString()
                              .toUtf8();
    const auto lookAgain = [this] {
        m_console->action(u"overview.refresh"_s)->trigger();
        return eventually([this] { return m_console->context().watch.survey().isComplete(); });
    };
    if (id.isEmpty() || !lookAgain()
        || rawRequest(m_sample.url(), "DELETE", "/v1/files/" + id, headers).status != 200 || !lookAgain()
        || !m_console->click(u"overviewChanges"_s))
        return false;
    auto *period = m_console->find<QComboBox>(u"changesPeriod"_s);
    if (!period)
        return false;
    period->setCurrentIndex(period->count() - 1);
    auto *table = m_console->await<TableView>(u"changesTable"_s);
    return table && eventually([table] { return table->model()->rowCount() >= 2; }) && picture(&m_console->window());
}

} // namespace odc
