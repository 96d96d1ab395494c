// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitymodel.h"

#include "api/session.h"
#include "base/format.h"
#include "base/requestlog.h"

#include <QDateTime>
#include <QJsonObject>
#include <QLocale>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooltipLength = 1000;

} // namespace

ActivityModel::ActivityModel(Session &session, QObject *parent) : RowModelBase(parent), m_log(session.requestLog())
{
    setColumns({{"time"_ba, tr("Time"), ColumnType::Time, 96, true},
                {"method"_ba, tr("Method"), ColumnType::Text, 84, true},
                {"path"_ba, tr("Path"), ColumnType::Text, 300, true},
                {"status"_ba, tr("Status"), ColumnType::State, 150, true},
                {"duration"_ba, tr("Duration"), ColumnType::Number, 90, true},
                {"sent"_ba, tr("Sent"), ColumnType::Bytes, 88, true},
                {"received"_ba, tr("Received"), ColumnType::Bytes, 104, true},
                {"attempt"_ba, tr("Attempt"), ColumnType::Number, 84, true},
                {"request_id"_ba, tr("Request ID"), ColumnType::Id, 150, true},
                {"error"_ba, tr("Error"), ColumnType::Text, 220, true}});
    m_rows = int(m_log.calls().size());
    m_firstSerial = m_rows ? m_log.calls().first().serial : 1;
    connect(&m_log, &RequestLog::added, this, [this] {
        beginInsertRows({}, m_rows, m_rows);
        if (m_rows == 0)
            m_firstSerial = m_log.calls().first().serial;
        ++m_rows;
        endInsertRows();
        Q_EMIT countChanged();
    });
    connect(&m_log, &RequestLog::changed, this, [this](qint64 serial) {
        const int row = int(serial - m_firstSerial);
        if (row >= 0 && row < m_rows)
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    });
    connect(&m_log, &RequestLog::trimmed, this, [this](int count) {
        beginRemoveRows({}, 0, count - 1);
        m_rows -= count;
        m_firstSerial += count;
        endRemoveRows();
    });
    connect(&m_log, &RequestLog::cleared, this, [this] {
        beginResetModel();
        m_rows = 0;
        endResetModel();
        Q_EMIT countChanged();
    });
}

const LoggedCall *ActivityModel::call(int row) const
{
    return row >= 0 && row < m_rows ? m_log.find(m_firstSerial + row) : nullptr;
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QString ActivityModel::rowId(int row) const
{
    return QString::number(m_firstSerial + row);
}

int ActivityModel::rowOf(const QString &id) const
{
    const qint64 row = id.toLongLong() - m_firstSerial;
    return row >= 0 && row < m_rows ? int(row) : -1;
}

QString ActivityModel::displayText(const LoggedCall &call, Column column) const
{
    switch (column) {
    case Time: // of this session: the day is in the tooltip
        return QLocale().toString(QDateTime::fromSecsSinceEpoch(call.startedUnix).time(), u"HH:mm:ss"_s);
    case Method:
        return QString::fromLatin1(call.method);
    case Path:
        return call.path;
    case Status:
        if (call.running)
            return tr("running");
        return call.status ? QString::number(call.status) : tr("no answer");
    case Duration:
        return call.running ? QString() : tr("%1 ms").arg(format::number(call.durationMs));
    case Sent:
        return call.bytesSent ? format::size(call.bytesSent) : QString();
    case Received:
        return call.bytesReceived ? format::size(call.bytesReceived) : QString();
    case Attempt:
        return QString::number(call.attempt);
    case RequestId:
        return call.requestId;
    case Error: {
        const QString headline = call.error.headline();
        return call.error.message.isEmpty() ? headline : headline + u": "_s + call.error.message;
    }
    }
    return {};
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    const LoggedCall *entry = index.isValid() ? call(index.row()) : nullptr;
    if (!entry)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return format::oneLine(displayText(*entry, column));
    case Qt::ToolTipRole:
        if (column == Time)
            return format::exactTime(entry->startedUnix);
        return column == Error ? format::severalLines(entry->error.details(), tooltipLength)
                               : format::oneLine(displayText(*entry, column), tooltipLength);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SortRole:
        return rawValue(index.row(), index.column());
    case ToneRole:
        if (column != Status)
            return {};
        if (entry->running)
            return int(Tone::Running);
        if (entry->error.kind == ApiError::Kind::None)
            return int(Tone::Fine);
        return int(entry->error.isTransient() || entry->error.isCancelled() ? Tone::Attention : Tone::Failed);
    case MonospaceRole:
        return column == RequestId;
    case ElideMiddleRole:
        return column == RequestId || column == Path;
    default:
        return {};
    }
}

QJsonObject ActivityModel::rowJson(int row) const
{
    const LoggedCall *entry = call(row);
    if (!entry)
        return {};
    QJsonObject object{{u"started_at"_s, entry->startedUnix},
                       {u"method"_s, QString::fromLatin1(entry->method)},
                       {u"path"_s, entry->path},
                       {u"status"_s, entry->status},
                       {u"duration_ms"_s, entry->durationMs},
                       {u"bytes_sent"_s, entry->bytesSent},
                       {u"bytes_received"_s, entry->bytesReceived},
                       {u"attempt"_s, entry->attempt},
                       {u"request_id"_s, entry->requestId}};
    if (entry->error.kind != ApiError::Kind::None)
        object.insert(u"error"_s, entry->error.details());
    return object;
}

QVariant ActivityModel::rawValue(int row, int column) const
{
    const LoggedCall *entry = call(row);
    if (!entry)
        return {};
    switch (Column(column)) {
    case Time:
        return entry->startedUnix;
    case Duration:
        return entry->running ? QVariant() : QVariant(entry->durationMs);
    case Sent:
        return entry->bytesSent;
    case Received:
        return entry->bytesReceived;
    case Attempt:
        return entry->attempt;
    case Status:
        return entry->running ? u"running"_s : entry->status ? QString::number(entry->status) : u"no_answer"_s;
    case Method:
    case Path:
    case RequestId:
    case Error:
        return displayText(*entry, Column(column));
    }
    return {};
}

int ActivityModel::compareRows(int column, int left, int right) const
{
    if (Column(column) == Time)
        return left - right; // the log is in order of time
    const QVariant a = rawValue(left, column);
    const QVariant b = rawValue(right, column);
    if (a.typeId() == QMetaType::QString)
        return a.toString().compare(b.toString());
    return a.toDouble() < b.toDouble() ? -1 : (b.toDouble() < a.toDouble() ? 1 : 0);
}

QString ActivityModel::curl(int row) const
{
    const LoggedCall *entry = call(row);
    return entry ? RequestLog::toCurl(*entry) : QString();
}

QString ActivityModel::python(int row) const
{
    const LoggedCall *entry = call(row);
    return entry ? RequestLog::toPython(*entry) : QString();
}

QString ActivityModel::errorDetails(int row) const
{
    const LoggedCall *entry = call(row);
    return entry && entry->error.kind != ApiError::Kind::None ? entry->error.details() : QString();
}

void ActivityModel::clear()
{
    m_log.clear();
}

} // namespace odc
