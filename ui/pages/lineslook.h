// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchfetch.h"
#include "ui/context/pagecontext.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace odc {

class MessageBar;

/// Looks into a file of a batch: fetches it, whatever its size, says how far it is, and opens its lines beside the
/// window. One at a time: the next one takes the place of the one under way. The file goes when its last viewer does.
class LinesLook final : public QObject
{
    Q_OBJECT
public:
    LinesLook(const PageContext &context, QWidget *window, MessageBar &messages);

    /// `line` from 1; 0: the beginning. `title` says what the lines are.
    void open(const QString &fileId, qint64 line, const QString &title);

private:
    void showProgress();
    void finished(const BatchFiles &files);
    void failed(const ApiError &error);

    PageContext m_context;
    QWidget *m_window;
    MessageBar &m_messages;
    BatchFetch *m_fetch;
    QString m_fileId;
    QString m_title;
    qint64 m_line = 0;
};

} // namespace odc
