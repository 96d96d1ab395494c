// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/labels.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(const Theme &theme, QWidget *parent)
    : ConsoleDialog(theme, u"OpenAI Data Console"_s, parent)
{
    setObjectName(u"aboutDialog"_s);
    setIntroduction(tr("A console for everything an OpenAI project stores and runs. It is an independent program and "
                       "not made by OpenAI."));
    auto *fields = new FieldGrid(theme, this);
    fields->addField(u"version"_s, tr("Version"));
    fields->setValue(u"version"_s, {QCoreApplication::applicationVersion()});
    fields->addField(u"qt"_s, tr("Qt"));
    fields->setValue(u"qt"_s, {QString::fromLatin1(qVersion())});
    fields->addField(u"licence"_s, tr("Licence"));
    fields->setValue(u"licence"_s, {u"GPL-3.0-or-later"_s});
    body()->addWidget(fields);
    body()->addStretch(1);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(440, 260);
}

} // namespace odc
