// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchsetting.h"
#include "ui/dialogs/consoledialog.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace odc {

class ElidedLabel;
class ProblemLine;

/// One setting of the search lab.
class LabSettingDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `keys`: attributes that files of the store are known to have.
    LabSettingDialog(const Theme &theme, const SearchSetting &setting, const QStringList &keys,
                     QWidget *parent);
    const SearchSetting &setting() const { return m_setting; }

private:
    void read();
    void judge();
    void editFilter();

    SearchSetting m_setting;
    const QStringList m_keys;
    QComboBox *m_ranker;
    QCheckBox *m_hasThreshold;
    QDoubleSpinBox *m_threshold;
    QSpinBox *m_results;
    QCheckBox *m_rewrite;
    ElidedLabel *m_filter;
    QPushButton *m_clear;
    ProblemLine *m_problem;
    QPushButton *m_apply = nullptr;
};

} // namespace odc
