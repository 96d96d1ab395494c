// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteview.h"

#include "ui/palette/palettedelegate.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/shapes.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int wide = 680;
constexpr int mostRows = 12;
constexpr int fromTop = 56;
constexpr int listHeight = mostRows * metrics::navHeight;

} // namespace

PaletteView::PaletteView(const Theme &theme, QWidget *window)
    : QFrame(window), m_theme(theme), m_window(window), m_model(new PaletteModel(this)),
      m_edit(new QLineEdit(this)), m_list(new QListView(this)),
      m_status(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_hints(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Find anything"));
    hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::inside, metrics::inside, metrics::inside, metrics::inside);
    layout->setSpacing(metrics::inside);
    m_edit->setObjectName(u"paletteEdit"_s);
    m_edit->setPlaceholderText(tr("Actions, names, ids, metadata…"));
    m_edit->setAccessibleName(tr("Find anything"));
    m_edit->addAction(theme.icon(Icon::Search, Token::Secondary), QLineEdit::LeadingPosition);
    m_edit->setClearButtonEnabled(true);
    layout->addWidget(m_edit);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(theme, *m_model, m_list));
    m_list->setFrameShape(NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(listHeight);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    layout->addWidget(m_list);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(metrics::tight, 0, metrics::tight, 0);
    m_status->setObjectName(u"paletteStatus"_s);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    foot->addWidget(m_status, 1);
    m_hints->setText(tr("Enter opens · %1 copies the id · > actions · @ objects · Esc closes")
                         .arg(QKeySequence(u"Ctrl+Return"_s).toString(QKeySequence::NativeText)));
    foot->addWidget(m_hints);
    layout->addLayout(foot);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_moved = false;
        m_enterDue = false;
        m_said = false;
        Q_EMIT textChanged(text);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        goTo(index.row());
        choose();
    });
}

PaletteView::~PaletteView()
{
    m_closing = true; // whoever gets the keyboard now is not asked about
    qApp->removeEventFilter(this);
}

void PaletteView::openUp()
{
    if (isVisible()) {
        m_edit->selectAll();
        m_edit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_before = QApplication::focusWidget();
    m_moved = m_enterDue = m_said = false;
    place();
    raise();
    show();
    qApp->installEventFilter(this); // of the field, and of whatever else is pressed meanwhile
    m_edit->setFocus(Qt::OtherFocusReason);
    // The same text as before would not be told.
    if (m_edit->text().isEmpty())
        Q_EMIT textChanged({});
    else
        m_edit->clear();
}

void PaletteView::closeDown()
{
    if (!isVisible() || std::exchange(m_closing, true))
        return;
    qApp->removeEventFilter(this);
    const bool ours = m_edit->hasFocus();
    hide();
    if (ours && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    m_closing = false;
    Q_EMIT closed();
}

QString PaletteView::text() const
{
    return m_edit->text();
}

const PaletteRow *PaletteView::current() const
{
    return m_model->at(m_list->currentIndex().row());
}

void PaletteView::setRows(const QList<PaletteRow> &rows, const QString &status)
{
    const PaletteRow *was = current();
    const int before = m_list->currentIndex().row();
    int wanted = 0;
    if (m_moved && was) {
        const PaletteRow kept = *was;
        m_model->setRows(rows);
        const int at = m_model->rowOf(kept);
        wanted = at >= 0 ? at : std::min(before, int(rows.size()) - 1);
    } else {
        m_model->setRows(rows);
        m_list->scrollToTop();
    }
    if (!rows.isEmpty())
        goTo(wanted);
    if (!m_said) {
        m_status->setToken(Token::Secondary);
        m_status->setText(status);
        fitFoot();
    }
    m_waiting = false;
    tellAccessibility();
    if (std::exchange(m_enterDue, false))
        choose();
}

void PaletteView::say(const QString &text, bool trouble)
{
    m_said = true;
    m_status->setToken(trouble ? Token::Bad : Token::Secondary);
    m_status->setText(text);
    m_status->setToolTip(text);
    fitFoot();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(m_status, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

bool PaletteView::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        // Elsewhere in the program: what was pressed there goes on.
        if (auto *widget = qobject_cast<QWidget *>(watched);
            widget && widget != this && !isAncestorOf(widget) && widget->window() == window())
            closeDown();
        break;
    case QEvent::Resize:
        if (watched == m_window && isVisible())
            place();
        break;
    case QEvent::ShortcutOverride:
        if (watched == m_edit) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
                event->accept();
                return true;
            }
        }
        break;
    case QEvent::KeyPress:
        if (watched == m_edit) {
            const auto *key = static_cast<QKeyEvent *>(event);
            return press(key->key(), key->modifiers());
        }
        break;
    case QEvent::FocusOut:
        if (watched == m_edit && !m_closing) {
            const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
            if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
                QMetaObject::invokeMethod(this, &PaletteView::closeDown, Qt::QueuedConnection);
        }
        break;
    default:
        break;
    }
    return QFrame::eventFilter(watched, event);
}

bool PaletteView::press(int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(mostRows - 1);
        return true;
    case Qt::Key_PageUp:
        move(1 - mostRows);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!control)
            return false;
        move(key == Qt::Key_Home ? -m_model->rowCount() : m_model->rowCount());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the keyboard stays here
    case Qt::Key_Escape:
        closeDown();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control) {
            if (const PaletteRow *row = current()) {
                const PaletteRow copied = *row;
                Q_EMIT copyRequested(copied);
            }
        } else if (m_waiting) {
            m_enterDue = true; // of what is typed, not of what was found for less of it
        } else {
            choose();
        }
        return true;
    default:
        return false;
    }
}

void PaletteView::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int now = m_list->currentIndex().row();
    int to = now + rows;
    // One step leads round; a page stops at the end.
    if (rows == 1 || rows == -1)
        to = (to + count) % count;
    m_moved = true;
    goTo(std::clamp(to, 0, count - 1));
    tellAccessibility();
}

void PaletteView::goTo(int row)
{
    const QModelIndex index = m_model->index(row);
    if (index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void PaletteView::choose()
{
    const PaletteRow *row = current();
    if (!row)
        return;
    if (!row->canBeChosen()) {
        say(row->reason.isEmpty() ? row->title : row->reason, true);
        return;
    }
    const PaletteRow taken = *row; // choosing may change the rows
    Q_EMIT chosen(taken);
}

void PaletteView::place()
{
    const int room = m_window->width() - 2 * metrics::edge;
    const int width = std::min(wide, room);
    m_mayHint = width >= wide;
    fitFoot();
    const int highest = m_window->height() - fromTop - metrics::edge;
    const int others = sizeHint().height() - m_list->height();
    m_list->setFixedHeight(std::clamp(highest - others, 2 * metrics::navHeight, listHeight));
    layout()->activate();
    setGeometry((m_window->width() - width) / 2, fromTop, width, sizeHint().height());
}

void PaletteView::fitFoot()
{
    // What is said has the line; the hints are there where both have room.
    const int room = wide - 2 * (metrics::inside + metrics::tight) - layout()->spacing();
    const int said = m_status->fontMetrics().horizontalAdvance(m_status->text());
    m_hints->setVisible(m_mayHint && said + m_hints->sizeHint().width() <= room);
}

void PaletteView::tellAccessibility()
{
    // The keyboard stays in the field: what the list is at is told as if it had moved there.
    const QModelIndex index = m_list->currentIndex();
    m_edit->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
    if (!QAccessible::isActive() || !index.isValid())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(index.row());
    QAccessible::updateAccessibility(&event);
}

void PaletteView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    shapes::box(&painter, rect(), metrics::cardRadius, m_theme.colour(Token::Base),
                m_theme.colour(Shade::Control));
}

} // namespace odc
