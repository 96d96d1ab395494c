// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>

class QTimer;

namespace odc {

class TextLabel;
class Theme;

/// Type-to-filter: search icon, clear button, and a signal that waits until typing pauses.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(const Theme &theme, QWidget *parent = nullptr);
    ~FilterEdit() override;
    /// Sets the text and tells of it at once.
    void setFilter(const QString &text);
    /// Marks the text as one that cannot be read, and says why in a note below; empty takes both away. The tooltip,
    /// which may explain how to write a filter, stays.
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
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();
    void placeNote();
    void dropNote();

    const Theme &m_theme;
    QTimer *m_pause;
    QString m_told;
    QString m_problem;
    QPointer<TextLabel> m_note; // a child of our parent: it lies over what is below, and moves nothing
};

} // namespace odc
