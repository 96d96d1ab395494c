// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"

#include <QListView>

class QStandardItem;
class QStandardItemModel;

namespace odc {

class Theme;

/// The navigation at the left: icon, name, and a count at the end of the row.
class NavList : public QListView
{
    Q_OBJECT

public:
    explicit NavList(const Theme &theme, QWidget *parent = nullptr);

    void addItem(const QString &id, Icon icon, const QString &text);
    /// Text at the end of the row, e.g. a formatted number; empty: none.
    void setCount(const QString &id, const QString &count);
    void setItemVisible(const QString &id, bool visible);
    void setItemEnabled(const QString &id, bool enabled);
    QString currentId() const;
    /// Unknown ids are ignored.
    void setCurrentId(const QString &id);
    QStringList ids() const;
    /// Somebody goes along the rows by keys, and will want the next key here as well.
    bool isStepping() const { return m_stepping; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentIdChanged(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStandardItem *find(const QString &id) const;
    void describe(QStandardItem *item);

    QStandardItemModel *m_items;
    bool m_stepping = false;
};

} // namespace odc
