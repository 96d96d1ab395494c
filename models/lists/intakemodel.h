// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/storefile.h"
#include "lists/filechoicemodel.h"
#include "stores/attachjob.h"
#include "stores/storefilerules.h"
#include "transfers/uploadcheck.h"

#include <QList>
#include <QSet>

#include <optional>

namespace odc {

/// What is about to go into a store, of this computer or of the project: each with a check mark, what stands
/// against it, and attributes and chunking of its own where it has some.
class IntakeModel final : public FileChoiceModel
{
    Q_OBJECT
public:
    enum Column { Name, Verdict, Size, Own, Folder };

    /// What one file has that differs from what all have.
    struct OwnSettings
    {
        QJsonObject attributes; ///< beside those of all files; the same name counts instead
        std::optional<ChunkingStrategy> chunking;
        bool isEmpty() const { return attributes.isEmpty() && !chunking; }
        bool operator==(const OwnSettings &) const = default;
    };

    explicit IntakeModel(QObject *parent = nullptr);

    /// `roots`: the folders they were found below, if any; their paths are told from there.
    void addLocal(const QList<UploadCandidate> &candidates, const QStringList &roots = {});
    void addFiles(const QList<FileObject> &files);
    void setOwn(const QList<int> &rows, const OwnSettings &own);
    OwnSettings own(int row) const { return m_rows.at(row).own; }
    /// The first chosen one whose attributes, together with these, are not allowed: its row, else -1.
    int rowWithProblem(const QJsonObject &forAll) const;
    QJsonObject attributesOf(int row, const QJsonObject &forAll) const;

    /// What will be put in, with what all have. `isMarked`: those of this computer also have the attributes
    /// by which a sync knows them again, where there is room for them, and no other has the same path.
    QList<AttachJob::Order> orders(const QJsonObject &attributes,
                                   const std::optional<ChunkingStrategy> &chunking,
                                   bool isMarked = false) const;
    bool hasLocal() const { return m_hasLocal; }
    /// What was left out, but may be chosen.
    int doubtfulCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    File file(int row) const override;
    QString verdict(int row) const override;
    QString title(int column) const override;

private:
    struct Row
    {
        QString path;     ///< empty: of the project
        QString relative; ///< below the folder that was added; of a single file its name
        QString fileId;
        QString name;
        qint64 size = 0;
        StoreFileProblem problem = StoreFileProblem::None;
        OwnSettings own;
    };
    void append(QList<Row> rows);
    QString ownText(int row) const;

    QList<Row> m_rows;
    QSet<QString> m_known; ///< paths and ids
    QSet<QString> m_names;
    bool m_hasLocal = false;
};

} // namespace odc
