// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/runcomparison.h"
#include "evals/worddiff.h"

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QTextEdit;

namespace odc {

class ElidedLabel;
class StateLabel;
class TextLabel;
class Theme;

/// The answers of all runs to one row, side by side: the baseline's as it is, the others' with what differs
/// from it word by word. Long answers are cut; what was left out is said.
class CompareOutputs : public QWidget
{
    Q_OBJECT
public:
    /// `steps` are the actions to go to another row, shown as buttons.
    CompareOutputs(const Theme &theme, const QList<QAction *> &steps, QWidget *parent = nullptr);

    /// `expected` may be empty.
    void showRow(const std::shared_ptr<const RunComparison> &comparison, int row, const QString &expected);
    void clear();

private:
    struct Box
    {
        QWidget *frame;
        ElidedLabel *name;
        StateLabel *verdict;
        QTextEdit *text;
    };
    void setCount(int count);
    void showTexts(const QStringList &texts, const QList<QList<DiffPart>> &differences);
    void paintTexts();
    void changeEvent(QEvent *event) override;

    const Theme &m_theme;
    TextLabel *m_item;
    ElidedLabel *m_expected;
    TextLabel *m_nothing;
    QWidget *m_boxArea;
    QHBoxLayout *m_boxLayout;
    QList<Box> m_boxes;
    QStringList m_texts;
    QList<QList<DiffPart>> m_differences; ///< by run; the baseline's is empty
    int m_serial = 0; ///< of the row shown: what the pool brings for another one is dropped
};

} // namespace odc
