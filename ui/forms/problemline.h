// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"

#include <QWidget>

class QPushButton;

namespace odc {

class StateLabel;
class TextLabel;
class Theme;

/// One line below a form: whether it can be sent, which rule is broken first, and a button that goes there.
class ProblemLine final : public QWidget
{
    Q_OBJECT
public:
    ProblemLine(const Theme &theme, QWidget *parent = nullptr);
    void setProblems(const QList<FormProblem> &problems, const QString &whenFine);
    QString text() const;

Q_SIGNALS:
    void showRequested(const QString &path);

private:
    StateLabel *m_mark;
    TextLabel *m_text;
    QPushButton *m_show;
    QString m_path;
};

} // namespace odc
