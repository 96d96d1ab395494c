// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/rowmodel.h"
#include "transfers/transferqueue.h"

namespace odc {

/// A row of the transfers: how one stands, and its place in the queue.
struct TransferRow {
    QString id;
    TransferStatus status;
    int place = 0; ///< ascending; gaps mean nothing

    QJsonObject toJson() const;
    friend bool operator==(const TransferRow &left, const TransferRow &right);
};

/// Everything in a transfer queue, as it stands. Always as fresh as it can be: it follows the queue, row by row.
class TransfersModel final : public RowModel<TransferRow>
{
    Q_OBJECT
public:
    enum Column { Name, Direction, State, Progress, Parts, Size, Rate, TimeLeft, Note, Added, Attempts, Purpose, Path };

    /// The queue must outlive the model.
    explicit TransfersModel(TransferQueue &queue, QObject *parent = nullptr);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // As people read them, translated.
    static QString stateText(const TransferStatus &status);
    static QString directionText(const TransferStatus &status);
    /// "37 of 128"; empty: it has no parts.
    static QString partsText(const TransferStatus &status);
    /// What went wrong, what will, or what there is to know; one line, may be empty.
    static QString noteText(const TransferStatus &status);

    /// As filters and exports have them, in every language.
    static QString stateWord(const TransferStatus &status);
    static Tone toneOf(const TransferStatus &status);
    static int partsDone(const TransferStatus &status);
    /// A byte a part, as CellProgress has them.
    static QByteArray partStates(const TransferStatus &status);
    /// The finished share as a plain bar.
    static CellProgress progressOf(const TransferStatus &status);

    /// Orders by the state: what works, what waits in the queue's order, what needs a person, what ended, latest first.
    static int compareByState(const TransferRow &left, const TransferRow &right);

protected:
    QVariant cell(const TransferRow &row, int column, int role) const override;
    QVariant raw(const TransferRow &row, int column) const override;
    int compare(int column, const TransferRow &left, const TransferRow &right) const override;

private:
    void take(const QStringList &ids);
    void takeWorking();
    void takeOrder();
    QString displayText(const TransferRow &row, Column column) const;
    QString toolTip(const TransferRow &row, Column column) const;

    TransferQueue &m_queue;
    QSet<QString> m_working; ///< whose bytes and rates change by themselves
    int m_lastPlace = 0;
};

} // namespace odc
