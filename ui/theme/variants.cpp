// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/variants.h"

#include <QAbstractButton>
#include <QVariant>

namespace odc {

namespace {
constexpr const char *roleProperty = "odcButtonRole";
} // namespace

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, static_cast<int>(role));
    button->updateGeometry();
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? static_cast<ButtonRole>(button->property(roleProperty).toInt()) : ButtonRole::Default;
}

} // namespace odc
