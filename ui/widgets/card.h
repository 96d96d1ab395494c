// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace odc {

class Theme;
class SectionLabel;

/// A group on the base ground with a line around it: figures of the overview, code, search results. Put the
/// contents into contentLayout(); without a title there is none above them.
class Card : public QWidget
{
    Q_OBJECT

public:
    explicit Card(const Theme &theme, const QString &title = {}, QWidget *parent = nullptr);
    QVBoxLayout *contentLayout() const { return m_layout; }
    void setTitle(const QString &title);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    SectionLabel *m_title;
};

} // namespace odc
