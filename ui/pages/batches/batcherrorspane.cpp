// SPDX-License-Identifier: GPL-3.0-or-later
#include "batcherrorspane.h"

#include "base/format.h"
#include "lists/filterproxy.h"
#include "lists/rowmodel.h"
#include "lists/textorder.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct ErrorRow
{
    QString id; ///< its place in the batch's list
    BatchLineError error;

    QJsonObject toJson() const
    {
        return {{u"code"_s, error.code}, {u"message"_s, error.message}, {u"param"_s, error.param}, {u"line"_s, error.line}};
    }
    bool operator==(const ErrorRow &other) const { return id == other.id && toJson() == other.toJson(); }
};

} // namespace

class BatchErrorsModel final : public RowModel<ErrorRow>
{
public:
    enum Column { Line, Message, Code, Param };

    explicit BatchErrorsModel(QObject *parent) : RowModel(parent)
    {
        setColumns({{"line"_ba, BatchErrorsPane::tr("Line"), ColumnType::Number, 64, true},
                    {"message"_ba, BatchErrorsPane::tr("Reason"), ColumnType::Text, 180, true},
                    {"code"_ba, BatchErrorsPane::tr("Code"), ColumnType::Text, 130, true},
                    {"param"_ba, BatchErrorsPane::tr("Field"), ColumnType::Text, 90, true}});
    }

protected:
    QVariant cell(const ErrorRow &row, int column, int role) const override
    {
        if (role == Qt::ToolTipRole)
            return column == Message ? format::severalLines(row.error.message, 1000) : QVariant();
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        if (column == Line)
            return row.error.line > 0 ? format::number(row.error.line) : BatchErrorsPane::tr("file", "instead of a line number");
        return format::oneLine(raw(row, column).toString());
    }
    QVariant raw(const ErrorRow &row, int column) const override
    {
        switch (Column(column)) {
        case Line:
            return row.error.line;
        case Message:
            return row.error.message;
        case Code:
            return row.error.code;
        case Param:
            return row.error.param;
        }
        return {};
    }
    int compare(int column, const ErrorRow &left, const ErrorRow &right) const override
    {
        return column == Line ? order(left.error.line, right.error.line)
                              : compareText(raw(left, column).toString(), raw(right, column).toString());
    }
};

BatchErrorsPane::BatchErrorsPane(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_note(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_table(new TableView(theme, this)),
      m_whole(new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this)), m_model(new BatchErrorsModel(this))
{
    setObjectName(u"batchErrors"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(metrics::edge, metrics::inside, metrics::edge, 0);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    m_whole->setWordWrap(true);
    m_whole->setObjectName(u"batchErrorText"_s);
    m_whole->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_whole->setContentsMargins(metrics::edge, 0, metrics::edge, metrics::between);
    layout->addWidget(m_whole);
    auto *proxy = new FilterProxy(this);
    proxy->setRows(m_model);
    m_table->setObjectName(u"batchErrorsTable"_s);
    m_table->setAccessibleName(tr("Errors of the input file"));
    m_table->setModel(proxy);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumns({{78, 78, false, 78}, {180, 120, true}, {130, 80}, {90, 60}});
    m_table->sortByColumn(BatchErrorsModel::Line, Qt::AscendingOrder);
    const auto openRow = [this, proxy](const QModelIndex &index) { open(proxy->sourceRow(index)); };
    connect(m_table, &QAbstractItemView::clicked, this, openRow);
    connect(m_table, &QAbstractItemView::activated, this, openRow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, proxy](const QModelIndex &index) { showWhole(proxy->sourceRow(index)); });
}

void BatchErrorsPane::setBatch(const BatchObject &batch)
{
    if (batch.id != m_batchId)
        m_model->clear();
    if (m_model->rowCount() == 0)
        m_whole->hide();
    m_batchId = batch.id;
    QList<ErrorRow> rows;
    for (qsizetype i = 0; i < batch.errors.size(); ++i)
        rows.append({QString::number(i), batch.errors.at(i)});
    m_model->beginWalk();
    m_model->merge(rows);
    m_model->endWalk();
    m_note->setText(tr("%Ln error(s). A click opens the line in the input file.", nullptr, int(rows.size())));
}

void BatchErrorsPane::showWhole(int row)
{
    const ErrorRow *error = m_model->item(row);
    m_whole->setVisible(error);
    if (!error)
        return;
    QStringList lines{format::severalLines(error->error.message, 4000)};
    if (!error->error.code.isEmpty())
        lines << (error->error.param.isEmpty() ? tr("Code %1").arg(error->error.code)
                                               : tr("Code %1, field %2").arg(error->error.code, error->error.param));
    m_whole->setText(lines.join(u'\n'));
}

void BatchErrorsPane::open(int row)
{
    const ErrorRow *error = m_model->item(row);
    if (error && error->error.line > 0)
        Q_EMIT lineRequested(error->error.line);
}

} // namespace odc
