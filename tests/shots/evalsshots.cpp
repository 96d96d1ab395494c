// SPDX-License-Identifier: GPL-3.0-or-later
// Evals: the tree, what is said of an eval and of a run, its items, comparisons, and what is asked before something
// is changed.
#include "shots/shots.h"

#include "ui/widgets/treeview.h"

#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Tabs of the details.
enum Tab { Summary, Items, Compare, Criteria, Json };

} // namespace

bool Shots::showEvals()
{
    m_console->window().showPage(u"evals"_s);
    auto *tree = m_console->await<TreeView>(u"evalsTree"_s);
    // Evals first, and one list of runs each.
    return tree && eventually([tree] {
        const QAbstractItemModel &rows = *tree->model();
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (rows.rowCount(rows.index(row, 0)) == 0)
                return false;
        }
        return rows.rowCount() > 0;
    });
}

bool Shots::openEvals(const std::function<void(Profile &)> &change)
{
    return openSample(change) && showEvals();
}

bool Shots::selectEvals(const QStringList &names)
{
    auto *tree = m_console->find<TreeView>(u"evalsTree"_s);
    QItemSelectionModel &selection = *tree->selectionModel();
    selection.clear();
    for (const QString &name : names) {
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                           Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
        if (found.isEmpty())
            return false;
        tree->expand(found.first().parent());
        selection.setCurrentIndex(found.first(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    tree->setFocus();
    QCoreApplication::processEvents(); // the details follow in the next turn
    return !names.isEmpty();
}

bool Shots::showEvalTab(int tab)
{
    auto *tabs = m_console->await<QTabBar>(u"detailsTabs"_s);
    if (!tabs || !eventually([=] { return tabs->isTabVisible(tab); }))
        return false;
    tabs->setCurrentIndex(tab);
    return true;
}

bool Shots::openItems(const QString &run)
{
    if (!openEvals() || !selectEvals({run}))
        return false;
    m_console->action(u"evals.items"_s)->trigger();
    auto *items = m_console->await<TableView>(u"itemsTable"_s);
    auto *summary = m_console->await<QLabel>(u"itemsSummary"_s);
    if (!items || !summary || !eventually([=] { return items->model()->rowCount() > 0; }))
        return false;
    items->setFocus();
    return true;
}

bool Shots::readFailure()
{
    m_console->action(u"items.nextFailure"_s)->trigger();
    auto *title = m_console->await<QLabel>(u"itemTitle"_s);
    return title && eventually([title] { return !title->text().isEmpty(); });
}

bool Shots::compareRuns(const QStringList &runs)
{
    if (!openEvals() || !selectEvals(runs) || !eventually([this] { return m_console->action(u"evals.compare"_s)->isEnabled(); }))
        return false;
    m_console->action(u"evals.compare"_s)->trigger();
    auto *rows = m_console->await<TableView>(u"compareTable"_s);
    return rows && eventually([rows] { return rows->model()->rowCount() > 0 && rows->currentIndex().isValid(); });
}

bool Shots::evals()
{
    return openEvals() && selectEvals({u"triage golden"_s}) && [this] {
        auto *tree = m_console->find<TreeView>(u"evalsTree"_s);
        tree->expand(tree->currentIndex());
        return picture(&m_console->window());
    }();
}

bool Shots::evalsNothing()
{
    return openEvals() && picture(&m_console->window());
}

bool Shots::evalsEmpty()
{
    if (!m_console->openLocal())
        return false;
    m_console->window().showPage(u"evals"_s);
    return eventually([this] { return m_console->page()->list()->loadState() == LoadState::Ready; })
        && picture(&m_console->window());
}

bool Shots::evalsRun()
{
    return openEvals() && selectEvals({u"v14 mini"_s}) && picture(&m_console->window());
}

bool Shots::evalsRunning()
{
    ServerProcess slow;
    if (!slow.start({u"--api-key"_s, key, u"--seed"_s, u"sample"_s, u"--time-scale"_s, u"6"_s}))
        return false;
    const Headers headers{{"Authorization", "Bearer " + key.toUtf8()}, {"Content-Type", "application/json"}};
    const QJsonArray evals = rawRequest(slow.url(), "GET", "/v1/evals?limit=100", headers).json()[u"data"_s].toArray();
    QByteArray id;
    for (const QJsonValue &eval : evals) {
        if (eval[u"name"_s] == u"triage golden"_s)
            id = eval[u"id"_s].toString().toUtf8();
    }
    QByteArray rows;
    for (int row = 0; row < 120; ++row)
        rows += QByteArray(row > 0 ? "," : "") + R"({"item":{"text":"Where is my parcel?","label":"delivery.late"},"sample":{"output_text":")"
            + (row % 9 == 4 ? "delivery.lost" : "delivery.late") + R"("}})";
    const RawReply made = rawRequest(slow.url(), "POST", "/v1/evals/" + id + "/runs", headers,
                                     R"({"name":"v15 mini","data_source":{"type":"jsonl","source":{"type":"file_content","content":[)"
                                         + rows + "]}}}");
    const QByteArray run = made.json()[u"id"_s].toString().toUtf8();
    const auto graded = [&] {
        return rawRequest(slow.url(), "GET", "/v1/evals/" + id + "/runs/" + run, headers)
                   .json()[u"result_counts"_s][u"passed"_s].toInt() > 8;
    };
    const bool taken = !run.isEmpty() && eventually(graded)
        && m_console->open(m_console->addProfile(u"Acme / research"_s, slow.url(), key)) && showEvals()
        && selectEvals({u"v15 mini"_s}) && picture(&m_console->window());
    m_console.reset(); // before its server
    return taken;
}

bool Shots::evalsRunFailed()
{
    return openEvals() && selectEvals({u"o4-mini"_s}) && picture(&m_console->window());
}

bool Shots::evalsRunJson()
{
    return openEvals() && selectEvals({u"v14 mini"_s}) && showEvalTab(Json) && picture(&m_console->window());
}

bool Shots::evalsCriteria()
{
    return openEvals() && selectEvals({u"v14 mini"_s}) && showEvalTab(Criteria) && picture(&m_console->window());
}

bool Shots::evalsNoMatch()
{
    if (!openEvals())
        return false;
    auto *filter = m_console->find<QLineEdit>(u"evalsFilter"_s);
    filter->setText(u"quarterly"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    return picture(&m_console->window());
}

bool Shots::evalsItems()
{
    return openItems(u"v14 mini"_s) && readFailure() && picture(&m_console->window());
}

bool Shots::evalsItemsNothing()
{
    return openItems(u"v14 mini"_s) && picture(&m_console->window());
}

bool Shots::evalsItemsJudged()
{
    return openItems(u"handbook 2026, short"_s) && readFailure() && picture(&m_console->window());
}

bool Shots::evalsItemsMarked()
{
    if (!openItems(u"v14 mini"_s) || !readFailure())
        return false;
    m_console->action(u"items.mark"_s)->trigger();
    m_console->action(u"items.note"_s)->trigger();
    auto *note = m_console->await<QLineEdit>(u"itemNote"_s);
    if (!note)
        return false;
    QTest::keyClicks(note, u"Lost, not late: the label is right"_s);
    QTest::keyClick(note, Qt::Key_Return);
    m_console->action(u"items.nextFailure"_s)->trigger();
    m_console->action(u"items.mark"_s)->trigger();
    m_console->action(u"items.previousFailure"_s)->trigger();
    return picture(&m_console->window());
}

bool Shots::evalsItemsError()
{
    if (!openItems(u"v14 mini"_s))
        return false;
    auto *filter = m_console->find<QLineEdit>(u"itemsFilter"_s);
    filter->setText(u"verdict=error"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    auto *items = m_console->find<TableView>(u"itemsTable"_s);
    if (!eventually([items] { return items->model()->rowCount() > 0 && items->model()->rowCount() < 20; }))
        return false;
    items->selectRow(0);
    return picture(&m_console->window());
}

bool Shots::evalsItemsSmall()
{
    m_console->window().resize(1100, 700);
    return openItems(u"v14 mini"_s) && readFailure() && picture(&m_console->window());
}

bool Shots::evalsCompare()
{
    return compareRuns({u"v13 mini"_s, u"v14 mini"_s, u"gpt-4.1"_s}) && picture(&m_console->window());
}

bool Shots::evalsCompareTwo()
{
    return compareRuns({u"handbook 2026"_s, u"handbook 2026, short"_s}) && picture(&m_console->window());
}

bool Shots::evalsCompareFive()
{
    return compareRuns({u"v13 mini"_s, u"v14 mini"_s, u"gpt-4.1"_s, u"v14 mini, temp 1"_s, u"o4-mini"_s})
        && picture(&m_console->window());
}

bool Shots::evalsCompareSmall()
{
    m_console->window().resize(1100, 700);
    return evalsCompare();
}

bool Shots::evalsRename()
{
    if (!openEvals() || !selectEvals({u"triage golden"_s}))
        return false;
    m_console->action(u"evals.rename"_s)->trigger();
    return pictureOf(u"evalEditDialog"_s);
}

bool Shots::evalsMetadata()
{
    if (!openEvals() || !selectEvals({u"triage golden"_s}))
        return false;
    m_console->action(u"evals.metadata"_s)->trigger();
    return m_console->click(u"addPair"_s) && pictureOf(u"evalEditDialog"_s);
}

bool Shots::evalsDelete()
{
    if (!openEvals() || !selectEvals({u"triage golden"_s, u"handbook 2025"_s}))
        return false;
    m_console->action(u"evals.delete"_s)->trigger();
    return pictureOf(u"confirmDialog"_s);
}

bool Shots::evalsUnavailable()
{
    m_proxy->add({}, "/evals", Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s), -1);
    if (!openProxy())
        return false;
    m_console->window().showPage(u"evals"_s);
    return eventually([this] { return m_console->page()->list()->loadState() == LoadState::Unavailable; })
        && picture(&m_console->window());
}

bool Shots::evalsReadOnly()
{
    return openEvals([](Profile &profile) {
               profile.name = u"Acme / production"_s;
               profile.readOnly = true;
               profile.production = true;
               profile.colour = u"#C62828"_s;
           })
        && selectEvals({u"v14 mini"_s}) && picture(&m_console->window());
}

} // namespace odc
