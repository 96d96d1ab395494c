// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "lists/watchedmodel.h"
#include "settings/pricetable.h"

#include <QHash>

namespace odc {

class Session;

/// The batches of a project, watched while they run.
class BatchesModel final : public WatchedModel<BatchObject>
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Status,
        Progress,
        Requests,
        Created,
        Left,
        Model,
        Endpoint,
        Failed,
        Tokens,
        Cost,
        Attempt,
        Part,
        Id,
        Ended,
        Input,
        Output,
        Errors,
        Metadata,
        FirstOfMetadata
    };

    explicit BatchesModel(Session &session, QObject *parent = nullptr);

    /// What a person calls it: the name in its metadata, or the id.
    static QString title(const BatchObject &batch);
    // `archived`: the batch is shown as it was when it was archived, and nothing moves any more.
    /// How a batch is to be taken: one whose requests all failed is no success.
    static Tone toneOf(const BatchObject &batch, bool archived = false);
    /// What it came to, in a few words: "expired with part of its results", "was in progress when archived".
    /// The wire's word for a status not known.
    static QString statusText(const BatchObject &batch, bool archived = false);
    /// The same for a cell of a list: "expired in part", "was in progress".
    static QString statusWord(const BatchObject &batch, bool archived = false);
    /// Answered and failed requests of all.
    static CellProgress barOf(const BatchObject &batch, bool archived = false);
    /// "48 %" of the requests have ended while it runs, or were answered when it has; empty while there are none.
    static QString shareText(const BatchObject &batch);
    /// "11,588 answered, 331 failed, 81 without an answer, of 12,000".
    static QString countsText(const BatchObject &batch, bool archived = false);
    /// "3 h 5 min", to its deadline; empty when there is none.
    static QString leftText(const BatchObject &batch, qint64 nowUnix);
    static Tone leftTone(const BatchObject &batch, qint64 nowUnix);

    /// What it used at these prices, in US dollars; none where the server gives no usage, or the model has no price.
    static std::optional<double> costOf(const BatchObject &batch, const PriceTable &prices);
    /// "≈ $3.12": it is no bill.
    static QString costText(double dollars);
    void setPrices(const PriceTable &prices);
    /// The list is of an archive: what had not ended says how it stood then, and counts no time. Before the
    /// first row.
    void setArchived(bool archived) { m_archived = archived; }

    /// How many attempts the list holds of what this batch is one of, itself included.
    int attemptsOf(const BatchObject &batch) const;

Q_SIGNALS:
    /// A look() has ended, well or not.
    void looked(bool well);
    /// A batch that was seen running has ended.
    void batchEnded(const odc::BatchObject &batch);

protected:
    QVariant cell(const BatchObject &batch, int column, int role) const override;
    QVariant raw(const BatchObject &batch, int column) const override;
    int compare(int column, const BatchObject &left, const BatchObject &right) const override;
    Fetch fetch(bool background) override;
    void lookEnded(bool well) override { Q_EMIT looked(well); }
    void itemEnded(const BatchObject &batch) override { Q_EMIT batchEnded(batch); }
    bool isColumn(const QString &key) const override { return !BatchLinks::isLink(key); }
    qint64 nowUnix() const override;

private:
    /// What a bar's share says: ended requests while more may come, answered ones afterwards.
    static int sharePercent(const BatchObject &batch);
    QString leftWord(const BatchObject &batch) const;
    std::optional<qint64> deadlineOf(const BatchObject &batch) const;
    QString displayText(const BatchObject &batch, int column) const;
    QString toolTip(const BatchObject &batch, int column) const;
    void review(int first, int last);
    void forget(int first, int last);

    Session &m_session;
    PriceTable m_prices;
    bool m_archived = false;
    QHash<QString, int> m_attempts;   ///< by id of the first batch
    QHash<QString, QString> m_chains; ///< by id: the first batch it was counted for
};

} // namespace odc
