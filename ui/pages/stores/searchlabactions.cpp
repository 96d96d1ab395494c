// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the search lab with settings, conditions and hits.
#include "searchlabpane.h"

#include "base/format.h"
#include "filterbuilder.h"
#include "labcard.h"
#include "labcards.h"
#include "labcommands.h"
#include "labhits.h"
#include "labquerybar.h"
#include "labsetpanel.h"
#include "labsettingdialog.h"
#include "stores/filenames.h"
#include "stores/querysets.h"
#include "ui/actions/actioncollection.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QListView>
#include <QMenu>

namespace odc {

using namespace Qt::StringLiterals;

void SearchLabPane::buildActions()
{
    m_runAction =
        m_actions->add(u"lab.run"_s, tr("&Run the query"), Icon::Search, {QKeySequence(u"Ctrl+Return"_s)});
    m_runSetAction = m_actions->add(u"lab.runSet"_s, tr("Run the query &set"), Icon::Play,
                                    {QKeySequence(u"Ctrl+Shift+Return"_s)});
    m_open = m_actions->add(u"lab.open"_s, tr("&Open in its contents"), Icon::File);
    m_expected = m_actions->add(u"lab.expected"_s, tr("&Expected for this query"), Icon::Check,
                                {QKeySequence(u"Ctrl+Shift+M"_s)});
    m_expected->setCheckable(true);
    m_expand = m_actions->add(u"lab.expand"_s, tr("Show the &whole text"), Icon::ChevronDown);
    m_expand->setCheckable(true);
    m_addSetting = m_actions->add(u"lab.addSetting"_s, tr("&Add a setting"), Icon::Plus);
    m_editSetting = m_actions->add(u"lab.editSetting"_s, tr("Edit the se&tting…"), Icon::Edit);
    m_removeSetting = m_actions->add(u"lab.removeSetting"_s, tr("Re&move the setting"), Icon::Minus);
    m_conditions = m_actions->add(u"lab.conditions"_s, tr("&Conditions of all settings…"), Icon::Filter);
    connect(m_runAction, &QAction::triggered, this, &SearchLabPane::run);
    connect(m_runSetAction, &QAction::triggered, this, &SearchLabPane::runSet);
    connect(m_open, &QAction::triggered, this, &SearchLabPane::openHit);
    connect(m_expected, &QAction::triggered, this, &SearchLabPane::toggleExpected);
    connect(m_expand, &QAction::triggered, this, [this] {
        if (LabCard *card = m_cards->active())
            card->toggleCurrent();
        updateActions();
    });
    connect(m_addSetting, &QAction::triggered, this, &SearchLabPane::addSetting);
    connect(m_editSetting, &QAction::triggered, this, &SearchLabPane::editSetting);
    connect(m_removeSetting, &QAction::triggered, this, &SearchLabPane::removeSetting);
    connect(m_conditions, &QAction::triggered, this, [this] { editCondition(0); });
}

void SearchLabPane::connectAll()
{
    connect(m_bar, &LabQueryBar::runRequested, this, &SearchLabPane::run);
    connect(m_bar, &LabQueryBar::stopRequested, this, [this] { m_run.cancel(); });
    connect(m_bar, &LabQueryBar::settingRequested, this, &SearchLabPane::addSetting);
    connect(m_bar, &LabQueryBar::leaveRequested, m_cards, &LabCards::focusActive);
    connect(m_bar, &LabQueryBar::queryEdited, this, &SearchLabPane::updateActions);
    connect(m_bar, &LabQueryBar::conditionRequested, this, &SearchLabPane::editCondition);
    connect(m_bar, &LabQueryBar::conditionRemoved, this, [this](int number) {
        QList<SearchFilter> conditions = m_shared.conditions();
        if (number < conditions.size())
            conditions.removeAt(number);
        setShared(SearchFilter::fromConditions(conditions));
    });

    connect(m_cards, &LabCards::contentsRequested, this, &SearchLabPane::openHit);
    connect(m_cards, &LabCards::retryRequested, this, &SearchLabPane::run);
    connect(m_cards, &LabCards::editRequested, this, &SearchLabPane::editSetting);
    connect(m_cards, &LabCards::hitMenuRequested, this, &SearchLabPane::openHitMenu);
    connect(m_cards, &LabCards::settingMenuRequested, this, &SearchLabPane::openSettingMenu);
    connect(m_cards, &LabCards::activeChanged, this, &SearchLabPane::updateActions);

    connect(m_panel, &LabSetPanel::runRequested, this, &SearchLabPane::runSet);
    connect(m_panel, &LabSetPanel::stopRequested, this, [this] { m_setRun.cancel(); });
    connect(m_panel, &LabSetPanel::querySelected, this, &SearchLabPane::showQuery);
    connect(m_panel, &LabSetPanel::queryActivated, this, [this](const QString &text) {
        m_bar->setQuery(text);
        run();
    });
    connect(m_panel, &LabSetPanel::kChanged, this, [this] {
        remember();
        updateActions();
    });
    connect(m_panel, &LabSetPanel::setChosen, this, [this] {
        showExpected();
        remember();
        updateActions();
    });
    connect(m_panel, &LabSetPanel::newSetRequested, m_commands, &LabCommands::newSet);
    connect(m_panel, &LabSetPanel::sampleRequested, m_commands, &LabCommands::addSample);
    connect(m_panel, &LabSetPanel::removeQueryRequested, m_commands, &LabCommands::removeQuery);
    connect(m_panel, &LabSetPanel::queryMenuRequested, m_commands, &LabCommands::openQueryMenu);
}

void SearchLabPane::setSettings(const QList<SearchSetting> &settings)
{
    m_settings = settings;
    m_cards->setSettings(settings);
    m_panel->setSettings(settings);
    settingsChanged();
}

void SearchLabPane::settingsChanged()
{
    m_cards->markStale(m_shown, m_shared);
    m_bar->setAddEnabled(m_settings.size() < SearchSetting::most);
    m_panel->setResults(m_setRun.results().storeId == m_store.id ? m_setRun.results() : SearchResults(),
                        isSetStale());
    remember();
    updateActions();
}

void SearchLabPane::addSetting()
{
    SearchSetting made = m_cards->active() ? m_cards->active()->setting() : SearchSetting();
    made.name = SearchSetting::freeName(m_settings);
    if (made.name.isEmpty())
        return;
    QList<SearchSetting> settings = m_settings;
    settings.append(made); // as the one before, so that one thing can be made different
    std::sort(settings.begin(), settings.end(),
              [](const SearchSetting &a, const SearchSetting &b) { return a.name < b.name; });
    setSettings(settings);
    if (LabCard *card = m_cards->card(made.name))
        card->list()->setFocus(Qt::OtherFocusReason);
    editSetting();
}

void SearchLabPane::editSetting()
{
    const LabCard *card = m_cards->active();
    if (!card)
        return;
    auto *dialog = new LabSettingDialog(m_context.shell.theme, card->setting(), m_keys, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        QList<SearchSetting> settings = m_settings;
        for (SearchSetting &setting : settings) {
            if (setting.name == dialog->setting().name)
                setting = dialog->setting();
        }
        setSettings(settings);
    });
    dialog->open();
}

void SearchLabPane::removeSetting()
{
    const LabCard *card = m_cards->active();
    if (!card || m_settings.size() < 2)
        return;
    QList<SearchSetting> settings = m_settings;
    settings.removeIf([card](const SearchSetting &setting) { return setting.name == card->setting().name; });
    setSettings(settings);
    m_cards->focusActive();
}

void SearchLabPane::openSettingMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"labSettingMenu"_s);
    menu->addAction(m_editSetting);
    QAction *duplicate =
        menu->addAction(m_context.shell.theme.icon(Icon::Copy, Token::Text), tr("&Duplicate"));
    duplicate->setEnabled(m_addSetting->isEnabled());
    connect(duplicate, &QAction::triggered, this, &SearchLabPane::addSetting);
    menu->addAction(m_removeSetting);
    menu->popup(place);
}

void SearchLabPane::setShared(const SearchFilter &filter)
{
    m_shared = filter;
    m_bar->setFilter(filter);
    settingsChanged();
}

void SearchLabPane::editCondition(int number)
{
    auto *dialog =
        new FilterBuilder(m_context.shell.theme, tr("Conditions of all settings"), m_shared, m_keys, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setShared(dialog->filter());
        m_bar->edit()->setFocus(Qt::OtherFocusReason); // the chip it was opened by may be another now
    });
    dialog->open();
    if (number < 0 || m_shared.isEmpty())
        dialog->addCondition();
    else
        dialog->focusCondition(number);
}

void SearchLabPane::openHit()
{
    const LabCard *card = m_cards->active();
    const StoreSearchHit *hit = card ? card->currentHit() : nullptr;
    if (hit)
        Q_EMIT contentsRequested(m_store.id, hit->fileId, hit->texts.value(0), card->model().terms().words());
}

void SearchLabPane::openHitMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"labHitMenu"_s);
    menu->addActions({m_open, m_expand, m_expected});
    menu->popup(place);
}

void SearchLabPane::toggleExpected()
{
    const LabCard *card = m_cards->active();
    const StoreSearchHit *hit = card ? card->currentHit() : nullptr;
    if (!hit || !m_sets || m_shownQuery.isEmpty()) {
        updateActions();
        return;
    }
    QuerySet set = m_panel->currentSet();
    const bool isNew = m_panel->currentName().isEmpty();
    if (isNew)
        set.name = m_sets->freeName(tr("Queries"));
    const bool grows = set.indexOf(m_shownQuery) < 0;
    if (grows && set.queries.size() >= QuerySet::mostQueries) {
        m_messages->showMessage(
            {Message::Kind::Warning, tr("A set has at most %1 queries.").arg(QuerySet::mostQueries)});
        updateActions();
        return;
    }
    QString name = hit->filename.isEmpty() ? m_names.nameOf(hit->fileId) : hit->filename;
    set.setExpected(m_shownQuery, {hit->fileId, name}, !card->isCurrentExpected());
    m_sets->put(set);
    if (isNew)
        m_panel->selectSet(set.name);
    m_panel->selectQuery(m_shownQuery);
    if (grows) {
        Message message{Message::Kind::Ok,
                        tr("The query is in the set “%1” now.").arg(format::oneLine(set.name))};
        message.key = u"sets"_s;
        m_messages->showMessage(message);
    }
    showExpected();
    remember();
}

void SearchLabPane::showExpected()
{
    const QuerySet set = m_panel->currentSet();
    const qsizetype at = m_shownQuery.isEmpty() ? -1 : set.indexOf(m_shownQuery);
    m_cards->setExpected(at < 0 ? SetQuery() : set.queries.at(at));
    updateActions();
}

void SearchLabPane::updateActions()
{
    const LabCard *card = m_cards->active();
    const bool hasHit = card && card->currentHit();
    const bool has = m_sets != nullptr;
    m_runAction->setEnabled(has && !m_run.isRunning() && !m_bar->query().isEmpty());
    m_runSetAction->setEnabled(has && !m_setRun.isRunning() && !m_panel->currentSet().queries.isEmpty());
    for (QAction *action : {m_open, m_expand, m_expected})
        action->setEnabled(has && hasHit);
    m_expected->setChecked(hasHit && card->isCurrentExpected());
    m_expand->setChecked(hasHit && card->isCurrentExpanded());
    m_addSetting->setEnabled(has && m_settings.size() < SearchSetting::most);
    m_editSetting->setEnabled(has && card);
    m_removeSetting->setEnabled(has && card && m_settings.size() > 1);
    m_conditions->setEnabled(has);
    if (m_commands)
        m_commands->update();
}

} // namespace odc
