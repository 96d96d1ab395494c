// SPDX-License-Identifier: GPL-3.0-or-later
#include "templateedit.h"

#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QCompleter>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr int sideMargin = 2;
constexpr int lineMargin = 1;
} // namespace

TemplateEdit::TemplateEdit(const Theme &theme, int leastLines, int mostLines, QWidget *parent)
    : QPlainTextEdit(parent), m_theme(theme), m_leastLines(leastLines), m_mostLines(mostLines),
      m_paths(new QStringListModel(this)), m_completer(new QCompleter(m_paths, this))
{
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(metrics::tight);
    setViewportMargins(sideMargin, lineMargin, sideMargin, 0); // text stands where it does in other fields
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setObjectName(u"templatePaths"_s);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TemplateEdit::complete);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        check();
        fitHeight();
    });
    connect(&theme, &Theme::changed, this, &TemplateEdit::check);
    setScope({});
    fitHeight();
}

void TemplateEdit::setLanguage(const Language &language)
{
    m_language = language;
    check();
}

void TemplateEdit::setScope(const TemplateScope &scope)
{
    setLanguage(
        {templatePlaces, [scope](const QString &text) { return checkTemplate(text, scope); },
         [scope](const QString &text, qsizetype cursor) { return completeTemplate(text, cursor, scope); }});
}

void TemplateEdit::setChecked(bool checked)
{
    m_checked = checked;
    setFont(m_theme.font(checked ? Theme::FontRole::Body : Theme::FontRole::Mono));
    check();
}

void TemplateEdit::check()
{
    const QString text = toPlainText();
    m_problems = m_checked ? m_language.check(text) : QList<TemplateProblem>();
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [&](qsizetype position, qsizetype length) -> QTextCharFormat & {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(position));
        selection.cursor.setPosition(int(position + length), QTextCursor::KeepAnchor);
        marks.append(selection);
        return marks.last().format;
    };
    if (m_checked) {
        const QList<TemplatePlace> places = m_language.places(text);
        for (const TemplatePlace &place : places) {
            const bool wrong =
                std::any_of(m_problems.cbegin(), m_problems.cend(), [&](const TemplateProblem &problem) {
                    return problem.position == place.position;
                });
            if (!wrong)
                mark(place.position, place.length).setForeground(m_theme.colour(Token::Accent));
        }
    }
    for (const TemplateProblem &problem : std::as_const(m_problems)) {
        const QColor colour = m_theme.colour(problem.warning ? Token::Warn : Token::Bad);
        QTextCharFormat &format = mark(problem.position, problem.length);
        format.setForeground(colour);
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(colour);
    }
    setExtraSelections(marks);
}

void TemplateEdit::keyPressEvent(QKeyEvent *event)
{
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            event->ignore(); // the list takes them
            return;
        default:
            break;
        }
    }
    const bool asked = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (!asked)
        QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && event->text().front().isPrint();
    if (asked || typed || (event->key() == Qt::Key_Backspace && m_completer->popup()->isVisible()))
        offer(asked || event->text() != u"}"_s);
    else if (!event->text().isEmpty())
        m_completer->popup()->hide();
}

void TemplateEdit::offer(bool wanted)
{
    const TemplateCompletion found = m_checked && wanted
                                         ? m_language.complete(toPlainText(), textCursor().position())
                                         : TemplateCompletion();
    const QString typed = toPlainText().mid(found.from, textCursor().position() - found.from).trimmed();
    const bool whole = found.paths.size() == 1 && found.paths.first() == typed;
    if (found.from < 0 || found.paths.isEmpty() || whole) {
        m_completer->popup()->hide();
        return;
    }
    m_paths->setStringList(found.paths);
    QRect place = cursorRect();
    const int widest = m_completer->popup()->sizeHintForColumn(0) +
                       m_completer->popup()->verticalScrollBar()->sizeHint().width();
    place.setWidth(std::min(widest + metrics::edge, metrics::textWidth));
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void TemplateEdit::complete(const QString &path)
{
    const TemplateCompletion found = m_language.complete(toPlainText(), textCursor().position());
    if (found.from < 0)
        return;
    QTextCursor cursor = textCursor();
    const QString text = toPlainText();
    qsizetype end = cursor.position();
    // What is left of a path behind the cursor goes, too; the closing braces are written when they are
    // missing.
    while (end < text.size() && text[end] != u'}' && text[end] != u'{' && !text[end].isSpace())
        ++end;
    const bool closed = QStringView(text).mid(end).trimmed().startsWith(u"}}");
    cursor.setPosition(int(found.from));
    cursor.setPosition(int(end), QTextCursor::KeepAnchor);
    cursor.insertText(closed ? path : path + u"}}"_s);
    if (closed)
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, 2);
    setTextCursor(cursor);
}

bool TemplateEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
        for (const TemplateProblem &problem : std::as_const(m_problems)) {
            if (at >= problem.position && at <= problem.position + problem.length) {
                QToolTip::showText(help->globalPos(), plainToolTip(problem.message), this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void TemplateEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitHeight();
}

void TemplateEdit::fitHeight()
{
    // Laid out now, not when it is painted: the height is of the lines as they are broken.
    int laidOut = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && laidOut < m_mostLines;
         block = block.next(), ++laidOut)
        document()->documentLayout()->blockBoundingRect(block);
    // A plain text's layout counts in lines.
    const int lines = std::clamp(int(document()->size().height()), m_leastLines, m_mostLines);
    // A line as it is laid out may be higher than the font says: then there would be something to scroll.
    const QTextLayout *text = document()->firstBlock().layout();
    const int line = text && text->lineCount() > 0 ? int(std::ceil(text->lineAt(0).height()))
                                                   : fontMetrics().lineSpacing();
    constexpr int slack = 1; // one pixel less, and there is something to scroll
    const int height =
        lines * line + int(2 * document()->documentMargin()) + lineMargin + slack + 2 * frameWidth();
    const int least = m_leastLines == 1 ? metrics::buttonHeight : 0;
    setFixedHeight(std::max(height, least));
}

QSize TemplateEdit::sizeHint() const
{
    return {metrics::textWidth, height()};
}

QSize TemplateEdit::minimumSizeHint() const
{
    return {metrics::navWidth / 2, height()};
}

} // namespace odc
