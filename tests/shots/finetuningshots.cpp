// SPDX-License-Identifier: GPL-3.0-or-later
// Fine-tuning: the list with the curves below it, and the details of a job, in the states that matter.
#include "shots/shots.h"

#include "api/session.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModel>
#include <QSlider>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using test::Fault;

bool Shots::openJobs(const std::function<void(Profile &)> &change, bool sample)
{
    if (!m_console->open(m_console->addProfile(u"Acme / research"_s, sample ? m_sample.url() : m_proxy->url(),
                                               key, change)))
        return false;
    m_console->window().showPage(u"finetuning"_s);
    return test::eventually([this] {
        const LoadState state = m_console->page()->list()->loadState();
        return state != LoadState::Idle && state != LoadState::Loading;
    });
}

bool Shots::selectJobs(const QStringList &names)
{
    return m_console->select(names) && test::eventually([&] {
               const auto *view = m_console->page()->findChild<CurvesView *>();
               const auto *state = m_console->page()->findChild<StateLabel *>(u"jobState"_s);
               const QList<CurveRun> &runs = view->curves().runs();
               // Events come newest first: with the first step all are there.
               return !state->text().isEmpty() && runs.size() == names.size() &&
                      std::all_of(runs.cbegin(), runs.cend(),
                                  [](const CurveRun &run) { return run.log->firstStep() == 1; });
           });
}

bool Shots::jobs()
{
    if (!openJobs() || !selectJobs({u"support-v14"_s, u"support-v13"_s}))
        return false;
    m_console->page()->findChild<QSlider *>(u"curvesSmoothing"_s)->setValue(60);
    return picture(&m_console->window());
}

bool Shots::jobsOf(const QString &name)
{
    return openJobs() && selectJobs({name}) && picture(&m_console->window());
}

bool Shots::jobsRefused()
{
    // Nothing of it was trained, so that nothing was measured.
    return openJobs() && m_console->select({u"support-v13b"_s}) && test::eventually([this] {
               auto *reason = m_console->find<QLabel>(u"jobReason"_s);
               return reason && !reason->text().isEmpty();
           }) &&
           picture(&m_console->window());
}

bool Shots::jobsEvents()
{
    if (!openJobs() || !selectJobs({u"support-v14"_s}))
        return false;
    m_console->showTab(1);
    return test::eventually([this] {
               auto *table = m_console->find<TableView>(u"jobeventsTable"_s);
               return table && table->model()->rowCount() > 100;
           }) &&
           picture(&m_console->window());
}

bool Shots::jobsSmall()
{
    m_console->window().resize(1100, 700);
    return openJobs() && selectJobs({u"support-v14"_s, u"support-v13"_s}) && picture(&m_console->window());
}

bool Shots::jobsNothingSelected()
{
    return openJobs() && picture(&m_console->window());
}

bool Shots::jobsEmpty()
{
    if (!m_console->openLocal())
        return false;
    m_console->window().showPage(u"finetuning"_s);
    return test::eventually([this] { return m_console->page()->list()->loadState() == LoadState::Ready; }) &&
           picture(&m_console->window());
}

bool Shots::jobsUnavailable()
{
    m_proxy->add("GET", "/fine_tuning/jobs", Fault::apiError(404, u"invalid_request_error"_s, {}), -1);
    return openJobs({}, false) && picture(&m_console->window());
}

bool Shots::jobsClosed()
{
    if (!openJobs({}, false) || !selectJobs({u"support-v13"_s}))
        return false;
    m_proxy->add("POST", "/fine_tuning/jobs",
                 Fault::answer(
                     403, R"({"error":{"message":"Fine-tuning is no longer available to your organization.",)"
                          R"("type":"invalid_request_error","param":null,"code":null}})"));
    m_console->session()->fineTuning().create(
        {{u"model"_s, u"gpt-4.1-mini"_s}, {u"training_file"_s, u"file-1"_s}}, m_console->page(),
        [](const auto &) {});
    return test::eventually(
               [this] { return m_console->page()->findChild<MessageBar *>(u"jobsNotice"_s)->isShowing(); }) &&
           picture(&m_console->window());
}

bool Shots::jobsAsked(const QString &job, const QString &action)
{
    if (!openJobs() || !selectJobs({job}) || !m_console->action(action)->isEnabled())
        return false;
    m_console->action(action)->trigger();
    return pictureOf(u"confirmDialog"_s);
}

} // namespace odc
