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
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/treeview.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QItemSelectionModel>
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

FilePicker::FilePicker(const PageContext &context, const Options &options, QWidget *parent)
    : QWidget(parent), m_context(context), m_options(options), m_files(new FilesModel(context.session, this)),
      m_proxy(new FilterProxy(this)), m_filter(new FilterEdit(context.shell.theme, this)),
      m_tree(new TreeView(context.shell.theme, this)),
      m_state(new TextLabel(context.shell.theme, Theme::FontRole::Small, Token::Secondary, {}, this))
{
    m_proxy->setRows(m_files);
    m_boxes = new Boxes(*m_proxy, this);
    const bool hasBoxes = options.choice == Choice::Boxes;
    m_filter->setObjectName(u"pickFilter"_s);
    m_filter->setAccessibleName(tr("Filter files"));
    m_filter->setPlaceholderText(tr("Filter: name, id, size>10MB …"));
    m_filter->setFilter(options.filter);
    m_proxy->setFilterText(options.filter, context.shell.clock.unixSeconds());
    m_tree->setObjectName(u"pickFiles"_s);
    m_tree->setAccessibleName(tr("Files of the project"));
    m_tree->setRootIsDecorated(false);
    if (hasBoxes)
        m_tree->setModel(m_boxes);
    else
        m_tree->setModel(m_proxy);
    m_tree->setSelectionMode(options.choice == Choice::Many ? QAbstractItemView::ExtendedSelection
                                                            : QAbstractItemView::SingleSelection);
    m_overlay = new StateOverlay(context.shell.theme, m_tree);
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
    none->setVisible(hasBoxes);
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
        showState();
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
    if (!hasBoxes) {
        connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
            showState();
            Q_EMIT changed();
        });
        connect(m_tree, &QAbstractItemView::activated, this, &FilePicker::activated);
    }
    connect(m_overlay, &StateOverlay::actionTriggered, m_files, &RowModelBase::refresh);
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
    if (m_options.choice == Choice::Boxes)
        return m_boxes->chosen;
    QStringList ids;
    const QList<FileObject> marked = files();
    for (const FileObject &file : marked)
        ids << file.id;
    return ids;
}

QList<FileObject> FilePicker::files() const
{
    QList<FileObject> found;
    if (m_options.choice == Choice::Boxes) {
        for (const FileObject &file : m_files->items()) {
            if (m_boxes->chosen.contains(file.id))
                found << file;
        }
        return found;
    }
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const int source = m_proxy->sourceRow(row); source >= 0)
            found << m_files->items().at(source);
    }
    return found;
}

void FilePicker::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_files->loadState() == LoadState::Idle)
        m_files->refresh();
}

void FilePicker::showState()
{
    showOverlay();
    const LoadState state = m_files->loadState();
    QString said = chosenText();
    if (state == LoadState::Failed)
        said = tr("The files could not be listed: %1.").arg(m_files->loadError().headline());
    else if (state == LoadState::Loading && m_files->rowCount() == 0)
        said = tr("Loading…");
    else if (state == LoadState::Ready && m_files->rowCount() == 0)
        said = tr("This project has no files yet.");
    if (m_options.most > 0)
        said += u" · "_s + tr("at most %1; more can be added afterwards").arg(format::number(m_options.most));
    m_state->setText(said);
    const bool tooMany = m_options.most > 0 && m_boxes->chosen.size() > m_options.most;
    m_state->setToken(tooMany ? Token::Bad : Token::Secondary);
}

QString FilePicker::chosenText() const
{
    if (m_options.choice == Choice::Boxes)
        return tr("%Ln file(s) chosen", nullptr, int(m_boxes->chosen.size()));
    const QList<FileObject> marked = files();
    qint64 bytes = 0;
    for (const FileObject &file : marked)
        bytes += file.bytes;
    const int all = m_files->rowCount();
    QString text = m_proxy->rowCount() == all
                       ? tr("%Ln file(s)", nullptr, all)
                       : tr("%1 of %2 files").arg(format::number(m_proxy->rowCount()), format::number(all));
    if (!marked.isEmpty())
        text += u" · "_s + tr("%Ln chosen, %1", nullptr, int(marked.size())).arg(format::size(bytes));
    return text;
}

void FilePicker::showOverlay()
{
    StateOverlay::State state;
    if (m_proxy->rowCount() == 0) {
        switch (m_files->loadState()) {
        case LoadState::Idle:
        case LoadState::Loading:
            state.kind = StateOverlay::Kind::Loading;
            state.sentence = tr("Loading the project's files…");
            break;
        case LoadState::Failed:
        case LoadState::Unavailable:
            state.kind = StateOverlay::Kind::Error;
            state.sentence = m_files->loadError().headline();
            state.detail = m_files->loadError().advice();
            state.actionText = tr("Try again");
            break;
        case LoadState::Ready:
        case LoadState::Stopped:
            state.kind = StateOverlay::Kind::Empty;
            state.sentence =
                m_files->rowCount() == 0 ? tr("This project has no files yet.") : tr("No file matches.");
            break;
        }
    }
    m_overlay->setState(state);
}

} // namespace odc
