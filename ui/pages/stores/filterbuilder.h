// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchfilter.h"
#include "ui/dialogs/consoledialog.h"

class QScrollArea;
class QTimer;

namespace odc {

class FilterGroupEdit;
class JsonEdit;
class ProblemLine;
class TextLabel;

/// The filter of a search: conditions in groups on one side, the same as JSON on the other, written in
/// either.
class FilterBuilder final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `keys`: attributes that files of the store are known to have.
    FilterBuilder(const Theme &theme, const QString &title, const SearchFilter &filter,
                  const QStringList &keys, QWidget *parent);
    const SearchFilter &filter() const { return m_filter; }
    /// Begins another condition.
    void addCondition();
    /// The keyboard goes to this one of the conditions side by side.
    void focusCondition(int number);

private:
    void showConditions();
    void takeConditions();
    void takeJson();
    void judge();

    SearchFilter m_filter;
    const QStringList m_keys;
    QScrollArea *m_scroll;
    FilterGroupEdit *m_root = nullptr;
    JsonEdit *m_json;
    TextLabel *m_fault;
    ProblemLine *m_problem;
    QPushButton *m_apply = nullptr;
    bool m_untouched = false; ///< a blank condition was begun for the person, who wrote nothing yet
};

} // namespace odc
