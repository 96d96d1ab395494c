// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkreportdialog.h"

#include "lists/bulkmodel.h"
#include "lists/exportrows.h"
#include "lists/filterproxy.h"
#include "transfers/bulkjob.h"
#include "ui/dialogs/lostanswerdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

BulkReportDialog::BulkReportDialog(const Theme &theme, BulkJob &job, QWidget *parent)
    : ConsoleDialog(theme, tr("Report"), parent), m_job(job)
{
    setObjectName(u"bulkReport"_s);
    auto *model = new BulkModel(job, this);
    m_proxy = new FilterProxy(this);
    m_proxy->setRows(model);
    m_table = new TableView(theme, this);
    m_table->setObjectName(u"reportTable"_s);
    m_table->setAccessibleName(tr("Report"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_proxy);
    m_table->setColumns({{220, 140, false, 240}, {140, 120}, {90, 80}, {320, 160, true}, {130, 110}});
    m_table->setColumnShown(BulkModel::Progress, job.isTransfer()); // nothing else moves bytes
    // Two files of one name are told apart by it.
    const BulkJob::Kind kind = job.kind();
    m_table->setColumnShown(BulkModel::Id, kind == BulkJob::Kind::Delete || kind == BulkJob::Kind::Cancel || kind == BulkJob::Kind::Upload);
    m_table->setSortingEnabled(true);
    // What needs a person first.
    m_table->sortByColumn(BulkModel::State, Qt::DescendingOrder);
    body()->addWidget(m_table, 1);

    m_question = new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this);
    m_question->setWordWrap(true);
    m_question->setObjectName(u"lostAnswer"_s);
    body()->addWidget(m_question);
    auto *decide = new QHBoxLayout;
    m_isThere = makeButton(theme, tr("It is there"), Icon::Check, ButtonRole::Default, this);
    m_isThere->setObjectName(u"isThere"_s);
    m_sendAgain = makeButton(theme, tr("Send it again"), Icon::Retry, ButtonRole::Default, this);
    m_sendAgain->setObjectName(u"sendAgain"_s);
    m_lookAgain = makeButton(theme, tr("Look again"), Icon::Search, ButtonRole::Default, this);
    m_lookAgain->setObjectName(u"lookAgain"_s);
    m_candidates = new QComboBox(this);
    m_candidates->setAccessibleName(tr("Which of them it is"));
    decide->addWidget(m_candidates);
    decide->addWidget(m_isThere);
    decide->addWidget(m_lookAgain);
    decide->addWidget(m_sendAgain);
    decide->addStretch(1);
    body()->addLayout(decide);

    auto *copy = new CopyButton(theme, tr("Copy the report"), this);
    copy->setText(tr("Copy report"));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setAutoRaise(false);
    setButtonRole(copy, ButtonRole::Default);
    copy->setSource([model] {
        QList<int> rows;
        for (int i = 0; i < model->rowCount(); ++i)
            rows << i;
        return QString::fromUtf8(toCsv(exportData(*model, rows, ExportPart::Cells)));
    });
    addToRow(copy);
    m_retry = addButton({}, ButtonRole::Default);
    m_retry->setObjectName(u"reportRetry"_s);
    m_goOn = addButton({}, ButtonRole::Default);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_retry, &QPushButton::clicked, &m_job, &BulkJob::retryFailed);
    connect(m_goOn, &QPushButton::clicked, &m_job, &BulkJob::goOn);
    connect(m_lookAgain, &QPushButton::clicked, this, [this] {
        if (const int index = selectedUnknown(); index >= 0)
            m_job.lookAgain(index);
    });
    connect(m_isThere, &QPushButton::clicked, this, [this] {
        const int index = selectedUnknown();
        if (index < 0)
            return;
        const QString id = m_candidates->currentText();
        m_job.decide(index, true, id);
        if (!id.isEmpty())
            Q_EMIT showObject(id);
    });
    connect(m_sendAgain, &QPushButton::clicked, this, [this] {
        if (const int index = selectedUnknown(); index >= 0)
            m_job.decide(index, false);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BulkReportDialog::showOutcome);
    // Ten thousand items may change in one turn: what stands around the table follows once.
    auto *due = new QTimer(this);
    due->setSingleShot(true);
    due->setInterval(0);
    connect(due, &QTimer::timeout, this, &BulkReportDialog::showOutcome);
    connect(&job, &BulkJob::progressChanged, due, qOverload<>(&QTimer::start));
    connect(&job, &BulkJob::itemChanged, due, qOverload<>(&QTimer::start));
    connect(&job, &QObject::destroyed, this, &QDialog::reject);
    setWantedSize({820, 480});
    showOutcome();
}

int BulkReportDialog::selectedUnknown() const
{
    if (m_job.count(BulkItem::State::Unknown) == 0)
        return -1;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int chosen = rows.isEmpty() ? -1 : m_proxy->sourceRow(rows.first());
    if (chosen >= 0)
        return m_job.items().at(chosen).state == BulkItem::State::Unknown ? chosen : -1;
    for (int i = 0; i < m_job.total(); ++i) {
        if (m_job.items().at(i).state == BulkItem::State::Unknown)
            return i;
    }
    return -1;
}

void BulkReportDialog::showOutcome()
{
    setIntroduction(bulkHeadline(m_job));
    const int failed = m_job.count(BulkItem::State::Failed);
    const int skipped = m_job.count(BulkItem::State::Skipped);
    const bool ended = m_job.state() == BulkJob::State::Finished;
    m_retry->setVisible(failed > 0);
    m_retry->setEnabled(ended);
    m_retry->setText(tr("Retry %Ln failed", nullptr, failed));
    m_goOn->setVisible(skipped > 0);
    m_goOn->setEnabled(ended);
    m_goOn->setText(tr("Go on with %Ln", nullptr, skipped));
    const int unknown = selectedUnknown();
    for (QWidget *widget : {static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_isThere),
                            static_cast<QWidget *>(m_sendAgain), static_cast<QWidget *>(m_lookAgain)})
        widget->setVisible(unknown >= 0);
    const QStringList candidates = unknown < 0 ? QStringList() : m_job.items().at(unknown).candidates;
    m_candidates->setVisible(candidates.size() > 1);
    QStringList offered;
    for (int i = 0; i < m_candidates->count(); ++i)
        offered << m_candidates->itemText(i);
    if (offered != candidates) {
        m_candidates->clear();
        m_candidates->addItems(candidates);
    }
    m_isThere->setEnabled(!candidates.isEmpty());
    if (unknown >= 0) {
        const BulkItem &item = m_job.items().at(unknown);
        m_question->setText(lostAnswerQuestion(item.title, item.lookedUp, item.candidates));
    }
}

} // namespace odc
