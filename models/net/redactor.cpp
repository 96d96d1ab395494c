// SPDX-License-Identifier: GPL-3.0-or-later
#include "redactor.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

// Shorter ones would turn ordinary words into stars, and protect nothing.
constexpr int shortestSecret = 6;

bool hasSpace(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

} // namespace

Redactor::Redactor(const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        if (secret.size() < shortestSecret)
            continue;
        // As they stand in addresses, in either case, and in JSON of a server that escapes each slash.
        const QByteArray encoded = QUrl::toPercentEncoding(secret);
        QString lower = secret;
        for (qsizetype i = lower.size() - 1; i >= 0; --i) {
            if (const QByteArray one = QUrl::toPercentEncoding(lower.sliced(i, 1)); one.size() > 1)
                lower.replace(i, 1, QString::fromLatin1(one.toLower()));
        }
        m_secrets << secret << QString::fromLatin1(encoded) << lower << QString(secret).replace(u'/', "\\/"_L1);
    }
    m_secrets.removeDuplicates();
    // The longest first: one key may be the beginning of another.
    std::sort(m_secrets.begin(), m_secrets.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redactor::clean(const QString &text) const
{
    static const QRegularExpression token(uR"((?<![A-Za-z0-9])sk-[A-Za-z0-9_*\-]{3,})"_s);
    static const QRegularExpression bearer(uR"(\b(Bearer)\s+(?!\*\*\*)[A-Za-z0-9._~+/=*\-]{6,})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression masked(uR"([A-Za-z0-9_\-]+\*{3,}[A-Za-z0-9_\-*]*)"_s);
    QString cleaned = text;
    for (const QString &secret : m_secrets)
        cleaned.replace(secret, "***"_L1);
    // Each needs these letters, and most texts have none of them: every call is cleaned several times. One letter is
    // found far faster than several, or than one in either case.
    if (cleaned.contains("sk-"_L1))
        cleaned.replace(token, u"***"_s);
    if (hasSpace(cleaned) && cleaned.contains("bearer"_L1, Qt::CaseInsensitive))
        cleaned.replace(bearer, u"\\1 ***"_s);
    if (cleaned.contains(u'*'))
        cleaned.replace(masked, u"***"_s);
    return cleaned;
}

QByteArray Redactor::clean(const QByteArray &text) const
{
    if (text.isEmpty())
        return text;
    return clean(QString::fromUtf8(text)).toUtf8();
}

void Redactor::clean(ApiError &error) const
{
    for (QString *field :
         {&error.code, &error.type, &error.param, &error.message, &error.requestId, &error.operation})
        *field = clean(*field);
    error.rawBody = clean(error.rawBody);
}

} // namespace odc
