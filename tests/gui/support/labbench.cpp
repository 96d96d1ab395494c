// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/labbench.h"

#include "api/session.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "stores/filenames.h"
#include "stores/querysets.h"
#include "ui/pages/stores/labcard.h"
#include "ui/pages/stores/labcards.h"
#include "ui/pages/stores/labhits.h"
#include "ui/pages/stores/labquerybar.h"
#include "ui/pages/stores/labsetpanel.h"
#include "ui/widgets/stateoverlay.h"

#include <QListView>
#include <QVBoxLayout>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {
constexpr auto key = "sk-test"_L1; ///< what SmallStore uses, too
}

LabBench::LabBench(Theme &theme) : m_console(std::make_unique<Console>(theme, m_home.path())) {}

LabBench::~LabBench()
{
    closePane();
    m_console.reset();
    m_proxy.reset();
}

bool LabBench::openServer(const QString &storeName, const std::function<void(Profile &)> &change)
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start({u"--time-scale"_s, u"0"_s}))
        return false;
    m_storeName = storeName;
    m_store = SmallStore::make(m_server->url(), storeName);
    if (m_store.id.isEmpty()) {
        qWarning("%s", qPrintable(m_store.problem));
        return false;
    }
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_profileId = m_console->addProfile(u"Own"_s, m_proxy->url(), key, change);
    return m_console->open(m_profileId);
}

bool LabBench::openSample()
{
    m_server = std::make_unique<ServerProcess>();
    if (!m_server->start({u"--time-scale"_s, u"0"_s, u"--seed"_s, u"sample"_s}))
        return false;
    m_storeName = u"support-kb"_s;
    const QJsonArray stores =
        rawRequest(m_server->url(), "GET", "/v1/vector_stores?limit=100").json().value(u"data"_s).toArray();
    for (const QJsonValue &store : stores) {
        if (store[u"name"_s] == QJsonValue(m_storeName))
            m_store.id = store[u"id"_s].toString();
    }
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_profileId = m_console->addProfile(u"Acme / research"_s, m_proxy->url(), key);
    return !m_store.id.isEmpty() && m_console->open(m_profileId);
}

void LabBench::openPane(const QSize &size)
{
    closePane();
    m_names = std::make_unique<FileNames>(*m_console->session());
    m_window = std::make_unique<QWidget>();
    m_window->resize(size);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    m_pane = new SearchLabPane(m_console->context(), *m_names, m_window.get());
    layout->addWidget(m_pane);
    m_pane->setStore(VectorStore::fromJson({{u"id"_s, m_store.id}, {u"name"_s, m_storeName}}));
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
    m_pane->focusContent();
}

void LabBench::closePane()
{
    m_window.reset();
    m_pane = nullptr;
    m_names.reset();
}

QString LabBench::setsFile() const
{
    return QuerySets::folderOf(m_console->services().settings().folder(), m_profileId) + u'/' + m_store.id +
           u".json"_s;
}

LabCard *LabBench::card(const QString &name) const
{
    return m_pane->cards()->card(name);
}

QListView *LabBench::hits(const QString &setting) const
{
    return card(setting) ? card(setting)->list() : nullptr;
}

QStringList LabBench::found(const QString &setting) const
{
    QStringList names;
    const QAbstractItemModel *model = hits(setting)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names << model->index(row, 0).data().toString();
    return names;
}

bool LabBench::idle() const
{
    return eventually([this] { return m_pane->isIdle(); });
}

bool LabBench::search(const QString &query)
{
    auto *edit = child<LabQueryEdit>(u"labQuery"_s);
    m_window->activateWindow();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    const QStringList lines = query.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(edit, lines.at(i));
    }
    QTest::keyClick(edit, Qt::Key_Return);
    return idle();
}

bool LabBench::importSet()
{
    const QString path = writeFile(m_home.filePath(u"shop.csv"_s), SmallStore::queries().toCsv());
    action(u"lab.importSet"_s)->trigger();
    return m_console->chooseFile(u"labImportDialog"_s, path) &&
           eventually([this] { return m_pane->panel()->currentName() == u"shop"_s; });
}

QStringList LabBench::rowTexts(TableView *table, int row)
{
    QStringList texts;
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        if (!table->isColumnHidden(column))
            texts << table->model()->index(row, column).data().toString();
    }
    return texts;
}

QString LabBench::stateOver(QWidget *view)
{
    const auto *state = view->findChild<StateOverlay *>();
    return state && state->kind() != StateOverlay::Kind::None ? state->state().sentence : QString();
}

} // namespace odc::test
