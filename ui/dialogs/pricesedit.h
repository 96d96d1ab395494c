// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace odc {

class HintLabel;
class PricesModel;
class Settings;
class TableView;
class Theme;

/// Edits the prices by which costs are estimated. Takes effect at once, unless something in the table is not
/// right: then it says what, and the prices of before stay.
class PricesEdit final : public QWidget
{
    Q_OBJECT
public:
    PricesEdit(const Theme &theme, Settings &settings, QWidget *parent);

    PricesModel *model() const { return m_model; }

private:
    QGridLayout *buildStorage();
    void showShares();
    void add();
    void removeCurrent();
    void reset();
    void take();

    Settings &m_settings;
    PricesModel *m_model;
    TableView *m_table;
    QSpinBox *m_percent;
    QDoubleSpinBox *m_gbDay;
    QDoubleSpinBox *m_freeGb;
    HintLabel *m_hint;
    QPushButton *m_remove;
    QPushButton *m_reset;
    bool m_filling = false;
};

} // namespace odc
