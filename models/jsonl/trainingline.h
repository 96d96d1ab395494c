// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/letters.h"
#include "jsonl/linereader.h"
#include "jsonl/trainingfinding.h"

#include <QByteArrayView>
#include <QList>

#include <simdjson.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

// Shared by the files that check training files; nobody else includes it.
namespace odc::training {

namespace dom = simdjson::dom;

/// What all lines of a file have to keep to.
struct Rules
{
    TrainingFormat format = TrainingFormat::Unknown;
    std::vector<std::vector<std::string>> itemKeys; ///< by their steps
    qint64 tokenLimit = 0;                          ///< 0: none
    bool longIsError = false;
    size_t most = 0;

    bool isWarning(TrainingFault fault) const
    {
        return fault == TrainingFault::OverTokenLimit ? !longIsError : isTrainingWarning(fault);
    }
};

/// What one stretch of a file gives.
struct Part
{
    ByteRange range;
    qint64 lines = 0; ///< with empty ones
    qint64 emptyLines = 0;
    QList<TrainingFinding> findings; ///< lines counted from the stretch's first
    std::array<qint64, trainingFaultCount> counts{};
    std::vector<quint64> hashes;   ///< by line; 0 where there is none
    std::vector<quint32> tokens;   ///< by example that can be read
    std::vector<quint32> messages; ///< likewise
    qint64 trainable = 0;
    qint64 billable = 0;
    qint64 withSystem = 0;
    qint64 withTools = 0;
    qint64 withImages = 0;
    qint64 images = 0;
    qint64 overLimit = 0;
    QString error;
};

/// What one example counts.
struct Figures
{
    Letters text;       ///< all but the answers of a preference
    Letters trainable;  ///< the share of `text` that is learned
    Letters outputs[2]; ///< answers of a preference: the better and the worse one
    qint64 imageTokens = 0;
    int messages = 0;
    int images = 0;
    bool isChat = false; ///< messages cost more than their text
    bool hasSystem = false;
    bool hasTools = false;
};

/// One line as it is checked: what was found in it and where, and what it counts.
class Line
{
public:
    Line(const Rules &rules, Part &part) : m_rules(rules), m_part(part) {}

    const Rules &rules() const { return m_rules; }
    /// A new one, the next of the part.
    void begin(QByteArrayView text);
    void setText(QByteArrayView text) { m_text = text; }
    /// Something that is wrong with the value that is looked at.
    void add(TrainingFault fault, std::string_view detail = {});
    /// The same, of one of its members, which need not be there.
    void addAt(std::string_view member, TrainingFault fault, std::string_view detail = {});
    /// The line as a whole; its text need not be JSON.
    void addPlain(TrainingFault fault, int column = 0, const QString &detail = {});
    /// Another finding would be kept: it is worth to look where it is.
    bool wantsPlace() const { return size_t(m_part.findings.size()) < m_rules.most; }
    /// Puts what the example counts to the part's figures.
    void count();
    /// A text in the JSON that has to be JSON itself, an object.
    bool isObjectText(std::string_view text);

    /// While one exists, the check looks at a member, or at an entry of a list.
    class Inside
    {
    public:
        Inside(Line &line, std::string_view key) : m_line(line) { m_line.m_path.push_back({key, -1}); }
        Inside(Line &line, qint64 index) : m_line(line) { m_line.m_path.push_back({{}, index}); }
        ~Inside() { m_line.m_path.pop_back(); }
        Q_DISABLE_COPY_MOVE(Inside)

    private:
        Line &m_line;
    };

    Figures figures;
    std::vector<std::string_view> functions; ///< that the line's tools have
    bool areToolsBroken = false;             ///< nobody knows what functions there are

private:
    struct Step
    {
        std::string_view key;
        qint64 index;
    };

    QString pathText() const;
    qsizetype offsetOfPath() const;

    const Rules &m_rules;
    Part &m_part;
    QByteArrayView m_text;
    std::vector<Step> m_path;
    dom::parser m_inner;
};

/// The members that are known of an object, each of them once.
template <size_t N> class Members
{
public:
    using Names = std::array<std::string_view, N>;
    enum class Others { Told, Allowed };

    Members(Line &line, dom::object object, const Names &names, Others others)
    {
        for (const auto &[key, value] : object) {
            size_t at = 0;
            while (at < N && names[at] != key)
                ++at;
            if (at == N) {
                if (others == Others::Told)
                    line.addAt(key, TrainingFault::UnknownMember);
            } else if (m_isThere[at]) {
                line.addAt(key, TrainingFault::DuplicateMember);
            } else {
                m_isThere[at] = true;
                m_values[at] = value;
            }
        }
    }

    /// It is there, and not null.
    bool has(size_t at) const { return m_isThere[at] && !m_values[at].is_null(); }
    bool isThere(size_t at) const { return m_isThere[at]; }
    dom::element operator[](size_t at) const { return m_values[at]; }

private:
    std::array<dom::element, N> m_values{};
    std::array<bool, N> m_isThere{};
};

} // namespace odc::training
