// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mergedfile.h"

#include <QHash>
#include <QString>

namespace odc {

/// What a person put on one output item while going through a run.
struct EvalMark
{
    bool marked = false;
    QString note;

    bool isEmpty() const { return !marked && note.isEmpty(); }
    bool operator==(const EvalMark &) const = default;
};

/// What is in the file of an eval's marks.
struct KeptMarks
{
    using Marks = QHash<QString, EvalMark>; ///< by item
    using Content = QHash<QString, Marks>;  ///< by run
    struct Changes
    {
        Content runs; ///< empty marks were taken away

        bool isEmpty() const { return runs.isEmpty(); }
        void add(const Changes &later);
    };
    static Content fromJson(const QJsonObject &object);
    static QJsonObject toJson(const Content &content);
    static void apply(const Changes &changes, Content &content);
};

/// Marks and notes on the output items of one eval, kept on this computer.
class EvalMarks : public MergedFileOf<KeptMarks>
{
    Q_OBJECT
public:
    /// Reads the file of this eval below `folder`.
    EvalMarks(const QString &folder, const QString &evalId, QObject *parent = nullptr);

    EvalMark mark(const QString &runId, const QString &itemId) const;
    void set(const QString &runId, const QString &itemId, const EvalMark &mark);
    using Marks = KeptMarks::Marks;
    /// Many at once.
    void set(const QString &runId, const Marks &marks);
    /// Items of the run that have one.
    int count(const QString &runId) const;

    /// The folder of a profile's marks.
    static QString folderOf(const QString &settingsFolder, const QString &profileId);
};

} // namespace odc
