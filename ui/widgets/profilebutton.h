// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPushButton>

namespace odc {

class Theme;

/// The card that says which profile the window works on, and opens the menu to change it (setMenu()).
class ProfileButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ProfileButton(const Theme &theme, QWidget *parent = nullptr);
    /// `line` is the small second line: "api.openai.com · key". An invalid colour leaves the bar out.
    void setProfile(const QString &name, const QString &line, const QColor &colour);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_name;
    QString m_line;
    QColor m_colour;
};

} // namespace odc
