// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/fileobject.h"
#include "api/storefile.h"
#include "stores/attachjob.h"
#include "stores/storefilerules.h"
#include "transfers/uploadcheck.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <optional>

namespace odc {

/// What is about to go into a store, of this computer or of the project: each with a check mark, what stands
/// against it, and attributes and chunking of its own where it has some.
class IntakeModel final : public QAbstractTableModel
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
    int chosenCount() const;
    qint64 chosenBytes() const;
    bool hasLocal() const { return m_hasLocal; }
    /// What cannot go in at all.
    int refusedCount() const;
    /// What was left out, but may be chosen.
    int doubtfulCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void choiceChanged();

private:
    enum class Choice { ByDefault, Yes, No };
    struct Row
    {
        QString path;     ///< empty: of the project
        QString relative; ///< below the folder that was added; of a single file its name
        QString fileId;
        QString name;
        qint64 size = 0;
        StoreFileProblem problem = StoreFileProblem::None;
        Choice choice = Choice::ByDefault;
        OwnSettings own;
    };
    static bool isChosen(const Row &row);
    void append(QList<Row> rows);
    QString display(const Row &row, Column column) const;

    QList<Row> m_rows;
    QSet<QString> m_known; ///< paths and ids
    QSet<QString> m_names;
    bool m_hasLocal = false;
};

} // namespace odc
