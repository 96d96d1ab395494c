// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleaning/fileuses.h"
#include "ui/dialogs/consoledialog.h"

class QListView;
class QSortFilterProxyModel;

namespace odc {

/// Everything that uses a file, to be searched through; Enter goes there.
class UsesDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    UsesDialog(const Theme &theme, const QList<UseRow> &rows, QWidget *parent);

Q_SIGNALS:
    void objectRequested(const QString &pageId, const QString &objectId);

private:
    void go();

    const QList<UseRow> m_rows;
    QListView *m_list;
    QSortFilterProxyModel *m_proxy;
};

} // namespace odc
