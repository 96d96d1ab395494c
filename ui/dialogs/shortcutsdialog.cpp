// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsdialog.h"

#include "ui/actions/actioncollection.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(const Theme &theme, const QList<const ActionCollection *> &collections,
                                 QWidget *parent)
    : ConsoleDialog(theme, tr("Keyboard shortcuts"), parent)
{
    setObjectName(u"shortcutsDialog"_s);
    auto *model = new QStandardItemModel(0, 2, this);
    model->setHorizontalHeaderLabels({tr("Command"), tr("Shortcut")});
    for (const ActionCollection *collection : collections) {
        for (const QAction *action : collection->all()) {
            QStringList keys;
            const auto shortcuts = action->shortcuts();
            for (const QKeySequence &shortcut : shortcuts)
                keys << shortcut.toString(QKeySequence::NativeText);
            if (keys.isEmpty())
                continue;
            model->appendRow({new QStandardItem(action->text().remove(u'&').remove(u'…')),
                              new QStandardItem(keys.join(u", "_s))});
        }
    }
    auto *table = new TableView(theme, this);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->setEdgePadding(metrics::inside);
    table->setModel(model);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table->setColumns({{240, 160}, {160, 120}});
    body()->addWidget(table, 1);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(460, 480);
}

} // namespace odc
