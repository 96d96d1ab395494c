// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "base/result.h"
#include "evals/expectedanswer.h"
#include "evals/runcomparison.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace odc {

class ActionCollection;
class MessageBar;

/// Takes a comparison out of the console: all its rows as CSV, and the eval with its rows as a configuration
/// of Promptfoo in a folder of its own. Nothing that is there is overwritten unasked.
class CompareExports : public QObject
{
    Q_OBJECT
public:
    CompareExports(const PageContext &context, ActionCollection &actions, MessageBar &messages,
                   QWidget *parent);

    void setComparison(const std::shared_ptr<const RunComparison> &comparison, const EvalObject &eval,
                       const QList<EvalRun> &runs, const QStringList &criterionTitles,
                       const ExpectedAnswer &expected);
    void clear();
    QList<QAction *> actions() const;

private:
    QString lastFolder() const;
    void exportTable();
    void exportConfiguration();
    void writeConfiguration(const QString &folder);
    void tell(const Result<void> &written, const QString &text);

    PageContext m_context;
    MessageBar &m_messages;
    QWidget *m_parent;
    std::shared_ptr<const RunComparison> m_comparison;
    EvalObject m_eval;
    QList<EvalRun> m_runs;
    QStringList m_criterionTitles;
    ExpectedAnswer m_expected;
    QAction *m_table;
    QAction *m_configuration;
};

} // namespace odc
