// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchresultsmodel.h"

#include "base/background.h"
#include "base/format.h"
#include "lists/columnwidth.h"
#include "lists/textorder.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int cellLength = 180; // more than a cell can show
constexpr int keptRows = 200;   // a few screens
constexpr int wantedRows = 150; // what was scrolled past is not read any more

QVariant tokens(quint32 count)
{
    return count > 0 ? QVariant(qint64(count)) : QVariant();
}

} // namespace

BatchResultsModel::BatchResultsModel(QObject *parent) : RowModelBase(parent), m_cells(keptRows)
{
    buildColumns();
}

BatchResultsModel::~BatchResultsModel()
{
    // Nobody is told: whoever owns the list may be half gone itself.
    if (m_stopWork)
        *m_stopWork = true;
}

void BatchResultsModel::buildColumns()
{
    const auto text = [](const char *key, const QString &title, int width, bool shown = true) {
        ColumnInfo column{key, title, ColumnType::Text, width, shown};
        column.elsewhere = true;
        return column;
    };
    const int state = columnwidth::ofStates({tr("answered"), tr("no answer"), tr("cancelled")}, 0, 100, 150);
    ColumnInfo id{"custom_id", u"custom_id"_s, ColumnType::Id, 110};
    id.elsewhere = true;
    id.most = 220;
    ColumnInfo requestId{"request_id", u"request_id"_s, ColumnType::Id, 120, false};
    requestId.elsewhere = true;
    const auto figure = [](const char *key, const QString &title, bool shown) {
        return ColumnInfo{key, title, ColumnType::Number, columnwidth::of(title, 64, 110), shown};
    };
    ColumnInfo seconds = figure("seconds", tr("Seconds"), false);
    seconds.elsewhere = true;
    setColumns({id,
                {"status", tr("Result"), ColumnType::State, state},
                {"http", tr("HTTP"), ColumnType::Number, 60},
                text("request", tr("Request"), 220),
                text("answer", tr("Answer or error"), 240),
                figure("tokens", tr("Tokens"), true),
                figure("input_tokens", tr("Tokens in"), false),
                figure("output_tokens", tr("Tokens out"), false),
                seconds,
                figure("attempt", tr("Attempt"), true),
                figure("line", tr("Line"), false),
                requestId,
                {"error", tr("Error code"), ColumnType::Text, 120, false},
                {"note", tr("Note"), ColumnType::State, 130, true}});
}

bool BatchResultsModel::isText(int column)
{
    return column == CustomId || column == Request || column == Answer || column == RequestId ||
           column == Seconds;
}

BatchPlace BatchResultsModel::placeOf(int column)
{
    switch (column) {
    case CustomId:
        return BatchPlace::CustomId;
    case Request:
        return BatchPlace::Request;
    case Answer:
        return BatchPlace::Answer;
    case RequestId:
        return BatchPlace::RequestId;
    default:
        return BatchPlace::Anywhere;
    }
}

void BatchResultsModel::forget()
{
    ++m_round;
    m_cells.clear();
    m_wanted.clear();
    m_ranks.clear();
    m_rankColumn = -1;
    if (std::exchange(m_ranking, false))
        Q_EMIT rankingChanged();
    stopSearch();
    m_searches.clear();
}

void BatchResultsModel::setResults(std::shared_ptr<const BatchResults> results)
{
    const QList<Search> searches = m_searches;
    forget();
    const int before = rowCount();
    const int after = int(results->rows.size());
    const int common = std::min(before, after);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_results = std::move(results);
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_results = std::move(results);
        endInsertRows();
    } else {
        m_results = std::move(results);
    }
    if (common > 0)
        Q_EMIT dataChanged(index(0, 0), index(common - 1, ColumnCount - 1));
    setLoadState(LoadState::Ready);
    Q_EMIT countChanged();
    searchAnew(searches);
    aboutToSort(m_sortColumn);
}

void BatchResultsModel::clearResults(LoadState state, const ApiError &error)
{
    forget();
    beginResetModel();
    m_results.reset();
    endResetModel();
    setLoadState(state, error);
    Q_EMIT countChanged();
}

void BatchResultsModel::setAwaiting(bool awaiting)
{
    if (std::exchange(m_awaiting, awaiting) != awaiting && rowCount() > 0)
        Q_EMIT dataChanged(index(0, Status), index(rowCount() - 1, Status), {Qt::DisplayRole, ToneRole});
}

int BatchResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_results ? 0 : int(m_results->rows.size());
}

QString BatchResultsModel::rowId(int row) const
{
    return row >= 0 && row < rowCount() ? QString::number(row) : QString();
}

int BatchResultsModel::rowOf(const QString &id) const
{
    bool ok = false;
    const int row = id.toInt(&ok);
    return ok && row >= 0 && row < rowCount() ? row : -1;
}

QString BatchResultsModel::stateWord(BatchRowState state)
{
    switch (state) {
    case BatchRowState::Answered:
        return u"answered"_s;
    case BatchRowState::Failed:
        return u"failed"_s;
    case BatchRowState::Expired:
        return u"expired"_s;
    case BatchRowState::Cancelled:
        return u"cancelled"_s;
    case BatchRowState::Missing:
        break;
    }
    return u"missing"_s;
}

QString BatchResultsModel::stateText(BatchRowState state)
{
    switch (state) {
    case BatchRowState::Answered:
        return tr("answered");
    case BatchRowState::Failed:
        return tr("failed");
    case BatchRowState::Expired:
        return tr("expired");
    case BatchRowState::Cancelled:
        return tr("cancelled");
    case BatchRowState::Missing:
        break;
    }
    return tr("no answer");
}

Tone BatchResultsModel::stateTone(BatchRowState state)
{
    switch (state) {
    case BatchRowState::Answered:
        return Tone::Fine;
    case BatchRowState::Failed:
        return Tone::Failed;
    default:
        return Tone::Attention;
    }
}

QString BatchResultsModel::errorTitle(const BatchErrorKind &kind)
{
    if (kind.isOthers)
        return tr("other kinds");
    if (kind.code == "batch_expired"_L1)
        return stateText(BatchRowState::Expired);
    if (kind.code == "batch_cancelled"_L1)
        return stateText(BatchRowState::Cancelled);
    const QString code = format::oneLine(kind.code, 60);
    if (kind.httpStatus == 0)
        return code.isEmpty() ? tr("an error without a name") : code;
    return code.isEmpty() ? QString::number(kind.httpStatus) : QString::number(kind.httpStatus) + u' ' + code;
}

QString BatchResultsModel::noteWord(int row) const
{
    const BatchRow &of = this->row(row);
    if (of.isDuplicate)
        return u"duplicate"_s;
    return !of.input.isThere() && !m_results->input.isEmpty() ? u"stray"_s : QString();
}

QVariant BatchResultsModel::rawValue(int row, int column) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const BatchRow &of = this->row(row);
    const BatchCells *known = isText(column) ? m_cells.object(row) : nullptr;
    switch (column) {
    case CustomId:
        return known ? QVariant(known->customId) : QVariant();
    case Status:
        return stateWord(of.state);
    case Http:
        return of.httpStatus > 0 ? QVariant(qint64(of.httpStatus)) : QVariant();
    case Request:
        return known ? QVariant(known->request) : QVariant();
    case Answer:
        return known ? QVariant(known->answer) : QVariant();
    case Tokens:
        return tokens(of.inputTokens + of.outputTokens);
    case InputTokens:
        return tokens(of.inputTokens);
    case OutputTokens:
        return tokens(of.outputTokens);
    case Seconds:
        return known && known->seconds ? QVariant(*known->seconds) : QVariant();
    case Attempt:
        return of.answer.isThere() ? QVariant(qint64(m_results->files.at(of.file).attempt) + 1) : QVariant();
    case Line: {
        const qint64 line = m_results->inputLineNumber(size_t(row));
        return line > 0 ? QVariant(line) : QVariant();
    }
    case RequestId:
        return known ? QVariant(known->requestId) : QVariant();
    case Error:
        return of.error > 0 ? QVariant(m_results->errorCode(of)) : QVariant();
    case Note:
        return noteWord(row);
    default:
        return {};
    }
}

QVariant BatchResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= ColumnCount)
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        if (isText(column) && !cells(row))
            return u"…"_s;
        const QVariant value = rawValue(row, column);
        if (column == Status)
            return isAwaited(row) ? tr("to come") : stateText(this->row(row).state);
        if (column == Note) {
            const QString word = value.toString();
            return word == "duplicate"_L1 ? tr("answered twice")
                   : word == "stray"_L1   ? tr("nobody asked for it")
                                          : word;
        }
        if (column == Error && m_results->errors.at(this->row(row).error).isOthers)
            return tr("other kinds");
        if (column == Http || column == Attempt || column == Line)
            return value.isValid() ? value.toString() : u"–"_s;
        if (column == Seconds)
            return value.isValid() ? QLocale().toString(value.toDouble(), 'f', 0) : QString();
        if (columns().at(column).type == ColumnType::Number)
            return value.isValid() ? format::number(value.toLongLong()) : QString();
        return format::oneLine(value.toString(), cellLength);
    }
    case ToneRole:
        if (column == Status)
            return int(isAwaited(row) ? Tone::Running : stateTone(this->row(row).state));
        if (column == Note && !noteWord(row).isEmpty())
            return int(Tone::Attention);
        return {};
    case FailureTextRole:
        return column == Answer && this->row(row).state != BatchRowState::Answered &&
               this->row(row).answer.isThere();
    case Qt::ToolTipRole:
        if (column == Status && this->row(row).error > 0)
            return format::severalLines(m_results->errors.at(this->row(row).error).message);
        return {};
    case SortRole:
        return rawValue(row, column);
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case MonospaceRole:
    case ElideMiddleRole:
        return columns().at(column).type == ColumnType::Id;
    default:
        return {};
    }
}

const BatchCells *BatchResultsModel::cells(int row) const
{
    if (const BatchCells *known = m_cells.object(row))
        return known;
    if (!m_wanted.contains(row)) {
        m_wanted.append(row);
        if (m_wanted.size() > wantedRows)
            m_wanted.removeFirst();
    }
    if (!std::exchange(m_readSoon, true)) {
        auto *self = const_cast<BatchResultsModel *>(this); // asking for a cell is what makes it come
        QTimer::singleShot(0, self, [self] {
            self->m_readSoon = false;
            self->readWanted();
        });
    }
    return nullptr;
}

void BatchResultsModel::readWanted()
{
    if (m_reading || m_wanted.isEmpty() || !m_results)
        return;
    m_reading = true;
    inBackground(
        this,
        [results = m_results, rows = std::exchange(m_wanted, {})] {
            BatchTextReader reader(results);
            std::vector<std::pair<int, BatchCells>> read;
            for (const int row : rows)
                read.emplace_back(row, reader.cells(results->rows[size_t(row)], cellLength));
            return read;
        },
        [this, round = m_round](const std::vector<std::pair<int, BatchCells>> &read) {
            m_reading = false;
            if (round == m_round)
                take(read);
            readWanted();
        });
}

void BatchResultsModel::take(const std::vector<std::pair<int, BatchCells>> &read)
{
    std::vector<int> rows;
    for (const auto &[row, cells] : read) {
        m_cells.insert(row, new BatchCells(cells));
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    for (size_t i = 0; i < rows.size();) {
        size_t j = i + 1;
        while (j < rows.size() && rows[j] == rows[j - 1] + 1)
            ++j;
        // The roles say that only what is painted is another: no filter and no order depends on it.
        Q_EMIT dataChanged(index(rows[i], 0), index(rows[j - 1], ColumnCount - 1), {Qt::DisplayRole});
        i = j;
    }
}

double BatchResultsModel::number(int column, int row) const
{
    if (isText(column))
        return column == m_rankColumn ? double(m_ranks[size_t(row)]) : 0;
    const BatchRow &of = this->row(row);
    if (column == Status)
        return of.state == BatchRowState::Answered ? 9 : double(of.state);
    if (column == Error)
        return of.error;
    if (column == Note)
        return of.isDuplicate ? 0 : noteWord(row).isEmpty() ? 2 : 1;
    const QVariant value = rawValue(row, column);
    return value.isValid() ? value.toDouble() : -1;
}

std::optional<RowModelBase::SortNumbers> BatchResultsModel::sortNumbers(int column, int row) const
{
    return SortNumbers{number(column, row), double(row), 0};
}

int BatchResultsModel::compareRows(int column, int left, int right) const
{
    if (const int by = order(number(column, left), number(column, right)); by != 0)
        return by;
    return order(left, right);
}

} // namespace odc
