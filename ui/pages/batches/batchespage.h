// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "ui/pages/listpage.h"

class QTimer;

namespace odc {

class BatchCommands;
class BatchDetails;
class BatchesModel;
class LinesLook;
class ResultsPane;

/// The batches of the project: list and details, making and cancelling them; the results of one in place of both. It
/// watches what is unfinished, also while another page is open.
class BatchesPage final : public ListPage
{
    Q_OBJECT
public:
    explicit BatchesPage(const PageContext &context, QWidget *parent = nullptr);
    ~BatchesPage() override;

    void newBatchOf(const QString &fileId) override;
    /// The results of this batch and of those that were sent for its rest.
    void showResults(const QString &batchId);

protected:
    QList<QAction *> ownActions() const override;
    void updateActions(int selected) override;
    void showDetails(int row, int others) override;
    QString summaryOfAll() const override;
    QString summaryOf(const QList<int> &rows) const override;
    QString objectPath(const QString &id) const override;
    int pollInterval() const override;
    bool looksWhenShown() const override { return true; }
    void poll() override;

private:
    BatchesPage(const PageContext &context, BatchesModel *model, QWidget *parent);
    void buildActions();
    void buildFacets();
    void buildResults();
    ListPageTexts texts() const;
    void followPrices();
    void lookedAround(bool well);
    void followResults();
    void batchMade(const QString &batchId);
    void sendRestWhenRead();
    /// It is known that the file with its requests is not there any more.
    bool isInputGone(const BatchObject &batch) const;
    QList<BatchObject> selectedBatches() const;
    /// What the actions are about: the batch whose results are shown, or those selected.
    QList<BatchObject> batchesInView() const;
    /// Those of them that can be cancelled: of shown results it is whichever attempt has not ended.
    QList<BatchObject> batchesToCancel() const;

    BatchesModel &m_model;
    BatchDetails *m_details;
    BatchCommands *m_commands;
    QTimer *m_followDue;
    LinesLook *m_lines;
    ResultsPane *m_results;
    QString m_shownBatch; ///< whose results are shown
    int m_failedLooks = 0;
    QAction *m_new = nullptr;
    QAction *m_newLike = nullptr;
    QAction *m_showResults = nullptr;
    QAction *m_sendRest = nullptr;
    QAction *m_cancel = nullptr;
};

} // namespace odc
