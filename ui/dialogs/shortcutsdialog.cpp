// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortcutsdialog.h"

#include "ui/actions/actioncollection.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QSet>
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
    QSet<QPair<QString, QString>> listed;
    for (const ActionCollection *collection : collections) {
        for (const QAction *action : collection->all()) {
            QStringList keys;
            const auto shortcuts = action->shortcuts();
            for (const QKeySequence &shortcut : shortcuts)
                keys << shortcut.toString(QKeySequence::NativeText);
            const QString text = action->text().remove(u'&').remove(u'…');
            const QString all = keys.join(u", "_s);
            // Two lists of one page each have their "Copy ID".
            if (keys.isEmpty() || listed.contains({text, all}))
                continue;
            listed.insert({text, all});
            model->appendRow({new QStandardItem(text), new QStandardItem(all)});
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
