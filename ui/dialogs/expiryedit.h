// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QComboBox;
class QSpinBox;

namespace odc {

/// When files that are uploaded expire: one of a few usual times, or a number of days.
class ExpiryEdit final : public QWidget
{
    Q_OBJECT
public:
    /// `unsaid`: what it is called when nothing is said to the service; translated.
    ExpiryEdit(const QString &unsaid, bool offersHour, QWidget *parent);

    /// Seconds after creation; nothing: the service's default for the purpose.
    std::optional<qint64> seconds() const;

private:
    QComboBox *m_choice;
    QSpinBox *m_days;
};

} // namespace odc
