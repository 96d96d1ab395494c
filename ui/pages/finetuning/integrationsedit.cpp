// SPDX-License-Identifier: GPL-3.0-or-later
#include "integrationsedit.h"

#include "finetuning/jobdraft.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Column { Project, Name, Entity, Tags, Remove };

QJsonArray tagsOf(const QString &text)
{
    QJsonArray tags;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            tags.append(part.trimmed());
    }
    return tags;
}

} // namespace

IntegrationsEdit::IntegrationsEdit(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this)),
      m_add(makeButton(theme, tr("Add a project at Weights and Biases"), Icon::Plus, ButtonRole::Flat, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::inside);
    m_grid->setVerticalSpacing(metrics::tight);
    int column = Project;
    for (const QString &title :
         {tr("Project"), tr("Run name"), tr("Team"), tr("Tags, with commas between")}) {
        auto *label = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, title, this);
        m_titles << label;
        m_grid->addWidget(label, 0, column++);
    }
    m_add->setObjectName(u"addIntegration"_s);
    m_add->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({{u"type"_s, u"wandb"_s}, {u"wandb"_s, QJsonObject()}});
        m_rows.last().project->setFocus();
        Q_EMIT edited();
    });
    setFocusProxy(m_add);
    showLimits();
}

void IntegrationsEdit::addRow(const QJsonObject &integration)
{
    const QJsonObject wandb = integration.value("wandb"_L1).toObject();
    const int at = m_nextRow++;
    const auto field = [&](Column column, const QString &key, const QString &name, const QString &text) {
        auto *edit = new QLineEdit(text, this);
        edit->setObjectName(u"integration."_s + key);
        edit->setAccessibleName(name);
        m_grid->addWidget(edit, at, column);
        edit->show();
        connect(edit, &QLineEdit::textEdited, this, &IntegrationsEdit::edited);
        return edit;
    };
    QStringList tags;
    const QJsonArray list = wandb.value("tags"_L1).toArray();
    for (const QJsonValue &tag : list)
        tags << tag.toString();
    Row row;
    row.base = integration;
    row.project = field(Project, u"project"_s, tr("Project"), wandb.value("project"_L1).toString());
    row.name = field(Name, u"name"_s, tr("Run name"), wandb.value("name"_L1).toString());
    row.entity = field(Entity, u"entity"_s, tr("Team"), wandb.value("entity"_L1).toString());
    row.tags = field(Tags, u"tags"_s, tr("Tags, with commas between"), tags.join(u", "_s));
    row.remove = makeIconButton(m_theme, Icon::Close, tr("Remove this integration"), this);
    row.remove->setObjectName(u"removeIntegration"_s);
    m_grid->addWidget(row.remove, at, Remove);
    row.remove->show();
    connect(row.remove, &QToolButton::clicked, this, [this, button = row.remove] { removeRow(button); });
    QWidget *before = m_rows.isEmpty() ? nullptr : static_cast<QWidget *>(m_rows.last().remove);
    for (QWidget *part : {static_cast<QWidget *>(row.project), static_cast<QWidget *>(row.name),
                          static_cast<QWidget *>(row.entity), static_cast<QWidget *>(row.tags),
                          static_cast<QWidget *>(row.remove), static_cast<QWidget *>(m_add)}) {
        if (before)
            setTabOrder(before, part);
        before = part;
    }
    m_rows.append(row);
    showLimits();
}

void IntegrationsEdit::removeRow(QToolButton *button)
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [button](const Row &row) { return row.remove == button; });
    if (found == m_rows.end())
        return;
    for (QWidget *part : {static_cast<QWidget *>(found->project), static_cast<QWidget *>(found->name),
                          static_cast<QWidget *>(found->entity), static_cast<QWidget *>(found->tags),
                          static_cast<QWidget *>(found->remove)}) {
        part->hide();
        part->deleteLater(); // one of them may be what speaks
    }
    m_rows.erase(found);
    showLimits();
    m_add->setFocus();
    Q_EMIT edited();
}

void IntegrationsEdit::showLimits()
{
    for (QWidget *title : std::as_const(m_titles))
        title->setVisible(!m_rows.isEmpty());
    m_grid->addWidget(m_add, m_nextRow, 0, 1, Remove + 1, Qt::AlignLeading);
    m_add->setEnabled(m_rows.size() < JobDraft::mostIntegrations);
}

QJsonObject IntegrationsEdit::read(const Row &row)
{
    QJsonObject wandb = row.base.value("wandb"_L1).toObject();
    wandb.insert(u"project"_s, row.project->text());
    const auto put = [&wandb](const QString &key, const QString &text) {
        if (!text.isEmpty())
            wandb.insert(key, text);
        else if (!wandb.value(key).isNull()) // null says "none" as well
            wandb.remove(key);
    };
    put(u"name"_s, row.name->text());
    put(u"entity"_s, row.entity->text());
    if (const QJsonArray tags = tagsOf(row.tags->text()); !tags.isEmpty())
        wandb.insert(u"tags"_s, tags);
    else
        wandb.remove("tags"_L1);
    QJsonObject integration = row.base;
    integration.insert(u"wandb"_s, wandb);
    return integration;
}

void IntegrationsEdit::setIntegrations(const QJsonArray &integrations)
{
    if (integrations == this->integrations())
        return;
    while (!m_rows.isEmpty()) {
        const Row row = m_rows.takeLast();
        delete row.project;
        delete row.name;
        delete row.entity;
        delete row.tags;
        delete row.remove;
    }
    for (const QJsonValue &integration : integrations)
        addRow(integration.toObject());
    showLimits();
}

QJsonArray IntegrationsEdit::integrations() const
{
    QJsonArray list;
    for (const Row &row : m_rows)
        list.append(read(row));
    return list;
}

void IntegrationsEdit::focusField(const QString &path)
{
    const int at = path.mid(1, path.indexOf(u']') - 1).toInt();
    if (!path.startsWith(u'[') || at >= m_rows.size()) {
        m_add->setFocus();
        return;
    }
    const Row &row = m_rows.at(at);
    QLineEdit *field = path.endsWith("name"_L1)     ? row.name
                       : path.endsWith("entity"_L1) ? row.entity
                       : path.endsWith("tags"_L1)   ? row.tags
                                                    : row.project;
    field->setFocus(Qt::OtherFocusReason);
}

} // namespace odc
