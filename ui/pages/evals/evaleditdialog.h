// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "base/call.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QLineEdit;
class QTableWidget;

namespace odc {

class MessageBar;

/// Changes what can be changed of an eval: its name and its metadata. Sends only what is different, and stays open
/// when that did not work. Open it with open().
class EvalEditDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    enum class Part { Name, Metadata };
    /// `part` has the keyboard first.
    EvalEditDialog(const PageContext &context, const EvalObject &eval, Part part, QWidget *parent);

Q_SIGNALS:
    void changed(const odc::EvalObject &eval);

private:
    void buildMetadata();
    void addRow(const QString &key, const QString &value);
    /// As typed; lines without a key and a value are left out.
    QList<std::pair<QString, QString>> pairs() const;
    QJsonObject metadata() const;
    /// The rule that is broken, translated; empty when all is well.
    QString problem() const;
    void check();
    void save();

    PageContext m_context;
    EvalObject m_eval;
    QLineEdit *m_name;
    QTableWidget *m_metadata = nullptr;
    class TextLabel *m_problem = nullptr;
    MessageBar *m_messages;
    QPushButton *m_save = nullptr;
    Call m_call;
};

} // namespace odc
