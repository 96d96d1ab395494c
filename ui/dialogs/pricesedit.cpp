// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricesedit.h"

#include "settings/settings.h"
#include "ui/delegates/celldelegate.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/dialogs/pricesmodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"

#include <QDoubleSpinBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Takes nothing at all for a price, too: nobody knows it.
class MaybePriceValidator final : public QDoubleValidator
{
public:
    using QDoubleValidator::QDoubleValidator;
    State validate(QString &text, int &position) const override
    {
        return text.isEmpty() ? Acceptable : QDoubleValidator::validate(text, position);
    }
};

/// A field for a name, or for a price: letters that cannot be part of one cannot be typed.
class PriceDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        constexpr double most = 100'000;
        auto *edit = new QLineEdit(parent);
        edit->setFrame(false);
        if (index.column() == PricesModel::Model)
            return edit;
        edit->setAlignment(Qt::AlignRight);
        const bool mayBeNone = index.column() == PricesModel::Cached || index.column() == PricesModel::Training;
        auto *validator = mayBeNone ? new MaybePriceValidator(0, most, 6, edit) : new QDoubleValidator(0, most, 6, edit);
        validator->setNotation(QDoubleValidator::StandardNotation);
        edit->setValidator(validator);
        return edit;
    }
};

} // namespace

PricesEdit::PricesEdit(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_model(new PricesModel(this)),
      m_table(new TableView(theme, this)), m_percent(new QSpinBox(this)),
      m_gbDay(new QDoubleSpinBox(this)), m_freeGb(new QDoubleSpinBox(this)),
      m_hint(new HintLabel(theme, Theme::FontRole::Small, {}, this)),
      m_remove(makeButton(theme, tr("Remove"), Icon::Trash, ButtonRole::Default, this)),
      m_reset(makeButton(theme, tr("Back to the examples"), {}, ButtonRole::Default, this))
{
    auto *about = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary,
                                tr("US dollars for a million tokens. Costs of batches, vector stores and "
                                   "training are estimated with them; what is billed may differ."),
                                this);
    about->setWordWrap(true);
    m_model->setTable(pricesOf(settings));
    m_table->setObjectName(u"prices"_s);
    m_table->setAccessibleName(tr("Prices"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PriceDelegate(theme, m_table));
    m_table->setColumns({{200, 140}, {80, 70}, {110, 90}, {80, 70}, {80, 70}});
    m_table->setSortingEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_percent->setObjectName(u"batchPercent"_s);
    m_percent->setRange(0, 100);
    m_percent->setSuffix(tr(" %"));
    m_hint->setObjectName(u"pricesHint"_s);
    QPushButton *adding = makeButton(theme, tr("Add"), Icon::Plus, ButtonRole::Default, this);
    adding->setObjectName(u"addPrice"_s);
    m_remove->setObjectName(u"removePrice"_s);
    m_reset->setObjectName(u"resetPrices"_s);
    for (QPushButton *button : {adding, m_remove, m_reset})
        button->setAutoDefault(false);
    auto *share = new QHBoxLayout;
    share->setSpacing(metrics::inside);
    auto *label = new QLabel(tr("A &batch costs"), this);
    label->setBuddy(m_percent);
    share->addWidget(label);
    share->addWidget(m_percent);
    share->addWidget(new QLabel(tr("of the price"), this));
    share->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::inside);
    buttons->addWidget(adding);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::between, 0, 0);
    layout->setSpacing(metrics::between);
    layout->addWidget(about);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addLayout(share);
    layout->addLayout(buildStorage());
    showShares();
    layout->addWidget(m_hint);
    putInOrder({m_table, adding, m_remove, m_reset, m_percent, m_gbDay, m_freeGb}); // keys go as the eye does
    connect(adding, &QPushButton::clicked, this, &PricesEdit::add);
    connect(m_remove, &QPushButton::clicked, this, &PricesEdit::removeCurrent);
    connect(m_reset, &QPushButton::clicked, this, &PricesEdit::reset);
    connect(m_percent, &QSpinBox::valueChanged, m_model,
            [this](int percent) {
                if (!m_filling)
                    m_model->setBatchPercent(percent);
            });
    for (QDoubleSpinBox *box : {m_gbDay, m_freeGb}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            if (!m_filling)
                m_model->setStorage({m_gbDay->value(), m_freeGb->value()});
        });
    }
    connect(m_model, &PricesModel::edited, this, &PricesEdit::take);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { take(); });
    take();
}

QGridLayout *PricesEdit::buildStorage()
{
    m_gbDay->setObjectName(u"storageGbDay"_s);
    m_gbDay->setRange(0, 10'000);
    m_gbDay->setDecimals(4);
    m_gbDay->setSingleStep(0.01);
    m_gbDay->setPrefix(tr("$"));
    m_freeGb->setObjectName(u"storageFreeGb"_s);
    m_freeGb->setAccessibleName(tr("GB of vector stores that are free"));
    m_freeGb->setRange(0, 1'000'000);
    m_freeGb->setDecimals(1);
    m_freeGb->setSuffix(tr(" GB"));
    auto *row = new QGridLayout; // in two lines: in some languages one is too long
    row->setSpacing(metrics::inside);
    auto *label = new QLabel(tr("&Vector stores cost"), this);
    label->setBuddy(m_gbDay);
    row->addWidget(label, 0, 0);
    row->addWidget(m_gbDay, 0, 1);
    row->addWidget(new QLabel(tr("a GB and day"), this), 0, 2);
    row->addWidget(new QLabel(tr("beyond the first"), this), 1, 0);
    row->addWidget(m_freeGb, 1, 1);
    row->setColumnStretch(2, 1);
    return row;
}

void PricesEdit::showShares()
{
    m_filling = true; // all of it is there already
    m_percent->setValue(int(m_model->table().batchPercent));
    m_gbDay->setValue(m_model->table().storage.perGbDay);
    m_freeGb->setValue(m_model->table().storage.freeGb);
    m_filling = false;
}

void PricesEdit::add()
{
    const QModelIndex cell = m_model->index(m_model->addRow(), PricesModel::Model);
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell);
    m_table->edit(cell);
}

void PricesEdit::removeCurrent()
{
    m_model->removeRow(m_table->currentIndex().row());
}

void PricesEdit::reset()
{
    m_model->setTable(PriceTable::shipped());
    showShares();
}

void PricesEdit::take()
{
    const PriceTable &table = m_model->table();
    const QString problem = m_model->problem();
    const bool isShipped = table == PriceTable::shipped();
    m_remove->setEnabled(m_table->currentIndex().isValid());
    m_reset->setEnabled(!isShipped);
    m_hint->setToken(problem.isEmpty() ? Token::Secondary : Token::Bad);
    if (!problem.isEmpty())
        m_hint->setText(tr("%1 Until then the prices of before hold.").arg(problem));
    else if (isShipped)
        m_hint->setText(tr("Examples: public prices of %1. They may have changed since.").arg(table.asOf));
    else
        m_hint->setText(
            tr("A dated snapshot costs what its model costs; name* is for all models that begin so."));
    if (problem.isEmpty())
        setPrices(m_settings, table);
}

} // namespace odc
