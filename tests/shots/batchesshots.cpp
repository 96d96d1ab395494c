// SPDX-License-Identifier: GPL-3.0-or-later
// Batches: the list and the details of one, in the states that matter.
#include "shots/shots.h"

#include "ui/widgets/labels.h"

#include <QJsonArray>

namespace odc {

using namespace Qt::StringLiterals;
using test::Fault;

bool Shots::openBatches(const std::function<void(Profile &)> &change, bool sample)
{
    if (!m_console->open(m_console->addProfile(u"Acme / research"_s, sample ? m_sample.url() : m_proxy->url(), key, change)))
        return false;
    m_console->window().showPage(u"batches"_s);
    return test::eventually([this] {
        const LoadState state = m_console->page()->list()->loadState();
        return state != LoadState::Idle && state != LoadState::Loading;
    });
}

bool Shots::selectBatch(const QString &name)
{
    return m_console->select({name}) && test::eventually([this] {
               auto *state = m_console->find<StateLabel>(u"batchState"_s);
               return state && !state->text().isEmpty();
           });
}

bool Shots::batches()
{
    return openBatches() && selectBatch(u"translations"_s) && picture(&m_console->window());
}

bool Shots::batchesProduction()
{
    return openBatches([](Profile &profile) {
               profile.name = u"Acme / production"_s;
               profile.production = true;
               profile.colour = u"#D9480F"_s;
           }) &&
           selectBatch(u"triage"_s) && picture(&m_console->window());
}

bool Shots::batchesOf(const QString &name)
{
    return openBatches() && selectBatch(name) && picture(&m_console->window());
}

bool Shots::batchesErrors()
{
    return openBatches() && selectBatch(u"import"_s) && m_console->click(u"batchNext"_s) &&
           picture(&m_console->window());
}

bool Shots::batchesSmall()
{
    m_console->window().resize(1024, 680); // without the details, which have no room beside the list
    return openBatches() && m_console->select({u"triage"_s}) && picture(&m_console->window());
}

bool Shots::batchesEmpty()
{
    if (!m_console->openLocal())
        return false;
    m_console->window().showPage(u"batches"_s);
    return test::eventually([this] { return m_console->page()->list()->loadState() == LoadState::Ready; }) &&
           picture(&m_console->window());
}

bool Shots::batchesUnavailable()
{
    m_proxy->add("GET", "/batches", Fault::apiError(404, u"invalid_request_error"_s, {}), -1);
    return openBatches({}, false) && picture(&m_console->window());
}

bool Shots::batchesCancel()
{
    if (!openBatches() || !selectBatch(u"triage"_s))
        return false;
    m_console->action(u"batches.cancel"_s)->trigger();
    return pictureOf(u"confirmDialog"_s);
}

} // namespace odc
