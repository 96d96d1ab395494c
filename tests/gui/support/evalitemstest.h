// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "lists/outputitemsmodel.h"
#include "ui/pages/evals/itemspane.h"

#include <QLabel>
#include <QTemporaryDir>

namespace odc::test {

/// A console whose local server has a run of 250 items, and the items in a window of their own. Row n is
/// wrong when it ends in 3, and nearly right when it ends in 5.
class EvalItemsTest : public QObject
{
protected:
    void openConsole();
    void openPane();
    void closePane();
    /// Waits for the run, shows it.
    void show(const EvalRun &run);
    OutputItemsModel &model() { return const_cast<OutputItemsModel &>(m_pane->model()); }
    QStringList column(QByteArrayView key) const;
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }
    QString shown() const { return m_pane->findChild<QLabel *>(QStringLiteral("itemTitle"))->text(); }
    /// Item numbers that are selected.
    QList<int> selected() const;
    void press(const QKeySequence &keys);
    int count(const QByteArray &method, const QString &pathPart) const;
    /// Calls of that path that got their answer.
    int ended(const QString &pathEnd) const;

    Theme m_theme;
    QTemporaryDir m_home;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<QWidget> m_window;
    ItemsPane *m_pane = nullptr;
    EvalObject m_eval;
    EvalRun m_run;
};

QJsonObject itemsRunBody(int rows);

} // namespace odc::test
