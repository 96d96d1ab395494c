// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchexport.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QTimer;
class QWidget;

namespace odc {

class ActionCollection;
class BatchResultsModel;
class ListPane;
class ProgressStrip;

/// Takes the results of a batch out of the console: copies of the selected rows, and files of all, the shown
/// or the answered ones. Texts are read and written on the pool, row by row, with progress and a way to stop.
class ResultExports final : public QObject
{
    Q_OBJECT
public:
    /// `strip` shows how an export gets on; everything handed in outlives this.
    ResultExports(const PageContext &context, ActionCollection &actions, ListPane &list,
                  BatchResultsModel &model, ProgressStrip &strip, QWidget *parent);
    ~ResultExports() override;

    /// Files are named after it.
    void setName(const QString &name) { m_name = name; }
    /// Enables what can be done with what is shown.
    void updateActions();
    QList<QAction *> copyActions() const { return {m_copyId, m_copyRow, m_copyJson}; }
    QAction *copyIds() const { return m_copyId; }
    QList<QAction *> exportActions() const { return m_exports; }

private:
    enum class Rows { All, Shown, Answered };

    QAction *addExport(ActionCollection &actions, const QString &name, const QString &text,
                       BatchExportFormat format);
    std::vector<int> rowsOf(Rows which) const;
    void exportRows(BatchExportFormat format, Rows which);
    void write(const BatchExport &wanted);
    void endWriting();
    void copy(const std::function<QString(class BatchTextReader &, const BatchRow &, int)> &text);
    QList<QByteArray> shownColumns() const;

    PageContext m_context;
    ListPane &m_list;
    BatchResultsModel &m_model;
    ProgressStrip &m_strip;
    QWidget *m_parent;
    QString m_name;
    QAction *m_copyId;
    QAction *m_copyRow;
    QAction *m_copyJson;
    QList<QAction *> m_exports;
    struct Choice
    {
        QAction *action;
        Rows rows;
    };
    QList<Choice> m_choices;
    QTimer *m_tick;
    JsonlWorkPtr m_work; ///< of the export under way; null: none
    qint64 m_rowCount = 0;
    quint64 m_copyRound = 0;
};

} // namespace odc
