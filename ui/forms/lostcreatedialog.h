// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui/dialogs/consoledialog.h"

#include <functional>

class QComboBox;

namespace odc {

class TextLabel;

/// Asks about something that was to be made, and whose answer was lost: it is there, as one of those that the
/// list holds; to be sent again; to be looked for once more. Nothing is sent by itself.
class LostCreateDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    struct Candidate
    {
        QString id;
        QString text; ///< translated: name, id, when it was made
    };
    using Answer = std::function<void(const Result<QList<Candidate>> &)>;
    /// Asks the list, and calls back once unless `owner` is gone.
    using LookUp = std::function<void(QObject *owner, Answer)>;

    /// Whether something called `name` may be what was sent as `wanted`: a server may tidy a name up, and
    /// finds one for what has none.
    static bool mayBeNamed(const QString &name, const QString &wanted);

    /// What tells those that may be it from others in the list.
    enum class By { Name, File };
    /// `name` as the person called it.
    LostCreateDialog(const Theme &theme, const QString &name, LookUp lookUp, QWidget *parent, By by = By::Name);

Q_SIGNALS:
    void isThere(const QString &id);
    void sendAgain();

private:
    void look();
    void showAnswer(const Result<QList<Candidate>> &answer);

    const QString m_name;
    const By m_by;
    LookUp m_lookUp;
    TextLabel *m_question;
    QComboBox *m_candidates;
    QPushButton *m_look;
    QPushButton *m_again;
    QPushButton *m_isThere;
};

} // namespace odc
