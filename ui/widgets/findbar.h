// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace odc {

class Theme;
class TextLabel;

/// Search inside a text view: Enter forward, Shift+Enter back, Escape closes. Hidden until opened.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(const Theme &theme, QPlainTextEdit *view, QWidget *parent = nullptr);
    /// Shows the bar with what is selected in the view, ready to type over.
    void open();
    void close();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(bool backwards, bool fromSelection);

    QPlainTextEdit *m_view;
    QLineEdit *m_edit;
    TextLabel *m_result;
};

} // namespace odc
