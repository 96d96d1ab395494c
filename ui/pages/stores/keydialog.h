// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

#include <functional>

class QLineEdit;

namespace odc {

/// Asks for a key of attributes; what is no key, or is taken, is said as it is typed.
class KeyDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// `check`: why it cannot be this one, empty: it can. `key`: what stands there first.
    KeyDialog(const Theme &theme, const QString &title, const QString &introduction, const QString &confirm,
              const QString &key, std::function<QString(const QString &)> check, QWidget *parent);

Q_SIGNALS:
    void chosen(const QString &key);

private:
    QLineEdit *m_key;
};

} // namespace odc
