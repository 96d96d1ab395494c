// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/graderrules.h"

#include <QJsonObject>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QPushButton;
class QStringListModel;

namespace odc {

class GradersPane;
class HintLabel;
class JsonForm;
class Theme;

/// The grader of reinforcement fine-tuning: one, or several whose scores a formula makes into one.
class RewardEdit final : public QWidget
{
    Q_OBJECT
public:
    RewardEdit(const Theme &theme, QStringListModel *models, QWidget *parent = nullptr);

    void setGrader(const QJsonObject &grader);
    const QJsonObject &grader() const { return m_grader; }
    void setScope(const TemplateScope &scope);
    /// Paths from the grader on: "input", "graders.exact.input".
    void setProblems(const QList<FormProblem> &problems);
    /// Text in the forms that is no value, the same way.
    QList<FormProblem> faults() const;
    void focusField(const QString &path);

Q_SIGNALS:
    void edited();
    /// One of them, or the whole.
    void tryRequested(const QJsonObject &grader, GraderUse use);

private:
    void chooseShape(bool multi);
    void chooseKind();
    void takeGraders();
    void takeFormula();
    void show();
    QStringList shownKeys() const;

    QJsonObject m_grader;
    QList<FormProblem> m_nameFaults; ///< names that cannot be used: the formula goes by the ones before
    QButtonGroup *m_shape;
    QWidget *m_kindRow;
    QComboBox *m_kind;
    QWidget *m_formulaBox;
    JsonForm *m_formula;
    QPushButton *m_tryAll;
    HintLabel *m_wrong;
    GradersPane *m_graders;
    QJsonObject m_aside; ///< what the other shape held
};

} // namespace odc
