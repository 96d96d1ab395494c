// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "batches/batchdraft.h"
#include "jsonl/batchjoin.h"
#include "ui/context/pagecontext.h"
#include "ui/forms/createdialog.h"

#include <memory>

namespace odc {

/// Makes a new batch. Open it with open().
class NewBatchDialog : public CreateDialog
{
    Q_OBJECT
public:
    NewBatchDialog(const PageContext &context, QWidget *parent);

    /// The requests are in this file.
    void startFromFile(const QString &path);
    /// They are in this one, at the service.
    void startFromUploaded(const QString &fileId);
    /// The same settings, other requests.
    void startLike(const BatchObject &batch);
    /// What the attempts of `chain` left without an answer is sent again.
    void startFromRest(std::shared_ptr<const BatchResults> results, const QList<BatchObject> &chain);

Q_SIGNALS:
    /// It exists at the service now; once for each batch.
    void created(const odc::BatchObject &batch);
};

} // namespace odc
