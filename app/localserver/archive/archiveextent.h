// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localserver/params.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace odc::server {

/**
 * Which lists and contents an archive holds to their end, as its archive.json says: what is missing there is
 * not known to be empty. Thread-safe once made.
 */
class ArchiveExtent
{
public:
    /** Everything is there: a data folder of its own. */
    ArchiveExtent() = default;
    /** What the folder's archive.json says; everything, when there is none that can be read. */
    static ArchiveExtent of(const QString &dataDir);

    /** Whether the list was read to its end; \p key: the ids of what it hangs on, "eval_1/evalrun_1". */
    bool holdsList(const QString &list, const QString &key) const;
    bool holdsContent(const QString &fileId) const;
    /** A page of that list. One that the archive does not hold to its end never ends: beyond what is there
     * the answer is notHeld(). Throws ApiFault. */
    Page page(Page page, const QString &list, const QString &key) const;
    /** 404 with the code "not_in_archive". */
    static ApiFault notHeld();

private:
    bool m_isArchive = false;
    QHash<QString, QSet<QString>> m_lists; ///< keys by list
    QSet<QString> m_contents;
};

} // namespace odc::server
