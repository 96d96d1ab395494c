// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexedit.h"

#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/context/profileconnector.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastMB = 16;
constexpr int mostMB = 4'096;

} // namespace

IndexEdit::IndexEdit(const ShellContext &context, QWidget *parent) : QWidget(parent)
{
    Settings &settings = context.settings;
    auto *keep = new QCheckBox(tr("&Keep what was seen, to show it at the next start"), this);
    keep->setObjectName(u"keepIndex"_s);
    keep->setToolTip(
        tr("Names, states and times of objects on this computer; no keys, and no contents of files."));
    keep->setChecked(settings.flag(Setting::KeepIndex));
    auto *size = new QSpinBox(this);
    size->setObjectName(u"indexMB"_s);
    size->setAccessibleName(tr("How much is kept of each profile"));
    size->setRange(leastMB, mostMB);
    size->setSingleStep(leastMB);
    size->setGroupSeparatorShown(true);
    size->setPrefix(tr("up to ", "so many MB"));
    size->setSuffix(tr(" MB"));
    size->setValue(std::clamp(settings.number(Setting::IndexMB), leastMB, mostMB));
    size->setEnabled(keep->isChecked());
    auto *forget = new QPushButton(tr("&Forget what was seen"), this);
    forget->setObjectName(u"forgetSeen"_s);
    const QString profileId = settings.text(Setting::LastProfile);
    const Profile *profile = context.profiles.find(profileId);
    forget->setEnabled(profile && !profile->temporary && !profile->isArchive());
    if (profile)
        forget->setToolTip(tr("Of the profile “%1”").arg(profile->name));
    connect(keep, &QCheckBox::toggled, this, [&settings, size](bool on) {
        settings.set(Setting::KeepIndex, on);
        size->setEnabled(on);
    });
    connect(size, &QSpinBox::valueChanged, this,
            [&settings](int value) { settings.set(Setting::IndexMB, value); });
    connect(forget, &QPushButton::clicked, this, [&connector = context.connector, profileId, forget] {
        connector.forgetSeen(profileId);
        forget->setEnabled(false);
        forget->setText(tr("Forgotten once the profile is closed"));
    });
    auto *line = new QHBoxLayout;
    line->addWidget(size);
    line->addWidget(forget);
    line->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::inside);
    column->addWidget(keep);
    column->addLayout(line);
}

} // namespace odc
