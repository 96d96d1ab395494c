// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc {

/// What is wrong with a line of a batch file, or with the whole.
enum class BatchFault : quint8 {
    EmptyFile,
    NotUtf8,
    ByteOrderMark,
    NotJson,
    NotAnObject,
    LineTooLong,
    MissingId,
    DuplicateId,
    WrongMethod,
    UnknownEndpoint,
    UrlMismatch,
    MissingBody,
    MissingMember,
    ModelMismatch,
    Streaming,
    EmptyLine, ///< a warning: nothing is lost by it
    TooManyLines,
    TooLarge,
    TooManyInputs
};

/// One thing that was found.
struct BatchFinding
{
    qint64 line = 0; ///< from 1; 0: the whole file
    int column = 0;  ///< from 1, in UTF-16 units; 0: the whole line
    BatchFault fault = BatchFault::NotJson;
    QString detail; ///< what it is about: a member, an id, another model; by fault

    bool isWarning() const { return fault == BatchFault::EmptyLine; }
    /// Splitting the file would mend it.
    bool isSize() const;
    /// The service's own word for it: "invalid_json_line"; empty where it has none (WIRE §8).
    QString code() const;
    /// Translated sentence without the place.
    QString text() const;
    bool operator==(const BatchFinding &) const = default;
};

} // namespace odc
