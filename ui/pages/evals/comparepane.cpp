// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparepane.h"

namespace odc {

ComparePane::ComparePane(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context) {}

ComparePane::~ComparePane() = default;

void ComparePane::setRuns(const EvalObject &, const QList<EvalRun> &) {}

void ComparePane::clear() {}

} // namespace odc
