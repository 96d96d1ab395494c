// SPDX-License-Identifier: GPL-3.0-or-later
#include "foldedtext.h"

#include <QString>

namespace odc {

namespace {

/// Letters that Unicode does not take apart, but a keyboard without them does; null: not one of these.
const char *plainLetters(char16_t letter)
{
    switch (letter) {
    case u'ß':
    case u'ẞ':
        return "ss";
    case u'æ':
    case u'Æ':
        return "ae";
    case u'œ':
    case u'Œ':
        return "oe";
    case u'ø':
    case u'Ø':
        return "o";
    case u'ł':
    case u'Ł':
        return "l";
    case u'đ':
    case u'Đ':
    case u'ð':
    case u'Ð':
        return "d";
    case u'þ':
    case u'Þ':
        return "th";
    case u'ı':
        return "i";
    default:
        return nullptr;
    }
}

/// One character that is not ASCII, folded.
QByteArray foldedCharacter(QStringView character)
{
    if (const char *plain = plainLetters(character.front().unicode()))
        return plain;
    // Composed ones come apart first, then the marks are left out.
    const QString apart = character.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString kept;
    kept.reserve(apart.size());
    for (const QChar unit : apart) {
        if (unit.category() != QChar::Mark_NonSpacing)
            kept += unit;
    }
    return kept.toUtf8();
}

} // namespace

QByteArray foldedText(QStringView text, std::vector<int> *places)
{
    QByteArray folded;
    folded.reserve(text.size() + 8);
    if (places) {
        places->clear();
        places->reserve(size_t(text.size()) + 8);
    }
    for (qsizetype i = 0; i < text.size();) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x80) {
            folded += char(unit >= 'A' && unit <= 'Z' ? unit + ('a' - 'A') : unit);
            if (places)
                places->push_back(int(i));
            ++i;
            continue;
        }
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        const QByteArray bytes = foldedCharacter(text.mid(i, length));
        folded += bytes;
        if (places)
            places->insert(places->end(), size_t(bytes.size()), int(i));
        i += length;
    }
    return folded;
}

} // namespace odc
