// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationtable.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "ApiOperation";
constexpr auto inObjectMenu = "";

// clang-format off
QList<ApiOperation> makeOperations()
{
    const char *const view = QT_TRANSLATE_NOOP("ApiOperation", "View menu");
    const char *const itself = QT_TRANSLATE_NOOP("ApiOperation", "on its own, after a lost answer");
    const char *const watched = QT_TRANSLATE_NOOP("ApiOperation", "on its own, while it is watched");
    const char *const large = QT_TRANSLATE_NOOP("ApiOperation", "Object menu, for large files");
    const char *const attributes = QT_TRANSLATE_NOOP("ApiOperation", "Details, Attributes");
    const char *const contents = QT_TRANSLATE_NOOP("ApiOperation", "Details, Contents");
    const char *const failures = QT_TRANSLATE_NOOP("ApiOperation", "Details, Failures");
    const char *const lab = QT_TRANSLATE_NOOP("ApiOperation", "Details, Search lab");
    const char *const items = QT_TRANSLATE_NOOP("ApiOperation", "Details, Items");
    const char *const checkpoints = QT_TRANSLATE_NOOP("ApiOperation", "Details, Checkpoints");
    const char *const permissions = QT_TRANSLATE_NOOP("ApiOperation", "Details, Permissions");
    const char *const names = QT_TRANSLATE_NOOP("ApiOperation", "Object menu, for its files");
    const char *const models = QT_TRANSLATE_NOOP("ApiOperation", "Object menu, for the choice of models");
    const char *const trial = QT_TRANSLATE_NOOP("ApiOperation", "Object menu, then Try grader");
    const char *const opened = QT_TRANSLATE_NOOP("ApiOperation", "Object menu, or open the store");

    return {
        {"1", "GET", "/files", "files.list", u"files"_s, u"view.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the files"), view},
        {"2", "POST", "/files", "files.create", u"files"_s, u"files.upload"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Upload a file"), inObjectMenu},
        {"3", "GET", "/files/{file_id}", "files.retrieve", u"batches"_s, u"batches.results"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Read a file object"), names},
        {"4", "DELETE", "/files/{file_id}", "files.delete", u"files"_s, u"files.delete"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Delete a file"), inObjectMenu},
        {"5", "GET", "/files/{file_id}/content", "files.content", u"files"_s, u"files.download"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Download a file"), inObjectMenu},
        {"6", "POST", "/uploads", "uploads.create", u"transfers"_s, u"transfers.upload"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Begin an upload in parts"), large},
        {"7", "POST", "/uploads/{upload_id}/parts", "uploads.parts.create", u"transfers"_s, u"transfers.upload"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Upload a part"), large},
        {"8", "POST", "/uploads/{upload_id}/complete", "uploads.complete", u"transfers"_s, u"transfers.upload"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Complete an upload in parts"), large},
        {"9", "POST", "/uploads/{upload_id}/cancel", "uploads.cancel", u"transfers"_s, u"transfers.cancel"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Cancel an upload in parts"), inObjectMenu},
        {"10", "POST", "/batches", "batches.create", u"batches"_s, u"batches.new"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Create a batch"), inObjectMenu},
        {"11", "GET", "/batches", "batches.list", u"batches"_s, u"view.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the batches"), view},
        {"12", "GET", "/batches/{batch_id}", "batches.retrieve", u"batches"_s, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Read a batch"), itself},
        {"13", "POST", "/batches/{batch_id}/cancel", "batches.cancel", u"batches"_s, u"batches.cancel"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Cancel a batch"), inObjectMenu},
        {"14", "POST", "/vector_stores", "vector_stores.create", u"stores"_s, u"stores.new"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Create a vector store"), inObjectMenu},
        {"15", "GET", "/vector_stores", "vector_stores.list", u"stores"_s, u"view.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the vector stores"), view},
        {"16", "GET", "/vector_stores/{vector_store_id}", "vector_stores.retrieve", u"stores"_s, u"stores.readAgain"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Read a vector store"), inObjectMenu},
        {"17", "POST", "/vector_stores/{vector_store_id}", "vector_stores.update", u"stores"_s, u"stores.edit"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Change a vector store"), inObjectMenu},
        {"18", "DELETE", "/vector_stores/{vector_store_id}", "vector_stores.delete", u"stores"_s, u"stores.delete"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Delete a vector store"), inObjectMenu},
        {"19", "POST", "/vector_stores/{vector_store_id}/search", "vector_stores.search", u"stores"_s, u"lab.run"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Search in a vector store"), lab},
        {"20", "POST", "/vector_stores/{vector_store_id}/files", "vector_stores.files.create", u"stores"_s, u"stores.addPaths"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Put a file into a vector store"), inObjectMenu},
        {"21", "GET", "/vector_stores/{vector_store_id}/files", "vector_stores.files.list", u"stores"_s, u"stores.loadMore"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the files of a vector store"), opened},
        {"22", "GET", "/vector_stores/{vector_store_id}/files/{file_id}", "vector_stores.files.retrieve", u"stores"_s, u"stores.readAgain"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Read a file of a vector store"), inObjectMenu},
        {"23", "POST", "/vector_stores/{vector_store_id}/files/{file_id}", "vector_stores.files.update", u"stores"_s, u"attributes.review"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Change the attributes of a file"), attributes},
        {"24", "DELETE", "/vector_stores/{vector_store_id}/files/{file_id}", "vector_stores.files.delete", u"stores"_s, u"stores.detach"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Take a file out of a vector store"), inObjectMenu},
        {"25", "GET", "/vector_stores/{vector_store_id}/files/{file_id}/content", "vector_stores.files.content", u"stores"_s, u"contents.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Read the chunks of a file"), contents},
        {"26", "POST", "/vector_stores/{vector_store_id}/file_batches", "vector_stores.file_batches.create", u"stores"_s, u"stores.addFiles"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Put a batch of files into a vector store"), inObjectMenu},
        {"27", "GET", "/vector_stores/{vector_store_id}/file_batches/{batch_id}", "vector_stores.file_batches.retrieve", u"stores"_s, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Read a batch of files"), watched},
        {"28", "POST", "/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel", "vector_stores.file_batches.cancel", u"stores"_s, u"stores.cancel"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Cancel a batch of files"), inObjectMenu},
        {"29", "GET", "/vector_stores/{vector_store_id}/file_batches/{batch_id}/files", "vector_stores.file_batches.list_files", u"stores"_s, u"stores.failures"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the files of a batch"), failures},
        {"30", "POST", "/evals", "evals.create", u"evals"_s, u"evals.new"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Create an eval"), inObjectMenu},
        {"31", "GET", "/evals", "evals.list", u"evals"_s, u"view.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the evals"), view},
        {"32", "GET", "/evals/{eval_id}", "evals.retrieve", u"evals"_s, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Read an eval"), itself},
        {"33", "POST", "/evals/{eval_id}", "evals.update", u"evals"_s, u"evals.rename"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Change an eval"), inObjectMenu},
        {"34", "DELETE", "/evals/{eval_id}", "evals.delete", u"evals"_s, u"evals.delete"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Delete an eval"), inObjectMenu},
        {"35", "POST", "/evals/{eval_id}/runs", "evals.runs.create", u"evals"_s, u"evals.newRun"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Start a run of an eval"), inObjectMenu},
        {"36", "GET", "/evals/{eval_id}/runs", "evals.runs.list", u"evals"_s, u"view.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the runs of an eval"), view},
        {"37", "GET", "/evals/{eval_id}/runs/{run_id}", "evals.runs.retrieve", u"evals"_s, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Read a run"), itself},
        {"38", "POST", "/evals/{eval_id}/runs/{run_id}", "evals.runs.cancel", u"evals"_s, u"evals.cancel"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Cancel a run"), inObjectMenu},
        {"39", "DELETE", "/evals/{eval_id}/runs/{run_id}", "evals.runs.delete", u"evals"_s, u"evals.delete"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Delete a run"), inObjectMenu},
        {"40", "GET", "/evals/{eval_id}/runs/{run_id}/output_items", "evals.runs.output_items.list", u"evals"_s, u"evals.items"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the output items of a run"), inObjectMenu},
        {"41", "GET", "/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}", "evals.runs.output_items.retrieve", u"evals"_s, u"items.readAgain"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Read an output item"), items},
        {"42", "POST", "/fine_tuning/jobs", "fine_tuning.jobs.create", u"finetuning"_s, u"finetuning.new"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Create a fine-tuning job"), inObjectMenu},
        {"43", "GET", "/fine_tuning/jobs", "fine_tuning.jobs.list", u"finetuning"_s, u"view.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the fine-tuning jobs"), view},
        {"44", "GET", "/fine_tuning/jobs/{fine_tuning_job_id}", "fine_tuning.jobs.retrieve", u"finetuning"_s, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Read a fine-tuning job"), itself},
        {"45", "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/cancel", "fine_tuning.jobs.cancel", u"finetuning"_s, u"finetuning.cancel"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Cancel a fine-tuning job"), inObjectMenu},
        {"46", "GET", "/fine_tuning/jobs/{fine_tuning_job_id}/events", "fine_tuning.jobs.list_events", u"finetuning"_s, u"finetuning.events"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the events of a job"), inObjectMenu},
        {"47", "GET", "/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints", "fine_tuning.jobs.checkpoints.list", u"finetuning"_s, u"checkpoints.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the checkpoints of a job"), checkpoints},
        {"48", "POST", "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions", "fine_tuning.checkpoints.permissions.create", u"finetuning"_s, u"permissions.grant"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Grant a project the use of a checkpoint"), permissions},
        {"49", "GET", "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions", "fine_tuning.checkpoints.permissions.list", u"finetuning"_s, u"permissions.refresh"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the permissions of a checkpoint"), permissions},
        {"50", "DELETE", "/fine_tuning/checkpoints/{fine_tuned_model_checkpoint}/permissions/{permission_id}", "fine_tuning.checkpoints.permissions.delete", u"finetuning"_s, u"permissions.revoke"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Revoke the use of a checkpoint"), permissions},
        {"x1", "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/pause", "fine_tuning.jobs.pause", u"finetuning"_s, u"finetuning.pause"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Pause a fine-tuning job"), inObjectMenu},
        {"x2", "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/resume", "fine_tuning.jobs.resume", u"finetuning"_s, u"finetuning.resume"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Resume a fine-tuning job"), inObjectMenu},
        {"x3", "GET", "/models", "models.list", u"finetuning"_s, u"finetuning.new"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "List the models"), models},
        {"x4", "GET", "/models/{model}", "models.retrieve", {}, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Read a model"), inObjectMenu},
        {"x5", "DELETE", "/models/{model}", "models.delete", u"finetuning"_s, u"finetuning.deleteModel"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Delete a fine-tuned model"), inObjectMenu},
        {"x6", "POST", "/fine_tuning/alpha/graders/run", "fine_tuning.alpha.graders.run", u"evals"_s, u"evals.new"_s,
         QT_TRANSLATE_NOOP("ApiOperation", "Try a grader"), trial},
        {"x7", "POST", "/fine_tuning/alpha/graders/validate", "fine_tuning.alpha.graders.validate", {}, {},
         QT_TRANSLATE_NOOP("ApiOperation", "Check a grader"), inObjectMenu},
    };
}
// clang-format on

QByteArrayList segmentsOf(const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    return (query < 0 ? target : target.left(query)).split('/');
}

bool isId(const QByteArray &segment)
{
    return segment.startsWith('{');
}

bool fits(const QByteArrayList &wanted, const QByteArrayList &called)
{
    if (wanted.size() != called.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (isId(wanted.at(i)) ? called.at(i).isEmpty() : wanted.at(i) != called.at(i))
            return false;
    }
    return true;
}

} // namespace

QString ApiOperation::titleText() const
{
    return QCoreApplication::translate(context, title);
}

QString ApiOperation::placeText() const
{
    return *place ? QCoreApplication::translate(context, place)
                  : QCoreApplication::translate(context, QT_TRANSLATE_NOOP("ApiOperation", "Object menu"));
}

bool ApiOperation::matches(const QByteArray &calledMethod, const QByteArray &target) const
{
    return method == calledMethod && fits(path.split('/'), segmentsOf(target));
}

QStringList ApiOperation::idsIn(const QByteArray &target) const
{
    QStringList ids;
    const QByteArrayList wanted = path.split('/');
    const QByteArrayList called = segmentsOf(target);
    for (qsizetype i = 0; i < std::min(wanted.size(), called.size()); ++i) {
        if (isId(wanted.at(i)))
            ids << QString::fromUtf8(QByteArray::fromPercentEncoding(called.at(i)));
    }
    return ids;
}

const QList<ApiOperation> &apiOperations()
{
    static const QList<ApiOperation> operations = makeOperations();
    return operations;
}

const ApiOperation *apiOperationOf(const QByteArray &method, const QByteArray &target)
{
    struct Shape
    {
        QByteArrayList segments;
        const ApiOperation *operation;
    };
    // By method and number of segments: a list of a hundred thousand calls asks for each.
    static const QHash<QPair<QByteArray, qsizetype>, QList<Shape>> shapes = [] {
        QHash<QPair<QByteArray, qsizetype>, QList<Shape>> made;
        for (const ApiOperation &operation : apiOperations()) {
            const QByteArrayList segments = operation.path.split('/');
            made[{operation.method, segments.size()}].append({segments, &operation});
        }
        return made;
    }();
    const QByteArrayList called = segmentsOf(target);
    const auto found = shapes.constFind({method, called.size()});
    if (found == shapes.cend())
        return nullptr;
    for (const Shape &shape : *found) {
        if (fits(shape.segments, called))
            return shape.operation;
    }
    return nullptr;
}

} // namespace odc
