// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/variants.h"

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace odc {

class Theme;

/// What all dialogs share: title line, body, and a row of buttons with the one that acts at the end. Open it with
/// open(); it deletes itself when closed.
class ConsoleDialog : public QDialog
{
    Q_OBJECT
public:
    ConsoleDialog(const Theme &theme, const QString &title, QWidget *parent);

protected:
    const Theme &theme() const { return m_theme; }
    QVBoxLayout *body() const { return m_body; }
    /// Another title than the one it was made with.
    void setTitle(const QString &title);
    /// Says under the title what this is about.
    void setIntroduction(const QString &text);
    /// Opens in this size, or as much of it as the screen has room for.
    void setWantedSize(const QSize &size);
    /// Adds a button at the end of the row. The last one added is the default.
    QPushButton *addButton(const QString &text, ButtonRole role);
    /// Adds something at the start of the row: a summary, a check box.
    void addToRow(QWidget *widget);

private:
    const Theme &m_theme;
    QVBoxLayout *m_body;
    QHBoxLayout *m_row;
    class TextLabel *m_title = nullptr;
    class TextLabel *m_introduction = nullptr;
};

} // namespace odc
