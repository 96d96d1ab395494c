// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditmodel.h"

#include "api/operationtable.h"
#include "base/background.h"
#include "base/format.h"
#include "lists/textorder.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;
/// So many rows come in one turn of the event loop.
constexpr size_t atOnce = 4000;
constexpr int showAfterMs = 100;

/// Nothing was left to delete: what was wanted is so. An attempt before this one may have done it, or somebody else.
bool wasGone(const AuditEntry &entry)
{
    const ApiError &error = entry.call.error; // in the API's own words: a page of something else at this address says nothing
    return entry.outcome == AuditEntry::Outcome::Failed && entry.call.method == "DELETE" && entry.call.status == 404
        && error.rawBody.isEmpty() && !error.message.isEmpty();
}

QString resultWord(const AuditEntry &entry)
{
    if (entry.isRunning())
        return u"running"_s;
    if (wasGone(entry))
        return u"gone"_s;
    switch (entry.outcome) {
    case AuditEntry::Outcome::Done:
        return u"done"_s;
    case AuditEntry::Outcome::Failed:
        return u"failed"_s;
    case AuditEntry::Outcome::Unknown:
        break;
    }
    return u"unknown"_s;
}

/// What the request itself calls the object that it makes.
QString nameInRequest(const LoggedCall &call)
{
    for (const auto &[field, value] : call.formFields) {
        if (field == "file"_L1 && value.startsWith(u'@'))
            return value.mid(1);
    }
    if (call.jsonBody.isEmpty())
        return {};
    const QJsonObject body = QJsonDocument::fromJson(call.jsonBody).object();
    for (const auto key : {"name"_L1, "filename"_L1, "suffix"_L1}) {
        if (const QString name = body[key].toString(); !name.isEmpty())
            return name;
    }
    return body["metadata"_L1]["name"_L1].toString();
}

} // namespace

AuditModel::AuditModel(AuditLog &log, QObject *parent) : RowModelBase(parent)
{
    setColumns({{"what"_ba, tr("What"), ColumnType::Text, 170, true},
                {"name"_ba, tr("Name"), ColumnType::Text, 150, true},
                {"object"_ba, tr("Object"), ColumnType::Id, 140, true},
                {"result"_ba, tr("Result"), ColumnType::State, 100, true},
                {"when"_ba, tr("When"), ColumnType::Time, 176, true},
                {"status"_ba, tr("HTTP status"), ColumnType::Number, 108, true},
                {"duration"_ba, tr("Duration"), ColumnType::Number, 84, true},
                {"request_id"_ba, tr("Request ID"), ColumnType::Id, 150, true},
                {"attempt"_ba, tr("Attempt"), ColumnType::Number, 88, true},
                {"profile"_ba, tr("Profile"), ColumnType::Text, 110, false},
                {"operation"_ba, tr("Operation"), ColumnType::Text, 180, false},
                {"area"_ba, tr("Area"), ColumnType::Text, 90, false},
                {"method"_ba, tr("Method"), ColumnType::Text, 76, false},
                {"path"_ba, tr("Path"), ColumnType::Text, 220, false},
                {"error"_ba, tr("Error"), ColumnType::Text, 220, false},
                {"made"_ba, tr("Made ID", "of what a call made"), ColumnType::Id, 140, false}});
    m_news = new QTimer(this);
    m_news->setSingleShot(true);
    m_news->setInterval(showAfterMs);
    connect(m_news, &QTimer::timeout, this, &AuditModel::showNews);
    connect(&log, &AuditLog::added, this, [this](const AuditEntry &entry) {
        m_fresh.push_back(makeRow(entry));
        if (!m_news->isActive())
            m_news->start();
    });
    connect(&log, &AuditLog::changed, this, [this](const AuditEntry &entry) {
        m_late.insert(entry.serial, entry);
        if (!m_news->isActive())
            m_news->start();
    });
    setLoadState(LoadState::Loading);
    log.read(this, [this](const QList<AuditEntry> &entries) {
        const auto work = [entries] {
            auto rows = std::make_shared<std::vector<Row>>();
            rows->reserve(size_t(entries.size()));
            for (const AuditEntry &entry : entries)
                rows->push_back(makeRow(entry));
            return rows;
        };
        inBackground(
            this, work, [this](const std::shared_ptr<std::vector<Row>> &rows) { take(std::move(*rows)); },
            longWorkPool());
    });
}

AuditModel::Row AuditModel::makeRow(const AuditEntry &entry)
{
    Row row;
    row.operation = apiOperationOf(entry.call.method, entry.call.path.toUtf8());
    if (row.operation) {
        row.what = row.operation->titleText();
        if (const QStringList ids = row.operation->idsIn(entry.call.path.toUtf8()); !ids.isEmpty())
            row.objectId = ids.last();
    } else {
        row.what = QString::fromLatin1(entry.call.method) + u' ' + entry.call.path;
    }
    row.name = entry.name.isEmpty() ? nameInRequest(entry.call) : entry.name;
    row.setEntry(entry);
    return row;
}

void AuditModel::Row::setEntry(const AuditEntry &now)
{
    entry = now;
    if (objectId.isEmpty())
        objectId = now.madeId; // known with the answer
}

void AuditModel::take(std::vector<Row> rows)
{
    m_waiting = std::move(rows);
    insertSome();
}

void AuditModel::insertSome()
{
    // The newest first: they are what is looked at.
    const size_t count = std::min(atOnce, m_waiting.size());
    std::vector<Row> some(std::make_move_iterator(m_waiting.end() - qsizetype(count)),
                          std::make_move_iterator(m_waiting.end()));
    m_waiting.resize(m_waiting.size() - count);
    append(std::move(some));
    if (!m_waiting.empty()) {
        QTimer::singleShot(0, this, &AuditModel::insertSome);
        return;
    }
    m_waiting.shrink_to_fit();
    setLoadState(LoadState::Ready);
}

void AuditModel::append(std::vector<Row> rows)
{
    std::erase_if(rows, [this](const Row &row) { return m_places.contains(row.entry.serial); });
    if (rows.empty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(rows.size()) - 1);
    for (Row &row : rows) {
        if (const auto late = m_late.constFind(row.entry.serial); late != m_late.cend()) {
            row.setEntry(*late);
            m_late.erase(late);
        }
        m_places.insert(row.entry.serial, int(m_rows.size()));
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
    Q_EMIT countChanged();
}

void AuditModel::showNews()
{
    append(std::exchange(m_fresh, {}));
    std::vector<int> changed;
    for (auto late = m_late.begin(); late != m_late.end();) {
        const int row = m_places.value(late.key(), -1);
        if (row >= 0) {
            m_rows[size_t(row)].setEntry(*late);
            changed.push_back(row);
        }
        // One that is still to be read waits for its row.
        if (row >= 0 || loadState() != LoadState::Loading)
            late = m_late.erase(late);
        else
            ++late;
    }
    std::sort(changed.begin(), changed.end());
    for (size_t from = 0; from < changed.size();) {
        size_t to = from;
        while (to + 1 < changed.size() && changed[to + 1] == changed[to] + 1)
            ++to;
        Q_EMIT dataChanged(index(changed[from], 0), index(changed[to], columnCount() - 1));
        from = to + 1;
    }
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString AuditModel::rowId(int row) const
{
    return QString::number(m_rows.at(size_t(row)).entry.serial);
}

int AuditModel::rowOf(const QString &id) const
{
    return m_places.value(id.toLongLong(), -1);
}

const AuditEntry *AuditModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows.at(size_t(row)).entry : nullptr;
}

const ApiOperation *AuditModel::operation(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(size_t(row)).operation : nullptr;
}

QString AuditModel::objectId(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(size_t(row)).objectId : QString();
}

QStringList AuditModel::ids(int row) const
{
    const ApiOperation *of = operation(row);
    if (!of)
        return {};
    QStringList ids = of->idsIn(entry(row)->call.path.toUtf8());
    if (!entry(row)->madeId.isEmpty())
        ids << entry(row)->madeId;
    return ids;
}

QString AuditModel::whatText(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(size_t(row)).what : QString();
}

QString AuditModel::resultText(const AuditEntry &entry)
{
    if (entry.isRunning())
        return tr("under way");
    if (wasGone(entry))
        return tr("already gone");
    switch (entry.outcome) {
    case AuditEntry::Outcome::Done:
        return tr("done");
    case AuditEntry::Outcome::Failed:
        return tr("failed");
    case AuditEntry::Outcome::Unknown:
        break;
    }
    return tr("not known");
}

Tone AuditModel::resultTone(const AuditEntry &entry)
{
    if (entry.isRunning())
        return Tone::Running;
    if (wasGone(entry))
        return Tone::None;
    switch (entry.outcome) {
    case AuditEntry::Outcome::Done:
        return Tone::Fine;
    case AuditEntry::Outcome::Failed:
        return Tone::Failed;
    case AuditEntry::Outcome::Unknown:
        break;
    }
    return Tone::Attention;
}

QString AuditModel::durationText(const AuditEntry &entry)
{
    // Of what was under way when the program ended nothing is known.
    const LoggedCall &call = entry.call;
    if (entry.isRunning() || (call.status == 0 && call.error.kind == ApiError::Kind::None))
        return {};
    return tr("%1 ms").arg(format::number(call.durationMs));
}

QString AuditModel::errorText(const AuditEntry &entry)
{
    const ApiError &error = entry.call.error;
    const QString headline = error.headline();
    return error.message.isEmpty() ? headline : headline + u": "_s + error.message;
}

QString AuditModel::displayText(const Row &row, Column column) const
{
    const LoggedCall &call = row.entry.call;
    switch (column) {
    case What:
        return row.what;
    case Name:
        return row.name;
    case Object:
        return row.objectId;
    case Result:
        return resultText(row.entry);
    case Time:
        return format::exactTime(row.entry.sentUnix);
    case Status:
        return call.status ? QString::number(call.status) : QString();
    case Duration:
        return durationText(row.entry);
    case RequestId:
        return call.requestId;
    case Attempt:
        return QString::number(call.attempt);
    case Profile:
        return row.entry.profile;
    case Operation:
        return row.operation ? QString::fromLatin1(row.operation->name) : QString();
    case Area:
        return row.operation ? row.operation->pageId : QString();
    case Method:
        return QString::fromLatin1(call.method);
    case Path:
        return call.path;
    case Error:
        return errorText(row.entry);
    case Made:
        return row.entry.madeId;
    }
    return {};
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows.at(size_t(index.row()));
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return format::oneLine(displayText(row, column));
    case Qt::ToolTipRole:
        if (column == Time)
            return format::exactTime(row.entry.sentUnix);
        return column == Error || column == Result
                   ? format::severalLines(row.entry.call.error.details(), tooltipLength)
                   : format::oneLine(displayText(row, column), tooltipLength);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SortRole:
        return rawValue(index.row(), index.column());
    case ToneRole:
        return column == Result ? QVariant(int(resultTone(row.entry))) : QVariant();
    case MonospaceRole:
        return column == RequestId || column == Object || column == Made;
    case ElideMiddleRole:
        return column == RequestId || column == Object || column == Made || column == Path;
    default:
        return {};
    }
}

QVariant AuditModel::rawValue(int row, int column) const
{
    const Row &at = m_rows.at(size_t(row));
    const LoggedCall &call = at.entry.call;
    switch (Column(column)) {
    case Time:
        return at.entry.sentUnix;
    case Status:
        return call.status ? QVariant(qint64(call.status)) : QVariant();
    case Duration:
        return durationText(at.entry).isEmpty() ? QVariant() : QVariant(call.durationMs);
    case Attempt:
        return qint64(call.attempt);
    case Result:
        return resultWord(at.entry);
    default:
        return displayText(at, Column(column));
    }
}

const QString *AuditModel::sortText(int column, int row) const
{
    const Row &at = m_rows.at(size_t(row));
    switch (Column(column)) {
    case What:
        return &at.what;
    case Name:
        return &at.name;
    case Object:
        return &at.objectId;
    case RequestId:
        return &at.entry.call.requestId;
    case Profile:
        return &at.entry.profile;
    case Path:
        return &at.entry.call.path;
    default:
        return nullptr;
    }
}

std::optional<RowModelBase::SortNumbers> AuditModel::sortNumbers(int column, int row) const
{
    const AuditEntry &entry = m_rows.at(size_t(row)).entry;
    switch (Column(column)) {
    case Time: // those of one second in the order in which they were sent
        return SortNumbers{double(entry.sentUnix), double(entry.serial), 0};
    case Status:
        return SortNumbers{double(entry.call.status), 0, 0};
    case Duration:
        return SortNumbers{double(entry.call.durationMs), 0, 0};
    case Attempt:
        return SortNumbers{double(entry.call.attempt), 0, 0};
    default:
        return std::nullopt;
    }
}

int AuditModel::compareRows(int column, int left, int right) const
{
    if (const auto a = sortNumbers(column, left)) {
        const auto b = sortNumbers(column, right);
        return *a < *b ? -1 : int(*b < *a);
    }
    if (const QString *a = sortText(column, left))
        return compareText(*a, *sortText(column, right));
    if (column == Result) {
        return order(int(resultTone(m_rows.at(size_t(left)).entry)),
                     int(resultTone(m_rows.at(size_t(right)).entry)));
    }
    return compareText(displayText(m_rows.at(size_t(left)), Column(column)),
                       displayText(m_rows.at(size_t(right)), Column(column)));
}

QJsonObject AuditModel::rowJson(int row) const
{
    const Row &at = m_rows.at(size_t(row));
    const LoggedCall &call = at.entry.call;
    QJsonObject object{{u"sent_at"_s, at.entry.sentUnix},
                       {u"operation"_s, displayText(at, Operation)},
                       {u"object_id"_s, at.objectId},
                       {u"name"_s, at.name},
                       {u"result"_s, resultWord(at.entry)},
                       {u"profile"_s, at.entry.profile},
                       {u"method"_s, QString::fromLatin1(call.method)},
                       {u"url"_s, QString::fromLatin1(call.url)},
                       {u"status"_s, call.status},
                       {u"duration_ms"_s, call.durationMs},
                       {u"attempt"_s, call.attempt},
                       {u"request_id"_s, call.requestId}};
    if (!at.entry.madeId.isEmpty())
        object.insert(u"made_id"_s, at.entry.madeId);
    if (!call.jsonBody.isEmpty()) {
        const QJsonDocument body = QJsonDocument::fromJson(call.jsonBody);
        object.insert(u"request"_s, body.isObject() ? QJsonValue(body.object())
                                                    : QJsonValue(QString::fromUtf8(call.jsonBody)));
    }
    if (!call.formFields.isEmpty()) {
        QJsonArray form;
        for (const auto &[name, value] : call.formFields)
            form.append(QJsonObject{{u"field"_s, name}, {u"value"_s, value}});
        object.insert(u"form"_s, form);
    }
    if (call.error.kind != ApiError::Kind::None)
        object.insert(u"error"_s, call.error.details());
    return object;
}

} // namespace odc
