// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace odc {

/// A file that a search should find: known by its id, by its name, or by either.
struct ExpectedFile
{
    QString id{};
    QString name{};

    /// The file is this one: the ids are the same, or the names are. A file that was uploaded anew under its
    /// name is still the expected one.
    bool matches(const QString &fileId, const QString &filename) const
    {
        return (!id.isEmpty() && id == fileId) || (!name.isEmpty() && name == filename);
    }
    QString title() const { return name.isEmpty() ? id : name; }
    bool operator==(const ExpectedFile &) const = default;
};

/// A query with what it should find.
struct SetQuery
{
    QString text{}; ///< several lines are the several queries of one search
    QList<ExpectedFile> expected{};
    QString note{};

    /// The lines that are not blank.
    QStringList queries() const;
    bool expects(const QString &fileId, const QString &filename) const;
    bool operator==(const SetQuery &) const = default;
};

/// Queries that are searched together, again and again. No text is in it twice.
struct QuerySet
{
    QString name{};
    QList<SetQuery> queries{};

    /// -1: it is not in there. Blanks around do not count.
    qsizetype indexOf(const QString &text) const;
    /// Adds the query if it is new; what it should find and its note are added to what is there.
    void add(const SetQuery &query);
    /// Whether the search for `text` should find this file; a query that is new is added.
    void setExpected(const QString &text, const ExpectedFile &file, bool expected);

    QJsonObject toJson() const;
    /// Null when it is none.
    static std::optional<QuerySet> fromJson(const QJsonObject &object);

    /// A line for each expected file: query, expected_file, expected_file_id, note.
    QByteArray toCsv() const;
    /// A table with at least a column "query"; expected files one to a line, lines of the same query belong
    /// together. `leftOut` says, translated, what was not taken. Takes a moment: call it on the pool.
    static Result<QuerySet> readCsv(const QString &path, QStringList *leftOut = nullptr);

    bool operator==(const QuerySet &) const = default;

    static constexpr int mostQueries = 1000;
};

/// The text as it is compared and kept: lines without blanks around, none empty.
QString queryText(const QString &text);

/// The set that goes with the sample stores of the local server.
QuerySet sampleQuerySet();

} // namespace odc
