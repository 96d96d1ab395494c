// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/batches/batchcheck.h"

#include "localserver/batches/batchestable.h"
#include "localserver/jsonfields.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

constexpr qint64 maxBytes = 200LL * 1024 * 1024;
constexpr qint64 maxLines = 50'000;
constexpr qint64 maxInputs = 50'000;
constexpr qsizetype maxErrors = 100;
constexpr qsizetype shownLength = 100;
constexpr char utf8Mark[] = "\xEF\xBB\xBF";

/** What an id is known by: of a very long one, its checksum. */
QByteArray keyOf(const QString &customId)
{
    const QByteArray text = customId.toUtf8();
    constexpr qsizetype longest = 64;
    return text.size() <= longest ? text : QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

/** How many texts an embeddings request has turned into vectors. */
qint64 inputsOf(const QJsonValue &input)
{
    const QJsonArray list = input.toArray();
    const bool several = input.isArray() && !list.isEmpty() && !list.first().isDouble();
    return several ? list.size() : 1;
}

/** Whether a text of JSON has control characters where it must not: Qt's parser lets them pass in strings. */
bool hasStrayControls(const QByteArray &text)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20; };
    if (std::none_of(text.cbegin(), text.cend(), isControl))
        return false;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (isControl(c) && (inString || (c != '\t' && c != '\r')))
            return true;
        if (c == '\\' && inString)
            ++i;
        else if (c == '"')
            inString = !inString;
    }
    return false;
}

/** Why a line is no request, or an empty text. */
QString faultOf(const QByteArray &text, const QJsonDocument &document, const QJsonParseError &fault)
{
    if (text.contains('\0'))
        return u"it has a NUL byte in it"_s;
    if (!document.isObject()) {
        if (!text.isValidUtf8())
            return u"it is not UTF-8"_s;
        return fault.error == QJsonParseError::NoError
                   ? u"it is not an object"_s
                   : u"%1, at byte %2"_s.arg(fault.errorString()).arg(fault.offset + 1);
    }
    return hasStrayControls(text) ? u"it has a control character in it that is not escaped"_s : QString();
}

class Check
{
public:
    explicit Check(const QString &endpoint) : m_endpoint(endpoint) {}

    void look(const BatchLineScanner::Line &line);
    bool isFull() const { return m_errors.size() >= maxErrors; }
    void add(const QString &code, const QString &message, const QString &param, qint64 line)
    {
        if (!isFull())
            m_errors.append(batchError(code, message, param, line));
    }
    /** What is wrong with the file as a whole is said in any case. */
    void addOfFile(const QString &code, const QString &message)
    {
        m_errors.append(batchError(code, message));
    }
    const QJsonArray &errors() const { return m_errors; }
    const QString &model() const { return m_model; }
    qint64 inputs() const { return m_inputs; }

private:
    void lookAtId(const QJsonValue &id, qint64 line);
    void lookAtModel(const QJsonValue &model, qint64 line);

    const QString m_endpoint;
    QJsonArray m_errors;
    QHash<QByteArray, qint64> m_seen; ///< line by custom_id
    QString m_model;
    qint64 m_modelLine = 0;
    qint64 m_inputs = 0;
};

void Check::lookAtId(const QJsonValue &id, qint64 line)
{
    if (!id.isString() || id.toString().isEmpty()) {
        add(u"missing_required_parameter"_s, u"Each line needs a 'custom_id', which is a text."_s,
            u"custom_id"_s, line);
        return;
    }
    const QByteArray key = keyOf(id.toString());
    const auto seen = m_seen.constFind(key);
    if (seen != m_seen.cend())
        add(u"duplicate_custom_id"_s,
            u"The custom_id %1 was used in line %2 already."_s.arg(shownValue(id, shownLength)).arg(*seen),
            u"custom_id"_s, line);
    else
        m_seen.insert(key, line);
}

void Check::lookAtModel(const QJsonValue &model, qint64 line)
{
    if (!model.isString())
        return; // answering the line says what is wrong with it
    if (m_modelLine == 0) {
        m_model = model.toString();
        m_modelLine = line;
    } else if (model.toString() != m_model) {
        add(u"model_mismatch"_s,
            u"All requests of a batch have the same model. Line %1 has '%2', this one %3."_s.arg(m_modelLine)
                .arg(m_model, shownValue(model, shownLength)),
            u"body.model"_s, line);
    }
}

void Check::look(const BatchLineScanner::Line &line)
{
    const qint64 number = line.place.number;
    if (line.tooLong) {
        add(u"invalid_json_line"_s,
            u"This line is longer than %1 MB."_s.arg(longestBatchLine / (1024 * 1024)), {}, number);
        return;
    }
    if (number == 1 && line.text.startsWith(utf8Mark)) {
        add(u"invalid_json_line"_s, u"The file begins with a byte order mark, which is no JSON."_s, {}, 1);
        return;
    }
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(line.text, &fault);
    if (const QString why = faultOf(line.text, document, fault); !why.isEmpty()) {
        add(u"invalid_json_line"_s, u"This line is not parseable as valid JSON of a request: %1."_s.arg(why),
            {}, number);
        return;
    }
    const QJsonObject object = document.object();
    lookAtId(object[u"custom_id"_s], number);
    const QJsonValue method = object[u"method"_s];
    if (method.toString() != "POST"_L1)
        add(method.isUndefined() ? u"missing_required_parameter"_s : u"invalid_method"_s,
            u"The only 'method' is POST."_s, u"method"_s, number);
    const QJsonValue url = object[u"url"_s];
    if (url.toString() != m_endpoint)
        add(u"url_mismatch"_s,
            u"The URL of this line, %1, is not the endpoint of the batch, '%2'."_s.arg(
                url.isUndefined() ? u"which is missing"_s : shownValue(url, shownLength), m_endpoint),
            u"url"_s, number);
    if (!object[u"body"_s].isObject()) {
        add(u"missing_required_parameter"_s, u"Each line needs a 'body', which is an object."_s, u"body"_s,
            number);
        return;
    }
    lookAtModel(object[u"body"_s][u"model"_s], number);
    m_inputs += m_endpoint == "/v1/embeddings"_L1 ? inputsOf(object[u"body"_s][u"input"_s]) : 0;
}

/** Findings about the file as a whole. */
void lookAtWhole(Check &check, qint64 lines)
{
    if (lines == 0)
        check.addOfFile(u"empty_file"_s, u"The input file has no requests."_s);
    if (lines > maxLines)
        check.addOfFile(
            u"too_many_tasks"_s,
            u"A batch has at most %1 requests, the input file has %2."_s.arg(maxLines).arg(lines));
    else if (check.inputs() > maxInputs)
        check.addOfFile(u"too_many_tasks"_s,
                        u"A batch has at most %1 texts to embed, the input file has %2."_s.arg(maxInputs).arg(
                            check.inputs()));
}

} // namespace

BatchVerdict checkBatchInput(QIODevice &file, const QString &endpoint, const std::function<bool()> &goOn)
{
    BatchVerdict verdict;
    Check check(endpoint);
    if (file.size() > maxBytes) {
        check.addOfFile(
            u"file_too_large"_s,
            u"An input file has at most %1 bytes, this one has %2."_s.arg(maxBytes).arg(file.size()));
        verdict.errors = check.errors();
        return verdict;
    }
    constexpr qint64 look = 256;
    qint64 lines = 0;
    file.seek(0);
    BatchLineScanner scanner(file);
    while (const auto line = scanner.next()) {
        ++lines;
        if (lines <= maxLines && !check.isFull()) {
            check.look(*line);
            verdict.lines.push_back(line->place);
        }
        if (lines % look == 0 && !goOn()) {
            verdict.stopped = true;
            return verdict;
        }
    }
    if (!scanner.error().isEmpty())
        check.addOfFile(u"file_not_readable"_s, scanner.error());
    else
        lookAtWhole(check, lines);
    verdict.errors = check.errors();
    verdict.model = check.model();
    return verdict;
}

} // namespace odc::server
