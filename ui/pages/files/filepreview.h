// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/call.h"
#include "transfers/contentpreview.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace odc {

class ImageView;
class JsonView;
class JsonlView;
class LinesFetch;
class ProgressStrip;
class StateOverlay;
class TextLabel;

/// Shows the beginning of a file without saving it: text, JSON, lines of JSON and tables, and images. Fetches only while it
/// is visible, and says so where the service hands out no content. All lines are fetched on demand, into a viewer.
class FilePreview final : public QWidget
{
    Q_OBJECT
public:
    FilePreview(const PageContext &context, QWidget *parent = nullptr);

    /// Shows this file, when visible; an empty id shows nothing.
    void setFile(const FileObject &file);

Q_SIGNALS:
    void downloadRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fetch();
    void received(const QByteArray &head, bool complete);
    void present(const ContentPreview &preview);
    void presentLines(const ContentPreview &preview);
    void presentImage(const QByteArray &bytes);
    void say(const QString &sentence, const QString &detail, bool offerDownload);

    void fetchAll();
    void showFetching(qint64 done, qint64 total);

    PageContext m_context;
    LinesFetch *m_fetch; ///< of all lines
    FileObject m_file;
    QString m_shownId;   ///< what is on the screen, or on its way
    Call m_call;
    TextLabel *m_note;
    QStackedWidget *m_stack;
    JsonView *m_text;
    JsonlView *m_lines;
    QPushButton *m_openAll;
    ProgressStrip *m_progress;
    ImageView *m_image;
    QWidget *m_blank;
    StateOverlay *m_state;
};

} // namespace odc
