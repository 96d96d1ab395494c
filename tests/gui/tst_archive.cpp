// SPDX-License-Identifier: GPL-3.0-or-later
// Archives in the window: made from the dialog, opened offline, worked on as a copy, and what is said when that cannot be.
#include "gui/support/console.h"

#include "api/session.h"
#include "archive/archivejob.h"
#include "evals/evalmarks.h"
#include "localserver/localserver.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "lists/batchresultsmodel.h"
#include "ui/pages/batches/resultspane.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/shell/navpanel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <optional>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void madeFromTheDialogAndOpenedOffline();
    void batchesAndTheirResultsAreReadOffline();
    void storesAreReadAndSearchedOffline();
    void aCopyIsWorkedOn();
    void marksGoAlong();
    void aCopyWithALinkInItIsNotMade();
    void aKeyThatCannotBeReadLeavesNothingBehind();
    void aSecondGoContinuesTheFirst();
    void foldersThatWillNotDoAreSaid();
    void whatIsNoArchiveIsNotOpened_data();
    void whatIsNoArchiveIsNotOpened();
    void leavingTheProgramAsksAndItGoesOn();
    void oldProfilesStillLoad();

private:
    QString path(const QString &name) const { return m_home->filePath(name); }
    /// From the menu to the running archive.
    void startArchive(const QString &folder);
    void archive(const QString &folder);
    ArchiveWriter &archives() { return m_console->services().archives(); }
    bool openFromMenu(const QString &folder);
    MessageBar *windowMessages() const;

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
};

void TestArchive::initTestCase()
{
    m_theme.apply(*qApp);
}

void TestArchive::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
}

void TestArchive::cleanup()
{
    m_console.reset();
}

void TestArchive::startArchive(const QString &folder)
{
    m_console->action(u"file.archive"_s)->trigger();
    auto *edit = m_console->await<QLineEdit>(u"archiveFolder"_s);
    QVERIFY(edit);
    edit->setText(folder);
    auto *start = m_console->await<QPushButton>(u"startArchive"_s);
    ODC_EVENTUALLY(start->isEnabled());
    QVERIFY(m_console->click(u"startArchive"_s));
    ODC_EVENTUALLY(archives().job() && !m_console->find<QDialog>(u"archiveDialog"_s));
}

void TestArchive::archive(const QString &folder)
{
    startArchive(folder);
    QVERIFY(archives().job());
    ODC_EVENTUALLY(!archives().isBusy());
    // The service hands out no contents of some purposes; all else must be there.
    const ArchiveReport &report = archives().job()->report();
    QVERIFY2(report.verified, qPrintable(report.toText({}, folder)));
    QVERIFY(!report.failures.isEmpty());
    for (const ArchiveFailure &failure : report.failures)
        QVERIFY2(failure.refused && failure.list == "contents"_L1, qPrintable(failure.list + failure.reason));
}

bool TestArchive::openFromMenu(const QString &folder)
{
    m_console->action(u"file.openArchive"_s)->trigger();
    auto *dialog = m_console->await<QFileDialog>(u"openArchiveDialog"_s);
    if (!dialog)
        return false;
    dialog->close();
    Q_EMIT dialog->fileSelected(folder);
    return true;
}

MessageBar *TestArchive::windowMessages() const
{
    const auto bars = m_console->window().findChildren<MessageBar *>();
    for (MessageBar *bar : bars) {
        if (bar->isShowing() && bar->message().key == "archive"_L1)
            return bar;
    }
    return nullptr;
}

void TestArchive::madeFromTheDialogAndOpenedOffline()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    const QStringList names = m_console->column("name");
    QVERIFY(!m_console->action(u"file.workOnCopy"_s)->isEnabled());

    // What it says before anything is copied.
    m_console->action(u"file.archive"_s)->trigger();
    auto *dialog = qobject_cast<ArchiveDialog *>(m_console->await<QDialog>(u"archiveDialog"_s));
    QVERIFY(dialog);
    QVERIFY(dialog->folder().startsWith(QDir::homePath()));
    auto *estimate = dialog->findChild<QLabel *>(u"archiveEstimate"_s);
    ODC_EVENTUALLY(estimate->text().contains(u"the first time"));
    bool counted = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        counted = counted || label->text().contains(QString::number(names.size()) + u" file"_s);
    QVERIFY(counted);
    dialog->reject();

    const QString folder = path(u"archive"_s);
    archive(folder);
    QVERIFY(m_console->find<QWidget>(u"archiveStrip"_s));
    QVERIFY(m_console->click(u"archiveDetails"_s));
    auto *report = m_console->await<QDialog>(u"archiveReport"_s);
    QVERIFY(report);
    QCOMPARE(report->findChild<QLabel *>(u"archiveCount-files"_s)->text(), QString::number(names.size()));
    auto *failures = m_console->await<QPlainTextEdit>(u"archiveFailures"_s);
    QVERIFY(failures);
    // What the service keeps to itself is no failure of the archive.
    const auto *contents = report->findChild<StateLabel *>(u"archiveState-contents"_s);
    QCOMPARE(contents->tone(), Tone::Attention);
    const ArchiveReport::Line line = *archives().job()->report().line(u"contents"_s);
    QCOMPARE(contents->text(), u"%1 verified, %2 not handed out"_s.arg(line.inArchive).arg(line.refused));
    QCOMPARE(line.refused, line.failed);
    QVERIFY(line.refused > 0);
    QVERIFY(failures->toPlainText().contains(u"Not allowed to download files of purpose"));
    QVERIFY(m_console->click(u"openArchiveNow"_s));

    ODC_EVENTUALLY(m_console->page() && m_console->page()->list()->loadState() == LoadState::Ready
                   && m_console->session()->isReadOnly());
    QCOMPARE(m_console->column("name"), names);
    QVERIFY(m_console->window().windowTitle().contains(u"Archive of"));
    QVERIFY(m_console->action(u"file.workOnCopy"_s)->isEnabled());
    QVERIFY(!m_console->action(u"file.archive"_s)->isEnabled());
    bool said = false;
    for (const QLabel *label : m_console->window().findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().startsWith(u"ARCHIVE, offline copy of"));
    QVERIFY(said);
    QVERIFY(!m_console->find<QPushButton>(u"readOnlySwitch"_s)->isEnabled());
    // It is served without the profile that it was made of.
    QVERIFY(m_console->session()->baseUrl() != m_console->localServer()->baseUrl());

    // Asked for once more it is the same profile.
    const qsizetype profiles = m_console->services().profiles().profiles().size();
    QVERIFY(openFromMenu(folder));
    ODC_EVENTUALLY(m_console->page() && m_console->page()->list()->loadState() == LoadState::Ready);
    QCOMPARE(m_console->services().profiles().profiles().size(), profiles);
}

void TestArchive::batchesAndTheirResultsAreReadOffline()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    const QString folder = path(u"archive"_s);
    archive(folder);
    const ArchiveReport::Line *line = archives().job()->report().line(u"batches"_s);
    QVERIFY(line && line->atSource > 8);
    QCOMPARE(line->inArchive, line->atSource);
    QVERIFY(openFromMenu(folder));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->isReadOnly() && m_console->page() &&
                   m_console->page()->list()->loadState() == LoadState::Ready);
    m_console->localServer()->clearRequestLog(); // nobody is asked but the archive
    m_console->window().showPage(u"batches"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
    QCOMPARE(m_console->page()->list()->rowCount(), int(line->inArchive));
    QVERIFY(m_console->select({u"translations"_s})); // it expired with part of its results
    m_console->press(u"Return"_s, m_console->table());
    auto *results = m_console->page()->findChild<ResultsPane *>();
    ODC_EVENTUALLY(results && results->isVisible() && results->model().rowCount() == 500 &&
                   results->model().loadState() == LoadState::Ready);
    QVERIFY(!results->sendRestAction()->isEnabled());
    QVERIFY(results->sendRestAction()->toolTip().contains(u"read-only"_s));
    QVERIFY(m_console->localServer()->requestLog().isEmpty());
}

void TestArchive::storesAreReadAndSearchedOffline()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    m_console->action(u"file.archive"_s)->trigger();
    auto *dialog = qobject_cast<ArchiveDialog *>(m_console->await<QDialog>(u"archiveDialog"_s));
    QVERIFY(dialog);
    auto *estimate = dialog->findChild<QLabel *>(u"archiveEstimate"_s);
    ODC_EVENTUALLY(estimate->text().contains(u"the first time"));
    QStringList counted;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        counted << label->text();
    QVERIFY2(!counted.filter(u"6 store(s), "_s).isEmpty(), qPrintable(counted.join(u'\n')));
    QVERIFY(!estimate->text().contains(u"searched offline"));
    m_console->await<QCheckBox>(u"archiveTexts"_s)->click();
    QVERIFY(estimate->text().contains(u"Without their texts, stores cannot be searched offline."));
    QVERIFY(dialog->choice().has(u"vector_store_files"_s));
    QVERIFY(!dialog->choice().has(u"vector_store_contents"_s));
    dialog->reject();

    const QString folder = path(u"archive"_s);
    archive(folder);
    const ArchiveReport &report = archives().job()->report();
    for (const QString &list : {u"vector_stores"_s, u"vector_store_files"_s, u"vector_store_contents"_s}) {
        QVERIFY(report.line(list));
        QVERIFY(report.line(list)->atSource >= 6);
        QCOMPARE(report.line(list)->inArchive, report.line(list)->atSource);
    }
    // Some files of the sample are being indexed still, and stay so.
    QVERIFY(report.line(u"vector_store_files"_s)->underWay > 0);
    QVERIFY(m_console->click(u"archiveDetails"_s));
    auto *details = m_console->await<QDialog>(u"archiveReport"_s);
    QVERIFY(details);
    const auto *state = details->findChild<StateLabel *>(u"archiveState-vector_stores"_s);
    QCOMPARE(state->text(), u"6 verified, 1 still in progress"_s);
    QCOMPARE(details->findChild<StateLabel *>(u"archiveState-vector_store_contents"_s)->tone(), Tone::Fine);
    QVERIFY(m_console->click(u"openArchiveNow"_s));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->isReadOnly());

    m_console->localServer()->clearRequestLog(); // nobody is asked but the archive
    std::optional<Result<Page<VectorStore>>> stores;
    m_console->session()->stores().list({}, this, [&](Result<Page<VectorStore>> page) { stores = page; });
    ODC_EVENTUALLY(stores.has_value());
    QVERIFY(stores->has_value());
    QCOMPARE((*stores)->items.size(), 6);
    QVERIFY(!(*stores)->hasMore);
    QString handbook;
    for (const VectorStore &store : (*stores)->items) {
        if (store.name == "hr-handbook"_L1)
            handbook = store.id;
    }
    StoreSearchQuery query;
    query.queries = {u"vacation days"_s};
    std::optional<Result<StoreSearchPage>> found;
    m_console->session()->stores().search(handbook, query, this,
                                          [&](Result<StoreSearchPage> page) { found = page; });
    ODC_EVENTUALLY(found.has_value());
    QVERIFY(found->has_value());
    QVERIFY(!(*found)->hits.isEmpty());
    QCOMPARE((*found)->hits.first().filename, u"vacation.md"_s);
    QVERIFY(m_console->localServer()->requestLog().isEmpty());
}

void TestArchive::aCopyIsWorkedOn()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    const QStringList names = m_console->column("name");
    const QString folder = path(u"archive"_s);
    archive(folder);
    QVERIFY(m_console->click(u"openArchived"_s));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->isReadOnly()
                   && m_console->action(u"file.workOnCopy"_s)->isEnabled());

    m_console->action(u"file.workOnCopy"_s)->trigger();
    auto *name = m_console->await<QLineEdit>(u"copyName"_s);
    QVERIFY(name);
    name->setText(u"My copy"_s);
    QVERIFY(m_console->click(u"startCopy"_s));
    ODC_EVENTUALLY(m_console->session() && !m_console->session()->isReadOnly() && m_console->page()
                   && m_console->page()->list()->loadState() == LoadState::Ready);
    QVERIFY(m_console->window().windowTitle().contains(u"My copy"));
    QCOMPARE(m_console->column("name"), names);
    const Profile *copy = nullptr;
    for (const Profile &profile : m_console->services().profiles().profiles()) {
        if (profile.name == "My copy"_L1)
            copy = &profile;
    }
    QVERIFY(copy);
    QVERIFY(copy->kind == Profile::Kind::Local);
    QVERIFY(!QFile::exists(copy->dataFolder + u"/archive.json"_s));
    // Sample data belongs to the program's own server: here it would change another profile than the open one.
    m_console->window().showPage(u"evals"_s);
    QVERIFY(!m_console->page()->actions().find(u"evals.sample"_s));
    m_console->window().showPage(u"files"_s);
    // Its data outlives the profile, and who removes that is told where.
    m_console->action(u"file.profiles"_s)->trigger();
    auto *profiles = m_console->await<QDialog>(u"profilesDialog"_s);
    QVERIFY(profiles && m_console->click(u"removeProfile"_s));
    auto *question = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(question);
    const auto labels = question->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [copy](const QLabel *label) {
        return label->text().contains(QDir::toNativeSeparators(copy->dataFolder));
    }));
    question->reject();
    profiles->reject();

    // It can be changed, and the archive is not.
    const QString id = m_console->page()->list()->rowId(0);
    bool removed = false;
    m_console->session()->files().remove(id, &m_console->window(), [&](const Result<bool> &gone) { removed = gone && *gone; });
    ODC_EVENTUALLY(removed);

    // An eval that was archived runs again, over the rows its run had.
    EvalsApi &evals = m_console->session()->evals();
    EvalListQuery one;
    one.limit = 1;
    std::optional<EvalRun> run;
    const auto take = [&](const Result<EvalRun> &made) { run = made.value_or(EvalRun()); };
    evals.list(one, &m_console->window(), [&](const Result<Page<EvalObject>> &page) {
        const QString evalId = page->items.value(0).id;
        evals.listRuns(evalId, one, &m_console->window(), [&, evalId](const Result<Page<EvalRun>> &runs) {
            const QJsonObject source = runs->items.value(0).raw.value(u"data_source"_s).toObject();
            evals.createRun(evalId, {{u"name"_s, u"again"_s}, {u"data_source"_s, source}}, &m_console->window(), take);
        });
    });
    ODC_EVENTUALLY(run);
    QCOMPARE(run->name, u"again"_s);
    Call asking;
    ODC_EVENTUALLY([&] {
        if (!run->isFinished() && !asking.isRunning())
            asking = evals.retrieveRun(run->evalId, run->id, &m_console->window(), take);
        return run->isFinished();
    }());
    QCOMPARE(run->status, u"completed"_s);
    QVERIFY(run->counts.total > 0);
    QVERIFY(openFromMenu(folder));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->isReadOnly() && m_console->page()
                   && m_console->page()->list()->loadState() == LoadState::Ready);
    QCOMPARE(m_console->column("name"), names);
}

void TestArchive::marksGoAlong()
{
    QVERIFY(m_console->openLocal());
    const QString settings = m_console->services().settings().folder();
    const auto marksOf = [&](const QString &profileId) { return EvalMarks::folderOf(settings, profileId); };
    const EvalMark mark{true, u"look at this one"_s};
    EvalMarks(marksOf(QLatin1StringView(localProfileId)), u"eval_1"_s).set(u"run_1"_s, u"item_1"_s, mark);
    const QString folder = path(u"archive"_s);
    startArchive(folder);
    ODC_EVENTUALLY(!archives().isBusy());
    // Listed with their checksums.
    const QByteArray bytes = readFile(folder + u"/marks/eval_1.json"_s);
    const auto listed = archives().job()->manifest().marks;
    QCOMPARE(listed.keys(), QStringList{u"eval_1.json"_s});
    QCOMPARE(listed.value(u"eval_1.json"_s).sha256,
             QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    QVERIFY(readFile(folder + u"/archive.json"_s).contains(listed.value(u"eval_1.json"_s).sha256.toLatin1()));

    QVERIFY(m_console->click(u"openArchived"_s));
    ODC_EVENTUALLY(m_console->action(u"file.workOnCopy"_s)->isEnabled());
    const QString archiveId = m_console->services().settings().text(Setting::LastProfile);
    QVERIFY(EvalMarks(marksOf(archiveId), u"eval_1"_s).mark(u"run_1"_s, u"item_1"_s) == mark);
    m_console->action(u"file.workOnCopy"_s)->trigger();
    QVERIFY(m_console->await<QLineEdit>(u"copyName"_s));
    QVERIFY(m_console->click(u"startCopy"_s));
    ODC_EVENTUALLY(m_console->session() && !m_console->session()->isReadOnly());
    const QString copyId = m_console->services().settings().text(Setting::LastProfile);
    QVERIFY(copyId != archiveId);
    QVERIFY(EvalMarks(marksOf(copyId), u"eval_1"_s).mark(u"run_1"_s, u"item_1"_s) == mark);
    // The copy has its own: the archive's are not changed by it.
    EvalMarks(marksOf(copyId), u"eval_1"_s).set(u"run_1"_s, u"item_1"_s, {});
    QCOMPARE(readFile(folder + u"/marks/eval_1.json"_s), bytes);

    // Changed marks in the archive are not taken over: they are not those that were put there.
    writeFile(folder + u"/marks/eval_1.json"_s, R"({"format":1,"runs":{"run_1":{"item_1":{"note":"other"}}}})");
    QVERIFY(openFromMenu(folder));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->isReadOnly());
    QVERIFY(EvalMarks(marksOf(archiveId), u"eval_1"_s).mark(u"run_1"_s, u"item_1"_s) == mark);
}

void TestArchive::aCopyWithALinkInItIsNotMade()
{
    QVERIFY(m_console->openLocal());
    const QString folder = path(u"archive"_s);
    startArchive(folder);
    ODC_EVENTUALLY(!archives().isBusy());
    writeFile(path(u"elsewhere/letter.txt"_s), "dear");
    QVERIFY(QFile::link(path(u"elsewhere"_s), folder + u"/files/more"_s));
    QVERIFY(m_console->click(u"openArchived"_s));
    ODC_EVENTUALLY(m_console->action(u"file.workOnCopy"_s)->isEnabled());
    m_console->action(u"file.workOnCopy"_s)->trigger();
    QVERIFY(m_console->await<QLineEdit>(u"copyName"_s));
    QVERIFY(m_console->click(u"startCopy"_s));
    auto *text = m_console->await<QLabel>(u"copyText"_s);
    QVERIFY(text);
    ODC_EVENTUALLY(text->text().contains(u"is a link"));
    QVERIFY(QDir(path(u"data/copies"_s)).isEmpty());
}

void TestArchive::aKeyThatCannotBeReadLeavesNothingBehind()
{
    ServerProcess server;
    QVERIFY2(server.start({u"--seed"_s, u"sample"_s}), qPrintable(server.errorText()));
    const QString id = m_console->addProfile(u"Far"_s, server.url(), u"sk-far"_s);
    QVERIFY(m_console->open(id));
    Profile profile = *m_console->services().profiles().find(id);
    profile.caFile = path(u"none.pem"_s);
    const QString folder = path(u"archive"_s);
    QSignalSpy failed(&archives(), &ArchiveService::startFailed);
    archives().start(profile, folder, ArchiveChoice::everything());
    ODC_EVENTUALLY(failed.size() == 1 && !archives().isBusy());
    QVERIFY(!QFile::exists(folder));
    archive(folder); // mended, it goes there
}

void TestArchive::aSecondGoContinuesTheFirst()
{
    QVERIFY(m_console->openLocal());
    QVERIFY(m_console->addSampleData());
    const QString folder = path(u"archive"_s);
    archive(folder);
    m_console->action(u"file.archive"_s)->trigger();
    auto *edit = m_console->await<QLineEdit>(u"archiveFolder"_s);
    QVERIFY(edit);
    edit->setText(folder);
    auto *where = m_console->await<QLabel>(u"archiveWhere"_s);
    ODC_EVENTUALLY(where->text().contains(u"brought up to date"));
    m_console->click(u"startArchive"_s);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"archiveDialog"_s));
    ODC_EVENTUALLY(!archives().isBusy() && archives().job()->report().verified);
    // One batch and one job of the sample data run meanwhile, and the job tells of it.
    for (const ArchiveReport::Line &line : archives().job()->report().lines) {
        const bool runs = line.list == "batches"_L1 || line.list == "fine_tuning_jobs"_L1;
        if (line.list != "fine_tuning_events"_L1 && line.list != "fine_tuning_checkpoints"_L1)
            QVERIFY2(line.changed <= (runs ? 1 : 0), qPrintable(line.list));
    }
}

void TestArchive::foldersThatWillNotDoAreSaid()
{
    QVERIFY(m_console->openLocal());
    writeFile(path(u"letters/dear.txt"_s), "dear");
    m_console->action(u"file.archive"_s)->trigger();
    auto *edit = m_console->await<QLineEdit>(u"archiveFolder"_s);
    QVERIFY(edit);
    auto *where = m_console->await<QLabel>(u"archiveWhere"_s);
    auto *start = m_console->await<QPushButton>(u"startArchive"_s);
    edit->setText(path(u"letters"_s));
    ODC_EVENTUALLY(where->text().contains(u"holds other things"));
    QVERIFY(!start->isEnabled());
    edit->setText(u"relative"_s);
    ODC_EVENTUALLY(where->text() == "Choose a folder."_L1);
    QVERIFY(!start->isEnabled());
    edit->setText(path(u"new/deep"_s));
    ODC_EVENTUALLY(start->isEnabled());
    // Nothing chosen, nothing to start.
    for (const auto &name : {u"archiveEvals"_s, u"archiveBatches"_s, u"archiveJobs"_s, u"archiveStores"_s, u"archiveFiles"_s})
        m_console->await<QCheckBox>(name)->click();
    QVERIFY(!start->isEnabled());
    QVERIFY(!m_console->await<QCheckBox>(u"archiveTexts"_s)->isEnabled());
    QVERIFY(!m_console->await<QCheckBox>(u"archiveContents"_s)->isEnabled());
    QVERIFY(!QFile::exists(path(u"new"_s)));
}

void TestArchive::whatIsNoArchiveIsNotOpened_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("nothing there") << QByteArray() << u"is no archive"_s;
    QTest::newRow("damaged") << QByteArray("{\"kind\":\"openai") << u"is damaged"_s;
    QTest::newRow("newer") << QByteArray("{\"kind\":\"openai-data-archive\",\"format\":7}") << u"newer version"_s;
    QTest::newRow("no database") << QByteArray("{\"kind\":\"openai-data-archive\",\"format\":1}") << u"is damaged"_s;
}

void TestArchive::whatIsNoArchiveIsNotOpened()
{
    QFETCH(const QByteArray, manifest);
    QFETCH(const QString, sentence);
    QVERIFY(m_console->openLocal());
    writeFile(path(u"folder/other.txt"_s), "x");
    if (!manifest.isEmpty())
        writeFile(path(u"folder/archive.json"_s), manifest);
    const qsizetype profiles = m_console->services().profiles().profiles().size();
    QVERIFY(openFromMenu(path(u"folder"_s)));
    ODC_EVENTUALLY(windowMessages());
    QVERIFY2(windowMessages()->message().text.contains(sentence), qPrintable(windowMessages()->message().text));
    QCOMPARE(m_console->services().profiles().profiles().size(), profiles);
    QVERIFY(!m_console->session()->isReadOnly()); // what was open still is
    // It is about a folder, not about the next profile.
    QVERIFY(m_console->openLocal());
    QVERIFY(!windowMessages());
}

void TestArchive::leavingTheProgramAsksAndItGoesOn()
{
    ServerProcess server;
    QVERIFY2(server.start({u"--seed"_s, u"sample"_s}), qPrintable(server.errorText()));
    FaultProxy proxy(server.url());
    const QString id = m_console->addProfile(u"Far"_s, proxy.url(), u"sk-far-archive-0815"_s);
    QVERIFY(m_console->open(id));
    const QString folder = path(u"archive"_s);
    proxy.add("GET", "/content", Fault::stall(), -1);
    startArchive(folder);
    ODC_EVENTUALLY(archives().job()->state() == ArchiveJob::State::Fetching);
    // Another profile does not disturb it.
    QVERIFY(m_console->openLocal());
    QVERIFY(archives().isBusy());
    QVERIFY(m_console->find<QWidget>(u"archiveStrip"_s));
    // It says whose it is; what is half written is not opened, and what is open stays.
    QVERIFY(m_console->find<StateLabel>(u"archiveState"_s)->text().contains(u"Archive of Far"));
    QVERIFY(openFromMenu(folder));
    ODC_EVENTUALLY(windowMessages());
    QVERIFY2(windowMessages()->message().text.contains(u"being made just now"), qPrintable(windowMessages()->message().text));
    QVERIFY(m_console->session() && !m_console->session()->isReadOnly());

    m_console->window().close();
    auto *question = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(question);
    QVERIFY(m_console->window().isVisible());
    question->reject();
    m_console.reset(); // and it is gone, as if the person had said yes

    proxy.clearFaults();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_console->services().context().secrets.write(id, SecretKind::ApiKey, SecretString(u"sk-far-archive-0815"_s),
                                                  &m_console->window(), [](const SecretStore::WriteResult &) {});
    QVERIFY(m_console->open(id));
    archive(folder);
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        QVERIFY(!readFile(files.next()).contains("sk-far-archive"));
}

void TestArchive::oldProfilesStillLoad()
{
    const Profile old = Profile::fromJson(
        QJsonDocument::fromJson(R"({"id":"p","name":"n","kind":"compatible","base_url":"http://h/v1","colour":"#111111"})").object());
    QVERIFY(old.kind == Profile::Kind::Compatible);
    QVERIFY(old.dataFolder.isEmpty());
    Profile archive;
    archive.id = u"a"_s;
    archive.name = u"n"_s;
    archive.kind = Profile::Kind::Archive;
    archive.dataFolder = u"/x"_s;
    archive.archiveOf = u"api.openai.com"_s;
    archive.archivedAt = 5;
    const Profile again = Profile::fromJson(archive.toJson());
    QVERIFY(again.isArchive());
    QVERIFY(again.readOnly); // whatever the file says
    QCOMPARE(again.dataFolder, u"/x"_s);
    QCOMPARE(again.hostLabel(), u"offline copy of api.openai.com"_s);
    QCOMPARE(again.archivedAt, 5);
    QCOMPARE(again.problem(), QString());
    Profile copy = again;
    copy.dataFolder = u"/y"_s;
    QVERIFY(!again.sameSession(copy));
}

QTEST_MAIN(TestArchive)
#include "tst_archive.moc"
