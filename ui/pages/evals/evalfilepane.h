// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/call.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace odc {

class TextLabel;

/// An uploaded file with the rows of a run: one of the project's eval files, by its id, or uploaded now
/// through the transfer queue. Looks into it, and says when its rows do not fit.
class EvalFilePane final : public QWidget
{
    Q_OBJECT
public:
    EvalFilePane(const PageContext &context, const QJsonObject &itemSchema, QWidget *parent = nullptr);

    void setFileId(const QString &id);
    QString fileId() const;
    /// What its first rows do not keep; translated, empty: nothing, or it is not known.
    QString concern() const { return m_concern; }
    bool isUploading() const { return !m_transfer.isEmpty(); }

Q_SIGNALS:
    void edited();

private:
    void fetchFiles();
    void addFile(const FileObject &file, bool first);
    void upload();
    void followUpload(const QString &transferId);
    void forget();
    void lookInto();

    PageContext m_context;
    const QJsonObject m_schema;
    QComboBox *m_files;
    TextLabel *m_state;
    QString m_transfer; ///< of the upload under way
    QString m_concern;
    QString m_lookedInto;
    Call m_list;
    Call m_look;
};

} // namespace odc
