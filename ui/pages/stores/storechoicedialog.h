// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"

namespace odc {

class FilterEdit;
class FilterProxy;
class TableView;
class TextLabel;
class VectorStoresModel;

/// Asks which vector store something is for; a new one may be made. Open it with open().
class StoreChoiceDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// The model outlives the dialog.
    StoreChoiceDialog(const PageContext &context, VectorStoresModel &stores, const QString &about,
                      QWidget *parent);

Q_SIGNALS:
    void chosen(const odc::VectorStore &store);
    void newStoreWanted();

private:
    void choose();
    void followSelection();

    VectorStoresModel &m_stores;
    FilterProxy *m_proxy;
    FilterEdit *m_filter;
    TableView *m_table;
    TextLabel *m_state;
    QPushButton *m_choose;
};

} // namespace odc
