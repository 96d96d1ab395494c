// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchlabpane.h"

#include "api/session.h"
#include "labcards.h"
#include "labcommands.h"
#include "labquerybar.h"
#include "labsetpanel.h"
#include "settings/settings.h"
#include "stores/querysets.h"
#include "ui/actions/actioncollection.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QJsonArray>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int figuresEveryMs = 100;
constexpr auto settingsKey = "settings"_L1;
constexpr auto filtersKey = "filters"_L1;
constexpr auto kKey = "k"_L1;
constexpr auto setKey = "set"_L1;
constexpr auto queryKey = "query"_L1;
constexpr auto sampleStore = "support-kb"_L1; ///< the sample set is about this one
constexpr int usualK = 5;
constexpr qsizetype mostKept = 8; ///< stores whose hits are kept

} // namespace

SearchLabPane::SearchLabPane(const PageContext &context, FileNames &names, QWidget *parent)
    : QWidget(parent), m_context(context), m_names(names),
      m_actions(new ActionCollection(context.shell.theme, this, this)),
      m_bar(new LabQueryBar(context.shell.theme, this)),
      m_messages(new MessageBar(context.shell.theme, this)), m_cards(new LabCards(context.shell.theme, this)),
      m_panel(new LabSetPanel(context.shell.theme, this)), m_splitter(new QSplitter(Qt::Vertical, this)),
      m_run(context.session.stores(), context.shell.clock),
      m_setRun(context.session.stores(), context.shell.clock), m_soon(new QTimer(this))
{
    setObjectName(u"searchLabPane"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::between);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_bar);
    layout->addWidget(m_messages);
    m_splitter->setObjectName(u"labSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_cards);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setSizes({metrics::textWidth, metrics::textWidth * 4 / 5});
    const QByteArray sizes = context.shell.settings.bytes(Setting::SplitterState, context.scope(u"searchlab"_s));
    if (!sizes.isEmpty())
        m_splitter->restoreState(sizes);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.shell.settings.set(Setting::SplitterState, m_splitter->saveState(), m_context.scope(u"searchlab"_s));
    });
    layout->addWidget(m_splitter, 1);
    m_soon->setSingleShot(true);
    m_soon->setInterval(figuresEveryMs);
    buildActions();
    m_commands = new LabCommands(m_context, *m_actions, *m_panel, *m_messages, this);
    connectAll();
    connectRuns();
    clear();
}

SearchLabPane::~SearchLabPane()
{
    m_panel->setSets(nullptr, {}); // they go before the panel does
}

void SearchLabPane::setStore(const VectorStore &store)
{
    const bool same = m_store.id == store.id;
    m_store = store;
    m_panel->setSampleOffered(store.name == sampleStore);
    if (!same)
        recall();
    updateActions();
}

void SearchLabPane::clear()
{
    stop();
    m_store = {};
    m_panel->setSampleOffered(false);
    recall();
    updateActions();
}

void SearchLabPane::recall()
{
    stop();
    keepShown();
    m_recalling = true;
    m_messages->dismiss();
    m_panel->setSets(nullptr, {});
    m_commands->setSets(nullptr);
    m_sets.reset(); // written before another may be read
    m_shown = {};
    m_shownQuery.clear();
    m_keys.clear();
    QJsonObject state;
    if (!m_store.id.isEmpty()) {
        m_sets = std::make_unique<QuerySets>(
            QuerySets::folderOf(m_context.shell.settings.folder(), m_context.profile.id), m_store.id);
        connect(m_sets.get(), &QuerySets::saveFailed, this, [this](const ApiError &error) {
            Message message{Message::Kind::Error,
                            tr("The query sets could not be saved: %1").arg(error.headline())};
            message.details = error.details();
            m_messages->showMessage(message);
        });
        connect(m_sets.get(), &QuerySets::changed, this, [this] {
            showExpected();
            updateActions();
        });
        if (!m_sets->problem().isEmpty())
            m_messages->showMessage({Message::Kind::Warning, m_sets->problem()});
        state = m_sets->state();
    }
    QList<SearchSetting> settings;
    const QJsonArray kept = state.value(settingsKey).toArray();
    for (const QJsonValue &value : kept) {
        SearchSetting setting = SearchSetting::fromJson(value.toObject());
        if (settings.size() == SearchSetting::most)
            break;
        setting.name = SearchSetting::freeName(settings);
        if (const QString name = value["name"_L1].toString();
            name.size() == 1 && name.front() >= u'A' && name.front() <= u'D' &&
            std::none_of(settings.cbegin(), settings.cend(),
                         [&name](const SearchSetting &s) { return s.name == name; }))
            setting.name = name;
        settings.append(setting);
    }
    if (settings.isEmpty())
        settings.append(SearchSetting());
    m_shared = SearchFilter::fromJson(state.value(filtersKey));
    m_bar->setFilter(m_shared);
    m_bar->setQuery(state.value(queryKey).toString());
    m_panel->setSets(m_sets.get(), state.value(setKey).toString());
    m_panel->setK(state.value(kKey).toInt(usualK));
    m_panel->setResults({}, false);
    m_commands->setSets(m_sets.get());
    setSettings(settings);
    m_cards->showNothing(!m_bar->query().isEmpty());
    showKept();
    setEnabled(m_sets != nullptr);
    m_recalling = false;
    showExpected();
}

void SearchLabPane::keepShown()
{
    const auto row = std::find_if(m_shown.queries.cbegin(), m_shown.queries.cend(),
                                  [this](const SetQuery &query) { return query.text == m_shownQuery; });
    if (m_shown.isEmpty() || row == m_shown.queries.cend())
        return;
    SearchResults kept = m_shown;
    const qsizetype width = kept.settings.size();
    kept.queries = {*row};
    kept.cells = m_shown.cells.mid((row - m_shown.queries.cbegin()) * width, width);
    m_kept.removeIf([&kept](const SearchResults &each) { return each.storeId == kept.storeId; });
    m_kept.prepend(kept);
    if (m_kept.size() > mostKept)
        m_kept.removeLast();
}

void SearchLabPane::showKept()
{
    const auto kept = std::find_if(m_kept.cbegin(), m_kept.cend(),
                                   [this](const SearchResults &each) { return each.storeId == m_store.id; });
    if (kept == m_kept.cend())
        return;
    m_shown = *kept;
    m_shownQuery = m_shown.queries.first().text;
    learnKeys(m_shown, 0);
    m_cards->showRow(m_shown, 0);
    m_cards->markStale(m_shown, m_shared);
}

void SearchLabPane::remember()
{
    if (!m_sets || m_recalling)
        return;
    QJsonArray settings;
    for (const SearchSetting &setting : std::as_const(m_settings))
        settings.append(setting.toJson());
    QJsonObject state{{settingsKey, settings},
                      {kKey, m_panel->k()},
                      {setKey, m_panel->currentName()},
                      {queryKey, m_bar->query()}};
    if (!m_shared.isEmpty())
        state.insert(filtersKey, m_shared.toJson());
    m_sets->setState(state);
}

void SearchLabPane::focusContent()
{
    m_bar->edit()->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> SearchLabPane::ownActions() const
{
    return QList<QAction *>{m_runAction,   m_runSetAction,  nullptr,      m_open,
                            m_expected,    m_expand,        nullptr,      m_addSetting,
                            m_editSetting, m_removeSetting, m_conditions, nullptr} +
           m_commands->objectActions();
}

QString SearchLabPane::runningWork() const
{
    return m_setRun.isRunning() ? tr("the run of a query set") : QString();
}

void SearchLabPane::connectRuns()
{
    connect(&m_run, &SearchRun::cellDone, this, [this](int, int setting) {
        m_shown = m_run.results();
        learnKeys(m_shown, 0);
        if (LabCard *card = m_cards->card(m_shown.settings.at(setting).name))
            m_cards->showCell(card, m_shown, 0);
        updateActions();
    });
    connect(&m_run, &SearchRun::finished, this, [this] {
        m_bar->setRunning(false);
        m_shown = m_run.results();
        if (m_shown.stopped)
            m_cards->showRow(m_shown, 0);
        m_cards->markStale(m_shown, m_shared);
        updateActions();
    });
    connect(&m_setRun, &SearchRun::cellDone, this, [this] {
        if (!m_soon->isActive())
            m_soon->start();
    });
    const auto showFigures = [this] {
        m_panel->setProgress(m_setRun.done(), int(m_setRun.results().cells.size()));
        m_panel->setResults(m_setRun.results(), isSetStale());
    };
    connect(m_soon, &QTimer::timeout, this, showFigures);
    connect(&m_setRun, &SearchRun::finished, this, [this, showFigures] {
        m_soon->stop();
        showFigures();
        leaveSetButtons();
        m_panel->setRunning(false);
        const QString selected = m_panel->currentQuery();
        if (!selected.isEmpty() && selected == m_bar->query())
            showQuery(selected);
        int failed = 0;
        for (const SearchResults::Cell &cell : m_setRun.results().cells)
            failed += cell.state == SearchResults::Cell::State::Failed ? 1 : 0;
        if (failed > 0) {
            m_messages->showMessage(
                {Message::Kind::Warning,
                 tr("%Ln search(es) failed. They do not count in the means; their rows say why.", nullptr,
                    failed)});
        }
        updateActions();
    });
}

bool SearchLabPane::canRun()
{
    for (const SearchSetting &setting : std::as_const(m_settings)) {
        const QList<FormProblem> problems = setting.problems();
        if (const FormProblem *wrong = firstError(problems)) {
            m_messages->showMessage(
                {Message::Kind::Error, tr("Setting %1: %2").arg(setting.name, wrong->message)});
            return false;
        }
    }
    const QList<FormProblem> problems = m_shared.problems();
    if (const FormProblem *wrong = firstError(problems)) {
        m_messages->showMessage({Message::Kind::Error, tr("Conditions: %1").arg(wrong->message)});
        return false;
    }
    return m_sets != nullptr;
}

void SearchLabPane::run()
{
    const QString query = m_bar->query();
    if (query.isEmpty()) {
        m_bar->edit()->setFocus();
        return;
    }
    if (!canRun())
        return;
    m_messages->dismiss();
    m_shownQuery = query;
    m_panel->selectQuery(query);
    m_cards->showSearching();
    m_bar->setRunning(true);
    showExpected();
    m_run.start(m_store.id, {SetQuery{query}}, m_settings, m_shared);
    remember();
    updateActions();
}

void SearchLabPane::runSet()
{
    const QuerySet set = m_panel->currentSet();
    if (set.queries.isEmpty() || !canRun())
        return;
    m_messages->dismiss();
    leaveSetButtons();
    m_panel->setRunning(true);
    m_setRun.start(m_store.id, set.queries, m_settings, m_shared);
    m_panel->setProgress(0, int(m_setRun.results().cells.size()));
    m_panel->setResults(m_setRun.results(), false);
    remember();
    updateActions();
}

void SearchLabPane::leaveSetButtons()
{
    // Run and Stop take turns: the one with the keyboard goes, and Qt would give it to the next button.
    const QWidget *focus = window()->focusWidget();
    if (qobject_cast<const QAbstractButton *>(focus) && m_panel->isAncestorOf(focus))
        m_bar->edit()->setFocus(Qt::OtherFocusReason);
}

void SearchLabPane::stop()
{
    m_run.cancel();
    m_setRun.cancel();
}

void SearchLabPane::showQuery(const QString &text)
{
    if (text.isEmpty())
        return;
    if (m_run.isRunning()) {
        if (text == m_shownQuery)
            return;
        m_run.cancel();
    }
    m_bar->setQuery(text);
    m_shownQuery = text;
    m_shown = {};
    const SearchResults &results = m_panel->results();
    for (qsizetype row = 0; row < results.queries.size(); ++row) {
        if (results.queries.at(row).text != text)
            continue;
        m_shown = results;
        learnKeys(results, row);
        m_cards->showRow(results, row);
        break;
    }
    if (m_shown.isEmpty()) {
        m_cards->showNothing(true);
        m_kept.removeIf([this](const SearchResults &each) { return each.storeId == m_store.id; });
    }
    m_cards->markStale(m_shown, m_shared);
    showExpected();
    remember();
}

void SearchLabPane::learnKeys(const SearchResults &results, qsizetype row)
{
    for (qsizetype setting = 0; setting < results.settings.size(); ++setting) {
        for (const StoreSearchHit &hit : results.cell(row, setting).page.hits) {
            for (const QString &key : hit.attributes.keys()) {
                if (!m_keys.contains(key))
                    m_keys << key;
            }
        }
    }
    m_keys.sort();
}

bool SearchLabPane::isSetStale() const
{
    return m_setRun.results().settings != m_settings || m_setRun.results().shared != m_shared;
}

} // namespace odc
