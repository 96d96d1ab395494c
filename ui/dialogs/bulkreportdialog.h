// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/consoledialog.h"

class QComboBox;

namespace odc {

class BulkJob;
class FilterProxy;
class TableView;
class TextLabel;

/// What came of each item of a bulk job; retries the failed, and asks about those whose answer was lost.
class BulkReportDialog final : public ConsoleDialog
{
    Q_OBJECT
public:
    /// The dialog closes with the job.
    BulkReportDialog(const Theme &theme, BulkJob &job, QWidget *parent);

Q_SIGNALS:
    /// The person wants to see this object in the list.
    void showObject(const QString &id);

private:
    void showOutcome();
    int selectedUnknown() const;

    BulkJob &m_job;
    FilterProxy *m_proxy;
    TableView *m_table;
    TextLabel *m_question;
    QPushButton *m_isThere;
    QPushButton *m_sendAgain;
    QPushButton *m_retry;
    QPushButton *m_goOn;
    QPushButton *m_lookAgain;
    QComboBox *m_candidates;
};

} // namespace odc
