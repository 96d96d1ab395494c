// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

class QComboBox;

namespace odc {

class TextLabel;
class TransferQueue;

/// What is asked about an upload whose answer was lost; translated.
QString lostAnswerQuestion(const QString &name, bool lookedUp, const QStringList &candidates);

/// Asks about one such upload: it is there, as one of the candidates; to be sent again; to be looked for once more. Closes
/// by itself when the question is answered.
class LostAnswerDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    LostAnswerDialog(const Theme &theme, TransferQueue &queue, const QString &transferId, QWidget *parent);

Q_SIGNALS:
    /// The person wants to see this file in the list.
    void showObject(const QString &fileId);

private:
    void showQuestion();

    TransferQueue &m_queue;
    QString m_id;
    TextLabel *m_question;
    QComboBox *m_candidates;
    QPushButton *m_isThere;
};

} // namespace odc
