// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributesreviewdialog.h"

#include "lists/filterproxy.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Space checks, or unchecks, all rows that are selected.
class ReviewTable final : public TableView
{
public:
    ReviewTable(const Theme &theme, ReviewModel &changes, const FilterProxy &proxy, QWidget *parent)
        : TableView(theme, parent), m_changes(changes), m_proxy(proxy)
    {
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier || !selectionModel()) {
            TableView::keyPressEvent(event);
            return;
        }
        const QModelIndexList rows = selectionModel()->selectedRows(ReviewModel::File);
        const bool check = std::any_of(rows.cbegin(), rows.cend(), [](const QModelIndex &row) {
            return row.data(Qt::CheckStateRole).isValid() &&
                   row.data(Qt::CheckStateRole).toInt() != Qt::Checked;
        });
        QList<int> changes;
        for (const QModelIndex &row : rows)
            changes << m_proxy.sourceRow(row);
        m_changes.choose(changes, check);
        event->accept();
    }

private:
    ReviewModel &m_changes;
    const FilterProxy &m_proxy;
};

} // namespace

AttributesReviewDialog::AttributesReviewDialog(const Theme &theme, const QList<ReviewedChange> &changes,
                                               bool isProduction, QWidget *parent)
    : ConsoleDialog(theme, tr("Review changes"), parent), m_model(new ReviewModel(changes, this)),
      m_counts(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setObjectName(u"reviewDialog"_s);
    int conflicts = 0;
    int problems = 0;
    for (const ReviewedChange &change : changes) {
        conflicts += int(change.isConflict && change.problem.isEmpty());
        problems += int(!change.problem.isEmpty());
    }
    QStringList introduction;
    if (isProduction)
        introduction << tr("This profile is marked as production.");
    introduction << tr("The service takes all attributes of a file at once. Each file is read again right "
                       "before, so that what "
                       "others added stays; what has no check here stays staged.");
    if (conflicts > 0)
        introduction << tr("%Ln cell(s) were changed by somebody else since you edited them.", nullptr,
                           conflicts);
    if (problems > 0)
        introduction << tr("%Ln cell(s) cannot be sent as they are.", nullptr, problems);
    setIntroduction(introduction.join(u' '));

    auto *proxy = new FilterProxy(this);
    proxy->setRows(m_model);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    auto *filter = new FilterEdit(theme, this);
    filter->setObjectName(u"reviewFilter"_s);
    filter->setPlaceholderText(tr("Filter: words, key=lang, after:draft …"));
    row->addWidget(filter, 1);
    QPushButton *all = makeButton(theme, tr("Check all"), {}, ButtonRole::Flat, this);
    all->setObjectName(u"reviewAll"_s);
    QPushButton *none = makeButton(theme, tr("Check none"), {}, ButtonRole::Flat, this);
    none->setObjectName(u"reviewNone"_s);
    row->addWidget(all);
    row->addWidget(none);
    body()->addLayout(row);
    auto *table = new ReviewTable(theme, *m_model, *proxy, this);
    table->setObjectName(u"reviewTable"_s);
    table->setAccessibleName(tr("Changes"));
    table->setEdgePadding(metrics::inside);
    table->setModel(proxy);
    table->setColumns(
        {{190, 130, false, 360}, {100, 70, true}, {110, 80, true}, {110, 80, true}, {150, 110, true}});
    // What needs a person first, else as the grid has them.
    table->sortByColumn(conflicts + problems > 0 ? ReviewModel::Note : ReviewModel::File, Qt::AscendingOrder);
    body()->addWidget(table, 1);

    m_counts->setObjectName(u"reviewCounts"_s);
    addToRow(m_counts);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    m_send = addButton({}, ButtonRole::Primary);
    m_send->setObjectName(u"reviewSend"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_model->chosen());
        accept();
    });
    connect(filter, &FilterEdit::filterChanged, this, [proxy, filter](const QString &text) {
        proxy->setFilterText(text, 0);
        filter->setProblem(proxy->filterError());
    });
    connect(filter, &FilterEdit::leaveToList, table, qOverload<>(&QWidget::setFocus));
    connect(all, &QPushButton::clicked, m_model, [this] { m_model->chooseAll(true); });
    connect(none, &QPushButton::clicked, m_model, [this] { m_model->chooseAll(false); });
    connect(m_model, &ReviewModel::chosenChanged, this, &AttributesReviewDialog::showCounts);
    setWantedSize({960, 600});
    showCounts();
    table->setFocus();
}

void AttributesReviewDialog::showCounts()
{
    const int chosen = m_model->chosenCount();
    m_counts->setText(tr("%1 of %2, in %3")
                          .arg(QLocale().toString(chosen), tr("%Ln change(s)", nullptr, m_model->rowCount()),
                               tr("%Ln file(s)", nullptr, m_model->chosenFileCount())));
    m_send->setText(tr("Send %Ln change(s)", nullptr, chosen));
    m_send->setEnabled(chosen > 0);
}

} // namespace odc
