// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "labhits.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 2;
constexpr qsizetype mostShown = 20'000; ///< of an expanded text; all of it is in the contents
constexpr int widestBar = 90;
constexpr int narrowestBar = 36;
constexpr int narrow = 330;

QList<QTextLayout::FormatRange> formats(const QList<TextRange> &ranges, qsizetype from, qsizetype length,
                                        const QColor &colour)
{
    QList<QTextLayout::FormatRange> list;
    for (const TextRange &range : ranges) {
        const qsizetype start = std::max<qsizetype>(range.start - from, 0);
        const qsizetype end = std::min(range.start + range.length - from, length);
        if (end <= start)
            continue;
        QTextLayout::FormatRange one;
        one.start = int(start);
        one.length = int(end - start);
        one.format.setFontWeight(QFont::DemiBold);
        one.format.setForeground(colour);
        list.append(one);
    }
    return list;
}

} // namespace

LabHitDelegate::LabHitDelegate(const Theme &theme, const LabHitsModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model)
{
}

bool LabHitDelegate::isNarrow(int width)
{
    return width < narrow;
}

int LabHitDelegate::headHeight(int width) const
{
    const int line = QFontMetrics(m_theme.font(Theme::FontRole::Strong)).height();
    return isNarrow(width) ? 2 * line + metrics::tight / 2 : line;
}

bool LabHitDelegate::hasAttributes(const QModelIndex &index) const
{
    return !index.data(LabHitsModel::AttributesRole).toString().isEmpty();
}

int LabHitDelegate::usableWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int whole = view ? view->contentsRect().width() - view->verticalScrollBar()->sizeHint().width()
                           : option.rect.width();
    return std::max(1, whole - 2 * metrics::inside);
}

QSize LabHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = usableWidth(option);
    int height = metrics::inside + headHeight(width) + metrics::tight + text(nullptr, {}, width, index) +
                 metrics::inside + metrics::lineWidth;
    if (hasAttributes(index))
        height += QFontMetrics(m_theme.font(Theme::FontRole::Small)).height() + metrics::tight / 2;
    return {1, height};
}

int LabHitDelegate::text(QPainter *painter, const QPoint &at, int width, const QModelIndex &index) const
{
    const bool expanded = index.data(LabHitsModel::ExpandedRole).toBool();
    const QFont font = m_theme.font(Theme::FontRole::Body);
    const QFontMetrics fontMetrics(font);
    const QString whole = index.data(LabHitsModel::TextRole).toString();
    QString text;
    qsizetype from = 0;
    if (expanded) {
        text = format::severalLines(whole, mostShown);
    } else {
        text = format::oneLine(whole.simplified(), mostShown);
        const qsizetype room = linesShown * std::max(1, width / std::max(1, fontMetrics.averageCharWidth()));
        from = m_model.terms().startIn(text, room * 9 / 10);
        if (from > 0)
            text = u"… "_s + text.mid(from);
    }
    text.replace(u'\n', QChar::LineSeparator);
    const QList<TextRange> ranges = m_model.terms().in(text);
    const QColor strong = m_theme.colour(Token::Text);
    QTextLayout layout(text, font);
    QTextOption wrapping(Qt::AlignLeading);
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    layout.setFormats(formats(ranges, 0, text.size(), strong));
    if (painter)
        painter->setPen(m_theme.colour(Token::Secondary));
    int height = 0;
    layout.beginLayout();
    for (int count = 1;; ++count) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool last = !expanded && count == linesShown;
        if (last && line.textStart() + line.textLength() < text.size()) {
            // What is left in one line, cut where the room ends; the bold words take a little more of it.
            const qsizetype start = line.textStart();
            const QString cut = fontMetrics.elidedText(text.mid(start), Qt::ElideRight, width - width / 20);
            if (painter) {
                QTextLayout rest(cut, font);
                rest.setFormats(formats(ranges, start, cut.size() - 1, strong));
                rest.beginLayout();
                QTextLine only = rest.createLine();
                only.setLineWidth(width);
                rest.endLayout();
                only.draw(painter, QPointF(at.x(), at.y() + height));
            }
            height += fontMetrics.height();
            break;
        }
        if (painter)
            line.draw(painter, QPointF(at.x(), at.y() + height));
        height += fontMetrics.height();
        if (last)
            break;
    }
    layout.endLayout();
    return height;
}

void LabHitDelegate::paintHead(QPainter *painter, const QRect &rect, const QModelIndex &index,
                               Qt::LayoutDirection direction) const
{
    const bool twoLines = isNarrow(rect.width());
    const int line = QFontMetrics(m_theme.font(Theme::FontRole::Strong)).height();
    int top = rect.top();
    const auto place = [&](int x, int width) {
        const int left = direction == Qt::RightToLeft ? rect.right() - x - width + 1 : rect.left() + x;
        return QRect(left, top, width, line);
    };
    const double score = index.data(LabHitsModel::ScoreRole).toDouble();
    const bool expected = index.data(LabHitsModel::ExpectedRole).toBool();
    const QFont strong = m_theme.font(Theme::FontRole::Strong);
    const QFont body = m_theme.font(Theme::FontRole::Body);
    const QFontMetrics bodyMetrics(body);
    painter->setFont(strong);
    painter->setPen(m_theme.colour(Token::Text));
    const int numberWidth = QFontMetrics(strong).horizontalAdvance(scoreText(0.88)) + metrics::between;
    painter->drawText(place(0, numberWidth), Qt::AlignLeading | Qt::AlignVCenter, scoreText(score));

    const int barWidth = std::clamp((rect.width() - numberWidth) / 4, narrowestBar, widestBar);
    CellProgress bar;
    bar.done = std::clamp(score, 0.0, 1.0);
    bar.tone = expected ? Tone::Fine : Tone::Running;
    QRect barRect = place(numberWidth, barWidth);
    barRect.setTop(barRect.center().y() - metrics::barHeight / 2);
    barRect.setHeight(metrics::barHeight);
    shapes::progress(painter, barRect, bar, m_theme, direction);

    const QString word = LabHitsModel::tr("expected");
    const int wordWidth = bodyMetrics.horizontalAdvance(word) + 1;
    const int markWidth = metrics::stateMark + metrics::tight + metrics::tight / 2;
    const int behindBar = numberWidth + barWidth + metrics::inside;
    const auto paintExpected = [&](int x) {
        shapes::stateMark(painter, QRectF(place(x, metrics::stateMark)).center(), Tone::Fine,
                          m_theme.colour(Token::Ok));
        painter->drawText(place(x + markWidth, wordWidth), Qt::AlignLeading | Qt::AlignVCenter, word);
    };
    painter->setFont(body);
    const int nameAt = twoLines ? 0 : behindBar;
    const int tail = expected && !twoLines ? metrics::inside + markWidth + wordWidth : 0;
    const QString name =
        bodyMetrics.elidedText(format::oneLine(index.data(LabHitsModel::NameRole).toString()),
                               Qt::ElideMiddle, std::max(0, rect.width() - nameAt - tail));
    const int nameWidth = bodyMetrics.horizontalAdvance(name) + 1;
    if (expected)
        paintExpected(twoLines ? behindBar : nameAt + nameWidth + metrics::inside);
    if (twoLines)
        top += line + metrics::tight / 2;
    painter->drawText(place(nameAt, nameWidth), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                      name);
}

void LabHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.colour(Token::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.colour(Shade::Hover));
    QRect inner = option.rect.adjusted(metrics::inside, metrics::inside, -metrics::inside, 0);
    painter->fillRect(QRect(inner.left(), option.rect.bottom(), inner.width(), metrics::lineWidth),
                      m_theme.colour(Token::Line));
    // As wide as it was measured.
    const int width = std::min(inner.width(), usableWidth(option));
    if (option.direction == Qt::RightToLeft)
        inner.setLeft(inner.right() - width + 1);
    else
        inner.setWidth(width);
    QRect head = inner;
    head.setHeight(headHeight(inner.width()));
    paintHead(painter, head, index, option.direction);
    inner.setTop(head.bottom() + 1 + metrics::tight);
    painter->setFont(m_theme.font(Theme::FontRole::Body));
    inner.setTop(inner.top() + text(painter, inner.topLeft(), inner.width(), index));
    if (hasAttributes(index)) {
        const QFont small = m_theme.font(Theme::FontRole::Small);
        const QFontMetrics smallMetrics(small);
        painter->setFont(small);
        painter->setPen(m_theme.colour(Token::Secondary));
        QRect line = inner.translated(0, metrics::tight / 2);
        line.setHeight(smallMetrics.height());
        painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter,
                          smallMetrics.elidedText(index.data(LabHitsModel::AttributesRole).toString(),
                                                  Qt::ElideRight, line.width()));
    }
    if (option.state & QStyle::State_HasFocus)
        shapes::focusRing(painter, option.rect.adjusted(1, 1, -1, -1), metrics::tight,
                          m_theme.colour(Token::Accent));
    painter->restore();
}

} // namespace odc
