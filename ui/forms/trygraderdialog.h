// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/call.h"
#include "evals/graderrules.h"
#include "ui/context/shellcontext.h"
#include "ui/dialogs/consoledialog.h"

#include <QJsonArray>
#include <QJsonObject>

class QTableWidget;

namespace odc {

struct GraderVerdict;
class MessageBar;
class Session;
class TextLabel;

/// Grades some rows, typed or the first of a file, with one grader, before anything is saved. The local
/// server works it out, whatever profile is open: nothing leaves this computer.
class TryGraderDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    TryGraderDialog(const ShellContext &context, const QJsonObject &grader, const QJsonObject &itemSchema,
                    QWidget *parent, GraderUse use = GraderUse::Eval);

    /// Whether it can be worked out here; else why not, translated.
    static QString whyNot(const QJsonObject &grader);

private:
    void openFile();
    void addRow(const QJsonObject &item, const QString &answer);
    void grade();
    void gradeRow(int row);
    void showVerdict(int row, const GraderVerdict &verdict);
    void setResult(int row, const QString &score, const QString &verdict, int tone);
    void summarize();

    ShellContext m_context;
    QJsonObject m_grader;
    const GraderUse m_use;
    MessageBar *m_message;
    QTableWidget *m_table;
    TextLabel *m_summary;
    QPushButton *m_grade = nullptr;
    Session *m_session = nullptr; ///< of the local server; a child
    Call m_call;
};

} // namespace odc
