// SPDX-License-Identifier: GPL-3.0-or-later
#include "shots/shots.h"

#include "gui/support/seed.h"
#include "i18n/translationsloader.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModel>
#include <QBuffer>
#include <QDir>
#include <QDragEnterEvent>
#include <QImage>
#include <QJsonArray>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QWindow>

#include <cstdio>

namespace odc {

using namespace Qt::StringLiterals;
using test::Fault;

namespace {

const auto key = u"sk-proj-picture-0001"_s;
constexpr int largeCount = 8412;

} // namespace

Shots::Shots(Theme &theme, const QString &folder, const QStringList &only)
    : m_theme(theme), m_folder(folder), m_only(only)
{
}

QList<Shots::Take> Shots::takes()
{
    return {{"files-empty", &Shots::filesEmpty},
            {"files-loading", &Shots::filesLoading},
            {"files-error", &Shots::filesError},
            {"files-unavailable", &Shots::filesUnavailable},
            {"files", &Shots::files},
            {"files-selection", &Shots::filesSelection},
            {"files-preview-text", &Shots::filesPreviewText},
            {"files-preview-image", &Shots::filesPreviewImage},
            {"files-preview-refused", &Shots::filesPreviewRefused},
            {"files-json", &Shots::filesJson},
            {"files-no-match", &Shots::filesNoMatch},
            {"files-refresh-failed", &Shots::filesRefreshFailed},
            {"files-drop-hint", &Shots::filesDropHint},
            {"files-many", &Shots::filesMany},
            {"files-small", &Shots::filesSmall},
            {"production", &Shots::production},
            {"profile-failed", &Shots::profileFailed},
            {"profile-menu", &Shots::profileMenu},
            {"upload", &Shots::uploadDialog},
            {"confirm", &Shots::confirmDialog},
            {"confirm-typed", &Shots::confirmTyped},
            {"report", &Shots::report},
            {"report-lost", &Shots::reportLost},
            {"bulk-running", &Shots::bulkRunning},
            {"bulk-finished", &Shots::bulkFinished},
            {"profiles", &Shots::profiles},
            {"profiles-tested", &Shots::profilesTested},
            {"profiles-mistake", &Shots::profilesMistake},
            {"profiles-unsaved", &Shots::profilesUnsaved},
            {"preferences", &Shots::preferences},
            {"shortcuts", &Shots::shortcuts},
            {"about", &Shots::about},
            {"activity", &Shots::activity},
            {"transfers-empty", &Shots::transfersEmpty},
            {"transfers", &Shots::transfers},
            {"transfers-small", &Shots::transfersSmall},
            {"transfers-parts", &Shots::transfersParts},
            {"transfers-failed", &Shots::transfersFailed},
            {"transfers-lost", &Shots::transfersLost},
            {"transfers-pending", &Shots::transfersPending},
            {"transfers-quit", &Shots::transfersQuit},
            {"transfers-cancel", &Shots::transfersCancel},
            {"dock", &Shots::dock},
            {"archive", &Shots::archiveDialog},
            {"archive-running", &Shots::archiveRunning},
            {"archive-report", &Shots::archiveReport},
            {"archive-opened", &Shots::archiveOpened},
            {"archive-copy", &Shots::archiveCopy}};
}

int Shots::run()
{
    if (!m_sample.start({u"--api-key"_s, key, u"--seed"_s, u"sample"_s})
        || !m_large.start({u"--api-key"_s, key, u"--seed"_s, u"large"_s, u"--seed-count"_s, QString::number(largeCount)})) {
        std::fputs("odc-shots: the server does not start\n", stderr);
        return 1;
    }
    // Something to look at that the sample data has not: a picture that may be downloaded.
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage image(960, 640, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 960, 640);
    sky.setColorAt(0, QColor(u"#2563EB"_s));
    sky.setColorAt(1, QColor(u"#F4B183"_s));
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor(u"#FFF4D6"_s));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(640, 120, 140, 140);
    painter.end();
    image.save(&buffer, "PNG");
    test::postForm(m_sample.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", png, "evening-0381.png"}},
                   {{"Authorization", "Bearer " + key.toUtf8()}});

    bool good = true;
    const auto round = [&](const QString &suffix, const QStringList &names) {
        for (const Take &what : takes()) {
            const QString name = QString::fromLatin1(what.name);
            if (wanted(name) && (names.isEmpty() || names.contains(name)))
                good &= take(what, suffix);
        }
    };
    installTranslations(*qApp, u"en"_s);
    m_theme.setMode(Theme::Mode::Light);
    round(u"-light"_s, {});
    m_theme.setMode(Theme::Mode::Dark);
    round(u"-dark"_s, {});
    m_theme.setMode(Theme::Mode::Light);
    installTranslations(*qApp, u"de"_s);
    round(u"-german"_s, {u"files-selection"_s, u"files-small"_s, u"upload"_s, u"confirm-typed"_s, u"report"_s, u"profiles"_s, u"preferences"_s, u"shortcuts"_s, u"transfers"_s, u"transfers-small"_s, u"transfers-failed"_s});
    installTranslations(*qApp, u"en"_s);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    round(u"-rtl"_s, {u"files-selection"_s, u"upload"_s, u"profiles"_s, u"activity"_s, u"bulk-running"_s, u"transfers"_s, u"dock"_s});
    QApplication::setLayoutDirection(Qt::LeftToRight);
    return good ? 0 : 1;
}

bool Shots::take(const Take &what, const QString &suffix)
{
    m_file = m_folder + u'/' + QString::fromLatin1(what.name) + suffix + u".png"_s;
    m_home = std::make_unique<QTemporaryDir>();
    m_proxy = std::make_unique<test::FaultProxy>(m_sample.url());
    m_console = std::make_unique<test::Console>(m_theme, m_home->path());
    const bool good = (this->*what.scene)();
    m_console.reset();
    m_proxy.reset();
    std::printf("%s %s%s\n", good ? "ok" : "FAILED", what.name, qPrintable(suffix));
    std::fflush(stdout);
    return good;
}

bool Shots::picture(QWidget *widget)
{
    if (!widget)
        return false;
    // What is still being laid out or painted later gets its turn: two pictures in a row are to be the same.
    QImage before;
    QImage now;
    for (int i = 0; i < 10 && (i == 0 || now != before); ++i) {
        before = now;
        QTest::qWait(60);
        now = widget->grab().toImage();
    }
    return now.save(m_file);
}

bool Shots::pictureOf(const QString &dialogName)
{
    auto *dialog = m_console->await<QDialog>(dialogName);
    return dialog && QTest::qWaitForWindowExposed(dialog) && picture(dialog);
}

bool Shots::openSample(const std::function<void(Profile &)> &change)
{
    return m_console->open(m_console->addProfile(u"Acme / research"_s, m_sample.url(), key, change));
}

bool Shots::openProxy()
{
    return m_console->open(m_console->addProfile(u"Acme / research"_s, m_proxy->url(), key));
}

bool Shots::selectTickets()
{
    return m_console->select({u"support-tickets-2026-q3.jsonl"_s});
}

std::unique_ptr<QMimeData> Shots::drop(const QStringList &paths)
{
    auto mime = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime->setUrls(urls);
    return mime;
}

QPoint Shots::middle()
{
    return m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center());
}

bool Shots::filesEmpty()
{
    return m_console->openLocal() && picture(&m_console->window());
}

bool Shots::filesLoading()
{
    m_proxy->add("GET", "/files", Fault::stall());
    m_console->window().openProfile(m_console->addProfile(u"Acme / research"_s, m_proxy->url(), key));
    return test::eventually([&] { return m_proxy->count("GET", "/files") == 1; }) && picture(&m_console->window());
}

bool Shots::filesError()
{
    m_proxy->add("GET", "/files", Fault::unauthorized());
    return openProxy() && picture(&m_console->window());
}

bool Shots::filesUnavailable()
{
    m_proxy->add("GET", "/files", Fault::apiError(404, u"invalid_request_error"_s, u"not_found"_s));
    return openProxy() && picture(&m_console->window());
}

bool Shots::files()
{
    return openSample() && picture(&m_console->window());
}

bool Shots::filesSelection()
{
    return openSample() && selectTickets()
        && m_console->select({u"support-tickets-2026-q3.jsonl"_s, u"batch_0192_output.jsonl"_s, u"train_v14.jsonl"_s})
        && picture(&m_console->window());
}

bool Shots::filesPreviewText()
{
    if (!openSample() || !selectTickets())
        return false;
    m_console->showTab(1);
    auto *view = m_console->await<JsonView>(u"previewText"_s);
    return view && test::eventually([&] { return !view->isLoading() && !view->edit()->toPlainText().isEmpty(); })
        && picture(&m_console->window());
}

bool Shots::filesPreviewImage()
{
    if (!openSample() || !m_console->select({u"evening-0381.png"_s}))
        return false;
    m_console->showTab(1);
    return m_console->await<ImageView>(u"previewImage"_s) && picture(&m_console->window());
}

bool Shots::filesPreviewRefused()
{
    if (!openSample() || !m_console->select({u"handbook-2026.pdf"_s}))
        return false;
    m_console->showTab(1);
    return picture(&m_console->window());
}

bool Shots::filesJson()
{
    if (!openSample() || !selectTickets())
        return false;
    m_console->showTab(2);
    auto *view = m_console->await<JsonView>(u"detailsJson"_s);
    return view && test::eventually([&] { return !view->isLoading(); }) && picture(&m_console->window());
}

bool Shots::filesNoMatch()
{
    if (!openSample())
        return false;
    m_console->setFilter(u"purpose:batch quarterly"_s);
    return test::eventually([&] { return m_console->pane()->shownCount() == 0; }) && picture(&m_console->window());
}

bool Shots::filesRefreshFailed()
{
    if (!openProxy() || !selectTickets())
        return false;
    m_proxy->add("GET", "/files", Fault::unauthorized());
    m_console->press(u"F5"_s);
    if (!test::eventually([&] { return m_console->messages()->isShowing(); }))
        return false;
    const QList<QPushButton *> buttons = m_console->messages()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isCheckable())
            test::Console::click(button);
    }
    return picture(&m_console->window());
}

bool Shots::filesDropHint()
{
    if (!openSample())
        return false;
    const auto mime = drop({m_scratch.path()});
    QDragEnterEvent enter(middle(), Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_console->window().windowHandle(), &enter);
    const bool taken = picture(&m_console->window());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_console->window().windowHandle(), &leave);
    return taken;
}

bool Shots::filesMany()
{
    return m_console->open(m_console->addProfile(u"Acme / archive"_s, m_large.url(), key,
                                                 [](Profile &profile) { profile.colour = u"#7C3AED"_s; }))
        && m_console->page()->list()->rowCount() == largeCount && picture(&m_console->window());
}

bool Shots::filesSmall()
{
    m_console->window().resize(1024, 680);
    return openSample() && selectTickets() && picture(&m_console->window());
}

bool Shots::production()
{
    return openSample([](Profile &profile) {
               profile.name = u"Acme / production"_s;
               profile.readOnly = true;
               profile.production = true;
               profile.colour = u"#C62828"_s;
           })
        && selectTickets() && picture(&m_console->window());
}

bool Shots::profileFailed()
{
    // Where the local server keeps its data there is a file.
    test::writeFile(m_home->filePath(u"data/local"_s), "not a folder");
    bool failed = false;
    QObject::connect(&m_console->services().opener(), &ProfileConnector::failed, &m_console->window(), [&] { failed = true; });
    m_console->window().openProfile(QLatin1StringView(localProfileId));
    return test::eventually([&] { return failed; }) && picture(&m_console->window());
}

bool Shots::profileMenu()
{
    m_console->addProfile(u"Acme / production"_s, QUrl(u"https://llm.acme.example/v1"_s), {},
                          [](Profile &profile) { profile.colour = u"#C62828"_s; });
    if (!openSample())
        return false;
    QMenu *menu = m_console->window().findChild<QWidget *>(u"navPanel"_s)->findChild<QMenu *>();
    auto *button = m_console->find<QPushButton>(u"profileButton"_s);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    const bool taken = picture(menu);
    menu->close();
    return taken;
}

bool Shots::uploadDialog()
{
    const auto at = [this](const char *name) { return m_scratch.filePath(u"to-upload/"_s + QString::fromLatin1(name)); };
    test::writeFile(at("november/requests-01.jsonl"), QByteArray(48'200, '{'));
    test::writeFile(at("november/requests-02.jsonl"), QByteArray(512'000, '{'));
    test::writeFile(at("november/requests-03.jsonl"), {});
    test::writeFile(at("november/readme.md"), "# Requests\n");
    test::writeFile(at("november/again/requests-01.jsonl"), QByteArray(48'100, '{'));
    test::writeFile(at("november/.cache"), "x");
    QFile huge(test::writeFile(at("november/everything.jsonl"), "{"));
    huge.resize(700LL * 1000 * 1000);
    if (!openSample())
        return false;
    const auto mime = drop({at("november")});
    if (!m_console->drop(*mime, middle()))
        return false;
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    if (!dialog)
        return false;
    auto *purpose = dialog->findChild<QComboBox *>(u"purpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"batch"_s));
    return test::eventually([&] { return dialog->chosen().size() == 2; }) && pictureOf(u"uploadDialog"_s);
}

bool Shots::confirmDialog()
{
    if (!openSample() || !m_console->select({u"train_v14.jsonl"_s, u"valid_v14.jsonl"_s, u"train_v13_broken.jsonl"_s}))
        return false;
    m_console->action(u"files.delete"_s)->trigger();
    return pictureOf(u"confirmDialog"_s);
}

bool Shots::confirmTyped()
{
    if (!openSample())
        return false;
    m_console->table()->setFocus();
    m_console->table()->selectAll();
    m_console->action(u"files.delete"_s)->trigger();
    auto *typed = m_console->await<QLineEdit>(u"typedCount"_s);
    if (!typed)
        return false;
    QTest::keyClicks(typed, u"4"_s);
    return pictureOf(u"confirmDialog"_s);
}

bool Shots::report()
{
    if (!openProxy())
        return false;
    m_proxy->add("DELETE", {}, Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s), 2);
    // All are refused by the proxy: the next picture needs them as well.
    m_proxy->add("DELETE", {}, Fault::answer(200, R"({"id":"file-x","object":"file","deleted":true})", {{"Content-Type", "application/json"}}), -1);
    if (!m_console->select({u"train_v14.jsonl"_s, u"valid_v14.jsonl"_s, u"dpo-pairs-01.jsonl"_s, u"train_v12.jsonl"_s, u"valid_v12.jsonl"_s}))
        return false;
    m_console->action(u"files.delete"_s)->trigger();
    return m_console->click(u"confirm"_s) && m_console->click(u"showReport"_s) && pictureOf(u"bulkReport"_s);
}

bool Shots::reportLost()
{
    const QString file = test::writeFile(m_scratch.filePath(u"lost/requests-2026-11.jsonl"_s), "{\"a\":1}\n");
    const QString other = test::writeFile(m_scratch.filePath(u"lost/requests-2026-12.jsonl"_s), "{\"a\":2}\n");
    if (!openProxy())
        return false;
    const auto mime = drop({file, other});
    if (!m_console->drop(*mime, middle()))
        return false;
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    if (!dialog || !test::eventually([&] { return dialog->chosen().size() == 2; }))
        return false;
    m_proxy->add("POST", "/files", Fault::loseReply());
    m_proxy->add("POST", "/files", Fault::apiError(413, u"invalid_request_error"_s, u"too_large"_s));
    if (!m_console->click(u"startUpload"_s) || !pictureOf(u"bulkReport"_s))
        return false;
    // What arrived all the same goes again, so that each round of pictures starts alike.
    const QJsonArray all = test::rawRequest(m_sample.url(), "GET", "/v1/files", {{"Authorization", "Bearer " + key.toUtf8()}})
                               .json()[u"data"_s].toArray();
    for (const QJsonValue &each : all) {
        if (each[u"filename"_s].toString().startsWith(u"requests-2026"_s))
            test::rawRequest(m_sample.url(), "DELETE", "/v1/files/" + each[u"id"_s].toString().toUtf8(),
                             {{"Authorization", "Bearer " + key.toUtf8()}});
    }
    return true;
}

bool Shots::bulkRunning()
{
    test::FaultProxy proxy(m_large.url());
    // Nothing is deleted for real; one in a while fails, and at 600 it hangs for the picture.
    const Fault done = Fault::answer(200, R"({"id":"file-x","object":"file","deleted":true})", {{"Content-Type", "application/json"}});
    for (int i = 0; i < 6; ++i) {
        proxy.add("DELETE", {}, done, 100);
        proxy.add("DELETE", {}, Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s), 9);
    }
    proxy.add("DELETE", {}, Fault::stall(), -1);
    if (!m_console->open(m_console->addProfile(u"Acme / archive"_s, proxy.url(), key)))
        return false;
    m_console->setFilter(u"purpose:batch"_s);
    m_console->table()->selectAll();
    m_console->action(u"files.delete"_s)->trigger();
    auto *typed = m_console->await<QLineEdit>(u"typedCount"_s);
    if (!typed)
        return false;
    QTest::keyClicks(typed, QString::number(m_console->pane()->selectedIds().size()));
    if (!m_console->click(u"confirm"_s) || !test::eventually([&] { return proxy.count("DELETE") >= 657; }))
        return false;
    QTest::qWait(300); // the strip is drawn ten times a second
    const bool taken = picture(&m_console->window());
    m_console.reset(); // before its proxy
    return taken;
}

bool Shots::bulkFinished()
{
    if (!openProxy())
        return false;
    m_proxy->add("DELETE", {}, Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s), 1);
    m_proxy->add("DELETE", {}, Fault::answer(200, R"({"id":"file-x","object":"file","deleted":true})", {{"Content-Type", "application/json"}}), -1);
    if (!m_console->select({u"train_v14.jsonl"_s, u"valid_v14.jsonl"_s, u"dpo-pairs-01.jsonl"_s}))
        return false;
    m_console->action(u"files.delete"_s)->trigger();
    return m_console->click(u"confirm"_s) && m_console->await<QWidget>(u"retryFailed"_s) && picture(&m_console->window());
}

bool Shots::profiles()
{
    m_console->addProfile(u"Acme / production"_s, QUrl(u"https://llm.acme.example/v1"_s), {}, [](Profile &profile) {
        profile.colour = u"#C62828"_s;
        profile.readOnly = true;
        profile.production = true;
    });
    if (!openSample())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    return pictureOf(u"profilesDialog"_s);
}

bool Shots::profilesTested()
{
    m_proxy->add("GET", "/models", Fault::unauthorized());
    if (!openProxy())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    return m_console->click(u"testConnection"_s) && m_console->await<MessageBar>(u"connectionReport"_s)
        && pictureOf(u"profilesDialog"_s);
}

bool Shots::profilesMistake()
{
    if (!m_console->openLocal())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    if (!m_console->click(u"newProfile"_s))
        return false;
    QTest::keyClicks(m_console->find<QLineEdit>(u"profileName"_s), u"Our gateway"_s);
    auto *kind = m_console->find<QComboBox>(u"profileKind"_s);
    kind->setCurrentIndex(kind->findData(int(Profile::Kind::Compatible)));
    QTest::keyClicks(m_console->find<QLineEdit>(u"profileUrl"_s), u"llm.acme.example"_s);
    return pictureOf(u"profilesDialog"_s);
}

bool Shots::profilesUnsaved()
{
    if (!m_console->openLocal())
        return false;
    m_console->action(u"file.profiles"_s)->trigger();
    if (!m_console->click(u"newProfile"_s))
        return false;
    QTest::keyClicks(m_console->find<QLineEdit>(u"profileName"_s), u"Our gateway"_s);
    m_console->find<QDialog>(u"profilesDialog"_s)->reject();
    return pictureOf(u"unsavedDialog"_s);
}

bool Shots::preferences()
{
    if (!openSample())
        return false;
    m_console->action(u"edit.preferences"_s)->trigger();
    return pictureOf(u"preferencesDialog"_s);
}

bool Shots::shortcuts()
{
    if (!openSample())
        return false;
    m_console->action(u"help.shortcuts"_s)->trigger();
    return pictureOf(u"shortcutsDialog"_s);
}

bool Shots::about()
{
    if (!openSample())
        return false;
    m_console->action(u"help.about"_s)->trigger();
    return pictureOf(u"aboutDialog"_s);
}

bool Shots::activity()
{
    m_proxy->add("GET", "/files", Fault::rateLimitedMs(20));
    if (!openProxy() || !selectTickets())
        return false;
    m_console->window().showActivity(true);
    m_console->showTab(1);
    auto *view = m_console->await<JsonView>(u"previewText"_s);
    if (!view || !test::eventually([&] { return !view->edit()->toPlainText().isEmpty(); }))
        return false;
    m_proxy->add("GET", "/files", Fault::apiError(403, u"invalid_request_error"_s, u"insufficient_permissions"_s));
    m_console->press(u"F5"_s);
    if (!test::eventually([&] { return m_console->page()->list()->loadState() == LoadState::Failed; }))
        return false;
    m_console->find<TableView>(u"activityTable"_s)->selectRow(0);
    m_console->action(u"activity.error"_s)->trigger();
    return picture(&m_console->window());
}

bool Shots::openTransfers()
{
    const auto sparse = [this](const char *name, qint64 size) {
        QFile file(test::writeFile(m_scratch.filePath(u"transfers/"_s + QString::fromLatin1(name)), "{\"a\":1}\n"));
        file.resize(size);
        return file.fileName();
    };
    constexpr qint64 mb = 1'000'000;
    using State = TransferRecord::State;
    QList<TransferRecord> records;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    TransferRecord done = test::uploadRecord(sparse("november-01.jsonl", 48 * mb), u"batch"_s);
    done.state = State::Completed;
    done.fileId = u"file-7Hq2vXw0Lp"_s;
    done.attempts = 1;
    done.endedAt = now - 70;
    records << done;
    TransferRecord saved = test::downloadRecord(u"file-Kd91vZb0av"_s, m_scratch.filePath(u"transfers/batch_0191_output.jsonl"_s), 61 * mb);
    saved.state = State::Completed;
    saved.attempts = 2;
    saved.endedAt = now - 3700;
    saved.note = u"saved as batch_0191_output (1).jsonl"_s;
    records << saved;
    records << test::uploadRecord(sparse("corpus-full-2026.jsonl", 1'200 * mb), u"fine-tune"_s, 9'400'000, 61);
    records << test::uploadRecord(sparse("triage-golden.jsonl", 96 * mb), u"evals"_s);
    TransferRecord failed = test::uploadRecord(sparse("press-kit-without-a-known-ending", 3 * mb), u"user_data"_s);
    failed.state = State::Failed;
    failed.attempts = 5;
    failed.endedAt = now - 40;
    failed.error = ApiError::make(ApiError::Kind::Server, u"The server had an error while processing your request."_s);
    failed.error.httpStatus = 503;
    failed.error.requestId = u"req_4f0c2a9be71d4a55"_s;
    failed.error.operation = u"POST /files"_s;
    failed.error.attempts = 5;
    records << failed;
    TransferRecord lost = test::uploadRecord(sparse("handbook-2026.pdf", 3 * mb), u"user_data"_s);
    lost.state = State::Unknown;
    lost.attempts = 1;
    lost.endedAt = now - 20;
    lost.lookedUp = true;
    lost.candidates = QStringList{u"file-Zb0avmR4tvQe"_s, u"file-mR4tvQeZb0av"_s};
    lost.error = ApiError::make(ApiError::Kind::OutcomeUnknown);
    records << lost;
    TransferRecord paused = test::uploadRecord(sparse("shelf-photos-2026.tar", 700 * mb), u"user_data"_s, 8'388'608, 20, u"upload_fedcba9876543210"_s);
    paused.state = State::Paused;
    records << paused;
    for (int i = 1; i <= 5; ++i)
        records << test::uploadRecord(sparse(qPrintable(u"requests-%1.jsonl"_s.arg(i, 2, 10, QChar(u'0'))), (12 + i) * mb), u"batch"_s);
    const QString id = m_console->addProfile(u"Acme / research"_s, m_proxy->url(), key);
    if (id.isEmpty() || !test::seedTransfers(m_home->path(), id, records))
        return false;
    Settings &settings = m_console->services().settings();
    settings.set(Setting::UploadLimitKB, 6'000);
    settings.set(Setting::TransfersAtOnce, 2);
    m_proxy->add("POST", "/parts", Fault::answer(200, R"({"id":"part_x","object":"upload.part","created_at":1763000000,"upload_id":"upload_0123456789abcdef"})",
                                                 {{"Content-Type", "application/json"}}), -1);
    m_proxy->add("POST", "/files", Fault::apiError(503, u"server_error"_s, {}), -1);
    if (!m_console->open(id))
        return false;
    m_console->window().showPage(u"transfers"_s);
    TransferQueue &queue = *m_console->services().opener().transfers();
    return test::eventually([&] { return queue.totals().uploadRate > 0; });
}

bool Shots::selectTransfer(const QString &name)
{
    return m_console->select({name});
}

bool Shots::transfersEmpty()
{
    if (!openSample())
        return false;
    m_console->window().showPage(u"transfers"_s);
    return picture(&m_console->window());
}

bool Shots::transfers()
{
    if (!openTransfers() || !selectTransfer(u"corpus-full-2026.jsonl"_s))
        return false;
    QTest::qWait(4000); // for something to plot
    return picture(&m_console->window());
}

bool Shots::transfersSmall()
{
    m_console->window().resize(1024, 680);
    return openTransfers() && picture(&m_console->window());
}

bool Shots::transfersParts()
{
    if (!openTransfers() || !selectTransfer(u"corpus-full-2026.jsonl"_s))
        return false;
    m_console->showTab(1);
    return picture(&m_console->window());
}

bool Shots::transfersFailed()
{
    return openTransfers() && selectTransfer(u"press-kit-without-a-known-ending"_s) && picture(&m_console->window());
}

bool Shots::transfersLost()
{
    if (!openTransfers() || !selectTransfer(u"handbook-2026.pdf"_s))
        return false;
    m_console->action(u"transfers.answer"_s)->trigger();
    return pictureOf(u"lostAnswerDialog"_s);
}

bool Shots::transfersPending()
{
    if (!openTransfers())
        return false;
    m_console->window().showPage(u"files"_s);
    return picture(&m_console->window());
}

bool Shots::transfersQuit()
{
    if (!openTransfers())
        return false;
    m_console->window().close();
    const bool taken = pictureOf(u"confirmDialog"_s);
    return m_console->click(u"cancel"_s) && taken;
}

bool Shots::transfersCancel()
{
    if (!openTransfers() || !m_console->select({u"corpus-full-2026.jsonl"_s, u"requests-01.jsonl"_s, u"requests-02.jsonl"_s}))
        return false;
    m_console->action(u"transfers.cancel"_s)->trigger();
    return pictureOf(u"confirmDialog"_s);
}

bool Shots::dock()
{
    if (!openTransfers())
        return false;
    m_console->window().showPage(u"files"_s);
    m_console->window().showTransfers(true);
    return picture(&m_console->window());
}

} // namespace odc
