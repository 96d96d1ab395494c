// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestlog.h"

#include <QPointer>
#include <QStringList>
#include <QUrl>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// One word for a POSIX shell, whatever is in it.
QString shellWord(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'\'', "'\\''"_L1);
    return u'\'' + quoted + u'\'';
}

/// A file name in curl's own -F syntax: quoted, because ',' and ';' mean something there.
QString curlFile(const QString &name)
{
    QString quoted = name;
    quoted.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u"@\""_s + quoted + u'"';
}

QString pythonString(const QString &text)
{
    QString out = u"'"_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '\\':
            out += "\\\\"_L1;
            break;
        case '\'':
            out += "\\'"_L1;
            break;
        case '\n':
            out += "\\n"_L1;
            break;
        case '\r':
            out += "\\r"_L1;
            break;
        case '\t':
            out += "\\t"_L1;
            break;
        default:
            // Halves of pairs print as they are: together they are one character.
            if (c.isPrint() || c.isSurrogate())
                out += c;
            else
                out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char('0'));
        }
    }
    return out + u'\'';
}

QString keyVariable(const LoggedCall &call)
{
    return call.admin ? u"OPENAI_ADMIN_KEY"_s : u"OPENAI_API_KEY"_s;
}

QString urlText(const LoggedCall &call)
{
    return QString::fromLatin1(QUrl::fromEncoded(call.url).toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment));
}

} // namespace

qint64 RequestLog::begin(LoggedCall call)
{
    call.serial = ++m_lastSerial;
    const qint64 serial = call.serial;
    if (m_calls.size() >= capacity) {
        const int surplus = int(m_calls.size()) - capacity + 1;
        m_calls.remove(0, surplus);
        Q_EMIT trimmed(surplus);
    }
    m_calls.append(std::move(call));
    Q_EMIT added(serial);
    return serial;
}

void RequestLog::end(const LoggedCall &call)
{
    LoggedCall ending = call;
    ending.running = false;
    // Serials count up without holes from the first entry on, so the place is known.
    const qint64 index = m_calls.isEmpty() ? -1 : call.serial - m_calls.constFirst().serial;
    // Listeners may clear the log, or end the session that it belongs to.
    const QPointer<RequestLog> self(this);
    if (index >= 0 && index < m_calls.size()) {
        m_calls[index] = ending;
        Q_EMIT changed(ending.serial);
    }
    if (self)
        Q_EMIT ended(ending);
}

const LoggedCall *RequestLog::find(qint64 serial) const
{
    if (m_calls.isEmpty())
        return nullptr;
    const qint64 index = serial - m_calls.constFirst().serial;
    return index < 0 || index >= m_calls.size() ? nullptr : &m_calls.at(index);
}

void RequestLog::clear()
{
    m_calls.clear();
    Q_EMIT cleared();
}

QString RequestLog::toCurl(const LoggedCall &call)
{
    QStringList words{u"curl"_s};
    if (call.method != "GET")
        words << u"-X"_s << QString::fromLatin1(call.method);
    words << shellWord(urlText(call));
    words << u"-H"_s << u"\"Authorization: Bearer $"_s + keyVariable(call) + u'"';
    for (const auto &[name, value] : call.headers)
        words << u"-H"_s << shellWord(QString::fromUtf8(name + ": " + value));
    if (!call.jsonBody.isEmpty()) {
        words << u"-H"_s << u"'Content-Type: application/json'"_s << u"--data-raw"_s
              << shellWord(QString::fromUtf8(call.jsonBody));
    }
    for (const auto &[name, value] : call.formFields) {
        if (value.startsWith(u'@'))
            words << u"-F"_s << shellWord(name + u'=' + curlFile(value.mid(1)));
        else // --form-string takes the value as it is; -F would read '@', '<' and ';' in it
            words << u"--form-string"_s << shellWord(name + u'=' + value);
    }
    return words.join(u' ');
}

QString RequestLog::toPython(const LoggedCall &call)
{
    QStringList lines{u"import os"_s, u"import requests"_s, {}};
    lines << u"answer = requests.request("_s;
    lines << u"    %1,"_s.arg(pythonString(QString::fromLatin1(call.method)));
    lines << u"    "_s + pythonString(urlText(call)) + u',';
    lines << u"    headers={"_s;
    lines << u"        'Authorization': 'Bearer ' + os.environ['"_s + keyVariable(call) + u"'],"_s;
    for (const auto &[name, value] : call.headers) {
        lines << u"        "_s + pythonString(QString::fromUtf8(name)) + u": "_s +
                     pythonString(QString::fromUtf8(value)) + u',';
    }
    if (!call.jsonBody.isEmpty())
        lines << u"        'Content-Type': 'application/json',"_s;
    lines << u"    },"_s;
    if (!call.jsonBody.isEmpty())
        lines << u"    data="_s + pythonString(QString::fromUtf8(call.jsonBody)) + u".encode('utf-8'),"_s;
    QStringList fields;
    QStringList files;
    for (const auto &[name, value] : call.formFields) {
        if (value.startsWith(u'@')) {
            files << pythonString(name) + u": open("_s + pythonString(value.mid(1)) + u", 'rb')"_s;
        } else {
            fields << pythonString(name) + u": "_s + pythonString(value);
        }
    }
    if (!fields.isEmpty())
        lines << u"    data={"_s + fields.join(u", "_s) + u"},"_s;
    if (!files.isEmpty())
        lines << u"    files={"_s + files.join(u", "_s) + u"},"_s;
    lines << u")"_s << u"answer.raise_for_status()"_s << u"print(answer.text)"_s;
    return lines.join(u'\n') + u'\n';
}

} // namespace odc
