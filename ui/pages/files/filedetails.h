// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QStackedLayout;
class QStackedWidget;
class QTabBar;

namespace odc {

class CopyButton;
class ElidedLabel;
class FieldGrid;
class FilePreview;
class JsonView;
class TextLabel;


/// Everything known of one file: summary with exact values, preview, raw JSON.
class FileDetails final : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Summary, Preview, Json };

    FileDetails(const PageContext &context, QWidget *parent = nullptr);

    /// The file to show; `others` more are selected beside it.
    void setFile(const FileObject &file, int others);
    /// Nothing is selected.
    void clear();
    void showTab(Tab tab);

Q_SIGNALS:
    void downloadRequested();

private:
    void fill();

    PageContext m_context;
    FileObject m_file;
    ElidedLabel *m_name;
    ElidedLabel *m_id;
    CopyButton *m_copyId;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    FieldGrid *m_fields;
    FilePreview *m_preview;
    JsonView *m_json;
    QWidget *m_content;
    TextLabel *m_nothing;
};

} // namespace odc
