// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

namespace odc {

class UploadedFileEdit;

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
    bool isUploading() const;

Q_SIGNALS:
    void edited();

private:
    /// What was seen in a file is of that one only; who comes back to it has it looked into again.
    void fileChanged();
    void lookInto();

    PageContext m_context;
    const QJsonObject m_schema;
    UploadedFileEdit *m_file;
    QString m_concern;
    QString m_lookedInto;
    Call m_look;
};

} // namespace odc
