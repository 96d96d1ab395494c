// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultswords.h"

#include "base/format.h"
#include "jsonl/batchjoin.h"
#include "lists/batchesmodel.h"
#include "lists/batchresultsmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBars = 8;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ResultsPane)
};

bool isRunning(const QList<BatchObject> &chain)
{
    return !chain.isEmpty() && !chain.last().isFinished();
}

/// The filter that shows what ended with this error.
QString termsOf(const BatchErrorKind &kind)
{
    if (kind.isOthers)
        return u"error=\"%1\""_s.arg(otherKindsWord);
    if (kind.code == "batch_expired"_L1)
        return u"status=expired"_s;
    if (kind.code == "batch_cancelled"_L1)
        return u"status=cancelled"_s;
    const QString http = kind.httpStatus > 0 ? u"http=%1"_s.arg(kind.httpStatus) : u"http:none"_s;
    QString code = kind.code;
    code.remove(u'"');
    return code.isEmpty() ? u"status=failed "_s + http : u"error=\"%1\" %2"_s.arg(code, http);
}

} // namespace

ListTexts resultsTexts(ResultsLack lack, const QList<BatchObject> &chain, bool archived)
{
    ListTexts texts;
    texts.icon = Icon::Batches;
    texts.thingsName = Tr::tr("Requests of the batch");
    texts.filterExample = Tr::tr("Filter requests");
    texts.unavailable = Tr::tr("This server does not hand out the files of batches.");
    switch (lack) {
    case ResultsLack::Nothing:
        texts.emptySentence = Tr::tr("There are no requests.");
        texts.emptyHint = Tr::tr("The files of this batch are empty.");
        break;
    case ResultsLack::Refused:
        texts.emptySentence =
            Tr::tr("The service refused the input file of this batch: none of its requests was run.");
        texts.emptyHint = chain.first().errors.isEmpty()
                              ? Tr::tr("Its details say why.")
                              : format::oneLine(chain.first().errors.first().message, 200);
        break;
    case ResultsLack::NotYet:
        texts.emptySentence = archived ? Tr::tr("This batch had no results when it was archived.")
                                       : Tr::tr("This batch has no results yet.");
        texts.emptyHint = archived ? Tr::tr("It had not ended then.")
                                   : Tr::tr("The service writes them when the batch has ended.");
        break;
    case ResultsLack::Gone:
        texts.emptySentence = Tr::tr("The files of this batch are gone.");
        texts.emptyHint = Tr::tr("They were deleted, or the service does not hand them out.");
        break;
    case ResultsLack::Stopped:
        texts.emptySentence = Tr::tr("Loading was stopped.");
        texts.emptyHint = Tr::tr("What came is kept: loading again goes on from there.");
        break;
    }
    return texts;
}

QString missingKey()
{
    return u"missing"_s;
}

std::optional<Message> missingMessage(const QList<BatchFiles::Missing> &missing, const BatchResults *results,
                                      const QList<BatchObject> &chain, bool archived)
{
    Message message;
    message.key = missingKey();
    message.kind = Message::Kind::Warning;
    QStringList sentences;
    for (const BatchFiles::Missing &file : missing) {
        const bool gone = file.isGone();
        const int attempt = file.attempt + 1;
        switch (file.role) {
        case BatchFiles::Role::Input:
            sentences << (gone ? Tr::tr("The file with the requests was deleted: only answers can be shown.")
                               : Tr::tr("The service does not hand out the file with the requests: only "
                                        "answers can be shown."));
            break;
        case BatchFiles::Role::Output:
            sentences << (gone
                              ? Tr::tr(
                                    "The output file of attempt %1 was deleted: its answers cannot be shown.")
                                    .arg(attempt)
                              : Tr::tr("The service does not hand out the output file of attempt %1.")
                                    .arg(attempt));
            break;
        case BatchFiles::Role::Errors:
            sentences
                << (gone
                        ? Tr::tr("The error file of attempt %1 was deleted: why its requests failed cannot "
                                 "be shown.")
                              .arg(attempt)
                        : Tr::tr("The service does not hand out the error file of attempt %1.").arg(attempt));
            break;
        }
        message.details += file.fileId + u'\n' + file.error.details() + u'\n';
    }
    if (results && results->unreadable > 0)
        sentences << Tr::tr("%Ln line(s) of the answers cannot be read.", nullptr, int(results->unreadable));
    if (sentences.isEmpty() && results && isRunning(chain) && chain.size() == 1) {
        message.kind = Message::Kind::Info;
        sentences << (archived
                          ? Tr::tr(
                                "The batch had not ended when it was archived: the archive has its requests, "
                                "and no answers.")
                          : Tr::tr("The batch is still running. The service writes its answers when it has "
                                   "ended; so far there are its requests."));
    }
    message.text = sentences.join(u' ');
    return message.text.isEmpty() ? std::nullopt : std::optional(message);
}

QList<ListPane::Facet> resultsFacets(const BatchResults &results)
{
    ListPane::Facet status{u"status"_s, Tr::tr("result: any"), {}};
    for (const BatchRowState state : {BatchRowState::Answered, BatchRowState::Failed, BatchRowState::Expired,
                                      BatchRowState::Cancelled, BatchRowState::Missing}) {
        if (results.count(state) > 0)
            status.choices.append({Tr::tr("result: %1").arg(BatchResultsModel::stateText(state)),
                                   u"status="_s + BatchResultsModel::stateWord(state)});
    }
    if (results.count(BatchRowState::Answered) > 0 && status.choices.size() > 2)
        status.choices.append({Tr::tr("result: not answered"), u"-status=answered"_s});
    ListPane::Facet note{u"note"_s, Tr::tr("note: any"), {}};
    if (results.duplicates > 0)
        note.choices.append({Tr::tr("answered twice"), u"note=duplicate"_s});
    if (results.strays > 0)
        note.choices.append({Tr::tr("nobody asked for it"), u"note=stray"_s});
    return {status, note};
}

QList<FigureBars::Row> errorBars(const BatchResults &results, const QList<BatchObject> &chain)
{
    QList<FigureBars::Row> errors;
    QList<BatchErrorKind> kinds = results.errors.mid(1);
    kinds.removeIf([](const BatchErrorKind &kind) { return kind.count == 0; });
    std::stable_sort(kinds.begin(), kinds.end(), [](const BatchErrorKind &left, const BatchErrorKind &right) {
        return left.count > right.count;
    });
    const double most = double(std::max({qint64(1), kinds.isEmpty() ? 0 : kinds.first().count,
                                         isRunning(chain) ? 0 : results.count(BatchRowState::Missing)}));
    const auto bar = [most](qint64 count) {
        CellProgress progress;
        progress.done = progress.failed = double(count) / most;
        return progress;
    };
    for (const BatchErrorKind &kind : std::as_const(kinds).first(std::min<qsizetype>(mostBars, kinds.size())))
        errors.append({termsOf(kind), BatchResultsModel::errorTitle(kind), format::number(kind.count),
                       bar(kind.count), format::severalLines(kind.message)});
    if (const qint64 count = results.count(BatchRowState::Missing); count > 0 && !isRunning(chain))
        errors.append({u"status=missing"_s, BatchResultsModel::stateText(BatchRowState::Missing),
                       format::number(count), bar(count)});
    if (kinds.size() > mostBars)
        errors.append(
            {u"status=failed"_s, Tr::tr("%Ln more kind(s)", nullptr, int(kinds.size() - mostBars)), {}, {}});
    return errors;
}

QList<FigureBars::Row> attemptBars(const BatchResults &results, const QList<BatchObject> &chain)
{
    QList<FigureBars::Row> attempts;
    std::vector<qint64> answered(size_t(chain.size()), 0);
    for (const BatchRow &row : results.rows) {
        if (row.state == BatchRowState::Answered &&
            size_t(results.files.at(row.file).attempt) < answered.size())
            ++answered[size_t(results.files.at(row.file).attempt)];
    }
    qint64 left = qint64(results.rows.size());
    for (int attempt = 0; attempt < chain.size(); ++attempt) {
        const BatchObject &batch = chain.at(attempt);
        const qint64 count = answered[size_t(attempt)];
        CellProgress progress;
        // Nothing of one that runs is in a file: it is shown by what the service counts.
        const qint64 done = batch.isFinished() ? count : batch.counts.ended();
        progress.done = left > 0 ? double(done) / double(left) : 0;
        progress.tone = batch.isFinished() ? Tone::Fine : Tone::Running;
        //: answered of those that were sent: "11,588 of 12,000"
        const QString figure = Tr::tr("%1 of %2").arg(format::number(done), format::number(left));
        attempts.append({u"attempt=%1 status=answered"_s.arg(attempt + 1),
                         Tr::tr("Attempt %1").arg(attempt + 1), figure, progress,
                         batch.id + u'\n' + BatchesModel::statusText(batch)});
        left -= count;
    }
    return attempts;
}

} // namespace odc
