// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace odc {

class RowModelBase;
struct ColumnInfo;

/// What a person types into a filter box, read once and then asked for each row.
///
/// Terms are separated by blanks and must all hold. A bare word (or "quoted words") is looked for in every text column
/// and the id. A state is found by the wire's word and by the word shown. `field:text` looks in one column, `field=text` wants all of it (of a state one of several: `status=queued,in_progress`), `-term` wants the opposite. Sizes,
/// numbers and times compare with < <= > >=: `size>10MB`, `created<7d` (younger than seven days), `expires<3d` (within
/// three days), `created>=2026-11-01` (a date), `created>=2026-11-01T14:30` (a moment). `expires:never` finds what has none.
class FilterExpression
{
public:
    FilterExpression() = default;

    /// Reads `text` for the columns of one list. Never fails as a whole: `error()` names the first term that makes no
    /// sense, and that term is left out.
    static FilterExpression parse(const QString &text, const QList<ColumnInfo> &columns, qint64 nowUnix);

    bool matches(const RowModelBase &model, int row) const;
    bool isEmpty() const { return m_terms.isEmpty(); }
    /// The texts looked for: column (-1: all), and the text, case folded, UTF-8.
    QList<std::pair<int, QByteArray>> words() const;
    /// Translated; empty when all terms were understood.
    QString error() const { return m_error; }

    /// The terms as typed, for chips that remove one of them.
    static QStringList split(const QString &text);

private:
    enum class Op { Contains, Equals, Less, LessEqual, Greater, GreaterEqual, Absent };
    struct Term {
        int column = -1; ///< -1: every text column and the id
        Op op = Op::Contains;
        bool negated = false;
        QString text;
        QByteArray folded; ///< `text`, case folded, UTF-8
        QStringList any;   ///< of a state: one of these
        double value = 0;
    };

    bool holds(const Term &term, const RowModelBase &model, int row) const;
    static std::optional<double> readValue(const QString &text, const ColumnInfo &column, qint64 nowUnix, bool *isAge);

    QList<Term> m_terms;
    QList<int> m_textColumns;
    QString m_error;
};

} // namespace odc
