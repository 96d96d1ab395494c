// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "lists/pagedmodel.h"
#include "settings/pricetable.h"

#include <QHash>
#include <QSet>

namespace odc {

class Session;

/// The batches of a project. Behind its own columns comes one for each key that their metadata has. Between full
/// walks it looks after what is unfinished: see look().
class BatchesModel final : public PagedModel<BatchObject>
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

    /// Batches that may still change.
    int unfinished() const { return int(m_unfinished.size()); }
    /// How many attempts the list holds of what this batch is one of, itself included.
    int attemptsOf(const BatchObject &batch) const;

    /// Asks for the newest pages until every unfinished batch was seen, or for one page when there is none. Rows that
    /// have gone stay until the next refresh(). Does nothing while either is under way.
    void look();
    bool isLooking() const { return m_looker.isRunning(); }
    /// Pages that the last look() took, at least 1: how often one may look follows from it.
    int pagesLooked() const { return m_pagesLooked; }
    void refresh() override;
    void stop() override;

Q_SIGNALS:
    /// A look() has ended, well or not.
    void looked(bool well);
    /// A batch that was seen running has ended.
    void batchEnded(const odc::BatchObject &batch);

protected:
    QVariant cell(const BatchObject &batch, int column, int role) const override;
    QVariant raw(const BatchObject &batch, int column) const override;
    int compare(int column, const BatchObject &left, const BatchObject &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    /// What a bar's share says: ended requests while more may come, answered ones afterwards.
    static int sharePercent(const BatchObject &batch);
    QString leftWord(const BatchObject &batch) const;
    std::optional<qint64> deadlineOf(const BatchObject &batch) const;
    QString displayText(const BatchObject &batch, int column) const;
    QString toolTip(const BatchObject &batch, int column) const;
    QString metadataOf(const BatchObject &batch, int column) const;
    Fetch fetch(bool background);
    void endLook(bool well);
    void review(int first, int last);
    void forget(int first, int last);

    Session &m_session;
    PriceTable m_prices;
    bool m_archived = false;
    Pager<BatchObject> m_looker;
    QSet<QString> m_awaited; ///< unfinished ones that this look() has not seen yet
    int m_pagesLooked = 1;
    int m_pagesNow = 0;
    QSet<QString> m_unfinished;
    QStringList m_metadataKeys;       ///< by column, from FirstOfMetadata on
    QSet<QString> m_knownKeys;        ///< the same
    QList<ColumnInfo> m_newColumns;   ///< for keys that were just found
    QHash<QString, int> m_attempts;   ///< by id of the first batch
    QHash<QString, QString> m_chains; ///< by id: the first batch it was counted for
};

} // namespace odc
