// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelsedit.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr int shownRows = 4;
} // namespace

LabelsEdit::LabelsEdit(const Theme &theme, QWidget *parent) : QWidget(parent), m_list(new QListWidget(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_list->setObjectName(u"labels"_s);
    m_list->setAccessibleName(tr("Labels; the marked ones pass"));
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_list->setFixedHeight(shownRows * metrics::rowHeight);
    layout->addWidget(m_list, 1, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(metrics::tight);
    QPushButton *add = makeButton(theme, tr("Add label"), Icon::Plus, ButtonRole::Default, this);
    add->setObjectName(u"addLabel"_s);
    QPushButton *remove = makeButton(theme, tr("Remove label"), Icon::Trash, ButtonRole::Default, this);
    remove->setObjectName(u"removeLabel"_s);
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    setFocusProxy(m_list);
    const auto enable = [this, remove] { remove->setEnabled(m_list->currentItem()); };
    connect(m_list, &QListWidget::currentRowChanged, this, enable);
    enable();
    connect(add, &QPushButton::clicked, this, [this] {
        auto *item = new QListWidgetItem;
        item->setFlags(item->flags() | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        m_list->addItem(item);
        m_list->setCurrentItem(item);
        m_list->editItem(item);
        Q_EMIT edited();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        delete m_list->takeItem(m_list->currentRow());
        Q_EMIT edited();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        m_strangers = {};
        Q_EMIT edited();
    });
}

void LabelsEdit::setLabels(const QJsonArray &labels, const QJsonArray &passing)
{
    if (labels == this->labels() && passing == this->passing())
        return;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_strangers = {};
    for (const QJsonValue &label : labels) {
        auto *item = new QListWidgetItem(label.toString());
        item->setFlags(item->flags() | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
        item->setCheckState(passing.contains(label) ? Qt::Checked : Qt::Unchecked);
        m_list->addItem(item);
    }
    for (const QJsonValue &label : passing) {
        if (!labels.contains(label))
            m_strangers.append(label);
    }
}

QJsonArray LabelsEdit::labels() const
{
    QJsonArray labels;
    for (int i = 0; i < m_list->count(); ++i)
        labels.append(m_list->item(i)->text());
    return labels;
}

QJsonArray LabelsEdit::passing() const
{
    QJsonArray passing;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            passing.append(m_list->item(i)->text());
    }
    for (const QJsonValue &stranger : m_strangers)
        passing.append(stranger);
    return passing;
}

} // namespace odc
