// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "finetuning/traininginput.h"
#include "ui/context/pagecontext.h"
#include "ui/theme/tokens.h"

#include <QWidget>

#include <memory>

class QPushButton;
class QStackedWidget;
class QTimer;

namespace odc {

class ElidedLabel;
class ScratchFetch;
class StateLabel;
class TextLabel;
class TrainingPreparation;
class TrainingUpload;
class UploadedFileEdit;

/// The file that a job trains or validates with: one of the project's, or one on this computer, which is
/// checked as soon as it is chosen and uploaded when the job is made. One of the project's is checked on
/// demand, for which it is fetched.
class TrainingFileEdit final : public QWidget
{
    Q_OBJECT
public:
    enum class Role { Training, Validation };
    TrainingFileEdit(const PageContext &context, Role role, QWidget *parent = nullptr);

    Role role() const { return m_role; }
    /// What it is checked for; when that changes it is checked again.
    void setOptions(const TrainingOptions &options);
    /// A file on this computer. Empty: none.
    void setPath(const QString &path);
    /// One of the project's.
    void setFileId(const QString &id);

    bool isLocal() const { return !m_path.isEmpty(); }
    bool isEmpty() const { return !isLocal() && fileId().isEmpty(); }
    /// At the service; of a local one once it is uploaded.
    QString fileId() const;
    /// Null unless it was checked.
    TrainingInputPtr input() const;
    /// Holds the folder of a file that was fetched to be checked.
    std::shared_ptr<const void> holder() const;
    TrainingPreparation &preparation() { return *m_preparation; }
    TrainingUpload &upload() { return *m_upload; }
    bool needsUpload() const { return isLocal() && fileId().isEmpty(); }

    /// Why it cannot be sent as it is; the path is that of the field.
    QList<FormProblem> problems() const;
    /// Chooses a file on this computer, in a dialog.
    void browse();
    void checkAgain();
    void stopChecking();
    bool isFetching() const;

Q_SIGNALS:
    /// Another file.
    void edited();
    /// How the check stands.
    void checkChanged();

private:
    void checkLater();
    void checkNow();
    void fetch();
    void forget();
    void showState();
    void say(Token token, const QString &text);
    QString field() const;

    PageContext m_context;
    const Role m_role;
    TrainingOptions m_options;
    QString m_path;    ///< chosen on this computer
    QString m_fetched; ///< id of the project's file that the check is of
    QString m_fetchedPath;
    TrainingPreparation *m_preparation;
    TrainingUpload *m_upload;
    ScratchFetch *m_fetch;
    QTimer *m_soon; ///< the options changed: checked again once nobody types any more
    QStackedWidget *m_pages;
    UploadedFileEdit *m_uploaded;
    ElidedLabel *m_name;
    QPushButton *m_again;
    QPushButton *m_other;
    QPushButton *m_check;
    StateLabel *m_mark;
    TextLabel *m_state;
};

} // namespace odc
