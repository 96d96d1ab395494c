// SPDX-License-Identifier: GPL-3.0-or-later
#include "unsaveddialog.h"

#include "base/format.h"

#include <QLayout>
#include <QPushButton>

namespace odc {

using namespace Qt::StringLiterals;

UnsavedDialog::UnsavedDialog(const Theme &theme, const QStringList &names, QWidget *parent)
    : ConsoleDialog(theme, tr("Save the changes?"), parent)
{
    setObjectName(u"unsavedDialog"_s);
    setIntroduction(tr("Not saved yet: %1").arg(format::oneLine(names.join(u", "_s))));
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    QPushButton *discard = addButton(tr("&Discard"), ButtonRole::Danger);
    discard->setObjectName(u"discardChanges"_s);
    QPushButton *save = addButton(tr("&Save"), ButtonRole::Primary);
    save->setObjectName(u"saveChanges"_s);
    save->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(discard, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT discardChosen();
    });
    connect(save, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT saveChosen();
    });
    constexpr int wide = 420;
    resize(wide, layout()->totalHeightForWidth(wide));
}

} // namespace odc
