// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadataedit.h"

#include "ui/forms/jsonedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

MetadataEdit::MetadataEdit(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout),
      m_add(makeButton(theme, tr("Add pair"), Icon::Plus, ButtonRole::Default, this)),
      m_full(new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this))
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
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    row->addWidget(m_add);
    m_full->setObjectName(u"pairsFull"_s);
    row->addWidget(m_full);
    row->addStretch(1);
    m_full->hide();
    layout->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({}, QString());
        m_rows.last().name->setFocus();
    });
    setFocusProxy(m_add);
}

void MetadataEdit::setLimits(int pairs, int name, int value)
{
    m_mostPairs = pairs;
    m_longestName = name;
    m_longestValue = value;
    showLimits();
}

void MetadataEdit::showLimits()
{
    if (m_mostPairs == 0)
        return;
    const bool full = m_rows.size() >= m_mostPairs;
    m_add->setEnabled(!full);
    m_full->setVisible(full);
    m_full->setText(tr("%Ln pair(s) at most.", nullptr, m_mostPairs));
    // How much is left is of interest near the end only.
    for (const Row &row : std::as_const(m_rows)) {
        const auto near = [](qsizetype length, int most) { return length * 5 > most * 4; };
        const qsizetype name = row.name->text().size();
        const qsizetype value = row.other.isUndefined() ? row.value->text().size() : 0;
        QStringList counts;
        if (near(name, m_longestName))
            counts << tr("name %1 of %2").arg(name).arg(m_longestName);
        if (near(value, m_longestValue))
            counts << tr("text %1 of %2").arg(value).arg(m_longestValue);
        row.count->setText(counts.join(u", "_s));
        row.count->setToken(name > m_longestName || value > m_longestValue ? Token::Bad : Token::Secondary);
        row.count->setVisible(!counts.isEmpty());
    }
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
            new TextLabel(m_theme, Theme::FontRole::Small, Token::Secondary, {}, this),
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
    m_grid->addWidget(row.count, line + 1, 0, 1, 2);
    row.count->setObjectName(u"pairCount"_s);
    row.count->hide();
    for (QWidget *widget : {static_cast<QWidget *>(row.name), static_cast<QWidget *>(row.value),
                            static_cast<QWidget *>(row.remove)})
        widget->show(); // a layout does it later: too late for the keyboard
    m_rows.append(row);
    connect(row.name, &QLineEdit::textEdited, this, [this] {
        showLimits();
        Q_EMIT edited();
    });
    connect(row.value, &QLineEdit::textEdited, this, [this, edit = row.value] {
        const auto found =
            std::find_if(m_rows.begin(), m_rows.end(), [edit](const Row &r) { return r.value == edit; });
        found->other = QJsonValue(QJsonValue::Undefined);
        showLimits();
        Q_EMIT edited();
    });
    connect(row.remove, &QToolButton::clicked, this, [this, button = row.remove] {
        removeRow(button);
        m_add->setFocus();
        Q_EMIT edited();
    });
    showLimits();
}

void MetadataEdit::removeRow(QWidget *button)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [button](const Row &row) { return row.remove == button; });
    if (found == m_rows.end())
        return;
    for (QWidget *widget : {static_cast<QWidget *>(found->name), static_cast<QWidget *>(found->value),
                            static_cast<QWidget *>(found->remove), static_cast<QWidget *>(found->count)}) {
        m_grid->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    m_rows.erase(found);
    showLimits();
}

} // namespace odc
