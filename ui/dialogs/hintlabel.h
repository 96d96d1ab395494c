// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

namespace odc {

/// A sentence below a field of a form. A wrapping label asks for several short lines, and a form keeps that room even
/// when one line does: this one asks for what its text needs.
class HintLabel final : public TextLabel
{
public:
    HintLabel(const Theme &theme, Theme::FontRole font, const QString &text, QWidget *parent)
        : TextLabel(theme, font, Token::Secondary, text, parent)
    {
        setWordWrap(true);
    }

    QSize sizeHint() const override
    {
        const int wide = std::min(metrics::textWidth, fontMetrics().horizontalAdvance(text()) + 2);
        return {wide, heightForWidth(wide)};
    }
    QSize minimumSizeHint() const override { return {metrics::navWidth / 2, fontMetrics().height()}; }
};

} // namespace odc
