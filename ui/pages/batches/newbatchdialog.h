// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "batches/batchdraft.h"
#include "batches/batchsendjob.h"
#include "jsonl/batchjoin.h"
#include "ui/context/pagecontext.h"
#include "ui/forms/createdialog.h"

#include <QPointer>

#include <memory>

class QButtonGroup;
class QStackedWidget;

namespace odc {

class BatchFilePane;
class BatchRestPane;
class BatchSettingsPane;
class BatchSourcePane;
class BatchTablePane;
class BatchUploadedPane;
class LostCreateDialog;
class ProgressStrip;

/// Makes a new batch: of a file on this computer, of one that is uploaded, of a table, or of what another
/// batch left without an answer. Checked, split where it is too big, uploaded and created in one go, with one
/// progress; what was done when it failed or was stopped is not done again. Open it with open().
class NewBatchDialog final : public CreateDialog
{
    Q_OBJECT
public:
    NewBatchDialog(const PageContext &context, QWidget *parent);

    /// The requests are in this file.
    void startFromFile(const QString &path);
    /// They are in this one, at the service.
    void startFromUploaded(const QString &fileId);
    /// The rows of this table are to become requests.
    void startFromTable(const QString &path);
    /// The same settings, other requests.
    void startLike(const BatchObject &batch);
    /// What the attempts of `chain` (first batch first) left without an answer is sent again.
    void startFromRest(std::shared_ptr<const BatchResults> results, const QList<BatchObject> &chain);
    const BatchDraft &draft() const { return m_draft; }

Q_SIGNALS:
    /// It exists at the service now; once for each batch.
    void created(const odc::BatchObject &batch);
    /// Somebody else made it.
    void found(const odc::BatchObject &batch);

protected:
    void takeBody(const QJsonObject &body) override;
    QJsonObject currentBody() const override { return m_draft.toJson(); }
    void judge() override;
    int tabOf(const QString &path) const override;
    void focusField(const QString &path) override;
    void send() override;
    bool isBusy() const override;
    QString lossText() const override;
    bool hasWork() const override;

private:
    QWidget *buildSources();
    void addPane(BatchSourcePane *pane, const QString &text, const QString &name);
    BatchSourcePane *pane() const;
    void choosePane(BatchSourcePane *pane);
    /// The requests changed.
    void takeSource();
    void takeSettings();
    void showDraft();
    void start();
    void showProgress();
    void showHalt();
    void goOn();
    void goOnAsShown();
    bool mustGoOn() const;
    void askAboutLost();
    void askAboutRivals();
    void stop();
    QString createText() const;

    BatchDraft m_draft;
    QWidget *m_choice = nullptr;
    QButtonGroup *m_buttons = nullptr;
    QStackedWidget *m_sources = nullptr;
    QList<BatchSourcePane *> m_panes;
    BatchFilePane *m_file = nullptr;
    BatchUploadedPane *m_uploaded = nullptr;
    BatchTablePane *m_table = nullptr;
    BatchRestPane *m_rest = nullptr;
    BatchSettingsPane *m_settings;
    ProgressStrip *m_strip;
    BatchSendJob *m_job = nullptr;
    BatchInputPtr m_sent; ///< what the job works on
    QPointer<LostCreateDialog> m_lost;
    QPointer<QDialog> m_rivals;      ///< asks whether a rest is sent beside that of somebody else
    QList<BatchObject> m_knownChain; ///< of a rest: the attempts before
    bool m_preparing = false; ///< to be sent as soon as it is ready
    bool m_filling = false;
};

} // namespace odc
