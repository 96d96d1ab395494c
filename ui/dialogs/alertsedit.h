// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watch/watchrules.h"

#include <QWidget>

class QDoubleSpinBox;
class QSpinBox;
class QVBoxLayout;

namespace odc {

class Settings;
class Theme;

/// What is watched for and said on the desktop: kinds of alerts, what counts as stuck, and whether a closed
/// window goes on watching. Each takes effect at once.
class AlertsEdit final : public QWidget
{
    Q_OBJECT
public:
    /// `hasTray`: the desktop has a place for a window that goes on when it is closed.
    AlertsEdit(const Theme &theme, Settings &settings, bool hasTray, QWidget *parent);

private:
    void addKinds(QVBoxLayout *column);
    void addRules(QVBoxLayout *column);
    void addKeepWatching(QVBoxLayout *column, const Theme &theme, bool hasTray);
    void keepRules();
    void showRules(const WatchRules &rules);

    Settings &m_settings;
    QDoubleSpinBox *m_times = nullptr;
    QList<std::pair<QSpinBox *, int WatchRules::*>> m_numbers;
    bool m_showing = false;
};

} // namespace odc
