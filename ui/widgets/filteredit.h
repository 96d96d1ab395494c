// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace odc {

class Theme;

/// Type-to-filter: search icon, clear button, and a signal that waits until typing pauses.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Theme &theme, QWidget *parent = nullptr);
    /// Sets the text and tells of it at once.
    void setFilter(const QString &text);
    /// Marks the text as one that cannot be read, and says why; empty takes the mark away.
    void setProblem(const QString &problem);
    QString problem() const { return m_problem; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The text now holds, 150 ms after the last key, at once after Enter or clearing. Never twice for the
    /// same text.
    void filterChanged(const QString &text);
    /// Down or Enter: the user wants to go on in the list.
    void leaveToList();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    const Theme &m_theme;
    QTimer *m_pause;
    QString m_told;
    QString m_problem;
};

} // namespace odc
