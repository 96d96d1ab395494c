// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include <QJsonObject>
#include <QPointer>

class QAbstractItemView;

namespace odc {
class JsonForm;
}

namespace odc::test {

/// An open form for an eval or a run, filled in with keys and clicks.
class EvalForm
{
public:
    explicit EvalForm(QDialog *dialog = nullptr) : m_dialog(dialog) {}

    /// Offscreen nobody hands the activity on, as a window manager does.
    bool activate();
    template <typename T> T *in(const QString &name) const { return m_dialog->findChild<T *>(name); }
    /// Types into a field in place of what is there.
    static void type(QWidget *field, const QString &text);
    void choose(const QString &box, const QString &value);
    void tab(int index);
    QLineEdit *nameField() const;
    /// The sentence about what is wrong.
    QString problemText() const;
    /// Waits for the field in which a row of a list or tree is edited.
    static QLineEdit *rowEditor(QAbstractItemView *view);

    /// Adds a property to the schema of an eval, with its button.
    void addProperty(const QString &name);
    /// Chooses a kind in the open menu of "Add grader", which is on that tab.
    void addGrader(const QString &kind, int onTab = 2);
    JsonForm *graderForm() const;
    QWidget *graderField(const QString &key) const;

protected:
    QPointer<QDialog> m_dialog;
};

/// The object that a text holds.
QJsonObject object(const QByteArray &text);

} // namespace odc::test
