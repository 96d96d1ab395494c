// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchcheck.h"

#include "jsonl/batchrules.h"
#include "jsonl/idhash.h"
#include "jsonl/jsonfault.h"
#include "jsonl/letters.h"
#include "jsonl/linereader.h"

#include <QFileInfo>
#include <QHash>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace odc {

using namespace Qt::StringLiterals;
namespace dom = simdjson::dom;

static_assert(LineReader::padding >= qint64(simdjson::SIMDJSON_PADDING));

namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// Empty for what is no text.
std::string_view textOf(dom::element value)
{
    std::string_view found;
    return value.get(found) ? std::string_view() : found;
}

/// All texts below a value; the links of images and the data of files are no text.
void addTexts(dom::element value, Letters &letters)
{
    switch (value.type()) {
    case dom::element_type::STRING:
        letters.add(value.get_string().value_unsafe());
        break;
    case dom::element_type::ARRAY:
        for (const dom::element each : dom::array(value))
            addTexts(each, letters);
        break;
    case dom::element_type::OBJECT:
        for (const auto &[key, each] : dom::object(value)) {
            if (key != "image_url" && key != "file_data" && key != "data" && key != "type" && key != "role")
                addTexts(each, letters);
        }
        break;
    default:
        break;
    }
}

/// What all lines have to keep to.
struct Rules
{
    QByteArray endpoint;
    QByteArray model; ///< of the first line that has one
    std::vector<std::string> members;
    bool isKnownEndpoint = true;
    size_t most = 0;
};

/// What one stretch of the file gives.
struct Part
{
    ByteRange range;
    qint64 lines = 0;      ///< with empty ones
    qint64 emptyLines = 0;
    qint64 inputs = 0;
    QList<BatchFinding> findings; ///< lines counted from the stretch's first
    std::array<qint64, size_t(BatchFault::TooManyInputs) + 1> counts{};
    std::vector<IdHash> ids; ///< by line; null where there is none
    struct Model
    {
        std::string name;
        qint64 lines = 0;
        Letters letters;
        qint64 tokens = 0; ///< input that came as tokens
        qint64 outputTokens = 0;
        qint64 unlimited = 0;
    };
    std::vector<Model> models;
    QString error;
};

class PartCheck
{
public:
    PartCheck(const QString &path, const Rules &rules, JsonlWork *work, Part &part)
        : m_rules(rules), m_work(work), m_part(part), m_reader(path, part.range)
    {
    }

    void run()
    {
        qint64 told = m_part.range.from;
        while (auto line = m_reader.next()) {
            m_line = ++m_part.lines;
            m_part.ids.emplace_back();
            m_text = line->text;
            if (line->offset == 0 && m_text.startsWith(byteOrderMark.data())) {
                add(BatchFault::ByteOrderMark, {}, 1);
                m_text = m_text.sliced(qsizetype(byteOrderMark.size()));
            }
            if (line->isTooLong)
                add(BatchFault::LineTooLong);
            else if (m_text.trimmed().isEmpty())
                emptyLine();
            else
                check();
            if (m_work && line->offset - told > 1'000'000) {
                m_work->done += line->offset - told;
                told = line->offset;
                if (m_work->stop)
                    return;
            }
        }
        m_part.error = m_reader.error();
    }

private:
    void add(BatchFault fault, const QString &detail = {}, int column = 0)
    {
        ++m_part.counts[size_t(fault)];
        if (size_t(m_part.findings.size()) < m_rules.most)
            m_part.findings.append({m_line, column, fault, detail});
    }

    bool wantsPlace() const { return size_t(m_part.findings.size()) < m_rules.most; }

    void emptyLine()
    {
        ++m_part.emptyLines;
        add(BatchFault::EmptyLine);
    }

    void check()
    {
        dom::element root;
        const simdjson::error_code error =
            m_parser.parse(m_text.data(), size_t(m_text.size()), false).get(root);
        if (error) {
            if (error == simdjson::UTF8_ERROR)
                add(BatchFault::NotUtf8);
            else
                notJson(error);
            return;
        }
        dom::object line;
        if (root.get(line)) {
            add(BatchFault::NotAnObject);
            return;
        }
        std::string_view id;
        std::string_view method;
        std::string_view url;
        dom::object body;
        bool hasBody = false;
        for (const auto &[key, value] : line) {
            if (key == "custom_id")
                id = textOf(value);
            else if (key == "method")
                method = textOf(value);
            else if (key == "url")
                url = textOf(value);
            else if (key == "body")
                hasBody = !value.get(body);
        }
        if (id.empty())
            add(BatchFault::MissingId, {}, columnOf("custom_id"));
        else
            m_part.ids.back() = IdHash::of(id);
        if (method != "POST")
            add(BatchFault::WrongMethod, text(method), columnOf("method"));
        if (url != std::string_view(m_rules.endpoint.data(), size_t(m_rules.endpoint.size())))
            add(BatchFault::UrlMismatch, text(url), columnOf("url"));
        if (hasBody)
            checkBody(body);
        else
            add(BatchFault::MissingBody, {}, columnOf("body"));
    }

    void checkBody(dom::object body)
    {
        for (const std::string &member : m_rules.members) {
            dom::element value;
            if (body.at_key(member).get(value) || value.is_null())
                add(BatchFault::MissingMember, text(member), columnOf("body"));
        }
        bool streams = false;
        if (!body.at_key("stream").get(streams) && streams)
            add(BatchFault::Streaming, {}, columnOf("stream"));
        dom::element named;
        const std::string_view name = body.at_key("model").get(named) ? std::string_view() : textOf(named);
        if (!name.empty() && name != std::string_view(m_rules.model.data(), size_t(m_rules.model.size())))
            add(BatchFault::ModelMismatch, text(name), columnOf("model"));
        Part::Model &model = modelCalled(name);
        ++model.lines;
        for (const char *member : {"messages", "input", "prompt", "instructions", "tools", "text"}) {
            dom::element value;
            if (!body.at_key(member).get(value))
                addInput(member, value, model);
        }
        for (const char *member : {"max_output_tokens", "max_completion_tokens", "max_tokens"}) {
            int64_t most = 0;
            if (!body.at_key(member).get(most)) {
                model.outputTokens += std::max<int64_t>(0, most);
                return;
            }
        }
        ++model.unlimited;
    }

    void addInput(std::string_view member, dom::element value, Part::Model &model)
    {
        dom::array list;
        const bool isList = !value.get(list);
        if (member == "input" && m_rules.endpoint == "/v1/embeddings") {
            // A text, a list of texts, a list of tokens, or a list of such lists.
            dom::element first;
            const bool isTokens = isList && !list.at(0).get(first) && first.is<int64_t>();
            m_part.inputs += isList && !isTokens ? qint64(list.size()) : 1;
            if (isTokens)
                model.tokens += qint64(list.size());
        }
        addTexts(value, model.letters);
    }

    Part::Model &modelCalled(std::string_view name)
    {
        for (Part::Model &model : m_part.models) {
            if (model.name == name)
                return model;
        }
        m_part.models.push_back({.name = std::string(name)});
        return m_part.models.back();
    }

    void notJson(simdjson::error_code error)
    {
        if (!wantsPlace()) {
            add(BatchFault::NotJson);
            return;
        }
        const JsonFault fault = jsonFaultOf(m_text, simdjson::error_message(error));
        add(BatchFault::NotJson, fault.why, fault.column);
    }

    /// Where a member's name stands; the first of that name, which is right for the few that are asked for. 0 when it is
    /// not there.
    int columnOf(const char *key) const
    {
        if (!wantsPlace())
            return 0;
        const QByteArray quoted = '"' + QByteArray(key) + '"';
        const qsizetype at = m_text.indexOf(quoted);
        return at < 0 ? 0 : columnAt(m_text, at);
    }

    const Rules &m_rules;
    JsonlWork *m_work;
    Part &m_part;
    LineReader m_reader;
    dom::parser m_parser;
    QByteArrayView m_text;
    qint64 m_line = 0;
};

/// Endpoint and model of the first line that says them.
void readFirstLine(const QString &path, qint64 size, Rules &rules)
{
    LineReader reader(path, {0, size});
    dom::parser parser;
    for (int tried = 0; tried < 100 && (rules.endpoint.isEmpty() || rules.model.isEmpty()); ++tried) {
        const auto line = reader.next();
        if (!line)
            return;
        QByteArrayView text = line->text;
        if (text.startsWith(byteOrderMark.data()))
            text = text.sliced(qsizetype(byteOrderMark.size()));
        dom::element root;
        std::string_view found;
        if (parser.parse(text.data(), size_t(text.size()), false).get(root))
            continue;
        if (rules.endpoint.isEmpty() && !root["url"].get(found))
            rules.endpoint = QByteArray(found.data(), qsizetype(found.size()));
        if (rules.model.isEmpty() && !root["body"]["model"].get(found))
            rules.model = QByteArray(found.data(), qsizetype(found.size()));
    }
}

/// Puts the parts together.
class Summary
{
public:
    Summary(BatchCheck &check, size_t most) : m_check(check), m_most(most) {}

    void add(const Part &part)
    {
        for (BatchFinding finding : part.findings) {
            finding.line += m_before;
            keep(std::move(finding));
        }
        for (size_t fault = 0; fault < part.counts.size(); ++fault)
            count(BatchFault(fault), part.counts[fault]);
        m_check.lines += part.lines - part.emptyLines;
        m_check.embeddingInputs += part.inputs;
        for (const Part::Model &model : part.models)
            addModel(model);
        for (size_t i = 0; i < part.ids.size(); ++i) {
            if (!part.ids[i].isNull())
                m_ids.push_back({part.ids[i], m_before + qint64(i) + 1});
        }
        m_before += part.lines;
    }

    void findDuplicates()
    {
        std::sort(m_ids.begin(), m_ids.end());
        qint64 first = 0;
        for (size_t i = 1; i < m_ids.size(); ++i) {
            if (m_ids[i].first != m_ids[i - 1].first)
                continue;
            if (i == 1 || m_ids[i - 1].first != m_ids[i - 2].first)
                first = m_ids[i - 1].second;
            addFinding({m_ids[i].second, 0, BatchFault::DuplicateId, QString::number(first)});
        }
    }

    void addFinding(BatchFinding finding)
    {
        count(finding.fault, 1);
        keep(std::move(finding));
    }

    void finish()
    {
        std::stable_sort(m_check.findings.begin(), m_check.findings.end(),
                         [](const BatchFinding &left, const BatchFinding &right) { return left.line < right.line; });
        if (size_t(m_check.findings.size()) > m_most)
            m_check.findings.resize(qsizetype(m_most));
        std::stable_sort(m_check.models.begin(), m_check.models.end(),
                         [](const auto &left, const auto &right) { return left.lines > right.lines; });
    }

private:
    void keep(BatchFinding finding)
    {
        // Sorted by line and cut at the end: of each kind of source the first ones are enough.
        if (size_t(m_check.findings.size()) < 2 * m_most)
            m_check.findings.append(std::move(finding));
    }

    void count(BatchFault fault, qint64 number)
    {
        const BatchFinding finding{.fault = fault};
        m_check.findingCount += number;
        if (number > 0 && finding.isSize())
            m_check.tooBig = true;
        else if (!finding.isWarning())
            m_check.errorCount += number;
    }

    void addModel(const Part::Model &model)
    {
        const QString name = text(model.name);
        auto it = std::find_if(m_check.models.begin(), m_check.models.end(),
                               [&](const BatchCheck::Model &each) { return each.name == name; });
        if (it == m_check.models.end())
            it = m_check.models.insert(m_check.models.end(), {.name = name});
        it->lines += model.lines;
        it->inputTokens += estimateTokens(model.letters.ascii, model.letters.others) + model.tokens;
        it->outputTokens += model.outputTokens;
        it->unlimited += model.unlimited;
    }

    BatchCheck &m_check;
    const size_t m_most;
    qint64 m_before = 0; ///< lines of the parts before
    std::vector<std::pair<IdHash, qint64>> m_ids;
};

} // namespace

qint64 estimateTokens(qint64 asciiBytes, qint64 otherCharacters)
{
    return (asciiBytes * 3 + otherCharacters * 8 + 11) / 12; // a quarter and two thirds, rounded up
}

Result<BatchCheck> checkBatchFile(const QString &path, const QString &endpoint, const JsonlWorkPtr &work, int most)
{
    BatchCheck check;
    check.bytes = QFileInfo(path).size();
    Rules rules;
    rules.endpoint = endpoint.toUtf8();
    rules.most = size_t(most);
    readFirstLine(path, check.bytes, rules);
    check.endpoint = QString::fromUtf8(rules.endpoint);
    rules.isKnownEndpoint = batchrules::endpoints().contains(check.endpoint);
    const QStringList members = batchrules::requiredMembers(check.endpoint);
    for (const QString &member : rules.isKnownEndpoint ? members : QStringList())
        rules.members.push_back(member.toStdString());

    // More parts than threads: one that has longer lines does not keep the others waiting.
    QThreadPool pool;
    const qint64 wanted = std::clamp<qint64>(check.bytes / 1'000'000, 1, pool.maxThreadCount() * 8);
    const auto ranges = splitAtLines(path, {0, check.bytes}, int(wanted));
    if (!ranges)
        return failure(ranges.error());
    std::vector<Part> parts(size_t(ranges->size()));
    for (size_t i = 0; i < parts.size(); ++i)
        parts[i].range = ranges->at(qsizetype(i));
    QtConcurrent::blockingMap(&pool, parts, [&](Part &part) {
        if (!work || !work->stop)
            PartCheck(path, rules, work.get(), part).run();
    });

    Summary summary(check, rules.most);
    for (const Part &part : parts) {
        if (!part.error.isEmpty())
            return failure(ApiError::make(ApiError::Kind::LocalFile, part.error));
        summary.add(part);
    }
    check.stopped = work && work->stop;
    summary.findDuplicates();
    if (check.lines == 0)
        summary.addFinding({.fault = BatchFault::EmptyFile});
    else if (!rules.isKnownEndpoint && !check.endpoint.isEmpty())
        summary.addFinding({.fault = BatchFault::UnknownEndpoint, .detail = check.endpoint});
    const QLocale locale;
    if (check.lines > batchrules::mostLines)
        summary.addFinding({.fault = BatchFault::TooManyLines, .detail = locale.toString(check.lines)});
    if (check.bytes > batchrules::mostBytes)
        summary.addFinding({.fault = BatchFault::TooLarge, .detail = locale.formattedDataSize(check.bytes, 1, QLocale::DataSizeSIFormat)});
    if (check.embeddingInputs > batchrules::mostEmbeddingInputs)
        summary.addFinding({.fault = BatchFault::TooManyInputs, .detail = locale.toString(check.embeddingInputs)});
    summary.finish();
    return check;
}

} // namespace odc
