// SPDX-License-Identifier: GPL-3.0-or-later
#include "usesdialog.h"

#include "index/objectarea.h"
#include "ui/widgets/filteredit.h"

#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

UsesDialog::UsesDialog(const Theme &theme, const QList<UseRow> &rows, QWidget *parent)
    : ConsoleDialog(theme, tr("Used by %Ln object(s)", nullptr, int(rows.size())), parent), m_rows(rows),
      m_list(new QListView(this)), m_proxy(new QSortFilterProxyModel(this))
{
    setObjectName(u"usesDialog"_s);
    auto *filter = new FilterEdit(theme, this);
    filter->setObjectName(u"usesFilter"_s);
    filter->setPlaceholderText(tr("Filter: name or id"));
    body()->addWidget(filter);
    QStringList lines;
    for (const UseRow &row : rows) {
        QStringList parts{fileuses::roleText(row.role) + u' ' + row.title};
        if (row.title != row.id)
            parts << row.id;
        if (!row.finished)
            parts << tr("running");
        lines << parts.join(u"  ·  "_s);
    }
    m_proxy->setSourceModel(new QStringListModel(lines, this));
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(u"allUses"_s);
    m_list->setAccessibleName(tr("Used by"));
    m_list->setModel(m_proxy);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setCurrentIndex(m_proxy->index(0, 0));
    body()->addWidget(m_list, 1);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Default);
    QPushButton *show = addButton(tr("Show"), ButtonRole::Primary);
    show->setObjectName(u"showUse"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(show, &QPushButton::clicked, this, &UsesDialog::go);
    connect(m_list, &QListView::activated, this, &UsesDialog::go);
    connect(filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text.trimmed());
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_proxy->index(0, 0));
    });
    connect(filter, &FilterEdit::leaveToList, m_list, qOverload<>(&QWidget::setFocus));
    setWantedSize({560, 480});
    m_list->setFocus();
}

void UsesDialog::go()
{
    const QModelIndex index = m_proxy->mapToSource(m_list->currentIndex());
    if (!index.isValid() || !isVisible()) // Enter is the list's and the button's at once
        return;
    const UseRow &row = m_rows.at(index.row());
    accept();
    Q_EMIT objectRequested(areaOf(row.kind), row.id);
}

} // namespace odc
