// SPDX-License-Identifier: GPL-3.0-or-later
#include "rewardformula.h"

#include <QCoreApplication>
#include <QList>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RewardFormula)
};

constexpr int deepest = 100; ///< brackets in brackets: what is written by hand never comes near

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

struct Piece
{
    enum class Kind { Number, Name, Sign, Other, End } kind = Kind::End;
    QString text;
};

QList<Piece> piecesOf(const QString &formula)
{
    QList<Piece> pieces;
    for (qsizetype at = 0; at < formula.size();) {
        const QChar c = formula.at(at);
        qsizetype end = at + 1;
        if (c.isSpace()) {
            at = end;
            continue;
        }
        Piece piece;
        if (isNameStart(c)) {
            while (end < formula.size() && (isNameStart(formula.at(end)) || isDigit(formula.at(end))))
                ++end;
            piece.kind = Piece::Kind::Name;
        } else if (isDigit(c) || c == u'.') {
            while (end < formula.size() && (isDigit(formula.at(end)) || formula.at(end) == u'.'))
                ++end;
            bool ok = false;
            formula.mid(at, end - at).toDouble(&ok);
            piece.kind = ok ? Piece::Kind::Number : Piece::Kind::Other;
        } else {
            piece.kind = u"+-*/^(),"_s.contains(c) ? Piece::Kind::Sign : Piece::Kind::Other;
        }
        piece.text = formula.mid(at, end - at);
        pieces.append(piece);
        at = end;
    }
    pieces.append(Piece());
    return pieces;
}

/// Reads a formula by the usual rules of precedence, as far as the first thing that is wrong.
class Reader
{
public:
    Reader(const QString &formula, const QStringList &names) : m_pieces(piecesOf(formula)), m_names(names) {}

    QString fault()
    {
        sum();
        if (m_fault.isEmpty() && piece().kind != Piece::Kind::End)
            unexpected();
        return m_fault;
    }

private:
    const Piece &piece() const { return m_pieces.at(m_at); }
    bool is(QChar sign) const { return piece().kind == Piece::Kind::Sign && piece().text == sign; }
    bool take(QChar sign)
    {
        if (!is(sign))
            return false;
        ++m_at;
        return true;
    }
    void say(const QString &fault)
    {
        if (m_fault.isEmpty())
            m_fault = fault;
    }
    void unexpected()
    {
        say(piece().kind == Piece::Kind::End
                ? Tr::tr("The formula ends too early.")
                : Tr::tr("“%1” cannot stand where it stands in the formula.").arg(piece().text));
    }
    void close()
    {
        if (!take(u')'))
            say(Tr::tr("A bracket of the formula is not closed."));
    }

    void sum()
    {
        if (++m_depth > deepest)
            say(Tr::tr("The formula has too many brackets in brackets."));
        if (m_fault.isEmpty())
            operand();
        while (m_fault.isEmpty() && (take(u'+') || take(u'-') || take(u'*') || take(u'/') || take(u'^')))
            operand();
        --m_depth;
    }

    void operand()
    {
        while (take(u'-') || take(u'+')) {
        }
        if (take(u'(')) {
            sum();
            if (m_fault.isEmpty())
                close();
            return;
        }
        const Piece at = piece();
        if (at.kind != Piece::Kind::Name && at.kind != Piece::Kind::Number) {
            unexpected();
            return;
        }
        ++m_at;
        if (at.kind == Piece::Kind::Number)
            return;
        if (formulaFunctions().contains(at.text))
            arguments(at.text);
        else if (!m_names.contains(at.text))
            say(Tr::tr("No grader is called “%1”: there is %2.").arg(at.text, m_names.join(u", "_s)));
    }

    void arguments(const QString &function)
    {
        const bool many = function == "min"_L1 || function == "max"_L1;
        if (!take(u'(')) {
            say(Tr::tr("What %1 is worked out of stands in brackets: %1(…).").arg(function));
            return;
        }
        sum();
        while (m_fault.isEmpty() && is(u',')) {
            if (!many) {
                say(Tr::tr("%1 takes one value.").arg(function));
                return;
            }
            ++m_at;
            sum();
        }
        if (m_fault.isEmpty())
            close();
    }

    const QList<Piece> m_pieces;
    const QStringList &m_names;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_fault;
};

} // namespace

QString faultOfFormula(const QString &formula, const QStringList &names)
{
    if (formula.trimmed().isEmpty())
        return Tr::tr("The formula is empty: it says how the scores become the reward.");
    return Reader(formula, names).fault();
}

QStringList formulaFunctions()
{
    return {u"min"_s, u"max"_s, u"abs"_s, u"floor"_s, u"ceil"_s, u"exp"_s, u"sqrt"_s, u"log"_s};
}

QStringList namesInFormula(const QString &formula)
{
    QStringList names;
    const QList<Piece> pieces = piecesOf(formula);
    for (const Piece &piece : pieces) {
        if (piece.kind == Piece::Kind::Name && !formulaFunctions().contains(piece.text) &&
            !names.contains(piece.text))
            names << piece.text;
    }
    return names;
}

bool isFormulaName(const QString &name)
{
    const QList<Piece> pieces = piecesOf(name);
    return pieces.size() == 2 && pieces.first().kind == Piece::Kind::Name && pieces.first().text == name &&
           !formulaFunctions().contains(name);
}

} // namespace odc
