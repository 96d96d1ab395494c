// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/cleaningplan.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QTimer>

#include <memory>

class QCheckBox;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace odc {

class CategoriesList;
class CleaningModel;
class ContentCompare;
class FilterEdit;
class FilterProxy;
class ProgressStrip;
class Survey;
class StateOverlay;
class TableView;
class TextLabel;

/// Reads everything of the project, says what may go and why, and asks what of it shall. What was chosen and
/// confirmed is told by chosen(); nothing is deleted here.
class CleanerDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `days`: how old unused files and outputs are at least, to begin with.
    CleanerDialog(const PageContext &context, int days, QWidget *parent);
    ~CleanerDialog() override;

    /// Of the table, as a person would type it.
    void setFilter(const QString &text);

Q_SIGNALS:
    void chosen(const QList<odc::CleaningItem> &items);

private:
    QWidget *makeReading();
    QWidget *makeReview();
    QWidget *makeOptions(QWidget *parent);
    void look();
    void looked(bool stopped);
    void plan();
    void showPlan(const CleaningPlan &plan);
    /// Why the list is empty, where it is.
    void showNothing();
    void compare();
    void compared();
    /// What comparing the contents came to, translated.
    QString comparedText(const CleaningPlan &plan) const;
    /// How the things that are chosen go, in few words.
    QString deleteText(bool asks) const;
    void showReading();
    void showComparing();
    void showCounts();
    /// Checks, or not, what is shown of it.
    void chooseCategory(CleaningCategory category, bool isChosen);
    /// How many have a check and are not seen.
    int hiddenChosen() const;
    void confirm();

    PageContext m_context;
    Survey *m_survey;
    ContentCompare *m_compare;
    CleaningInput m_input;
    CleaningModel *m_model = nullptr;
    FilterProxy *m_proxy;
    QStackedWidget *m_steps;
    ProgressStrip *m_reading;
    ProgressStrip *m_comparing;
    CategoriesList *m_categories;
    TableView *m_table;
    StateOverlay *m_nothing = nullptr; ///< says so where the table would be empty
    FilterEdit *m_filter = nullptr;
    TextLabel *m_incomplete;
    TextLabel *m_counts;
    TextLabel *m_compared; ///< what comparing came to
    QWidget *m_side = nullptr;
    QSpinBox *m_days;
    QCheckBox *m_detach;
    QPushButton *m_again = nullptr;
    QPushButton *m_compareButton;
    QPushButton *m_delete = nullptr;
    QTimer m_planDue; ///< several changes of the options are one
    int m_planSerial = 0;
    bool m_hasCompared = false;
    qint64 m_lookedAtMs = 0;  ///< of the clock that nobody sets
    bool m_wasTooOld = false; ///< it is read again because it was to be carried out too late
};

} // namespace odc
