// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingline.h"

#include "jsonl/batchcheck.h"
#include "jsonl/jsonfault.h"

#include <algorithm>
#include <limits>

namespace odc::training {

namespace {

/// Of what somebody else wrote, so much is shown.
constexpr size_t mostShown = 80;

QString shown(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), qsizetype(std::min(utf8.size(), 4 * mostShown)));
    if (utf8.size() > 4 * mostShown || size_t(text.size()) > mostShown) {
        text.truncate(qsizetype(mostShown));
        text += QChar(0x2026);
    }
    return text;
}

/// Steps through a text that is known to be JSON.
class Walker
{
public:
    explicit Walker(QByteArrayView text) : m_text(text) { skipBlanks(); }

    qsizetype at() const { return m_at; }

    /// To the value of a member. Gives where its name begins; -1 when there is none, and stays where it is.
    qsizetype enter(std::string_view key)
    {
        const qsizetype start = m_at;
        if (!take('{'))
            return -1;
        while (m_at < m_text.size() && m_text[m_at] == '"') {
            const qsizetype name = m_at;
            skipText();
            const QByteArrayView found = m_text.sliced(name + 1, std::max<qsizetype>(m_at - name - 2, 0));
            skipBlanks();
            take(':');
            if (found == QByteArrayView(key.data(), qsizetype(key.size())))
                return name;
            skipValue();
            take(',');
        }
        m_at = start;
        return -1;
    }

    /// To an entry of a list; false when there is none.
    bool enter(qint64 index)
    {
        const qsizetype start = m_at;
        if (take('[')) {
            while (index-- > 0 && m_at < m_text.size()) {
                skipValue();
                take(',');
            }
            if (m_at < m_text.size() && m_text[m_at] != ']')
                return true;
        }
        m_at = start;
        return false;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || (m_text[m_at] >= '\t' && m_text[m_at] <= '\r')))
            ++m_at;
    }
    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        skipBlanks();
        return true;
    }
    void skipText()
    {
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
        }
        m_at = std::min(m_at + 1, m_text.size());
    }
    void skipValue()
    {
        int depth = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (depth == 0 && (c == ',' || c == '}' || c == ']'))
                return;
            if (c == '"') {
                skipText();
                continue;
            }
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            ++m_at;
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

quint32 narrowed(qint64 value)
{
    return quint32(std::min<qint64>(value, std::numeric_limits<quint32>::max()));
}

} // namespace

void Line::begin(QByteArrayView text)
{
    ++m_part.lines;
    m_part.hashes.push_back(0);
    m_text = text;
    m_path.clear();
    functions.clear();
    areToolsBroken = false;
    figures = Figures();
}

void Line::add(TrainingFault fault, std::string_view detail)
{
    ++m_part.counts[size_t(fault)];
    if (wantsPlace())
        m_part.findings.append({m_part.lines, m_path.empty() ? 0 : columnAt(m_text, offsetOfPath()), fault,
                                m_rules.isWarning(fault), pathText(), shown(detail)});
}

void Line::addAt(std::string_view member, TrainingFault fault, std::string_view detail)
{
    const Inside inside(*this, member);
    add(fault, detail);
}

void Line::addPlain(TrainingFault fault, int column, const QString &detail)
{
    ++m_part.counts[size_t(fault)];
    if (wantsPlace())
        m_part.findings.append({m_part.lines, column, fault, m_rules.isWarning(fault), {}, detail});
}

QString Line::pathText() const
{
    QString text;
    for (const Step &step : m_path) {
        if (step.index >= 0) {
            text += u'[' + QString::number(step.index) + u']';
        } else {
            if (!text.isEmpty())
                text += u'.';
            text += shown(step.key);
        }
    }
    return text;
}

qsizetype Line::offsetOfPath() const
{
    Walker walker(m_text);
    qsizetype at = walker.at();
    for (const Step &step : m_path) {
        if (step.index >= 0) {
            if (!walker.enter(step.index))
                return at;
            at = walker.at();
        } else {
            const qsizetype name = walker.enter(step.key);
            // What is missing is shown at the beginning of what it is missing in.
            if (name < 0)
                return walker.at();
            at = name;
        }
    }
    return at;
}

bool Line::isObjectText(std::string_view text)
{
    dom::object object;
    return !m_inner.parse(text.data(), text.size(), true).get(object);
}

void Line::count()
{
    // How a conversation is laid out costs about four tokens a message, and three for the beginning of the
    // answer.
    constexpr qint64 perMessage = 4;
    constexpr qint64 perExample = 3;
    const auto tokensOf = [](const Letters &letters) {
        return estimateTokens(letters.ascii, letters.others);
    };
    const qint64 outputs[] = {tokensOf(figures.outputs[0]), tokensOf(figures.outputs[1])};
    const qint64 frame = figures.isChat ? figures.messages * perMessage + perExample : 0;
    const qint64 base = tokensOf(figures.text) + figures.imageTokens + frame;
    const qint64 tokens = base + outputs[0] + outputs[1];
    const qint64 longest =
        base + std::max(outputs[0], outputs[1]); // each answer is trained with the question
    m_part.tokens.push_back(narrowed(tokens));
    m_part.messages.push_back(narrowed(figures.messages));
    m_part.trainable += tokensOf(figures.trainable) + outputs[0] + outputs[1];
    m_part.billable += m_rules.tokenLimit > 0 ? std::min(tokens, m_rules.tokenLimit) : tokens;
    m_part.withSystem += figures.hasSystem;
    m_part.withTools += figures.hasTools;
    m_part.withImages += figures.images > 0;
    m_part.images += figures.images;
    if (m_rules.tokenLimit > 0 && longest > m_rules.tokenLimit) {
        ++m_part.overLimit;
        addPlain(TrainingFault::OverTokenLimit, 0,
                 QString::number(longest) + u'/' + QString::number(m_rules.tokenLimit));
    }
}

} // namespace odc::training
