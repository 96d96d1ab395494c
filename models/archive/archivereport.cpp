// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivereport.h"

#include "base/format.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString outcomeName(ArchiveReport::Outcome outcome)
{
    switch (outcome) {
    case ArchiveReport::Outcome::Complete:
        return u"complete"_s;
    case ArchiveReport::Outcome::WithFailures:
        return u"with_failures"_s;
    case ArchiveReport::Outcome::Stopped:
        return u"stopped"_s;
    case ArchiveReport::Outcome::Interrupted:
        return u"interrupted"_s;
    }
    return {};
}

QString words(const char *source, int number = -1)
{
    return QCoreApplication::translate("ArchiveReport", source, nullptr, number);
}

} // namespace

const ArchiveReport::Line *ArchiveReport::line(const QString &list) const
{
    const auto it =
        std::find_if(lines.cbegin(), lines.cend(), [&](const Line &line) { return line.list == list; });
    return it == lines.cend() ? nullptr : &*it;
}

QString ArchiveReport::headline() const
{
    switch (outcome) {
    case Outcome::Complete:
        return words(QT_TRANSLATE_NOOP("ArchiveReport", "The archive is complete and verified."));
    case Outcome::WithFailures:
        if (std::all_of(failures.cbegin(), failures.cend(),
                        [](const ArchiveFailure &failure) { return failure.refused; })) {
            return words(QT_TRANSLATE_N_NOOP(
                             "ArchiveReport",
                             "The archive is verified; the service does not hand out %Ln of the contents."),
                         int(failures.size()));
        }
        return words(QT_TRANSLATE_N_NOOP("ArchiveReport",
                                         "The archive is verified, but %Ln thing(s) could not be fetched."),
                     int(failures.size()));
    case Outcome::Stopped:
        return words(QT_TRANSLATE_NOOP(
            "ArchiveReport", "Stopped. What is there stays; the archive goes on from here the next time."));
    case Outcome::Interrupted:
        return words(QT_TRANSLATE_NOOP("ArchiveReport",
                                       "Interrupted: %1. The archive goes on from here the next time."))
            .arg(reason);
    }
    return {};
}

QString ArchiveReport::toText(const ArchiveSource &source, const QString &folder) const
{
    QStringList text{headline()};
    text << words(QT_TRANSLATE_NOOP("ArchiveReport", "Source: %1")).arg(source.url);
    text << words(QT_TRANSLATE_NOOP("ArchiveReport", "Folder: %1")).arg(QDir::toNativeSeparators(folder));
    for (const Line &line : lines) {
        QStringList parts;
        if (!line.unavailable.isEmpty()) {
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "not available: %1")).arg(line.unavailable);
        } else {
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 at the source"))
                         .arg(format::number(line.atSource));
            if (verified)
                parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 in the archive"))
                             .arg(format::number(line.inArchive));
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 new or changed"))
                         .arg(format::number(line.changed));
        }
        if (line.gone > 0)
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 gone at the source"))
                         .arg(format::number(line.gone));
        if (line.underWay > 0)
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 still in progress, archived as they stood"))
                         .arg(format::number(line.underWay));
        if (line.refused > 0)
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 not handed out"))
                         .arg(format::number(line.refused));
        if (line.failed > line.refused)
            parts << words(QT_TRANSLATE_NOOP("ArchiveReport", "%1 failed"))
                         .arg(format::number(line.failed - line.refused));
        text << archivePartTitle(line.list) + u": "_s + parts.join(u", "_s);
    }
    for (const ArchiveFailure &failure : failures) {
        const QString what = failure.name.isEmpty() || failure.name == failure.key
                                 ? failure.key
                                 : failure.name + u" ("_s + failure.key + u')';
        text << archivePartTitle(failure.list) + u": "_s + (what.isEmpty() ? QString() : what + u": "_s) +
                    failure.reason;
    }
    return text.join(u'\n') + u'\n';
}

QJsonObject ArchiveReport::toJson() const
{
    QJsonArray rows;
    for (const Line &line : lines) {
        QJsonObject row{
            {u"list"_s, line.list},       {u"at_source"_s, line.atSource}, {u"in_archive"_s, line.inArchive},
            {u"changed"_s, line.changed}, {u"gone"_s, line.gone},          {u"failed"_s, line.failed}};
        if (line.underWay > 0)
            row.insert(u"under_way"_s, line.underWay);
        if (isArchiveContent(line.list)) {
            row.insert(u"bytes"_s, line.bytes);
            row.insert(u"refused"_s, line.refused);
        }
        if (!line.unavailable.isEmpty())
            row.insert(u"unavailable"_s, line.unavailable);
        rows.append(row);
    }
    return {{u"outcome"_s, outcomeName(outcome)},
            {u"reason"_s, reason},
            {u"verified"_s, verified},
            {u"started_at"_s, startedAt},
            {u"ended_at"_s, endedAt},
            {u"bytes_fetched"_s, bytesFetched},
            {u"lists"_s, rows}};
}

} // namespace odc
