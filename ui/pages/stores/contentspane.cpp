// SPDX-License-Identifier: GPL-3.0-or-later
#include "contentspane.h"

#include "api/session.h"
#include "base/format.h"
#include "lists/chunksmodel.h"
#include "lists/filterproxy.h"
#include "settings/settings.h"
#include "stores/filenames.h"
#include "stores/queryterms.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/stores/chunkfindbar.h"
#include "ui/pages/stores/chunkview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

ContentsPane::ContentsPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_names(names), m_model(new ChunksModel(this)),
      m_proxy(new FilterProxy(this)), m_actions(new ActionCollection(context.shell.theme, this, this))
{
    setObjectName(u"contentsPane"_s);
    m_proxy->setRows(m_model);
    buildActions();
    buildLayout();
    connect(&names, &FileNames::named, this, &ContentsPane::showHead);
    showState();
}

ContentsPane::~ContentsPane() = default;

bool ContentsPane::hasNoText(const StoreFile &file)
{
    return file.status == "failed"_L1 || file.status == "cancelled"_L1;
}

bool ContentsPane::isParsing(const StoreFile &file)
{
    return file.status == "in_progress"_L1;
}

void ContentsPane::buildActions()
{
    // Ctrl+F is the filter's of the page; with the focus in here keyPressEvent() takes it before.
    m_openFind = m_actions->add(u"contents.find"_s, tr("&Find in chunks"), Icon::Search);
    m_next = m_actions->add(u"contents.findNext"_s, tr("Find &next"), Icon::ChevronDown,
                            {QKeySequence(Qt::Key_F3)});
    m_previous = m_actions->add(u"contents.findPrevious"_s, tr("Find &previous"), Icon::ChevronUp,
                                {QKeySequence(u"Shift+F3"_s)});
    m_copy =
        m_actions->add(u"contents.copy"_s, tr("&Copy chunk"), Icon::Copy, {QKeySequence(u"Ctrl+Alt+C"_s)});
    m_save = m_actions->add(u"contents.save"_s, tr("&Save as text…"), Icon::Download);
    m_mono = m_actions->add(u"contents.monospace"_s, tr("&Monospace"), Icon::Code);
    m_mono->setCheckable(true);
    m_refresh = m_actions->add(u"contents.refresh"_s, tr("&Refresh contents"), Icon::Refresh);
    connect(m_openFind, &QAction::triggered, this, &ContentsPane::findSelected);
    connect(m_next, &QAction::triggered, this, [this] { m_find->findNext(false); });
    connect(m_previous, &QAction::triggered, this, [this] { m_find->findNext(true); });
    connect(m_copy, &QAction::triggered, this, &ContentsPane::copyChunks);
    connect(m_save, &QAction::triggered, this, &ContentsPane::saveText);
    connect(m_mono, &QAction::toggled, this, [this](bool on) { m_view->setMonospace(on); });
    connect(m_refresh, &QAction::triggered, this, &ContentsPane::refresh);
}

void ContentsPane::buildLayout()
{
    const Theme &theme = m_context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::edge, metrics::inside, metrics::between, metrics::inside);
    row->setSpacing(metrics::inside);
    m_title = new TextLabel(theme, Theme::FontRole::Strong, Token::Text, {}, this);
    m_title->setObjectName(u"contentsTitle"_s);
    m_head = new ElidedLabel(theme, Theme::FontRole::Small, Token::Secondary, this);
    m_head->setObjectName(u"contentsHead"_s);
    row->addWidget(m_title);
    row->addWidget(m_head);
    row->addStretch(1);
    row->addWidget(new ActionButton(m_openFind, ButtonRole::Flat, this, true));
    row->addWidget(new ActionButton(m_mono, ButtonRole::Flat, this, true));
    row->addWidget(new ActionButton(m_copy, ButtonRole::Flat, this));
    row->addWidget(new ActionButton(m_save, ButtonRole::Flat, this));
    row->addWidget(new ActionButton(m_refresh, ButtonRole::Flat, this, true));
    layout->addLayout(row);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    m_messages = new MessageBar(theme, this);
    layout->addWidget(m_messages);

    auto *below = new QWidget(this);
    auto *belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Horizontal, below);
    belowLayout->addWidget(m_splitter);
    m_splitter->setObjectName(u"contentsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_list = new TableView(theme, m_splitter);
    m_list->setObjectName(u"chunkTable"_s);
    m_list->setAccessibleName(tr("Chunks"));
    m_list->setModel(m_proxy);
    m_list->setColumns({{84, 76}, {150, 90, true}, {92, 70}, {86, 70}, {78, 62}});
    m_list->sortByColumn(ChunksModel::Number, Qt::AscendingOrder);
    m_list->setMinimumWidth(220);
    m_splitter->addWidget(m_list);
    auto *right = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_find = new ChunkFindBar(theme, right);
    m_view = new ChunkView(theme, right);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({460, 640});
    const QByteArray kept =
        m_context.shell.settings.bytes(Setting::SplitterState, m_context.scope(u"contents"_s));
    if (!kept.isEmpty())
        m_splitter->restoreState(kept);
    layout->addWidget(below, 1);
    m_overlay = new StateOverlay(theme, below);

    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(),
                                     m_context.scope(u"contents"_s));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                m_find->setFrom(std::max(0, m_proxy->sourceRow(row)));
                if (!m_following && row.isValid())
                    m_view->showChunk(m_proxy->sourceRow(row));
            });
    connect(m_list, &TableView::copyRequested, m_copy, &QAction::trigger);
    connect(m_list, &QTableView::activated, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &ChunkView::scrolledTo, this, &ContentsPane::selectRow);
    connect(m_view, &ChunkView::findRequested, this, &ContentsPane::findSelected);
    connect(m_find, &ChunkFindBar::changed, this, [this] {
        m_view->setMatches(m_find->matches(), m_find->current());
        if (m_find->current() >= 0)
            selectRow(m_find->matches().at(m_find->current()).chunk);
    });
    connect(m_find, &ChunkFindBar::closed, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_overlay, &StateOverlay::actionTriggered, this, &ContentsPane::refresh);
}

void ContentsPane::showFile(const VectorStore &store, const StoreFile &file)
{
    const bool same = m_where != Where::Nothing && m_store.id == store.id && m_file.id == file.id;
    // Put in once more, or parsed since: its text is another. That its attributes are others is nothing to
    // this pane.
    const bool another = m_file.status != file.status || m_file.createdAt != file.createdAt;
    m_store = store;
    m_file = file;
    if (same && !another) {
        showHead();
        return;
    }
    m_call.cancel();
    if (!same) {
        m_wanted.reset();
        m_named.clear();
        m_messages->dismiss();
        m_names.want({file.id});
    }
    if (!same || isParsing(file) || hasNoText(file)) {
        m_model->setChunks({});
        m_find->setChunks({});
        m_view->setChunks({}, {}, {});
    }
    m_where = Where::Due;
    if (isVisible())
        load();
    showState();
}

void ContentsPane::showChunk(const VectorStore &store, const StoreFile &file, const QString &text,
                             const QStringList &words)
{
    showFile(store, file);
    m_wanted = text;
    m_words = words;
    if (m_where == Where::There)
        showWanted();
}

void ContentsPane::clear()
{
    m_call.cancel();
    m_store = {};
    m_file = {};
    m_named.clear();
    m_wanted.reset();
    m_where = Where::Nothing;
    m_messages->dismiss();
    m_model->setChunks({});
    m_find->setChunks({});
    m_view->setChunks({}, {}, {});
    showState();
}

bool ContentsPane::openFind()
{
    if (m_model->rowCount() == 0)
        return false;
    findSelected();
    return true;
}

void ContentsPane::focusContent()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> ContentsPane::ownActions() const
{
    return {m_openFind, m_next, m_previous, nullptr, m_copy, m_save, nullptr, m_mono, m_refresh};
}

void ContentsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_where == Where::Due)
        load();
}

bool ContentsPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_model->rowCount() > 0 &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ContentsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find) && m_model->rowCount() > 0)
        findSelected();
    else
        QWidget::keyPressEvent(event);
}

void ContentsPane::refresh()
{
    if (m_where == Where::Nothing)
        return;
    // How the file stands comes with it: what was being parsed may be there by now.
    m_call.cancel();
    m_where = Where::Loading;
    showState();
    m_call = m_context.session.stores().retrieveFile(m_store.id, m_file.id, this,
                                                     [this](const Result<StoreFile> &file) {
                                                         if (file) {
                                                             m_file = *file;
                                                             m_where = Where::Due;
                                                             load();
                                                         } else {
                                                             takeFailure(file.error());
                                                         }
                                                     });
}

void ContentsPane::load()
{
    if (isParsing(m_file) || hasNoText(m_file)) {
        m_where = Where::There;
        showState();
        return;
    }
    m_where = Where::Loading;
    showState();
    m_call = m_context.session.stores().content(
        m_store.id, m_file.id, this, [this](const Result<StoreFileContent> &content) {
            if (content) {
                take(*content);
                return;
            }
            if (content.error().kind != ApiError::Kind::NotFound) {
                takeFailure(content.error());
                return;
            }
            // The server may have no text of a file that is there, or the file may be gone: it knows which.
            m_error = content.error();
            m_call = m_context.session.stores().retrieveFile(
                m_store.id, m_file.id, this, [this](const Result<StoreFile> &file) {
                    if (!file) {
                        takeFailure(file.error());
                        return;
                    }
                    m_file = *file;
                    m_where = isParsing(*file) || hasNoText(*file) ? Where::There : Where::NoText;
                    showState();
                });
        });
}

void ContentsPane::take(const StoreFileContent &content)
{
    m_where = Where::There;
    m_named = content.filename;
    const int before = currentChunk();
    const bool isOther = content.chunks != m_model->chunks();
    if (isOther) {
        m_model->setChunks(content.chunks);
        m_find->setChunks(content.chunks);
        m_view->setChunks(
            content.chunks, [this](int chunk) { return heading(chunk); },
            [this](int chunk) { return m_model->overlap(chunk); });
    }
    showState();
    if (m_wanted) {
        showWanted();
    } else if (isOther && !content.chunks.isEmpty()) {
        const int chunk = std::clamp(before, 0, int(content.chunks.size()) - 1);
        selectRow(chunk);
        m_view->showChunk(chunk);
    }
}

void ContentsPane::takeFailure(const ApiError &error)
{
    m_error = error;
    m_where = error.kind == ApiError::Kind::NotFound ? Where::Gone : Where::Failed;
    showState();
}

void ContentsPane::showWanted()
{
    const QString text = *std::exchange(m_wanted, std::nullopt);
    if (isParsing(m_file) || hasNoText(m_file))
        return;
    int chunk = chunktext::indexOf(m_model->chunks(), text);
    if (chunk < 0 && text.endsWith(u'…')) // of long runs only the beginning is kept
        chunk = chunktext::indexOf(m_model->chunks(), text.chopped(1));
    if (chunk < 0) {
        Message message;
        message.kind = Message::Kind::Warning;
        message.key = u"noChunk"_s;
        message.text = tr("That text is not among the chunks of this file as they are now.");
        m_messages->showMessage(message);
        return;
    }
    m_messages->dismiss(u"noChunk"_s);
    selectRow(chunk);
    QList<chunktext::Match> found;
    const QList<TextRange> ranges = QueryTerms(m_words).in(m_model->chunks().at(chunk));
    for (const TextRange &range : ranges)
        found.append({chunk, range.start, range.length});
    m_view->showFound(chunk, found);
}

void ContentsPane::selectRow(int chunk)
{
    const QModelIndex row = m_proxy->mapFromSource(m_model->index(chunk, ChunksModel::Number));
    if (!row.isValid() || m_list->currentIndex().row() == row.row())
        return;
    m_following = true;
    m_list->setCurrentIndex(row);
    m_following = false;
}

void ContentsPane::findSelected()
{
    if (m_model->rowCount() > 0)
        m_find->open(m_view->selectedText());
}

} // namespace odc
