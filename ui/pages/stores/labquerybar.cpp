// SPDX-License-Identifier: GPL-3.0-or-later
#include "labquerybar.h"

#include "base/format.h"
#include "stores/queryset.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QTextBlock>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostLines = 4;
constexpr int longestChip = 60;
const auto moreChip = u"+"_s;
} // namespace

LabQueryEdit::LabQueryEdit(const Theme &theme, QWidget *parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(metrics::tight);
    setPlaceholderText(tr("Search this store"));
    setAccessibleName(tr("Query"));
    setToolTip(tr("Enter searches. Shift+Enter begins another query of the same search."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int room = metrics::iconSize + metrics::inside + metrics::tight;
    // Clear of the frame, which is wider while the keyboard is here.
    setViewportMargins(isRightToLeft() ? metrics::tight : room, 1, isRightToLeft() ? room : metrics::tight,
                       1);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &LabQueryEdit::fit);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
    fit();
}

void LabQueryEdit::fit()
{
    const int lines =
        std::clamp(int(std::ceil(document()->size().height())), 1, mostLines); // counted in lines
    const int line = fontMetrics().lineSpacing();
    setFixedHeight(metrics::buttonHeight + (lines - 1) * line);
    setVerticalScrollBarPolicy(document()->size().height() > mostLines ? Qt::ScrollBarAsNeeded
                                                                       : Qt::ScrollBarAlwaysOff);
}

bool LabQueryEdit::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) { // of the frame, where the viewport leaves room
        const bool done = QPlainTextEdit::event(event);
        QPainter painter(this);
        const int x = isRightToLeft() ? width() - metrics::inside - metrics::iconSize : metrics::inside;
        const int y = (metrics::buttonHeight - metrics::iconSize) / 2;
        m_theme.icons().paint(&painter, QRect(x, y, metrics::iconSize, metrics::iconSize), Icon::Search,
                              m_theme.colour(Token::Secondary));
        return done;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (!(key->modifiers() & Qt::ControlModifier)) {
                event->accept();
                return true;
            }
        }
    }
    return QPlainTextEdit::event(event);
}

void LabQueryEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & Qt::ShiftModifier)) {
        Q_EMIT runRequested();
        return;
    }
    if (isEnter) {
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier &&
        textCursor().blockNumber() == blockCount() - 1) {
        QTextCursor below = textCursor();
        if (!below.movePosition(QTextCursor::Down)) {
            Q_EMIT leaveRequested();
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void LabQueryEdit::insertFromMimeData(const QMimeData *source)
{
    textCursor().insertText(source->text()); // plain, whatever it was copied from
}

LabQueryBar::LabQueryBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_edit(new LabQueryEdit(theme, this)),
      m_run(makeButton(theme, tr("Run"), {}, ButtonRole::Primary, this)),
      m_add(makeButton(theme, tr("Setting"), Icon::Plus, ButtonRole::Default, this)),
      m_chips(new ChipBar(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_edit->setObjectName(u"labQuery"_s);
    m_run->setObjectName(u"labRun"_s);
    m_add->setObjectName(u"labAddSetting"_s);
    m_add->setToolTip(tr("Another setting beside, to be compared"));
    row->addWidget(m_edit, 1, Qt::AlignTop);
    row->addWidget(m_run, 0, Qt::AlignTop);
    row->addWidget(m_add, 0, Qt::AlignTop);
    layout->addLayout(row);
    m_chips->setObjectName(u"labChips"_s);
    layout->addWidget(m_chips);
    setFilter({});
    setFocusProxy(m_edit);

    connect(m_edit, &LabQueryEdit::runRequested, this, &LabQueryBar::runRequested);
    connect(m_edit, &LabQueryEdit::leaveRequested, this, &LabQueryBar::leaveRequested);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &LabQueryBar::queryEdited);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT stopRequested();
        else
            Q_EMIT runRequested();
    });
    connect(m_add, &QPushButton::clicked, this, &LabQueryBar::settingRequested);
    connect(m_chips, &ChipBar::activated, this,
            [this](const QString &id) { Q_EMIT conditionRequested(id == moreChip ? -1 : id.toInt()); });
    connect(m_chips, &ChipBar::removeRequested, this,
            [this](const QString &id) { Q_EMIT conditionRemoved(id.toInt()); });
}

QString LabQueryBar::query() const
{
    return queryText(m_edit->toPlainText());
}

void LabQueryBar::setQuery(const QString &text)
{
    if (query() == text)
        return;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void LabQueryBar::setFilter(const SearchFilter &filter)
{
    const QList<SearchFilter> conditions = filter.conditions();
    const qsizetype before = m_chips->ids().size() - 1;
    // In place, so that the keyboard stays where it is; the last chip stays the last.
    if (conditions.size() > before)
        m_chips->removeChip(moreChip);
    for (qsizetype i = conditions.size(); i < before; ++i)
        m_chips->removeChip(QString::number(i));
    for (qsizetype i = 0; i < conditions.size(); ++i)
        m_chips->setChip(QString::number(i), format::oneLine(conditions.at(i).words(), longestChip));
    m_chips->setChip(moreChip, tr("+ condition"), false);
}

void LabQueryBar::setRunning(bool running)
{
    m_running = running;
    m_run->setText(running ? tr("Stop") : tr("Run"));
}

void LabQueryBar::setAddEnabled(bool enabled)
{
    m_add->setEnabled(enabled);
}

} // namespace odc
