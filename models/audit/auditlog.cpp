// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditlog.h"

#include "audit/auditfile.h"
#include "audit/auditline.h"
#include "base/background.h"
#include "base/clock.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <optional>
#include <utility>

namespace odc {

namespace {

/// Of what could not be written, or is not to be.
constexpr int mostInMemory = 20'000;
constexpr qsizetype mostUnwritten = 16 * 1024 * 1024; ///< bytes that wait for a disk that takes none
constexpr qint64 syncAfterMs = 3'000;
/// Beyond it an answer is no object that was made.
constexpr qsizetype mostAnswer = 256 * 1024;
constexpr qsizetype longestId = 256;

/// The id of what a call on `path` made; empty when the answer is about what the path names already.
QString madeIdIn(const QByteArray &body, const QString &path)
{
    const QJsonObject made = QJsonDocument::fromJson(body).object();
    if (made[QLatin1StringView("object")].toString() == QLatin1StringView("vector_store.file"))
        return {}; // a file that was put into a store, and was there before
    // An upload that is complete has become a file.
    const QString file = made[QLatin1StringView("file")][QLatin1StringView("id")].toString();
    const QString id = file.isEmpty() ? made[QLatin1StringView("id")].toString() : file;
    const QStringList named = path.split(u'/');
    const bool isNamed = std::any_of(named.cbegin(), named.cend(), [&id](const QString &part) {
        return QUrl::fromPercentEncoding(part.toUtf8()) == id;
    });
    return isNamed || id.size() > longestId ? QString() : id;
}

/// What a 2xx to a deletion says became of the object.
AuditEntry::Outcome outcomeOfDeletion(const QByteArray &body)
{
    if (body.contains("\"deleted\":true") || body.contains("\"deleted\": true")) // as it nearly always does
        return AuditEntry::Outcome::Done;
    const QJsonValue deleted = QJsonDocument::fromJson(body).object()[QLatin1StringView("deleted")];
    if (!deleted.isBool())
        return AuditEntry::Outcome::Unknown;
    return deleted.toBool() ? AuditEntry::Outcome::Done : AuditEntry::Outcome::Failed;
}

AuditEntry::Outcome outcomeOf(const LoggedCall &call)
{
    using Kind = ApiError::Kind;
    switch (call.error.kind) {
    case Kind::None: // also a deletion that an earlier attempt had done
        return call.status >= 300 && call.status < 400 ? AuditEntry::Outcome::Failed
                                                       : AuditEntry::Outcome::Done;
    case Kind::OutcomeUnknown:
        return AuditEntry::Outcome::Unknown;
    case Kind::Server: // what broke behind a gateway may have been done before; 503 says that it was not
        return call.method == "DELETE" && call.status != 503 ? AuditEntry::Outcome::Unknown : AuditEntry::Outcome::Failed;
    case Kind::Refused:
    case Kind::HostNotFound:
    case Kind::Tls: // it did not arrive
    case Kind::NoKey:
    case Kind::InsecureUrl:
    case Kind::ReadOnly:
    case Kind::LocalFile: // half a body says nothing
        return AuditEntry::Outcome::Failed;
    default:
        return call.status >= 300 ? AuditEntry::Outcome::Failed : AuditEntry::Outcome::Unknown;
    }
}

struct Read
{
    QList<AuditEntry> entries;
    int unreadable = 0;
};

/// Any thread.
Read readParts(const std::vector<AuditFile::Part> &parts)
{
    auditline::Reader reader;
    for (const AuditFile::Part &part : parts) {
        qint64 left = part.bytes;
        while (left > 0) {
            const QByteArray line = part.file->readLine();
            if (line.isEmpty())
                break;
            left -= line.size();
            if (left < 0)
                break; // written meanwhile
            reader.take(line);
        }
    }
    return {reader.entries(), reader.unreadable()};
}

} // namespace

bool AuditEntry::lacksBody() const
{
    return call.bytesSent > 0 && call.jsonBody.isEmpty() && call.formFields.isEmpty();
}

struct AuditLog::Private
{
    AuditLog *q;
    RequestLog &requests;
    Clock &clock;
    QString profile;
    std::function<QString(const LoggedCall &)> nameOf;
    std::function<QString(const QString &)> clean;
    std::optional<AuditFile> file;
    qint64 nextSerial = 1;
    QHash<qint64, AuditEntry> running; ///< by serial of the request log
    QList<AuditEntry> inMemory;        ///< those that are not, or not wholly, in the file
    QString problem;
    QByteArray lines;                  ///< that wait to be written; what the disk does not take stays here
    bool hasLost = false;              ///< there were too many of them
    QList<AuditEntry> ended;           ///< whose last lines are among these
    bool isFlushPosted = false;
    bool syncing = false;
    int unreadable = 0;
    struct Answer
    {
        QString path;
        QByteArray body;
    };
    Answer answer; ///< that came last, if it may say what was made or deleted; read when its call ends

    void begin(qint64 requestSerial);
    void end(const LoggedCall &call);
    /// Writes what waits, in one go; false: it is not in the file.
    bool flush();
    void keep(const AuditEntry &entry);
    void setProblem(const QString &text);
};

AuditLog::AuditLog(Options options, RequestLog &requests, Clock &clock, QObject *parent)
    : QObject(parent), d(new Private{.q = this,
                                     .requests = requests,
                                     .clock = clock,
                                     .profile = options.profile,
                                     .nameOf = {},
                                     .clean = {},
                                     .file = {},
                                     .running = {},
                                     .inMemory = {},
                                     .problem = {},
                                     .lines = {},
                                     .ended = {},
                                     .answer = {}})
{
    qRegisterMetaType<AuditEntry>();
    if (!options.file.isEmpty()) {
        d->file.emplace(options.file, options.mostBytes);
        auditline::Reader last;
        const QList<QByteArray> lines = d->file->tail().split('\n');
        for (const QByteArray &line : lines)
            last.take(line);
        // Two programs that write the same file begin at other places: neither knows what the other is about
        // to use.
        const qint64 place =
            clock.unixSeconds() * 1'000'000 + QCoreApplication::applicationPid() % 1000 * 1000;
        d->nextSerial = std::max(last.lastSerial() + 1, place);
        if (!d->file->open())
            d->setProblem(d->file->errorText());
    }
    connect(&requests, &RequestLog::added, this, [this](qint64 serial) { d->begin(serial); });
    connect(&requests, &RequestLog::ended, this, [this](const LoggedCall &call) { d->end(call); });
}

AuditLog::~AuditLog()
{
    const QSignalBlocker nobodyListens(this);
    d->flush();
    if (d->file && d->syncing)
        d->file->syncLater();
}

void AuditLog::Private::begin(qint64 requestSerial)
{
    const LoggedCall *call = requests.find(requestSerial);
    if (!call || !call->changes)
        return;
    AuditEntry entry;
    entry.serial = nextSerial++;
    entry.sentUnix = call->startedUnix;
    entry.profile = profile;
    if (nameOf)
        entry.name = clean ? clean(nameOf(*call)) : nameOf(*call); // whoever named it may have pasted anything
    entry.call = *call;
    running.insert(requestSerial, entry);
    if (file)
        lines += auditline::begin(entry);
    if (!flush())
        keep(entry);
    Q_EMIT q->added(entry);
}

void AuditLog::Private::end(const LoggedCall &call)
{
    const Answer last = std::exchange(answer, {});
    if (!call.changes || !running.contains(call.serial))
        return;
    AuditEntry entry = running.take(call.serial);
    entry.call = call;
    entry.outcome = outcomeOf(call);
    const bool isItsAnswer = !last.path.isEmpty() && call.path.section(u'?', 0, 0) == last.path;
    if (isItsAnswer && call.method == "DELETE" && entry.outcome == AuditEntry::Outcome::Done)
        entry.outcome = outcomeOfDeletion(last.body);
    if (isItsAnswer && call.method == "POST" && !last.body.isEmpty()) {
        // A server may say anything: what is not the same without keys is no id.
        const QString id = madeIdIn(last.body, last.path);
        if (!clean || clean(id) == id)
            entry.madeId = id;
    }
    if (file)
        lines += auditline::end(entry);
    ended << entry;
    // Behind the answers that came with this one, and what they lead to: where thousands of calls follow each other, the
    // next one's beginning takes this line along.
    if (!std::exchange(isFlushPosted, true))
        QCoreApplication::postEvent(q, new QEvent(QEvent::User), Qt::LowEventPriority);
    Q_EMIT q->changed(entry);
}

void AuditLog::customEvent(QEvent *)
{
    d->isFlushPosted = false;
    d->flush();
}

bool AuditLog::Private::flush()
{
    if (file && lines.isEmpty())
        return true;
    const qsizetype taken = file ? file->append(lines) : 0;
    const bool isWritten = file && taken == lines.size();
    if (isWritten)
        lines.resize(0); // its memory stays for the next ones
    else
        lines.remove(0, taken);
    if (lines.size() > mostUnwritten) {
        lines.clear();
        hasLost = true;
    }
    if (file && !(isWritten && hasLost))
        setProblem(isWritten ? QString() : file->errorText());
    if (isWritten && !hasLost) {
        inMemory.clear(); // it is in the file by now
        ended.clear();
    } else {
        const QList<AuditEntry> entries = std::exchange(ended, {});
        for (const AuditEntry &entry : entries)
            keep(entry);
    }
    if (isWritten && !std::exchange(syncing, true)) {
        clock.callLater(syncAfterMs, q, [this] {
            syncing = false;
            file->syncLater();
        });
    }
    return isWritten;
}

void AuditLog::Private::keep(const AuditEntry &entry)
{
    const auto place =
        std::lower_bound(inMemory.begin(), inMemory.end(), entry.serial,
                         [](const AuditEntry &each, qint64 serial) { return each.serial < serial; });
    if (place != inMemory.end() && place->serial == entry.serial)
        *place = entry;
    else
        inMemory.insert(place, entry);
    if (inMemory.size() > mostInMemory)
        inMemory.removeFirst();
}

void AuditLog::Private::setProblem(const QString &text)
{
    const QString said =
        text.isEmpty() ? QString() : AuditLog::tr("The change log cannot be written: %1").arg(text);
    if (problem == said)
        return;
    problem = said;
    Q_EMIT q->problemChanged();
}

void AuditLog::setNames(std::function<QString(const LoggedCall &)> nameOf)
{
    d->nameOf = std::move(nameOf);
}

void AuditLog::setRedactor(std::function<QString(const QString &)> clean)
{
    d->clean = std::move(clean);
}

void AuditLog::answered(const SeenAnswer &answer)
{
    d->answer = {};
    if ((answer.method == "POST" || answer.method == "DELETE") && answer.status < 300 && answer.body.size() <= mostAnswer)
        d->answer = {answer.path, answer.body};
}

void AuditLog::read(QObject *context, std::function<void(const QList<AuditEntry> &)> done) const
{
    d->flush();
    QSet<qint64> running;
    for (const AuditEntry &entry : std::as_const(d->running))
        running.insert(entry.serial);
    const auto parts = d->file ? d->file->parts() : std::vector<AuditFile::Part>();
    const auto work = [parts, running, inMemory = d->inMemory] {
        Read read = readParts(parts);
        QHash<qint64, qsizetype> places;
        if (!inMemory.isEmpty()) {
            for (qsizetype i = 0; i < read.entries.size(); ++i)
                places.insert(read.entries.at(i).serial, i);
        }
        for (const AuditEntry &entry : inMemory) {
            if (const auto place = places.constFind(entry.serial); place != places.cend())
                read.entries[*place] = entry;
            else
                read.entries.append(entry);
        }
        if (!inMemory.isEmpty()) {
            std::stable_sort(read.entries.begin(), read.entries.end(),
                             [](const AuditEntry &a, const AuditEntry &b) { return a.serial < b.serial; });
        }
        if (!running.isEmpty()) {
            for (AuditEntry &entry : read.entries)
                entry.call.running = running.contains(entry.serial);
        }
        return read;
    };
    const QPointer<const AuditLog> self(this);
    inBackground(
        context, work,
        [self, done = std::move(done)](const Read &read) {
            if (self)
                self->d->unreadable = read.unreadable;
            done(read.entries);
        },
        longWorkPool());
}

int AuditLog::unreadableLines() const
{
    return d->unreadable;
}

QString AuditLog::problem() const
{
    return d->problem;
}

} // namespace odc
