// SPDX-License-Identifier: GPL-3.0-or-later
// What an area gets by deriving from ListPage: an area that brings nothing but what it must.
#include "gui/support/console.h"

#include "lists/rowmodel.h"
#include "settings/profilestore.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/listpage.h"
#include "ui/widgets/pageheader.h"

#include <QClipboard>
#include <QLabel>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

struct Note
{
    QString id;
    QString text;

    QJsonObject toJson() const { return {{u"id"_s, id}, {u"text"_s, text}}; }
    bool operator==(const Note &) const = default;
};

class NotesModel final : public RowModel<Note>
{
public:
    explicit NotesModel(QList<Note> atServer) : m_atServer(std::move(atServer))
    {
        setColumns({{"text"_ba, u"Text"_s, ColumnType::Text, 200, true},
                    {"id"_ba, u"ID"_s, ColumnType::Id, 100, true}});
    }
    void refresh() override
    {
        ++refreshes;
        setLoadState(LoadState::Loading);
        merge(m_atServer);
        setRefreshedAt(1);
        setLoadState(LoadState::Ready);
    }

    int refreshes = 0;

protected:
    QVariant cell(const Note &note, int column, int role) const override
    {
        return role == Qt::DisplayRole ? raw(note, column) : QVariant();
    }
    QVariant raw(const Note &note, int column) const override { return column == 0 ? note.text : note.id; }
    int compare(int column, const Note &left, const Note &right) const override
    {
        return raw(left, column).toString().compare(raw(right, column).toString());
    }

private:
    QList<Note> m_atServer;
};

class NotesPage final : public ListPage
{
public:
    NotesPage(const PageContext &context, NotesModel *model)
        : ListPage(context, u"notes"_s, model, nullptr), m_model(*model), m_details(new QLabel)
    {
        m_burn = actions().add(u"notes.burn"_s, u"&Burn"_s);
        setDetails(m_details);
        finish({u"Notes"_s, u"Notes: loading"_s, u"Notes are what you write down."_s, {}});
    }
    QString summary() const { return header()->summary(); }
    QString details() const { return m_details->text(); }
    using ListPage::pane;

    QAction *m_burn;

protected:
    QList<QAction *> ownActions() const override { return {m_burn, detailsAction()}; }
    void updateActions(int selected) override { m_burn->setEnabled(selected > 0); }
    void showDetails(int row, int others) override
    {
        m_details->setText(row < 0 ? u"nothing"_s : u"%1 +%2"_s.arg(m_model.item(row)->text).arg(others));
    }
    QString summaryOfAll() const override { return u"%1 notes"_s.arg(m_model.rowCount()); }
    QString summaryOf(const QList<int> &rows) const override { return u"%1 of them"_s.arg(rows.size()); }
    QString objectPath(const QString &id) const override { return u"/notes/"_s + id; }

private:
    NotesModel &m_model;
    QLabel *m_details;
};

} // namespace

class TestListPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void loadsWhenItIsSeenAndSaysHowThingsStand();
    void followsTheSelection();
    void menusHoldWhatEveryListHas();
    void showsAnObjectWhateverTheFilter();

private:
    void open(const QList<Note> &atServer);

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    NotesModel *m_model = nullptr;
    std::unique_ptr<NotesPage> m_page;
};

void TestListPage::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    QVERIFY(m_console->openLocal());
}

void TestListPage::cleanup()
{
    m_page.reset();
    m_console.reset();
    m_home.reset();
}

void TestListPage::open(const QList<Note> &atServer)
{
    m_model = new NotesModel(atServer);
    m_page = std::make_unique<NotesPage>(
        m_console->context(), m_model);
    m_page->resize(1200, 700);
}

void TestListPage::loadsWhenItIsSeenAndSaysHowThingsStand()
{
    open({{u"n1"_s, u"milk"_s}, {u"n2"_s, u"bread"_s}});
    QCOMPARE(m_model->refreshes, 0);
    QCOMPARE(m_page->summary(), u"Notes are what you write down."_s);
    QVERIFY(!m_page->m_burn->isEnabled()); // also before anybody looked
    m_page->show();
    QCOMPARE(m_model->refreshes, 1);
    QCOMPARE(m_page->summary(), u"2 notes"_s);
    m_page->hide();
    m_page->show();
    QCOMPARE(m_model->refreshes, 1); // coming back is no reason to ask again
    m_page->refresh();
    QCOMPARE(m_model->refreshes, 2);
    m_page->pane()->setFilter(u"milk"_s);
    ODC_EVENTUALLY(m_page->summary() == u"2 notes · 1 shown"_s);
}

void TestListPage::followsTheSelection()
{
    open({{u"n1"_s, u"milk"_s}, {u"n2"_s, u"bread"_s}, {u"n3"_s, u"salt"_s}});
    m_page->show();
    QCOMPARE(m_page->details(), u"nothing"_s);
    m_page->pane()->selectId(u"n2"_s);
    QVERIFY(m_page->m_burn->isEnabled());
    ODC_EVENTUALLY(m_page->details() == u"bread +0"_s);
    m_page->pane()->table()->selectAll();
    ODC_EVENTUALLY(m_page->details() == u"bread +2"_s && m_page->summary() == u"3 notes · 3 of them"_s);
    QVERIFY(!m_page->actions().find(u"notes.copyCurl"_s)->isEnabled()); // one call has one object
    m_page->pane()->table()->clearSelection();
    ODC_EVENTUALLY(m_page->details() == u"nothing"_s);
    QVERIFY(!m_page->m_burn->isEnabled());
}

void TestListPage::menusHoldWhatEveryListHas()
{
    open({{u"n1"_s, u"milk"_s}});
    m_page->show();
    QStringList names;
    const QList<QAction *> all = m_page->objectActions();
    for (const QAction *action : all)
        names << (action ? action->objectName() : QString());
    QCOMPARE(names, (QStringList{u"notes.burn"_s,
                                 u"notes.details"_s,
                                 {},
                                 u"notes.copyId"_s,
                                 u"notes.copyRow"_s,
                                 u"notes.copyJson"_s,
                                 u"notes.copyCurl"_s,
                                 u"notes.copyPython"_s,
                                 {},
                                 u"notes.exportCsv"_s,
                                 u"notes.exportJson"_s,
                                 {},
                                 u"notes.stopLoading"_s,
                                 {},
                                 u"notes.sample"_s}));
    m_page->pane()->selectId(u"n1"_s);
    m_page->actions().find(u"notes.copyCurl"_s)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"/notes/n1"_s));
}

void TestListPage::showsAnObjectWhateverTheFilter()
{
    open({{u"n1"_s, u"milk"_s}, {u"n2"_s, u"bread"_s}});
    m_page->show();
    m_page->pane()->setFilter(u"milk"_s);
    m_page->showObject(u"n2"_s);
    QCOMPARE(m_page->pane()->selectedIds(), QStringList{u"n2"_s});
    QCOMPARE(m_page->pane()->shownCount(), 2);
}

QTEST_MAIN(TestListPage)
#include "tst_listpage.moc"
