// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodelbase.h"

#include <QHash>

namespace odc {

class Clock;
class RequestLog;
class Session;
struct LoggedCall;

/// The session's request log as a list: every attempt, newest rows last. A view over the log, which keeps the values.
class ActivityModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column { Time, Method, Path, Status, Duration, Sent, Received, Attempt, RequestId, Error };

    explicit ActivityModel(Session &session, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    QJsonObject rowJson(int row) const override;
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;

    /// The call as a shell command, the key as a variable. Empty when there is no such row.
    QString curl(int row) const;
    QString python(int row) const;
    /// Everything known of a failed attempt; empty when it went well.
    QString errorDetails(int row) const;
    void clear();

private:
    const LoggedCall *call(int row) const;
    QString displayText(const LoggedCall &call, Column column) const;

    RequestLog &m_log;
    int m_rows = 0;
    qint64 m_firstSerial = 1;
};

} // namespace odc
