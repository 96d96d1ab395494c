// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a new batch: each source of requests, what its check says, and what becomes of sending it.
#include "shots/shots.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "ui/forms/templateedit.h"
#include "ui/pages/batches/newbatchdialog.h"
#include "ui/widgets/jsonview.h"

#include <QJsonDocument>
#include <QLabel>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray requests(int count, const QByteArray &model = "gpt-4.1-mini")
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        text +=
            R"({"custom_id":"ticket-)" + QByteArray::number(4100 + i) +
            R"(","method":"POST","url":"/v1/chat/completions","body":{"model":")" + model +
            R"(","max_completion_tokens":120,"messages":[{"role":"developer","content":"Summarise this ticket in one line."},{"role":"user","content":"Printer lost its driver after the 24H2 update, nothing prints since."}]}})" +
            '\n';
    }
    return text;
}

} // namespace

NewBatchDialog *Shots::openNewBatch()
{
    auto *dialog = new NewBatchDialog(m_console->context(), &m_console->window());
    dialog->open();
    return dialog;
}

bool Shots::checkedBatch(const QByteArray &content, bool sample)
{
    if (sample ? !openSample() : !openProxy())
        return false;
    auto *dialog = openNewBatch();
    dialog->startFromFile(writeFile(m_scratch.filePath(u"tickets-november.jsonl"_s), content));
    return eventually([this] { return m_console->find<QLabel>(u"checkVerdict"_s); });
}

bool Shots::newBatchBlank()
{
    return m_console->openLocal() && openNewBatch() &&
           eventually([this] { return m_console->find<QTabBar>(u"createTabs"_s)->height() > 20; }) &&
           pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchFile()
{
    return checkedBatch(requests(1200), true) && pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchSettings()
{
    if (!checkedBatch(requests(1200), true))
        return false;
    auto *dialog = m_console->find<QDialog>(u"newBatchDialog"_s);
    dialog->findChild<QTabBar *>(u"createTabs"_s)->setCurrentIndex(1);
    auto *name = m_console->find<QLineEdit>(u"batchName"_s);
    name->setFocus();
    QTest::keyClicks(name, u"ticket summaries, November"_s);
    for (const QString &text : {u"team"_s, QString(70, u'n')}) {
        m_console->click(u"addPair"_s);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    return pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchFindings()
{
    QByteArray bad = requests(40);
    bad += "{\"custom_id\": \"ticket-9000\", \"method\": \"POST\", \"url\": \"/v1/chat/completions\", "
           "\"body\": {\"model\": \n";
    bad += requests(1);
    bad +=
        R"({"custom_id":"a","method":"GET","url":"/v1/responses","body":{"model":"gpt-4o","stream":true,"messages":[]}})"
        "\n\n[]\n";
    return checkedBatch(bad, true) && pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchSplit()
{
    return checkedBatch(requests(50'200), true) && pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchUploaded()
{
    if (!openSample())
        return false;
    openNewBatch();
    return m_console->click(u"sourceUploaded"_s) && eventually([this] {
               auto *files = m_console->find<QComboBox>(u"batchFiles"_s);
               if (files && files->count() > 0)
                   files->setCurrentIndex(0);
               return files && files->count() > 0;
           }) &&
           pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchTable(bool wrong)
{
    if (!openSample())
        return false;
    auto *dialog = openNewBatch();
    dialog->startFromTable(
        writeFile(m_scratch.filePath(u"tickets.csv"_s),
                  "ticket,language,product,text\n"
                  "T-4100,en,printer,\"Printer lost its driver after the 24H2 update, nothing prints\"\n"
                  "T-4101,es,billing,Quiero una factura con NIF\n"
                  "T-4102,en,vpn,VPN session resets hourly since Monday\n"));
    auto *user = m_console->await<TemplateEdit>(u"tableUser"_s);
    if (!user || !eventually([this] { return m_console->find<QComboBox>(u"tableId"_s)->count() == 5; }))
        return false;
    m_console->find<TemplateEdit>(u"tableSystem"_s)
        ->setPlainText(u"You sort tickets about our {{product}} and answer in English."_s);
    user->setPlainText(wrong ? u"Summarise this ticket in one line: {{txt}}"_s
                             : u"Summarise this ticket in one line:\n{{text}}"_s);
    QTest::keyClicks(m_console->find<QLineEdit>(u"tableModel"_s), u"gpt-4.1-mini"_s);
    QTest::keyClicks(m_console->find<QLineEdit>(u"tableMaxTokens"_s), u"120"_s);
    m_console->find<QComboBox>(u"tableId"_s)->setCurrentIndex(1);
    return eventually([this, wrong] { return wrong || m_console->find<QLabel>(u"checkVerdict"_s); }) &&
           eventually([this] { return !m_console->find<JsonView>(u"tablePreview"_s)->isLoading(); }) &&
           pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchRest()
{
    if (!openSample())
        return false;
    const auto text = [](const QByteArray &id, const QByteArray &rest) {
        return R"({"custom_id":"ticket-)" + id + "\"," + rest + "}\n";
    };
    QByteArray output;
    QByteArray errors;
    for (int i = 0; i < 1200; ++i) {
        const QByteArray id = QByteArray::number(4100 + i);
        if (i % 40 == 1)
            errors += text(
                id,
                R"("response":{"status_code":400,"body":{"error":{"message":"max_tokens is too large: 900000","type":"invalid_request_error","code":null}}},"error":null)");
        else if (i % 60 == 2)
            errors += text(
                id,
                R"("response":{"status_code":429,"body":{"error":{"message":"Rate limit reached for gpt-4.1-mini","type":"requests","code":"rate_limit_exceeded"}}},"error":null)");
        else if (i % 100 == 3)
            errors += text(
                id,
                R"("response":null,"error":{"code":"batch_expired","message":"This request could not be executed before the completion window expired."})");
        else if (i % 300 != 4)
            output += text(
                id,
                R"("response":{"status_code":200,"body":{"usage":{"prompt_tokens":40,"completion_tokens":20}}},"error":null)");
    }
    const auto results = joinBatch(writeFile(m_scratch.filePath(u"in.jsonl"_s), requests(1200)),
                                   {{writeFile(m_scratch.filePath(u"out.jsonl"_s), output), 0},
                                    {writeFile(m_scratch.filePath(u"err.jsonl"_s), errors), 0}});
    if (!results)
        return false;
    const BatchObject batch = BatchObject::fromJson(
        QJsonDocument::fromJson(
            R"({"id":"batch_692101f0c4","endpoint":"/v1/chat/completions","status":"expired","metadata":{"name":"ticket summaries, November"}})")
            .object());
    openNewBatch()->startFromRest(std::make_shared<const BatchResults>(*results), {batch});
    return eventually([this] { return m_console->find<QLabel>(u"checkVerdict"_s); }) &&
           pictureOf(u"newBatchDialog"_s);
}

bool Shots::newBatchSending(bool lost)
{
    if (!checkedBatch(requests(12'000), false))
        return false;
    if (lost)
        m_proxy->add("POST", "/batches", Fault::html(502));
    else
        m_proxy->add("POST", "/files", Fault::stall());
    if (!m_console->click(u"createBatch"_s))
        return false;
    if (lost)
        return m_console->await<QDialog>(u"lostCreateDialog"_s) && pictureOf(u"lostCreateDialog"_s);
    return m_console->await<QWidget>(u"sendProgress"_s) && pictureOf(u"newBatchDialog"_s);
}

} // namespace odc
