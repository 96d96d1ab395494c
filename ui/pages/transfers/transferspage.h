// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/listpage.h"

namespace odc {

class TransferCommands;
class TransferDetails;
class TransfersModel;

/// All uploads and downloads of the profile: how they stand, their order, and what a person can do with them.
class TransfersPage final : public ListPage
{
    Q_OBJECT
public:
    explicit TransfersPage(const PageContext &context, QWidget *parent = nullptr);
    ~TransfersPage() override;

    /// Those that are under way.
    qint64 navigationCount() const override;

protected:
    QList<QAction *> ownActions() const override;
    void updateActions(int selected) override;
    void showDetails(int row, int others) override;
    QString summaryOfAll() const override;
    QString summaryOf(const QList<int> &rows) const override;
    QString objectPath(const QString &id) const override;

private:
    TransfersPage(const PageContext &context, TransfersModel *model, QWidget *parent);
    void buildActions();
    void buildFacets();
    ListPageTexts texts() const;
    void activate();

    TransfersModel &m_model;
    TransferDetails *m_details;
    TransferCommands *m_commands = nullptr;
    QAction *m_upload = nullptr;
};

} // namespace odc
