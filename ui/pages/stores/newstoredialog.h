// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/vectorstore.h"
#include "ui/forms/createcalldialog.h"

namespace odc {

class FilePicker;
class JsonForm;

/// Makes a vector store: name, description, metadata, expiry, and files of the project with how they are cut
/// into chunks.
class NewStoreDialog final : public CreateCallDialog
{
    Q_OBJECT
public:
    NewStoreDialog(const PageContext &context, QWidget *parent);

Q_SIGNALS:
    void created(const odc::VectorStore &store);

protected:
    void takeBody(const QJsonObject &body) override;
    QJsonObject currentBody() const override { return m_body; }
    void judge() override;
    int tabOf(const QString &path) const override;
    void focusField(const QString &path) override;
    Call sendBody() override;
    void lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer) override;
    Call fetch(const QString &id) override;
    QString nameOfIt() const override;

private:
    QWidget *page(JsonForm *form);
    void takeForm();
    void showBody();
    void ended(const Result<VectorStore> &answer);

    QJsonObject m_body;
    JsonForm *m_general;
    FilePicker *m_files;
    JsonForm *m_chunking;
    bool m_filling = false;
};

} // namespace odc
