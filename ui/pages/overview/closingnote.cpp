// SPDX-License-Identifier: GPL-3.0-or-later
#include "closingnote.h"

#include "finetuning/hostedservice.h"
#include "overview/overviewfigures.h"
#include "ui/context/archiveservice.h"
#include "ui/context/pagecontext.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// The words of this file.
struct Closing
{
    Q_DECLARE_TR_FUNCTIONS(ClosingNote)
};

int counted(qint64 number)
{
    return int(std::min<qint64>(number, 1'000'000'000));
}

QString dateText(const QDate &date)
{
    return QLocale().toString(date, QLocale::LongFormat);
}

} // namespace

QString closingNote(const PageContext &context, const OverviewFigures &figures, const QDate &today)
{
    if (context.profile.isArchive() || !isHostedService(context.profile.effectiveUrl()))
        return {};
    QStringList parts;
    const bool evals = figures.evals > 0 && !figures.unavailable.contains(ObjectKind::Eval);
    if (evals) {
        const QDate last = lastDayOfHostedEvals();
        const QString what = Closing::tr("%Ln eval(s)", nullptr, counted(figures.evals)) + u", "_s +
                             Closing::tr("%Ln run(s)", nullptr, counted(figures.runs));
        parts << (today <= last ? Closing::tr("The hosted Evals service closes on %1. Here: %2.")
                                : Closing::tr("The hosted Evals service closed on %1. Still here: %2."))
                     .arg(dateText(last), what);
    }
    if (figures.jobs > 0) {
        const QDate last = lastDayOfHostedJobs();
        if (today <= last)
            parts << Closing::tr("New fine-tuning jobs can be created until %1.").arg(dateText(last));
    }
    if (!evals)
        return parts.join(u' ');
    const QString folder = context.shell.archives.lastFolder(context.profile);
    parts << (folder.isEmpty() ? Closing::tr("Nothing of this profile was archived on this computer yet.")
                               : Closing::tr("Last archived into %1.").arg(QDir::toNativeSeparators(folder)));
    return parts.join(u' ');
}

} // namespace odc
