// SPDX-License-Identifier: GPL-3.0-or-later
#include "startbench.h"

#include "base/clock.h"
#include "index/objectindex.h"
#include "reference.h"
#include "settings/keptname.h"
#include "settings/profilestore.h"
#include "settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <optional>
#include <string>

namespace odc::bench {

using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

constexpr int objectCount = 100'000;
constexpr int pageSize = 10'000;
constexpr double bar = 1.5;
constexpr int patienceMs = 60'000;

/// One answer to GET /files, as the service gives it.
QByteArray pageOfFiles(int from, int count, qint64 now)
{
    static const char *const purposes[] = {"assistants", "batch", "batch_output", "fine-tune", "user_data"};
    QByteArray body = "{\"object\":\"list\",\"data\":[";
    for (int i = from; i < from + count; ++i) {
        if (i > from)
            body += ',';
        body += "{\"object\":\"file\",\"id\":\"file-" + QByteArray::number(i).rightJustified(22, '0') +
                "\",\"purpose\":\"" + purposes[i % 5] + "\",\"filename\":\"requests-" + QByteArray::number(i) +
                ".jsonl\",\"bytes\":" + QByteArray::number(1000 + (i * 7919LL) % 9'000'000) +
                ",\"created_at\":" + QByteArray::number(now - i * 60LL) +
                ",\"expires_at\":null,\"status\":\"processed\",\"status_details\":null}";
    }
    return body + "],\"has_more\":" + (from + count < objectCount ? "true" : "false") + "}";
}

/// Fills the file of an index by what a walk through a list of files brings.
void fillIndex(const QString &file)
{
    SystemClock clock;
    ObjectIndex index({file}, clock);
    QEventLoop loop;
    QObject::connect(&index, &ObjectIndex::loaded, &loop, &QEventLoop::quit);
    index.open();
    loop.exec();
    const qint64 now = clock.unixSeconds();
    for (int from = 0; from < objectCount; from += pageSize) {
        SeenAnswer answer;
        answer.method = "GET"_ba;
        answer.path = u"/files"_s;
        answer.query = {{u"limit"_s, QString::number(pageSize)}, {u"order"_s, u"desc"_s}};
        if (from > 0)
            answer.query.append({u"after"_s, u"file-"_s + QString::number(from - 1).rightJustified(22, u'0')});
        answer.status = 200;
        answer.body = pageOfFiles(from, pageSize, now);
        answer.atUnix = now;
        index.answered(answer);
    }
    index.whenSettled(&loop, [&loop] { loop.quit(); });
    loop.exec();
}

/// Milliseconds until the program has said that its window shows something; none when it ended without.
std::optional<double> msToFilled(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patienceMs)) {
            std::fprintf(stderr, "%s said nothing\n", qPrintable(program));
            process.kill();
            process.waitForFinished();
            return std::nullopt;
        }
    }
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    process.waitForFinished(patienceMs); // it writes what it keeps
    return ms;
}

struct Home
{
    QTemporaryDir folder;
    QString silent; ///< id of the profile whose server does not answer

    QStringList arguments(const QString &profile) const
    {
        return {u"--config"_s, folder.filePath(u"config"_s), u"--data"_s,     folder.filePath(u"data"_s),
                u"--language"_s, u"en"_s,                    u"--profile"_s, profile};
    }
    QString indexOf(const QString &name) const
    {
        return folder.filePath(u"data/index/%1.sqlite"_s.arg(name));
    }
};

bool prepare(Home &home, quint16 port)
{
    QDir(home.folder.path()).mkpath(u"config"_s);
    QDir(home.folder.path()).mkpath(u"data/index"_s);
    Settings settings(home.folder.filePath(u"config/settings.json"_s));
    settings.set(Setting::PollSeconds, 0);
    ProfileStore profiles(home.folder.filePath(u"config/profiles.json"_s));
    Profile profile;
    profile.name = u"Silent"_s;
    profile.kind = Profile::Kind::Compatible;
    profile.baseUrl = u"http://127.0.0.1:%1/v1"_s.arg(port);
    profile.proxy = u"none"_s;
    profile.keyRequired = false;
    const auto id = profiles.put(profile);
    if (!id || !settings.save())
        return false;
    home.silent = *id;
    const QString index = home.indexOf(keptName(*profiles.find(home.silent)));
    fillIndex(index);
    return QFile::copy(index, home.indexOf(QLatin1StringView(localProfileId)));
}

struct Programs
{
    QString console;
    QString empty;
    QString linked; ///< the empty one with the console's libraries
};

void compare(const char *name, const Programs &programs, const QStringList &arguments, int runs)
{
    struct Reference
    {
        const char *name;
        QString program;
        QStringList arguments;
        QList<double> ms = {};
    };
    const QString &console = programs.console;
    std::array references{
        Reference{"an empty window", programs.empty, {}},
        Reference{"a window with one line of text", programs.empty, {u"text"_s}},
        Reference{"a window that paints as many texts", programs.empty, {u"texts"_s}},
        Reference{"one that paints them and loads the same libraries", programs.linked, {u"texts"_s}},
        Reference{"a window full of fixed texts", programs.empty, {u"page"_s}}};
    // The first of each reads the disk.
    msToFilled(console, arguments);
    for (const Reference &reference : references)
        msToFilled(reference.program, reference.arguments);
    QList<double> ours;
    for (int run = 0; run < runs; ++run) {
        const std::optional<double> one = msToFilled(console, arguments);
        if (!one)
            return;
        ours << *one;
        for (Reference &reference : references) {
            const std::optional<double> other = msToFilled(reference.program, reference.arguments);
            if (!other)
                return;
            reference.ms << *other;
        }
    }
    for (const Reference &reference : references)
        report(name, median(ours), reference.name, median(reference.ms), "ms");
    const double least = median(references.front().ms);
    if (median(ours) > bar * least)
        std::printf("%s: above the bar of %.1f\n", name, bar);
    for (size_t i = 1; i < references.size(); ++i)
        report((references[i].name + " itself"s).c_str(), median(references[i].ms), "an empty window", least, "ms");
}

} // namespace

void starting(int runs)
{
    const QString here = QCoreApplication::applicationDirPath();
    const Programs programs{here + u"/../../app/openai-data-console"_s, here + u"/odc_emptywindow"_s,
                            here + u"/odc_linkedwindow"_s};
    QTcpServer silent; // takes connections, and never says anything
    Home home;
    if (!silent.listen(QHostAddress::LocalHost) || !prepare(home, silent.serverPort())) {
        std::fprintf(stderr, "the start could not be prepared\n");
        return;
    }
    std::printf("platform: %s\n", qPrintable(QGuiApplication::platformName()));
    const QStringList filled{u"--say-when-filled"_s, u"1"_s};
    compare("start, overview of 100,000 objects", programs, home.arguments(home.silent) + filled, runs);
    compare("start, the same with the built-in server", programs,
            home.arguments(QLatin1StringView(localProfileId)) + filled, runs);
    const QStringList files = home.arguments(home.silent) + QStringList{u"--page"_s, u"files"_s, u"--say-when-filled"_s};
    for (const int rows : {1, objectCount}) {
        QList<double> times;
        for (int run = 0; run < runs; ++run) {
            if (const std::optional<double> ms = msToFilled(programs.console, files + QStringList{QString::number(rows)}))
                times << *ms;
        }
        report(rows == 1 ? "start, first rows of Files" : "start, 100,000 rows of Files", median(times), "ms", "no bar");
    }
}

} // namespace odc::bench
