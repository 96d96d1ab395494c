// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/pages/batches/batchsourcepane.h"

class QPushButton;

namespace odc {

class BatchCheckView;
class BatchPreparation;
class HintLabel;
class ProgressStrip;
class ScratchFetch;
class UploadedFileEdit;

/// A file of requests that is at the service already. The service checks it; here it is checked on demand,
/// for which it is downloaded.
class BatchUploadedPane final : public BatchSourcePane
{
    Q_OBJECT
public:
    BatchUploadedPane(const PageContext &context, QWidget *parent = nullptr);

    void setFileId(const QString &id);

    QList<FormProblem> problems() const override;
    void focusField(const QString &path) override;
    QString endpoint() const override;
    QString endpointReason() const override;
    QString fileId() const override;
    bool hasWork() const override { return false; } // the id is part of the request

private:
    void download();
    void refuse(const ApiError &error);
    void forget();
    void showState();

    PageContext m_context;
    UploadedFileEdit *m_file;
    QPushButton *m_checkIt;
    HintLabel *m_note;
    ProgressStrip *m_progress;
    ScratchFetch *m_fetch;
    BatchPreparation *m_preparation;
    BatchCheckView *m_check;
    QString m_checked; ///< the file that the check is of
};

} // namespace odc
