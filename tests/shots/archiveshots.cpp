// SPDX-License-Identifier: GPL-3.0-or-later
// Archives: the dialog, the strip while one is made, the report, an opened one, working on a copy.
#include "shots/shots.h"

#include "archive/archivejob.h"
#include "ui/widgets/labels.h"

#include <QRegularExpression>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

bool Shots::startArchive()
{
    m_console->action(u"file.archive"_s)->trigger();
    auto *folder = m_console->await<QLineEdit>(u"archiveFolder"_s);
    if (!folder)
        return false;
    folder->setText(m_home->filePath(u"archive"_s));
    auto *start = m_console->await<QPushButton>(u"startArchive"_s);
    return eventually([start] { return start->isEnabled(); }) && m_console->click(u"startArchive"_s)
        && eventually([this] { return m_console->services().archives().job() != nullptr; });
}

bool Shots::makeArchive()
{
    return openSample() && startArchive() && eventually([this] { return !m_console->services().archives().isBusy(); });
}

bool Shots::archiveDialog()
{
    if (!openSample())
        return false;
    m_console->action(u"file.archive"_s)->trigger();
    auto *folder = m_console->await<QLineEdit>(u"archiveFolder"_s);
    auto *estimate = m_console->await<QLabel>(u"archiveEstimate"_s);
    auto *start = m_console->await<QPushButton>(u"startArchive"_s);
    if (!folder || !estimate || !start)
        return false;
    return eventually([=] { return estimate->text().contains(QRegularExpression(u"\\d"_s)) && start->isEnabled(); }) && pictureOf(u"archiveDialog"_s);
}

bool Shots::archiveRunning()
{
    m_proxy->add("GET", "/content", Fault::stall(), 3);
    if (!openProxy() || !startArchive())
        return false;
    ArchiveJob *job = m_console->services().archives().job();
    return eventually([job] { return job->state() == ArchiveJob::State::Fetching; })
        && m_console->await<QWidget>(u"archiveStrip"_s) && picture(&m_console->window());
}

bool Shots::archiveReport()
{
    return makeArchive() && m_console->click(u"archiveDetails"_s) && pictureOf(u"archiveReport"_s);
}

bool Shots::archiveOpened()
{
    return makeArchive() && m_console->click(u"openArchived"_s)
        && eventually([this] { return m_console->action(u"file.workOnCopy"_s)->isEnabled() && m_console->page()->list()->rowCount() > 0; })
        && picture(&m_console->window());
}

bool Shots::archiveCopy()
{
    if (!makeArchive() || !m_console->click(u"openArchived"_s)
        || !eventually([this] { return m_console->action(u"file.workOnCopy"_s)->isEnabled(); }))
        return false;
    m_console->action(u"file.workOnCopy"_s)->trigger();
    return pictureOf(u"archiveCopyDialog"_s);
}

} // namespace odc
