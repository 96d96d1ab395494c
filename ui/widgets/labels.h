// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace odc {

/// A label in one of the theme's fonts and token colours that follows the theme. Plain text, selectable on
/// demand.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(const Theme &theme, Theme::FontRole font, Token token, const QString &text = {},
              QWidget *parent = nullptr);
    void setToken(Token token);
    Token token() const { return m_token; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeSide();

    const Theme &m_theme;
    Token m_token;
};

/// The small semibold line above a group: "Used by", "Preview".
class SectionLabel : public TextLabel
{
    Q_OBJECT

public:
    explicit SectionLabel(const Theme &theme, const QString &text = {}, QWidget *parent = nullptr);
};

/// Shape and word of a state, as the tables draw it.
class StateLabel : public QWidget
{
    Q_OBJECT

public:
    explicit StateLabel(const Theme &theme, QWidget *parent = nullptr);
    void setState(Tone tone, const QString &text);
    Tone tone() const { return m_tone; }
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Tone m_tone = Tone::None;
    QString m_text;
};

/// A line in a colour of its own: the profile's, under the menu. Takes no room while the colour is invalid.
class ColourStripe : public QWidget
{
    Q_OBJECT

public:
    explicit ColourStripe(QWidget *parent = nullptr);
    void setColour(const QColor &colour);
    QColor colour() const { return m_colour; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// A separator of 1 px between two parts of a page.
class Separator : public QWidget
{
    Q_OBJECT

public:
    explicit Separator(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Gives `widget` the ground of a token that has a palette role; it follows the theme by itself.
void setGround(QWidget *widget, Token token);

} // namespace odc
