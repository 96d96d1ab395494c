// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace odc::server {

/**
 * The members of a JSON body (or of an object \p inside of it), checked as they are taken. All functions
 * throw ApiFault 400 in the words of the service: "'bytes' is a required property", "'x' is not of type ...".
 */
class JsonFields
{
public:
    /** Refuses members that are not in \p allowed. */
    JsonFields(const QJsonObject &object, const QStringList &allowed, const QString &inside = {});

    bool has(const QString &name) const { return m_object.contains(name); }
    /** Whatever is there, which must be something. */
    QJsonValue value(const QString &name) const { return required(name); }
    /** A text that must be there and must not be empty. */
    QString text(const QString &name) const;
    /** A text that must be there and may be empty. */
    QString anyText(const QString &name) const;
    /** One of \p allowed, which must be there. */
    QString choice(const QString &name, const QStringList &allowed) const;
    /** A number that must be there and lie in the range. */
    double number(const QString &name, double minimum, double maximum) const;
    /** A whole number that must be there and lie in the range. */
    qint64 integer(const QString &name, qint64 minimum, qint64 maximum) const;
    /** A list of texts that must be there and must not be empty. */
    QStringList texts(const QString &name) const;

private:
    QJsonValue required(const QString &name) const;
    QString param(const QString &name) const;

    const QJsonObject m_object;
    const QString m_inside;
};

/** Throws ApiFault 400 unless \p value is an object. */
QJsonObject requireObject(const QJsonValue &value, const QString &param);
/** Throws ApiFault 400 unless \p value lies in the range. */
void checkRange(qint64 value, qint64 minimum, qint64 maximum, const QString &param);

/** A value as messages show it: text in quotes, anything else as JSON; cut after \p longest characters. */
QString shownValue(const QJsonValue &value, qsizetype longest);

} // namespace odc::server
