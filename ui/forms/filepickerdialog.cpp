// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepickerdialog.h"

#include "base/clock.h"
#include "base/format.h"
#include "lists/filesmodel.h"
#include "lists/filterproxy.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

FilePickerDialog::FilePickerDialog(const PageContext &context, const QString &introduction, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Choose files of the project"), parent), m_context(context),
      m_model(new FilesModel(context.session, this)), m_proxy(new FilterProxy(this)),
      m_filter(new FilterEdit(theme(), this)), m_table(new TableView(theme(), this)),
      m_summary(new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setObjectName(u"filePicker"_s);
    setIntroduction(introduction);
    m_filter->setObjectName(u"pickerFilter"_s);
    m_filter->setAccessibleName(tr("Filter the files"));
    m_filter->setPlaceholderText(tr("Filter: manual purpose:assistants size<10MB created<7d"));
    body()->addWidget(m_filter);
    m_proxy->setRows(m_model);
    m_table->setObjectName(u"pickerTable"_s);
    m_table->setAccessibleName(tr("Files of the project"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_proxy);
    m_table->setColumns({{260, 140}, {190, 120}, {100, 80}, {90, 80}, {110, 90}, {120, 90}, {100, 80}});
    m_table->setColumnShown(FilesModel::Status, false);
    m_table->setColumnShown(FilesModel::Expires, false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FilesModel::Created, Qt::DescendingOrder);
    m_table->setMinimumHeight(260);
    body()->addWidget(m_table, 1);
    m_overlay = new StateOverlay(theme(), m_table);
    m_summary->setObjectName(u"pickerSummary"_s);
    body()->addWidget(m_summary);

    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_choose = addButton({}, ButtonRole::Primary);
    m_choose->setObjectName(u"chooseFiles"_s);
    const auto choose = [this] {
        m_files.clear();
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        for (const QModelIndex &row : rows) {
            if (const int source = m_proxy->sourceRow(row); source >= 0)
                m_files << m_model->items().at(source);
        }
        if (!m_files.isEmpty())
            accept();
    };
    connect(m_choose, &QPushButton::clicked, this, choose);
    connect(m_table, &QAbstractItemView::doubleClicked, this, choose);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text, m_context.shell.clock.unixSeconds());
        m_filter->setProblem(m_proxy->filterError());
        showState();
    });
    connect(m_filter, &FilterEdit::leaveToList, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FilePickerDialog::showChoice);
    connect(m_model, &RowModelBase::loadStateChanged, this, &FilePickerDialog::showState);
    connect(m_model, &RowModelBase::countChanged, this, &FilePickerDialog::showState);
    connect(m_overlay, &StateOverlay::actionTriggered, m_model, &RowModelBase::refresh);
    setWantedSize({860, 560});
    m_filter->setFocus();
    m_model->refresh();
    showState();
}

void FilePickerDialog::showState()
{
    StateOverlay::State state;
    if (m_proxy->rowCount() == 0) {
        switch (m_model->loadState()) {
        case LoadState::Idle:
        case LoadState::Loading:
            state.kind = StateOverlay::Kind::Loading;
            state.sentence = tr("Loading the project's files…");
            break;
        case LoadState::Failed:
        case LoadState::Unavailable:
            state.kind = StateOverlay::Kind::Error;
            state.sentence = m_model->loadError().headline();
            state.detail = m_model->loadError().advice();
            state.actionText = tr("Try again");
            break;
        case LoadState::Ready:
        case LoadState::Stopped:
            state.kind = StateOverlay::Kind::Empty;
            state.sentence =
                m_model->rowCount() == 0 ? tr("This project has no files yet.") : tr("No file matches.");
            break;
        }
    }
    m_overlay->setState(state);
    showChoice();
}

void FilePickerDialog::showChoice()
{
    qint64 bytes = 0;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const int source = m_proxy->sourceRow(row); source >= 0)
            bytes += m_model->items().at(source).bytes;
    }
    const int count = int(rows.size());
    m_choose->setText(count == 0 ? tr("Choose") : tr("Choose %Ln file(s)", nullptr, count));
    m_choose->setEnabled(count > 0);
    QString text = m_proxy->rowCount() == m_model->rowCount()
                       ? tr("%Ln file(s)", nullptr, m_model->rowCount())
                       : tr("%1 of %2 files")
                             .arg(format::number(m_proxy->rowCount()), format::number(m_model->rowCount()));
    if (count > 0)
        text += u" · "_s + tr("%Ln chosen, %1", nullptr, count).arg(format::size(bytes));
    m_summary->setText(text);
}

} // namespace odc
