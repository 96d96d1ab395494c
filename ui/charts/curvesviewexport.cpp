// SPDX-License-Identifier: GPL-3.0-or-later
// How the curves become files.
#include "base/background.h"
#include "base/format.h"
#include "lists/exportrows.h"
#include "transfers/downloadname.h"
#include "ui/charts/curveexport.h"
#include "ui/charts/curveset.h"
#include "ui/charts/curvesplot.h"
#include "ui/charts/curvesview.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFileDialog>

namespace odc {

using namespace Qt::StringLiterals;

void CurvesView::setExportFolder(const QString &folder)
{
    m_folder = folder;
}

void CurvesView::askPath(const QString &kind)
{
    const QString title = kind == "png"_L1   ? tr("Export as PNG")
                          : kind == "svg"_L1 ? tr("Export as SVG")
                                             : tr("Export as CSV");
    const QString filter = kind == "png"_L1   ? tr("PNG pictures (*.png)")
                           : kind == "svg"_L1 ? tr("SVG drawings (*.svg)")
                                              : tr("CSV files (*.csv)");
    const QString name = safeFileName(exportName());
    // The dialog asks before a file that is there is replaced.
    auto *dialog = new QFileDialog(
        this, title, QDir(m_folder.isEmpty() ? QDir::homePath() : m_folder).filePath(name + u'.' + kind),
        filter);
    dialog->setObjectName(u"curvesExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kind);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, kind](const QString &path) {
        m_folder = dialog->directory().absolutePath();
        Q_EMIT exportFolderChanged(m_folder);
        exportTo(path, kind);
    });
    dialog->open();
}

/// "support-v14-loss", of several "support-v14-and-2-more-loss".
QString CurvesView::exportName() const
{
    const QString what = m_set->group().isEmpty() ? tr("curves", "part of a file name") : m_set->group();
    const QList<CurveRun> &runs = m_set->runs();
    if (runs.isEmpty())
        return what;
    const QString first = format::oneLine(runs.first().name, 60).trimmed();
    const QString whose = runs.size() == 1
                              ? first
                              : tr("%1-and-%2-more", "part of a file name").arg(first).arg(runs.size() - 1);
    return whose + u'-' + what;
}

void CurvesView::exportTo(const QString &path, const QString &kind)
{
    const auto done = [this, path](const Result<void> &written) {
        if (written)
            say(path, true, {}, {});
        else
            say(path, false, written.error().headline() + u". "_s + written.error().advice(),
                written.error().details());
    };
    // Drawn here, as it is seen; packed and written elsewhere: a disk may be slow.
    if (kind == "png"_L1) {
        const auto write = [picture = curveexport::picture(*m_plot, m_theme), path] {
            return curveexport::writePng(picture, path);
        };
        inBackground(this, write, done, longWorkPool());
    } else if (kind == "svg"_L1) {
        const auto write = [drawing = curveexport::drawing(*m_plot, m_theme), path] {
            return writeFile(path, drawing);
        };
        inBackground(this, write, done, longWorkPool());
    } else {
        const auto write = [numbers = curveexport::numbersOf(*m_set), path] {
            return writeFile(path, curveexport::csv(numbers));
        };
        inBackground(this, write, done, longWorkPool());
    }
}

void CurvesView::say(const QString &path, bool ok, const QString &error, const QString &details)
{
    Message message;
    message.key = u"export"_s;
    message.kind = ok ? Message::Kind::Ok : Message::Kind::Error;
    message.text = ok ? tr("The curves are written to %1.").arg(path) : error;
    message.details = details;
    m_messages->showMessage(message);
    Q_EMIT exported(ok);
}

} // namespace odc
