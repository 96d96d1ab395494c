// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/pages/detailspane.h"

namespace odc {

class FilePreview;
class UsesList;

/// Everything known of one file: summary with exact values, preview, raw JSON.
class FileDetails final : public DetailsPane
{
    Q_OBJECT
public:
    explicit FileDetails(const PageContext &context, QWidget *parent = nullptr);

    /// The file to show; `others` more are selected beside it.
    void setFile(const FileObject &file, int others);
    void clear() override;
    void showPreview();

Q_SIGNALS:
    void downloadRequested();
    /// The person wants to see what uses the file.
    void objectRequested(const QString &pageId, const QString &objectId);

private:
    FilePreview *m_preview;
    UsesList *m_uses;
    int m_previewTab;
};

} // namespace odc
