// SPDX-License-Identifier: GPL-3.0-or-later
#include "palettequery.h"

#include "foldedtext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr ObjectKind allKinds[] = {ObjectKind::File,      ObjectKind::Batch,      ObjectKind::Store,
                                   ObjectKind::StoreFile, ObjectKind::Eval,       ObjectKind::EvalRun,
                                   ObjectKind::Job,       ObjectKind::Checkpoint, ObjectKind::Model};

constexpr quint64 bitOf(ObjectKind kind)
{
    return quint64(1) << quint8(kind);
}

/// What raises a kind, folded: in English, as programs and documentation have it, and in the window's
/// language.
QHash<QByteArray, quint64> kindWords()
{
    QHash<QByteArray, quint64> words;
    const struct
    {
        const char *word;
        quint64 kinds;
    } english[] = {{"file", bitOf(ObjectKind::File)},
                   {"batch", bitOf(ObjectKind::Batch)},
                   {"store", bitOf(ObjectKind::Store) | bitOf(ObjectKind::StoreFile)},
                   {"eval", bitOf(ObjectKind::Eval)},
                   {"run", bitOf(ObjectKind::EvalRun)},
                   {"job", bitOf(ObjectKind::Job)},
                   {"checkpoint", bitOf(ObjectKind::Checkpoint)},
                   {"model", bitOf(ObjectKind::Model)}};
    for (const auto &[word, kinds] : english)
        words[word] |= kinds;
    for (const ObjectKind kind : allKinds) {
        const QList<QByteArray> parts = foldedText(kindName(kind)).split(' ');
        if (parts.size() == 1)
            words[parts.first()] |= bitOf(kind);
    }
    return words;
}

} // namespace

PaletteQuery PaletteQuery::of(const QString &typed)
{
    PaletteQuery query;
    QString text = typed.trimmed();
    if (text.startsWith(u'>'))
        query.only = Only::Actions;
    else if (text.startsWith(u'@'))
        query.only = Only::Objects;
    if (query.only != Only::All)
        text = text.mid(1).trimmed();
    query.text = text;
    query.words = FuzzyQuery::of(text);
    const QHash<QByteArray, quint64> kinds = kindWords();
    for (FuzzyWord &word : query.words.words)
        word.kinds = kinds.value(word.text);
    if (query.only == Only::Actions)
        query.words.allowed = quint64(1) << actionEntry;
    else if (query.only == Only::Objects)
        query.words.allowed = ~(quint64(1) << actionEntry);
    return query;
}

QString kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::File:
        return QCoreApplication::translate("Palette", "file", "a kind of object");
    case ObjectKind::Batch:
        return QCoreApplication::translate("Palette", "batch", "a kind of object");
    case ObjectKind::Store:
        return QCoreApplication::translate("Palette", "vector store", "a kind of object");
    case ObjectKind::StoreFile:
        return QCoreApplication::translate("Palette", "file in a store", "a kind of object");
    case ObjectKind::Eval:
        return QCoreApplication::translate("Palette", "eval", "a kind of object");
    case ObjectKind::EvalRun:
        return QCoreApplication::translate("Palette", "eval run", "a kind of object");
    case ObjectKind::Job:
        return QCoreApplication::translate("Palette", "fine-tuning job", "a kind of object");
    case ObjectKind::Checkpoint:
        return QCoreApplication::translate("Palette", "checkpoint", "a kind of object");
    case ObjectKind::Model:
        return QCoreApplication::translate("Palette", "model", "a kind of object");
    }
    return QCoreApplication::translate("Palette", "object", "a kind of object");
}

FuzzyEntry paletteEntry(const IndexedObject &object, quint16 source)
{
    FuzzyEntry entry;
    entry.key = {quint8(object.kind), source, object.id, object.parentId};
    if (object.name != object.id) // ids are looked for in another way
        entry.title = object.name;
    entry.more = object.metadata.isEmpty() ? object.detail : object.detail + u' ' + object.metadata;
    if (!object.status.isEmpty())
        entry.more += u' ' + object.status;
    entry.recency = std::max(object.createdAt, object.endedAt);
    if (object.kind == ObjectKind::StoreFile)
        entry.recency -= 1'000'000'000'000; // behind the file itself, which has the same name
    return entry;
}

} // namespace odc
