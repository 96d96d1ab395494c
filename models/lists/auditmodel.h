// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditlog.h"
#include "lists/rowmodelbase.h"

#include <QHash>

#include <vector>

class QTimer;

namespace odc {

struct ApiOperation;

/// The changes the console made on a profile, as a list: what is kept of them, read once, and what happens
/// while it is looked at.
class AuditModel final : public RowModelBase
{
    Q_OBJECT
public:
    enum Column {
        What,
        Name,
        Object,
        Result,
        Time,
        Status,
        Duration,
        RequestId,
        Attempt,
        Profile,
        Operation,
        Area,
        Method,
        Path,
        Error,
        Made
    };

    explicit AuditModel(AuditLog &log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QString rowId(int row) const override;
    int rowOf(const QString &id) const override;
    QJsonObject rowJson(int row) const override;
    QVariant rawValue(int row, int column) const override;
    int compareRows(int column, int left, int right) const override;
    const QString *sortText(int column, int row) const override;
    std::optional<SortNumbers> sortNumbers(int column, int row) const override;

    /// Null when there is no such row. Valid until the model changes.
    const AuditEntry *entry(int row) const;
    /// Null when it is none of the API.
    const ApiOperation *operation(int row) const;
    /// The id that a row is about; empty where the service gave it one only then.
    QString objectId(int row) const;
    /// All ids of its path, outermost first.
    QStringList ids(int row) const;
    QString whatText(int row) const;
    static QString resultText(const AuditEntry &entry);
    static Tone resultTone(const AuditEntry &entry);
    /// "34 ms", "1.2 s"; empty while it runs.
    static QString durationText(const AuditEntry &entry);
    /// "The server refused the request: ..."; empty when it went well.
    static QString errorText(const AuditEntry &entry);

private:
    struct Row
    {
        AuditEntry entry;
        const ApiOperation *operation = nullptr;
        QString what;
        QString name;
        QString objectId;
        /// The entry as it is now.
        void setEntry(const AuditEntry &now);
    };
    static Row makeRow(const AuditEntry &entry);
    void take(std::vector<Row> rows);
    void insertSome();
    void append(std::vector<Row> rows);
    void showNews();
    QString displayText(const Row &row, Column column) const;

    std::vector<Row> m_rows;
    QHash<qint64, int> m_places;      ///< row by serial
    std::vector<Row> m_waiting;       ///< read, and not inserted yet; oldest first
    std::vector<Row> m_fresh;         ///< made since the last showNews()
    QHash<qint64, AuditEntry> m_late; ///< how calls ended whose rows do not show it yet
    QTimer *m_news;                   ///< thousands may be on their way: they are shown some at a time
};

} // namespace odc
