// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "ui/context/pagecontext.h"

#include <QObject>

class QWidget;

namespace odc {

class MessageBar;

/// Looks into a results file of a fine-tuning job: fetches it, decodes it where it comes encoded, and opens
/// its lines beside the window. One at a time: the next one takes the place of the one under way.
class ResultsLook final : public QObject
{
    Q_OBJECT
public:
    ResultsLook(const PageContext &context, QWidget *window, MessageBar &messages);
    ~ResultsLook() override;

    /// `title` says what it is.
    void open(const QString &fileId, const QString &title);

private:
    void show(const QString &fileId, const QString &title, const QByteArray &lines, bool complete);

    PageContext m_context;
    QWidget *m_window;
    MessageBar &m_messages;
    Call m_call;
    quint64 m_round = 0;
};

} // namespace odc
