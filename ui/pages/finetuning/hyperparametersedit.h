// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finetuning/jobdraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace odc {

class HintLabel;
class Theme;

/// The hyperparameters of a method, each left to the service (auto) or a number within its bounds, which
/// stand beside it. What was typed and is no number stays in its field and is said, and is not sent.
class HyperparametersEdit final : public QWidget
{
    Q_OBJECT
public:
    HyperparametersEdit(const Theme &theme, QWidget *parent = nullptr);

    void setMethod(const QString &method);
    void setValues(const QJsonObject &values);
    /// By key: "n_epochs".
    void setProblems(const QList<FormProblem> &problems);
    QList<FormProblem> faults() const;
    void focusField(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Undefined: left to the service.
    void edited(const QString &key, const QJsonValue &value);

private:
    struct Row
    {
        HyperparameterRule rule;
        QCheckBox *automatic = nullptr; ///< null: a choice of words
        QLineEdit *number = nullptr;
        QComboBox *words = nullptr;
        HintLabel *problem = nullptr;
    };

    void build();
    void addRow(const HyperparameterRule &rule);
    void write(const Row &row);
    static QString faultOf(const Row &row);
    void showProblems();

    const Theme &m_theme;
    QString m_method;
    QWidget *m_box = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<Row> m_rows;
    QJsonObject m_values;
    QList<FormProblem> m_problems;
    bool m_filling = false;
};

} // namespace odc
