// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"

#include <QWidget>

namespace odc {

class BatchErrorsModel;
class TableView;
class TextLabel;
class Theme;

/// Why an input file was refused: each error with its line, which a click or Enter opens.
class BatchErrorsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit BatchErrorsPane(const Theme &theme, QWidget *parent = nullptr);
    void setBatch(const BatchObject &batch);
    TableView *table() const { return m_table; }

Q_SIGNALS:
    /// From 1.
    void lineRequested(qint64 line);

private:
    void open(int row);
    /// What a cell has no room for.
    void showWhole(int row);

    QString m_batchId;
    TextLabel *m_note;
    TableView *m_table;
    TextLabel *m_whole;
    BatchErrorsModel *m_model;
};

} // namespace odc
