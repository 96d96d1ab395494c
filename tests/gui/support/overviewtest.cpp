// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/overviewtest.h"

#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "ui/widgets/treeview.h"
#include "watch/jobwatch.h"

namespace odc::test {

using namespace Qt::StringLiterals;

bool OverviewTest::openSample()
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start({u"--seed"_s, u"sample"_s, u"--time-scale"_s, u"1000"_s}))
        return false;
    const QString id = m_console->addProfile(u"Sample"_s, m_server->url(), u"sk-test"_s);
    return m_console->open(id) && showOverview();
}

bool OverviewTest::showOverview()
{
    m_console->window().showPage(u"overview"_s);
    return overview() != nullptr;
}

bool OverviewTest::readEverything()
{
    m_console->action(u"overview.refresh"_s)->trigger();
    return eventually([this] {
               return m_console->context().watch.survey().isComplete() &&
                      !m_console->context().watch.survey().isRunning();
           }) &&
           eventually([this] { return figures().knownAt > 0 && overview()->isCurrent(); }) &&
           eventually([this] { return rows(u"shares"_s)->rows().rowCount() == figures().purposes.size(); });
}

QStringList OverviewTest::texts(const QString &name) const
{
    QStringList texts;
    const QAbstractItemModel *model = rows(name)->table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, OverviewRowsModel::Text).data().toString();
    return texts;
}

void OverviewTest::clickRow(const QString &card, int row)
{
    TableView *table = rows(card)->table();
    const QModelIndex index = table->model()->index(row, 0);
    QVERIFY(index.isValid());
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

bool OverviewTest::arrived(const QString &page)
{
    return eventually([&] {
        const AreaPage *open = m_console->page();
        return open->objectName() == page + u"Page"_s && open->list() &&
               open->list()->loadState() == LoadState::Ready;
    });
}

int OverviewTest::shown(bool below)
{
    const auto *tree = m_console->page()->findChild<TreeView *>();
    const auto *pane =
        m_console->page()->findChild<ListPane *>(m_console->page()->objectName().chopped(4) + u"Pane"_s);
    if (pane)
        return pane->shownCount();
    int count = 0;
    for (int row = 0; row < tree->model()->rowCount(); ++row)
        count += below ? tree->model()->rowCount(tree->model()->index(row, 0)) : 1;
    return count;
}

QJsonArray OverviewTest::all(const QByteArray &path) const
{
    QJsonArray found;
    QByteArray after;
    for (;;) {
        const QJsonObject page =
            rawRequest(m_server->url(), "GET", "/v1" + path + "?limit=100" + after).json();
        const QJsonArray data = page[u"data"_s].toArray();
        for (const QJsonValue &value : data)
            found.append(value);
        if (!page[u"has_more"_s].toBool() || data.isEmpty())
            return found;
        after = "&after=" + data.last()[u"id"_s].toString().toUtf8();
    }
}

} // namespace odc::test
