// SPDX-License-Identifier: GPL-3.0-or-later
#include "worddiff.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace odc {

namespace {

using Words = std::vector<QStringView>;
using Kind = DiffPart::Kind;

/// Steps of the search: 800 take 2 MB and some milliseconds; texts that differ by more words are different
/// texts.
constexpr int mostSteps = 800;

enum class CharClass { Word, Space, Other };

CharClass classOf(QChar c)
{
    if (c.isSpace())
        return CharClass::Space;
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' ? CharClass::Word
                                                                              : CharClass::Other;
}

Words split(QStringView text)
{
    Words words;
    for (qsizetype from = 0; from < text.size();) {
        const CharClass kind = classOf(text.at(from));
        qsizetype to = from + 1;
        while (kind != CharClass::Other && to < text.size() && classOf(text.at(to)) == kind)
            ++to;
        words.push_back(text.sliced(from, to - from));
        from = to;
    }
    return words;
}

/// Builds parts from words in order; neighbours of a kind become one.
class Parts
{
public:
    void add(Kind kind, QStringView word)
    {
        if (m_parts.isEmpty() || m_parts.last().kind != kind)
            m_parts.append({kind, {}});
        m_parts.last().text.append(word);
    }
    QList<DiffPart> take() { return std::move(m_parts); }

private:
    QList<DiffPart> m_parts;
};

struct Step
{
    Kind kind;
    QStringView word;
};

/// The steps from `a` to `b` by Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986); empty when
/// there are too many of them.
std::vector<Step> shortestScript(const Words &a, const Words &b)
{
    const int n = int(a.size());
    const int m = int(b.size());
    const int most = std::min(n + m, mostSteps);
    std::vector<int> furthest(size_t(2 * most + 3), 0); // by diagonal, shifted by most + 1
    const auto at = [&](std::vector<int> &row, int k) -> int & { return row[size_t(k + most + 1)]; };
    std::vector<std::vector<int>> rows;
    int steps = -1;
    for (int d = 0; d <= most && steps < 0; ++d) {
        rows.push_back(furthest);
        for (int k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && at(furthest, k - 1) < at(furthest, k + 1));
            int x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 && a[size_t(x)] == b[size_t(x - k)])
                ++x;
            at(furthest, k) = x;
            if (x >= n && x - k >= m) {
                steps = d;
                break;
            }
        }
    }
    std::vector<Step> script;
    if (steps < 0)
        return script;
    int x = n;
    int y = m;
    for (int d = steps; d >= 0; --d) {
        std::vector<int> &row = rows[size_t(d)];
        const int k = x - y;
        const bool down = d > 0 && (k == -d || (k != d && at(row, k - 1) < at(row, k + 1)));
        const int fromX = d == 0 ? 0 : down ? at(row, k + 1) : at(row, k - 1);
        const int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
        while (x > fromX && y > fromY) {
            script.push_back({Kind::Same, a[size_t(x - 1)]});
            --x;
            --y;
        }
        if (d > 0 && down)
            script.push_back({Kind::Added, b[size_t(--y)]});
        else if (d > 0)
            script.push_back({Kind::Removed, a[size_t(--x)]});
    }
    std::reverse(script.begin(), script.end());
    return script;
}

} // namespace

QList<DiffPart> wordDiff(const QString &before, const QString &after)
{
    Words a = split(before);
    Words b = split(after);
    const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const Words prefix(a.begin(), head.first);
    a.erase(a.begin(), head.first);
    b.erase(b.begin(), head.second);
    const auto tail = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    const Words suffix(tail.first.base(), a.end());
    a.erase(tail.first.base(), a.end());
    b.erase(tail.second.base(), b.end());

    Parts parts;
    for (const QStringView word : prefix)
        parts.add(Kind::Same, word);
    const std::vector<Step> script = shortestScript(a, b);
    for (const Step &step : script)
        parts.add(step.kind, step.word);
    if (script.empty()) {
        for (const QStringView word : a)
            parts.add(Kind::Removed, word);
        for (const QStringView word : b)
            parts.add(Kind::Added, word);
    }
    for (const QStringView word : suffix)
        parts.add(Kind::Same, word);
    return parts.take();
}

} // namespace odc
