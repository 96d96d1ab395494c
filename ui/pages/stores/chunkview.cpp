// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunkview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jsonview.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 16 * 1024; // characters put in at once: a few milliseconds
constexpr qsizetype ahead = 150'000;       // so many are in the text without scrolling
constexpr qsizetype most = 800'000;        // beyond, the text begins anew where it is read
constexpr qsizetype longestLine = 4000;    // laying out a line takes time by the square of its length
constexpr qsizetype mostMarked = 2000;     // matches that are marked at once

/// The text as a document takes it, each character one, with line ends where lines are too long to be laid
/// out.
QString laidOut(QString text, QList<qsizetype> *breaks)
{
    text.replace(QChar(u'\0'), QChar(0x2400)); // the document would end there
    text.replace("\r\n"_L1, " \n"_L1);         // two characters that would become one
    text.replace(u'\r', u'\n');
    QString result;
    result.reserve(text.size() + text.size() / longestLine + 1);
    qsizetype lineBegin = 0;
    qsizetype copied = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\n' || text.at(i) == QChar::ParagraphSeparator ||
            text.at(i) == QChar::LineSeparator) {
            lineBegin = i + 1;
        } else if (i - lineBegin >= longestLine && !text.at(i).isLowSurrogate()) {
            const qsizetype blank = text.lastIndexOf(u' ', i);
            const qsizetype at = blank > lineBegin + longestLine / 2 ? blank + 1 : i;
            result += QStringView(text).sliced(copied, at - copied);
            result += u'\n';
            breaks->append(at);
            copied = at;
            lineBegin = at;
        }
    }
    result += QStringView(text).sliced(copied);
    return result;
}

} // namespace

ChunkView::ChunkView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new CodeEdit(theme, this)), m_growing(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setObjectName(u"chunkText"_s);
    m_edit->setAccessibleName(tr("Text of the chunks"));
    m_edit->setHighlighting(false);
    m_edit->setReadOnly(true);
    m_edit->setFont(theme.font(Theme::FontRole::Body));
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->document()->setDocumentMargin(metrics::between);
    m_edit->setUndoRedoEnabled(false);
    setFocusProxy(m_edit);
    m_growing->setInterval(0);
    connect(m_growing, &QTimer::timeout, this, &ChunkView::appendNext);
    connect(m_edit, &CodeEdit::findRequested, this, &ChunkView::findRequested);
    connect(m_edit->verticalScrollBar(), &QScrollBar::valueChanged, this, &ChunkView::scrolled);
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_shown.isEmpty())
            rebuild(std::max(0, chunkAtTop()));
    });
}

void ChunkView::setChunks(const QStringList &chunks, std::function<QString(int)> heading,
                          std::function<int(int)> overlap)
{
    m_chunks = chunks;
    m_heading = std::move(heading);
    m_overlap = std::move(overlap);
    m_matches.clear();
    m_current = -1;
    m_foundChunk = -1;
    m_found.clear();
    rebuild(0);
}

void ChunkView::rebuild(int from)
{
    m_moving = true;
    m_growing->stop();
    m_shown.clear();
    m_edit->clear();
    if (from < m_chunks.size()) {
        m_shown.append(insert(from, 0));
        if (from > 0)
            prependOne(); // so that there is something to scroll up to
        m_growing->start();
    }
    m_moving = false;
    mark();
}

bool ChunkView::isLoading() const
{
    return m_growing->isActive();
}

ChunkView::Shown ChunkView::insert(int chunk, int at)
{
    Shown shown{chunk, at, 0, 0, {}};
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(at);
    cursor.beginEditBlock();
    QTextCharFormat title;
    title.setFont(m_theme.font(Theme::FontRole::Section));
    title.setForeground(m_theme.colour(Token::Secondary));
    QTextCharFormat body;
    body.setFont(m_theme.font(m_monospace ? Theme::FontRole::Mono : Theme::FontRole::Body));
    body.setForeground(m_theme.colour(Token::Text));
    QTextCharFormat repeated = body;
    repeated.setForeground(m_theme.colour(Token::Secondary));
    repeated.setBackground(m_theme.tint(Tone::Running));
    cursor.insertText(m_heading(chunk) + u'\n', title);
    shown.text = cursor.position();
    const QString text = laidOut(m_chunks.at(chunk), &shown.breaks);
    qsizetype same = std::min<qsizetype>(m_overlap(chunk), m_chunks.at(chunk).size());
    same += std::upper_bound(shown.breaks.cbegin(), shown.breaks.cend(), same) - shown.breaks.cbegin();
    cursor.insertText(text.left(same), repeated);
    cursor.insertText(text.mid(same), body);
    shown.end = cursor.position();
    const bool isLast = chunk == m_chunks.size() - 1;
    if (!isLast) {
        cursor.insertText(u"\n\n"_s, title);
        shown.end = cursor.position();
    }
    cursor.endEditBlock();
    return shown;
}

void ChunkView::appendNext()
{
    const auto inText = [this] { return m_edit->document()->characterCount(); };
    // Further than the place being read, by so much.
    const int read = m_edit->cursorForPosition(m_edit->viewport()->rect().bottomLeft()).position();
    for (qsizetype put = 0; put < pieceSize;) {
        const int next = m_shown.isEmpty() ? 0 : m_shown.constLast().chunk + 1;
        if (next >= m_chunks.size() || inText() - read > ahead || inText() > most) {
            m_growing->stop();
            break;
        }
        const QScrollBar *bar = m_edit->verticalScrollBar();
        const int scrolled = bar->value();
        m_moving = true;
        m_shown.append(insert(next, m_shown.isEmpty() ? 0 : m_shown.constLast().end));
        m_edit->verticalScrollBar()->setValue(scrolled);
        m_moving = false;
        put += m_chunks.at(next).size();
    }
    mark();
}

void ChunkView::prependOne()
{
    const int chunk = m_shown.constFirst().chunk - 1;
    const bool wasMoving = m_moving;
    m_moving = true;
    const Shown first = insert(chunk, 0);
    for (Shown &shown : m_shown) {
        shown.heading += first.end;
        shown.text += first.end;
        shown.end += first.end;
    }
    m_shown.prepend(first);
    scrollToPosition(m_shown.at(1).heading);
    m_moving = wasMoving;
}

void ChunkView::scrollToPosition(int position)
{
    const QTextBlock block = m_edit->document()->findBlock(position);
    m_edit->verticalScrollBar()->setValue(block.firstLineNumber());
}

void ChunkView::scrolled()
{
    if (m_moving || m_shown.isEmpty())
        return;
    const QScrollBar *bar = m_edit->verticalScrollBar();
    if (bar->value() == 0 && m_shown.constFirst().chunk > 0) {
        prependOne();
        mark();
    }
    const bool isMore = m_shown.constLast().chunk + 1 < m_chunks.size();
    if (isMore && bar->value() + bar->pageStep() >= bar->maximum() &&
        m_edit->document()->characterCount() > most) {
        const int top = chunkAtTop();
        rebuild(top);
    } else if (isMore && bar->value() + 4 * bar->pageStep() >= bar->maximum()) {
        m_growing->start();
    }
    if (const int top = chunkAtTop(); top >= 0)
        Q_EMIT scrolledTo(top);
}

int ChunkView::chunkAtTop() const
{
    const int position = m_edit->cursorForPosition(QPoint(0, metrics::tight)).position();
    const auto after = std::upper_bound(m_shown.cbegin(), m_shown.cend(), position,
                                        [](int value, const Shown &shown) { return value < shown.heading; });
    return after == m_shown.cbegin() ? -1 : std::prev(after)->chunk;
}

std::optional<qsizetype> ChunkView::shownAt(int chunk) const
{
    if (m_shown.isEmpty() || chunk < m_shown.constFirst().chunk || chunk > m_shown.constLast().chunk)
        return {};
    return chunk - m_shown.constFirst().chunk;
}

void ChunkView::showChunk(int chunk)
{
    if (chunk < 0 || chunk >= m_chunks.size())
        return;
    if (!shownAt(chunk))
        rebuild(chunk);
    // There must be enough below it for it to stand at the top.
    while (m_shown.constLast().chunk + 1 < m_chunks.size() &&
           m_edit->document()->characterCount() - m_shown.at(*shownAt(chunk)).heading < pieceSize) {
        m_moving = true;
        m_shown.append(insert(m_shown.constLast().chunk + 1, m_shown.constLast().end));
        m_moving = false;
    }
    // And before the last ones there must be something to fill the view with.
    while (m_shown.constFirst().chunk > 0 && m_edit->document()->characterCount() < 2 * pieceSize)
        prependOne();
    m_moving = true;
    scrollToPosition(m_shown.at(*shownAt(chunk)).heading);
    m_moving = false;
    m_growing->start();
    mark();
}

void ChunkView::showFound(int chunk, const QList<chunktext::Match> &words)
{
    m_foundChunk = chunk;
    m_found = words;
    if (m_found.size() > mostMarked)
        m_found.resize(mostMarked);
    showChunk(chunk);
    if (m_found.isEmpty() || !shownAt(chunk))
        return;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(positionOf(m_shown.at(*shownAt(chunk)), m_found.first().at));
    // A long chunk begins above the words.
    const bool isInView = m_edit->viewport()->rect().contains(m_edit->cursorRect(cursor));
    m_moving = true;
    m_edit->setTextCursor(cursor);
    if (!isInView)
        m_edit->centerCursor();
    m_moving = false;
    m_growing->start();
}

QTextEdit::ExtraSelection ChunkView::markOf(const Shown &shown, const chunktext::Match &match) const
{
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(m_edit->document());
    mark.cursor.setPosition(positionOf(shown, match.at));
    mark.cursor.setPosition(positionOf(shown, match.at + match.size - 1) + 1, QTextCursor::KeepAnchor);
    return mark;
}

int ChunkView::positionOf(const Shown &shown, qsizetype offset) const
{
    const auto broken =
        std::upper_bound(shown.breaks.cbegin(), shown.breaks.cend(), offset) - shown.breaks.cbegin();
    return shown.text + int(offset + broken);
}

void ChunkView::setMonospace(bool monospace)
{
    if (m_monospace == monospace)
        return;
    m_monospace = monospace;
    if (!m_shown.isEmpty()) {
        const int top = std::max(0, chunkAtTop());
        rebuild(top);
        showChunk(top);
    }
}

void ChunkView::setMatches(const QList<chunktext::Match> &matches, qsizetype current)
{
    m_matches = matches;
    m_current = current;
    if (current < 0 || current >= matches.size()) {
        mark();
        return;
    }
    const chunktext::Match match = matches.at(current);
    if (!shownAt(match.chunk))
        showChunk(match.chunk);
    const Shown &shown = m_shown.at(*shownAt(match.chunk));
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(positionOf(shown, match.at));
    m_moving = true;
    m_edit->setTextCursor(cursor);
    m_edit->centerCursor();
    m_moving = false;
    m_growing->start();
    mark();
}

void ChunkView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (const auto at = shownAt(m_foundChunk)) {
        const Shown &shown = m_shown.at(*at);
        QTextEdit::ExtraSelection heading;
        heading.cursor = QTextCursor(m_edit->document());
        heading.cursor.setPosition(shown.heading);
        heading.format.setBackground(m_theme.colour(Token::Selection));
        heading.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(heading);
        for (const chunktext::Match &match : m_found) {
            QTextEdit::ExtraSelection word = markOf(shown, match);
            word.format.setBackground(m_theme.tint(Tone::Attention));
            marks.append(word);
        }
    }
    // Above those, what is looked for in the text.
    const qsizetype full = marks.size() + mostMarked;
    if (!m_shown.isEmpty() && !m_matches.isEmpty()) {
        const auto from =
            std::lower_bound(m_matches.cbegin(), m_matches.cend(), m_shown.constFirst().chunk,
                             [](const chunktext::Match &match, int chunk) { return match.chunk < chunk; });
        // Where there are too many, those around the current one are what is looked at.
        const qsizetype first = from - m_matches.cbegin();
        const qsizetype begin = std::max(first, m_current - mostMarked / 2);
        for (qsizetype i = begin; i < m_matches.size() && marks.size() < full; ++i) {
            const auto at = shownAt(m_matches.at(i).chunk);
            if (!at)
                break;
            const Shown &shown = m_shown.at(*at);
            QTextEdit::ExtraSelection mark = markOf(shown, m_matches.at(i));
            if (i == m_current) {
                mark.format.setBackground(m_theme.colour(Token::Accent));
                mark.format.setForeground(m_theme.colour(Shade::OnAccent));
            } else {
                mark.format.setBackground(m_theme.tint(Tone::Attention));
            }
            marks.append(mark);
        }
    }
    m_edit->setExtraSelections(marks);
}

QString ChunkView::selectedText() const
{
    return m_edit->textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace odc
