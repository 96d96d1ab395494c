// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace odc {

/// One kind of list that an archive holds, or of documents that come one by one. Another area joins by another
/// row in archivePlan().
struct ArchivePart
{
    QString list;   ///< its name at the target and in the manifest
    QString parent; ///< list whose objects each have one of these; empty: the project has one
    /// Below the base URL; %1, %2 are the ids of the ancestors, outermost first.
    QString path;
    QString idName; ///< what lists below call one of these: "eval_id"
    /// By what lists below name one of these, where it is not the id; empty: it has none of them. Null: the id.
    std::function<QString(const QJsonObject &object)> nameBelow;
    /// List above the parent whose objects may have one of these as well, and by what name; empty: none has.
    QString alsoOf;
    std::function<QString(const QJsonObject &object)> nameAlso{};
    /// Ids that the target takes.
    QRegularExpression id;
    int pageSize = 100;
    QString order = QStringLiteral("asc"); ///< that asks for the oldest first; of fine-tuning, where most lists have no
                                           ///< order, newest first, as the target takes them there
    bool needsAdminKey = false; ///< without one, or with a wrong one, the archive has no such list
    /// Whether nothing in this list changes any more once its parent is like this; null: it always may.
    std::function<bool(const QJsonObject &parent)> settled;
    /// How many there are as the parent says; null: it does not say.
    std::function<std::optional<qint64>(const QJsonObject &parent)> expected;
    /// List whose objects say that, where it is not the parent: then it is for a first guess only.
    QString expectedBy;
    bool expectedLoosely = false; ///< it may say anything: what is missing is not worth a word
    /// Whether an object is still at work, and archived as it stood; null: none is.
    std::function<bool(const QJsonObject &object)> underWay;
    /// Size in bytes of what lies behind an object, -1 unknown; null: an object is all there is.
    std::function<qint64(const QJsonObject &object)> contentBytes;

    /// Of a document, which is kept as it came: whether an answer is all of it; nothing: it is not what it
    /// should be. A pure function. Null: this is a list.
    std::function<std::optional<bool>(const QJsonObject &answer)> document;
    /// Whether a parent has such a document; null: all have.
    std::function<bool(const QJsonObject &parent)> given;
    /// What tells of a parent that its document is another now; null: all that the parent says.
    std::function<QString(const QJsonObject &parent)> basis;
};

/// What an archive holds, parents before what hangs on them.
const QList<ArchivePart> &archivePlan();
/// Null when there is none of this name.
const ArchivePart *archivePart(const QString &list);
/// Whether these are documents, not objects of lists.
bool isArchiveDocument(const QString &list);
/// Whether these come one by one after all lists: documents, and what lies behind files ("contents").
bool isArchiveContent(const QString &list);
/// Names of its list and those above it, outermost first.
QStringList ancestorsOf(const ArchivePart &part);
/// "Evals", translated.
QString archivePartTitle(const QString &list);
/// What a person calls an object: its name, the file name, or the id.
QString archiveObjectTitle(const QJsonObject &object);

/// Which list of a kind: the ids of the objects it hangs on, outermost first.
struct ArchiveUnit
{
    QString list;
    QStringList parents;

    /// "eval_1/run_2"; empty for a list of the project. Ids are escaped where they hold a slash.
    QString key() const;
    static QStringList parentsOf(const QString &key);
    /// Empty when an id cannot be part of a path.
    QString path() const;
    /// Of those that the path names: {"eval_id": ..., "run_id": ...}
    QJsonObject parentIds() const;
    /// The unit of one of the lists below an object of this one; its id, or what names it there.
    ArchiveUnit below(const QString &list, const QString &id) const
    {
        return {list, parents + QStringList{id}};
    }
    /// The same; nothing where the object has no such list.
    std::optional<ArchiveUnit> below(const ArchivePart &part, const QString &id, const QJsonObject &object) const;
};

/// Key of an object in the manifest.
QString archiveKey(const ArchiveUnit &unit, const QString &id);

/// What a person chose to archive.
struct ArchiveChoice
{
    QStringList lists;    ///< names in the plan; one without its parents is not taken
    bool contents = true; ///< what lies behind the objects, too

    static ArchiveChoice everything();
    bool has(const QString &list) const { return lists.contains(list); }
    QJsonObject toJson() const;
    /// Everything, where nothing was kept.
    static ArchiveChoice fromJson(const QJsonObject &object);
};

} // namespace odc
