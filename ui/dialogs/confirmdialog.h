// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

class QLineEdit;

namespace odc {

/// Asks before something that cannot be undone: names what it touches and what else it breaks. From `typedFrom` things
/// on, their number has to be typed. accepted() is the go-ahead.
class ConfirmDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    struct Question {
        QString title;        ///< "Delete 3 files?"
        QString introduction; ///< what it means
        QStringList things;   ///< names of what is touched
        QString consequence;  ///< what else breaks; may be empty
        QString confirm;      ///< text of the button: "Delete 3"
        QString dismiss = {};  ///< text of the other button; empty: "Cancel"
        int typedFrom = 10;
        bool alwaysTyped = false; ///< a production profile
        bool harmless = false;    ///< nothing is lost by it: no red button
    };
    ConfirmDialog(const Theme &theme, const Question &question, QWidget *parent);
    /// More about what else breaks, which may change while the dialog is open; below the consequence. Before open().
    void addConsequence(QWidget *widget);
    void setVisible(bool visible) override;

protected:
    bool event(QEvent *event) override;

private:
    void fit();

    int m_consequenceAt; ///< place in the body
    QPushButton *m_confirm;
    QLineEdit *m_typed = nullptr;
};

} // namespace odc
