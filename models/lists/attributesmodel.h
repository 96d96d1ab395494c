// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/pager.h"
#include "api/storefile.h"
#include "lists/rowmodel.h"
#include "stores/attributesjob.h"
#include "stores/attributevalue.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace odc {

class FileNames;
class Session;

/// What cells of the grid say beside the roles of every list.
enum AttributeRole {
    AttributeTypeRole =
        Qt::UserRole + 40, ///< int(AttributeValue::Type); invalid: the file has no such attribute
    AttributeStageRole,    ///< int(AttributesModel::Stage); invalid: no attribute's cell
    AttributeConflictRole, ///< bool: staged, and changed at the server since
    AttributeBeforeRole,   ///< what the server has, as typed; empty: nothing
    AttributeProblemRole,  ///< why it cannot be sent, translated; invalid: it can
};

/// The attributes of all files of a store: files as rows, keys as columns behind the file's own. Changes are
/// staged over what the server says; a refresh brings what others did and keeps them. Rows are sorted and
/// filtered by what they held when that was asked for, so that no row moves away from under an edit.
class AttributesModel final : public RowModel<StoreFile>
{
    Q_OBJECT
public:
    enum Column { Name, State, Id, FirstKey };
    enum class Stage { Unchanged, Edited, Added, Removed, Invalid };
    using Value = std::optional<AttributeValue>;

    /// One cell with what it is to hold; none: the attribute is to go.
    struct Edit
    {
        QString fileId;
        QString key;
        Value value;
    };
    /// An edit that was not taken.
    struct Refusal
    {
        Edit edit;
        QString reason; ///< translated
    };

    /// `names` outlives the model.
    AttributesModel(Session &session, FileNames &names, const QString &storeId, QObject *parent = nullptr);
    ~AttributesModel() override;

    const QString &storeId() const { return m_storeId; }
    /// Why nothing can be edited, translated; empty: it can.
    void setReadOnlyReason(const QString &reason);
    const QString &readOnlyReason() const { return m_readOnlyReason; }

    /// What people call the file: its name, or its id.
    QString title(const StoreFile &file) const;
    /// Empty for the columns that are no attribute.
    QString keyOf(int column) const;
    /// Column of the key, or -1.
    int keyColumn(const QString &key) const;
    const QStringList &keys() const { return m_keys; }
    /// No file has it, staged or not, and nobody asked for the column.
    bool isKeyVacant(const QString &key) const;

    /// As staged, else as the server has it.
    Value value(int row, int column) const;
    Value serverValue(int row, int column) const;
    Stage stage(int row, int column) const;
    bool isConflict(int row, int column) const;
    /// What `typed` means in this cell: it follows what the cell holds, else what its column holds
    /// throughout. Empty is no attribute. None, and `reason`, when it cannot be that.
    std::optional<Value> read(int row, int column, const QString &typed, QString *reason) const;
    /// Why the cell cannot hold this, translated; empty: it can.
    QString problem(int row, int column, const Value &value) const;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// EditRole: a text as typed, or an AttributeValue. False when it is refused: see refusal().
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    /// Why the last setData() or one of the calls below took nothing; translated.
    const QString &refusal() const { return m_refusal; }

    /// Takes what can be taken, as one step.
    QList<Refusal> stageEdits(const QList<Edit> &edits, const QString &stepName);
    /// Changes what these cells hold into another type, where there is such a value.
    QList<Refusal> retype(const QList<QPair<int, int>> &cells, AttributeValue::Type type);
    bool addKey(const QString &key);
    /// Every file's value goes to the new key.
    bool renameKey(const QString &key, const QString &newKey);
    bool removeKey(const QString &key);
    /// Everything staged goes; a step like others, so that undo() brings it back.
    void discard();

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    QString undoName() const { return m_undo.isEmpty() ? QString() : m_undo.constLast().name; }
    QString redoName() const { return m_redo.isEmpty() ? QString() : m_redo.constLast().name; }
    void undo();
    void redo();

    /// What is staged, by rows and columns. `before` is what the server says now.
    QList<AttributeChange> changes() const;
    int changeCount() const { return m_changeCount; }
    int changedFileCount() const { return int(m_staged.size()); }
    int conflictCount() const;
    int invalidCount() const;
    /// Told by a job, or by others: how files stand now. What is staged and has become so is no change any
    /// more.
    void learn(const QList<StoreFile> &files);
    /// These were sent: undoing would not take them back.
    void forgetSteps();

    void refresh() override;
    void stop() override;
    bool isWalking() const override { return m_pager.isRunning(); }
    void aboutToFilter(const QList<FilterWord> &words) override;
    void aboutToSort(int column) override;

Q_SIGNALS:
    /// What is staged, or what can be undone, is another.
    void stagedChanged();
    /// A key has values now, or has none any more.
    void keysChanged();
    /// Changes were staged for files that are no longer in the store; they are dropped.
    void changesLost(int count);

protected:
    QVariant cell(const StoreFile &file, int column, int role) const override;
    QVariant raw(const StoreFile &file, int column) const override;
    int compare(int column, const StoreFile &left, const StoreFile &right) const override;

private:
    struct Staged
    {
        Value value;
        Value base; ///< what the server said when it was staged
        bool operator==(const Staged &) const = default;
    };
    using StagedCells = QHash<QString, Staged>; ///< by key
    struct StepCell
    {
        QString fileId;
        QString key;
        std::optional<Staged> before;
        std::optional<Staged> after;
    };
    struct Step
    {
        QString name;
        QList<StepCell> cells;
        QString addedKey; ///< a column that was asked for
    };
    /// How many files hold what under a key.
    struct Tally
    {
        int of[4] = {0, 0, 0, 0};
        int total() const { return of[0] + of[1] + of[2] + of[3]; }
    };

    static Value in(const StoreFile &file, const QString &key);
    const Staged *staged(const QString &fileId, const QString &key) const;
    Value effective(const StoreFile &file, const QString &key) const;
    /// As the sorting and the filter have it.
    Value judged(const StoreFile &file, const QString &key) const;
    Stage stageOf(const StoreFile &file, const QString &key) const;
    bool isConflict(const StoreFile &file, const QString &key) const;
    QString problemOf(const StoreFile &file, const QString &key, const Value &value) const;
    qsizetype pairCount(const StoreFile &file) const;
    QString toolTip(const StoreFile &file, const QString &key) const;

    void put(const QString &fileId, const QString &key, const std::optional<Staged> &cell);
    /// Puts these cells, keeps the step for undo(), tells.
    void take(Step step);
    void replay(const Step &step, bool forward);
    void tell(const QSet<QString> &fileIds);
    void count(const StoreFile &file, int by);
    void addColumnsFor(const QStringList &keys);
    QByteArray columnName(const QString &key) const;
    /// Columns whose values are all numbers are numbers to filters.
    void settleTypes();
    void dropOrphans();
    bool refuse(const QString &reason);

    Session &m_session;
    FileNames &m_names;
    QString m_storeId;
    QString m_readOnlyReason;
    QString m_refusal;
    QStringList m_keys; ///< by column, from FirstKey on
    QHash<QString, int> m_keyIndex;
    QHash<QString, Tally> m_tallies;
    QSet<QString> m_wantedKeys;           ///< columns a person asked for
    QHash<QString, StagedCells> m_staged; ///< by file id
    int m_changeCount = 0;
    QHash<QString, QHash<QString, Value>>
        m_judged; ///< what cells held before they were edited, by file and key
    QList<Step> m_undo;
    QList<Step> m_redo;
    Pager<StoreFile> m_pager;
};

} // namespace odc
