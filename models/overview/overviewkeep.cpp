// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewkeep.h"

#include "base/background.h"
#include "overview/overviewtally.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int writeMs = 60'000;
constexpr int format = 1;
/// A file beyond this was not written by the console.
constexpr qint64 mostBytes = 4'000'000;

/// It can be made anew at any time: what goes wrong here is no more than a start without it.
bool write(const QString &path, const QJsonObject &figures)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{u"format"_s, format}, {u"figures"_s, figures}})
                   .toJson(QJsonDocument::Compact));
    return file.commit();
}

} // namespace

OverviewKeep::OverviewKeep(const QString &indexFile, bool kept, OverviewTally &tally, QObject *parent)
    : QObject(parent), m_indexFile(indexFile), m_tally(tally), m_timer(new QTimer(this))
{
    setKept(kept);
    m_timer->setSingleShot(true);
    m_timer->setInterval(writeMs);
    connect(m_timer, &QTimer::timeout, this, &OverviewKeep::writeLater);
    connect(&tally, &OverviewTally::changed, this, [this] {
        if (!m_timer->isActive() && saysMore())
            m_timer->start();
    });
    if (m_path.isEmpty())
        return;
    const OverviewFigures before = read(indexFile);
    m_written = before.toJson();
    tally.setSnapshot(before);
}

OverviewKeep::~OverviewKeep()
{
    if (isNew())
        write(m_path, m_tally.figures().toJson());
}

void OverviewKeep::setKept(bool kept)
{
    if (m_indexFile.isEmpty())
        return;
    m_path = kept ? fileOf(m_indexFile) : QString();
    if (!kept) {
        m_written = {};
        removeFile(m_indexFile);
    }
}

QString OverviewKeep::fileOf(const QString &indexFile)
{
    return indexFile + u".overview.json"_s;
}

OverviewFigures OverviewKeep::read(const QString &indexFile)
{
    QFile file(fileOf(indexFile));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return {};
    const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
    return content[u"format"_s].toInt() == format
               ? OverviewFigures::fromJson(content[u"figures"_s].toObject())
               : OverviewFigures();
}

void OverviewKeep::removeFile(const QString &indexFile)
{
    if (!indexFile.isEmpty())
        QFile::remove(fileOf(indexFile));
}

bool OverviewKeep::isNew() const
{
    return !m_path.isEmpty() && !m_tally.isSnapshot() && m_tally.figures().countedAt != 0 &&
           m_tally.figures().toJson() != m_written;
}

bool OverviewKeep::saysMore() const
{
    if (!isNew())
        return false;
    // That time went by is no reason to write the file every minute.
    QJsonObject now = m_tally.figures().toJson();
    now[u"counted"_s] = m_written[u"counted"_s];
    return now != m_written;
}

void OverviewKeep::writeLater()
{
    if (m_writing || !isNew())
        return;
    m_writing = true;
    m_written = m_tally.figures().toJson();
    inBackground(
        this, [path = m_path, figures = m_written] { return write(path, figures); },
        [this](bool done) {
            m_writing = false;
            if (m_path.isEmpty())
                removeFile(m_indexFile); // it was switched off meanwhile
            else if (!done)
                m_written = {};
        });
}

} // namespace odc
