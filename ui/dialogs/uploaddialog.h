// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"
#include "ui/dialogs/gatherdialog.h"

#include <optional>

class QComboBox;

namespace odc {

class ExpiryEdit;
class TableView;
class TextLabel;
class UploadModel;

/// Asks for what and how long files are uploaded, and shows before anything is sent what would be refused.
class UploadDialog final : public GatherDialog
{
    Q_OBJECT
public:
    /// A production profile is named before anything goes to it.
    UploadDialog(const ShellContext &context, const QStringList &paths, const QString &profileName, bool production,
                 QWidget *parent);

    QList<UploadCandidate> chosen() const;
    QString purpose() const;
    /// Seconds after creation; nothing = the service's default for the purpose.
    std::optional<qint64> expiresAfterSeconds() const;

protected:
    void take(const QList<UploadCandidate> &files, const QStringList &paths) override;
    void showChoice() override;
    void showProgress() override { showChoice(); }

private:
    ShellContext m_context;
    UploadModel *m_model;
    QComboBox *m_purpose;
    TextLabel *m_purposeNote;
    ExpiryEdit *m_expiry;
    TableView *m_table;
    QPushButton *m_upload;
};

} // namespace odc
