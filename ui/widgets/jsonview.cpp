// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonview.h"

#include "base/background.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/jsonlines.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

namespace {

constexpr qsizetype pieceSize = 32 * 1024;      // characters put into the view in one go: a few milliseconds
constexpr qsizetype preparedAtOnce = 32 * 1024; // bytes small enough to prepare without the pool
constexpr int longestLine = 8000;               // characters a line is shown with

Token tokenOf(jsonlines::Piece piece)
{
    switch (piece) {
    case jsonlines::Piece::Key:
        return Token::Accent;
    case jsonlines::Piece::String:
        return Token::Ok;
    case jsonlines::Piece::Number:
    case jsonlines::Piece::Word:
        return Token::Warn;
    case jsonlines::Piece::Punctuation:
        return Token::Secondary;
    }
    return Token::Text;
}

QString prepare(const QByteArray &text, JsonView::Format format)
{
    return jsonlines::forDisplay(format == JsonView::Format::Json ? jsonlines::indented(text) : text,
                                 longestLine);
}

} // namespace

CodeEdit::CodeEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent), m_theme(theme), m_gutter(new QWidget(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFont(theme.font(Theme::FontRole::Mono));
    document()->setDocumentMargin(metrics::inside);
    m_gutter->setAutoFillBackground(true);
    m_gutter->installEventFilter(this);
    m_gutter->hide();
    connect(&theme, &Theme::changed, this, [this] {
        ++m_stamp;
        viewport()->update();
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::placeGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this] { m_gutter->update(); });
}

void CodeEdit::setHighlighting(bool json)
{
    if (m_json != json) {
        m_json = json;
        ++m_stamp;
        viewport()->update();
    }
}

void CodeEdit::setLineNumbersVisible(bool visible)
{
    m_numbers = visible;
    placeGutter();
}

void CodeEdit::colourVisible()
{
    const int bottom = viewport()->height();
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= bottom; block = block.next()) {
        if (block.userState() != m_stamp) {
            block.setUserState(m_stamp);
            QList<QTextLayout::FormatRange> formats;
            if (m_json) {
                const QList<jsonlines::Span> spans = jsonlines::spans(block.text());
                for (const jsonlines::Span &span : spans) {
                    QTextLayout::FormatRange range;
                    range.start = span.start;
                    range.length = span.length;
                    range.format.setForeground(m_theme.colour(tokenOf(span.piece)));
                    formats.append(range);
                }
            }
            block.layout()->setFormats(formats);
        }
        top += blockBoundingRect(block).height();
    }
}

void CodeEdit::paintEvent(QPaintEvent *event)
{
    colourVisible();
    QPlainTextEdit::paintEvent(event);
}

void CodeEdit::placeGutter()
{
    int width = 0;
    if (m_numbers) {
        const int figures = int(QString::number(qMax(1, blockCount())).size());
        width = fontMetrics().horizontalAdvance(u'9') * qMax(2, figures) + 2 * metrics::inside;
    }
    setViewportMargins(width, 0, 0, 0);
    m_gutter->setVisible(m_numbers);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.left(), inner.top(), width, inner.height());
}

void CodeEdit::paintGutter()
{
    QPainter painter(m_gutter);
    painter.setFont(font());
    painter.setPen(m_theme.colour(Token::Secondary));
    QTextBlock block = firstVisibleBlock();
    QRectF place = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && place.top() <= m_gutter->height()) {
        painter.drawText(QRectF(0, place.top(), m_gutter->width() - metrics::inside, fontMetrics().height()),
                         Qt::AlignRight, QString::number(block.blockNumber() + 1));
        block = block.next();
        place.moveTop(place.bottom());
        place.setHeight(block.isValid() ? blockBoundingRect(block).height() : 0);
    }
}

bool CodeEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_gutter && event->type() == QEvent::Paint) {
        paintGutter();
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        placeGutter();
    }
}

bool CodeEdit::event(QEvent *event)
{
    // The window's own Find and Delete are about the list; here they are about the text.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->matches(QKeySequence::Delete)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
        return;
    }
    if (event->matches(QKeySequence::Delete)) {
        return; // there is nothing to delete in a text that is only read, and nothing else is meant
    }
    QPlainTextEdit::keyPressEvent(event);
}

JsonView::JsonView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_edit(new CodeEdit(theme, this)), m_find(new FindBar(theme, m_edit, this)),
      m_inserting(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_edit);
    m_edit->setAccessibleName(tr("Text"));
    m_edit->setLayoutDirection(Qt::LeftToRight); // code reads from the left in every language
    m_edit->setContextMenuPolicy(Qt::CustomContextMenu);
    setFocusProxy(m_edit);
    m_inserting->setInterval(0);
    connect(m_inserting, &QTimer::timeout, this, &JsonView::insertPiece);
    connect(m_edit, &CodeEdit::findRequested, this, &JsonView::openFind);
    connect(m_edit, &QWidget::customContextMenuRequested, this, &JsonView::showMenu);
}

void JsonView::setContent(const QByteArray &text, Format format)
{
    if (text == m_content && format == m_format && m_round > 0) {
        return; // a refresh that brought nothing new must not move what is being read
    }
    m_content = text;
    m_format = format;
    m_edit->setHighlighting(format != Format::Plain);
    m_loading = true;
    const quint64 round = ++m_round;
    if (text.size() <= preparedAtOnce) {
        showPrepared(prepare(text, format));
        return;
    }
    inBackground(this, [text, format] { return prepare(text, format); }, [this, round](const QString &prepared) {
        if (round == m_round) {
            showPrepared(prepared);
        }
    });
}

void JsonView::clear()
{
    setContent({}, Format::Plain);
}

void JsonView::showPrepared(const QString &text)
{
    m_inserting->stop();
    m_edit->clear();
    m_prepared = text;
    m_inserted = 0;
    insertPiece();
    if (m_loading) {
        m_inserting->start();
    }
}

void JsonView::insertPiece()
{
    QScrollBar *bar = m_edit->verticalScrollBar();
    const int scrolled = bar->value();
    qsizetype end = qMin(m_inserted + pieceSize, m_prepared.size());
    if (end < m_prepared.size()) { // whole lines: half a line would be laid out twice
        const qsizetype lineEnd = m_prepared.lastIndexOf(u'\n', end);
        end = lineEnd > m_inserted ? lineEnd + 1 : end;
    }
    QTextCursor cursor(m_edit->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_prepared.mid(m_inserted, end - m_inserted));
    m_inserted = end;
    bar->setValue(scrolled);
    if (m_inserted >= m_prepared.size()) {
        m_inserting->stop();
        m_prepared.clear();
        m_loading = false;
        Q_EMIT loaded();
    }
}

void JsonView::setWrapped(bool wrapped)
{
    m_edit->setLineWrapMode(wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

bool JsonView::isWrapped() const
{
    return m_edit->lineWrapMode() != QPlainTextEdit::NoWrap;
}

void JsonView::setLineNumbersVisible(bool visible)
{
    m_edit->setLineNumbersVisible(visible);
}

void JsonView::setHeightInLines(int lines)
{
    const int height =
        m_edit->fontMetrics().lineSpacing() * lines + 2 * metrics::inside + 2 * m_edit->frameWidth();
    m_edit->setMaximumHeight(lines > 0 ? height : QWIDGETSIZE_MAX);
    m_edit->setMinimumHeight(lines > 0 ? height : 0);
}

void JsonView::openFind()
{
    if (m_ownFind)
        m_find->open();
    else
        Q_EMIT findRequested();
}

void JsonView::showMenu(const QPoint &pos)
{
    QMenu *menu = m_edit->createStandardContextMenu(pos);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addAction(tr("Copy everything"), this,
                    [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_content)); });
    menu->addAction(tr("Find…"), this, &JsonView::openFind);
    QAction *wrap = menu->addAction(tr("Wrap long lines"));
    wrap->setCheckable(true);
    wrap->setChecked(isWrapped());
    connect(wrap, &QAction::toggled, this, &JsonView::setWrapped);
    QAction *numbers = menu->addAction(tr("Line numbers"));
    numbers->setCheckable(true);
    numbers->setChecked(m_edit->lineNumbersVisible());
    connect(numbers, &QAction::toggled, this, &JsonView::setLineNumbersVisible);
    menu->popup(m_edit->viewport()->mapToGlobal(pos));
}

} // namespace odc
