// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels.h"

namespace odc {

/// One line that is cut to the room it has; the whole text is in the tooltip while it is cut, and always in
/// the accessible name.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const Theme &theme, Theme::FontRole font = Theme::FontRole::Body,
                         Token token = Token::Text, QWidget *parent = nullptr);
    /// The text as a whole. QLabel::setText() of the base would show it uncut.
    void setFullText(const QString &text);
    QString fullText() const { return m_text; }
    void setElideMode(Qt::TextElideMode mode);
    bool isElided() const { return m_elided; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void cut();

    QString m_text;
    QString m_line; // what of m_text can be shown on one line
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_elided = false;
};

} // namespace odc
