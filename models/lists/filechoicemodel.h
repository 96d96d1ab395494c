// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QAbstractTableModel>
#include <QHash>

namespace odc {

/// Files that are about to go somewhere, each with a check mark where it can, and what stands against it. A
/// subclass keeps the files, which come one behind the other and stay, and says what stands in its columns;
/// the first one is the name.
class FileChoiceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    int chosenCount() const;
    qint64 chosenBytes() const;
    /// What cannot go at all.
    int refusedCount() const;

    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    Qt::ItemFlags flags(const QModelIndex &index) const final;

Q_SIGNALS:
    void choiceChanged();

protected:
    /// Where it stands what every such list has; others are the subclass's own.
    struct Columns
    {
        int size;
        int verdict;
        int folder;
        int count;
    };
    /// What is to be known of a file.
    struct File
    {
        QString name;
        QString path; ///< absolute; empty: it is not of this computer
        QString id;   ///< then
        qint64 size = 0;
        Tone tone = Tone::Fine;    ///< of the verdict; Failed: it cannot go at all
        bool goesByDefault = true; ///< when the person says nothing
        int rank = 0;              ///< of the verdict among others
    };
    FileChoiceModel(const Columns &columns, QObject *parent);

    virtual File file(int row) const = 0;
    /// In words, translated.
    virtual QString verdict(int row) const = 0;
    virtual QString title(int column) const = 0;
    bool isChosen(int row) const;

private:
    bool isChosen(int row, const File &file) const;

    const Columns m_columns;
    QHash<int, bool> m_choices; ///< of the person, by row
};

} // namespace odc
