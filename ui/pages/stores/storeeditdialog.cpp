// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeeditdialog.h"

#include "api/metadatarules.h"
#include "api/session.h"
#include "base/format.h"
#include "stores/storedraft.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/metadataedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// What is there now with what was changed here: all metadata is replaced at once, and others may have added
/// some since it was read.
QJsonObject merged(QJsonObject now, const QJsonObject &before, const QJsonObject &wanted)
{
    for (auto pair = before.begin(); pair != before.end(); ++pair) {
        if (!wanted.contains(pair.key()))
            now.remove(pair.key());
    }
    for (auto pair = wanted.begin(); pair != wanted.end(); ++pair) {
        if (before.value(pair.key()) != pair.value())
            now.insert(pair.key(), pair.value());
    }
    return now;
}

} // namespace

StoreEditDialog::StoreEditDialog(const PageContext &context, const VectorStore &store, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Edit vector store"), parent), m_context(context), m_store(store),
      m_messages(new MessageBar(theme(), this)), m_name(new QLineEdit(store.name, this))
{
    setObjectName(u"storeEditDialog"_s);
    setIntroduction(tr(
        "The description is set when a store is made, and cannot be changed afterwards; chunking belongs to "
        "each file."));
    body()->addWidget(m_messages);
    body()->addWidget(new SectionLabel(theme(), tr("Name"), this));
    m_name->setObjectName(u"storeName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("(no name)"));
    body()->addWidget(m_name);
    if (!store.description.isEmpty()) {
        body()->addWidget(new SectionLabel(theme(), tr("Description"), this));
        body()->addWidget(
            new HintLabel(theme(), Theme::FontRole::Body, format::severalLines(store.description), this));
    }
    body()->addWidget(new SectionLabel(theme(), tr("Expiry"), this));
    buildExpiry();
    body()->addWidget(new SectionLabel(theme(), tr("Metadata"), this));
    auto *inside = new QWidget(this);
    auto *insideLayout = new QVBoxLayout(inside);
    insideLayout->setContentsMargins(0, 0, 0, 0);
    m_metadata = new MetadataEdit(theme(), tr("Metadata"), inside);
    m_metadata->setObjectName(u"storeMetadata"_s);
    m_metadata->setLimits(metadatarules::mostPairs, metadatarules::longestName, metadatarules::longestValue);
    m_metadata->setPairs(store.metadata);
    insideLayout->addWidget(m_metadata);
    insideLayout->addStretch(1);
    body()->addWidget(new ScrollColumn(inside, this), 1);
    m_problem = new TextLabel(theme(), Theme::FontRole::Small, Token::Bad, {}, this);
    m_problem->setObjectName(u"storeProblem"_s);
    m_problem->setWordWrap(true);
    body()->addWidget(m_problem);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    cancel->setObjectName(u"cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_save = addButton(tr("Save"), ButtonRole::Primary);
    m_save->setObjectName(u"saveStore"_s);
    connect(m_save, &QPushButton::clicked, this, &StoreEditDialog::save);
    connect(m_name, &QLineEdit::textChanged, this, &StoreEditDialog::check);
    connect(m_metadata, &MetadataEdit::edited, this, &StoreEditDialog::check);
    setWantedSize({560, 520});
    check();
    m_name->setFocus();
    m_name->selectAll();
}

void StoreEditDialog::buildExpiry()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_expires = new QCheckBox(tr("&Expires"), this);
    m_expires->setObjectName(u"storeExpires"_s);
    m_expires->setChecked(m_store.expiresAfterDays.has_value());
    m_days = new QSpinBox(this);
    m_days->setObjectName(u"storeDays"_s);
    m_days->setAccessibleName(tr("Days after it was last used"));
    m_days->setRange(int(storerules::leastDays), int(storerules::mostDays));
    m_days->setValue(int(m_store.expiresAfterDays.value_or(7)));
    row->addWidget(m_expires);
    row->addWidget(m_days);
    row->addWidget(new QLabel(tr("days after it was last used"), this));
    row->addStretch(1);
    body()->addLayout(row);
    m_expiryHint = new HintLabel(theme(), Theme::FontRole::Small, {}, this);
    body()->addWidget(m_expiryHint);
    connect(m_expires, &QCheckBox::toggled, this, &StoreEditDialog::check);
    connect(m_days, &QSpinBox::valueChanged, this, &StoreEditDialog::check);
}

StoreUpdate StoreEditDialog::update() const
{
    StoreUpdate update;
    if (m_name->text() != m_store.name)
        update.name = m_name->text();
    if (const QJsonObject wanted = m_metadata->pairs(); wanted != m_store.metadata)
        update.metadata = wanted;
    const std::optional<qint64> days =
        m_expires->isChecked() ? std::optional<qint64>(m_days->value()) : std::nullopt;
    if (days != m_store.expiresAfterDays)
        update.expiry = StoreUpdate::Expiry{days};
    return update;
}

void StoreEditDialog::check()
{
    m_days->setEnabled(m_expires->isChecked());
    m_expiryHint->setText(m_expires->isChecked()
                              ? tr("Every use puts the end off. What has expired cannot be brought back.")
                              : tr("It stays, and costs, until it is deleted."));
    const QList<FormProblem> problems = metadataProblems(m_metadata->pairs(), u"metadata"_s);
    m_problem->setText(problems.isEmpty() ? QString() : problems.first().message);
    m_problem->setVisible(!problems.isEmpty());
    if (m_save)
        m_save->setEnabled(problems.isEmpty() && !m_call.isRunning() && !update().toJson().isEmpty());
}

void StoreEditDialog::save()
{
    m_messages->dismiss();
    if (!update().metadata) {
        send(update());
        return;
    }
    m_call = m_context.session.stores().retrieve(m_store.id, this, [this](const Result<VectorStore> &now) {
        if (!now) {
            failed(now.error());
            return;
        }
        StoreUpdate wanted = update();
        if (wanted.metadata)
            wanted.metadata = merged(now->metadata, m_store.metadata, *wanted.metadata);
        send(wanted);
    });
    check();
}

void StoreEditDialog::send(const StoreUpdate &update)
{
    m_call = m_context.session.stores().update(m_store.id, update, this,
                                               [this](const Result<VectorStore> &result) {
                                                   if (!result) {
                                                       failed(result.error());
                                                       return;
                                                   }
                                                   Q_EMIT changed(*result);
                                                   accept();
                                               });
    check();
}

void StoreEditDialog::failed(const ApiError &error)
{
    Message message;
    message.kind = Message::Kind::Error;
    message.text = tr("The store could not be changed: %1. %2").arg(error.headline(), error.advice());
    message.details = error.details();
    m_messages->showMessage(message);
    m_call = {};
    check();
}

} // namespace odc
