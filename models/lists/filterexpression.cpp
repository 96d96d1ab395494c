// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterexpression.h"

#include "lists/rowmodelbase.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

QString unquoted(QString text)
{
    text.remove(u'"');
    return text;
}

/// "10MB", "1.5 GiB", "900" in bytes.
std::optional<double> readSize(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]+(?:\\.[0-9]+)?)\\s*(b|[kmgt]i?b?)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    double value = match.captured(1).toDouble();
    const QString unit = match.captured(2).toLower();
    if (unit.isEmpty() || unit == "b"_L1)
        return value;
    const double step = unit.contains(u'i') ? 1024.0 : 1000.0;
    const qsizetype power = u"kmgt"_s.indexOf(unit.at(0)) + 1;
    for (qsizetype i = 0; i < power; ++i)
        value *= step;
    return value;
}

/// "7d", "12h", "30min", "2w" in seconds.
std::optional<double> readAge(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]+(?:\\.[0-9]+)?)\\s*(s|min|m|h|d|w|y)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    double factor = 1;
    if (unit == "min"_L1 || unit == "m"_L1)
        factor = 60;
    else if (unit == "h"_L1)
        factor = 3600;
    else if (unit == "d"_L1)
        factor = 86400;
    else if (unit == "w"_L1)
        factor = 7 * 86400;
    else if (unit == "y"_L1)
        factor = 365 * 86400;
    return match.captured(1).toDouble() * factor;
}

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Number || type == ColumnType::Bytes || type == ColumnType::Time;
}

/// How a column of this type is compared, by its own name.
QString examples(const ColumnInfo &column)
{
    const QString key = QString::fromLatin1(column.key);
    if (column.type == ColumnType::Bytes)
        return key + u">10MB"_s;
    if (column.type == ColumnType::Time)
        return key + u"<7d, "_s + key + u">=2026-11-01"_s;
    return key + (column.percent ? u"<90%"_s : u">100"_s);
}

/// A state as people read it, in their language; empty for other columns. Only typed filters look at it beside the
/// wire's word, which is what a filter that is kept should name.
QString stateWord(const RowModelBase &model, int row, int column)
{
    return model.columns().at(column).type == ColumnType::State ? model.index(row, column).data().toString() : QString();
}

bool contains(const RowModelBase &model, int row, int column, const QString &text)
{
    return model.rawValue(row, column).toString().contains(text, Qt::CaseInsensitive)
        || stateWord(model, row, column).contains(text, Qt::CaseInsensitive);
}

} // namespace

QStringList FilterExpression::split(const QString &text)
{
    QStringList terms;
    QString term;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted) {
            if (!term.isEmpty())
                terms << std::exchange(term, {});
        } else {
            term += c;
        }
    }
    if (!term.isEmpty())
        terms << term;
    return terms;
}

std::optional<double> FilterExpression::readValue(const QString &text, const ColumnInfo &column, qint64 nowUnix,
                                                  bool *isAge)
{
    *isAge = false;
    switch (column.type) {
    case ColumnType::Bytes:
        return readSize(text);
    case ColumnType::Time: {
        if (const auto age = readAge(text)) {
            *isAge = true;
            return age;
        }
        QDate date;
        if (text == "today"_L1)
            date = QDateTime::fromSecsSinceEpoch(nowUnix).date();
        else if (!text.contains(u'T', Qt::CaseInsensitive)) // what follows a date would not be looked at
            date = QDate::fromString(text, Qt::ISODate);
        if (date.isValid())
            return double(date.startOfDay().toSecsSinceEpoch());
        const QDateTime moment = QDateTime::fromString(text, Qt::ISODate); // in local time, unless it says otherwise
        if (moment.isValid())
            return double(moment.toSecsSinceEpoch());
        return std::nullopt;
    }
    case ColumnType::Number: {
        bool ok = false;
        const double value = (column.percent && text.endsWith(u'%') ? text.chopped(1) : text).toDouble(&ok);
        return ok ? std::optional(value) : std::nullopt;
    }
    case ColumnType::Text:
    case ColumnType::Id:
    case ColumnType::State:
        return std::nullopt;
    }
    return std::nullopt;
}

FilterExpression FilterExpression::parse(const QString &text, const QList<ColumnInfo> &columns, qint64 nowUnix)
{
    static const QRegularExpression form(u"^([a-z_][a-z0-9_.-]*)(<=|>=|<|>|:|=)(.*)$"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::DotMatchesEverythingOption);
    FilterExpression expression;
    for (int i = 0; i < columns.size(); ++i) {
        if (!isNumeric(columns.at(i).type))
            expression.m_textColumns << i;
    }
    const auto complain = [&expression](const QString &message) {
        if (expression.m_error.isEmpty())
            expression.m_error = message;
    };
    const QStringList words = split(text);
    for (QString word : words) {
        Term term;
        if (word.size() > 1 && word.startsWith(u'-')) {
            term.negated = true;
            word.remove(0, 1);
        }
        const auto match = form.match(word);
        if (!match.hasMatch()) {
            term.text = unquoted(word);
            if (!term.text.isEmpty())
                expression.m_terms << term;
            continue;
        }
        const QByteArray key = match.captured(1).toLower().toLatin1();
        const QString op = match.captured(2);
        const QString wanted = unquoted(match.captured(3));
        for (int i = 0; i < columns.size(); ++i) {
            if (columns.at(i).key.compare(key, Qt::CaseInsensitive) == 0)
                term.column = i;
        }
        if (term.column < 0) {
            // "https://..." or "a:b" is a search for just that text.
            term.text = unquoted(word);
            expression.m_terms << term;
            const bool isName = key.contains('-') || key.contains('.') || wanted.contains(u':'); // "ft:gpt-4o:acme"
            if (!isName)
                complain(QCoreApplication::translate("FilterExpression", "There is no field “%1” in this list")
                         .arg(QString::fromLatin1(key)));
            continue;
        }
        if (wanted.isEmpty())
            continue; // still typing
        const ColumnInfo &column = columns.at(term.column);
        if (!isNumeric(column.type)) {
            if (op != ":"_L1 && op != "="_L1) {
                complain(QCoreApplication::translate("FilterExpression", "“%1” holds text: use : or =")
                             .arg(QString::fromLatin1(key)));
                continue;
            }
            term.op = op == ":"_L1 || column.elsewhere ? Op::Contains : Op::Equals;
            term.text = wanted;
            // The wire's words of states have no comma in them.
            if (term.op == Op::Equals && column.type == ColumnType::State && !match.captured(3).contains(u'"'))
                term.any = wanted.split(u',', Qt::SkipEmptyParts);
            expression.m_terms << term;
            continue;
        }
        if (column.elsewhere) {
            // Rows whose value nobody has read would count as without one.
            complain(QCoreApplication::translate("FilterExpression", "“%1” can be sorted by, and not filtered: it stands in the files")
                         .arg(QString::fromLatin1(key)));
            continue;
        }
        if (wanted.compare("never"_L1, Qt::CaseInsensitive) == 0 || wanted.compare("none"_L1, Qt::CaseInsensitive) == 0) {
            term.op = Op::Absent;
            expression.m_terms << term;
            continue;
        }
        bool isAge = false;
        const auto value = readValue(wanted, column, nowUnix, &isAge);
        if (!value) {
            complain(QCoreApplication::translate("FilterExpression", "“%1” is not understood: try %2")
                         .arg(word, examples(column)));
            continue;
        }
        term.op = op == "<"_L1 ? Op::Less
            : op == "<="_L1 ? Op::LessEqual
            : op == ">"_L1 ? Op::Greater
            : op == ">="_L1 ? Op::GreaterEqual
                             : Op::Equals;
        term.value = *value;
        if (isAge) {
            // An age compares the distance from now: for a past time that turns the comparison round.
            const bool future = column.ahead;
            term.value = double(nowUnix) + (future ? *value : -*value);
            if (!future) {
                switch (term.op) {
                case Op::Less:
                    term.op = Op::Greater;
                    break;
                case Op::LessEqual:
                    term.op = Op::GreaterEqual;
                    break;
                case Op::Greater:
                    term.op = Op::Less;
                    break;
                case Op::GreaterEqual:
                    term.op = Op::LessEqual;
                    break;
                case Op::Equals:
                    term.op = Op::GreaterEqual; // "created:7d" reads as "in the last 7 days"
                    break;
                case Op::Contains:
                case Op::Absent:
                    break;
                }
            } else if (term.op == Op::Equals) {
                term.op = Op::LessEqual;
            }
        }
        expression.m_terms << term;
    }
    for (Term &term : expression.m_terms)
        term.folded = term.text.toCaseFolded().toUtf8();
    return expression;
}

QList<std::pair<int, QByteArray>> FilterExpression::words() const
{
    QList<std::pair<int, QByteArray>> words;
    for (const Term &term : m_terms) {
        if (term.op == Op::Contains && !term.folded.isEmpty())
            words.append({term.column, term.folded});
    }
    return words;
}

bool FilterExpression::holds(const Term &term, const RowModelBase &model, int row) const
{
    if (term.op == Op::Contains) {
        if (const auto mentioned = model.mentions(row, term.column, term.folded))
            return *mentioned;
    }
    if (term.column < 0) {
        for (const int column : m_textColumns) {
            if (contains(model, row, column, term.text))
                return true;
        }
        return false;
    }
    const QVariant raw = model.rawValue(row, term.column);
    switch (term.op) {
    case Op::Contains:
        return contains(model, row, term.column, term.text);
    case Op::Equals:
        if (isNumeric(model.columns().at(term.column).type))
            return raw.isValid() && raw.toDouble() == term.value;
        return raw.toString().compare(term.text, Qt::CaseInsensitive) == 0
            || term.any.contains(raw.toString(), Qt::CaseInsensitive)
            || stateWord(model, row, term.column).compare(term.text, Qt::CaseInsensitive) == 0;
    case Op::Less:
        return raw.isValid() && raw.toDouble() < term.value;
    case Op::LessEqual:
        return raw.isValid() && raw.toDouble() <= term.value;
    case Op::Greater:
        return raw.isValid() && raw.toDouble() > term.value;
    case Op::GreaterEqual:
        return raw.isValid() && raw.toDouble() >= term.value;
    case Op::Absent:
        return !raw.isValid();
    }
    return false;
}

bool FilterExpression::matches(const RowModelBase &model, int row) const
{
    for (const Term &term : m_terms) {
        if (holds(term, model, row) == term.negated)
            return false;
    }
    return true;
}

} // namespace odc
