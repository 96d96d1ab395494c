// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace odc {

class Theme;

/// A row of colours to choose one from, by mouse or arrow keys. The chosen one is told by its name in the accessible
/// description, each one in its tooltip.
class ColourPicker final : public QWidget
{
    Q_OBJECT
public:
    ColourPicker(const Theme &theme, const QStringList &colours, QWidget *parent = nullptr);

    void setColour(const QString &colour);
    QString colour() const { return m_colours.value(m_chosen); }
    QSize sizeHint() const override;

    /// "Blue", "Green", ...: a translated word for what the eye takes `colour` for.
    static QString nameOf(const QColor &colour);

Q_SIGNALS:
    void picked(const QString &colour);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect swatch(int index) const;
    int swatchAt(const QPoint &place) const; ///< -1: beside them all
    void choose(int index);
    void setChosen(int index);

    const Theme &m_theme;
    QStringList m_colours;
    int m_chosen = 0;
};

} // namespace odc
