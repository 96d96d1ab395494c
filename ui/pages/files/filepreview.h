// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "base/call.h"
#include "transfers/contentpreview.h"

#include <QWidget>

class QStackedWidget;

namespace odc {

class ImageView;
class JsonView;
class Session;
class StateOverlay;
class TextLabel;
class Theme;

/// Shows the beginning of a file without saving it: text, JSON, JSONL and images. Fetches only while it is visible,
/// and says so where the service hands out no content.
class FilePreview final : public QWidget
{
    Q_OBJECT
public:
    FilePreview(Session &session, const Theme &theme, QWidget *parent = nullptr);

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
    void presentImage(const QByteArray &bytes);
    void say(const QString &sentence, const QString &detail, bool offerDownload);

    Session &m_session;
    const Theme &m_theme;
    FileObject m_file;
    QString m_shownId;   ///< what is on the screen, or on its way
    Call m_call;
    TextLabel *m_note;
    QStackedWidget *m_stack;
    JsonView *m_text;
    ImageView *m_image;
    QWidget *m_blank;
    StateOverlay *m_state;
};

} // namespace odc
