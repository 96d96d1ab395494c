// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingcheck.h"

#include "jsonl/examplehash.h"
#include "jsonl/fileparts.h"
#include "jsonl/jsonfault.h"
#include "jsonl/trainingrules.h"

#include <QFileInfo>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using namespace training;

static_assert(LineReader::padding >= qint64(simdjson::SIMDJSON_PADDING));

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr qint64 mostBytes = 512'000'000; ///< the documentation says 512 MB; the smaller reading of it

/// Those that came before the chat models.
bool isCompletionModel(const QString &model)
{
    const QString base = model.startsWith("ft:"_L1) ? model.section(u':', 1, 1) : model;
    return base.startsWith("babbage-002"_L1) || base.startsWith("davinci-002"_L1);
}

bool fits(TrainingFormat format, TrainingMethod method)
{
    switch (method) {
    case TrainingMethod::Supervised:
        return format == TrainingFormat::Chat || format == TrainingFormat::Completion;
    case TrainingMethod::Dpo:
        return format == TrainingFormat::Preference;
    case TrainingMethod::Reinforcement:
        return format == TrainingFormat::Reinforcement;
    }
    return false;
}

/// There are members that a grader could read.
bool hasItems(dom::object example)
{
    for (const auto &[key, value] : example) {
        if (key != "messages" && key != "tools" && key != "functions" && key != "parallel_tool_calls")
            return true;
    }
    return false;
}

TrainingFormat formatOf(dom::object example, TrainingMethod method)
{
    switch (kindOf(example)) {
    case LineKind::Preference:
        return TrainingFormat::Preference;
    case LineKind::Completion:
        return TrainingFormat::Completion;
    case LineKind::Messages:
        if (endsWithAnswer(example))
            return TrainingFormat::Chat;
        return method == TrainingMethod::Reinforcement ||
                       (method == TrainingMethod::Supervised && hasItems(example))
                   ? TrainingFormat::Reinforcement
                   : TrainingFormat::Chat;
    case LineKind::Other:
        break;
    }
    return TrainingFormat::Unknown;
}

/// That of most of the first lines; of as many, the one that fits the method.
TrainingFormat formatOf(const QString &path, qint64 size, TrainingMethod method)
{
    constexpr int looked = 100;
    std::array<int, size_t(TrainingFormat::Reinforcement) + 1> votes{};
    LineReader reader(path, {0, size});
    dom::parser parser;
    for (int tried = 0; tried < looked; ++tried) {
        const auto line = reader.next();
        if (!line)
            break;
        QByteArrayView text = line->text;
        if (text.startsWith(byteOrderMark.data()))
            text = text.sliced(qsizetype(byteOrderMark.size()));
        dom::object example;
        if (!parser.parse(text.data(), size_t(text.size()), false).get(example))
            ++votes[size_t(formatOf(example, method))];
    }
    TrainingFormat best = TrainingFormat::Unknown;
    int most = 0;
    for (size_t i = size_t(TrainingFormat::Chat); i < votes.size(); ++i) {
        if (votes[i] > most || (votes[i] == most && most > 0 && fits(TrainingFormat(i), method))) {
            best = TrainingFormat(i);
            most = votes[i];
        }
    }
    return best;
}

class PartCheck
{
public:
    PartCheck(const Rules &rules, Part &part) : m_rules(rules), m_part(part), m_line(rules, part) {}

    void look(const LineReader::Line &line)
    {
        QByteArrayView text = line.text;
        const bool hasMark = line.offset == 0 && text.startsWith(byteOrderMark.data());
        if (hasMark)
            text = text.sliced(qsizetype(byteOrderMark.size()));
        m_line.begin(text);
        if (hasMark)
            m_line.addPlain(TrainingFault::ByteOrderMark, 1);
        if (line.isTooLong) {
            m_line.addPlain(TrainingFault::LineTooLong);
        } else if (text.trimmed().isEmpty()) {
            ++m_part.emptyLines;
            m_line.addPlain(TrainingFault::EmptyLine);
        } else {
            check(text);
        }
    }

private:
    void check(QByteArrayView text)
    {
        dom::element root;
        const simdjson::error_code error = m_parser.parse(text.data(), size_t(text.size()), false).get(root);
        dom::object example;
        if (error == simdjson::UTF8_ERROR) {
            m_line.addPlain(TrainingFault::NotUtf8);
        } else if (error) {
            const JsonFault fault =
                m_line.wantsPlace() ? jsonFaultOf(text, simdjson::error_message(error)) : JsonFault();
            m_line.addPlain(TrainingFault::NotJson, fault.column, fault.why);
        } else if (root.get(example)) {
            m_line.addPlain(TrainingFault::NotAnObject);
        } else {
            m_part.hashes.back() = exampleHash(example);
            const LineKind kind = kindOf(example);
            if (m_rules.format != TrainingFormat::Unknown && kind != LineKind::Other &&
                kind != kindOf(m_rules.format)) {
                m_line.addPlain(TrainingFault::MixedFormats, 0,
                                trainingFormatWord(formatOf(example, TrainingMethod::Supervised)));
                return;
            }
            checkExample(m_line, example);
            m_line.count();
        }
    }

    const Rules &m_rules;
    Part &m_part;
    Line m_line;
    dom::parser m_parser;
};

/// Puts the parts together.
class Summary
{
public:
    Summary(TrainingCheck &check, const Rules &rules) : m_check(check), m_rules(rules) {}

    void add(const Part &part)
    {
        for (TrainingFinding finding : part.findings) {
            if (m_check.findings.size() == qsizetype(m_rules.most))
                break;
            finding.line += m_before;
            m_check.findings.append(std::move(finding));
        }
        for (size_t fault = 0; fault < part.counts.size(); ++fault)
            count(TrainingFault(fault), part.counts[fault]);
        m_check.lines += part.lines - part.emptyLines;
        for (size_t i = 0; i < part.hashes.size(); ++i) {
            if (part.hashes[i] != 0)
                m_hashes.push_back({part.hashes[i], m_before + qint64(i) + 1});
        }
        m_tokens.insert(m_tokens.end(), part.tokens.begin(), part.tokens.end());
        m_messages.insert(m_messages.end(), part.messages.begin(), part.messages.end());
        TrainingStats &stats = m_check.stats;
        stats.trainable += part.trainable;
        stats.billable += part.billable;
        stats.withSystem += part.withSystem;
        stats.withTools += part.withTools;
        stats.withImages += part.withImages;
        stats.images += part.images;
        stats.overLimit += part.overLimit;
        m_before += part.lines;
    }

    void addFinding(TrainingFault fault, const QString &detail = {})
    {
        count(fault, 1);
        m_more.append({0, 0, fault, m_rules.isWarning(fault), {}, detail});
    }

    void findDuplicates()
    {
        std::sort(m_hashes.begin(), m_hashes.end());
        std::vector<std::pair<qint64, qint64>> found; // the line, the first one like it
        qint64 first = 0;
        for (size_t i = 1; i < m_hashes.size(); ++i) {
            if (m_hashes[i].first != m_hashes[i - 1].first)
                continue;
            if (i == 1 || m_hashes[i - 1].first != m_hashes[i - 2].first)
                first = m_hashes[i - 1].second;
            found.push_back({m_hashes[i].second, first});
        }
        count(TrainingFault::DuplicateExample, qint64(found.size()));
        std::sort(found.begin(), found.end());
        found.resize(std::min(found.size(), m_rules.most));
        for (const auto &[line, before] : found)
            m_more.append({line, 0, TrainingFault::DuplicateExample, true, {}, QString::number(before)});
    }

    void finish()
    {
        m_check.stats.tokens = spreadOf(m_tokens);
        m_check.stats.histogram = histogramOf(m_tokens);
        m_check.stats.messages = spreadOf(m_messages);
        m_check.findings += m_more;
        std::stable_sort(
            m_check.findings.begin(), m_check.findings.end(),
            [](const TrainingFinding &left, const TrainingFinding &right) { return left.line < right.line; });
        if (size_t(m_check.findings.size()) > m_rules.most)
            m_check.findings.resize(qsizetype(m_rules.most));
    }

private:
    void count(TrainingFault fault, qint64 number)
    {
        m_check.findingCount += number;
        (m_rules.isWarning(fault) ? m_check.warningCount : m_check.errorCount) += number;
    }

    TrainingCheck &m_check;
    const Rules &m_rules;
    QList<TrainingFinding> m_more; ///< that no part knows of
    std::vector<std::pair<quint64, qint64>> m_hashes;
    std::vector<quint32> m_tokens;
    std::vector<quint32> m_messages;
    qint64 m_before = 0; ///< lines of the parts before
};

Rules rulesOf(const TrainingOptions &options, TrainingFormat format, int most)
{
    Rules rules;
    rules.format = format;
    rules.most = size_t(most);
    rules.longIsError = options.longIsError;
    rules.tokenLimit =
        options.maxTokensPerExample > 0 ? options.maxTokensPerExample : trainingTokenLimit(options.model);
    for (const QString &key : options.itemKeys) {
        std::vector<std::string> steps;
        for (const QString &step : key.section(u'[', 0, 0).split(u'.', Qt::SkipEmptyParts))
            steps.push_back(step.toStdString());
        if (!steps.empty())
            rules.itemKeys.push_back(std::move(steps));
    }
    return rules;
}

/// What is wrong with the file as a whole.
void addWhole(Summary &summary, const TrainingCheck &check, const TrainingOptions &options)
{
    if (check.lines == 0) {
        summary.addFinding(TrainingFault::EmptyFile);
        return;
    }
    if (check.lines < options.fewestExamples)
        summary.addFinding(TrainingFault::TooFewExamples,
                           QString::number(check.lines) + u'/' + QString::number(options.fewestExamples));
    if (check.format == TrainingFormat::Unknown)
        return;
    if (!fits(check.format, options.method)) {
        summary.addFinding(options.method == TrainingMethod::Supervised ? TrainingFault::NotForSupervised
                           : options.method == TrainingMethod::Dpo      ? TrainingFault::NotForDpo
                                                                        : TrainingFault::NotForReinforcement,
                           trainingFormatWord(check.format));
    } else if (!options.model.isEmpty() && options.method == TrainingMethod::Supervised) {
        const bool isCompletion = check.format == TrainingFormat::Completion;
        if (isCompletion != isCompletionModel(options.model))
            summary.addFinding(isCompletion ? TrainingFault::ModelWantsChat
                                            : TrainingFault::ModelWantsCompletions,
                               options.model);
    }
}

} // namespace

Result<TrainingCheck> checkTrainingFile(const QString &path, const TrainingOptions &options,
                                        const JsonlWorkPtr &work, int most)
{
    TrainingCheck check;
    check.bytes = QFileInfo(path).size();
    check.method = options.method;
    if (check.bytes >
        mostBytes) { // whatever its lines say it cannot be sent, and there may be no end of them
        const Rules rules = rulesOf(options, check.format, most);
        Summary summary(check, rules);
        summary.addFinding(TrainingFault::TooLarge, QString::number(check.bytes));
        summary.finish();
        return check;
    }
    check.format = formatOf(path, check.bytes, options.method);
    const Rules rules = rulesOf(options, check.format, most);
    check.stats.tokenLimit = rules.tokenLimit;
    const auto parts = partsOf<Part>(path, check.bytes, work, [&](Part &part) {
        PartCheck look(rules, part);
        part.error =
            readLines(path, part.range, work.get(), [&](const LineReader::Line &line) { look.look(line); });
    });
    if (!parts)
        return failure(parts.error());
    Summary summary(check, rules);
    for (const Part &part : *parts)
        summary.add(part);
    check.stopped = work && work->stop;
    if (!check.stopped) {
        summary.findDuplicates();
        addWhole(summary, check, options);
    }
    summary.finish();
    return check;
}

} // namespace odc
