// SPDX-License-Identifier: GPL-3.0-or-later
// Vector stores: the tree, what is said of a store and of a file, failures, and the forms that make, change
// and delete.
#include "shots/shots.h"

#include "ui/widgets/treeview.h"

#include <QCheckBox>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Tabs of the details.
enum Tab { Summary, Failures, Attributes, Contents, Lab, Json };
/// Tabs of the form.
enum FormTab { General, Files, Chunking };

const auto storeBody =
    uR"({"name": "returns 2026", "description": "What customers may send back, and until when",
        "expires_after": {"anchor": "last_active_at", "days": 30}, "metadata": {"team": "support", "lang": "en"}})"_s;

} // namespace

bool Shots::openStores(const std::function<void(Profile &)> &change)
{
    if (!openSample(change))
        return false;
    m_console->window().showPage(u"stores"_s);
    auto *tree = m_console->await<TreeView>(u"storesTree"_s);
    return tree && eventually([tree] { return tree->model()->rowCount() > 0; });
}

bool Shots::selectStores(const QStringList &names)
{
    auto *tree = m_console->find<TreeView>(u"storesTree"_s);
    QItemSelectionModel &selection = *tree->selectionModel();
    selection.clear();
    for (const QString &name : names) {
        const QModelIndexList found =
            tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                 Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
        if (found.isEmpty())
            return false;
        selection.setCurrentIndex(found.first(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    tree->setFocus();
    QCoreApplication::processEvents(); // the details follow in the next turn
    return !names.isEmpty();
}

bool Shots::expandStore(const QString &name, const QString &file)
{
    if (!selectStores({name}))
        return false;
    auto *tree = m_console->find<TreeView>(u"storesTree"_s);
    tree->expand(tree->currentIndex());
    // Their names come a moment after they do.
    return eventually([&] {
        return file.isEmpty() ? tree->model()->rowCount(tree->currentIndex()) > 1 : selectStores({file});
    });
}

bool Shots::showStoreTab(int tab)
{
    auto *tabs = m_console->await<QTabBar>(u"detailsTabs"_s);
    if (!tabs || !eventually([=] { return tabs->isTabVisible(tab); }))
        return false;
    tabs->setCurrentIndex(tab);
    return true;
}

bool Shots::stores()
{
    return openStores() && expandStore(u"support-kb"_s, u"returns-policy.md"_s) &&
           selectStores({u"support-kb"_s}) && picture(&m_console->window());
}

bool Shots::storesNothing()
{
    return openStores() && picture(&m_console->window());
}

bool Shots::storesEmpty()
{
    if (!m_console->openLocal())
        return false;
    m_console->window().showPage(u"stores"_s);
    return eventually([this] { return m_console->page()->list()->loadState() == LoadState::Ready; }) &&
           picture(&m_console->window());
}

bool Shots::storesFile(const QString &name)
{
    return openStores() && expandStore(u"support-kb"_s, name) && picture(&m_console->window());
}

bool Shots::storesFailures()
{
    if (!openStores() || !selectStores({u"support-kb"_s}) || !showStoreTab(Failures))
        return false;
    auto *rows = m_console->await<TableView>(u"storefailuresTable"_s);
    return rows && eventually([rows] { return rows->model()->rowCount() > 0; }) &&
           picture(&m_console->window());
}

bool Shots::storesMore()
{
    // A store of more files than one page: made for this, at a server of its own.
    ServerProcess server;
    if (!server.start({u"--api-key"_s, key, u"--seed"_s, u"sample"_s, u"--time-scale"_s, u"0"_s}))
        return false;
    const Headers headers{{"Authorization", "Bearer " + key.toUtf8()}, {"Content-Type", "application/json"}};
    QJsonArray ids;
    for (int i = 0; i < 130; ++i) {
        ids << postForm(server.url(), "/v1/files",
                        {{"purpose", "assistants", {}},
                         {"file", "Part " + QByteArray::number(i),
                          u"part-%1.txt"_s.arg(i, 3, 10, QChar(u'0')).toUtf8()}},
                        {{"Authorization", "Bearer " + key.toUtf8()}})
                   .json()[u"id"_s]
                   .toString();
    }
    const QJsonObject body{{u"name"_s, u"parts list"_s}, {u"file_ids"_s, ids}};
    rawRequest(server.url(), "POST", "/v1/vector_stores", headers, QJsonDocument(body).toJson());
    const bool taken =
        m_console->open(m_console->addProfile(u"Acme / research"_s, server.url(), key)) && [this] {
            m_console->window().showPage(u"stores"_s);
            auto *tree = m_console->await<TreeView>(u"storesTree"_s);
            if (!tree || !eventually([tree] { return tree->model()->rowCount() > 0; }) ||
                !expandStore(u"parts list"_s, u"part-100.txt"_s))
                return false;
            tree->scrollToBottom();
            return picture(&m_console->window());
        }();
    m_console.reset(); // before its server
    return taken;
}

bool Shots::storesJson()
{
    return openStores() && selectStores({u"contracts"_s}) && showStoreTab(Json) &&
           picture(&m_console->window());
}

bool Shots::storesNoMatch()
{
    if (!openStores())
        return false;
    auto *filter = m_console->find<QLineEdit>(u"storesFilter"_s);
    filter->setText(u"failed>900"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    return picture(&m_console->window());
}

bool Shots::storesSmall()
{
    m_console->window().resize(1100, 700);
    return stores();
}

bool Shots::storesReadOnly()
{
    return openStores([](Profile &profile) { profile.readOnly = true; }) && selectStores({u"contracts"_s}) &&
           picture(&m_console->window());
}

bool Shots::storesUnavailable()
{
    m_proxy->add({}, "/vector_stores", Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s), -1);
    if (!openProxy())
        return false;
    m_console->window().showPage(u"stores"_s);
    return eventually([this] { return m_console->page()->list()->loadState() == LoadState::Unavailable; }) &&
           picture(&m_console->window());
}

bool Shots::storesEdit()
{
    if (!openStores() || !selectStores({u"experiment: small chunks"_s}))
        return false;
    m_console->action(u"stores.edit"_s)->trigger();
    return pictureOf(u"storeEditDialog"_s);
}

bool Shots::storesDelete()
{
    if (!openStores() || !selectStores({u"support-kb"_s, u"contracts"_s}))
        return false;
    m_console->action(u"stores.delete"_s)->trigger();
    auto *too = m_console->await<QCheckBox>(u"deleteFilesToo"_s);
    if (!too || !eventually([too] { return too->isEnabled(); }))
        return false;
    too->setChecked(true);
    return pictureOf(u"deleteStoreDialog"_s);
}

bool Shots::storesChoice()
{
    if (!openSample() || !selectTickets())
        return false;
    m_console->action(u"files.addToStore"_s)->trigger();
    auto *rows = m_console->await<TableView>(u"storeChoice"_s);
    return rows && eventually([rows] { return rows->model()->rowCount() > 0; }) &&
           pictureOf(u"storeChoiceDialog"_s);
}

bool Shots::newStore(int tab, const QString &body)
{
    if (!openStores() || !openForm(u"stores.new"_s, u"newStoreDialog"_s, body, tab))
        return false;
    if (tab == Files) {
        auto *files = m_console->await<TreeView>(u"pickFiles"_s);
        if (!files || !eventually([files] { return files->model()->rowCount() > 3; }))
            return false;
        for (const int row : {0, 2})
            files->model()->setData(files->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);
    }
    return pictureOf(u"newStoreDialog"_s);
}

bool Shots::newStoreGeneral()
{
    return newStore(General, storeBody);
}

bool Shots::newStoreFiles()
{
    return newStore(Files, storeBody);
}

bool Shots::newStoreChunking()
{
    return newStore(
        Chunking, uR"({"name": "returns 2026", "file_ids": ["file-1"], "chunking_strategy": {"type": "static",
        "static": {"max_chunk_size_tokens": 400, "chunk_overlap_tokens": 300}}})"_s);
}

} // namespace odc
