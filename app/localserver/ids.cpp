// SPDX-License-Identifier: GPL-3.0-or-later
#include "localserver/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QVarLengthArray>

namespace odc::server {

namespace {
constexpr char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int length = 22;
} // namespace

QString newId(QLatin1String prefix)
{
    QString id = prefix;
    for (int i = 0; i < length; ++i)
        id += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(62)]);
    return id;
}

QString stableId(QLatin1String prefix, const QString &name)
{
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    QString id = prefix;
    for (int i = 0; i < length; ++i)
        id += QLatin1Char(alphabet[uchar(digest.at(i)) % 62]);
    return id;
}

QByteArray randomHex(int bytes)
{
    QVarLengthArray<quint32, 8> words((bytes + 3) / 4);
    QRandomGenerator::global()->fillRange(words.data(), words.size());
    return QByteArray::fromRawData(reinterpret_cast<const char *>(words.constData()), bytes).toHex();
}

} // namespace odc::server
