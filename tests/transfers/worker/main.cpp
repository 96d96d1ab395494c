// SPDX-License-Identifier: GPL-3.0-or-later
//
// The transfer queue as a program of its own, for tests that kill it:
//
//   transfer-worker --url URL --journal FOLDER [--upload FILE] [--download ID --size N --to PATH] [--parts-from BYTES]
//                   [--die-at N] [--full-from N] [--largest BYTES]
//
// Goes on with what the journal has, adds what it is told to unless the journal has anything, ends when nothing is active,
// and prints one JSON line about each transfer. With --die-at it kills itself at the N-th moment right before or right after
// a change of the journal (counted from 1), as a power cut would. With --full-from no file takes another byte from the N-th
// such moment on, and with --largest none grows beyond so many bytes, as on a full disk; when nothing is active any more, the
// lines are printed, the disk has room again, what failed is tried again, and what became of it is printed too.
#include "api/session.h"
#include "base/clock.h"
#include "net/qnamtransport.h"
#include "net/requestqueue.h"
#include "transfers/transferjournal.h"
#include "transfers/transferqueue.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <atomic>
#include <csignal>
#include <cstdio>

#include <sys/resource.h>

using namespace odc;
using namespace Qt::StringLiterals;

namespace {

/// How large files of this program may become; < 0: as large as they like.
void limitFiles(qint64 bytes)
{
    rlimit limit = {};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes < 0 ? limit.rlim_max : rlim_t(bytes);
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QStringList names{u"url"_s,  u"journal"_s, u"upload"_s,     u"download"_s,
                            u"size"_s, u"to"_s,      u"parts-from"_s, u"die-at"_s,
                            u"full-from"_s, u"largest"_s};
    for (const QString &name : names)
        parser.addOption({name, {}, u"X"_s});
    parser.process(app);

    SystemClock clock;
    RequestQueue::Options options;
    options.baseUrl = QUrl(parser.value(u"url"_s));
    options.credentials.apiKey = u"sk-test"_s;
    TransportOptions transport;
    transport.proxyUrl = u"none"_s;
    Session session(std::make_unique<RequestQueue>(options, std::make_unique<QnamTransport>(transport), clock, systemRandom()), clock);
    TransferQueue::Options queueOptions;
    queueOptions.journalFolder = parser.value(u"journal"_s);
    if (parser.isSet(u"parts-from"_s))
        queueOptions.partsFrom = parser.value(u"parts-from"_s).toLongLong();
    TransferQueue queue(session, queueOptions);

    const int dieAt = parser.value(u"die-at"_s).toInt();
    const int fullFrom = parser.value(u"full-from"_s).toInt();
    bool isLimited = fullFrom > 0 || parser.isSet(u"largest"_s);
    std::signal(SIGXFSZ, SIG_IGN); // a write that is refused is an error, as on a full disk, and not the end
    std::atomic<int> moments = 0;
    queue.journal().setProbe([&moments, dieAt, fullFrom](TransferJournal::Moment) {
        const int moment = ++moments;
        if (moment == dieAt)
            std::raise(SIGKILL);
        if (moment == fullFrom)
            limitFiles(0);
    });

    const auto endWhenIdle = [&] {
        const QStringList ids = queue.ids();
        for (const QString &id : ids) {
            if (queue.status(id).record.isActive())
                return;
        }
        for (const QString &id : ids) {
            QJsonObject object = queue.status(id).record.toJson();
            object.insert(u"moments"_s, moments.load());
            std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
        }
        if (std::exchange(isLimited, false)) {
            limitFiles(-1);
            queue.retry(ids);
            for (const QString &id : ids) {
                if (queue.status(id).record.isActive())
                    return;
            }
        }
        app.quit();
    };
    QObject::connect(&queue, &TransferQueue::ended, &app, endWhenIdle, Qt::QueuedConnection);
    QObject::connect(&queue, &TransferQueue::opened, &app, [&] {
        if (parser.isSet(u"largest"_s))
            limitFiles(parser.value(u"largest"_s).toLongLong());
        if (queue.ids().isEmpty()) {
            if (const QString path = parser.value(u"upload"_s); !path.isEmpty())
                queue.addUploads({{path, {}, QFileInfo(path).size(), u"evals"_s, {}}});
            if (const QString id = parser.value(u"download"_s); !id.isEmpty()) {
                FileObject file;
                file.id = id;
                file.filename = QFileInfo(parser.value(u"to"_s)).fileName();
                file.bytes = parser.value(u"size"_s).toLongLong();
                queue.addDownload(file, parser.value(u"to"_s), false);
            }
        }
        endWhenIdle();
    });
    queue.open();
    return QCoreApplication::exec();
}
