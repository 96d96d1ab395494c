// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/cleaningplan.h"

#include <QWidget>

class QCheckBox;

namespace odc {

class CleaningModel;
class TextLabel;
class Theme;

/// The categories of a plan, each with a box for all of it, how much it is, and why it is not offered where
/// it is not.
class CategoriesList final : public QWidget
{
    Q_OBJECT
public:
    explicit CategoriesList(const Theme &theme, QWidget *parent = nullptr);

    void setPlan(const CleaningPlan &plan);
    /// Shows what of each has a check.
    void follow(const CleaningModel &model);

Q_SIGNALS:
    /// All of it, or nothing of it, by the person.
    void chosen(odc::CleaningCategory category, bool isChosen);

private:
    static QString nothingText(const CleaningPlan &plan, CleaningCategory category);
    struct Line
    {
        CleaningCategory category;
        QCheckBox *box = nullptr;
        TextLabel *note = nullptr;
        int count = 0;
    };
    QList<Line> m_lines;
};

} // namespace odc
