// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonstore.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <utility>

namespace odc {

/// What is kept on this computer about one object, in one JSON file of its own. Written on the pool shortly
/// after a change, and at the end; only what changed here is changed in the file, for another window may have
/// it open. GUI thread. See MergedFileOf.
class MergedFile : public QObject
{
    Q_OBJECT
public:
    /// Why the file could not be read; translated, empty when all was well.
    QString problem() const { return m_store.problem(); }
    QString path() const { return m_store.path(); }
    /// Everything is in the file.
    bool isSaved() const { return !m_writing && !hasChanges(); }

    /// A word of a server, or of a damaged file, as the name of a file: none of them is a path, nor "..".
    static QString fileName(const QString &id);

Q_SIGNALS:
    /// The file could not be written; what was changed holds until the program ends.
    void saveFailed(const odc::ApiError &error);
    void saved();

protected:
    MergedFile(const QString &folder, const QString &id, int format, QObject *parent);

    /// A file that cannot be used is put aside, see problem().
    QJsonObject load() { return m_store.load(); }
    void saveLater();
    /// The subclass's destructor: writes what is not written yet, also what could not be written before.
    void saveTheRest();

    /// What the file is to hold, of what it holds by now; null: nothing that could be read. On the pool.
    using Merge = std::function<QJsonObject(const QJsonObject *there)>;
    virtual bool hasChanges() const = 0;
    /// What has changed is on its way from now on.
    virtual Merge sendChanges() = 0;
    /// What is on its way did not arrive: it has changed still, but for what changed again meanwhile.
    virtual void takeBack() = 0;

private:
    static Result<void> save(JsonStore store, const Merge &merge);
    void write();

    JsonStore m_store;
    QThreadPool m_pool;     ///< one thread: files are written in the order of the changes
    bool m_due = false;     ///< a write comes with the next turn
    bool m_writing = false; ///< the pool is at it
};

/// A MergedFile of a content. `Kept` has the types Content and Changes, the latter with isEmpty() and
/// add(later), where what came later goes over what was before, and the functions fromJson(object),
/// toJson(content) and apply(changes, content), which run on the pool as well.
template <typename Kept> class MergedFileOf : public MergedFile
{
public:
    using Content = typename Kept::Content;
    using Changes = typename Kept::Changes;

protected:
    MergedFileOf(const QString &folder, const QString &id, int format, QObject *parent)
        : MergedFile(folder, id, format, parent), m_content(Kept::fromJson(load()))
    {
    }
    ~MergedFileOf() override { saveTheRest(); }

    const Content &content() const { return m_content; }
    void change(const Changes &changes)
    {
        Kept::apply(changes, m_content);
        m_changes.add(changes);
        saveLater();
    }

    bool hasChanges() const final { return !m_changes.isEmpty(); }
    Merge sendChanges() final
    {
        m_onTheWay = std::exchange(m_changes, {});
        return [changes = m_onTheWay, all = m_content](const QJsonObject *there) {
            Content content = there ? Kept::fromJson(*there) : all;
            Kept::apply(changes, content);
            return Kept::toJson(content);
        };
    }
    void takeBack() final
    {
        m_onTheWay.add(m_changes);
        m_changes = std::exchange(m_onTheWay, {});
    }

private:
    Content m_content;
    Changes m_changes;  ///< since the last that were sent
    Changes m_onTheWay; ///< the last that were sent
};

} // namespace odc
