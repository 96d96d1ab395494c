// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploaddialog.h"

#include "api/fileobject.h"
#include "lists/uploadmodel.h"
#include "settings/settings.h"
#include "ui/dialogs/expiryedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

UploadDialog::UploadDialog(const ShellContext &context, const QStringList &paths, const QString &profileName,
                           bool production, QWidget *parent)
    : GatherDialog(context.theme, context.settings, tr("Upload files"), parent), m_context(context), m_model(new UploadModel(this))
{
    setObjectName(u"uploadDialog"_s);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::edge);
    form->setVerticalSpacing(metrics::inside);
    m_purpose = new QComboBox(this);
    m_purpose->setObjectName(u"purpose"_s);
    const QStringList purposes = filepurpose::uploadable();
    for (const QString &purpose : purposes)
        m_purpose->addItem(purpose, purpose);
    m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(context.settings.text(Setting::LastUploadPurpose))));
    form->addRow(tr("&Purpose"), m_purpose);
    m_purposeNote = new TextLabel(theme(), Theme::FontRole::Small, Token::Secondary, {}, this);
    form->addRow(QString(), m_purposeNote);

    m_expiry = new ExpiryEdit(tr("Service default"), true, this);
    form->addRow(tr("&Expires"), m_expiry);
    if (production)
        setIntroduction(tr("This goes to the production profile “%1”.").arg(profileName));
    body()->addLayout(form);

    auto *proxy = new QSortFilterProxyModel(this);
    proxy->setSortRole(SortRole);
    proxy->setSourceModel(m_model);
    m_table = new TableView(theme(), this);
    m_table->setObjectName(u"uploadTable"_s);
    m_table->setAccessibleName(tr("Files to upload"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(proxy);
    m_table->setColumns({{220, 140}, {90, 80}, {330, 220}, {160, 100, true}});
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(UploadModel::Verdict, Qt::DescendingOrder); // what will not be sent stands on top
    m_table->setMinimumHeight(220);
    body()->addWidget(m_table, 1);

    summary()->setObjectName(u"uploadSummary"_s);
    body()->addWidget(summary());

    addSourceButtons();
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_upload = addButton(tr("Upload"), ButtonRole::Primary);
    m_upload->setObjectName(u"startUpload"_s);
    connect(m_upload, &QPushButton::clicked, this, [this] {
        m_context.settings.set(Setting::LastUploadPurpose, purpose());
        accept();
    });

    connect(m_purpose, &QComboBox::currentIndexChanged, this, [this] {
        m_model->setPurpose(purpose());
        showChoice();
    });
    connect(m_model, &FileChoiceModel::choiceChanged, this, &UploadDialog::showChoice);
    m_model->setPurpose(purpose());
    constexpr qint64 bytesPerMB = 1000 * 1000;
    m_model->setPartsFrom(context.settings.number(Setting::PartsAboveMB) * bytesPerMB);
    setWantedSize({820, 560});
    showChoice();
    addPaths(paths);
}

void UploadDialog::take(const QList<UploadCandidate> &files, const QStringList &)
{
    m_model->add(files);
}

void UploadDialog::showChoice()
{
    m_purposeNote->setText(filepurpose::description(purpose()));
    const int count = m_model->chosenCount();
    m_upload->setText(count == 0 ? tr("Upload") : tr("Upload %Ln file(s)", nullptr, count));
    m_upload->setEnabled(count > 0 && !isGathering());
    QStringList more;
    if (const int refused = m_model->refusedCount())
        more << tr("%Ln cannot be sent", nullptr, refused);
    summarise(*m_model, more);
}

QList<UploadCandidate> UploadDialog::chosen() const
{
    return m_model->chosen();
}

QString UploadDialog::purpose() const
{
    return m_purpose->currentData().toString();
}

std::optional<qint64> UploadDialog::expiresAfterSeconds() const
{
    return m_expiry->seconds();
}

} // namespace odc
