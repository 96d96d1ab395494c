// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewcards.h"

#include "lists/filterproxy.h"
#include "ui/delegates/progressdelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptTogether = 24; ///< letters: longer parts may break over the line

constexpr int leastRows = 4;
constexpr int barWidth = 120;
/// Room for what a row is about: as much as its words want, within these.
constexpr int narrowText = 120;
constexpr int readableText = 190;

/// The used share of something.
class ShareBar final : public QWidget
{
public:
    ShareBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setFixedHeight(metrics::barHeight);
        hide();
    }
    void setShare(double share)
    {
        m_share = share;
        setVisible(share >= 0);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        CellProgress bar;
        bar.done = m_share;
        shapes::progress(&painter, rect(), bar, m_theme, layoutDirection());
    }

private:
    const Theme &m_theme;
    double m_share = -1;
};

} // namespace

FigureButton::FigureButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(theme.font(Theme::FontRole::Figure));
    connect(&theme, &Theme::changed, this, [this] {
        setFont(m_theme.font(Theme::FontRole::Figure));
        update();
    });
}

void FigureButton::setFigure(const QString &text, Token token)
{
    m_token = token;
    setText(text);
    updateGeometry();
    update();
}

QSize FigureButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * metrics::tight,
            fontMetrics().height() + metrics::tight};
}

void FigureButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void FigureButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(isEnabled() && (underMouse() || isDown()));
    painter.setFont(shown);
    // What cannot be chosen is no less true: it keeps its colour.
    painter.setPen(m_theme.colour(m_token));
    const QRect room = rect(); // in line with the title above
    painter.drawText(room, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                     text());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        shapes::focusRing(&painter, rect(), metrics::radius, m_theme.colour(Token::Accent));
}

LinkLine::LinkLine(const Theme &theme, QWidget *parent) : QLabel(parent), m_theme(theme)
{
    setTextFormat(Qt::PlainText); // there are no links yet, and a document for each line takes its time
    setWordWrap(true);
    setFocusPolicy(Qt::NoFocus);
    setForegroundRole(Theme::role(Token::Secondary));
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, &LinkLine::showParts);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        const int number = link.toInt();
        if (number >= 0 && number < m_parts.size())
            Q_EMIT chosen(m_parts.at(number).target);
    });
}

void LinkLine::setParts(const QList<overviewrows::Part> &parts)
{
    const auto same = [](const overviewrows::Part &left, const overviewrows::Part &right) {
        return left.text == right.text && left.target == right.target;
    };
    // The text made anew would take the keyboard off a link.
    if (std::equal(parts.cbegin(), parts.cend(), m_parts.cbegin(), m_parts.cend(), same))
        return;
    m_parts = parts;
    showParts();
}

void LinkLine::showParts()
{
    // The colour is in the text, which is another one then: of a palette that changes a link takes no notice.
    const QString style = u"text-decoration:none; color:%1"_s.arg(m_theme.colour(Token::Accent).name());
    QStringList html;
    QStringList plain;
    for (int i = 0; i < m_parts.size(); ++i) {
        QString text = m_parts.at(i).text.toHtmlEscaped();
        if (m_parts.at(i).text.size() <= keptTogether)
            text.replace(u' ', u"&nbsp;"_s);
        if (!m_parts.at(i).target.isNull())
            text =
                u"<a href=\""_s + QString::number(i) + u"\" style=\""_s + style + u"\">"_s + text + u"</a>"_s;
        html << text;
        plain << m_parts.at(i).text;
    }
    const bool links =
        std::any_of(m_parts.cbegin(), m_parts.cend(), [](const auto &part) { return !part.target.isNull(); });
    setTextFormat(links ? Qt::RichText : Qt::PlainText);
    setTextInteractionFlags(links ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard : Qt::NoTextInteraction);
    setText(links ? html.join(u", "_s) : plain.join(u", "_s));
    setAccessibleName(plain.join(u", "_s));
    setFocusPolicy(links ? Qt::StrongFocus : Qt::NoFocus); // the flags have changed it
}

bool LinkLine::focusNextPrevChild(bool next)
{
    // Before a link at the very beginning Qt finds that link itself, and the keyboard would never get out.
    if (!next && hasSelectedText() && selectionStart() == 0)
        return QFrame::focusNextPrevChild(false);
    return QLabel::focusNextPrevChild(next);
}

void LinkLine::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    // By itself a label shows no link before the next Tab, and Enter would lead nowhere.
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && !hasSelectedText())
        QLabel::focusNextPrevChild(event->reason() == Qt::TabFocusReason);
}

FigureCard::FigureCard(const Theme &theme, const QString &name, QWidget *parent)
    : Card(theme, {}, parent), m_figure(new FigureButton(theme, this)), m_bar(new ShareBar(theme, this)),
      m_line(new LinkLine(theme, this))
{
    setObjectName(name + u"Card"_s);
    m_figure->setObjectName(name + u"Figure"_s);
    m_line->setObjectName(name + u"Line"_s);
    // Its ring goes round it: the number itself stands below its title.
    auto *row = new QHBoxLayout;
    row->setContentsMargins(-metrics::tight, 0, -metrics::tight, 0);
    row->addWidget(m_figure);
    row->addStretch(1);
    contentLayout()->addLayout(row);
    contentLayout()->addWidget(m_bar);
    contentLayout()->addWidget(m_line, 1);
    connect(m_figure, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(m_target); });
    connect(m_line, &LinkLine::chosen, this, &FigureCard::chosen);
}

void FigureCard::setFigure(const QString &title, const QString &figure, Token token,
                           const OverviewTarget &target)
{
    setTitle(title);
    m_figure->setFigure(figure, token);
    m_figure->setAccessibleName(tr("%1: %2").arg(title, figure));
    m_target = target;
    m_figure->setEnabled(!target.isNull());
}

void FigureCard::setParts(const QList<overviewrows::Part> &parts)
{
    m_line->setParts(parts);
}

void FigureCard::setShare(double share)
{
    static_cast<ShareBar *>(m_bar)->setShare(share);
}

RowsCard::RowsCard(const Theme &theme, const QString &name, QWidget *parent)
    : Card(theme, {}, parent), m_theme(theme), m_model(new OverviewRowsModel(this)),
      m_proxy(new FilterProxy(this)), m_heading(new SectionLabel(theme, {}, this)), m_head(new QHBoxLayout),
      m_empty(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setObjectName(name + u"Card"_s);
    m_heading->setWordWrap(true);
    m_heading->setMinimumHeight(metrics::buttonHeight); // in line with those beside it, which have tools or not
    m_head->addWidget(m_heading, 1);
    contentLayout()->addLayout(m_head);
    m_proxy->setRows(m_model);
    m_proxy->sort(OverviewRowsModel::Text);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMinimumHeight(leastRows * metrics::rowHeight);
    contentLayout()->addWidget(m_empty, 1);
    contentLayout()->addStretch(0); // what is left below the last whole row
    connect(&theme, &Theme::changed, this, &RowsCard::fitColumns);
}

TableView *RowsCard::table()
{
    if (m_table)
        return m_table;
    m_table = new TableView(m_theme, this);
    m_table->setObjectName(objectName().chopped(4) + u"Rows"_s);
    m_table->setAccessibleName(m_heading->text());
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(false);
    m_table->setItemDelegateForColumn(OverviewRowsModel::Bar, new ProgressDelegate(m_theme, m_table));
    m_table->horizontalHeader()->hide();
    if (auto *corner = m_table->findChild<HeaderCorner *>())
        corner->hide(); // there is no header that it would go on with
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEdgePadding(metrics::inside);
    m_table->setMinimumHeight(leastRows * metrics::rowHeight);
    m_table->viewport()->setCursor(Qt::PointingHandCursor);
    m_table->hide();
    contentLayout()->insertWidget(contentLayout()->indexOf(m_empty), m_table, 1);
    connect(m_table, &QTableView::activated, this, &RowsCard::choose);
    connect(m_table, &QTableView::clicked, this, &RowsCard::choose);
    fitColumns();
    Q_EMIT tableMade();
    return m_table;
}

void RowsCard::setHeading(const QString &title)
{
    m_heading->setText(title);
    setAccessibleName(title);
    if (m_table)
        m_table->setAccessibleName(title);
}

void RowsCard::setHeadingHint(const QString &toolTip)
{
    m_heading->setToolTip(toolTip);
    setAccessibleDescription(toolTip);
}

void RowsCard::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void RowsCard::addTool(QWidget *tool)
{
    m_head->addWidget(tool);
}

void RowsCard::setRows(const QList<OverviewRow> &rows)
{
    m_model->setRows(rows);
    const bool some = !rows.isEmpty();
    if (some)
        table();
    m_empty->setVisible(!some);
    if (!m_table)
        return;
    const bool leaves = !some && m_table->hasFocus();
    m_table->setVisible(some);
    if (leaves && m_table->nextInFocusChain())
        focusNextChild(); // the keyboard stays in the page
    fitColumns();
    fitRows();
}

void RowsCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitColumns();
    fitRows();
}

void RowsCard::fitRows()
{
    if (!m_table)
        return;
    const int rowHeight = std::max(1, m_table->verticalHeader()->defaultSectionSize());
    const int frame = 2 * m_table->frameWidth();
    const QMargins margins = contentLayout()->contentsMargins();
    const int inner = width() - margins.left() - margins.right();
    const int head =
        m_head->hasHeightForWidth() ? m_head->heightForWidth(inner) : m_head->sizeHint().height();
    const int room = height() - margins.top() - head - contentLayout()->spacing() - margins.bottom() - frame;
    const int whole = std::max(leastRows, room / rowHeight);
    m_table->setMaximumHeight(std::max(whole * rowHeight + frame, m_table->minimumHeight()));
}

void RowsCard::fitColumns()
{
    if (!m_table)
        return;
    // Numbers are as wide as they are, so that none is cut, and what they are about has the rest.
    const QFontMetrics measure(m_table->font());
    int text = 0;
    int value = 0;
    int note = 0;
    bool bars = false;
    for (const OverviewRow &row : m_model->items()) {
        text = std::max(text, measure.horizontalAdvance(row.text));
        value = std::max(value, measure.horizontalAdvance(row.value));
        note = std::max(note, measure.horizontalAdvance(row.note));
        bars = bars || row.bar.done >= 0;
    }
    const int around = 2 * metrics::inside + metrics::tight;
    QList<int> widths{bars ? barWidth : 0, value > 0 ? value + around : 0, note > 0 ? note + around : 0};
    // Columns go from the right where there is no room. A bar says less than the value beside it, such as the time left.
    const QMargins margins = contentLayout()->contentsMargins();
    const int inner = width() - margins.left() - margins.right() - 2 * m_table->frameWidth() - metrics::scrollBar;
    const int wanted = std::min(text + 2 * around, readableText); // with the mark of its state
    const int besideBar = inner - widths.at(0) - widths.at(1);
    if (value > 0 && (besideBar < narrowText || besideBar * 4 < wanted * 3)) // words that lose a quarter are cut
        widths[0] = 0;
    const int least = std::max(narrowText, std::min(wanted, inner - widths.at(0) - widths.at(1)));
    if (widths == m_widths && least == m_leastText)
        return;
    m_widths = widths;
    m_leastText = least;
    m_table->setColumns({{least, least, true},
                         {barWidth, barWidth},
                         {std::max(widths.at(1), around), std::max(widths.at(1), around)},
                         {std::max(widths.at(2), around), std::max(widths.at(2), around)}});
    for (int i = 0; i < widths.size(); ++i)
        m_table->setColumnVacant(i + 1, widths.at(i) == 0);
}

void RowsCard::choose(const QModelIndex &index)
{
    const OverviewRow *row = m_model->item(m_proxy->sourceRow(index));
    if (row && !row->target.isNull())
        Q_EMIT chosen(OverviewTarget(row->target)); // the row may be gone by the time it is followed
}

} // namespace odc
