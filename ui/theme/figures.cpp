// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/figures.h"

#include <QFontMetrics>
#include <QHash>
#include <QPainter>

namespace odc::figures {

namespace {

struct Slot
{
    int width = 0;     // of the widest figure
    bool even = false; // all figures are that wide already: the text can be drawn as it is
};

Slot slotOf(const QFont &font, const QFontMetrics &metrics)
{
    static QHash<QFont, Slot> known;
    if (const auto found = known.constFind(font); found != known.constEnd()) {
        return *found;
    }
    Slot slot{0, true};
    for (char16_t figure = u'0'; figure <= u'9'; ++figure) {
        const int advance = metrics.horizontalAdvance(QChar(figure));
        slot.even = slot.even && (figure == u'0' || advance == slot.width);
        slot.width = qMax(slot.width, advance);
    }
    known.insert(font, slot);
    return slot;
}

bool isFigure(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Calls `run` with each figure alone and everything between figures in one piece.
template <typename Run> void split(const QString &text, Run run)
{
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start + 1;
        if (!isFigure(text[start])) {
            while (end < text.size() && !isFigure(text[end])) {
                ++end;
            }
        }
        run(text.mid(start, end - start), isFigure(text[start]));
        start = end;
    }
}

} // namespace

int width(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    const Slot slot = slotOf(font, metrics);
    if (slot.even) {
        return metrics.horizontalAdvance(text);
    }
    int sum = 0;
    split(text, [&](const QString &piece, bool figure) {
        sum += figure ? slot.width : metrics.horizontalAdvance(piece);
    });
    return sum;
}

void draw(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const Slot slot = slotOf(painter->font(), metrics);
    const Qt::Alignment horizontal = alignment & Qt::AlignHorizontal_Mask;
    // Right-to-left text is shaped as a whole; its figures stay as the font has them.
    if (slot.even || text.isRightToLeft()) {
        painter->drawText(rect, int(horizontal | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        return;
    }
    const int total = width(painter->font(), text);
    int x = rect.left();
    if (horizontal & Qt::AlignRight) {
        x = rect.right() + 1 - total;
    } else if (horizontal & Qt::AlignHCenter) {
        x = rect.left() + (rect.width() - total) / 2;
    }
    const int baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    split(text, [&](const QString &piece, bool figure) {
        const int advance = metrics.horizontalAdvance(piece);
        painter->drawText(QPoint(figure ? x + (slot.width - advance) / 2 : x, baseline), piece);
        x += figure ? slot.width : advance;
    });
}

} // namespace odc::figures
