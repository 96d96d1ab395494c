// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/reviewmodel.h"
#include "ui/dialogs/consoledialog.h"

namespace odc {

class TextLabel;

/// Shows what is staged, change by change, and asks which of it is to be sent.
class AttributesReviewDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    AttributesReviewDialog(const Theme &theme, const QList<ReviewedChange> &changes, bool isProduction,
                           QWidget *parent);

Q_SIGNALS:
    void chosen(const QList<odc::AttributeChange> &changes);

private:
    void showCounts();

    ReviewModel *m_model;
    TextLabel *m_counts;
    QPushButton *m_send;
};

} // namespace odc
