// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/pagecontext.h"
#include "ui/pages/batches/batchsourcepane.h"

class QPushButton;
class QStackedWidget;

namespace odc {

class BatchCheckView;
class BatchPreparation;
class ElidedLabel;
class StateOverlay;

/// A file of requests on this computer, chosen or dropped; its check begins at once.
class BatchFilePane final : public BatchSourcePane
{
    Q_OBJECT
public:
    BatchFilePane(const PageContext &context, QWidget *parent = nullptr);

    void setPath(const QString &path);
    const QString &path() const { return m_path; }

    QList<FormProblem> problems() const override;
    void focusField(const QString &path) override;
    QString endpoint() const override;
    QString endpointReason() const override;
    int batches() const override;
    bool hasWork() const override { return !m_path.isEmpty(); }
    BatchInputPtr input() const override;

private:
    void browse();
    void showFile();

    PageContext m_context;
    QString m_path;
    BatchPreparation *m_preparation;
    QStackedWidget *m_pages;
    StateOverlay *m_nothing;
    ElidedLabel *m_name;
    QPushButton *m_other;
    QPushButton *m_again;
    BatchCheckView *m_check;
};

} // namespace odc
