// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldvalues.h"

#include "ui/forms/jsonedit.h"

#include <QDateTime>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

QString numberText(const QJsonValue &value)
{
    if (!value.isDouble())
        return value.isUndefined() || value.isNull() ? QString() : QString::fromUtf8(indentedJson(value));
    const double number = value.toDouble();
    return std::floor(number) == number && std::abs(number) < 1e15 ? QString::number(value.toInteger())
                                                                   : QString::number(number, 'g', 15);
}

QJsonValue numberOf(const QString &text, bool whole)
{
    bool ok = false;
    const qint64 integer = text.trimmed().toLongLong(&ok);
    if (ok)
        return integer;
    if (whole)
        return QJsonValue(QJsonValue::Undefined);
    const double number = QString(text).replace(u',', u'.').trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue timeOf(const QString &text)
{
    if (const QJsonValue seconds = numberOf(text, true); !seconds.isUndefined())
        return seconds;
    for (const auto &format : {u"yyyy-MM-dd HH:mm:ss"_s, u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd"_s}) {
        const QDateTime time = QDateTime::fromString(text.trimmed(), format);
        if (time.isValid())
            return time.toSecsSinceEpoch();
    }
    const QDateTime time = QDateTime::fromString(text.trimmed(), Qt::ISODate);
    return time.isValid() ? QJsonValue(time.toSecsSinceEpoch()) : QJsonValue(QJsonValue::Undefined);
}

QString timeText(const QJsonValue &value)
{
    if (!value.isDouble())
        return numberText(value);
    const QDateTime time = QDateTime::fromSecsSinceEpoch(value.toInteger());
    return time.toString(time.time().second() ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

QJsonValue memberAt(const QJsonObject &object, const QString &path)
{
    const qsizetype dot = path.indexOf(u'.');
    return dot < 0 ? object.value(path)
                   : memberAt(object.value(path.left(dot)).toObject(), path.mid(dot + 1));
}

QJsonObject withMember(const QJsonObject &object, const QString &path, const QJsonValue &value)
{
    QJsonObject changed = object;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        if (value.isUndefined())
            changed.remove(path);
        else
            changed.insert(path, value);
        return changed;
    }
    const QString first = path.left(dot);
    const QJsonObject below = withMember(object.value(first).toObject(), path.mid(dot + 1), value);
    if (below.isEmpty() && value.isUndefined())
        changed.remove(first);
    else
        changed.insert(first, below);
    return changed;
}

} // namespace odc
