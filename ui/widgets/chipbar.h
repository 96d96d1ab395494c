// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QLayout>

namespace odc {

class Theme;

/// One condition of a filter as a rounded button: a click on it changes it, on its cross (or Delete,
/// Backspace) takes it away.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    Chip(const Theme &theme, const QString &id, const QString &text, bool removable,
         QWidget *parent = nullptr);
    QString id() const { return m_id; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect crossRect() const;
    bool isRemoveKey(const QKeyEvent &event) const;

    const Theme &m_theme;
    QString m_id;
    bool m_removable;
    bool m_crossPointed = false;
};

/// Chips beside the filter, in one row that wraps when it must.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(const Theme &theme, QWidget *parent = nullptr);
    /// Adds a chip, or changes the text of the one with this id.
    void setChip(const QString &id, const QString &text, bool removable = true);
    void removeChip(const QString &id);
    void clear();
    QStringList ids() const;
    /// Where a menu of this chip opens: below it, where reading begins. Global.
    QPoint menuPlace(const QString &id) const;

Q_SIGNALS:
    void removeRequested(const QString &id);
    void activated(const QString &id);

private:
    Chip *find(const QString &id) const;

    const Theme &m_theme;
};

/// Lays widgets in lines like words, from the side where reading begins.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;
    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
};

} // namespace odc
