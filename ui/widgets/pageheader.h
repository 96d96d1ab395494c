// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/variants.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QAction;

namespace odc {

class Theme;
class ElidedLabel;

/// Top of a page: title, the one line that says how things stand, and the page's actions at the end.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const Theme &theme, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSummary(const QString &summary);
    QString summary() const;
    /// A button for the action, after those already there; the primary one comes last.
    QPushButton *addAction(QAction *action, ButtonRole role);
    /// Any other control, among the buttons.
    void addWidget(QWidget *widget);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_summary;
    QHBoxLayout *m_actions;
};

} // namespace odc
