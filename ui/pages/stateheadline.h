// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace odc {

class StateLabel;
class TextLabel;
struct CellProgress;

/// How a thing of a list stands, above its details: its state, what that means, a bar, and a button for what
/// comes next. Each kind adds what it has, from above to below.
class StateHeadline : public QWidget
{
    Q_OBJECT
protected:
    StateHeadline(const Theme &theme, QWidget *parent);

    QVBoxLayout *column() const { return m_column; }
    StateLabel *addState(const QString &name);
    /// Wraps, and can be selected.
    TextLabel *addText(Token token, const QString &name);
    void addBar();
    QPushButton *addNext(const QString &name);
    void showBar(bool isShown, const CellProgress &value);
    /// What a screen reader says of the bar.
    void nameBar(const QString &name, const QString &description = {});

private:
    class Bar;

    const Theme &m_theme;
    QVBoxLayout *m_column;
    Bar *m_bar = nullptr;
};

} // namespace odc
