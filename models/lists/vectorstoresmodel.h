// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "lists/pagedmodel.h"
#include "settings/pricetable.h"

namespace odc {

class Session;

/// The vector stores of a project, without their files.
class VectorStoresModel final : public PagedModel<VectorStore>
{
    Q_OBJECT
public:
    /// Failed, InProgress and the two after it are for filters and exports: State says the first two.
    enum Column {
        Name,
        Files,
        State,
        Size,
        Cost,
        Active,
        Expires,
        Created,
        Id,
        Failed,
        InProgress,
        Description,
        Metadata
    };

    explicit VectorStoresModel(Session &session, QObject *parent = nullptr);

    /// How a store stands: what matters most of it.
    static Tone toneOf(const VectorStore &store, qint64 nowUnix);

    void setPrice(const StoragePrice &price);
    const StoragePrice &price() const { return m_price; }
    /// Of all of them, without what has expired.
    qint64 chargedBytesOfAll() const;
    /// In US dollars; an estimate.
    double costOfAll() const;
    double costOf(const VectorStore &store) const;
    /// Those whose end is less than this away; expired ones are not among them.
    int expiringWithin(qint64 seconds) const;
    int indexing() const;
    int withFailures() const;

protected:
    QVariant cell(const VectorStore &store, int column, int role) const override;
    QVariant raw(const VectorStore &store, int column) const override;
    int compare(int column, const VectorStore &left, const VectorStore &right) const override;
    Fetch pageFetch() override;
    qint64 nowUnix() const override;

private:
    QString displayText(const VectorStore &store, Column column) const;
    QString toolTip(const VectorStore &store, Column column) const;
    /// What is free is shared out among all: one that grows makes the others dearer.
    void repaintCosts();

    Session &m_session;
    StoragePrice m_price;
    mutable qint64 m_charged = -1; ///< sum of all; -1: to be worked out
    qint64 m_shownCharged = 0;     ///< by which the costs on the screen were worked out
};

} // namespace odc
