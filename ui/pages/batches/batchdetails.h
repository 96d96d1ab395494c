// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "settings/pricetable.h"
#include "ui/pages/detailspane.h"

namespace odc {

class BatchErrorsPane;
class BatchHeadline;
class BatchTimeline;
class LinkList;

/// Everything known of one batch: how it stands and what to do, its times, what it used, its files, the attempts and
/// parts it belongs to, the errors of its input file.
class BatchDetails final : public DetailsPane
{
    Q_OBJECT
public:
    explicit BatchDetails(const PageContext &context, QWidget *parent = nullptr);

    /// `chain` and `group` as batchChain() and batchGroup() give them; `others` more rows are selected.
    void setBatch(const BatchObject &batch, const QList<BatchObject> &chain, const QList<BatchObject> &group, int others);
    void setPrices(const PriceTable &prices);
    /// The tab with the errors of the input file, where there are any.
    void showErrors();

Q_SIGNALS:
    void resultsRequested();
    void batchRequested(const QString &batchId);
    void fileRequested(const QString &fileId);
    void downloadRequested(const QString &fileId);
    /// A file is to be looked into: at this line, from 1; 0: at its beginning. `title` says what it is, translated.
    void viewRequested(const QString &fileId, qint64 line, const QString &title);

private:
    void view(const QString &fileId, qint64 line);
    void setFields(const BatchObject &batch);
    void setFiles(const BatchObject &batch);
    void setLinks(const BatchObject &batch, const QList<BatchObject> &chain, const QList<BatchObject> &group);

    const Theme &m_theme;
    const bool m_archived; ///< nothing is awaited, and no time runs
    BatchObject m_batch;
    PriceTable m_prices;
    BatchHeadline *m_headline;
    BatchTimeline *m_timeline;
    LinkList *m_files;
    LinkList *m_attempts;
    LinkList *m_parts;
    BatchErrorsPane *m_errors;
    int m_errorsTab;
};

} // namespace odc
