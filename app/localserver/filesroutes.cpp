// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/filesroutes.h"

#include "localserver/expiresafter.h"
#include "localserver/filepurposes.h"
#include "localserver/formreader.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxFileBytes = 512LL * 1024 * 1024;
/** Room for the form's boundaries and small fields around a file of the full size. */
constexpr qint64 maxFormBytes = maxFileBytes + 1024 * 1024;

ApiFault noSuchFile(const QString &id)
{
    return ApiFault::notFound(u"No such File object: %1"_s.arg(id), u"id"_s);
}

QJsonObject fileOrThrow(const FilesTable &files, const QString &id)
{
    const std::optional<QJsonObject> object = files.find(id);
    if (!object)
        throw noSuchFile(id);
    return *object;
}

FileRecord recordOf(const Form &form, const FilesTable &files)
{
    if (!form.file)
        throw ApiFault::badRequest(u"'file' is a required property"_s, u"file"_s);
    const auto purpose = form.fields.constFind(u"purpose"_s);
    if (purpose == form.fields.cend())
        throw ApiFault::badRequest(u"'purpose' is a required property"_s, u"purpose"_s);
    checkUpload(*purpose, form.filename, u"file"_s);
    const std::optional<qint64> lifetime = expiresAfter(form.fields, u"expires_after"_s);
    if (form.file->size() == 0)
        throw ApiFault::badRequest(u"File is empty."_s, u"file"_s);
    return files.newRecord(form.filename, *purpose, form.file->size(), lifetime);
}

Reply createFile(RequestContext &context, const Storage &storage, const FilesTable &files)
{
    const FormRules rules{
        u"file"_s, {u"purpose"_s, u"expires_after[anchor]"_s, u"expires_after[seconds]"_s}, maxFileBytes};
    const Form form = readForm(context, storage.blobs(), rules);
    const FileRecord record = recordOf(form, files);
    if (!form.file->publish(record.id))
        throw ApiFault::serverError(u"The server could not store the file; its disk may be full."_s);
    files.insert(record);
    return Reply::json(fileOrThrow(files, record.id));
}

/** Content-Disposition of a download, with an ASCII fallback beside the real name. */
QByteArray disposition(const QString &filename)
{
    static const QRegularExpression unsafe(u"[^\\x20-\\x7e]|[\"\\\\%]"_s);
    QString plain = filename;
    plain.replace(unsafe, u"_"_s);
    QByteArray value = "attachment; filename=\"" + plain.toLatin1() + '"';
    if (plain != filename)
        value += "; filename*=UTF-8''" + QUrl::toPercentEncoding(filename);
    return value;
}

/** Applies a Range header with one range. Others are ignored, as the standard allows. False: not satisfiable.
 */
bool applyRange(const QByteArray &range, qint64 size, Reply &reply)
{
    static const QRegularExpression pattern(u"^bytes=(\\d*)-(\\d*)$"_s);
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(range.trimmed()));
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    if (!match.hasMatch() || (first.isEmpty() && last.isEmpty()))
        return true;
    const qint64 begin = first.isEmpty() ? std::max<qint64>(size - last.toLongLong(), 0) : first.toLongLong();
    const qint64 end = first.isEmpty() || last.isEmpty() ? size - 1 : std::min(last.toLongLong(), size - 1);
    if (begin >= size || (first.isEmpty() && last.toLongLong() == 0))
        return false;
    if (end < begin)
        return true; // "5-2" is no range at all
    reply.status = 206;
    reply.fileOffset = begin;
    reply.fileLength = end - begin + 1;
    reply.headers.append({"Content-Range", "bytes " + QByteArray::number(begin) + '-' +
                                               QByteArray::number(end) + '/' + QByteArray::number(size)});
    return true;
}

Reply fileContent(const RequestContext &context, const FilesTable &files, const ArchiveExtent &extent)
{
    const QString id = context.param(u"file_id"_s);
    const QJsonObject object = fileOrThrow(files, id);
    // What an archive holds is handed out: who made it was allowed to read it.
    const bool archived = files.isArchived(id);
    if (!archived)
        checkDownload(object[u"purpose"_s].toString());

    Reply reply;
    reply.file = files.content(id);
    if (!reply.file && !files.find(id))
        throw noSuchFile(id); // removed just now
    if (!reply.file && !extent.holdsContent(id))
        throw ArchiveExtent::notHeld();
    if (!reply.file && archived)
        throw ApiFault::notFound(u"The archive holds no content of %1."_s.arg(id), u"id"_s);
    if (!reply.file)
        throw ApiFault::serverError(u"The bytes of %1 are missing from the server's data folder."_s.arg(id));
    const qint64 size = reply.file->size();
    reply.contentType = "application/octet-stream";
    reply.fileLength = size;
    reply.headers = {{"Content-Disposition", disposition(object[u"filename"_s].toString())},
                     {"Accept-Ranges", "bytes"}};
    if (!applyRange(context.header("range"), size, reply)) {
        ApiFault fault =
            ApiFault::badRequest(u"The requested range lies outside the %1 bytes of the file."_s.arg(size));
        fault.status = 416;
        Reply refusal = Reply::fault(fault);
        refusal.headers.append({"Content-Range", "bytes */" + QByteArray::number(size)});
        return refusal;
    }
    return reply;
}

} // namespace

void addFilesRoutes(Router &router, const Storage &storage, const FilesTable &files, const ArchiveExtent &extent,
                    const std::function<void(const QString &fileId)> &onDeleted)
{
    router.add("GET", "/v1/files", [&files, &extent](RequestContext &context) {
        const PageRequest page = pageRequest(context, 10'000, 10'000);
        return Reply::json(extent.page(files.page(page, context.queryValue(u"purpose")), u"files"_s, {}).toJson());
    });
    router
        .add("POST", "/v1/files",
             [&](RequestContext &context) { return createFile(context, storage, files); })
        .maxBody = maxFormBytes;
    router.add("GET", "/v1/files/{file_id}", [&files](RequestContext &context) {
        const QString id = context.param(u"file_id"_s);
        const std::optional<QByteArray> object = files.text(id);
        if (!object)
            throw noSuchFile(id);
        return Reply::json(*object);
    });
    router.add("DELETE", "/v1/files/{file_id}", [&files, onDeleted](RequestContext &context) {
        const QString id = context.param(u"file_id"_s);
        if (!files.text(id))
            throw noSuchFile(id);
        onDeleted(id); // a server that is killed here leaves a file that can be deleted again
        if (!files.remove(id))
            throw noSuchFile(id);
        onDeleted(id); // who attached it meanwhile has attached nothing
        return Reply::json({{u"id"_s, id}, {u"object"_s, u"file"_s}, {u"deleted"_s, true}});
    });
    router.add("GET", "/v1/files/{file_id}/content",
               [&](RequestContext &context) { return fileContent(context, files, extent); });
}

} // namespace odc::server
