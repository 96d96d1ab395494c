// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/storespagetest.h"

#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/stateoverlay.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace odc::test {

using namespace Qt::StringLiterals;

void StoresPageTest::openConsole()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void StoresPageTest::closeConsole()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
    m_home.reset();
}

bool StoresPageTest::openServer(const std::function<void(Profile &)> &change, const QString &timeScale)
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start(
            {u"--api-key"_s, QLatin1StringView(key), u"--time-scale"_s, timeScale, u"--seed"_s, u"none"_s}))
        return false;
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    return m_console->open(m_console->addProfile(u"Own"_s, m_proxy->url(), QLatin1StringView(key), change));
}

bool StoresPageTest::showStores()
{
    m_console->window().showPage(u"stores"_s);
    return eventually([this] {
        const LoadState state = m_console->page()->list()->loadState();
        return state != LoadState::Idle && state != LoadState::Loading;
    });
}

RawReply StoresPageTest::ask(const QByteArray &method, const QByteArray &target,
                             const QJsonObject &body) const
{
    const Headers headers{{"Authorization", QByteArray("Bearer ") + key},
                          {"Content-Type", "application/json"}};
    return rawRequest(m_server->url(), method, "/v1" + target, headers,
                      body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QString StoresPageTest::upload(const QString &name, const QByteArray &content)
{
    return postForm(m_server->url(), "/v1/files",
                    {{"purpose", "assistants", {}}, {"file", content, name.toUtf8()}},
                    {{"Authorization", QByteArray("Bearer ") + key}})
        .json()[u"id"_s]
        .toString();
}

QString StoresPageTest::makeStore(const QString &name, const QStringList &fileIds, const QJsonObject &more)
{
    QJsonObject body = more;
    body.insert(u"name"_s, name);
    if (!fileIds.isEmpty())
        body.insert(u"file_ids"_s, QJsonArray::fromStringList(fileIds));
    const QString id = ask("POST", "/vector_stores", body).json()[u"id"_s].toString();
    return eventually([&] { return settled(id); }) ? id : QString();
}

bool StoresPageTest::settled(const QString &storeId) const
{
    return ask("GET", "/vector_stores/" + storeId.toUtf8())
               .json()[u"file_counts"_s][u"in_progress"_s]
               .toInt() == 0;
}

QStringList StoresPageTest::filesIn(const QString &storeId) const
{
    QStringList ids;
    const QJsonArray data =
        ask("GET", "/vector_stores/" + storeId.toUtf8() + "/files?limit=100").json()[u"data"_s].toArray();
    for (const QJsonValue &file : data)
        ids << file[u"id"_s].toString();
    ids.sort();
    return ids;
}

bool StoresPageTest::hasFile(const QString &fileId) const
{
    return ask("GET", "/files/" + fileId.toUtf8()).status == 200;
}

TreeView *StoresPageTest::tree() const
{
    return m_console->find<TreeView>(u"storesTree"_s);
}

QModelIndex StoresPageTest::row(const QString &name) const
{
    const QModelIndexList found =
        tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, name, 1,
                               Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

bool StoresPageTest::clickRow(const QString &name, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = row(name);
    if (!index.isValid())
        return false;
    m_console->activate();
    tree()->scrollTo(index);
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, modifiers, tree()->visualRect(index).center());
    return tree()->selectionModel()->isSelected(index);
}

bool StoresPageTest::open(const QString &store, const QString &file)
{
    if (!clickRow(store))
        return false;
    QTest::keyClick(tree(), Qt::Key_Right);
    return eventually([&] { return row(file).isValid(); }) && tree()->isExpanded(row(store));
}

QString StoresPageTest::summary() const
{
    return m_console->page()->findChild<PageHeader *>()->summary();
}

MessageBar *StoresPageTest::messages() const
{
    return tree()->parentWidget()->findChild<MessageBar *>();
}

StateOverlay *StoresPageTest::overlay() const
{
    return tree()->findChild<StateOverlay *>();
}

int StoresPageTest::tabOf(const QString &start) const
{
    auto *tabs = m_console->find<QTabBar>(u"detailsTabs"_s);
    for (int tab = 0; tabs && tab < tabs->count(); ++tab) {
        if (tabs->isTabVisible(tab) && tabs->tabText(tab).startsWith(start))
            return tab;
    }
    return -1;
}

bool StoresPageTest::showTab(const QString &start)
{
    const int tab = tabOf(start);
    if (tab < 0)
        return false;
    m_console->find<QTabBar>(u"detailsTabs"_s)->setCurrentIndex(tab);
    return true;
}

} // namespace odc::test
