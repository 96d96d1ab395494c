// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace odc {

/// Which entry: unique among all.
struct FuzzyKey
{
    quint8 kind = 0;    ///< below 64
    quint16 source = 0; ///< where it is from: a profile
    QString id;
    QString parent; ///< what it is in, where its id alone is not unique; not looked for
    quint64 hash() const;
};

/// What can be found.
struct FuzzyEntry
{
    FuzzyKey key;
    QString title;
    QString more;       ///< metadata and the like
    qint64 recency = 0; ///< of two that are found equally well the higher one comes first
};

/// Many entries, made to be looked through at each key: texts folded and side by side, with a few bits of
/// each that rule most of them out. A value: a copy costs next to nothing, and nothing changes it, so that it
/// may be read in any thread while the next one is made in another.
class FuzzyIndex
{
public:
    /// So many entries of a list of rows at most. Rows do not move, and are not freed before most of a list
    /// is gone.
    static constexpr int mostInPart = 4096;

    /// What rules out most rows before anything else of them is looked at; of the size of what a processor
    /// fetches at once.
    struct Bits
    {
        quint64 letters = 0; ///< of the title
        quint64 begins = 0;  ///< letters that words of the title begin with
        quint64 titlePairs = 0;
        quint64 idPairs = 0;
        quint64 morePairs = 0;
        quint64 moreBegins = 0; ///< pairs that words of it begin with
        qint64 recency = 0;
        quint16 idBegin = 0; ///< fuzzy::pairAt() its beginning...
        quint16 idTail = 0;  ///< ...and what is behind "batch_"
        char first = 0;      ///< of the title
        quint8 kind = 0;
    };
    struct Row
    {
        quint64 starts = 0;   ///< see fuzzy::beginsWord()
        quint64 hash = 0;     ///< of the key
        quint32 foldedAt = 0; ///< title, id, more, without a gap
        quint32 plainAt = 0;  ///< the same and the parent, in UTF-8
        quint16 title = 0;    ///< lengths in bytes, of the folded texts...
        quint16 id = 0;
        quint16 more = 0;
        quint16 plainTitle = 0; ///< ...and of the others
        quint16 plainId = 0;
        quint16 plainMore = 0;
        quint16 plainParent = 0;
        quint16 source = 0;
    };
    struct Rows
    {
        std::vector<Bits> bits; ///< of each row
        std::vector<Row> rows;
        std::string folded;
        std::string plain;
        std::vector<std::pair<quint64, quint16>> byHash; ///< ascending
        FuzzyEntry entry(int row) const;
    };
    struct Part
    {
        std::shared_ptr<const Rows> rows;
        std::shared_ptr<const std::vector<bool>> dead; ///< null: none is
        int deadCount = 0;
        int live() const { return int(rows->rows.size()) - deadCount; }
        bool isDead(int row) const { return dead && (*dead)[size_t(row)]; }
    };

    /// This one without what is in `removed`, and with `put`, in place of what has the same keys. Of two in
    /// `put` the later one holds. Takes a few microseconds an entry: thousands are for another thread.
    [[nodiscard]] FuzzyIndex with(const QList<FuzzyEntry> &put, const QList<FuzzyKey> &removed = {}) const;
    /// All of several, which have no key in common.
    static FuzzyIndex joined(const QList<FuzzyIndex> &indexes);

    int size() const { return m_size; }
    const std::vector<Part> &parts() const { return m_parts; }
    qint64 memory() const;

private:
    std::vector<Part> m_parts;
    int m_size = 0;
};

} // namespace odc
