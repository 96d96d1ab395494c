// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadataedit.h"

#include "ui/forms/jsonedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

MetadataEdit::MetadataEdit(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout),
      m_add(makeButton(theme, tr("Add pair"), Icon::Plus, ButtonRole::Default, this))
{
    setAccessibleName(accessibleName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    m_grid->setSpacing(metrics::tight);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    layout->addLayout(m_grid);
    m_add->setObjectName(u"addPair"_s);
    layout->addWidget(m_add, 0, Qt::AlignLeading);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({}, QString());
        m_rows.last().name->setFocus();
    });
    setFocusProxy(m_add);
}

void MetadataEdit::setPairs(const QJsonObject &pairs)
{
    if (pairs == this->pairs())
        return;
    while (!m_rows.isEmpty())
        removeRow(m_rows.last().remove);
    for (auto it = pairs.begin(); it != pairs.end(); ++it)
        addRow(it.key(), it.value());
}

QJsonObject MetadataEdit::pairs() const
{
    QJsonObject pairs;
    for (const Row &row : m_rows) {
        if (!row.name->text().isEmpty() || !row.value->text().isEmpty())
            pairs.insert(row.name->text(),
                         row.other.isUndefined() ? QJsonValue(row.value->text()) : row.other);
    }
    return pairs;
}

void MetadataEdit::addRow(const QString &name, const QJsonValue &value)
{
    Row row{new QLineEdit(name, this), new QLineEdit(this),
            makeIconButton(m_theme, Icon::Close, tr("Remove this pair"), this),
            value.isString() ? QJsonValue(QJsonValue::Undefined) : value};
    row.value->setText(value.isString() ? value.toString()
                                        : QString::fromUtf8(indentedJson(value)).simplified());
    row.name->setPlaceholderText(tr("name"));
    row.name->setAccessibleName(tr("Name of pair %1").arg(m_rows.size() + 1));
    row.value->setPlaceholderText(tr("text"));
    row.value->setAccessibleName(tr("Text of pair %1").arg(m_rows.size() + 1));
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.name, line, 0);
    m_grid->addWidget(row.value, line, 1);
    m_grid->addWidget(row.remove, line, 2);
    for (QWidget *widget : {static_cast<QWidget *>(row.name), static_cast<QWidget *>(row.value),
                            static_cast<QWidget *>(row.remove)})
        widget->show(); // a layout does it later: too late for the keyboard
    m_rows.append(row);
    connect(row.name, &QLineEdit::textEdited, this, &MetadataEdit::edited);
    connect(row.value, &QLineEdit::textEdited, this, [this, edit = row.value] {
        const auto found =
            std::find_if(m_rows.begin(), m_rows.end(), [edit](const Row &r) { return r.value == edit; });
        found->other = QJsonValue(QJsonValue::Undefined);
        Q_EMIT edited();
    });
    connect(row.remove, &QToolButton::clicked, this, [this, button = row.remove] {
        removeRow(button);
        m_add->setFocus();
        Q_EMIT edited();
    });
}

void MetadataEdit::removeRow(QWidget *button)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [button](const Row &row) { return row.remove == button; });
    if (found == m_rows.end())
        return;
    for (QWidget *widget : {static_cast<QWidget *>(found->name), static_cast<QWidget *>(found->value),
                            static_cast<QWidget *>(found->remove)}) {
        m_grid->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    m_rows.erase(found);
}

} // namespace odc
