// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferencesdialog.h"

#include "settings/secretstore.h"
#include "settings/settings.h"
#include "ui/dialogs/alertsedit.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/dialogs/indexedit.h"
#include "ui/dialogs/pricesedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scrollcolumn.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QSystemTrayIcon>
#include <QTabWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

PreferencesDialog::PreferencesDialog(const ShellContext &context, QWidget *parent)
    : ConsoleDialog(context.theme, tr("Preferences"), parent)
{
    setObjectName(u"preferencesDialog"_s);
    Settings &settings = context.settings;
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::edge);
    form->setVerticalSpacing(metrics::between);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // long words of a language must not widen the dialog
    const auto addChoice = [&](const QString &label, Setting setting, const QList<QPair<QString, QVariant>> &choices) {
        auto *box = new QComboBox(this);
        for (const auto &[text, value] : choices)
            box->addItem(text, value);
        box->setCurrentIndex(std::max(0, box->findData(settings.value(setting))));
        connect(box, &QComboBox::currentIndexChanged, this,
                [&settings, box, setting] { settings.set(setting, box->currentData()); });
        form->addRow(label, box);
        return box;
    };
    addChoice(tr("&Theme"), Setting::ThemeMode,
              {{tr("Like the desktop"), u"system"_s}, {tr("Light"), u"light"_s}, {tr("Dark"), u"dark"_s}});
    QComboBox *language = addChoice(tr("&Language"), Setting::Language,
                                    {{tr("Like the desktop"), QString()}, {u"English"_s, u"en"_s}, {u"Deutsch"_s, u"de"_s}});
    language->setObjectName(u"language"_s);
    auto *later = new HintLabel(theme(), Theme::FontRole::Small, tr("Used from the next start on."), this);
    later->setObjectName(u"languageHint"_s);
    form->addRow(QString(), later);
    connect(language, &QComboBox::currentIndexChanged, later, [later] {
        later->setToken(Token::Warn);
        later->setText(tr("Quit the program and start it again: until then its language stays."));
    });
    addChoice(tr("&Refresh the open list"), Setting::PollSeconds,
              {{tr("Every 10 seconds"), 10},
               {tr("Every 30 seconds"), 30},
               {tr("Every 2 minutes"), 120},
               {tr("By hand only"), 0}});
    const auto addNumber = [&](const QString &label, Setting setting, int least, int most, int step, const QString &unit,
                               const QString &none) {
        auto *box = new QSpinBox(this);
        box->setRange(least, most);
        box->setSingleStep(step);
        box->setGroupSeparatorShown(true);
        box->setSuffix(unit);
        box->setSpecialValueText(none);
        box->setValue(settings.number(setting));
        box->setMinimumWidth(box->sizeHint().width() + metrics::edge);
        connect(box, &QSpinBox::valueChanged, this, [&settings, setting](int value) { settings.set(setting, value); });
        form->addRow(label, box);
        return box;
    };
    constexpr int highestLimit = 10'000'000; // kB/s, beyond any line
    addNumber(tr("Transfers at &once"), Setting::TransfersAtOnce, 1, 6, 1, {}, {})->setObjectName(u"transfersAtOnce"_s);
    addNumber(tr("Upload in &parts above"), Setting::PartsAboveMB, 8, 512, 8, tr(" MB"), {})
        ->setObjectName(u"partsAbove"_s);
    addNumber(tr("&Upload limit"), Setting::UploadLimitKB, 0, highestLimit, 100, tr(" kB/s"), tr("none"))
        ->setObjectName(u"uploadLimit"_s);
    addNumber(tr("&Download limit"), Setting::DownloadLimitKB, 0, highestLimit, 100, tr(" kB/s"), tr("none"))
        ->setObjectName(u"downloadLimit"_s);
    form->addRow(tr("Memory"), new IndexEdit(context, this));
    auto *keys = new HintLabel(theme(), Theme::FontRole::Body, context.secrets.description(), this);
    keys->setObjectName(u"keyStorage"_s);
    form->addRow(QString(), keys);
    // Whether there is a keychain shows only when it is asked.
    connect(&context.secrets, &SecretStore::storageChanged, keys, &QLabel::setText);
    context.secrets.probe();
    auto *general = new QWidget(this);
    auto *column = new QVBoxLayout(general);
    column->setContentsMargins(0, metrics::between, 0, 0);
    column->addLayout(form);
    column->addStretch(1);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"preferenceTabs"_s);
    tabs->setAccessibleName(tr("Preferences"));
    tabs->setDocumentMode(true);
    tabs->addTab(new ScrollColumn(general, tabs), tr("General"));
    auto *alerts = new AlertsEdit(theme(), settings, QSystemTrayIcon::isSystemTrayAvailable(), this);
    auto *alertsTab = new ScrollColumn(alerts, tabs);
    alertsTab->setObjectName(u"alertsTab"_s); // Alerts… of the overview opens it
    tabs->addTab(alertsTab, tr("Alerts"));
    tabs->addTab(new PricesEdit(theme(), settings, this), tr("Prices"));
    body()->addWidget(tabs, 1);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    setWantedSize({600, 790});
}

} // namespace odc
