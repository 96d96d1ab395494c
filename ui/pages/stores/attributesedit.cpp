// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributesedit.h"

#include "stores/storefilerules.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/fieldvalues.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

AttributesEdit::AttributesEdit(const Theme &theme, const QString &accessibleName, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout),
      m_add(makeButton(theme, tr("Add attribute"), Icon::Plus, ButtonRole::Default, this)),
      m_note(new HintLabel(theme, Theme::FontRole::Small, {}, this))
{
    setAccessibleName(accessibleName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    m_grid->setSpacing(metrics::tight);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(2, 4);
    layout->addLayout(m_grid);
    m_note->setObjectName(u"attributesNote"_s);
    layout->addWidget(m_note);
    m_add->setObjectName(u"addAttribute"_s);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({}, QString());
        m_rows.last().name->setFocus();
        changed();
    });
    setFocusProxy(m_add);
    showProblem();
}

void AttributesEdit::setAttributes(const QJsonObject &attributes)
{
    if (attributes == this->attributes() && m_rows.size() == attributes.size())
        return;
    while (!m_rows.isEmpty())
        removeRow(int(m_rows.size()) - 1);
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        addRow(it.key(), it.value());
    showProblem();
}

bool AttributesEdit::isBlank(const Row &row)
{
    return row.name->text().trimmed().isEmpty() && row.kind->currentIndex() != Boolean &&
           row.value->text().isEmpty();
}

QJsonValue AttributesEdit::valueOf(const Row &row)
{
    switch (Kind(row.kind->currentIndex())) {
    case Text:
        return row.value->text();
    case Number:
        return numberOf(row.value->text(), false);
    case Boolean:
        return row.choice->currentIndex() == 0;
    }
    return {};
}

QJsonObject AttributesEdit::attributes() const
{
    QJsonObject attributes;
    for (const Row &row : m_rows) {
        if (!isBlank(row))
            attributes.insert(row.name->text().trimmed(), valueOf(row));
    }
    return attributes;
}

QString AttributesEdit::rowProblem(int at) const
{
    const Row &row = m_rows.at(at);
    if (isBlank(row))
        return {};
    const QString name = row.name->text().trimmed();
    for (int other = 0; other < at; ++other) {
        if (!isBlank(m_rows.at(other)) && m_rows.at(other).name->text().trimmed() == name)
            return tr("“%1” is there twice.").arg(name);
    }
    const QJsonValue value = valueOf(row);
    if (value.isUndefined())
        return tr("“%1” is to be a number.").arg(name);
    return attributesProblem({{name, value}});
}

QString AttributesEdit::problem() const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (const QString problem = rowProblem(i); !problem.isEmpty())
            return problem;
    }
    return attributesProblem(attributes());
}

void AttributesEdit::focusProblem()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (rowProblem(i).isEmpty())
            continue;
        const Row &row = m_rows.at(i);
        const bool isOfName = row.name->text().trimmed().isEmpty() || row.kind->currentIndex() == Boolean;
        (isOfName ? row.name : row.value)->setFocus();
        return;
    }
    m_add->setFocus();
}

void AttributesEdit::addRow(const QString &name, const QJsonValue &value)
{
    Row row{new QLineEdit(name, this), new QComboBox(this), new QLineEdit(this), new QComboBox(this),
            makeIconButton(m_theme, Icon::Close, tr("Remove this attribute"), this)};
    const QString number = QString::number(m_rows.size() + 1);
    row.name->setObjectName(u"attributeName"_s);
    row.name->setPlaceholderText(tr("name"));
    row.name->setAccessibleName(tr("Name of attribute %1").arg(number));
    row.kind->setObjectName(u"attributeKind"_s);
    row.kind->addItems({tr("Text"), tr("Number"), tr("Yes/no")});
    row.kind->setAccessibleName(tr("Kind of attribute %1").arg(number));
    row.value->setObjectName(u"attributeValue"_s);
    row.value->setPlaceholderText(tr("value"));
    row.value->setAccessibleName(tr("Value of attribute %1").arg(number));
    row.choice->setObjectName(u"attributeChoice"_s);
    row.choice->addItems({tr("yes"), tr("no")});
    row.choice->setAccessibleName(tr("Value of attribute %1").arg(number));
    row.kind->setCurrentIndex(value.isBool() ? Boolean : value.isDouble() ? Number : Text);
    row.choice->setCurrentIndex(value.toBool(true) ? 0 : 1);
    row.value->setText(value.isDouble() ? numberText(value) : value.toString());
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.name, line, 0);
    m_grid->addWidget(row.kind, line, 1);
    m_grid->addWidget(row.value, line, 2);
    m_grid->addWidget(row.choice, line, 2);
    m_grid->addWidget(row.remove, line, 3);
    row.name->show(); // a layout does it later: too late for the keyboard
    row.kind->show();
    row.remove->show();
    showKind(row);
    m_rows << row;
    connect(row.name, &QLineEdit::textEdited, this, &AttributesEdit::changed);
    connect(row.value, &QLineEdit::textEdited, this, &AttributesEdit::changed);
    connect(row.choice, &QComboBox::currentIndexChanged, this, &AttributesEdit::changed);
    connect(row.kind, &QComboBox::currentIndexChanged, this, [this, kind = row.kind] {
        if (const int at = rowOf(kind); at >= 0)
            showKind(m_rows.at(at));
        changed();
    });
    connect(row.remove, &QToolButton::clicked, this, [this, remove = row.remove] {
        removeRow(rowOf(remove));
        m_add->setFocus();
        changed();
    });
}

void AttributesEdit::showKind(const Row &row)
{
    const bool isChoice = row.kind->currentIndex() == Boolean;
    row.value->setVisible(!isChoice);
    row.choice->setVisible(isChoice);
}

int AttributesEdit::rowOf(const QObject *widget) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [widget](const Row &row) {
        return row.kind == widget || row.remove == widget;
    });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

void AttributesEdit::removeRow(int at)
{
    const Row row = m_rows.takeAt(at);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{row.name, row.kind, row.value, row.choice, row.remove}) {
        m_grid->removeWidget(widget);
        widget->hide();
        widget->disconnect(this);
        widget->deleteLater();
    }
}

void AttributesEdit::changed()
{
    showProblem();
    Q_EMIT edited();
}

void AttributesEdit::showProblem()
{
    m_add->setEnabled(m_rows.size() < mostAttributes);
    const QString problem = this->problem();
    m_note->setToken(problem.isEmpty() ? Token::Secondary : Token::Bad);
    m_note->setText(problem.isEmpty() && m_rows.size() >= mostAttributes
                        ? tr("These are all that a file can have.")
                        : problem);
    m_note->setVisible(!m_note->text().isEmpty());
}

} // namespace odc
