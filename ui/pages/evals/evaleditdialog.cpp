// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaleditdialog.h"

#include "api/session.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

// WIRE §5
constexpr int mostPairs = 16;
constexpr int longestKey = 64;
constexpr int longestValue = 512;

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

EvalEditDialog::EvalEditDialog(const PageContext &context, const EvalObject &eval, Part part, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Name and metadata"), parent), m_context(context), m_eval(eval)
{
    setObjectName(u"evalEditDialog"_s);
    setIntroduction(tr("Nothing else of an eval can be changed: its data source and criteria stay as they were made."));
    m_messages = new MessageBar(theme(), this);
    body()->addWidget(m_messages);
    body()->addWidget(new SectionLabel(theme(), tr("Name"), this));
    m_name = new QLineEdit(eval.name, this);
    m_name->setObjectName(u"evalName"_s);
    m_name->setAccessibleName(tr("Name"));
    body()->addWidget(m_name);
    buildMetadata();
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    cancel->setObjectName(u"cancel"_s);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_save = addButton(tr("Save"), ButtonRole::Primary);
    m_save->setObjectName(u"saveEval"_s);
    connect(m_save, &QPushButton::clicked, this, &EvalEditDialog::save);
    connect(m_name, &QLineEdit::textChanged, this, &EvalEditDialog::check);
    setWantedSize({540, 460});
    check();
    if (part == Part::Name) {
        m_name->setFocus();
        m_name->selectAll();
    } else {
        m_metadata->setFocus();
        m_metadata->setCurrentCell(0, 0);
    }
}

void EvalEditDialog::buildMetadata()
{
    auto *head = new QHBoxLayout;
    head->addWidget(new SectionLabel(theme(), tr("Metadata"), this));
    head->addStretch(1);
    QPushButton *add = makeButton(theme(), tr("Add"), Icon::Plus, ButtonRole::Flat, this);
    add->setObjectName(u"addPair"_s);
    head->addWidget(add);
    QPushButton *remove = makeButton(theme(), tr("Remove"), Icon::Minus, ButtonRole::Flat, this);
    remove->setObjectName(u"removePair"_s);
    head->addWidget(remove);
    body()->addLayout(head);
    m_metadata = new QTableWidget(0, 2, this);
    m_metadata->setObjectName(u"evalMetadata"_s);
    m_metadata->setAccessibleName(tr("Metadata"));
    m_metadata->setHorizontalHeaderLabels({tr("Key"), tr("Value")});
    m_metadata->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_metadata->horizontalHeader()->setStretchLastSection(true);
    m_metadata->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_metadata->horizontalHeader()->resizeSection(0, 180);
    m_metadata->setShowGrid(false);
    m_metadata->verticalHeader()->hide();
    m_metadata->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_metadata->setTabKeyNavigation(false);
    body()->addWidget(m_metadata, 1);
    m_problem = new TextLabel(theme(), Theme::FontRole::Small, Token::Bad, {}, this);
    m_problem->setObjectName(u"evalProblem"_s);
    m_problem->setWordWrap(true);
    body()->addWidget(m_problem);
    for (auto it = m_eval.metadata.constBegin(); it != m_eval.metadata.constEnd(); ++it)
        addRow(it.key(), textOf(it.value()));
    if (m_eval.metadata.isEmpty())
        addRow({}, {});
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_metadata->setCurrentCell(m_metadata->rowCount() - 1, 0);
        m_metadata->editItem(m_metadata->currentItem());
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_metadata->removeRow(m_metadata->currentRow());
        check();
    });
    connect(m_metadata, &QTableWidget::cellChanged, this, &EvalEditDialog::check);
}

void EvalEditDialog::addRow(const QString &key, const QString &value)
{
    const int row = m_metadata->rowCount();
    m_metadata->insertRow(row);
    m_metadata->setItem(row, 0, new QTableWidgetItem(key));
    m_metadata->setItem(row, 1, new QTableWidgetItem(value));
}

QList<std::pair<QString, QString>> EvalEditDialog::pairs() const
{
    QList<std::pair<QString, QString>> found;
    for (int row = 0; row < m_metadata->rowCount(); ++row) {
        const auto text = [&](int column) {
            const QTableWidgetItem *item = m_metadata->item(row, column);
            return item ? item->text() : QString();
        };
        if (!text(0).isEmpty() || !text(1).isEmpty())
            found.append({text(0), text(1)});
    }
    return found;
}

QJsonObject EvalEditDialog::metadata() const
{
    QJsonObject object;
    const auto all = pairs();
    for (const auto &[key, value] : all) {
        // What was no text, and was not touched, stays what it is.
        const QJsonValue before = m_eval.metadata.value(key);
        object.insert(key, !before.isUndefined() && textOf(before) == value ? before : QJsonValue(value));
    }
    return object;
}

QString EvalEditDialog::problem() const
{
    const auto all = pairs();
    if (all.size() > mostPairs)
        return tr("At most %1 pairs; these are %2.").arg(mostPairs).arg(all.size());
    QSet<QString> keys;
    for (const auto &[key, value] : all) {
        if (key.isEmpty())
            return tr("The value “%1” has no key.").arg(value.left(40));
        if (key.size() > longestKey)
            return tr("The key “%1…” is longer than %2 characters.").arg(key.left(24)).arg(longestKey);
        if (value.size() > longestValue)
            return tr("The value of “%1” is longer than %2 characters: %3.").arg(key).arg(longestValue).arg(value.size());
        if (keys.contains(key))
            return tr("The key “%1” is there twice.").arg(key);
        keys.insert(key);
    }
    return {};
}

void EvalEditDialog::check()
{
    const QString wrong = problem();
    m_problem->setText(wrong);
    if (m_save)
        m_save->setEnabled(wrong.isEmpty() && !m_call.isRunning()
                           && (m_name->text() != m_eval.name || metadata() != m_eval.metadata));
}

void EvalEditDialog::save()
{
    EvalUpdate update;
    if (m_name->text() != m_eval.name)
        update.name = m_name->text();
    if (const QJsonObject wanted = metadata(); wanted != m_eval.metadata)
        update.metadata = wanted;
    m_messages->dismiss();
    m_call = m_context.session.evals().update(m_eval.id, update, this, [this](const Result<EvalObject> &result) {
        if (result) {
            Q_EMIT changed(*result);
            accept();
            return;
        }
        Message message;
        message.kind = Message::Kind::Error;
        message.text = tr("The eval could not be changed: %1. %2").arg(result.error().headline(), result.error().advice());
        message.details = result.error().details();
        m_messages->showMessage(message);
        m_call = {};
        check();
    });
    check();
}

} // namespace odc
