// SPDX-License-Identifier: GPL-3.0-or-later
#include "downloadname.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

QString safeFileName(const QString &name)
{
    QString base = name;
    base.replace(u'\\', u'/');
    base = base.section(u'/', -1);
    QString clean;
    for (const QChar c : std::as_const(base)) {
        // Bidirectional marks could show "gpj.exe" as "exe.jpg".
        const bool marks = (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || c == QChar(0x200E) || c == QChar(0x200F)
            || c == QChar(0x061C);
        const bool isolates = c.unicode() >= 0x2066 && c.unicode() <= 0x2069;
        const bool breaks = c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        if (c.category() == QChar::Other_Control || marks || isolates || breaks)
            continue;
        clean += u":*?\"<>|"_s.contains(c) ? QChar(u'_') : c;
    }
    clean = clean.trimmed();
    while (clean.startsWith(u'.'))
        clean.remove(0, 1);
    while (clean.endsWith(u'.') || clean.endsWith(u' '))
        clean.chop(1);
    static const QRegularExpression reserved(u"^(con|prn|aux|nul|(com|lpt)[0-9])\\s*(\\.|$)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    if (reserved.match(clean).hasMatch())
        clean.prepend(u'_');
    if (clean.isEmpty())
        clean = u"file"_s;
    constexpr qsizetype longest = 200;
    if (clean.toUtf8().size() > longest) {
        // What is longer than any real suffix is a part of the name that happens to hold a dot.
        QString suffix = QFileInfo(clean).suffix();
        if (suffix.size() > 20)
            suffix.clear();
        QString stem = suffix.isEmpty() ? clean : clean.chopped(suffix.size() + 1);
        while (!stem.isEmpty() && stem.toUtf8().size() + suffix.toUtf8().size() + 1 > longest) {
            stem.chop(1);
            if (!stem.isEmpty() && stem.back().isHighSurrogate())
                stem.chop(1);
        }
        clean = suffix.isEmpty() ? stem : stem + u'.' + suffix;
    }
    return clean;
}

QString numberedName(const QString &name, int number)
{
    if (number < 2)
        return name;
    const QString ending = QFileInfo(name).suffix();
    const QString suffix = ending.isEmpty() ? QString() : u'.' + ending;
    return name.chopped(suffix.size()) + u" ("_s + QString::number(number) + u')' + suffix;
}

bool isFreePath(const QString &path, const QSet<QString> &taken)
{
    // A link that leads nowhere "does not exist", but its name is taken.
    const auto isThere = [](const QString &p) { return QFileInfo::exists(p) || QFileInfo(p).isSymLink(); };
    return !taken.contains(path) && !isThere(path) && !isThere(path + u".part"_s);
}

QString freePath(const QString &folder, const QString &name, const QSet<QString> &taken, int *next)
{
    const QDir dir(folder);
    int number = next ? std::max(1, *next) : 1;
    QString path = dir.absoluteFilePath(numberedName(name, number));
    while (!isFreePath(path, taken))
        path = dir.absoluteFilePath(numberedName(name, ++number));
    if (next)
        *next = number + 1;
    return path;
}

} // namespace odc
