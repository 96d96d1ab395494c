// SPDX-License-Identifier: GPL-3.0-or-later
// What an ArchiveJob fetches one by one, after all lists: contents of files, and documents.
#include "archivejob.h"

#include "api/session.h"
#include "archive/archivedocument.h"
#include "base/clock.h"

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto contentsName = "contents"_L1;
constexpr auto partFolder = "/fetching"_L1;

} // namespace

void ArchiveJob::wantContents(const ArchivePart &part, const QList<RawObject> &objects)
{
    Progress &contents = progressOf(contentsName);
    for (const RawObject &object : objects) {
        const ArchiveContent::File file{object.id, archiveObjectTitle(object.raw),
                                        part.contentBytes(object.raw)};
        if (m_knownFiles.contains(file.id))
            continue;
        m_knownFiles.insert(file.id, file);
        contents.total = std::max<qint64>(0, contents.total) + 1;
        const auto there = m_manifest.contents.constFind(file.id);
        if (there != m_manifest.contents.cend() && (file.bytes < 0 || there->bytes == file.bytes)) {
            ++contents.done;
        } else if (const auto refused = m_refusedBefore.constFind(file.id);
                   refused != m_refusedBefore.cend()) {
            ++contents.done;
            ++contents.failed;
            ++contents.refused;
            m_manifest.failures.append(*refused);
        } else {
            m_files.append(file);
            m_bytesTotal += std::max<qint64>(0, file.bytes);
        }
    }
}

void ArchiveJob::wantDocuments(const ArchiveUnit &unit, const ArchivePart &part,
                               const QList<RawObject> &objects)
{
    Progress &line = progressOf(part.list);
    const QHash<QString, ArchiveManifest::Listing> before = m_manifest.listings.value(part.list);
    for (const RawObject &object : objects) {
        if (part.given && !part.given(object.raw))
            continue;
        Pending next;
        next.unit = unit.below(part.list, object.id);
        next.of = part.basis ? part.basis(object.raw) : QString::fromLatin1(object.digest);
        next.title = archiveObjectTitle(object.raw);
        const QString name = nameOf(next.unit);
        if (m_knownUnits.contains(name))
            continue;
        m_knownUnits.insert(name, next);
        line.total = std::max<qint64>(0, line.total) + 1;
        if (before.value(next.unit.key()).of == next.of)
            ++line.done; // made of the same in the same way
        else
            m_waiting.append(next);
    }
}

void ArchiveJob::pumpContents()
{
    const auto mayBegin = [this] {
        return m_contents.size() + m_documents.size() < m_options.contentsAtOnce;
    };
    while (m_state == State::Fetching && !m_waiting.isEmpty() && mayBegin())
        beginDocument(m_waiting.takeFirst());
    while (m_state == State::Fetching && !m_files.isEmpty() && mayBegin())
        beginContent(m_files.takeFirst());
}

void ArchiveJob::beginContent(const ArchiveContent::File &file)
{
    auto *content =
        new ArchiveContent(m_source, m_target, file, m_options.folder + partFolder, m_options.waitsMs, this);
    m_contents.append(content);
    listen(content);
    connect(content, &ArchiveContent::progressed, this, [this, content] {
        m_troubled.remove(content);
        announce();
    });
    connect(content, &ArchiveContent::finished, this,
            [this, content, file](qint64 bytes, const QString &sha256) {
                m_bytesFetched += bytes - content->resumed();
                m_bytesTotal += bytes - std::max<qint64>(0, file.bytes) - content->resumed();
                m_manifest.contents.insert(file.id, {bytes, sha256});
                Progress &line = progressOf(contentsName);
                ++line.done;
                ++line.changed;
                m_contents.removeOne(content);
                drop(content);
                answered();
                save();
                pump();
            });
    connect(content, &ArchiveContent::failed, this, [this, content, file](const ApiError &error) {
        m_contents.removeOne(content);
        contentFailed(file, error, content);
    });
    content->start();
}

void ArchiveJob::contentFailed(const ArchiveContent::File &file, const ApiError &error, QObject *task)
{
    const bool all = troubleOf(error) == ArchiveTrouble::Source && !isOnlyThisOne(error, task);
    drop(task);
    if (all) {
        interrupt(error);
        return;
    }
    m_bytesTotal -= std::max<qint64>(0, file.bytes);
    ++progressOf(contentsName).done;
    fail(contentsName, file.id, file.name, error);
    pump();
}

void ArchiveJob::beginDocument(const Pending &pending)
{
    auto *document = new ArchiveDocument(m_source, m_target, pending.unit, m_options.waitsMs, this);
    m_documents.append(document);
    listen(document);
    connect(document, &ArchiveDocument::finished, this,
            [this, document, pending](qint64 bytes, const QString &sha256, bool whole) {
                documentCame(pending, {whole ? pending.of : QString(), bytes, sha256});
                m_documents.removeOne(document);
                drop(document);
                answered();
                save();
                pump();
            });
    connect(document, &ArchiveDocument::failed, this, [this, document, pending](const ApiError &error) {
        m_documents.removeOne(document);
        const bool all = troubleOf(error) == ArchiveTrouble::Source && !isOnlyThisOne(error, document);
        drop(document);
        if (all) {
            interrupt(error);
            return;
        }
        ++progressOf(pending.unit.list).done;
        fail(pending.unit.list, pending.unit.key(), pending.title, error);
        if (error.httpStatus > 0)
            answered();
        pump();
    });
    document->start();
}

void ArchiveJob::documentCame(const Pending &pending, const ArchiveManifest::Listing &document)
{
    const QString &list = pending.unit.list;
    Progress &line = progressOf(list);
    ++line.done;
    ++line.changed;
    m_manifest.listings[list].insert(pending.unit.key(), document);
    if (document.of.isEmpty()) {
        // Kept, and asked for again in the next go.
        fail(list, pending.unit.key(), pending.title,
             ApiError::make(ApiError::Kind::BadResponse,
                            tr("The service says that there is more of it, but not how to get it")));
    }
}

} // namespace odc
