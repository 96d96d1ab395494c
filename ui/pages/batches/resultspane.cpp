// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultspane.h"

namespace odc {

ResultsPane::ResultsPane(const PageContext &, QWidget *parent) : QWidget(parent) {}

ResultsPane::~ResultsPane() = default;

void ResultsPane::setBatch(const QList<BatchObject> &) {}

QString ResultsPane::batchId() const
{
    return {};
}

void ResultsPane::clear() {}

QList<QAction *> ResultsPane::ownActions() const
{
    return {};
}

void ResultsPane::focusRows()
{
    setFocus();
}

void ResultsPane::focusFilter()
{
    setFocus();
}

} // namespace odc
