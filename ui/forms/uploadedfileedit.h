// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/call.h"
#include "ui/context/pagecontext.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QComboBox;

namespace odc {

class TextLabel;

/// A file at the service: one of the project's, by name, or by its id; or uploaded now through the transfer
/// queue. A line below says what is known of it.
class UploadedFileEdit final : public QWidget
{
    Q_OBJECT
public:
    struct Texts
    {
        QString name;        ///< accessible, of the choice
        QString listName;    ///< object name of the choice
        QString upload;      ///< of the button; empty: there is none
        QString uploadTitle; ///< of the dialog that asks for the file
        QString uploadName;  ///< object name of the button; its dialog's is the same with "Dialog" behind
        QString browse = {}; ///< for a button that shows all of them to choose from; empty: there is none
    };
    UploadedFileEdit(const PageContext &context, const QString &purpose, const Texts &texts,
                     QWidget *parent = nullptr);

    void setFileId(const QString &id);
    QString fileId() const;
    /// What it is called, of one that was listed; else its id.
    QString fileName() const;
    /// It is one of the files that were listed, or uploaded here; of others only the id is known.
    bool isListed() const;
    bool isUploading() const { return !m_transfer.isEmpty(); }
    /// What is said below. It goes when another file is chosen.
    void say(const QString &text, Token token);

Q_SIGNALS:
    /// Another file.
    void fileChanged();
    /// An upload began, got on, or ended.
    void uploadChanged();

private:
    void fetchFiles();
    void addFile(const FileObject &file, bool first);
    void browse(const QString &introduction);
    void upload(const Texts &texts);
    void followUpload(const QString &transferId);

    PageContext m_context;
    const QString m_purpose;
    QComboBox *m_files;
    TextLabel *m_state;
    QString m_transfer; ///< of the upload under way
    QString m_told;     ///< the file that fileChanged() spoke of last
    Call m_list;
};

} // namespace odc
