// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfolderdialog.h"

#include "api/session.h"
#include "base/format.h"
#include "lists/syncmodel.h"
#include "settings/settings.h"
#include "stores/filenames.h"
#include "ui/pages/stores/chunkingedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Kind = SyncStep::Kind;

namespace {

constexpr int pageSize = 100;

} // namespace

SyncFolderDialog::SyncFolderDialog(const PageContext &context, FileNames &names, const VectorStore &store,
                                   QWidget *parent)
    : ConsoleDialog(context.shell.theme,
                    tr("Keep “%1” in step with a folder").arg(format::oneLine(store.title(), 60)), parent),
      m_context(context), m_names(names), m_store(store), m_folder(new QLineEdit(this)),
      m_model(new SyncModel(this)), m_table(new TableView(theme(), this)),
      m_progress(new ProgressStrip(theme(), this)),
      m_chunking(new ChunkingEdit(theme(), tr("Chunking of what goes in"), this)),
      m_summary(new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setObjectName(u"syncFolderDialog"_s);
    QString about =
        tr("Files are compared by path, size and content. What was synced is known again by three of its "
           "attributes: odc_path, odc_sha256 and odc_size.");
    if (context.profile.production)
        about += u' ' + tr("This goes to the production profile “%1”.").arg(context.profile.name);
    setIntroduction(about);

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    m_folder->setObjectName(u"syncFolder"_s);
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setPlaceholderText(tr("the folder to compare"));
    row->addWidget(m_folder, 1);
    QPushButton *choose = makeButton(theme(), tr("Choose…"), Icon::Folder, ButtonRole::Default, this);
    choose->setObjectName(u"chooseFolder"_s);
    row->addWidget(choose);
    m_compare = makeButton(theme(), tr("Compare"), Icon::Refresh, ButtonRole::Default, this);
    m_compare->setObjectName(u"compareFolder"_s);
    row->addWidget(m_compare);
    // Enter in the field is for comparing, not for the button that comes first.
    choose->setAutoDefault(false);
    m_compare->setAutoDefault(false);
    body()->addLayout(row);

    auto *proxy = new QSortFilterProxyModel(this);
    proxy->setSortRole(SortRole);
    proxy->setSourceModel(m_model);
    m_table->setObjectName(u"syncTable"_s);
    m_table->setAccessibleName(tr("What would be done"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(proxy);
    m_table->setColumns({{260, 160, false, 280}, {180, 140}, {90, 80}, {260, 140, true}});
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SyncModel::What,
                          Qt::DescendingOrder); // what is not done, or not undone, stands on top
    m_table->setMinimumHeight(200);
    body()->addWidget(m_table, 1);
    m_overlay = new StateOverlay(theme(), m_table);
    m_progress->setObjectName(u"syncProgress"_s);
    m_progress->hide();
    body()->addWidget(m_progress);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(metrics::edge);
    const auto addCheck = [&](const QString &name, bool isChecked) {
        auto *box = new QCheckBox(this);
        box->setObjectName(name);
        box->setChecked(isChecked);
        choices->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &SyncFolderDialog::showChoice);
        return box;
    };
    m_adds = addCheck(u"syncAdds"_s, true);
    m_replaces = addCheck(u"syncReplaces"_s, true);
    m_namesakes = addCheck(u"syncNamesakes"_s, false);
    m_removes = addCheck(u"syncRemoves"_s, false);
    choices->addStretch(1);
    body()->addLayout(choices);
    m_deletes = new QCheckBox(
        tr("Also delete the files that are replaced or taken out, where no other store has them"), this);
    m_deletes->setObjectName(u"syncDeletes"_s);
    body()->addWidget(m_deletes);
    auto *chunking = new QHBoxLayout;
    chunking->setSpacing(metrics::between);
    auto *label = new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, tr("&Chunking"), this);
    label->setBuddy(m_chunking);
    label->setAlignment(Qt::AlignTop);
    label->setContentsMargins(0, metrics::tight + 2, 0, 0);
    chunking->addWidget(label);
    chunking->addWidget(m_chunking, 1);
    body()->addLayout(chunking);
    m_summary->setObjectName(u"syncSummary"_s);
    m_summary->setWordWrap(true);
    body()->addWidget(m_summary);

    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_apply = addButton({}, ButtonRole::Primary);
    m_apply->setObjectName(u"applySync"_s);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(choose, &QPushButton::clicked, this, &SyncFolderDialog::choose);
    connect(m_compare, &QPushButton::clicked, this, &SyncFolderDialog::compare);
    connect(m_folder, &QLineEdit::returnPressed, this, &SyncFolderDialog::compare);
    connect(m_folder, &QLineEdit::textEdited, this, [this] {
        // What is shown, or being compared, is of another folder.
        m_reader.stop();
        m_pager.stop();
        m_isComparing = false;
        m_isPlanned = false;
        m_model->setSteps({});
        showChoice();
    });
    connect(m_chunking, &ChunkingEdit::edited, this, &SyncFolderDialog::showChoice);
    connect(m_progress, &ProgressStrip::stopRequested, this, [this] {
        m_reader.stop();
        m_pager.stop();
        m_isComparing = false;
        showChoice();
    });
    connect(m_overlay, &StateOverlay::actionTriggered, this, &SyncFolderDialog::compare);
    connect(&m_reader, &FolderReader::progressed, this, &SyncFolderDialog::showProgress);
    connect(&m_reader, &FolderReader::ended, this, [this] {
        m_hasFolder = true;
        plan();
    });
    connect(&names, &FileNames::settled, this, &SyncFolderDialog::plan);
    setWantedSize({960, 680});
    showChoice();
    m_folder->setText(QDir::toNativeSeparators(context.shell.settings.text(Setting::LastFolder, scope())));
    m_folder->selectAll(); // another one is typed over it
    m_folder->setFocus();
}

QString SyncFolderDialog::scope() const
{
    return u"sync/"_s + m_store.id + u'/' + m_context.profile.id;
}

void SyncFolderDialog::choose()
{
    auto *dialog =
        new QFileDialog(this, tr("Choose a folder"), m_context.shell.settings.text(Setting::LastFolder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &SyncFolderDialog::setFolder);
    dialog->open();
}

void SyncFolderDialog::setFolder(const QString &folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_context.shell.settings.set(Setting::LastFolder, folder);
    compare();
}

void SyncFolderDialog::compare()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text());
    m_model->setSteps({});
    m_stored.clear();
    m_hasFolder = false;
    m_hasStore = false;
    m_isPlanned = false;
    m_error.reset();
    if (!QFileInfo(folder).isDir()) {
        m_isComparing = false;
        m_error = ApiError::make(ApiError::Kind::LocalFile, tr("There is no such folder."));
        showChoice();
        return;
    }
    m_isComparing = true;
    m_context.shell.settings.set(Setting::LastFolder, QFileInfo(folder).absoluteFilePath(), scope());
    m_reader.read(folder);
    Pager<StoreFile>::Events events;
    events.page = [this](const QList<StoreFile> &files) {
        m_stored << files;
        showProgress();
    };
    events.finished = [this] {
        if (m_pager.isWhole())
            storeRead({});
        else // what was not shown would be put in once more
            storeRead(ApiError::make(ApiError::Kind::BadResponse));
    };
    events.failed = [this](const ApiError &error) { storeRead(error); };
    m_pager.start(
        [this](const QString &after, std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = pageSize;
            query.after = after;
            return m_context.session.stores().listFiles(m_store.id, query, this, std::move(done));
        },
        std::move(events));
    showChoice();
}

void SyncFolderDialog::storeRead(const std::optional<ApiError> &error)
{
    if (error) {
        m_reader.stop();
        m_isComparing = false;
        m_error = error;
        showChoice();
        return;
    }
    m_hasStore = true;
    // Only of those that no sync put there the names are wanted.
    QStringList strangers;
    for (const StoreFile &file : std::as_const(m_stored)) {
        if (!file.attributes.value(QLatin1String(syncattribute::path)).isString())
            strangers << file.id;
    }
    m_names.want(strangers);
    plan();
}

void SyncFolderDialog::plan()
{
    if (!m_isComparing || !m_hasFolder || !m_hasStore || m_names.isAsking())
        return;
    QList<StoredFile> stored;
    stored.reserve(m_stored.size());
    for (const StoreFile &file : std::as_const(m_stored)) {
        StoredFile entry{file, {}, -1};
        if (const FileObject *known = m_names.file(file.id)) {
            entry.name = known->filename;
            entry.bytes = known->bytes;
        }
        stored << entry;
    }
    m_isComparing = false;
    m_isPlanned = true;
    m_model->setSteps(planSync(m_reader.files(), stored, m_reader.isWhole()));
    m_removes->setChecked(false); // of another folder than the one it was chosen for
    m_namesakes->setChecked(false);
    showChoice();
}

void SyncFolderDialog::showProgress()
{
    if (!m_isComparing)
        return;
    CellProgress progress;
    progress.done =
        m_reader.bytesTotal() > 0 ? double(m_reader.bytesRead()) / double(m_reader.bytesTotal()) : -1;
    QStringList parts{tr("%Ln file(s) in the folder", nullptr, m_reader.found())};
    if (m_reader.bytesTotal() > 0)
        parts << tr("%1 of %2 read")
                     .arg(format::size(m_reader.bytesRead()), format::size(m_reader.bytesTotal()));
    parts << tr("%Ln in the store", nullptr, int(m_stored.size()));
    m_progress->setProgress(progress, parts.join(u" · "_s));
}

SyncChoice SyncFolderDialog::choice() const
{
    SyncChoice choice{m_adds->isChecked(), m_replaces->isChecked(), m_removes->isChecked(), {}};
    if (m_chunking->strategy().isStatic) // "auto" is what is done anyway
        choice.chunking = m_chunking->strategy();
    choice.namesakes = m_namesakes->isChecked();
    return choice;
}

void SyncFolderDialog::showChoice()
{
    const int adds = m_model->count(Kind::Add);
    const int replaces = m_model->count(Kind::Replace);
    const int namesakes = m_model->count(Kind::Namesake);
    const int removes = m_model->count(Kind::Remove);
    m_adds->setText(tr("Add %Ln", nullptr, adds));
    m_replaces->setText(tr("Replace %Ln", nullptr, replaces));
    m_namesakes->setText(tr("Replace %Ln of the same name", nullptr, namesakes));
    m_namesakes->setToolTip(tr("The old ones did not come by a sync: look whether they are the same"));
    m_namesakes->setVisible(namesakes > 0);
    m_removes->setText(tr("Take out %Ln", nullptr, removes));
    m_adds->setEnabled(adds > 0);
    m_replaces->setEnabled(replaces > 0);
    m_removes->setEnabled(removes > 0);
    m_model->setDone(Kind::Add, m_adds->isChecked());
    m_model->setDone(Kind::Replace, m_replaces->isChecked());
    m_model->setDone(Kind::Namesake, m_namesakes->isChecked());
    m_model->setDone(Kind::Remove, m_removes->isChecked());
    m_deletes->setEnabled((replaces > 0 && m_replaces->isChecked()) ||
                          (namesakes > 0 && m_namesakes->isChecked()) ||
                          (removes > 0 && m_removes->isChecked()));
    m_progress->setVisible(m_isComparing);
    m_compare->setEnabled(!m_isComparing);
    showProgress();

    StateOverlay::State state;
    if (m_error) {
        state.kind = StateOverlay::Kind::Error;
        const bool isLocal = m_error->kind == ApiError::Kind::LocalFile;
        state.sentence =
            isLocal ? m_error->message : tr("The store could not be read: %1").arg(m_error->headline());
        state.detail = isLocal ? QString() : m_error->advice();
        state.actionText = isLocal ? QString() : tr("Try again");
    } else if (m_isComparing) {
        state.kind = StateOverlay::Kind::Loading;
        state.sentence = tr("Comparing…");
    } else if (!m_isPlanned) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Folder;
        state.sentence = tr("Choose the folder that the store is to follow.");
        state.detail = tr("Nothing is changed before you have seen what it would be.");
    } else if (m_model->rowCount() == 0) {
        state.kind = StateOverlay::Kind::Empty;
        state.sentence = tr("The folder is empty.");
    }
    m_overlay->setState(state);

    const int changes = (m_adds->isChecked() ? adds : 0) + (m_replaces->isChecked() ? replaces : 0) +
                        (m_namesakes->isChecked() ? namesakes : 0) + (m_removes->isChecked() ? removes : 0);
    m_apply->setText(changes == 0 ? tr("Apply") : tr("Apply %Ln change(s)", nullptr, changes));
    m_apply->setEnabled(m_isPlanned && changes > 0 && m_chunking->problems().isEmpty() &&
                        !m_context.session.isReadOnly());
    QStringList parts;
    if (m_isPlanned) {
        if (adds + replaces + namesakes + removes == 0)
            parts << tr("There is nothing to do");
        else if (const qint64 bytes = m_model->bytes(Kind::Add) + m_model->bytes(Kind::Replace) +
                                      (m_namesakes->isChecked() ? m_model->bytes(Kind::Namesake) : 0))
            parts << tr("%1 to upload").arg(format::size(bytes));
        parts << tr("%Ln unchanged", nullptr, m_model->count(Kind::Same));
        if (const int unknown = m_model->count(Kind::Unknown))
            parts << tr("%Ln of unknown content, with the same name and size", nullptr, unknown);
        if (namesakes > 0)
            parts << tr("%Ln of the same name, with other content", nullptr, namesakes);
        const QList<SyncStep> &steps = m_model->steps();
        if (const auto doubled = std::count_if(steps.cbegin(), steps.cend(), [](const SyncStep &step) {
                return step.kind == Kind::Add && !step.reason.isEmpty();
            }))
            parts << tr("%Ln to add beside one of the same name", nullptr, int(doubled));
        if (const int foreign = m_model->count(Kind::Foreign))
            parts << tr("%Ln in the store, not from this folder", nullptr, foreign);
        if (const int refused = m_model->count(Kind::Refused))
            parts << tr("%Ln not allowed", nullptr, refused);
        if (m_reader.hidden())
            parts << tr("%Ln hidden left out", nullptr, m_reader.hidden());
        if (m_reader.links())
            parts << tr("%Ln link(s) not followed", nullptr, m_reader.links());
        if (m_reader.isTruncated())
            parts << tr("only the first %1 are shown").arg(format::number(maxScannedFiles));
    }
    m_summary->setText(parts.join(u" · "_s));
}

QList<AttachJob::Order> SyncFolderDialog::orders() const
{
    return syncOrders(m_model->steps(), choice());
}

bool SyncFolderDialog::deletesOld() const
{
    return m_deletes->isEnabled() && m_deletes->isChecked();
}

} // namespace odc
