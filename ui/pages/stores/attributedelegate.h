// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delegates/statedelegate.h"

#include <functional>

class QLineEdit;

namespace odc {

/// A cell of the attributes grid. What type a value has shows in its shape: text begins at the left, numbers
/// stand at the right behind a sign, booleans have a box. What is staged has a bar at its edge and a ground
/// of its own; what is to go is struck out; conflicts have a diamond and what cannot be sent a square.
/// Editors say at once what cannot be taken.
class AttributeDelegate final : public StateDelegate
{
    Q_OBJECT
public:
    /// Why this cell cannot hold what is typed; empty: it can.
    using Check = std::function<QString(const QModelIndex &index, const QString &typed)>;

    AttributeDelegate(const Theme &theme, Check check, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

Q_SIGNALS:
    /// The editor was left with something that cannot be taken.
    void refused(const QModelIndex &index) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    void paintContent(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void judge(QLineEdit *edit, const QModelIndex &index) const;

    Check m_check;
};

} // namespace odc
