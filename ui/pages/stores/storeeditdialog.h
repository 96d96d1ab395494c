// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "api/vectorstoresapi.h"
#include "base/call.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace odc {

class MessageBar;
class MetadataEdit;
class TextLabel;

/// Changes what can be changed of a vector store: its name, its metadata, and when it expires; each can be
/// cleared. Sends only what is different, and stays open when that did not work. Open it with open().
class StoreEditDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    StoreEditDialog(const PageContext &context, const VectorStore &store, QWidget *parent);

Q_SIGNALS:
    void changed(const odc::VectorStore &store);

private:
    void buildExpiry();
    StoreUpdate update() const;
    void check();
    void save();
    void send(const StoreUpdate &update);
    void failed(const ApiError &error);

    PageContext m_context;
    VectorStore m_store;
    MessageBar *m_messages;
    QLineEdit *m_name;
    QCheckBox *m_expires = nullptr;
    QSpinBox *m_days = nullptr;
    TextLabel *m_expiryHint = nullptr;
    MetadataEdit *m_metadata = nullptr;
    TextLabel *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    Call m_call;
};

} // namespace odc
