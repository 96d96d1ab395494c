// SPDX-License-Identifier: GPL-3.0-or-later
// How the curves become files.
#include "base/background.h"
#include "lists/exportrows.h"
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
    const QString name = m_set->group().isEmpty() ? u"curves"_s : u"curves-"_s + m_set->group();
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

void CurvesView::exportTo(const QString &path, const QString &kind)
{
    const auto done = [this, path](const Result<void> &written) {
        if (written)
            say(path, true, {}, {});
        else
            say(path, false, written.error().headline() + u". "_s + written.error().advice(),
                written.error().details());
    };
    if (kind == "png"_L1) {
        done(curveexport::png(*m_plot, m_theme, path));
    } else if (kind == "svg"_L1) {
        done(curveexport::svg(*m_plot, m_theme, path));
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
