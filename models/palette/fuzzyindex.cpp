// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzzyindex.h"

#include "foldedtext.h"
#include "fuzzymatch.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace odc {

namespace {

// Nobody reads further than this, and the lengths are kept in two bytes.
constexpr int mostTitle = 300;
constexpr int mostId = 200;
constexpr int mostMore = 600;

using Row = FuzzyIndex::Row;
using Bits = FuzzyIndex::Bits;
using Rows = FuzzyIndex::Rows;
using Part = FuzzyIndex::Part;

/// Without half a character at its end.
QStringView cut(QStringView text, int most)
{
    if (text.size() <= most)
        return text;
    return text.first(text[most - 1].isHighSurrogate() ? most - 1 : most);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// Its length in UTF-8.
quint16 append(std::string &to, QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    to.append(view(bytes));
    return quint16(bytes.size());
}

void appendEntry(Rows &to, const FuzzyEntry &entry)
{
    Bits bits;
    Row row;
    row.hash = entry.key.hash();
    bits.recency = entry.recency;
    bits.kind = entry.key.kind;
    row.source = entry.key.source;
    row.foldedAt = quint32(to.folded.size());
    row.plainAt = quint32(to.plain.size());
    const QStringView title = cut(entry.title, mostTitle);
    const QStringView id = cut(entry.key.id, mostId);
    const QStringView more = cut(entry.more, mostMore);
    std::vector<int> places;
    // A character may fold to several, but a text is what it is: what would be too long for two bytes is cut.
    const QByteArray folded = foldedText(title, &places).left(0xffff);
    bits.titlePairs = fuzzy::pairsOf(view(folded));
    bits.letters = fuzzy::lettersOf(view(folded));
    row.starts = fuzzy::startsOf(title, view(folded), places);
    for (qsizetype i = 0; i < folded.size(); ++i) {
        if (fuzzy::beginsWord(view(folded), row.starts, size_t(i)))
            bits.begins |= fuzzy::lettersOf({folded.constData() + i, 1});
    }
    bits.first = folded.isEmpty() ? char(0) : folded.front();
    row.title = quint16(folded.size());
    to.folded.append(view(folded));
    const QByteArray foldedId = foldedText(id).left(0xffff);
    bits.idPairs = fuzzy::pairsOf(view(foldedId));
    bits.idBegin = fuzzy::pairAt(view(foldedId), 0);
    bits.idTail = fuzzy::pairAt(view(foldedId), fuzzy::tailOf(view(foldedId)));
    row.id = quint16(foldedId.size());
    to.folded.append(view(foldedId));
    const QByteArray foldedMore = foldedText(more).left(0xffff);
    bits.morePairs = fuzzy::pairsOf(view(foldedMore));
    bits.moreBegins = fuzzy::beginsOf(view(foldedMore));
    row.more = quint16(foldedMore.size());
    to.folded.append(view(foldedMore));
    row.plainTitle = append(to.plain, title);
    row.plainId = append(to.plain, id);
    row.plainMore = append(to.plain, more);
    row.plainParent = append(to.plain, cut(entry.key.parent, mostId));
    to.bits.push_back(bits);
    to.rows.push_back(row);
}

void appendRow(Rows &to, const Rows &from, size_t number)
{
    const Row &old = from.rows[number];
    Row row = old;
    to.bits.push_back(from.bits[number]);
    row.foldedAt = quint32(to.folded.size());
    row.plainAt = quint32(to.plain.size());
    to.folded.append(from.folded, old.foldedAt, size_t(old.title) + old.id + old.more);
    to.plain.append(from.plain, old.plainAt,
                    size_t(old.plainTitle) + old.plainId + old.plainMore + old.plainParent);
    to.rows.push_back(row);
}

void appendLive(Rows &to, const Part &part)
{
    for (int row = 0; row < int(part.rows->rows.size()); ++row) {
        if (!part.isDead(row))
            appendRow(to, *part.rows, size_t(row));
    }
}

Part finished(Rows rows)
{
    rows.bits.shrink_to_fit();
    rows.rows.shrink_to_fit();
    rows.folded.shrink_to_fit();
    rows.plain.shrink_to_fit();
    rows.byHash.reserve(rows.rows.size());
    for (size_t i = 0; i < rows.rows.size(); ++i)
        rows.byHash.emplace_back(rows.rows[i].hash, quint16(i));
    std::sort(rows.byHash.begin(), rows.byHash.end());
    return {std::make_shared<const Rows>(std::move(rows)), nullptr, 0};
}

/// Marks rows of parts as gone; what others share of a part stays as it is.
class Killer
{
public:
    explicit Killer(std::vector<Part> &parts) : m_parts(parts), m_own(parts.size()) {}

    void kill(quint64 hash)
    {
        for (size_t i = 0; i < m_parts.size(); ++i) {
            Part &part = m_parts[i];
            const auto &byHash = part.rows->byHash;
            const auto found =
                std::lower_bound(byHash.begin(), byHash.end(), std::pair<quint64, quint16>(hash, 0));
            if (found == byHash.end() || found->first != hash || part.isDead(found->second))
                continue;
            if (!m_own[i]) {
                m_own[i] = part.dead ? std::make_shared<std::vector<bool>>(*part.dead)
                                     : std::make_shared<std::vector<bool>>(part.rows->rows.size(), false);
                part.dead = m_own[i];
            }
            (*m_own[i])[found->second] = true;
            ++part.deadCount;
            return;
        }
    }

private:
    std::vector<Part> &m_parts;
    std::vector<std::shared_ptr<std::vector<bool>>> m_own;
};

/// Few parts, none of which is mostly gone.
void tidy(std::vector<Part> &parts)
{
    std::erase_if(parts, [](const Part &part) { return part.live() == 0; });
    for (Part &part : parts) {
        if (2 * part.deadCount <= int(part.rows->rows.size()))
            continue;
        Rows rows;
        appendLive(rows, part);
        part = finished(std::move(rows));
    }
    // What came last is joined with what is not much larger before it, so that each row is copied only now
    // and then.
    for (size_t i = parts.size(); i-- > 1;) {
        const int left = parts[i - 1].live();
        const int right = parts[i].live();
        if (left + right > FuzzyIndex::mostInPart || left > 2 * right)
            continue;
        Rows rows;
        appendLive(rows, parts[i - 1]);
        appendLive(rows, parts[i]);
        parts[i - 1] = finished(std::move(rows));
        parts.erase(parts.begin() + qsizetype(i));
    }
}

} // namespace

quint64 FuzzyKey::hash() const
{
    // Of 64 bits: among 200,000 entries two share one once in a thousand million times, and one of them is
    // not found.
    const quint64 seed = (quint64(source) << 8) | kind;
    return qHash(id, size_t(qHash(parent, size_t(seed * 0x9e3779b97f4a7c15ULL))));
}

FuzzyEntry FuzzyIndex::Rows::entry(int row) const
{
    const Row &of = rows[size_t(row)];
    const char *at = plain.data() + of.plainAt;
    const auto next = [&at](quint16 length) {
        const QString text = QString::fromUtf8(at, length);
        at += length;
        return text;
    };
    FuzzyEntry entry;
    entry.title = next(of.plainTitle);
    entry.key.id = next(of.plainId);
    entry.more = next(of.plainMore);
    entry.key.parent = next(of.plainParent);
    entry.key.kind = bits[size_t(row)].kind;
    entry.key.source = of.source;
    entry.recency = bits[size_t(row)].recency;
    return entry;
}

FuzzyIndex FuzzyIndex::with(const QList<FuzzyEntry> &put, const QList<FuzzyKey> &removed) const
{
    FuzzyIndex made = *this;
    Killer killer(made.m_parts);
    for (const FuzzyKey &key : removed)
        killer.kill(key.hash());
    QSet<quint64> seen;
    seen.reserve(put.size());
    QList<const FuzzyEntry *> fresh;
    fresh.reserve(put.size());
    for (auto entry = put.crbegin(); entry != put.crend(); ++entry) {
        const quint64 hash = entry->key.hash();
        if (seen.contains(hash))
            continue;
        seen.insert(hash);
        killer.kill(hash);
        fresh.append(&*entry);
    }
    Rows rows;
    for (auto entry = fresh.crbegin(); entry != fresh.crend(); ++entry) {
        appendEntry(rows, **entry);
        if (rows.rows.size() == mostInPart)
            made.m_parts.push_back(finished(std::exchange(rows, {})));
    }
    if (!rows.rows.empty())
        made.m_parts.push_back(finished(std::move(rows)));
    tidy(made.m_parts);
    made.m_size = 0;
    for (const Part &part : made.m_parts)
        made.m_size += part.live();
    return made;
}

FuzzyIndex FuzzyIndex::joined(const QList<FuzzyIndex> &indexes)
{
    FuzzyIndex all;
    for (const FuzzyIndex &index : indexes) {
        all.m_parts.insert(all.m_parts.end(), index.m_parts.begin(), index.m_parts.end());
        all.m_size += index.m_size;
    }
    return all;
}

qint64 FuzzyIndex::memory() const
{
    qint64 bytes = 0;
    for (const Part &part : m_parts) {
        bytes += qint64(part.rows->rows.capacity() * (sizeof(Row) + sizeof(Bits)) +
                        part.rows->folded.capacity() + part.rows->plain.capacity() +
                        part.rows->byHash.capacity() * sizeof(part.rows->byHash.front()));
    }
    return bytes;
}

} // namespace odc
