// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcriptview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/jsonview.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 16 * 1024;  // characters put in at once: a few milliseconds
constexpr qsizetype longestLine = 4000;     // laying out a line takes time by the square of its length
constexpr qsizetype longestText = 400'000;  // of a section; the JSON has the rest

/// Where the piece that begins at `from` ends: after so many characters, better after a line, at least after a word.
qsizetype endOfPiece(const QString &text, qsizetype from, qsizetype most)
{
    if (text.size() - from <= most)
        return text.size();
    const qsizetype half = from + most / 2; // no use in looking further back
    for (const QChar c : {QChar(u'\n'), QChar(u' ')}) {
        const qsizetype at = QStringView(text).sliced(half + 1, from + most - half - 1).lastIndexOf(c);
        if (at >= 0)
            return half + 1 + at + 1;
    }
    const qsizetype end = from + most;
    return text.at(end - 1).isHighSurrogate() ? end - 1 : end;
}

/// Lines that are too long to be laid out are broken at a blank.
QString withShortLines(const QString &text)
{
    QString result;
    result.reserve(text.size());
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype end = text.indexOf(u'\n', from);
        end = end < 0 ? text.size() : end + 1;
        while (end - from > longestLine) {
            const qsizetype cut = endOfPiece(text, from, longestLine);
            result += QStringView(text).sliced(from, cut - from);
            if (cut >= end) {
                from = end;
                break;
            }
            result += u'\n';
            from = cut;
        }
        result += QStringView(text).sliced(from, end - from);
        from = end;
    }
    return result;
}

} // namespace

TranscriptView::TranscriptView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new CodeEdit(theme, this)), m_find(new FindBar(theme, m_edit, this)),
      m_inserting(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find);
    layout->addWidget(m_edit);
    m_edit->setHighlighting(false);
    m_edit->setFont(theme.font(Theme::FontRole::Body));
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_edit);
    m_inserting->setInterval(0);
    connect(m_inserting, &QTimer::timeout, this, &TranscriptView::insertPieces);
    connect(m_edit, &CodeEdit::findRequested, this, &TranscriptView::openFind);
    connect(&theme, &Theme::changed, this, &TranscriptView::show);
}

void TranscriptView::setSections(const QList<TranscriptSection> &sections)
{
    if (sections == m_sections)
        return;
    m_sections = sections;
    show();
    m_edit->moveCursor(QTextCursor::Start);
    m_edit->verticalScrollBar()->setValue(0);
}

void TranscriptView::add(const QString &text, Style style, Tone tone)
{
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = endOfPiece(text, from, pieceSize);
        m_pieces.append({text.mid(from, end - from), style, tone});
        from = end;
    }
}

void TranscriptView::show()
{
    m_edit->clear();
    m_pieces.clear();
    m_next = 0;
    for (const TranscriptSection &section : std::as_const(m_sections)) {
        if (!m_pieces.isEmpty())
            add(u"\n\n"_s, Style::Title);
        add(section.title + u'\n', Style::Title, section.tone);
        QString text = withShortLines(section.text.left(longestText));
        text.replace(QChar(u'\0'), QChar(0x2400)); // the document would end there
        add(text.isEmpty() ? tr("(nothing)") : text, section.monospace ? Style::Mono : Style::Body);
        if (section.text.size() > longestText)
            add(u'\n' + tr("… and %Ln more characters, which the JSON has.", nullptr, int(section.text.size() - longestText)),
                Style::Title);
    }
    insertPieces();
}

void TranscriptView::insertPieces()
{
    QScrollBar *bar = m_edit->verticalScrollBar();
    const int scrolled = bar->value();
    QTextCursor cursor(m_edit->document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    for (qsizetype put = 0; isLoading() && put < pieceSize; ++m_next) {
        const Piece &piece = m_pieces.at(m_next);
        QTextCharFormat format;
        switch (piece.style) {
        case Style::Title:
            format.setFont(m_theme.font(Theme::FontRole::Section));
            format.setForeground(m_theme.colour(piece.tone == Tone::None ? Token::Secondary : toneToken(piece.tone)));
            break;
        case Style::Body:
            format.setFont(m_theme.font(Theme::FontRole::Body));
            format.setForeground(m_theme.colour(Token::Text));
            break;
        case Style::Mono:
            format.setFont(m_theme.font(Theme::FontRole::Mono));
            format.setForeground(m_theme.colour(Token::Text));
            break;
        }
        cursor.insertText(piece.text, format);
        put += piece.text.size();
    }
    cursor.endEditBlock();
    bar->setValue(scrolled);
    if (isLoading())
        m_inserting->start();
    else
        m_inserting->stop();
}

void TranscriptView::setTextName(const QString &name)
{
    m_edit->setAccessibleName(name);
}

QString TranscriptView::plainText() const
{
    return m_edit->toPlainText();
}

void TranscriptView::openFind()
{
    m_find->open();
}

} // namespace odc
