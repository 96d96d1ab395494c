// SPDX-License-Identifier: GPL-3.0-or-later
#include "labcard.h"

#include "base/format.h"
#include "labhits.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateoverlay.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

LabCard::LabCard(const Theme &theme, QWidget *parent)
    : Card(theme, {}, parent), m_theme(theme), m_model(new LabHitsModel(this)),
      m_title(new ElidedLabel(theme, Theme::FontRole::Section, Token::Secondary, this)),
      m_menu(makeIconButton(theme, Icon::More, tr("Setting"), this)),
      m_above(new ElidedLabel(theme, Theme::FontRole::Small, Token::Secondary, this)),
      m_stale(new TextLabel(theme, Theme::FontRole::Small, Token::Warn, {}, this)),
      m_list(new QListView(this)),
      m_below(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_state(new StateOverlay(theme, m_list))
{
    setMinimumWidth(metrics::navWidth + metrics::rowHeight);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::tight);
    head->addWidget(m_title, 1);
    head->addWidget(m_menu);
    contentLayout()->setContentsMargins(metrics::tight, metrics::tight, metrics::tight, metrics::inside);
    head->setContentsMargins(metrics::inside, 0, 0, 0);
    contentLayout()->addLayout(head);
    for (QLabel *line :
         {static_cast<QLabel *>(m_above), static_cast<QLabel *>(m_stale), static_cast<QLabel *>(m_below)}) {
        line->setContentsMargins(metrics::inside, 0, metrics::inside, 0);
        line->hide();
    }
    m_stale->setWordWrap(true);
    m_below->setWordWrap(true);
    contentLayout()->addWidget(m_stale);
    contentLayout()->addWidget(m_above);
    contentLayout()->addWidget(m_list, 1);
    contentLayout()->addWidget(m_below);

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LabHitDelegate(theme, *m_model, m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->installEventFilter(this);

    connect(m_list, &QListView::doubleClicked, this, &LabCard::contentsRequested);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (!currentHit())
            return;
        const QRect row = m_list->visualRect(m_list->currentIndex());
        const QPoint place = row.contains(at) ? at : row.bottomLeft();
        Q_EMIT hitMenuRequested(m_list->viewport()->mapToGlobal(place));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LabCard::currentChanged);
    connect(m_state, &StateOverlay::actionTriggered, this, &LabCard::retryRequested);
    connect(m_menu, &QToolButton::clicked, this,
            [this] { Q_EMIT settingMenuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    showNothing(false);
}

void LabCard::setSetting(const SearchSetting &setting)
{
    m_setting = setting;
    const QString text =
        tr("%1 · %2", "name of the setting, what it is").arg(setting.name, setting.summary());
    m_title->setFullText(text);
    setObjectName(u"labCard"_s + setting.name);
    m_menu->setObjectName(u"labSettingMenu"_s + setting.name);
    m_list->setObjectName(u"labHits"_s + setting.name);
    m_menu->setAccessibleName(tr("Setting %1").arg(setting.name));
    m_menu->setToolTip(plainToolTip(tr("Setting %1: edit, duplicate, remove").arg(setting.name)));
    setAccessibleName(tr("Setting %1").arg(text));
    m_list->setAccessibleName(tr("Results of setting %1").arg(setting.name));
}

void LabCard::setNotes(const QString &above, const QString &below)
{
    m_above->setFullText(above);
    m_above->setVisible(!above.isEmpty());
    m_below->setText(below);
    m_below->setVisible(!below.isEmpty());
}

void LabCard::showNothing(bool hasQuery)
{
    m_model->setHits({}, {});
    setNotes({}, {});
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Empty;
    state.icon = Icon::Search;
    state.sentence = tr("Not searched yet");
    state.detail = hasQuery ? tr("Press Run.") : tr("Write a query above and press Enter.");
    m_hasError = false;
    m_state->setState(state);
}

void LabCard::showSearching()
{
    m_model->setHits({}, {});
    setNotes({}, {});
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Loading;
    state.sentence = tr("Searching…");
    m_hasError = false;
    m_state->setState(state);
}

void LabCard::showCell(const SearchResults::Cell &cell, const QStringList &asked)
{
    if (cell.state == SearchResults::Cell::State::Waiting) {
        showNothing(true);
        return;
    }
    StateOverlay::State state;
    m_hasError = cell.state == SearchResults::Cell::State::Failed;
    if (m_hasError) {
        m_model->setHits({}, {});
        setNotes({}, {});
        state.kind = StateOverlay::Kind::Error;
        state.sentence = cell.error.headline();
        // What the server says of a request that it refused is what helps.
        state.detail = cell.error.kind == ApiError::Kind::Invalid && !cell.error.message.isEmpty()
                           ? format::oneLine(cell.error.message)
                           : cell.error.advice();
        state.actionText = tr("Try again");
        m_state->setState(state);
        return;
    }
    QStringList searched = cell.page.searchQuery;
    searched.removeAll(QString());
    m_model->setHits(cell.page.hits, asked + searched);
    const bool rewritten = !searched.isEmpty() && searched != asked;
    const QString time = tr("%1 ms").arg(QLocale().toString(cell.latencyMs));
    setNotes(rewritten ? tr("Searched for: %1").arg(format::oneLine(searched.join(u" · "_s))) : QString(),
             cell.page.hasMore ? tr("The first %Ln, in %1. There are more; raise the number of results.",
                                    nullptr, int(cell.page.hits.size()))
                                     .arg(time)
                               : tr("%Ln result(s) in %1", nullptr, int(cell.page.hits.size())).arg(time));
    if (cell.page.hits.isEmpty()) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Search;
        state.sentence = tr("Nothing found");
        state.detail = m_setting.threshold.value_or(0) > 0
                           ? tr("Lower the score threshold, or take conditions away.")
                           : tr("Use other words, or take conditions away.");
    } else {
        m_list->setCurrentIndex(m_model->index(0));
        m_list->scrollToTop();
    }
    m_state->setState(state);
}

void LabCard::setStale(bool stale)
{
    m_stale->setText(stale ? tr("Found with other settings. Run again.") : QString());
    m_stale->setVisible(stale && (m_model->rowCount() > 0 || m_hasError));
}

void LabCard::setExpected(const SetQuery &query)
{
    m_model->setExpected(query);
}

const StoreSearchHit *LabCard::currentHit() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->hit(index.row()) : nullptr;
}

bool LabCard::isCurrentExpected() const
{
    return currentHit() && m_model->isExpected(m_list->currentIndex().row());
}

bool LabCard::isCurrentExpanded() const
{
    return currentHit() && m_model->isExpanded(m_list->currentIndex().row());
}

void LabCard::toggleCurrent()
{
    m_model->toggleExpanded(m_list->currentIndex().row());
    Q_EMIT m_list->itemDelegate()->sizeHintChanged(m_list->currentIndex());
    m_list->scrollTo(m_list->currentIndex());
}

bool LabCard::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & ~Qt::KeypadModifier)
        return false;
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool has = currentHit() != nullptr;
    switch (key) {
    case Qt::Key_Left:
        Q_EMIT leaveRequested(-forward);
        return true;
    case Qt::Key_Right:
        Q_EMIT leaveRequested(forward);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (has)
            Q_EMIT contentsRequested();
        else if (m_hasError)
            Q_EMIT retryRequested();
        return true;
    case Qt::Key_Space:
        if (has)
            toggleCurrent();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        if (has && isCurrentExpanded() != (key == Qt::Key_Plus))
            toggleCurrent();
        return true;
    case Qt::Key_F2:
        Q_EMIT editRequested();
        return true;
    default:
        return false;
    }
}

bool LabCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list)
        return Card::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused();
    if (event->type() == QEvent::Resize) {
        // A list lays its rows out anew when it gets lower, but not when it gets narrower and they higher.
        const auto *resize = static_cast<QResizeEvent *>(event);
        if (resize->size().width() != resize->oldSize().width())
            QMetaObject::invokeMethod(m_list, &QAbstractItemView::doItemsLayout, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace odc
