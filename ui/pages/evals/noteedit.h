// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace odc {

class Theme;

/// The note of one item, edited in place: Enter keeps it, Escape takes what was there, both go back to the list. What was
/// typed is also kept when the focus goes elsewhere.
class NoteEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit NoteEdit(const Theme &theme, QWidget *parent = nullptr);

    /// The note as it is kept. While it is being edited, what was typed stays.
    void setNote(const QString &note);
    /// Hands on what was typed.
    void commit();

Q_SIGNALS:
    void noteChanged(const QString &note);
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString m_kept;
};

} // namespace odc
