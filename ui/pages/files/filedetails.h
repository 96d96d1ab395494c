// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/pages/detailspane.h"

namespace odc {

class FilePreview;

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

private:
    FilePreview *m_preview;
    int m_previewTab;
};

} // namespace odc
