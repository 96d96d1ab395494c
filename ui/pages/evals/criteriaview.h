// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"

#include <QScrollArea>

namespace odc {

class Theme;

/// The criteria of an eval, each with all that defines it, and with how a run did by it.
class CriteriaView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit CriteriaView(const Theme &theme, QWidget *parent = nullptr);

    /// `run` may be null. The same again changes nothing, so that a refresh moves nothing.
    void show(const EvalObject &eval, const EvalRun *run);

private:
    const Theme &m_theme;
    size_t m_stamp = 0;
};

} // namespace odc
