// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/localserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using odc::server::LocalServer;

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    // Nothing can be done about a failure inside a signal handler.
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

/** Ends the event loop on SIGTERM and SIGINT. */
void quitOnSignals(QCoreApplication &app)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, [] { QCoreApplication::quit(); });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

int fail(const QString &why)
{
    std::fprintf(stderr, "openai-data-server: %s\n", qUtf8Printable(why));
    return 1;
}

/** A whole number in a range, or false. */
bool readNumber(const QString &text, int minimum, int maximum, int *number)
{
    bool isNumber = false;
    *number = text.toInt(&isNumber);
    return isNumber && *number >= minimum && *number <= maximum;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"openai-data-server"_s);
    QCoreApplication::setApplicationVersion(QLatin1String(ODC_VERSION));

    const QCommandLineOption port(u"port"_s, u"Port on 127.0.0.1; 0 takes any free one."_s, u"N"_s, u"0"_s);
    const QCommandLineOption data(u"data"_s, u"Data folder; made when missing."_s, u"DIR"_s);
    const QCommandLineOption readOnly(u"read-only"_s, u"Refuse every change; nothing expires."_s);
    const QCommandLineOption archive(u"archive"_s, u"Take objects and contents as they are elsewhere (PUT "
                                                   "/_local/...): the data folder becomes an archive."_s);
    const QCommandLineOption timeScale(
        u"time-scale"_s, u"Length of simulated work: 1 as usual, 0 done at once, 10 ten times as long."_s,
        u"X"_s, u"1"_s);
    const QCommandLineOption seed(u"seed"_s, u"Data to begin with: sample, large or none."_s, u"KIND"_s,
                                  u"none"_s);
    const QCommandLineOption seedCount(u"seed-count"_s, u"Number of files of the large seed."_s, u"N"_s,
                                       u"10000"_s);
    const QCommandLineOption seedEvals(u"seed-evals"_s, u"Number of evals of the large seed."_s, u"N"_s,
                                       u"0"_s);
    const QCommandLineOption seedRuns(u"seed-runs"_s, u"Runs of each of them."_s, u"N"_s, u"10"_s);
    const QCommandLineOption seedItems(u"seed-items"_s, u"Output items of each run."_s, u"N"_s, u"100"_s);
    const QCommandLineOption seedBatch(u"seed-batch-lines"_s, u"Requests of the large seed's batch, at most 50000."_s,
                                       u"N"_s, u"0"_s);
    const QCommandLineOption seedStores(u"seed-stores"_s, u"Number of vector stores of the large seed."_s, u"N"_s,
                                        u"0"_s);
    const QCommandLineOption seedStoreFiles(u"seed-store-files"_s, u"Files in each of them."_s, u"N"_s, u"100"_s);
    const QCommandLineOption seedJobs(u"seed-jobs"_s, u"Number of fine-tuning jobs of the large seed."_s,
                                      u"N"_s, u"0"_s);
    const QCommandLineOption seedJobSteps(u"seed-job-steps"_s, u"Steps of each of them, at most 100000."_s,
                                          u"N"_s, u"1000"_s);
    const QCommandLineOption apiKey(u"api-key"_s, u"The only key to accept; any key when not given."_s,
                                    u"KEY"_s);
    const QCommandLineOption adminKey(u"admin-key"_s, u"The only admin key to accept."_s, u"KEY"_s);
    const QCommandLineOption upstream(
        u"upstream"_s,
        u"OpenAI-compatible URL for calls that need a model; the built-in echo answers them else."_s,
        u"URL"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A local server of the OpenAI data API. Prints its URL when it is ready; SIGTERM ends it."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({port, data, readOnly, archive, timeScale, seed, seedCount, seedEvals, seedRuns,
                       seedItems, seedBatch, seedStores, seedStoreFiles, seedJobs, seedJobSteps, apiKey,
                       adminKey, upstream});
    parser.process(app);
    if (!parser.positionalArguments().isEmpty())
        return fail(u"unexpected argument \"%1\"; see --help"_s.arg(parser.positionalArguments().first()));

    LocalServer::Options options;
    options.dataDir = parser.value(data);
    if (options.dataDir.isEmpty())
        return fail(u"--data DIR is needed; see --help"_s);
    int portNumber = 0;
    if (!readNumber(parser.value(port), 0, 65535, &portNumber))
        return fail(u"--port takes a number from 0 to 65535, not \"%1\""_s.arg(parser.value(port)));
    options.port = quint16(portNumber);
    bool isNumber = false;
    options.timeScale = parser.value(timeScale).toDouble(&isNumber);
    if (!isNumber)
        return fail(u"--time-scale takes a number, not \"%1\""_s.arg(parser.value(timeScale)));
    if (!readNumber(parser.value(seedCount), 1, 1'000'000, &options.seedCount))
        return fail(
            u"--seed-count takes a number from 1 to 1000000, not \"%1\""_s.arg(parser.value(seedCount)));
    for (const auto &[option, number] :
         {std::pair(&seedEvals, &options.seedEvals), std::pair(&seedRuns, &options.seedRuns),
          std::pair(&seedItems, &options.seedItems), std::pair(&seedBatch, &options.seedBatchLines),
          std::pair(&seedStores, &options.seedStores), std::pair(&seedStoreFiles, &options.seedStoreFiles),
          std::pair(&seedJobs, &options.seedJobs), std::pair(&seedJobSteps, &options.seedJobSteps)}) {
        if (!readNumber(parser.value(*option), 0, 1'000'000, number))
            return fail(u"--%1 takes a number from 0 to 1000000, not \"%2\""_s.arg(option->names().first(),
                                                                                   parser.value(*option)));
    }
    const QString kind = parser.value(seed);
    if (kind == "sample"_L1)
        options.seed = LocalServer::Seed::Sample;
    else if (kind == "large"_L1)
        options.seed = LocalServer::Seed::Large;
    else if (kind != "none"_L1)
        return fail(u"--seed takes sample, large or none, not \"%1\""_s.arg(kind));
    options.readOnly = parser.isSet(readOnly);
    options.archiving = parser.isSet(archive);
    options.apiKey = parser.value(apiKey);
    options.adminKey = parser.value(adminKey);
    options.upstream = parser.value(upstream);

    quitOnSignals(app);
    LocalServer server;
    QString error;
    if (!server.start(options, &error))
        return fail(error);
    std::printf("%s\n", qPrintable(server.baseUrl().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
