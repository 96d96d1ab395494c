// SPDX-License-Identifier: GPL-3.0-or-later
#include "uploaddialog.h"

#include "api/fileobject.h"
#include "base/format.h"
#include "lists/uploadmodel.h"
#include "settings/settings.h"
#include "ui/dialogs/pathdrop.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 daySeconds = 24 * 3600;
constexpr qint64 customExpiry = -1;
constexpr qint64 defaultExpiry = 0;

} // namespace

UploadDialog::UploadDialog(const ShellContext &context, const QStringList &paths, const QString &profileName,
                           bool production, QWidget *parent)
    : ConsoleDialog(context.theme, tr("Upload files"), parent), m_context(context), m_model(new UploadModel(this))
{
    setObjectName(u"uploadDialog"_s);
    setAcceptDrops(true);

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

    auto *expiryRow = new QHBoxLayout;
    m_expiry = new QComboBox(this);
    m_expiry->setObjectName(u"expiry"_s);
    m_expiry->addItem(tr("Service default"), defaultExpiry);
    m_expiry->addItem(tr("After 1 hour"), qint64(3600));
    m_expiry->addItem(tr("After 1 day"), daySeconds);
    m_expiry->addItem(tr("After 7 days"), 7 * daySeconds);
    m_expiry->addItem(tr("After 30 days"), 30 * daySeconds);
    m_expiry->addItem(tr("After a number of days…"), customExpiry);
    m_days = new QSpinBox(this);
    m_days->setObjectName(u"expiryDays"_s);
    m_days->setAccessibleName(tr("Days until the files expire"));
    m_days->setRange(1, int(longestExpirySeconds / daySeconds));
    m_days->setValue(14);
    m_days->setMinimumWidth(m_days->sizeHint().width() + metrics::edge);
    m_days->hide();
    expiryRow->addWidget(m_expiry);
    expiryRow->addWidget(m_days);
    expiryRow->addStretch(1);
    form->addRow(tr("&Expires"), expiryRow);
    if (production)
        setIntroduction(tr("This goes to the production profile “%1”.").arg(profileName));
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(expiryRow)))
        label->setBuddy(m_expiry);
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

    m_summary = new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, {}, this);
    m_summary->setObjectName(u"uploadSummary"_s);
    m_summary->setWordWrap(true);
    body()->addWidget(m_summary);

    QPushButton *folder = makeButton(theme(), tr("Add folder…"), Icon::Folder, ButtonRole::Default, this);
    connect(folder, &QPushButton::clicked, this, [this] { browse(true); });
    addToRow(folder);
    QPushButton *files = makeButton(theme(), tr("Add files…"), Icon::Plus, ButtonRole::Default, this);
    connect(files, &QPushButton::clicked, this, [this] { browse(false); });
    addToRow(files);
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
    connect(m_expiry, &QComboBox::currentIndexChanged, this,
            [this] { m_days->setVisible(m_expiry->currentData().toLongLong() == customExpiry); });
    connect(m_model, &UploadModel::choiceChanged, this, &UploadDialog::showChoice);
    connect(&m_scan, &QFutureWatcherBase::finished, this, &UploadDialog::scanned);
    connect(&m_scan, &QFutureWatcherBase::progressValueChanged, this, &UploadDialog::showChoice);
    m_model->setPurpose(purpose());
    constexpr qint64 bytesPerMB = 1000 * 1000;
    m_model->setPartsFrom(context.settings.number(Setting::PartsAboveMB) * bytesPerMB);
    setWantedSize({820, 560});
    addPaths(paths);
}

UploadDialog::~UploadDialog()
{
    m_scan.cancel();
    m_scan.waitForFinished();
}

void UploadDialog::addPaths(const QStringList &paths)
{
    if (paths.isEmpty()) {
        showChoice();
        return;
    }
    if (m_scan.isRunning()) {
        m_waiting << paths;
        return;
    }
    m_scan.setFuture(scanPaths(paths));
    showChoice();
}

void UploadDialog::scanned()
{
    if (m_scan.isCanceled() || m_scan.future().resultCount() == 0)
        return;
    const FolderScan found = m_scan.result();
    m_leftOut.hidden += found.hidden;
    m_leftOut.links += found.links;
    m_leftOut.truncated |= found.truncated;
    m_model->add(found.files);
    showChoice();
    if (!m_waiting.isEmpty())
        addPaths(std::exchange(m_waiting, {}));
}

void UploadDialog::showChoice()
{
    m_purposeNote->setText(filepurpose::description(purpose()));
    const int count = m_model->chosenCount();
    m_upload->setText(count == 0 ? tr("Upload") : tr("Upload %Ln file(s)", nullptr, count));
    m_upload->setEnabled(count > 0 && !m_scan.isRunning());
    if (m_scan.isRunning()) {
        m_summary->setText(tr("Looking through folders: %Ln file(s) so far", nullptr, m_scan.progressValue()));
        return;
    }
    QStringList parts;
    if (m_model->rowCount() == 0)
        parts << tr("Drop files or folders here, or add some.");
    else
        parts << tr("%Ln file(s), %1", nullptr, count).arg(format::size(m_model->chosenBytes()));
    if (const int refused = m_model->refusedCount())
        parts << tr("%Ln cannot be sent", nullptr, refused);
    if (m_leftOut.hidden)
        parts << tr("%Ln hidden left out", nullptr, m_leftOut.hidden);
    if (m_leftOut.links)
        parts << tr("%Ln link(s) not followed", nullptr, m_leftOut.links);
    if (m_leftOut.truncated)
        parts << tr("only the first %1 are shown").arg(format::number(maxScannedFiles));
    m_summary->setText(parts.join(u" · "_s));
}

void UploadDialog::browse(bool folder)
{
    const QString start = m_context.settings.text(Setting::LastFolder);
    auto *dialog = new QFileDialog(this, folder ? tr("Add folder") : tr("Add files"), start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &paths) {
        m_context.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        addPaths(paths);
    });
    dialog->open();
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
    const qint64 value = m_expiry->currentData().toLongLong();
    if (value == defaultExpiry)
        return std::nullopt;
    return value == customExpiry ? m_days->value() * daySeconds : value;
}

void UploadDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void UploadDialog::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    addPaths(localPaths(event->mimeData()));
}

} // namespace odc
