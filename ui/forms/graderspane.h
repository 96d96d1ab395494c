// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "evals/graderrules.h"

#include <QHash>
#include <QJsonArray>
#include <QWidget>

class QListWidget;
class QPushButton;
class QScrollArea;
class QStringListModel;
class QToolButton;

namespace odc {

class JsonForm;
class TextLabel;
class Theme;

/// The graders of an eval, or of a reward: their list with what can be done with it, and the form of the
/// chosen one.
class GradersPane final : public QWidget
{
    Q_OBJECT
public:
    GradersPane(const Theme &theme, QStringListModel *models, QWidget *parent = nullptr,
                GraderUse use = GraderUse::Eval);

    /// Without the list there is the form of the first one alone.
    void setListVisible(bool visible);
    /// Of which kinds graders can be added; `use` also says what the forms ask.
    void setUse(GraderUse use);

    void setGraders(const QJsonArray &graders);
    const QJsonArray &graders() const { return m_graders; }
    void setScope(const TemplateScope &scope);
    /// Paths "[0].input".
    void setProblems(const QList<FormProblem> &problems);
    /// Text in the forms that is no value.
    QList<FormProblem> faults() const;
    void focusField(const QString &path);

Q_SIGNALS:
    void edited();
    void tryRequested(const QJsonObject &grader);

private:
    void add(const QString &type);
    void insert(int row, const QJsonObject &grader);
    void move(int by);
    void showCurrent();
    void fillList();
    void fillKinds();
    void updateButtons();
    QString freeName(const QString &base) const;
    JsonForm *form() const;

    const Theme &m_theme;
    QStringListModel *m_models;
    GraderUse m_use;
    QJsonArray m_graders;
    TemplateScope m_scope;
    QList<FormProblem> m_problems;
    QWidget *m_left;
    QListWidget *m_list;
    QPushButton *m_add;
    QToolButton *m_duplicate;
    QToolButton *m_remove;
    QToolButton *m_up;
    QToolButton *m_down;
    QScrollArea *m_area;
    TextLabel *m_nothing;
    QPushButton *m_try;
    int m_shown = -1;    ///< the grader in the form
    QString m_shownType; ///< of the form
    bool m_filling = false;
};

} // namespace odc
