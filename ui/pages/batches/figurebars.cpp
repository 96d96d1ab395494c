// SPDX-License-Identifier: GPL-3.0-or-later
#include "figurebars.h"

#include "ui/theme/figures.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 88;

} // namespace

class FigureBars::Button final : public QAbstractButton
{
public:
    Button(const Theme &theme, const Row &row, int figureRoom, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme), m_row(row), m_figureRoom(figureRoom)
    {
        setText(row.name);
        setToolTip(row.tooltip);
        setAccessibleName(row.name + u": "_s + row.figure);
        setFocusPolicy(Qt::StrongFocus);
        setCheckable(false);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }
    void setCurrent(bool current)
    {
        m_current = current;
        update();
    }
    QSize sizeHint() const override { return {metrics::textWidth * 2 / 3, metrics::rowHeight}; }
    QSize minimumSizeHint() const override { return {metrics::navWidth, metrics::rowHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(m_theme.font(Theme::FontRole::Body));
        if (m_current || underMouse())
            shapes::box(&painter, rect(), metrics::radius,
                        m_current ? m_theme.colour(Token::Selection) : m_theme.colour(Shade::Hover),
                        QColor());
        else
            painter.fillRect(QRect(0, height() - 1, width(), metrics::lineWidth),
                             m_theme.colour(Shade::RowLine));
        const auto place = [this](int left, int width) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
        };
        const int barLeft = width() - metrics::inside - barWidth;
        const int figure = std::min(m_figureRoom, barLeft * 2 / 3);
        const int figureLeft = barLeft - metrics::between - figure;
        const QRect name = place(metrics::inside, figureLeft - metrics::inside - metrics::tight);
        painter.setPen(m_theme.colour(Token::Text));
        const QFontMetrics measure(painter.font());
        painter.drawText(name, int(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextSingleLine,
                         measure.elidedText(m_row.name, Qt::ElideRight, name.width()));
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        figures::draw(&painter, place(figureLeft, figure),
                      (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, m_row.figure);
        const QRectF bar(place(barLeft, barWidth).left(), (height() - metrics::barHeight) / 2.0, barWidth,
                         metrics::barHeight);
        shapes::progress(&painter, bar, m_row.bar, m_theme, layoutDirection());
        if (hasFocus())
            shapes::focusRing(&painter, rect(), metrics::radius, m_theme.colour(Token::Accent));
    }

private:
    const Theme &m_theme;
    const Row m_row;
    const int m_figureRoom;
    bool m_current = false;
};

FigureBars::FigureBars(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new SectionLabel(theme, title, this)),
      m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, metrics::between, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_title);
    m_layout->addSpacing(metrics::tight);
    hide();
}

void FigureBars::setRows(const QList<Row> &rows)
{
    setVisible(!rows.isEmpty());
    if (rows == m_rows)
        return;
    m_rows = rows;
    qDeleteAll(std::exchange(m_buttons, {}));
    int figureRoom = 0;
    for (const Row &row : rows)
        figureRoom = std::max(figureRoom, figures::width(m_theme.font(Theme::FontRole::Body), row.figure));
    for (const Row &row : rows) {
        auto *button = new Button(m_theme, row, figureRoom + metrics::tight, this);
        button->setCurrent(row.id == m_current);
        m_layout->addWidget(button);
        m_buttons << button;
        connect(button, &QAbstractButton::clicked, this, [this, id = row.id] { Q_EMIT pressed(id); });
    }
}

void FigureBars::setCurrent(const QString &id)
{
    m_current = id;
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setCurrent(m_rows.at(i).id == id);
}

} // namespace odc
