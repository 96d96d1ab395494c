// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchfinding.h"

#include "jsonl/batchrules.h"

#include <QCoreApplication>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(BatchCheck)
};

} // namespace

bool BatchFinding::isSize() const
{
    return fault == BatchFault::TooManyLines || fault == BatchFault::TooLarge || fault == BatchFault::TooManyInputs;
}

QString BatchFinding::code() const
{
    switch (fault) {
    case BatchFault::EmptyFile:
        return u"empty_file"_s;
    case BatchFault::NotUtf8:
    case BatchFault::ByteOrderMark:
    case BatchFault::NotJson:
    case BatchFault::NotAnObject:
    case BatchFault::LineTooLong:
        return u"invalid_json_line"_s;
    case BatchFault::DuplicateId:
        return u"duplicate_custom_id"_s;
    case BatchFault::UrlMismatch:
        return u"url_mismatch"_s;
    case BatchFault::ModelMismatch:
        return u"model_mismatch"_s;
    case BatchFault::TooManyLines:
        return u"too_many_tasks"_s;
    default:
        return {};
    }
}

QString BatchFinding::text() const
{
    switch (fault) {
    case BatchFault::EmptyFile:
        return Tr::tr("There is no request in this file.");
    case BatchFault::NotUtf8:
        return Tr::tr("This line is not UTF-8.");
    case BatchFault::ByteOrderMark:
        return Tr::tr("The file begins with a byte order mark, which is no JSON.");
    case BatchFault::NotJson:
        return Tr::tr("This line is not valid JSON: %1").arg(detail);
    case BatchFault::NotAnObject:
        return Tr::tr("A request is a JSON object; this line is another value.");
    case BatchFault::LineTooLong:
        return Tr::tr("This line is longer than a whole file may be.");
    case BatchFault::MissingId:
        return Tr::tr("“custom_id” is missing, empty, or no text.");
    case BatchFault::DuplicateId:
        return Tr::tr("The same “custom_id” stands on line %1.").arg(detail);
    case BatchFault::WrongMethod:
        return detail.isEmpty() ? Tr::tr("“method” is missing; it must be POST.")
                                : Tr::tr("“method” is %1; it must be POST.").arg(detail);
    case BatchFault::UnknownEndpoint:
        return Tr::tr("Batches cannot go to %1.").arg(detail);
    case BatchFault::UrlMismatch:
        return detail.isEmpty() ? Tr::tr("“url” is missing; it must be the batch's endpoint.")
                                : Tr::tr("“url” is %1, which is not the batch's endpoint.").arg(detail);
    case BatchFault::MissingBody:
        return Tr::tr("“body” is missing, or no object.");
    case BatchFault::MissingMember:
        return Tr::tr("“body” has no “%1”.").arg(detail);
    case BatchFault::ModelMismatch:
        return Tr::tr("The model is %1; a batch has one model, that of its first line.").arg(detail);
    case BatchFault::Streaming:
        return Tr::tr("“stream” is not possible in a batch.");
    case BatchFault::EmptyLine:
        return Tr::tr("An empty line.");
    case BatchFault::TooManyLines:
        return Tr::tr("More than %1 requests: %2.").arg(QLocale().toString(batchrules::mostLines), detail);
    case BatchFault::TooLarge:
        return Tr::tr("Larger than 200 MB: %1.").arg(detail);
    case BatchFault::TooManyInputs:
        return Tr::tr("More than %1 inputs to embed: %2.").arg(QLocale().toString(batchrules::mostEmbeddingInputs), detail);
    }
    return {};
}

} // namespace odc
