// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonlview.h"

namespace odc {

JsonlView::JsonlView(const Theme &theme, QWidget *parent) : QWidget(parent) { Q_UNUSED(theme) }
JsonlView::~JsonlView() = default;
void JsonlView::open(const QString &path) { m_path = path; }
void JsonlView::close() { m_path.clear(); }
const QString &JsonlView::path() const { return m_path; }
void JsonlView::goTo(qint64, int) {}

} // namespace odc
