// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivejob.h"

#include "api/session.h"
#include "archive/archivedocument.h"
#include "archive/archiveverify.h"
#include "archive/archivewalk.h"
#include "base/clock.h"
#include "base/format.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto contentsName = "contents"_L1;
constexpr auto partFolder = "/fetching"_L1;
bool isOfTheLine(const ApiError &error)
{
    return error.kind == ApiError::Kind::Network || error.kind == ApiError::Kind::Timeout;
}

} // namespace

ArchiveJob::ArchiveJob(Session &source, ArchiveTarget &target, const Options &options, QObject *parent)
    : QObject(parent), m_source(source), m_target(target), m_options(options)
{
    for (const ArchivePart &part : archivePlan()) {
        if (m_options.choice.has(part.list))
            m_progress.append(Progress{.list = part.list, .unavailable = {}});
    }
    if (m_options.choice.contents)
        m_progress.append(Progress{.list = contentsName, .unavailable = {}});
    connect(&source, &Session::statusChanged, this, &ArchiveJob::announce); // a hold begins or ends
}

ArchiveJob::~ArchiveJob() = default;

void ArchiveJob::start()
{
    if (m_state != State::Ready)
        return;
    m_state = State::Preparing;
    m_report.startedAt = m_source.clock().unixSeconds();
    m_target.manifest(this, [this](const Result<QJsonObject> &manifest) {
        if (m_state != State::Preparing)
            return; // stopped meanwhile
        if (!manifest)
            interrupt(manifest.error());
        else
            prepared(*manifest);
    });
    announce();
}

void ArchiveJob::prepared(const QJsonObject &stored)
{
    if (!stored.isEmpty()) {
        QString problem;
        m_manifest = ArchiveManifest::fromJson(stored, &problem);
        if (problem.isEmpty() && !m_manifest.source.isSame(m_options.source))
            problem = tr("The folder holds an archive of %1").arg(m_manifest.source.host);
        if (!problem.isEmpty()) {
            m_manifest = {};
            m_report.reason = problem;
            m_report.outcome = ArchiveReport::Outcome::Interrupted;
            m_report.endedAt = m_source.clock().unixSeconds();
            m_state = State::Ended; // what is there is not ours: nothing is written
            Q_EMIT finished();
            return;
        }
    }
    if (m_manifest.createdAt == 0)
        m_manifest.createdAt = m_report.startedAt;
    m_manifest.source = m_options.source;
    m_manifest.choice = m_options.choice;
    m_manifest.marks = m_options.marks;
    m_manifest.program = m_options.program;
    m_manifest.completedAt = 0;
    for (const ArchiveFailure &failure : std::as_const(m_manifest.failures)) {
        if (failure.refused && failure.list == contentsName)
            m_refusedBefore.insert(failure.key, failure);
    }
    m_manifest.failures.clear();
    for (const ArchivePart &part : archivePlan()) {
        if (part.parent.isEmpty() && m_options.choice.has(part.list))
            m_units.append(Pending{.unit = {part.list, {}}, .of = {}, .title = {}});
    }
    m_state = State::Listing;
    save(true);
    pump();
}

void ArchiveJob::pump()
{
    if (m_state == State::Listing) {
        pumpLists();
        if (m_state == State::Listing && m_units.isEmpty() && m_walks.isEmpty()) {
            for (Progress &line : m_progress) {
                if (isArchiveContent(line.list))
                    continue;
                const ArchivePart *part = archivePart(line.list);
                if (!part || !part->expectedLoosely)
                    line.announced = std::max(line.announced, line.total);
                line.total = line.done;
            }
            judgeForbidden();
            m_state = State::Fetching;
        }
    }
    if (m_state == State::Fetching) {
        pumpContents();
        if (m_state == State::Fetching && m_files.isEmpty() && m_contents.isEmpty() && m_waiting.isEmpty() &&
            m_documents.isEmpty())
            verify();
    }
    announce();
}

void ArchiveJob::pumpLists()
{
    // A list that was walked to its end in an earlier go, and cannot have changed since, costs nothing.
    while (m_state == State::Listing && !m_units.isEmpty() && m_walks.size() < m_options.walksAtOnce) {
        const Pending pending = m_units.takeFirst();
        m_knownUnits.insert(nameOf(pending.unit), pending);
        const ArchiveManifest::Listing before =
            m_manifest.listings.value(pending.unit.list).value(pending.unit.key());
        if (pending.settled && !before.of.isEmpty() && before.of == pending.of)
            progressOf(pending.unit.list).done += before.count;
        else
            beginUnit(pending);
    }
}

void ArchiveJob::troubled(QObject *task, const ApiError &error, qint64 waitMs)
{
    if (!m_troubled.contains(task))
        m_troubled.insert(task, m_answers);
    m_waitReason = error.headline();
    m_waitUntilMs = m_source.clock().monotonicMs() + waitMs;
    announce();
}

void ArchiveJob::beginUnit(const Pending &pending)
{
    auto *walk = new ArchiveWalk(m_source, m_target, pending.unit, m_options.waitsMs, this);
    m_walks.append(walk);
    listen(walk);
    connect(walk, &ArchiveWalk::page, this, [this, walk, pending](const QList<RawObject> &objects) {
        m_troubled.remove(walk);
        answered();
        pageCame(pending, objects);
    });
    connect(walk, &ArchiveWalk::finished, this, [this, walk, pending] {
        unitEnded(pending, *walk);
        m_walks.removeOne(walk);
        drop(walk);
        pump();
    });
    connect(walk, &ArchiveWalk::failed, this, [this, walk, pending](const ApiError &error) {
        m_walks.removeOne(walk);
        unitFailed(pending, error, walk);
    });
    walk->start();
}

void ArchiveJob::verify()
{
    m_state = State::Verifying;
    m_waitReason.clear();
    m_verify = new ArchiveVerify(m_target, m_manifest, this);
    connect(m_verify, &ArchiveVerify::progressed, this, &ArchiveJob::announce);
    connect(m_verify, &ArchiveVerify::targetFailed, this, &ArchiveJob::interrupt);
    connect(m_verify, &ArchiveVerify::finished, this, [this] {
        ArchiveVerify *done = std::exchange(m_verify, nullptr);
        done->deleteLater();
        verified(*done);
    });
    m_verify->start();
}

void ArchiveJob::verified(const ArchiveVerify &verify)
{
    const ApiError notThere =
        ApiError::make(ApiError::Kind::BadResponse, tr("It is not in the archive as it came"));
    bool again = false;
    for (const ArchiveUnit &unit : verify.badUnits()) {
        const auto known = m_knownUnits.constFind(nameOf(unit));
        const ArchiveManifest::Listing taken = m_manifest.listings[unit.list].take(unit.key());
        const bool document = isArchiveDocument(unit.list);
        const qint64 counted = document ? 1 : taken.count;
        if (m_repaired || known == m_knownUnits.cend()) {
            fail(unit.list, unit.key(), known == m_knownUnits.cend() ? QString() : known->title, notThere);
            continue;
        }
        progressOf(unit.list).done -= std::min(progressOf(unit.list).done, counted);
        (document ? m_waiting : m_units).append(*known);
        again = true;
    }
    for (const QString &id : verify.badContents()) {
        const auto known = m_knownFiles.constFind(id);
        m_manifest.contents.remove(id);
        if (m_repaired || known == m_knownFiles.cend()) {
            fail(contentsName, id, known == m_knownFiles.cend() ? QString() : known->name, notThere);
            continue;
        }
        --progressOf(contentsName).done;
        m_bytesTotal += std::max<qint64>(0, known->bytes);
        m_files.append(*known);
        again = true;
    }
    if (again) {
        m_repaired = true;
        m_state = State::Listing;
        pump();
        return;
    }
    for (const Progress &line : std::as_const(m_progress)) {
        ArchiveReport::Line row;
        row.list = line.list;
        row.inArchive = line.list == contentsName ? m_manifest.contents.size() : verify.count(line.list);
        m_report.lines.append(row);
    }
    m_report.verified = true;
    end(m_manifest.failures.isEmpty() ? ArchiveReport::Outcome::Complete
                                      : ArchiveReport::Outcome::WithFailures);
}

void ArchiveJob::stop()
{
    if (isRunning() && m_state != State::Ending)
        end(ArchiveReport::Outcome::Stopped);
}

void ArchiveJob::interrupt(const ApiError &error)
{
    if (m_state == State::Ending || m_state == State::Ended)
        return;
    m_report.reason = archiveReason(error);
    m_report.advice = error.advice();
    if (isOfTheLine(error))
        forgiveBroken();
    end(ArchiveReport::Outcome::Interrupted);
}

void ArchiveJob::end(ArchiveReport::Outcome outcome)
{
    const bool hadBegun = m_state != State::Preparing;
    m_state = State::Ending;
    m_report.outcome = outcome;
    // Not deleted at once: this may be the word of one of them.
    for (QObject *task : std::as_const(m_walks))
        drop(task);
    for (ArchiveContent *task : std::as_const(m_contents)) {
        m_bytesFetched += std::max<qint64>(0, task->received() - task->resumed());
        drop(task);
    }
    for (QObject *task : std::as_const(m_documents))
        drop(task);
    m_walks.clear();
    m_contents.clear();
    m_documents.clear();
    if (m_verify)
        drop(std::exchange(m_verify, nullptr));
    m_waitReason.clear();
    fillReport();
    QDir().rmdir(m_options.folder + partFolder); // only when nothing is left in it
    if (outcome == ArchiveReport::Outcome::Complete || outcome == ArchiveReport::Outcome::WithFailures)
        m_manifest.completedAt = m_report.endedAt;
    if (!hadBegun)
        QMetaObject::invokeMethod(this, &ArchiveJob::atRest, Qt::QueuedConnection);
    else if (!m_saving) // else when that has been written: two at once might overtake each other
        saveLast();
    announce();
}

void ArchiveJob::saveLast()
{
    m_manifest.updatedAt = m_report.endedAt;
    m_manifest.report = m_report.toJson();
    m_target.putManifest(m_manifest.toJson(), this, [this](const Result<void> &saved) {
        if (!saved && m_report.outcome != ArchiveReport::Outcome::Interrupted) {
            m_report.outcome = ArchiveReport::Outcome::Interrupted;
            m_report.reason = archiveReason(saved.error());
        }
        atRest();
    });
}

void ArchiveJob::atRest()
{
    m_state = State::Ended;
    Q_EMIT progressChanged();
    Q_EMIT finished();
}

void ArchiveJob::fillReport()
{
    m_report.endedAt = m_source.clock().unixSeconds();
    m_report.failures = m_manifest.failures;
    m_report.bytesFetched = m_bytesFetched;
    for (const Progress &line : std::as_const(m_progress)) {
        auto row = std::find_if(m_report.lines.begin(), m_report.lines.end(),
                                [&](const ArchiveReport::Line &known) { return known.list == line.list; });
        if (row == m_report.lines.end()) {
            m_report.lines.append(ArchiveReport::Line{.list = line.list, .unavailable = {}});
            row = std::prev(m_report.lines.end());
        }
        row->atSource = isArchiveContent(line.list) ? std::max<qint64>(0, line.total) : line.done;
        row->changed = line.changed;
        row->failed = line.failed;
        row->refused = line.refused;
        row->underWay = line.underWay;
        row->unavailable = line.unavailable;
        row->gone = m_manifest.gone.value(line.list).size();
        if (line.list == contentsName) {
            for (const ArchiveManifest::Content &content : std::as_const(m_manifest.contents))
                row->bytes += std::max<qint64>(0, content.bytes);
        } else if (isArchiveDocument(line.list)) {
            const auto documents = m_manifest.listings.value(line.list);
            for (const ArchiveManifest::Listing &document : documents)
                row->bytes += std::max<qint64>(0, document.count);
        }
    }
}

/// The line is gone: where it broke last was not that object's fault, though an answer that was on its way to another one
/// looked as if it was. They are asked for again in the next go.
void ArchiveJob::forgiveBroken()
{
    for (const auto &[list, key] : std::as_const(m_broken)) {
        m_manifest.failures.removeIf(
            [&](const ArchiveFailure &failure) { return failure.list == list && failure.key == key; });
        Progress &line = progressOf(list);
        --line.failed;
        if (list == contentsName || isArchiveDocument(list))
            --line.done; // they count as done when they end, lists with what they hold
    }
    m_broken.clear();
}

bool ArchiveJob::isOnlyThisOne(const ApiError &error, QObject *task) const
{
    // The line breaks at this one again and again while others come through.
    return isOfTheLine(error) && m_troubled.contains(task) && m_answers > m_troubled.value(task);
}

void ArchiveJob::drop(QObject *task)
{
    m_troubled.remove(task);
    task->disconnect(this);
    task->deleteLater();
}

void ArchiveJob::answered()
{
    ++m_answers;
    m_waitReason.clear();
    qint64 objects = 0;
    for (const Progress &line : std::as_const(m_progress))
        objects += line.done;
    m_objectRate.take(m_source.clock().monotonicMs(), objects);
    announce();
}

void ArchiveJob::fail(const QString &list, const QString &key, const QString &name, const ApiError &error)
{
    // Of texts in stores the service says that there are none, though they are asked for as it names them; and of
    // the permissions of a model that was deleted.
    const bool none =
        error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::MethodNotAllowed;
    const ArchivePart *part = archivePart(list);
    const bool refused = error.kind == ApiError::Kind::Invalid ||
                         (none && (isArchiveDocument(list) || (part && part->needsAdminKey)));
    if (isOfTheLine(error))
        m_broken.append({list, key});
    ++progressOf(list).failed;
    progressOf(list).refused += refused ? 1 : 0;
    m_manifest.failures.append(
        ArchiveFailure{list, key, name, archiveReason(error), error.code, error.httpStatus, refused});
}

ArchiveJob::Progress &ArchiveJob::progressOf(const QString &list)
{
    const auto it = std::find_if(m_progress.begin(), m_progress.end(),
                                 [&](const Progress &line) { return line.list == list; });
    if (it != m_progress.end())
        return *it;
    m_progress.append(Progress{.list = list, .unavailable = {}}); // of an earlier choice, found wrong now
    return m_progress.last();
}

void ArchiveJob::save(bool now)
{
    m_dirty = true;
    if (m_saving || m_state == State::Ending)
        return;
    Clock &clock = m_source.clock();
    // A manifest of megabytes is not written all the time.
    const qint64 every = std::max(m_options.saveEveryMs, 20 * m_saveTookMs);
    const qint64 wait = now ? 0 : m_savedAtMs + every - clock.monotonicMs();
    if (wait > 0) {
        if (!std::exchange(m_saveDue, true)) {
            clock.callLater(wait, this, [this] {
                m_saveDue = false;
                if (m_dirty && isRunning())
                    save(true);
            });
        }
        return;
    }
    m_dirty = false;
    m_saving = true;
    const qint64 began = clock.monotonicMs();
    m_manifest.updatedAt = clock.unixSeconds();
    m_target.putManifest(m_manifest.toJson(), this, [this, began](const Result<void> &saved) {
        m_saving = false;
        m_savedAtMs = m_source.clock().monotonicMs();
        m_saveTookMs = m_savedAtMs - began;
        if (m_state == State::Ending)
            saveLast();
        else if (!saved)
            interrupt(saved.error());
        else if (m_dirty)
            save();
    });
}

} // namespace odc
