// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/graders/formula.h"

#include <QList>
#include <QStringView>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace odc::server {

namespace {

/** Deeper nesting is refused: it would be a way to exhaust the stack. */
constexpr int deepest = 100;

struct Function
{
    QLatin1StringView name;
    double (*apply)(const QList<double> &);
    bool many = false; ///< takes more than one argument
};

const Function functions[] = {
    {"min"_L1, [](const QList<double> &all) { return *std::min_element(all.begin(), all.end()); }, true},
    {"max"_L1, [](const QList<double> &all) { return *std::max_element(all.begin(), all.end()); }, true},
    {"abs"_L1, [](const QList<double> &all) { return std::abs(all.first()); }},
    {"floor"_L1, [](const QList<double> &all) { return std::floor(all.first()); }},
    {"ceil"_L1, [](const QList<double> &all) { return std::ceil(all.first()); }},
    {"exp"_L1, [](const QList<double> &all) { return std::exp(all.first()); }},
    {"sqrt"_L1, [](const QList<double> &all) { return std::sqrt(all.first()); }},
    {"log"_L1, [](const QList<double> &all) { return std::log(all.first()); }},
};

bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isNamePart(QChar character)
{
    return isAsciiDigit(character) || character == u'_' || (character >= u'a' && character <= u'z') ||
           (character >= u'A' && character <= u'Z');
}

/** A parser by recursive descent that works out as it goes; after the first error it only returns. */
class Parser
{
public:
    Parser(const QString &formula, const QHash<QString, double> &variables)
        : m_text(formula), m_variables(variables)
    {
    }

    FormulaResult parse()
    {
        const double value = sum();
        skipSpace();
        if (m_at < m_text.size())
            unexpected();
        return {m_error.isEmpty() ? value : 0, m_error};
    }

private:
    double sum()
    {
        double value = product();
        while (m_error.isEmpty()) {
            if (take(u'+'))
                value += product();
            else if (take(u'-'))
                value -= product();
            else
                break;
        }
        return value;
    }

    double product()
    {
        double value = signedPower();
        while (m_error.isEmpty()) {
            if (take(u'*'))
                value *= signedPower();
            else if (take(u'/'))
                value /= signedPower();
            else
                break;
        }
        return value;
    }

    double signedPower()
    {
        bool negative = false;
        while (true) {
            if (take(u'-'))
                negative = !negative;
            else if (!take(u'+'))
                break;
        }
        const double value = power();
        return negative ? -value : value;
    }

    double power()
    {
        const double base = operand();
        if (!take(u'^'))
            return base;
        if (!enter())
            return 0;
        const double exponent = signedPower();
        --m_depth;
        return std::pow(base, exponent);
    }

    double operand()
    {
        skipSpace();
        if (m_at >= m_text.size())
            return unexpected();
        const QChar next = m_text[m_at];
        if (isAsciiDigit(next) || next == u'.')
            return number();
        if (isNamePart(next))
            return named();
        if (take(u'('))
            return enclosed().value(0);
        return unexpected();
    }

    double number()
    {
        const qsizetype begin = m_at;
        digits();
        if (m_at < m_text.size() && m_text[m_at] == u'.') {
            ++m_at;
            digits();
        }
        if (m_at < m_text.size() && (m_text[m_at] == u'e' || m_text[m_at] == u'E')) {
            ++m_at;
            if (m_at < m_text.size() && (m_text[m_at] == u'+' || m_text[m_at] == u'-'))
                ++m_at;
            digits();
        }
        bool ok = false;
        const double value = m_text.sliced(begin, m_at - begin).toDouble(&ok);
        return ok ? value : fail(u"'%1' is no number"_s.arg(m_text.sliced(begin, m_at - begin).left(50)));
    }

    double named()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && isNamePart(m_text[m_at]))
            ++m_at;
        const QString name = m_text.sliced(begin, m_at - begin).toString();
        // A grader may be called "max": it is the function only where it is called.
        if (take(u'('))
            return called(name);
        const auto variable = m_variables.constFind(name);
        return variable != m_variables.constEnd()
                   ? *variable
                   : fail(u"'%1' is not the name of a grader"_s.arg(name.left(50)));
    }

    double called(const QString &name)
    {
        const auto function = std::find_if(std::begin(functions), std::end(functions),
                                           [&](const Function &each) { return each.name == name; });
        if (function == std::end(functions))
            return fail(u"'%1' is not a function"_s.arg(name.left(50)));
        const QList<double> arguments = enclosed(true);
        if (!m_error.isEmpty())
            return 0;
        if (arguments.size() > 1 && !function->many)
            return fail(u"'%1' takes one argument"_s.arg(name));
        return function->apply(arguments);
    }

    /** What stands between a parenthesis that was taken and its end: one value, or several of them. */
    QList<double> enclosed(bool several = false)
    {
        if (!enter())
            return {};
        QList<double> values{sum()};
        while (m_error.isEmpty() && several && take(u','))
            values.append(sum());
        if (m_error.isEmpty() && !take(u')'))
            unexpected();
        --m_depth;
        return values;
    }

    bool enter()
    {
        if (++m_depth > deepest)
            fail(u"too many parentheses within each other"_s);
        return m_error.isEmpty();
    }

    void digits()
    {
        while (m_at < m_text.size() && isAsciiDigit(m_text[m_at]))
            ++m_at;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(char16_t character)
    {
        skipSpace();
        if (!m_error.isEmpty() || m_at >= m_text.size() || m_text[m_at] != character)
            return false;
        ++m_at;
        return true;
    }

    double unexpected()
    {
        return fail(m_at < m_text.size()
                        ? u"'%1' is unexpected at character %2"_s.arg(m_text[m_at]).arg(m_at + 1)
                        : u"the formula ends too early"_s);
    }

    double fail(const QString &error)
    {
        if (m_error.isEmpty())
            m_error = error;
        return 0;
    }

    const QStringView m_text;
    const QHash<QString, double> &m_variables;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_error;
};

} // namespace

FormulaResult evaluateFormula(const QString &formula, const QHash<QString, double> &variables)
{
    FormulaResult result = Parser(formula, variables).parse();
    if (result.error.isEmpty() && !std::isfinite(result.value))
        return {0, u"the result is not a finite number"_s};
    return result;
}

QString formulaFault(const QString &formula, const QStringList &variables)
{
    QHash<QString, double> values;
    for (const QString &each : variables)
        values.insert(each, 1);
    return Parser(formula, values).parse().error;
}

} // namespace odc::server
