// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/linedirective.h"

#include <QHash>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace odc::server {

LineDirective directiveIn(const QString &text, qint64 attempt)
{
    using Kind = LineDirective::Kind;
    static const QHash<QString, Kind> kinds{{u"status"_s, Kind::Status},   {u"once"_s, Kind::Status},
                                            {u"timeout"_s, Kind::Timeout}, {u"never"_s, Kind::Never},
                                            {u"missing"_s, Kind::Missing}, {u"twice"_s, Kind::Twice}};
    static const QRegularExpression pattern(
        u"\\[\\[(?:(?<word>status|once) (?<status>0|[45][0-9]{2})|(?<word2>timeout|never|missing|twice))"
        "(?: before (?<before>[0-9]{1,9}))?\\]\\]"_s);
    const qsizetype at = text.indexOf("[["_L1); // of 50,000 texts most have none
    if (at < 0)
        return {};
    const QRegularExpressionMatch match = pattern.match(text, at);
    if (!match.hasMatch())
        return {};
    const QString word = match.captured(u"word") + match.captured(u"word2");
    qint64 before = word == "once"_L1 ? 1 : std::numeric_limits<qint64>::max();
    if (match.hasCaptured(u"before"))
        before = match.captured(u"before").toLongLong();
    if (attempt >= before)
        return {};
    return {kinds.value(word), match.captured(u"status").toInt()};
}

} // namespace odc::server
