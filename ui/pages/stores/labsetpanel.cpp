// SPDX-License-Identifier: GPL-3.0-or-later
#include "labsetpanel.h"

#include "base/format.h"
#include "labsetmodel.h"
#include "lists/cellvalue.h"
#include "stores/querysets.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

LabSetPanel::LabSetPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new LabSetModel(this)), m_meansModel(new LabMeansModel(this)),
      m_proxy(new QSortFilterProxyModel(this)), m_names(new QComboBox(this)),
      m_count(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, this)),
      m_note(new ElidedLabel(theme, Theme::FontRole::Small, Token::Warn, this)), m_k(new QSpinBox(this)),
      m_run(makeButton(theme, tr("Run set"), Icon::Play, ButtonRole::Default, this)),
      m_menuButton(makeIconButton(theme, Icon::More, tr("Query sets"), this)),
      m_strip(new ProgressStrip(theme, this)), m_means(new TableView(theme, this)),
      m_table(new TableView(theme, this)), m_state(new StateOverlay(theme, m_table))
{
    setObjectName(u"labSetPanel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::inside, 0, 0);
    layout->setSpacing(metrics::inside);
    buildHead();
    m_strip->setObjectName(u"labProgress"_s);
    m_strip->hide();
    layout->addWidget(m_strip);
    m_note->setObjectName(u"labSetNote"_s);
    m_note->hide();
    layout->addWidget(m_note);
    buildTables();
    connect(m_strip, &ProgressStrip::stopRequested, this, &LabSetPanel::stopRequested);
    connect(m_state, &StateOverlay::actionTriggered, this, [this] {
        if (currentName().isEmpty())
            Q_EMIT newSetRequested();
        else
            Q_EMIT runRequested();
    });
    connect(m_state, &StateOverlay::secondTriggered, this, &LabSetPanel::sampleRequested);
    showState();
}

void LabSetPanel::buildHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::inside);
    auto *title = new SectionLabel(m_theme, tr("Query set"), this);
    title->setBuddy(m_names);
    head->addWidget(title);
    m_names->setObjectName(u"labSets"_s);
    m_names->setAccessibleName(tr("Query set"));
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_names->setMaximumWidth(metrics::textWidth / 2);
    head->addWidget(m_names);
    m_count->setObjectName(u"labSetCount"_s);
    head->addWidget(m_count);
    head->addStretch(1);
    auto *at = new TextLabel(m_theme, Theme::FontRole::Body, Token::Secondary, tr("recall at"), this);
    at->setBuddy(m_k);
    m_k->setObjectName(u"labK"_s);
    m_k->setAccessibleName(tr("k: so many files at the top count"));
    m_k->setRange(1, SearchSetting::mostResults);
    m_k->setValue(5);
    head->addWidget(at);
    head->addWidget(m_k);
    m_run->setObjectName(u"labRunSet"_s);
    head->addWidget(m_run);
    m_menuButton->setObjectName(u"labSetMenu"_s);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    head->addWidget(m_menuButton);
    static_cast<QVBoxLayout *>(layout())->addLayout(head);

    connect(m_run, &QPushButton::clicked, this, &LabSetPanel::runRequested);
    connect(m_k, &QSpinBox::valueChanged, this, [this] {
        showResults();
        Q_EMIT kChanged();
    });
    connect(m_names, &QComboBox::activated, this, [this](int index) {
        if (m_names->itemText(index) == m_wanted)
            return;
        m_wanted = m_names->itemText(index);
        showSet();
        Q_EMIT setChosen();
    });
}

void LabSetPanel::buildTables()
{
    for (TableView *view : {m_means, m_table}) {
        view->setEdgePadding(metrics::inside);
        view->setSelectionMode(QAbstractItemView::SingleSelection);
        layout()->addWidget(view);
    }
    m_means->setObjectName(u"labMeans"_s);
    m_means->setAccessibleName(tr("Means of the query set"));
    m_means->setModel(m_meansModel);
    m_means->setSortingEnabled(false);
    m_means->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_means->setColumns({{240, 120, true}, {76, 60}, {64, 50}, {70, 60}, {108, 90}, {104, 80}});
    m_table->setObjectName(u"labQueries"_s);
    m_table->setAccessibleName(tr("Queries of the set"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(SortRole);
    m_table->setModel(m_proxy);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setColumns({{240, 140, true}, {150, 90}, {132, 110}, {132, 110}, {132, 110}, {132, 110}});
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_table, 1);
    // By the keyboard a row is selected before it is the current one, by the mouse after.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LabSetPanel::rowChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LabSetPanel::rowChosen);
    connect(m_table, &QTableView::activated, this, [this] { Q_EMIT queryActivated(currentQuery()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (m_table->currentIndex().isValid())
            Q_EMIT queryMenuRequested(m_table->viewport()->mapToGlobal(at));
    });
    m_table->installEventFilter(this);
}

void LabSetPanel::rowChosen()
{
    const QModelIndex now = m_table->currentIndex();
    if (now.isValid() && !m_quiet && m_table->selectionModel()->isSelected(now))
        Q_EMIT querySelected(currentQuery());
}

bool LabSetPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_table || !isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete))
        return QWidget::eventFilter(watched, event);
    event->accept(); // here it is about the query, whatever the page has on this key
    if (event->type() == QEvent::KeyPress && m_table->currentIndex().isValid())
        Q_EMIT removeQueryRequested();
    return true;
}

void LabSetPanel::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

void LabSetPanel::setSets(QuerySets *sets, const QString &current)
{
    if (m_sets)
        disconnect(m_sets, nullptr, this, nullptr);
    m_sets = sets;
    m_wanted = current;
    m_results = {};
    if (sets)
        connect(sets, &QuerySets::changed, this, &LabSetPanel::showNames);
    showNames();
}

void LabSetPanel::showNames()
{
    const QStringList names = m_sets ? m_sets->names() : QStringList();
    if (!names.contains(m_wanted))
        m_wanted = names.value(0);
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    m_names->addItems(names);
    m_names->setCurrentIndex(int(names.indexOf(m_wanted)));
    m_names->setEnabled(!names.isEmpty());
    if (names.isEmpty())
        m_names->setPlaceholderText(tr("none yet"));
    showSet();
}

void LabSetPanel::setSampleOffered(bool offered)
{
    m_sampleOffered = offered;
    showState();
}

QString LabSetPanel::currentName() const
{
    return m_wanted;
}

QuerySet LabSetPanel::currentSet() const
{
    return m_sets && !m_wanted.isEmpty() ? m_sets->set(m_wanted).value_or(QuerySet()) : QuerySet();
}

void LabSetPanel::selectSet(const QString &name)
{
    m_wanted = name;
    showNames();
}

int LabSetPanel::k() const
{
    return m_k->value();
}

void LabSetPanel::setK(int k)
{
    const QSignalBlocker quiet(m_k);
    m_k->setValue(k);
    showResults();
}

void LabSetPanel::showSet()
{
    const QuerySet set = currentSet();
    const QString selected = currentQuery();
    m_model->setQueries(set.queries);
    if (!selected.isEmpty() && currentQuery() != selected)
        selectQuery(selected);
    m_count->setText(currentName().isEmpty() ? QString()
                                             : tr("%Ln query(ies)", nullptr, int(set.queries.size())));
    showResults();
}

void LabSetPanel::setSettings(const QList<SearchSetting> &settings)
{
    m_settings = settings;
    showResults();
}

void LabSetPanel::setResults(const SearchResults &results, bool stale)
{
    m_results = results;
    m_stale = stale;
    showResults();
}

void LabSetPanel::showResults()
{
    m_judged = m_results.judgedBy(currentSet());
    m_model->setResults(m_judged, k());
    m_meansModel->setResults(m_judged, m_settings, k());
    const qsizetype shown = m_judged.isEmpty() ? 0 : m_judged.settings.size();
    for (int i = 0; i < SearchSetting::most; ++i)
        m_table->setColumnVacant(LabSetModel::FirstSetting + i, i >= shown);
    m_means->setFixedHeight(metrics::headerHeight +
                            metrics::rowHeight * std::max(1, m_meansModel->rowCount()) + 2);
    QStringList notes;
    if (!m_judged.isEmpty() && m_stale && !m_running)
        notes << tr("The settings have changed since. Run the set again.");
    else if (!m_judged.isEmpty() && m_judged.stopped)
        notes << tr("Stopped: the means are of what was answered.");
    // Figures of the same set under other conditions look alike.
    m_note->setToken(notes.isEmpty() ? Token::Secondary : Token::Warn);
    if (!m_judged.isEmpty() && !m_judged.shared.isEmpty())
        notes << LabMeansModel::conditionsText(m_judged.shared);
    m_note->setFullText(notes.join(u' '));
    showState();
}

void LabSetPanel::showState()
{
    StateOverlay::State state;
    const bool none = currentName().isEmpty();
    const bool empty = !none && m_model->rowCount() == 0;
    if (none || empty) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Search;
        state.sentence = none ? tr("No query set yet") : tr("This set is empty");
        state.detail = tr("Run a query and mark the files it should find, or import a set from CSV.");
        if (none)
            state.actionText = tr("New set…");
        if (m_sampleOffered)
            state.secondText = tr("Try the sample set");
    }
    m_state->setState(state);
    m_means->setVisible(!none && !empty);
    m_note->setVisible(!none && !empty); // with its line kept, so that what can be clicked stays where it is
    m_run->setEnabled(!none && !empty && !m_running);
}

void LabSetPanel::setProgress(int done, int total)
{
    CellProgress progress;
    progress.done = total > 0 ? double(done) / total : 0;
    m_strip->setProgress(progress, tr("%1 of %2 searches").arg(format::number(done), format::number(total)));
}

void LabSetPanel::setRunning(bool running)
{
    m_running = running;
    m_strip->setVisible(running);
    showResults();
}

QString LabSetPanel::currentQuery() const
{
    const QModelIndex index = m_proxy->mapToSource(m_table->currentIndex());
    return index.isValid() ? m_model->queries().at(index.row()).text : QString();
}

void LabSetPanel::selectQuery(const QString &text)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->queries().at(row).text != text)
            continue;
        m_quiet = true;
        m_table->setCurrentIndex(m_proxy->mapFromSource(m_model->index(row, 0)));
        m_quiet = false;
        return;
    }
}

} // namespace odc
