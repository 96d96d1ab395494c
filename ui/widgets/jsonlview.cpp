// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonlview.h"

#include "base/background.h"
#include "base/format.h"
#include "jsonl/shownline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/linefindbar.h"
#include "ui/widgets/linepane.h"
#include "ui/widgets/linesmodel.h"
#include "ui/widgets/linesview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"

#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpressionValidator>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headSize = 4096; // tells what kind of lines they are

const QString changedKey = u"changed"_s;

bool isGoTo(const QKeyEvent *key)
{
    return key->key() == Qt::Key_G && key->modifiers() == Qt::ControlModifier;
}

} // namespace

JsonlView::JsonlView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new LinesModel(this)),
      m_list(new LinesView(theme, *m_model, this)), m_pane(new LinePane(theme, this)),
      m_find(new LineFindBar(theme, this)), m_messages(new MessageBar(theme, this)),
      m_state(new StateOverlay(theme, m_list)),
      m_summary(new ElidedLabel(theme, Theme::FontRole::Small, Token::Secondary, this)),
      m_line(new QLineEdit(this)), m_progress(new ProgressLine(theme, this)),
      m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_tick.setInterval(50);
    m_look.setSingleShot(true);
    m_look.setInterval(300);
    buildLayout();
    connect(&m_tick, &QTimer::timeout, this, &JsonlView::tick);
    connect(&m_look, &QTimer::timeout, this, &JsonlView::lookForChanges);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_look, qOverload<>(&QTimer::start));
    connect(m_messages, &MessageBar::actionTriggered, this, &JsonlView::reload);
    connect(m_state, &StateOverlay::actionTriggered, this, &JsonlView::reload);
    connect(m_list, &LinesView::copyRequested, m_pane, &LinePane::copyRaw);
    connect(m_list, &QWidget::customContextMenuRequested, this, &JsonlView::showMenu);
    connect(m_pane, &LinePane::findRequested, this, &JsonlView::openFind);
    connect(m_find, &LineFindBar::closed, m_list, [this] { m_list->setFocus(); });
    connect(m_find, &LineFindBar::found, this, [this](const LineMatch &match) {
        const QScopedValueRollback moving(m_isMoving, true);
        m_model->takeNewLines();
        select(match.line);
        m_pane->showMatch(match, m_find->text(), m_find->isCaseSensitive());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                m_find->setLine(qint64(current.row()) + 1);
                if (!m_isMoving)
                    m_pane->showLine(qint64(current.row()) + 1);
            });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        goTo(m_line->text().toLongLong());
        m_list->setFocus();
    });
    say();
}

JsonlView::~JsonlView()
{
    stop();
}

void JsonlView::buildLayout()
{
    m_messages->hide();
    m_line->setObjectName(u"goToLine"_s);
    m_line->setPlaceholderText(tr("Go to line"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->setToolTip(tr("Go to a line by its number (%1)")
                           .arg(QKeySequence(u"Ctrl+G"_s).toString(QKeySequence::NativeText)));
    m_line->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[1-9][0-9]{0,9}"_s), m_line));
    m_line->setFixedWidth(m_line->fontMetrics().horizontalAdvance(m_line->placeholderText() + u"000"_s) +
                          2 * metrics::inside);
    auto *finding = makeIconButton(m_theme, Icon::Search, tr("Find in all lines"), this);
    connect(finding, &QToolButton::clicked, this, &JsonlView::openFind);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(metrics::inside);
    bar->addWidget(m_summary, 1);
    bar->addWidget(m_line);
    bar->addWidget(finding);
    m_list->setObjectName(u"lines"_s);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_messages);
    layout->addLayout(bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_find);
    layout->addWidget(m_splitter, 1);
    m_progress->hide();
    setFocusProxy(m_list);
}

QString JsonlView::path() const
{
    return m_index ? m_index->path() : QString();
}

void JsonlView::open(const QString &path)
{
    start(std::make_shared<LineIndex>(path), true);
    m_watcher.addPath(path);
    const auto readHead = [path] {
        QFile file(path);
        return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(headSize)
                                                                          : QByteArray();
    };
    inBackground(this, readHead, [this, index = m_index](const QByteArray &head) {
        if (index == m_index)
            setJson(looksLikeJsonLines(index->path(), head));
    });
}

void JsonlView::openContent(const QByteArray &content, const QString &name)
{
    start(std::make_shared<LineIndex>(content, name), false);
    setJson(looksLikeJsonLines(name, content.left(headSize)));
}

void JsonlView::start(std::shared_ptr<LineIndex> index, bool isFile)
{
    close();
    m_index = std::move(index);
    m_isFile = isFile;
    m_work = std::make_shared<JsonlWork>();
    m_model->setIndex(m_index);
    m_pane->setIndex(m_index, m_json);
    m_find->setIndex(m_index);
    m_wantedLine = 1;
    m_tick.start();
    inBackground(
        this, [index = m_index, work = m_work] { return index->build(work); },
        [this, index = m_index](const Result<void> &result) {
            if (index == m_index)
                built(result);
        },
        longWorkPool());
    say();
}

void JsonlView::stop()
{
    if (m_work)
        m_work->stop = true;
    m_work.reset();
    m_tick.stop();
    m_look.stop();
    m_find->setIndex(nullptr);
}

void JsonlView::close()
{
    stop();
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    m_index.reset();
    m_model->setIndex(nullptr);
    m_pane->setIndex(nullptr, m_json);
    m_messages->dismiss();
    m_fault.clear();
    m_wantedLine = 0;
    m_wantedColumn = 0;
    say();
}

void JsonlView::built(const Result<void> &result)
{
    m_work.reset();
    m_tick.stop();
    m_model->takeNewLines();
    m_fault = result || m_model->rowCount() > 0 ? QString() : result.error().message;
    tick();
    if (!result && m_model->rowCount() > 0) {
        m_messages->showMessage({.kind = Message::Kind::Error,
                                 .text = tr("Not all of the file could be read."),
                                 .details = result.error().message,
                                 .actionText = tr("Reload"),
                                 .key = changedKey});
    }
    Q_EMIT ready();
}

void JsonlView::tick()
{
    if (!m_index)
        return;
    m_model->takeNewLines();
    const qint64 known = m_model->rowCount();
    if (m_wantedLine > 0 && known > 0 && (m_wantedLine <= known || m_index->isComplete())) {
        const QScopedValueRollback moving(m_isMoving, true);
        const qint64 line = std::min(std::exchange(m_wantedLine, 0), known);
        select(line);
        m_pane->showLine(line, std::exchange(m_wantedColumn, 0));
    }
    say();
}

void JsonlView::setJson(bool json)
{
    if (m_json == json)
        return;
    m_json = json;
    m_model->setJson(json);
    const qint64 line = currentLine();
    m_pane->setIndex(m_index, json);
    if (line > 0)
        m_pane->showLine(line);
}

void JsonlView::say()
{
    const bool isOpen = m_index != nullptr;
    const bool isGrowing = m_work != nullptr;
    const int rows = m_model->rowCount();
    m_progress->setVisible(isGrowing && m_index->size() > 100'000'000);
    if (isGrowing) {
        const double share = double(m_work->done) / double(std::max<qint64>(1, m_index->size()));
        m_progress->setProgress({.done = share});
        m_summary->setFullText(tr("%Ln line(s) so far", nullptr, rows) + u" · "_s +
                               tr("%1 % read").arg(int(100 * share)));
    } else {
        m_summary->setFullText(
            isOpen ? tr("%Ln line(s)", nullptr, rows) + u" · "_s + format::size(m_index->size()) : QString());
    }
    m_line->setEnabled(rows > 0);
    m_pane->setVisible(rows > 0);
    StateOverlay::State state;
    if (!m_fault.isEmpty()) {
        state.kind = StateOverlay::Kind::Error;
        state.sentence = tr("The file cannot be read.");
        state.detail = m_fault;
        state.actionText = tr("Try again");
    } else if (isOpen && rows == 0) {
        state.kind = isGrowing ? StateOverlay::Kind::Loading : StateOverlay::Kind::Empty;
        state.sentence = isGrowing ? tr("Looking for the lines…") : tr("The file is empty.");
    }
    m_state->setState(state);
}

void JsonlView::select(qint64 line)
{
    const QModelIndex index = m_model->index(int(line - 1));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void JsonlView::goTo(qint64 line, int column)
{
    if (!m_index || line < 1)
        return;
    m_wantedLine = line;
    m_wantedColumn = column;
    tick();
}

qint64 JsonlView::currentLine() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() + 1 : 0;
}

void JsonlView::reload()
{
    if (!m_index || !m_isFile)
        return;
    const qint64 line = currentLine();
    const QString path = m_index->path(); // goes with what is shown now
    open(path);
    m_wantedLine = std::max<qint64>(1, line);
}

void JsonlView::lookForChanges()
{
    if (!m_index || !m_isFile || m_work || m_messages->isShowing())
        return;
    inBackground(
        this, [index = m_index] { return index->hasChanged(); },
        [this, index = m_index](bool hasChanged) {
            if (index == m_index && hasChanged)
                sayChanged();
        });
}

void JsonlView::sayChanged()
{
    m_messages->showMessage({.kind = Message::Kind::Warning,
                             .text = tr("The file on the disk is not the one shown any more."),
                             .actionText = tr("Reload"),
                             .key = changedKey});
}

void JsonlView::openFind()
{
    m_find->open();
}

void JsonlView::askForLine()
{
    m_line->selectAll();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void JsonlView::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasLine = currentLine() > 0;
    menu->addAction(m_theme.icon(Icon::Copy), tr("Copy line"), m_pane, &LinePane::copyRaw)
        ->setEnabled(hasLine);
    if (m_json)
        menu->addAction(m_theme.icon(Icon::Json), tr("Copy as indented JSON"), m_pane, &LinePane::copyJson)
            ->setEnabled(hasLine);
    menu->addSeparator();
    menu->addAction(m_theme.icon(Icon::Search), tr("Find…"), this, &JsonlView::openFind)
        ->setShortcut(QKeySequence::Find);
    menu->addAction(tr("Go to line…"), this, &JsonlView::askForLine)->setShortcut(QKeySequence(u"Ctrl+G"_s));
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool JsonlView::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) {
        m_look.start();
    } else if (event->type() == QEvent::ShortcutOverride) {
        // The window's own Find is about its list; here it is about the lines.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Find) || key->matches(QKeySequence::FindNext) ||
            key->matches(QKeySequence::FindPrevious) || isGoTo(key) || key->matches(QKeySequence::Copy) ||
            (key->key() == Qt::Key_Escape && m_find->isVisible())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void JsonlView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        openFind();
    else if (isGoTo(event)) // before the next match, which some desktops have there, too
        askForLine();
    else if (event->matches(QKeySequence::FindNext) || event->matches(QKeySequence::FindPrevious))
        m_find->findNext(event->matches(QKeySequence::FindPrevious));
    else if (event->key() == Qt::Key_Escape && m_find->isVisible())
        m_find->close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace odc
