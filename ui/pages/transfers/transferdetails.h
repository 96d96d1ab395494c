// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/transfersmodel.h"
#include "ui/pages/detailspane.h"

namespace odc {

class PartsModel;
class ProgressLine;
class TableView;
class TextLabel;

/// Everything known of one transfer: exact values, its parts, the record as the journal keeps it.
class TransferDetails final : public DetailsPane
{
    Q_OBJECT
public:
    explicit TransferDetails(const PageContext &context, QWidget *parent = nullptr);

    /// The transfer to show; `others` more are selected beside it.
    void setTransfer(const TransferRow &row, int others);

private:
    QWidget *makeParts(const Theme &theme);
    void showProgress(const TransferStatus &status);
    void showUpload(const TransferRecord &record);
    void showTrouble(const TransferStatus &status);
    void showParts(const TransferStatus &status);
    /// A field that is there only while it says something.
    void setOptional(const QString &key, const FieldValue &value);

    ProgressLine *m_strip = nullptr;
    TextLabel *m_partsText = nullptr;
    TableView *m_table = nullptr;
    PartsModel *m_parts;
};

} // namespace odc
