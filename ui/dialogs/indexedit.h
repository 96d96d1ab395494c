// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"

#include <QWidget>

namespace odc {

/// Whether what was seen of profiles is kept on the disk, how much of it, and a way to forget it.
class IndexEdit final : public QWidget
{
    Q_OBJECT
public:
    IndexEdit(const ShellContext &context, QWidget *parent);
};

} // namespace odc
