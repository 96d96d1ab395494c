// SPDX-License-Identifier: GPL-3.0-or-later
// Files: the page in its states, uploading, deleting, and what is said about it.
#include "shots/shots.h"

#include "app/profileopener.h"
#include "cleaning/cleaningjournal.h"
#include "ui/dialogs/uploaddialog.h"
#include "ui/pages/knownuses.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QDateTime>
#include <QDragEnterEvent>
#include <QJsonArray>
#include <QSpinBox>
#include <QWindow>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using test::Fault;

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
    auto *view = m_console->await<JsonlView>(u"previewLines"_s);
    return view && test::eventually([&] { return linesAreShown(*view); })
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

bool Shots::fileUses()
{
    if (!openSample() || !m_console->select({u"train_v14.jsonl"_s}))
        return false;
    const auto *known = m_console->await<KnownUses>(u"knownUses"_s);
    return known && m_console->click(u"lookEverywhere"_s) &&
           test::eventually([&] { return known->known().isWhole(); }) && picture(&m_console->window());
}

bool Shots::cleanUp()
{
    if (!openSample())
        return false;
    m_console->action(u"files.cleanUp"_s)->trigger();
    auto *days = m_console->await<QSpinBox>(u"cleaningDays"_s);
    if (!days)
        return false;
    days->setValue(0);
    auto *orphans = m_console->find<QCheckBox>(u"category.orphans"_s);
    if (!orphans || !test::eventually([&] { return orphans->isEnabled(); }))
        return false;
    orphans->click();
    return pictureOf(u"cleanerDialog"_s);
}

bool Shots::leaveCleanUp()
{
    if (!openSample())
        return false;
    const QString profile = m_console->context().profile.id;
    const QStringList ids = m_console->column("id");
    const QStringList names = m_console->column("name");
    {
        CleaningJournal left(m_console->services().opener().cleaningFile(profile));
        QList<CleaningItem> items;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            CleaningItem item;
            item.id = ids.at(i);
            item.title = names.at(i);
            item.bytes = 48'100 * (i + 1);
            items << item;
        }
        bool written = false;
        left.begin(items, QDateTime::currentSecsSinceEpoch() - 7200, [&](const Result<void> &result) {
            written = result && left.itemBegins(0) && left.itemEnded(0, CleaningJournal::Outcome::Deleted) &&
                      left.itemBegins(1);
        });
        if (!test::eventually([&] { return written; }))
            return false;
    }
    return m_console->open(profile) && test::eventually([this] {
               const QList<MessageBar *> bars = m_console->window().findChildren<MessageBar *>();
               return std::any_of(bars.cbegin(), bars.cend(), [](const MessageBar *bar) {
                   return bar->isShowing() && bar->message().key == "cleaning"_L1;
               });
           });
}

bool Shots::cleanUpLeft()
{
    return leaveCleanUp() && picture(&m_console->window());
}

bool Shots::cleanUpLook()
{
    if (!leaveCleanUp())
        return false;
    m_console->action(u"files.cleanUpLook"_s)->trigger();
    return pictureOf(u"bulkReport"_s);
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
    m_proxy->add("DELETE", {}, Fault::answer(200, R"({"object":"file","deleted":true})", {{"Content-Type", "application/json"}}), -1);
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
    const Fault done = Fault::answer(200, R"({"object":"file","deleted":true})", {{"Content-Type", "application/json"}});
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
    m_proxy->add("DELETE", {}, Fault::answer(200, R"({"object":"file","deleted":true})", {{"Content-Type", "application/json"}}), -1);
    if (!m_console->select({u"train_v14.jsonl"_s, u"valid_v14.jsonl"_s, u"dpo-pairs-01.jsonl"_s}))
        return false;
    m_console->action(u"files.delete"_s)->trigger();
    return m_console->click(u"confirm"_s) && m_console->await<QWidget>(u"retryFailed"_s) && picture(&m_console->window());
}

} // namespace odc
