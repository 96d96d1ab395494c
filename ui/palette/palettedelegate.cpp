// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedelegate.h"

#include "base/format.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace odc {

namespace {

constexpr int widestRight = 200; ///< of an id; the rest of it is left out in its middle
constexpr int widestProfile = 120;

/// One line of text, parts of which are bold.
class MarkedText
{
public:
    MarkedText(const QString &text, const QList<FuzzyRange> &marks, const QFont &font, int room,
               Qt::TextElideMode elide)
    {
        QString line = format::oneLine(text);
        // Signs that stand for others, or were left out: the marks would be on other letters.
        QList<QTextLayout::FormatRange> formats =
            line.size() == text.size() ? formatsOf(marks) : QList<QTextLayout::FormatRange>();
        lay(line, font, formats);
        if (width() > room) {
            QFont widest = font;
            if (!formats.isEmpty())
                widest.setWeight(QFont::Bold);
            const QString cut = QFontMetrics(widest).elidedText(line, elide, room);
            if (elide == Qt::ElideMiddle)
                formats.clear();
            lay(cut, font, formats);
        }
    }

    int width() const { return int(std::ceil(m_layout.lineAt(0).naturalTextWidth())); }

    void draw(QPainter *painter, const QRect &place) const
    {
        const qreal height = m_layout.lineAt(0).height();
        m_layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - height) / 2));
    }

private:
    static QList<QTextLayout::FormatRange> formatsOf(const QList<FuzzyRange> &marks)
    {
        QList<QTextLayout::FormatRange> formats;
        for (const FuzzyRange &mark : marks) {
            QTextLayout::FormatRange range;
            range.start = mark.from;
            range.length = mark.length;
            range.format.setFontWeight(QFont::Bold);
            formats.append(range);
        }
        return formats;
    }

    void lay(const QString &text, const QFont &font, const QList<QTextLayout::FormatRange> &formats)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        m_layout.setText(text);
        m_layout.setFont(font);
        m_layout.setTextOption(option);
        m_layout.setFormats(formats);
        m_layout.beginLayout();
        m_layout.createLine().setLineWidth(1e6);
        m_layout.endLayout();
    }

    QTextLayout m_layout;
};

} // namespace

PaletteDelegate::PaletteDelegate(const Theme &theme, const PaletteModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {metrics::textWidth, metrics::navHeight};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const PaletteRow *row = m_model.at(index.row());
    if (!row)
        return;
    painter->save();
    const QRect ground = option.rect.adjusted(metrics::tight, 1, -metrics::tight, -1);
    if (option.state & QStyle::State_Selected)
        shapes::box(painter, ground, metrics::radius, m_theme.colour(Token::Selection), {});
    else if (option.state & QStyle::State_MouseOver)
        shapes::box(painter, ground, metrics::radius, m_theme.colour(Shade::Hover), {});
    QRect inner = ground.adjusted(metrics::inside, 0, -metrics::inside, 0);
    const bool dim = !row->canBeChosen() && row->what != PaletteRow::What::Note;
    const QColor text = dim ? m_theme.colour(Shade::Disabled) : m_theme.colour(Token::Text);
    const QColor second = dim ? m_theme.colour(Shade::Disabled) : m_theme.colour(Token::Secondary);
    // Places are taken from left and right of a left-to-right row, and turned round where the window is.
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, inner, rect); };
    const QRect whole = inner;
    QRect rest = inner;
    const auto takeLeft = [&](int width) {
        const QRect taken(rest.left(), rest.top(), width, rest.height());
        rest.setLeft(rest.left() + width + metrics::inside);
        return place(taken);
    };
    const auto takeRight = [&](int width) {
        const QRect taken(rest.right() + 1 - width, rest.top(), width, rest.height());
        rest.setRight(rest.right() - width - metrics::inside);
        return place(taken);
    };
    const QRect picture =
        QStyle::alignedRect(option.direction, Qt::AlignCenter, {metrics::iconSize, metrics::iconSize},
                            takeLeft(metrics::iconSize));
    if (row->picture.isNull())
        m_theme.icons().paint(painter, picture, row->icon, second);
    else
        row->picture.paint(painter, picture, Qt::AlignCenter, dim ? QIcon::Disabled : QIcon::Normal);

    const QFont small = m_theme.font(Theme::FontRole::Small);
    const QFont mono = m_theme.font(Theme::FontRole::Mono);
    painter->setPen(second);
    if (!row->profile.isEmpty()) {
        const MarkedText profile(row->profile, {}, small, widestProfile, Qt::ElideRight);
        profile.draw(painter, takeRight(profile.width()));
        const QRect bar = takeRight(metrics::stripe);
        shapes::box(
            painter,
            QRect(bar.left(), bar.center().y() - metrics::inside + 1, bar.width(), 2 * metrics::inside), 1.5,
            row->colour, {});
    }
    if (!row->right.isEmpty()) {
        const MarkedText right(row->right, row->rightMarks, row->rightIsId ? mono : small,
                               std::min(widestRight, whole.width() / 3),
                               row->rightIsId ? Qt::ElideMiddle : Qt::ElideRight);
        right.draw(painter, takeRight(right.width()));
    }
    painter->setPen(text);
    const MarkedText title(row->title, row->titleMarks,
                           row->titleIsId ? mono : m_theme.font(Theme::FontRole::Body),
                           std::max(0, rest.width()), row->titleIsId ? Qt::ElideMiddle : Qt::ElideRight);
    title.draw(painter, takeLeft(title.width()));
    const QString &beside = row->reason.isEmpty() ? row->detail : row->reason;
    if (!beside.isEmpty() && rest.width() > metrics::navHeight) {
        painter->setPen(second);
        const MarkedText detail(beside, row->reason.isEmpty() ? row->detailMarks : QList<FuzzyRange>(), small,
                                rest.width(), Qt::ElideRight);
        detail.draw(painter, takeLeft(detail.width()));
    }
    painter->restore();
}

bool PaletteDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Never the base's: it would show what a name says as rich text.
    const QString text = index.data(Qt::AccessibleTextRole).toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view->viewport(), option.rect);
    return true;
}

} // namespace odc
