// SPDX-License-Identifier: GPL-3.0-or-later
// An archive that was stopped: it says so wherever it is shown, and goes on from there.
#include "gui/support/console.h"

#include "api/session.h"
#include "archive/archivejob.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"
#include "ui/dialogs/archivedialog.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QTemporaryDir>
#include <QTranslator>

#include <optional>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto key = "sk-far-archive-0815"_L1;

/// One word of it.
class German : public QTranslator
{
public:
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return qstrcmp(text, "Local") == 0 ? u"Lokal"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestArchiveUnfinished : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init();
    void cleanup();

    void itSaysSoWhereItIsShown();
    void whatItDoesNotHoldIsNotSaidToBeEmpty();
    void goOnTakesItUpWhereItWas();
    void afterARestartItIsSaidOnce();
    void theFolderDoesNotFollowTheLanguage();

private:
    ArchiveWriter &archives() { return m_console->services().archives(); }
    QString folder() const { return m_home->filePath(u"Big2"_s); }
    /// The archive of "Acme" is stopped while it reads the items of runs.
    void stopInTheMiddle(bool withFiles = true);
    void openTheArchive();
    const Profile *archiveProfile();
    template <typename T> Result<T> answer(const std::function<void(std::function<void(Result<T>)>)> &ask)
    {
        std::optional<Result<T>> got;
        ask([&](Result<T> result) { got = std::move(result); });
        (void)eventually([&] { return got.has_value(); });
        return got.value_or(tl::unexpected(ApiError()));
    }

    Theme m_theme;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Console> m_console;
    QString m_id;
};

void TestArchiveUnfinished::init()
{
    failOnNoise();
    m_home = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ServerProcess>();
    QVERIFY2(m_server->start({u"--seed"_s, u"sample"_s}), qPrintable(m_server->errorText()));
    m_proxy = std::make_unique<FaultProxy>(m_server->url());
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_id = m_console->addProfile(u"Acme"_s, m_proxy->url(), key);
    QVERIFY(m_console->open(m_id));
}

void TestArchiveUnfinished::cleanup()
{
    m_console.reset();
    m_proxy.reset();
    m_server.reset();
}

void TestArchiveUnfinished::stopInTheMiddle(bool withFiles)
{
    m_proxy->add("GET", "/output_items", Fault::stall(), -1);
    m_console->action(u"file.archive"_s)->trigger();
    auto *edit = m_console->await<QLineEdit>(u"archiveFolder"_s);
    QVERIFY(edit);
    edit->setText(folder());
    if (!withFiles)
        m_console->await<QCheckBox>(u"archiveFiles"_s)->click();
    auto *start = m_console->await<QPushButton>(u"startArchive"_s);
    ODC_EVENTUALLY(start->isEnabled());
    QVERIFY(m_console->click(u"startArchive"_s));
    ODC_EVENTUALLY(archives().job() && archives().job()->state() == ArchiveJob::State::Listing &&
                   !archives().job()->manifest().listings.value(u"runs"_s).isEmpty());
    archives().job()->stop();
    ODC_EVENTUALLY(!archives().isBusy() && m_console->find<QPushButton>(u"goOnArchive"_s));
}

void TestArchiveUnfinished::openTheArchive()
{
    QVERIFY(m_console->click(u"archiveDetails"_s));
    QVERIFY(m_console->await<QPushButton>(u"openArchiveNow"_s));
    QVERIFY(m_console->find<QPushButton>(u"goOnArchiveNow"_s));
    QVERIFY(m_console->click(u"openArchiveNow"_s));
    ODC_EVENTUALLY(m_console->session() && m_console->session()->isReadOnly() &&
                   m_console->action(u"file.workOnCopy"_s)->isEnabled());
}

const Profile *TestArchiveUnfinished::archiveProfile()
{
    const QList<Profile> profiles = m_console->services().profiles().profiles();
    for (const Profile &profile : profiles) {
        if (profile.isArchive())
            return m_console->services().profiles().find(profile.id);
    }
    return nullptr;
}

void TestArchiveUnfinished::itSaysSoWhereItIsShown()
{
    stopInTheMiddle();
    QVERIFY(!m_console->find<QPushButton>(u"openArchived"_s));
    openTheArchive();
    const Profile *profile = archiveProfile();
    QVERIFY(profile);
    QVERIFY(profile->unfinished);
    // Told apart by whose it is, and where.
    QCOMPARE(profile->name, u"Archive of Acme"_s);
    QVERIFY2(profile->placeLabel().contains(u"unfinished") && profile->placeLabel().contains(u"Big2"),
             qPrintable(profile->placeLabel()));
    bool said = false;
    for (const QLabel *label : m_console->window().findChildren<QLabel *>())
        said =
            said || (label->isVisible() && label->text().startsWith(u"UNFINISHED ARCHIVE, offline copy of"));
    QVERIFY(said);
    m_console->action(u"file.workOnCopy"_s)->trigger();
    QVERIFY(m_console->await<QLabel>(u"copyUnfinished"_s));
}

void TestArchiveUnfinished::whatItDoesNotHoldIsNotSaidToBeEmpty()
{
    stopInTheMiddle();
    openTheArchive();
    EvalsApi &evals = m_console->session()->evals();
    EvalListQuery query;
    query.limit = 100;
    const auto list = answer<Page<EvalObject>>(
        [&](auto done) { evals.list(query, &m_console->window(), std::move(done)); });
    QVERIFY(list && !list->items.isEmpty());
    QString evalId;
    QString runId;
    for (const EvalObject &eval : list->items) {
        const auto runs = answer<Page<EvalRun>>(
            [&](auto done) { evals.listRuns(eval.id, query, &m_console->window(), std::move(done)); });
        if (!runs) {
            QCOMPARE(runs.error().headline(), u"Not in this archive, or not all of it"_s);
            continue;
        }
        if (!runs->items.isEmpty()) {
            evalId = eval.id;
            runId = runs->items.first().id;
        }
    }
    QVERIFY(!runId.isEmpty());
    const auto items = answer<Page<RawObject>>([&](auto done) {
        m_console->session()->raw().list(
            {u"/evals/%1/runs/%2/output_items"_s.arg(evalId, runId), 10, u"asc"_s, {}}, &m_console->window(),
            std::move(done));
    });
    QVERIFY(!items);
    QCOMPARE(items.error().code, u"not_in_archive"_s);
    QCOMPARE(items.error().headline(), u"Not in this archive, or not all of it"_s);
}

void TestArchiveUnfinished::goOnTakesItUpWhereItWas()
{
    stopInTheMiddle(false);
    openTheArchive();
    QVERIFY(m_console->open(m_id));
    m_proxy->clearFaults();
    QVERIFY(m_console->click(u"goOnArchive"_s));
    ODC_EVENTUALLY(!archives().isBusy() && archives().job() && archives().job()->report().verified);
    QCOMPARE(archives().job()->options().folder, folder());
    QVERIFY(!archives().job()->options().choice.has(u"files"_s));
    QVERIFY(!m_console->find<QPushButton>(u"goOnArchive"_s));
    // And its entry among the profiles is no unfinished one any more.
    ODC_EVENTUALLY(archiveProfile() && !archiveProfile()->unfinished);
}

void TestArchiveUnfinished::afterARestartItIsSaidOnce()
{
    stopInTheMiddle(false);
    m_console.reset();
    m_proxy->clearFaults();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_console->services().context().secrets.write(m_id, SecretKind::ApiKey, SecretString(key),
                                                  &m_console->window(),
                                                  [](const SecretStore::WriteResult &) {});
    const auto told = [this]() -> MessageBar * {
        const auto bars = m_console->window().findChildren<MessageBar *>();
        for (MessageBar *bar : bars) {
            if (bar->isShowing() && bar->message().key == "archiveUnfinished"_L1)
                return bar;
        }
        return nullptr;
    };
    QVERIFY(m_console->open(m_id));
    ODC_EVENTUALLY(told());
    QVERIFY(told()->message().text.contains(u"Acme") && told()->message().text.contains(u"Big2"));
    // It is this profile's: it goes with it.
    QVERIFY(m_console->openLocal());
    QVERIFY(!told());
    QVERIFY(m_console->open(m_id));
    // The dialog offers the folder that it was archived to.
    m_console->action(u"file.archive"_s)->trigger();
    auto *dialog = qobject_cast<ArchiveDialog *>(m_console->await<QDialog>(u"archiveDialog"_s));
    QVERIFY(dialog);
    QCOMPARE(dialog->folder(), folder());
    auto *where = m_console->await<QLabel>(u"archiveWhere"_s);
    ODC_EVENTUALLY(where->text().contains(u"goes on where it was"));
    dialog->reject();
    QVERIFY(!told());

    m_console.reset();
    m_console = std::make_unique<Console>(m_theme, m_home->path());
    m_console->services().context().secrets.write(m_id, SecretKind::ApiKey, SecretString(key),
                                                  &m_console->window(),
                                                  [](const SecretStore::WriteResult &) {});
    QVERIFY(m_console->open(m_id));
    ODC_EVENTUALLY(told());
    Q_EMIT told()->actionTriggered(told()->message().key);
    ODC_EVENTUALLY(!archives().isBusy() && archives().job() && archives().job()->report().verified);
    QCOMPARE(archives().job()->options().folder, folder());
    QVERIFY(!archives().job()->options().choice.has(u"files"_s)); // as it was chosen
    QVERIFY(!told());
}

void TestArchiveUnfinished::theFolderDoesNotFollowTheLanguage()
{
    German german;
    QVERIFY(qApp->installTranslator(&german));
    Profile local;
    local.id = QLatin1StringView(localProfileId);
    local.kind = Profile::Kind::Local;
    local.name = u"Lokal"_s;
    QVERIFY(ArchiveDialog::usualFolder(local).endsWith(u"/Local"));
    local.name = u"Mine"_s;
    QVERIFY(ArchiveDialog::usualFolder(local).endsWith(u"/Mine"));
}

QTEST_MAIN(TestArchiveUnfinished)
#include "tst_archiveunfinished.moc"
