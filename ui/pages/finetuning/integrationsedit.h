// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace odc {

class Theme;

/// Where the metrics of a job are sent as well: projects at Weights and Biases, a row each. What a row has no
/// field for stays as it is.
class IntegrationsEdit final : public QWidget
{
    Q_OBJECT
public:
    IntegrationsEdit(const Theme &theme, QWidget *parent = nullptr);

    void setIntegrations(const QJsonArray &integrations);
    QJsonArray integrations() const;
    /// Paths from the list on: "[0].wandb.project".
    void focusField(const QString &path);

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QJsonObject base; ///< what it was read from
        QLineEdit *project;
        QLineEdit *name;
        QLineEdit *entity;
        QLineEdit *tags;
        QToolButton *remove;
    };

    void addRow(const QJsonObject &integration);
    void removeRow(QToolButton *button);
    void showLimits();
    static QJsonObject read(const Row &row);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QList<QWidget *> m_titles;
    QPushButton *m_add;
    QList<Row> m_rows;
    int m_nextRow = 1;
};

} // namespace odc
