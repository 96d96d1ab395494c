// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/paletterow.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace odc {

class PaletteModel;
class TextLabel;
class Theme;

/// The palette as it is seen: a field, what was found below it, a line that says how many. It lies over the
/// window it belongs to, at its top, and goes when the keyboard goes elsewhere. The field keeps the keyboard
/// all the time; arrows move in the list. GUI thread.
class PaletteView final : public QFrame
{
    Q_OBJECT
public:
    PaletteView(const Theme &theme, QWidget *window);
    ~PaletteView() override;

    void openUp();
    /// Gives the keyboard back to where it was.
    void closeDown();
    QString text() const;
    /// What was found for the text. Where the person had moved, the row they were at stays the one, if it is
    /// still there.
    void setRows(const QList<PaletteRow> &rows, const QString &status);
    /// Rows for a text that was typed are still looked for: Enter waits for them.
    void setWaiting() { m_waiting = true; }
    const PaletteRow *current() const;
    /// In place of the status, until something else is typed.
    void say(const QString &text, bool trouble);

Q_SIGNALS:
    void textChanged(const QString &text);
    void chosen(const odc::PaletteRow &row);
    void copyRequested(const odc::PaletteRow &row);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool press(int key, Qt::KeyboardModifiers modifiers);
    void move(int rows);
    void goTo(int row);
    void choose();
    void place();
    void tellAccessibility();
    void fitFoot();

    const Theme &m_theme;
    QWidget *m_window;
    PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    TextLabel *m_status;
    TextLabel *m_hints;
    QPointer<QWidget> m_before; ///< had the keyboard
    bool m_mayHint = true; ///< the palette is as wide as it gets
    bool m_moved = false;       ///< the person chose a row since the last key
    bool m_waiting = false;
    bool m_enterDue = false;
    bool m_said = false; ///< the status is what was said
    bool m_closing = false;
};

} // namespace odc
