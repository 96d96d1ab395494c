// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

#include <QHash>
#include <QIcon>

#include <functional>

class QAction;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTimer;

namespace odc {

class FilterEdit;
class TextLabel;
class TreeView;
struct ApiOperation;

/// Every operation of the API with its place in the window and its shortcut, by area. Choosing one goes to
/// its place; it does nothing else.
class OperationsDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// An area, as the navigation has it.
    struct Area
    {
        QString id;
        QString title;
        QIcon icon;
    };
    /// `find` gives the action of a name; null while its page is not made yet.
    OperationsDialog(const Theme &theme, const QList<Area> &areas,
                     std::function<QAction *(const QString &)> find, QWidget *parent);

    TreeView *tree() const { return m_tree; }

Q_SIGNALS:
    /// `action` may be empty: there is nothing to press for it.
    void placeRequested(const QString &pageId, const QString &action);

protected:
    /// Enter in the filter goes to the place of what was found first.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<Area> &areas);
    QString placeOf(const ApiOperation &operation, const QAction *action) const;
    /// Texts and shortcuts of the actions as they are now.
    void showActions();
    void applyFilter(const QString &text);
    void choose();

    class Proxy;
    std::function<QAction *(const QString &)> m_find;
    QStandardItemModel *m_model;
    Proxy *m_proxy;
    FilterEdit *m_filter;
    TreeView *m_tree;
    TextLabel *m_count;
    QPushButton *m_go;
    QTimer *m_later; ///< pages are made one after the other
    QHash<QString, QString> m_areaTitles;
};

} // namespace odc
