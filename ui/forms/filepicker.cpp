// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepicker.h"

#include "base/clock.h"
#include "base/format.h"
#include "lists/filesmodel.h"
#include "lists/filterproxy.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/headercolumns.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/treeview.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

/// Puts a box before each name. What is checked is kept by id.
class FilePicker::Boxes final : public QIdentityProxyModel
{
public:
    Boxes(FilterProxy &files, QObject *parent) : QIdentityProxyModel(parent), m_proxy(files)
    {
        setSourceModel(&files);
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        Qt::ItemFlags flags = QIdentityProxyModel::flags(index) | Qt::ItemNeverHasChildren;
        if (index.column() == FilesModel::Name)
            flags |= Qt::ItemIsUserCheckable;
        return flags;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == Qt::CheckStateRole && index.column() == FilesModel::Name)
            return chosen.contains(idAt(index)) ? Qt::Checked : Qt::Unchecked;
        return QIdentityProxyModel::data(index, role);
    }
    bool setData(const QModelIndex &index, const QVariant &value, int role) override
    {
        if (role != Qt::CheckStateRole || index.column() != FilesModel::Name)
            return false;
        const QString id = idAt(index);
        chosen.removeAll(id);
        if (Qt::CheckState(value.toInt()) == Qt::Checked)
            chosen << id;
        Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
        return true;
    }
    QString idAt(const QModelIndex &index) const
    {
        return m_proxy.rows()->rowId(m_proxy.sourceRow(mapToSource(index)));
    }
    void repaintAll()
    {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, FilesModel::Name), index(rowCount() - 1, FilesModel::Name),
                               {Qt::CheckStateRole});
    }

    QStringList chosen;

private:
    FilterProxy &m_proxy;
};

FilePicker::FilePicker(const PageContext &context, int most, QWidget *parent)
    : QWidget(parent), m_context(context), m_most(most), m_files(new FilesModel(context.session, this)),
      m_proxy(new FilterProxy(this)), m_filter(new FilterEdit(context.shell.theme, this)),
      m_tree(new TreeView(context.shell.theme, this)),
      m_state(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    m_proxy->setRows(m_files);
    m_boxes = new Boxes(*m_proxy, this);
    m_filter->setObjectName(u"pickFilter"_s);
    m_filter->setAccessibleName(tr("Filter files"));
    m_filter->setPlaceholderText(tr("Filter: name, id, size>10MB …"));
    m_tree->setObjectName(u"pickFiles"_s);
    m_tree->setAccessibleName(tr("Files of the project"));
    m_tree->setRootIsDecorated(false);
    m_tree->setModel(m_boxes);
    QList<ColumnSpec> specs;
    for (int column = 0; column < m_files->columns().size(); ++column) {
        ColumnSpec spec;
        spec.width = m_files->columns().at(column).width;
        spec.minimum = std::min(spec.width, 72);
        spec.shown =
            column != FilesModel::Id && column != FilesModel::Status && column != FilesModel::Expires;
        specs << spec;
    }
    m_tree->columns()->setColumns(specs);
    m_tree->sortByColumn(FilesModel::Created, Qt::DescendingOrder);
    m_state->setObjectName(u"pickState"_s);
    m_state->setWordWrap(true);
    QPushButton *none = makeButton(context.shell.theme, tr("Choose none"), {}, ButtonRole::Flat, this);
    none->setObjectName(u"pickNone"_s);
    none->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    row->addWidget(m_filter, 1);
    row->addWidget(none);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addLayout(row);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_state);
    setFocusProxy(m_filter);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_proxy->setFilterText(text, m_context.shell.clock.unixSeconds());
        m_filter->setProblem(m_proxy->filterError());
    });
    connect(m_filter, &FilterEdit::leaveToList, m_tree, qOverload<>(&QWidget::setFocus));
    connect(none, &QPushButton::clicked, this, [this] {
        setChosen({});
        Q_EMIT changed();
    });
    connect(m_boxes, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles != QList<int>{Qt::CheckStateRole})
                    return;
                showState();
                Q_EMIT changed();
            });
    connect(m_files, &RowModelBase::loadStateChanged, this, &FilePicker::showState);
    connect(m_files, &RowModelBase::countChanged, this, &FilePicker::showState);
    showState();
}

FilePicker::~FilePicker()
{
    delete m_tree; // views go before what they show
}

void FilePicker::setChosen(const QStringList &ids)
{
    if (m_boxes->chosen == ids)
        return;
    m_boxes->chosen = ids;
    const QSignalBlocker block(this); // a person chose nothing
    m_boxes->repaintAll();
    showState();
}

QStringList FilePicker::chosen() const
{
    return m_boxes->chosen;
}

void FilePicker::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_files->loadState() == LoadState::Idle)
        m_files->refresh();
}

void FilePicker::showState()
{
    const LoadState state = m_files->loadState();
    QString said = tr("%Ln file(s) chosen", nullptr, int(m_boxes->chosen.size()));
    if (state == LoadState::Failed)
        said = tr("The files could not be listed: %1.").arg(m_files->loadError().headline());
    else if (state == LoadState::Loading && m_files->rowCount() == 0)
        said = tr("Loading…");
    else if (state == LoadState::Ready && m_files->rowCount() == 0)
        said = tr("This project has no files yet.");
    m_state->setText(said + u" · "_s +
                     tr("at most %1; more can be added afterwards").arg(format::number(m_most)));
    m_state->setToken(m_boxes->chosen.size() > m_most ? Token::Bad : Token::Secondary);
}

} // namespace odc
