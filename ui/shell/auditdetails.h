// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/detailspane.h"

namespace odc {

class AuditModel;

/// Everything known of one change: what was sent, what came of it, and how to send it from elsewhere.
class AuditDetails final : public DetailsPane
{
    Q_OBJECT
public:
    explicit AuditDetails(const PageContext &context, QWidget *parent = nullptr);

    /// `row` of the model; `others` more are selected beside it.
    void setRow(const AuditModel &model, int row, int others);
    void clear() override;

private:
    JsonView *m_request;
    JsonView *m_curl;
    int m_requestTab;
};

} // namespace odc
