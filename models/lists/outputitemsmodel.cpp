// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputitemsmodel.h"

#include "api/session.h"
#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/columnwidth.h"
#include "lists/textorder.h"

#include <QLocale>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 100;
constexpr int tooltipLength = 1000;

QString scoreText(double score)
{
    const bool isWhole = std::abs(score - std::round(score)) < 1e-9;
    return QLocale().toString(score, 'f', isWhole ? 0 : 2);
}

/// What worst comes first is what a person looks for.
int rank(const EvalOutputItem &item)
{
    switch (item.verdict()) {
    case EvalOutputItem::Verdict::Errored:
        return 0;
    case EvalOutputItem::Verdict::Failed:
        return 1;
    case EvalOutputItem::Verdict::Unknown:
        return 2;
    case EvalOutputItem::Verdict::Passed:
        return 3;
    }
    return 2;
}

} // namespace

OutputItemsModel::OutputItemsModel(Session &session, const QString &marksFolder, QObject *parent)
    : PagedModel(parent), m_session(session), m_marksFolder(marksFolder)
{
    setUpColumns();
}

OutputItemsModel::~OutputItemsModel() = default;

void OutputItemsModel::setUpColumns()
{
    const int number = columnwidth::of(tr("Item"), 82 - columnwidth::arrow, 110) + columnwidth::arrow; // "◆ 10,000"
    const int verdict = columnwidth::ofStates({tr("pass"), tr("fail"), tr("error")}, 0, 80, 150);
    const int grade = columnwidth::ofStates({tr("pass"), tr("fail")}, 5, 104, 190);
    QList<ColumnInfo> columns{{"item"_ba, tr("Item"), ColumnType::Number, number, true, false, number},
                              {"verdict"_ba, tr("Verdict"), ColumnType::State, verdict, true},
                              {"input"_ba, tr("Input"), ColumnType::Text, 174, true},
                              {"output"_ba, tr("Output"), ColumnType::Text, 130, true},
                              {"expected"_ba, tr("Expected"), ColumnType::Text, 116, true}};
    for (const Criterion &criterion : m_shape.criteria) {
        columns.append({criterion.key, criterion.name, ColumnType::State, grade, true});
        columns.append({criterion.key + "_score", tr("%1, score").arg(criterion.name), ColumnType::Number, 90, false});
    }
    columns += QList<ColumnInfo>{{"mark"_ba, tr("Mark"), ColumnType::State, 86, false},
                                 {"note"_ba, tr("Note"), ColumnType::Text, 120, true},
                                 {"tokens"_ba, tr("Tokens"), ColumnType::Number, 76, true},
                                 {"model"_ba, tr("Model"), ColumnType::Text, 130, false},
                                 {"finish_reason"_ba, tr("Finish reason"), ColumnType::Text, 104, false},
                                 {"score"_ba, tr("Lowest score"), ColumnType::Number, 96, false},
                                 {"id"_ba, tr("ID"), ColumnType::Id, 140, false}};
    beginResetModel();
    setColumns(columns);
    endResetModel();
}

void OutputItemsModel::setRun(const EvalObject &eval, const EvalRun &run)
{
    const bool sameRun = run.id == m_run.id && eval.id == m_eval.id;
    const bool otherColumns = !(eval == m_eval);
    m_run = run;
    if (sameRun && !otherColumns)
        return;
    clearRun();
    m_run = run;
    if (!m_marks || eval.id != m_eval.id) {
        m_marks = std::make_unique<EvalMarks>(m_marksFolder, eval.id);
        connect(m_marks.get(), &EvalMarks::saveFailed, this, &OutputItemsModel::marksNotSaved);
    }
    m_eval = eval;
    m_shape = OutputItemShape(eval, {"item"_ba, "verdict"_ba, "input"_ba, "output"_ba, "expected"_ba, "mark"_ba, "note"_ba,
                                     "tokens"_ba, "model"_ba, "finish_reason"_ba, "score"_ba, "id"_ba});
    if (otherColumns)
        setUpColumns();
}

void OutputItemsModel::clearRun()
{
    ++m_round;
    PagedModel::stop();
    m_tail.stop();
    m_run = {};
    m_words.clear();
    setRefreshedAt(0);
    setLoadState(LoadState::Idle);
    // Taking ten thousand objects apart takes several frames: the pool does it.
    QThreadPool::globalInstance()->start([rows = items()] { });
    clear();
}

void OutputItemsModel::refresh()
{
    if (m_run.id.isEmpty() || PagedModel::isWalking())
        return;
    ++m_round;
    m_tail.stop(); // the walk brings that, too
    PagedModel::refresh();
}

void OutputItemsModel::refreshTail()
{
    if (m_run.id.isEmpty() || isWalking())
        return;
    if (items().isEmpty() || loadState() != LoadState::Ready) {
        refresh();
        return;
    }
    ++m_round;
    Pager<OutputItemRow>::Events events;
    events.page = [this](const QList<OutputItemRow> &rows) { merge(rows); };
    events.finished = [this] {
        setRefreshedAt(nowUnix());
        Q_EMIT loadStateChanged();
    };
    // The last item may be gone: then the whole list is what helps.
    events.failed = [this](const ApiError &) { refresh(); };
    m_tail.start(fetchAfter(items().last().id, true), std::move(events));
}

void OutputItemsModel::stop()
{
    ++m_round;
    m_tail.stop();
    PagedModel::stop();
}

bool OutputItemsModel::isWalking() const
{
    return PagedModel::isWalking() || m_tail.isRunning();
}

OutputItemsModel::Fetch OutputItemsModel::pageFetch()
{
    return fetchAfter({}, false);
}

OutputItemsModel::Fetch OutputItemsModel::fetchAfter(const QString &start, bool background)
{
    return [this, start, background, round = m_round](const QString &after,
                                                      std::function<void(Result<Page<OutputItemRow>>)> done) {
        EvalListQuery query;
        query.limit = pageSize;
        query.after = after.isEmpty() ? start : after;
        query.background = background;
        const auto take = [this, round, done = std::move(done)](Result<Page<EvalOutputItem>> page) {
            if (!page) {
                done(failure(page.error()));
                return;
            }
            const auto work = [items = std::move(page->items), shape = m_shape] {
                QList<OutputItemRow> rows;
                rows.reserve(items.size());
                for (const EvalOutputItem &item : items)
                    rows.append(shape.rowOf(item));
                return rows;
            };
            inBackground(this, work, [this, round, done, more = page->hasMore, last = page->lastId](QList<OutputItemRow> rows) {
                if (round != m_round)
                    return;
                for (OutputItemRow &row : rows)
                    complete(row);
                done(Page<OutputItemRow>{std::move(rows), more, last});
            });
        };
        return m_session.evals().listOutputItems(m_eval.id, m_run.id, query, this, take);
    };
}

void OutputItemsModel::share(QString &word)
{
    word = *m_words.insert(word);
}

void OutputItemsModel::complete(OutputItemRow &row)
{
    // Words that are the same in each row are kept once: they were half of what a row took.
    for (QString *word : {&row.item.runId, &row.item.evalId, &row.item.status, &row.item.model, &row.item.finishReason})
        share(*word);
    for (EvalOutputItem::Grade &grade : row.item.grades) {
        share(grade.criterion);
        share(grade.type);
    }
    row.item.id = row.id;
    if (m_marks)
        row.mark = m_marks->mark(m_run.id, row.id);
}

void OutputItemsModel::putItem(const EvalOutputItem &item)
{
    if (item.runId != m_run.id && !item.runId.isEmpty())
        return;
    OutputItemRow row = m_shape.rowOf(item);
    complete(row);
    merge({row});
}

void OutputItemsModel::changeMarks(const QStringList &ids, const std::function<void(EvalMark &)> &change)
{
    if (!m_marks)
        return;
    std::vector<int> rows;
    EvalMarks::Marks marks;
    marks.reserve(ids.size());
    for (const QString &id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        EvalMark mark = items().at(row).mark;
        change(mark);
        if (mark == items().at(row).mark)
            continue;
        marks.insert(id, mark);
        rows.push_back(row);
    }
    if (rows.empty())
        return;
    m_marks->set(m_run.id, marks);
    changeRows(std::move(rows), [&change](OutputItemRow &row) { change(row.mark); });
}

void OutputItemsModel::setMarked(const QStringList &ids, bool marked)
{
    changeMarks(ids, [marked](EvalMark &mark) { mark.marked = marked; });
}

void OutputItemsModel::setNote(const QString &id, const QString &note)
{
    changeMarks({id}, [&note](EvalMark &mark) { mark.note = note; });
}

int OutputItemsModel::failures() const
{
    return int(std::count_if(items().begin(), items().end(), [](const OutputItemRow &row) { return row.isFailure(); }));
}

int OutputItemsModel::markedCount() const
{
    return int(std::count_if(items().begin(), items().end(), [](const OutputItemRow &row) { return row.mark.marked; }));
}

QString OutputItemsModel::verdictText(const EvalOutputItem &item)
{
    switch (item.verdict()) {
    case EvalOutputItem::Verdict::Passed:
        return tr("pass");
    case EvalOutputItem::Verdict::Failed:
        return tr("fail");
    case EvalOutputItem::Verdict::Errored:
        return tr("error");
    case EvalOutputItem::Verdict::Unknown:
        return item.status.isEmpty() ? tr("not graded") : item.status;
    }
    return item.status;
}

Tone OutputItemsModel::toneOf(const EvalOutputItem &item)
{
    switch (item.verdict()) {
    case EvalOutputItem::Verdict::Passed:
        return Tone::Fine;
    case EvalOutputItem::Verdict::Failed:
        return Tone::Failed;
    case EvalOutputItem::Verdict::Errored:
        return Tone::Attention;
    case EvalOutputItem::Verdict::Unknown:
        return Tone::Running;
    }
    return Tone::None;
}

QString OutputItemsModel::gradeText(const OutputItemRow::Grade &grade)
{
    if (grade.verdict == OutputItemRow::Grade::Verdict::None)
        return {};
    const bool passed = grade.verdict == OutputItemRow::Grade::Verdict::Passed;
    const QString word = passed ? tr("pass") : tr("fail");
    // 1 and 0 say no more than the word.
    if (!grade.score || *grade.score == (passed ? 1.0 : 0.0))
        return word;
    return tr("%1 %2", "verdict, score").arg(word, scoreText(*grade.score));
}

Tone OutputItemsModel::toneOf(const OutputItemRow::Grade &grade)
{
    switch (grade.verdict) {
    case OutputItemRow::Grade::Verdict::None:
        return Tone::None;
    case OutputItemRow::Grade::Verdict::Passed:
        return Tone::Fine;
    case OutputItemRow::Grade::Verdict::Failed:
        return Tone::Failed;
    }
    return Tone::None;
}

int OutputItemsModel::trailing(int column) const
{
    const int place = column - FirstCriterion - 2 * int(m_shape.criteria.size());
    return place >= 0 && place < TrailingCount ? place : -1;
}

std::pair<int, bool> OutputItemsModel::criterionAt(int column) const
{
    const int place = column - FirstCriterion;
    return {place / 2, place % 2 == 1};
}

QString OutputItemsModel::displayText(const OutputItemRow &row, int column) const
{
    switch (column) {
    case Item:
        return row.item.itemNumber < 0 ? u"–"_s : format::number(row.item.itemNumber);
    case Verdict:
        return verdictText(row.item);
    case Input:
        return row.input;
    case Output:
        return row.output.isEmpty() && !row.item.errorMessage.isEmpty() ? row.item.errorMessage : row.output;
    case Expected:
        return row.expected;
    default:
        break;
    }
    switch (trailing(column)) {
    case Mark:
        return row.mark.marked ? tr("marked") : QString();
    case Note:
        return row.mark.note;
    case Tokens:
        return row.item.totalTokens > 0 ? format::number(row.item.totalTokens) : QString();
    case Model:
        return row.item.model;
    case FinishReason:
        return row.item.finishReason;
    case LowestScore: {
        const auto lowest = row.lowestScore();
        return lowest ? scoreText(*lowest) : QString();
    }
    case Id:
        return row.id;
    default:
        break;
    }
    const auto [criterion, isScore] = criterionAt(column);
    const OutputItemRow::Grade grade = row.grades.value(criterion);
    if (isScore)
        return grade.score ? scoreText(*grade.score) : QString();
    return gradeText(grade);
}

QString OutputItemsModel::toolTip(const OutputItemRow &row, int column) const
{
    switch (column) {
    case Item:
        return row.id;
    case Verdict:
        return format::severalLines(row.item.errorMessage, tooltipLength);
    case Input:
        return format::severalLines(row.item.inputText(), tooltipLength);
    case Output:
        return format::severalLines(row.item.outputText(), tooltipLength);
    case Expected:
        return format::severalLines(expectedOf(row.item), tooltipLength);
    default:
        break;
    }
    if (trailing(column) >= 0)
        return {};
    const OutputItemRow::Grade grade = row.grades.value(criterionAt(column).first);
    return grade.score ? tr("score %1").arg(QLocale().toString(*grade.score, 'g', 12)) : QString();
}

QVariant OutputItemsModel::cell(const OutputItemRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::AccessibleTextRole:
        return column == Item && row.mark.marked ? tr("%1, marked").arg(displayText(row, column)) : displayText(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case ToneRole:
        break;
    default:
        return {};
    }
    if (column == Verdict)
        return int(toneOf(row.item));
    if (column == Item) // seen however narrow the list is
        return row.mark.marked ? QVariant(int(Tone::Attention)) : QVariant();
    if (column < FirstCriterion)
        return {};
    if (const int place = trailing(column); place >= 0)
        return place == Mark && row.mark.marked ? QVariant(int(Tone::Attention)) : QVariant();
    const auto [criterion, isScore] = criterionAt(column);
    return isScore ? QVariant() : QVariant(int(toneOf(row.grades.value(criterion))));
}

QVariant OutputItemsModel::raw(const OutputItemRow &row, int column) const
{
    const auto number = [](const std::optional<double> &value) { return value ? QVariant(*value) : QVariant(); };
    switch (column) {
    case Item:
        return row.item.itemNumber < 0 ? QVariant() : QVariant(row.item.itemNumber);
    case Verdict:
        return outputItemVerdict(row.item);
    case Input:
        return row.inputIsWhole ? row.input : row.item.inputText();
    case Output:
        return row.outputIsWhole ? row.output : row.item.outputText();
    case Expected:
        return row.expectedIsWhole ? row.expected : expectedOf(row.item);
    default:
        break;
    }
    switch (trailing(column)) {
    case Mark:
        return row.mark.marked ? u"marked"_s : QString();
    case Note:
        return row.mark.note;
    case Tokens:
        return row.item.totalTokens > 0 ? QVariant(row.item.totalTokens) : QVariant();
    case Model:
        return row.item.model;
    case FinishReason:
        return row.item.finishReason;
    case LowestScore:
        return number(row.lowestScore());
    case Id:
        return row.id;
    default:
        break;
    }
    const auto [criterion, isScore] = criterionAt(column);
    const OutputItemRow::Grade grade = row.grades.value(criterion);
    if (isScore)
        return number(grade.score);
    switch (grade.verdict) {
    case OutputItemRow::Grade::Verdict::None:
        return QString();
    case OutputItemRow::Grade::Verdict::Passed:
        return u"pass"_s;
    case OutputItemRow::Grade::Verdict::Failed:
        return u"fail"_s;
    }
    return {};
}

std::optional<OutputItemsModel::SortNumbers> OutputItemsModel::sortNumbersOf(const OutputItemRow &row,
                                                                             int column) const
{
    const auto number = double(row.item.itemNumber);
    // No score comes before any.
    const auto scored = [number](double place, const std::optional<double> &score) {
        return SortNumbers{place, score.value_or(-std::numeric_limits<double>::infinity()), number};
    };
    if (column == Item)
        return SortNumbers{number, 0, 0};
    if (column == Verdict)
        return SortNumbers{double(rank(row.item)), number, 0};
    if (column < FirstCriterion)
        return std::nullopt;
    switch (trailing(column)) {
    case Mark:
        return SortNumbers{row.mark.marked ? 1.0 : 0.0, number, 0};
    case Tokens:
        return SortNumbers{double(row.item.totalTokens), number, 0};
    case LowestScore:
        return scored(0, row.lowestScore());
    case Note:
    case Model:
    case FinishReason:
    case Id:
        return std::nullopt;
    default:
        break;
    }
    const auto [criterion, isScore] = criterionAt(column);
    const OutputItemRow::Grade &grade = row.grades.at(criterion);
    // None, failed, passed; within each by score.
    return scored(isScore ? 0 : double(grade.verdict), grade.score);
}

std::optional<OutputItemsModel::SortNumbers> OutputItemsModel::sortNumbers(int column, int row) const
{
    return sortNumbersOf(items().at(row), column);
}

int OutputItemsModel::compare(int column, const OutputItemRow &left, const OutputItemRow &right) const
{
    if (const auto numbers = sortNumbersOf(left, column))
        return order(*numbers, *sortNumbersOf(right, column));
    switch (column) {
    case Input:
        return compareText(left.input, right.input);
    case Output:
        return compareText(left.output, right.output);
    case Expected:
        return compareText(left.expected, right.expected);
    default:
        break;
    }
    switch (trailing(column)) {
    case Note:
        return compareText(left.mark.note, right.mark.note);
    case Model:
        return compareText(left.item.model, right.item.model);
    case FinishReason:
        return compareText(left.item.finishReason, right.item.finishReason);
    default:
        return left.id.compare(right.id);
    }
}

const QString *OutputItemsModel::sortText(int column, int row) const
{
    const OutputItemRow &item = items().at(row);
    switch (column) {
    case Input:
        return &item.input;
    case Output:
        return &item.output;
    case Expected:
        return &item.expected;
    default:
        break;
    }
    switch (trailing(column)) {
    case Note:
        return &item.mark.note;
    case Model:
        return &item.item.model;
    default:
        return nullptr;
    }
}

std::optional<bool> OutputItemsModel::mentions(int row, int column, const QByteArray &folded) const
{
    const OutputItemRow &item = items().at(row);
    const auto in = [&](int from, int to) {
        return QByteArrayView(item.words).sliced(from, to - from).contains(folded);
    };
    switch (column) {
    case -1:
        break;
    case Input:
        return in(0, item.outputAt);
    case Output:
        return in(item.outputAt, item.expectedAt);
    case Expected:
        return in(item.expectedAt, item.othersAt);
    default:
        return std::nullopt;
    }
    return item.words.contains(folded) || verdictText(item.item).toCaseFolded().toUtf8().contains(folded)
        || (!item.mark.note.isEmpty() && item.mark.note.toCaseFolded().toUtf8().contains(folded));
}

qint64 OutputItemsModel::nowUnix() const
{
    return m_session.clock().unixSeconds();
}

} // namespace odc
