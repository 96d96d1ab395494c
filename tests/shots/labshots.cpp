// SPDX-License-Identifier: GPL-3.0-or-later
// The search lab: settings side by side, a set of queries with its figures, conditions, and what it says when
// there is nothing or something is wrong.
#include "shots/shots.h"

#include "stores/querysets.h"
#include "ui/pages/stores/filterbuilder.h"
#include "ui/pages/stores/labcards.h"
#include "ui/pages/stores/labquerybar.h"
#include "ui/pages/stores/labsetpanel.h"

#include <QCheckBox>
#include <QListView>
#include <QSpinBox>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const auto query = u"when does a parcel count as lost"_s;
const auto nested =
    uR"({"type":"and","filters":[{"type":"ne","key":"kind","value":"scan"},{"type":"or","filters":[{"type":"gte","key":"year","value":2026},{"type":"in","key":"lang","value":["en","de"]}]}]})"_s;

SearchSetting setting(const QString &name, const QString &ranker, double threshold, bool rewrite)
{
    SearchSetting made;
    made.name = name;
    made.ranker = ranker;
    made.threshold = threshold;
    made.rewrite = rewrite;
    return made;
}

} // namespace

bool Shots::openLab(int width, int settings)
{
    m_lab = std::make_unique<LabBench>(m_theme);
    if (!m_lab->openSample())
        return false;
    const QList<SearchSetting> all{
        setting(u"A"_s, u"auto"_s, 0, false), setting(u"B"_s, u"none"_s, 0.2, true),
        setting(u"C"_s, u"default-2024-11-15"_s, 0, true), setting(u"D"_s, {}, 0.1, false)};
    QJsonArray kept;
    for (const SearchSetting &each : all.first(settings))
        kept.append(each.toJson());
    QJsonObject state{{u"settings"_s, kept}};
    if (settings > 1)
        state.insert(u"filters"_s, QJsonDocument::fromJson(nested.toUtf8()).object());
    {
        const QFileInfo file(m_lab->setsFile());
        QuerySets(file.path(), file.completeBaseName()).setState(state);
    }
    m_lab->openPane({width, 786});
    return true;
}

bool Shots::searchLab()
{
    if (!openLab(820, 2))
        return false;
    m_lab->action(u"lab.sampleSet"_s)->trigger();
    m_lab->action(u"lab.runSet"_s)->trigger();
    return m_lab->idle() && m_lab->search(query) && picture(m_lab->window());
}

bool Shots::searchLabFour()
{
    if (!openLab(1190, 4))
        return false;
    m_lab->action(u"lab.sampleSet"_s)->trigger();
    m_lab->action(u"lab.runSet"_s)->trigger();
    if (!m_lab->idle() || !m_lab->search(query))
        return false;
    m_lab->hits(u"A"_s)->setFocus();
    QTest::keyClick(m_lab->hits(u"A"_s), Qt::Key_Space);
    return picture(m_lab->window());
}

bool Shots::searchLabBlank()
{
    return openLab(820, 1) && picture(m_lab->window());
}

bool Shots::searchLabSet()
{
    if (!openLab(820, 2))
        return false;
    m_lab->action(u"lab.sampleSet"_s)->trigger();
    m_lab->proxy().add("POST", "/search",
                       Fault::apiError(400, u"invalid_request_error"_s, u"invalid_value"_s), 2);
    m_lab->action(u"lab.runSet"_s)->trigger();
    if (!m_lab->idle())
        return false;
    auto *splitter = m_lab->child<QWidget>(u"labSplitter"_s);
    TableView *table = m_lab->pane().panel()->table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(4, 0));
    return splitter && picture(m_lab->window());
}

bool Shots::searchLabSmall()
{
    if (!openLab(560, 2))
        return false;
    m_lab->window()->resize(560, 620);
    m_lab->action(u"lab.sampleSet"_s)->trigger();
    return m_lab->search(query) && picture(m_lab->window());
}

bool Shots::searchLabError()
{
    if (!openLab(820, 2))
        return false;
    m_lab->proxy().add("POST", "/search",
                       Fault::apiError(400, u"invalid_request_error"_s, u"invalid_value"_s), 1);
    return m_lab->search(query) && picture(m_lab->window());
}

bool Shots::searchLabConditions()
{
    if (!openLab(820, 2))
        return false;
    m_lab->action(u"lab.conditions"_s)->trigger();
    auto *dialog = m_lab->console().await<QDialog>(u"filterBuilder"_s);
    return dialog && QTest::qWaitForWindowExposed(dialog) && picture(dialog);
}

bool Shots::searchLabSetting()
{
    if (!openLab(820, 2))
        return false;
    m_lab->action(u"lab.editSetting"_s)->trigger();
    auto *dialog = m_lab->console().await<QDialog>(u"labSettingDialog"_s);
    return dialog && QTest::qWaitForWindowExposed(dialog) && picture(dialog);
}

} // namespace odc
