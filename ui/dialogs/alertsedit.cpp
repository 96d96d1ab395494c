// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertsedit.h"

#include "settings/settings.h"
#include "ui/dialogs/alertkinds.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = WatchEvent::Kind;

AlertsEdit::AlertsEdit(const Theme &theme, Settings &settings, bool hasTray, QWidget *parent)
    : QWidget(parent), m_settings(settings)
{
    setObjectName(u"alertsEdit"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metrics::between, 0, 0);
    column->setSpacing(metrics::inside);
    const auto section = [&](const QString &title) {
        if (column->count() > 0)
            column->addSpacing(metrics::between);
        column->addWidget(new TextLabel(theme, Theme::FontRole::Section, Token::Secondary, title, this));
    };
    section(tr("Notifications"));
    addKinds(column);
    section(tr("Thresholds"));
    addRules(column);
    section(tr("Watching"));
    addKeepWatching(column, theme, hasTray);
    column->addStretch(1);
    showRules(WatchRules::fromJson(settings.text(Setting::WatchRules)));
}

void AlertsEdit::addKinds(QVBoxLayout *column)
{
    auto *all = new QCheckBox(tr("Say it on the &desktop"), this);
    all->setObjectName(u"notifications"_s);
    all->setToolTip(tr("While the window is not the one you work in"));
    all->setChecked(m_settings.flag(Setting::Notifications));
    column->addWidget(all);
    auto *kinds = new QWidget(this);
    auto *indented = new QVBoxLayout(kinds);
    indented->setContentsMargins(metrics::checkBox + metrics::inside, 0, 0, 0);
    indented->setSpacing(metrics::inside);
    const QList<std::pair<Kind, QString>> texts{
        {Kind::Ended, tr("A job &ended well")},
        {Kind::Failed, tr("A job &failed, or ended in part only")},
        {Kind::Stuck, tr("Something seems to be &stuck")},
        {Kind::Expiring, tr("Files or vector stores e&xpire soon")},
        {Kind::Attention, tr("An &upload runs out of time")},
    };
    for (const auto &[kind, text] : texts) {
        auto *box = new QCheckBox(text, kinds);
        box->setObjectName(u"alert."_s + alertName(kind));
        box->setChecked(isAlertOn(m_settings, kind));
        connect(box, &QCheckBox::toggled, this,
                [this, kind = kind](bool on) { setAlertOn(m_settings, kind, on); });
        indented->addWidget(box);
    }
    kinds->setEnabled(all->isChecked());
    connect(all, &QCheckBox::toggled, this, [this, kinds](bool on) {
        m_settings.set(Setting::Notifications, on);
        kinds->setEnabled(on);
    });
    column->addWidget(kinds);
}

void AlertsEdit::addRules(QVBoxLayout *column)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::edge);
    form->setVerticalSpacing(metrics::inside);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // long words of a language must not widen the dialog
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    column->addLayout(form);
    m_times = new QDoubleSpinBox(this);
    m_times->setObjectName(u"rule.timesUsual"_s);
    m_times->setRange(WatchRules::leastTimesUsual, WatchRules::mostTimesUsual);
    m_times->setDecimals(1);
    m_times->setSingleStep(0.5);
    m_times->setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue); // what is typed is not lost without a word
    m_times->setSuffix(tr(" times the usual"));
    m_times->setToolTip(tr("The usual is how long a step of this job, or of others like it, takes. At least %1.")
                            .arg(locale().toString(WatchRules::leastTimesUsual, 'f', 1)));
    connect(m_times, &QDoubleSpinBox::valueChanged, this, &AlertsEdit::keepRules);
    form->addRow(tr("Stuck: &no progress for"), m_times);
    const auto add = [&](const QString &label, int WatchRules::*value, const QString &name, int most,
                         const QString &one, const QString &several) {
        auto *box = new QSpinBox(this);
        box->setObjectName(u"rule."_s + name);
        box->setRange(1, most);
        box->setGroupSeparatorShown(true);
        box->setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
        const auto unit = [box, one, several](int count) { box->setSuffix(count == 1 ? one : several); };
        unit(box->value());
        connect(box, &QSpinBox::valueChanged, box, unit);
        connect(box, &QSpinBox::valueChanged, this, &AlertsEdit::keepRules);
        m_numbers.append({box, value});
        form->addRow(label, box);
    };
    constexpr int week = 7 * 24 * 60;
    const QString minute = tr(" minute");
    const QString minutes = tr(" minutes");
    add(tr("and &at least"), &WatchRules::leastMinutes, u"leastMinutes"_s, week, minute, minutes);
    add(tr("Stuck: being &checked for more than"), &WatchRules::validatingMinutes, u"validatingMinutes"_s,
        week, minute, minutes);
    add(tr("Stuck: file being &indexed for more than"), &WatchRules::indexingMinutes, u"indexingMinutes"_s, week,
        minute, minutes);
    add(tr("Upload: less &left than"), &WatchRules::uploadMinutesLeft, u"uploadMinutesLeft"_s, 59, minute,
        minutes);
    add(tr("Expires within"), &WatchRules::expiresDays, u"expiresDays"_s, 90, tr(" day"), tr(" days"));
    auto *usual = new QPushButton(tr("Defaul&ts"), this);
    usual->setObjectName(u"rulesDefault"_s);
    usual->setToolTip(tr("The rules that the console comes with"));
    connect(usual, &QPushButton::clicked, this, [this] {
        m_settings.set(Setting::WatchRules, QString());
        showRules({});
    });
    column->addWidget(usual, 0, Qt::AlignLeft);
    // One width for all, however long their units are.
    QList<QWidget *> boxes{m_times};
    for (const auto &[box, value] : std::as_const(m_numbers))
        boxes << box;
    int widest = 0;
    for (const QWidget *box : std::as_const(boxes))
        widest = std::max(widest, box->sizeHint().width());
    for (QWidget *box : std::as_const(boxes))
        box->setMinimumWidth(widest + metrics::edge);
}

void AlertsEdit::addKeepWatching(QVBoxLayout *column, const Theme &theme, bool hasTray)
{
    auto *keep = new QCheckBox(tr("&Go on in the tray when the window is closed"), this);
    keep->setObjectName(u"keepWatching"_s);
    keep->setChecked(hasTray && m_settings.flag(Setting::KeepWatching));
    keep->setEnabled(hasTray);
    connect(keep, &QCheckBox::toggled, this, [this](bool on) { m_settings.set(Setting::KeepWatching, on); });
    column->addWidget(keep);
    auto *why = new HintLabel(theme, Theme::FontRole::Small,
                              hasTray ? tr("Transfers go on as well. Ctrl+Q quits.")
                                      : tr("This desktop has no tray for it."),
                              this);
    why->setObjectName(u"keepWatchingHint"_s);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(metrics::checkBox + metrics::inside, 0, 0, 0);
    below->addWidget(why, 1);
    column->addLayout(below);
}

void AlertsEdit::keepRules()
{
    if (m_showing)
        return;
    WatchRules rules;
    rules.timesUsual = m_times->value();
    for (const auto &[box, value] : std::as_const(m_numbers))
        rules.*value = box->value();
    m_settings.set(Setting::WatchRules, rules == WatchRules() ? QString() : rules.toJson());
}

void AlertsEdit::showRules(const WatchRules &rules)
{
    m_showing = true;
    m_times->setValue(rules.timesUsual);
    for (const auto &[box, value] : std::as_const(m_numbers))
        box->setValue(rules.*value);
    m_showing = false;
}

} // namespace odc
