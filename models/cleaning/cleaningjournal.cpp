// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleaningjournal.h"

#include "base/background.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;     ///< a higher one is left alone: a newer program wrote it
constexpr int laterMs = 100;
constexpr int staleMs = 1000; ///< a lock that names nobody is nobody's after so long

QString lockPath(const QString &file)
{
    return file + u".lock"_s;
}

/// Whoever asks whether a journal is free holds its lock for that moment. Two threads of this program that do so at once
/// would take each other for another program.
QMutex &lockMutex()
{
    static QMutex mutex;
    return mutex;
}

ApiError fileError(const QString &why)
{
    return ApiError::make(ApiError::Kind::LocalFile, why);
}

Result<void> writePlan(const QString &path, const QByteArray &plan)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return failure(fileError(QDir::toNativeSeparators(QFileInfo(path).path())));
    QSaveFile file(path); // flushes before it replaces
    if (!file.open(QIODevice::WriteOnly) || file.write(plan) != plan.size() || !file.commit())
        return failure(fileError(file.errorString()));
    return {};
}

QByteArray lineOf(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact) + '\n';
}

CleaningJournal::Outcome outcomeOf(const QString &letter)
{
    using Outcome = CleaningJournal::Outcome;
    for (const Outcome outcome : {Outcome::Deleted, Outcome::AlreadyGone, Outcome::Failed, Outcome::Kept}) {
        if (letter == QLatin1Char(char(outcome)))
            return outcome;
    }
    return Outcome::None;
}

/// One line behind the plan.
void apply(const QJsonArray &line, CleaningJournal::Kept &kept)
{
    const QString word = line.at(0).toString();
    if (word == "finished"_L1) {
        kept.finished = true;
        return;
    }
    const int index = line.at(1).toInt(-1);
    if (index < 0 || index >= kept.entries.size())
        return;
    CleaningJournal::Entry &entry = kept.entries[index];
    if (word == "begin"_L1) {
        entry.begun = true;
        entry.outcome = CleaningJournal::Outcome::None;
        kept.finished = false;
    } else if (word == "end"_L1) {
        entry.outcome = outcomeOf(line.at(2).toString());
        entry.note = line.at(3).toString();
    }
}

/// Does something while nobody else can begin to work with a journal; false when somebody does already.
bool alone(const QString &file, const std::function<void()> &action)
{
    if (!QFileInfo(file).dir().exists())
        return true; // nor is there a journal
    const QMutexLocker oneAtATime(&lockMutex());
    QLockFile lock(lockPath(file));
    lock.setStaleLockTime(staleMs);
    if (!lock.tryLock(0))
        return false;
    action();
    return true;
}

} // namespace

int CleaningJournal::Kept::ended() const
{
    return int(std::count_if(entries.cbegin(), entries.cend(),
                             [](const Entry &entry) { return entry.outcome != Outcome::None; }));
}

int CleaningJournal::Kept::unknown() const
{
    return int(std::count_if(entries.cbegin(), entries.cend(),
                             [](const Entry &entry) { return entry.begun && entry.outcome == Outcome::None; }));
}

CleaningJournal::CleaningJournal(const QString &file, const QString &id, QObject *parent)
    : QObject(parent), m_path(file), m_id(id)
{
    m_laterDue.setSingleShot(true);
    m_laterDue.setInterval(laterMs);
    connect(&m_laterDue, &QTimer::timeout, this, [this] { (void)flush(); });
}

CleaningJournal::~CleaningJournal()
{
    (void)flush();
}

CleaningJournal::Kept CleaningJournal::read(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    const int wanted = head[u"items"_s].toInt(-1);
    if (head[u"format"_s].toInt() != format || wanted < 0)
        return {};
    Kept kept;
    kept.id = head[u"id"_s].toString();
    kept.startedAt = head[u"started"_s].toInteger();
    kept.entries.reserve(wanted);
    for (int i = 0; i < wanted; ++i) {
        const auto item = CleaningItem::fromJson(QJsonDocument::fromJson(file.readLine()).object());
        if (!item)
            return {}; // a plan that cannot be read to its end is not carried out
        Entry entry;
        entry.item = *item;
        kept.entries << entry;
    }
    while (!file.atEnd()) {
        // The last one may be torn: what it said was not asked for yet, or is found out by asking again.
        const QByteArray line = file.readLine();
        if (line.endsWith('\n'))
            apply(QJsonDocument::fromJson(line).array(), kept);
    }
    return kept;
}

void CleaningJournal::remove(const QString &file)
{
    if (!file.isEmpty())
        alone(file, [&file] { QFile::remove(file); });
}

void CleaningJournal::removeEnded(const QString &file, const QString &id)
{
    const Kept kept = read(file); // before it is held: others would wait for it
    const bool hasFailed = std::any_of(kept.entries.cbegin(), kept.entries.cend(),
                                       [](const Entry &entry) { return entry.outcome == Outcome::Failed; });
    if (!kept.finished || kept.id != id || hasFailed)
        return;
    alone(file, [&] {
        QFile journal(file);
        const bool isSame = journal.open(QIODevice::ReadOnly) &&
                            QJsonDocument::fromJson(journal.readLine()).object()[u"id"_s].toString() == id;
        journal.close();
        if (isSame)
            QFile::remove(file);
    });
}

bool CleaningJournal::isFree(const QString &file)
{
    return alone(file, [] {});
}

Result<void> CleaningJournal::lock()
{
    if (m_lock)
        return {};
    const QMutexLocker oneAtATime(&lockMutex());
    auto lock = std::make_unique<QLockFile>(lockPath(m_path));
    lock->setStaleLockTime(staleMs);
    if (!lock->tryLock(0))
        return failure(fileError(tr("Another clean-up of this profile is running.")));
    m_lock = std::move(lock);
    return {};
}

void CleaningJournal::begin(const QList<CleaningItem> &items, qint64 nowUnix,
                            std::function<void(const Result<void> &)> done)
{
    if (m_path.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [done] { done({}); }, Qt::QueuedConnection);
        return;
    }
    QDir().mkpath(QFileInfo(m_path).path());
    if (const auto locked = lock(); !locked) {
        QMetaObject::invokeMethod(
            this, [done, locked] { done(locked); }, Qt::QueuedConnection);
        return;
    }
    m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto write = [path = m_path, id = m_id, items, nowUnix]() -> Result<void> {
        QByteArray plan = lineOf(QJsonObject{
            {u"format"_s, format}, {u"id"_s, id}, {u"items"_s, items.size()}, {u"started"_s, nowUnix}});
        for (const CleaningItem &item : items)
            plan += item.toJson() + '\n';
        return writePlan(path, plan);
    };
    inBackground(this, write, [this, done = std::move(done)](const Result<void> &written) {
        done(written ? openForMore() : written);
    });
}

Result<void> CleaningJournal::reopen()
{
    if (m_path.isEmpty())
        return {};
    if (const auto locked = lock(); !locked)
        return locked;
    QFile there(m_path);
    const QByteArray head = there.open(QIODevice::ReadOnly) ? there.readLine() : QByteArray();
    if (QJsonDocument::fromJson(head).object()[u"id"_s].toString() != m_id) {
        m_lock.reset();
        return failure(fileError(tr("The journal of this clean-up is not there any more.")));
    }
    return openForMore();
}

void CleaningJournal::close()
{
    (void)flush();
    m_file.close();
    m_lock.reset();
}

Result<void> CleaningJournal::openForMore()
{
    m_file.close();
    m_file.setFileName(m_path);
    // Unbuffered: each line is with the system when it is said to be written.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return failure(fileError(m_file.errorString()));
    // A torn last line must not swallow the next one.
    if (const qint64 size = m_file.size(); size > 0) {
        char last = '\n';
        m_file.seek(size - 1);
        m_file.getChar(&last);
        m_file.seek(size);
        if (last != '\n' && m_file.write("\n") != 1)
            return failure(fileError(m_file.errorString()));
    }
    return {};
}

Result<void> CleaningJournal::add(const QByteArray &line)
{
    if (m_path.isEmpty())
        return {};
    if (m_probe)
        m_probe(Moment::Before);
    const QByteArray whole = m_later + line + '\n';
    if (m_file.write(whole) != whole.size())
        return failure(fileError(m_file.errorString()));
    m_later.clear();
    if (m_probe)
        m_probe(Moment::After);
    return {};
}

void CleaningJournal::addLater(const QByteArray &line)
{
    if (m_path.isEmpty())
        return;
    m_later += line + '\n';
    if (!m_laterDue.isActive())
        m_laterDue.start();
}

Result<void> CleaningJournal::flush()
{
    m_laterDue.stop();
    if (m_later.isEmpty() || !m_file.isOpen())
        return {};
    if (m_probe)
        m_probe(Moment::Before);
    if (m_file.write(m_later) != m_later.size())
        return failure(fileError(m_file.errorString()));
    m_later.clear();
    if (m_probe)
        m_probe(Moment::After);
    return {};
}

Result<void> CleaningJournal::itemBegins(int index)
{
    return add("[\"begin\"," + QByteArray::number(index) + ']');
}

Result<void> CleaningJournal::itemEnded(int index, Outcome outcome, const QString &note)
{
    const QByteArray line = note.isEmpty()
                                ? "[\"end\"," + QByteArray::number(index) + ",\"" + char(outcome) + "\"]"
                                : lineOf(QJsonArray{u"end"_s, index, QString(QLatin1Char(char(outcome))), note}).trimmed();
    if (outcome != Outcome::Deleted)
        return add(line);
    addLater(line);
    return {};
}

Result<void> CleaningJournal::finished()
{
    return add("[\"finished\"]");
}

} // namespace odc
