// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace odc::format {

/// "48.2 MB" by the given locale's number format, decimal units (1 MB = 10^6 bytes) as the API's limits are. Never negative.
QString size(qint64 bytes);
/// "48.2 MB (48,233,411 bytes)"; below 1 kB just the bytes.
QString exactSize(qint64 bytes);
/// "2 min ago", "in 6 h", "yesterday", "12 Nov": `unixSeconds` seen from `nowSeconds`.
QString relativeTime(qint64 unixSeconds, qint64 nowSeconds);
/// "22 Nov 2026, 14:31:07" in local time, by locale.
QString exactTime(qint64 unixSeconds);
/// "22 Dec 2026" in local time, by locale.
QString date(qint64 unixSeconds);
/// The same as a format of QDate.
QString dateFormat();
/// "29 s", "11 min", "3 h 5 min": a length of time.
QString duration(qint64 seconds);
/// "84.1 MB/s".
QString rate(double bytesPerSecond);
/// An integer with the locale's group separators.
QString number(qint64 value);
/// Foreign text (a name, an id, a message) made fit for one line: controls, line ends and marks that turn the reading
/// direction become visible signs, piled-up combining marks are thinned, and what is beyond `most` UTF-16 units is cut
/// with an ellipsis. Looks at no more of the text than that needs. For display only, never for values that are sent,
/// saved or copied.
QString oneLine(const QString &text, int most = 300);
/// As oneLine(), but keeps line ends and tabs: for tooltips and messages of several lines.
QString severalLines(const QString &text, int most = 1000);

} // namespace odc::format
