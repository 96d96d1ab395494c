// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QWidget>

#include <memory>

class QAction;

namespace odc {

struct BatchResults;

/// What became of each request of a batch and of those that were sent for what it left: the files joined in one grid,
/// the chosen request and its answer beside it, the errors by kind, the attempts. Shortcuts work while the focus is
/// inside.
class ResultsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPane(const PageContext &context, QWidget *parent = nullptr);
    ~ResultsPane() override;

    /// Shows the attempts at the same requests, in order, the first batch first. The same ones again tell how they
    /// stand: when one has another file, that is read, and rows keep their place.
    void setBatch(const QList<BatchObject> &chain);
    /// Of the first batch of what is shown; empty: nothing is.
    QString batchId() const;
    void clear();
    /// For the Object menu, null between groups. They live as long as the pane.
    QList<QAction *> ownActions() const;
    /// Its keys work at once.
    void focusRows();
    void focusFilter();

Q_SIGNALS:
    /// The person goes back to the list of batches.
    void backRequested();
    /// What has no answer is to be sent again. The files that `results` speaks of stay as long as it is held.
    void sendRestRequested(std::shared_ptr<const odc::BatchResults> results, const QList<odc::BatchObject> &chain);
    /// A file of the batch is to be looked at among the files.
    void fileRequested(const QString &fileId);
};

} // namespace odc
