// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatherdialog.h"

#include "base/format.h"
#include "lists/filechoicemodel.h"
#include "settings/settings.h"
#include "ui/dialogs/pathdrop.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QPushButton>

#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

GatherDialog::GatherDialog(const Theme &theme, Settings &settings, const QString &title, QWidget *parent)
    : ConsoleDialog(theme, title, parent), m_settings(settings),
      m_summary(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setAcceptDrops(true);
    m_summary->setWordWrap(true);
    connect(&m_scan, &QFutureWatcherBase::finished, this, &GatherDialog::scanned);
    connect(&m_scan, &QFutureWatcherBase::progressValueChanged, this, [this] { showProgress(); });
}

GatherDialog::~GatherDialog()
{
    m_scan.cancel();
    m_scan.waitForFinished();
}

void GatherDialog::addSourceButtons()
{
    QPushButton *folder = makeButton(theme(), tr("Add folder…"), Icon::Folder, ButtonRole::Default, this);
    connect(folder, &QPushButton::clicked, this, [this] { browse(true); });
    addToRow(folder);
    QPushButton *files = makeButton(theme(), tr("Add files…"), Icon::Plus, ButtonRole::Default, this);
    connect(files, &QPushButton::clicked, this, [this] { browse(false); });
    addToRow(files);
}

void GatherDialog::addPaths(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (m_scan.isRunning()) {
        m_waiting << paths;
        return;
    }
    m_scanning = paths;
    m_scan.setFuture(scanPaths(paths));
    showChoice();
}

void GatherDialog::scanned()
{
    if (m_scan.isCanceled() || m_scan.future().resultCount() == 0)
        return;
    const FolderScan found = m_scan.result();
    m_leftOut.hidden += found.hidden;
    m_leftOut.links += found.links;
    m_leftOut.truncated |= found.truncated;
    take(found.files, m_scanning);
    showChoice();
    if (!m_waiting.isEmpty())
        addPaths(std::exchange(m_waiting, {}));
}

void GatherDialog::browse(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Add folder") : tr("Add files"),
                                   m_settings.text(Setting::LastFolder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &paths) {
        m_settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        addPaths(paths);
    });
    dialog->open();
}

void GatherDialog::summarise(const FileChoiceModel &model, const QStringList &more)
{
    if (m_scan.isRunning()) {
        m_summary->setText(
            tr("Looking through folders: %Ln file(s) so far", nullptr, m_scan.progressValue()));
        return;
    }
    QStringList parts;
    if (model.rowCount() == 0)
        parts << tr("Drop files or folders here, or add some.");
    else
        parts << tr("%Ln file(s), %1", nullptr, model.chosenCount()).arg(format::size(model.chosenBytes()));
    parts << more;
    if (m_leftOut.hidden)
        parts << tr("%Ln hidden left out", nullptr, m_leftOut.hidden);
    if (m_leftOut.links)
        parts << tr("%Ln link(s) not followed", nullptr, m_leftOut.links);
    if (m_leftOut.truncated)
        parts << tr("only the first %1 are shown").arg(format::number(maxScannedFiles));
    m_summary->setText(parts.join(u" · "_s));
}

void GatherDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void GatherDialog::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    addPaths(localPaths(event->mimeData()));
}

} // namespace odc
