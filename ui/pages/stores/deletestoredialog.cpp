// SPDX-License-Identifier: GPL-3.0-or-later
#include "deletestoredialog.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "stores/filenames.h"
#include "stores/storedeletionplan.h"
#include "stores/storetext.h"
#include "ui/pages/deletionuses.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int typedFrom = 10; ///< as everywhere

} // namespace

DeleteStoreDialog::DeleteStoreDialog(const PageContext &context, FileNames &names,
                                     const QList<VectorStore> &stores, int filesToo, QWidget *parent)
    : ConsoleDialog(context.shell.theme, {}, parent), m_context(context), m_names(names), m_stores(stores),
      m_filesToo(filesToo), m_plan(new StoreDeletionPlan(context.session, this))
{
    setObjectName(u"deleteStoreDialog"_s);
    const QString things = thingsText(filesToo);
    setTitle((context.profile.production ? tr("Delete %1 of PRODUCTION?") : tr("Delete %1?")).arg(things));
    setIntroduction(tr("On profile “%1”. This cannot be undone.").arg(context.profile.name));
    buildThings();
    buildFiles();
    m_cancel = addButton(tr("Cancel"), ButtonRole::Default);
    m_cancel->setObjectName(u"cancel"_s);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_confirm = addButton({}, ButtonRole::Danger);
    m_confirm->setObjectName(u"confirm"_s);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    m_cancel->setFocus(Qt::TabFocusReason); // Enter must not delete by accident
    connect(m_plan, &StoreDeletionPlan::progressed, this, &DeleteStoreDialog::showPlan);
    connect(m_plan, &StoreDeletionPlan::finished, this, &DeleteStoreDialog::showPlan);
    QSet<QString> ids;
    for (const VectorStore &store : stores)
        ids.insert(store.id);
    m_plan->start(ids);
    showPlan();
    setWantedSize({560, 420});
}

void DeleteStoreDialog::buildThings()
{
    QStringList lines;
    qint64 files = 0;
    qint64 bytes = 0;
    const qint64 now = m_context.shell.clock.unixSeconds();
    for (const VectorStore &store : m_stores) {
        files += store.counts.total;
        bytes += store.usageBytes;
        QStringList parts{storetext::title(store), tr("%Ln file(s)", nullptr, int(store.counts.total)),
                          format::size(store.usageBytes)};
        if (store.lastActiveAt)
            parts << tr("last used %1").arg(format::relativeTime(*store.lastActiveAt, now));
        lines << parts.join(u"  ·  "_s);
    }
    auto *list = new QListView(this);
    list->setObjectName(u"deletedStores"_s);
    list->setAccessibleName(tr("What is touched"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    list->setModel(new QStringListModel(lines, list));
    const int visible = int(std::min<qsizetype>(8, lines.size()));
    list->setFixedHeight(visible * list->sizeHintForRow(0) + 2 * list->frameWidth() + metrics::tight);
    body()->addWidget(list);
    auto *breaks = new TextLabel(
        theme(), Theme::FontRole::Body, Token::Text,
        (m_stores.size() == 1
             ? tr("Whatever searches this store fails from then on. The index of %1 (%2) is lost; the "
                  "files themselves stay, unless they are to go as well.")
             : tr("Whatever searches these stores fails from then on. The index of %1 (%2) is lost; the "
                  "files themselves stay, unless they are to go as well."))
            .arg(tr("%Ln file(s)", nullptr, int(files)), format::size(bytes)),
        this);
    breaks->setWordWrap(true);
    body()->addWidget(breaks);
    if (m_filesToo > 0) {
        auto *too =
            new TextLabel(theme(), Theme::FontRole::Body, Token::Text,
                          tr("The %Ln file(s) that you selected beside them are deleted whoever uses them.",
                             nullptr, m_filesToo),
                          this);
        too->setWordWrap(true);
        body()->addWidget(too);
    }
}

void DeleteStoreDialog::buildFiles()
{
    m_files = new QCheckBox(this);
    m_files->setObjectName(u"deleteFilesToo"_s);
    body()->addWidget(m_files);
    m_state = new TextLabel(theme(), Theme::FontRole::Small, Token::Secondary, {}, this);
    m_state->setObjectName(u"deletePlan"_s);
    m_state->setWordWrap(true);
    body()->addWidget(m_state);
    m_uses = new DeletionUses(m_context, {}, this);
    m_uses->hide();
    body()->addWidget(m_uses);
    body()->addStretch(1);
    m_typedLabel = new TextLabel(theme(), Theme::FontRole::Body, Token::Text, {}, this);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(u"typedCount"_s);
    m_typedLabel->setBuddy(m_typed);
    body()->addWidget(m_typedLabel);
    body()->addWidget(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &DeleteStoreDialog::judge);
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        if (m_confirm->isEnabled())
            accept();
    });
    connect(m_files, &QCheckBox::toggled, this, &DeleteStoreDialog::judge);
}

void DeleteStoreDialog::showPlan()
{
    if (m_plan->isRunning()) {
        m_files->setText(tr("Also delete the files that no other store uses"));
        m_files->setEnabled(false);
        m_state->setText(m_plan->total() > 0
                             ? tr("Reading which files other stores use: %1 of %2 stores…")
                                   .arg(format::number(m_plan->done()), format::number(m_plan->total()))
                             : tr("Reading which files other stores use…"));
        judge();
        return;
    }
    const int orphans = int(m_plan->exclusive().size());
    const int shared = int(m_plan->shared().size());
    m_files->setEnabled(orphans > 0);
    m_files->setText(orphans > 0
                         ? tr("Also delete the %Ln file(s) that no other store uses", nullptr, orphans)
                         : tr("Also delete the files that no other store uses"));
    QStringList said;
    if (!m_plan->unreadable().isEmpty())
        said << tr("%1 could not be read: any file may be in use there, so none is deleted.")
                    .arg(u"“"_s + format::oneLine(m_plan->unreadable().mid(0, 3).join(u"”, “"_s)) + u"”"_s);
    else if (orphans == 0)
        said << (m_plan->files().isEmpty()
                     ? m_stores.size() == 1 ? tr("There are no files in it.") : tr("There are no files in them.")
                 : m_stores.size() == 1 ? tr("Other stores use all of its files.")
                                        : tr("Other stores use all of their files."));
    else if (shared > 0)
        said << tr("%Ln file(s) stay, because other stores use them.", nullptr, shared);
    else
        said << tr("No other store uses any of them.");
    if (!m_plan->unknown().isEmpty())
        said << tr("Not all files of %1 could be read; what was not read stays.")
                    .arg(format::oneLine(m_plan->unknown().join(u", "_s)));
    int ofBatches = 0;
    const QStringList exclusive = m_plan->exclusive();
    for (const QString &id : m_plan->ofBatches())
        ofBatches += exclusive.contains(id);
    if (ofBatches > 0)
        said << tr("%Ln of these files are the input or results of a batch.", nullptr, ofBatches);
    m_state->setText(said.join(u' '));
    judge();
}

int DeleteStoreDialog::count() const
{
    return int(choice().stores.size() + choice().orphans.size()) + m_filesToo;
}

QString DeleteStoreDialog::thingsText(int files) const
{
    const QString stores = tr("%Ln store(s)", nullptr, int(m_stores.size()));
    return files > 0 ? tr("%1 and %2", "stores, files").arg(stores, tr("%Ln file(s)", nullptr, files)) : stores;
}

void DeleteStoreDialog::judge()
{
    const int number = count();
    const QStringList orphans = choice().orphans;
    // What batches, jobs and evals do with them: other stores do not have them.
    m_uses->setVisible(!orphans.isEmpty());
    m_uses->setFiles(QSet<QString>(orphans.cbegin(), orphans.cend()));
    const bool mustType = number >= typedFrom || (m_context.profile.production && number > 1);
    m_typedLabel->setVisible(mustType);
    m_typed->setVisible(mustType);
    m_typedLabel->setText(
        tr("Type %1 (%2) to confirm").arg(QString::number(number), thingsText(number - int(m_stores.size()))));
    m_typed->setAccessibleName(m_typedLabel->text());
    if (m_confirm) {
        m_confirm->setText(tr("Delete %Ln", nullptr, number));
        m_confirm->setEnabled(!mustType || m_typed->text().trimmed() == QString::number(number));
        m_cancel->setAutoDefault(!mustType); // Enter in the field is the field's
        m_confirm->setAutoDefault(!mustType);
        if (mustType && !m_mustType) {
            m_cancel->setDefault(false);
            m_confirm->setDefault(false);
            m_typed->setFocus();
        }
        m_mustType = mustType;
    }
}

StoreDeletionChoice DeleteStoreDialog::choice() const
{
    StoreDeletionChoice choice;
    choice.stores = m_stores;
    if (m_files && m_files->isChecked() && m_files->isEnabled()) {
        choice.orphans = m_plan->exclusive();
        choice.shared = m_plan->shared();
    }
    return choice;
}

} // namespace odc
