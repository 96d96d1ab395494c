// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace odc {

class Theme;

/// A row of colours to choose one from, by mouse or arrow keys.
class ColourPicker final : public QWidget
{
    Q_OBJECT
public:
    ColourPicker(const Theme &theme, const QStringList &colours, QWidget *parent = nullptr);

    void setColour(const QString &colour);
    QString colour() const { return m_colours.value(m_chosen); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void picked(const QString &colour);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect swatch(int index) const;
    void choose(int index);

    const Theme &m_theme;
    QStringList m_colours;
    int m_chosen = 0;
};

} // namespace odc
