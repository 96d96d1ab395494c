// SPDX-License-Identifier: GPL-3.0-or-later
#include "evalcommands.h"

#include "api/session.h"
#include "base/format.h"
#include "index/objectindex.h"
#include "lists/evalrunsmodel.h"
#include "lists/evalsmodel.h"
#include "lists/evaltreemodel.h"
#include "transfers/evaltasks.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/evals/newevaldialog.h"
#include "ui/pages/evals/newrundialog.h"
#include "ui/pages/jobstrips.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QUrl>

#include <memory>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto actionKey = "evalAction"_L1;

} // namespace

EvalCommands::EvalCommands(const PageContext &context, EvalTreeModel &model, QWidget *window, JobStrips &jobs,
                           MessageBar &messages)
    : QObject(window), m_context(context), m_model(model), m_window(window), m_jobs(jobs), m_messages(messages)
{
}

void EvalCommands::newEval(const EvalObject *from)
{
    auto *dialog = new NewEvalDialog(m_context, m_window);
    if (from)
        dialog->startFrom(*from);
    connect(dialog, &NewEvalDialog::created, this, [this](const EvalObject &eval) {
        m_model.takeEval(eval);
        Q_EMIT made(eval.id);
    });
    dialog->open();
}

void EvalCommands::newRun(const EvalObject &eval, const EvalRun *from)
{
    auto *dialog = new NewRunDialog(m_context, eval, m_window);
    if (from) {
        QStringList taken;
        if (const EvalRunsModel *runs = m_model.runsOf(eval.id)) {
            for (const EvalRun &run : runs->items())
                taken << run.name;
        }
        dialog->startFrom(*from, taken);
    }
    connect(dialog, &NewRunDialog::created, this, [this, evalId = eval.id](const EvalRun &run) {
        m_model.takeRun(evalId, run);
        Q_EMIT made(run.id);
    });
    dialog->open();
}

void EvalCommands::edit(const EvalObject &eval, EvalEditDialog::Part part)
{
    auto *dialog = new EvalEditDialog(m_context, eval, part, m_window);
    connect(dialog, &EvalEditDialog::changed, this, [this](const EvalObject &changed) { m_model.takeEval(changed); });
    dialog->open();
}

void EvalCommands::say(const QString &text, const ApiError &error)
{
    m_messages.showError(actionKey, text, error);
}

void EvalCommands::sayRefused(const EvalRun &run, const ApiError &error)
{
    say(tr("“%1” could not be cancelled: %2.").arg(format::oneLine(run.title()), error.headline()), error);
}

void EvalCommands::sayLate(const EvalRun &run)
{
    Message message;
    message.kind = Message::Kind::Info;
    message.key = actionKey;
    message.text = tr("“%1” had ended before it could be cancelled.").arg(format::oneLine(run.title()));
    m_messages.showMessage(message);
}

void EvalCommands::cancelRuns(const QModelIndexList &rows)
{
    m_messages.dismiss(actionKey);
    QList<std::pair<QString, EvalRun>> runs;
    QStringList names;
    for (const QModelIndex &row : rows) {
        const EvalRun *run = m_model.runAt(row);
        if (!run || run->isFinished())
            continue;
        const EvalObject *eval = m_model.evalAt(row);
        runs.append({eval->id, *run});
        names << EvalsModel::title(*eval) + u"  ·  "_s + format::oneLine(run->title());
    }
    if (runs.isEmpty())
        return;
    const int count = int(runs.size());
    ConfirmDialog::Question question;
    question.title = m_context.profile.production ? tr("Cancel %Ln run(s) of PRODUCTION?", nullptr, count)
                                                  : tr("Cancel %Ln run(s)?", nullptr, count);
    question.introduction = tr("Items that have been through keep their results; the others get none. A cancelled run "
                               "cannot be taken up again.");
    question.things = names;
    question.confirm = tr("Cancel %Ln run(s)", nullptr, count);
    question.dismiss = tr("Let run", nullptr);
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, runs] {
        for (const auto &[evalId, run] : runs)
            cancelRun(evalId, run);
    });
    dialog->open();
}

void EvalCommands::cancelRun(const QString &evalId, const EvalRun &run)
{
    m_context.session.evals().cancelRun(evalId, run.id, this, [this, evalId, run](const Result<EvalRun> &result) {
        if (result) {
            m_model.takeRun(evalId, *result);
            return;
        }
        // Lost, or too late: either way the run itself says what came of it.
        readAgain(evalId, run, result.error());
    });
}

void EvalCommands::readAgain(const QString &evalId, const EvalRun &run, const ApiError &refusal)
{
    m_context.session.evals().retrieveRun(evalId, run.id, this, [this, evalId, run, refusal](const Result<EvalRun> &result) {
        const bool lost = refusal.kind == ApiError::Kind::OutcomeUnknown;
        if (result) {
            m_model.takeRun(evalId, *result);
            if (!lost && result->isFinished() && !result->isCanceled())
                sayLate(run);
            else if (!lost)
                sayRefused(run, refusal);
            return;
        }
        if (result.error().kind == ApiError::Kind::NotFound)
            m_model.removeRuns(evalId, {run.id});
        else if (!lost)
            sayRefused(run, refusal);
        else
            say(tr("Whether “%1” was cancelled is not known: %2.")
                    .arg(format::oneLine(run.title()), result.error().headline()),
                result.error());
    });
}

void EvalCommands::remove(const QModelIndexList &rows)
{
    m_messages.dismiss(actionKey);
    QList<DeleteEvalsJob::Thing> evals;
    QList<DeleteEvalsJob::Thing> runs;
    QStringList evalNames;
    QStringList runNames;
    QSet<QString> wholes;
    for (const QModelIndex &row : rows) {
        if (!m_model.isRun(row))
            wholes.insert(m_model.idAt(row));
    }
    int taken = 0;
    int running = 0;
    for (const QModelIndex &row : rows) {
        const EvalObject *eval = m_model.evalAt(row);
        const EvalRun *run = m_model.runAt(row);
        if (!eval || (run && wholes.contains(eval->id)))
            continue; // it goes with its eval
        if (run) {
            running += !run->isFinished();
            runs << DeleteEvalsJob::Thing{eval->id, run->id, format::oneLine(run->title())};
            runNames << EvalsModel::title(*eval) + u"  ·  "_s + format::oneLine(run->title());
            continue;
        }
        const int count = m_model.rowCount(row);
        taken += count;
        for (const IndexedObject &known : m_context.index.objects(ObjectKind::EvalRun))
            running += known.parentId == eval->id && !known.isFinished();
        evals << DeleteEvalsJob::Thing{eval->id, {}, EvalsModel::title(*eval)};
        evalNames << (count > 0 ? tr("%1 with %Ln run(s)", nullptr, count).arg(EvalsModel::title(*eval))
                                : EvalsModel::title(*eval));
    }
    if (evals.isEmpty() && runs.isEmpty())
        return;
    QStringList what;
    if (!evals.isEmpty())
        what << tr("%Ln eval(s)", nullptr, int(evals.size()));
    if (!runs.isEmpty())
        what << tr("%Ln run(s)", nullptr, int(runs.size()));
    const QString things = what.join(tr(" and "));
    const int count = int(evals.size() + runs.size());
    ConfirmDialog::Question question;
    question.title = (m_context.profile.production ? tr("Delete %1 of PRODUCTION?") : tr("Delete %1?")).arg(things);
    question.introduction = tr("On profile “%1”. This cannot be undone.").arg(m_context.profile.name);
    question.things = evalNames + runNames;
    question.consequence = taken > 0
        ? tr("With the evals go their %Ln run(s) and all results of these.", nullptr, taken)
        : tr("All results of what is deleted go with it.");
    if (running > 0)
        question.consequence = tr("%Ln of the runs still run; what they cost so far is lost.", nullptr, running) + u' ' +
                               question.consequence;
    question.confirm = tr("Delete %Ln", nullptr, count);
    question.alwaysTyped = m_context.profile.production && count > 1;
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_window);
    connect(dialog, &QDialog::accepted, this, [this, all = evals + runs] {
        auto *job = new DeleteEvalsJob(m_context.session, all, this);
        // Many deletions must not each rebuild the tree.
        auto pending = std::make_shared<QHash<QString, QSet<QString>>>();
        const auto flush = [this, pending] {
            const auto gone = std::exchange(*pending, {});
            m_model.removeEvals(gone.value({}));
            for (auto it = gone.cbegin(); it != gone.cend(); ++it) {
                if (!it.key().isEmpty())
                    m_model.removeRuns(it.key(), it.value());
            }
        };
        connect(job, &DeleteEvalsJob::removed, this, [pending](const QString &evalId, const QString &runId) {
            if (runId.isEmpty())
                (*pending)[{}].insert(evalId);
            else
                (*pending)[evalId].insert(runId);
        });
        connect(job, &BulkJob::progressChanged, this, flush);
        connect(job, &BulkJob::finished, this, flush);
        m_jobs.run(job);
    });
    dialog->open();
}

void EvalCommands::openReport(const EvalRun &run)
{
    // Nothing but a web page: what a server names is not opened as a program or a file.
    const QUrl url(run.reportUrl, QUrl::StrictMode);
    if (url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1))
        QDesktopServices::openUrl(url);
}

} // namespace odc
