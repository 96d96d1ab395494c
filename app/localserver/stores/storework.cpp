// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/stores/storework.h"

#include "localserver/stores/chunker.h"
#include "localserver/stores/filedirective.h"

using namespace Qt::StringLiterals;

namespace odc::server {

std::optional<StoreOutcome> outcomeOf(const QString &filename, QIODevice &content,
                                      const ChunkingStrategy &chunking, bool again)
{
    const auto failed = [](const QString &message) {
        return StoreOutcome{{}, FileFault{u"server_error"_s, message}};
    };
    if (const std::optional<FileFault> fault = faultByName(filename, content.size()))
        return StoreOutcome{{}, fault};
    const QByteArray bytes = content.readAll();
    if (bytes.size() != content.size())
        return failed(u"The content of the file cannot be read."_s);
    const ExtractedText text = extractText(filename, bytes);
    if (text.fault)
        return StoreOutcome{{}, text.fault};
    switch (directiveIn(text.text)) {
    case FileDirective::Never:
        return std::nullopt;
    case FileDirective::ServerErrorOnce:
        if (again)
            break;
        [[fallthrough]];
    case FileDirective::ServerError:
        return failed(u"An internal error occurred."_s);
    case FileDirective::None:
        break;
    }
    return StoreOutcome{chunkTexts(chunkText(text.text, chunking)), std::nullopt};
}

} // namespace odc::server
