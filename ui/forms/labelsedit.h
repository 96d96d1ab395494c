// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QWidget>

class QListWidget;

namespace odc {

class Theme;

/// The labels a model chooses from, each with a mark for those that pass.
class LabelsEdit final : public QWidget
{
    Q_OBJECT
public:
    LabelsEdit(const Theme &theme, QWidget *parent = nullptr);

    void setLabels(const QJsonArray &labels, const QJsonArray &passing);
    QJsonArray labels() const;
    QJsonArray passing() const;
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void edited();

private:
    QListWidget *m_list;
    QJsonArray m_strangers; ///< passing, but no labels: said as a problem, kept until the labels are touched
};

} // namespace odc
