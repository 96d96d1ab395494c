// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers: the page and the dock while uploads in parts go on, and the questions they raise.
#include "shots/shots.h"

#include "gui/support/seed.h"
#include "transfers/transferqueue.h"

namespace odc {

using namespace Qt::StringLiterals;
using test::Fault;

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
