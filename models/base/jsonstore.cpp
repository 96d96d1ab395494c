// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr auto formatKey = "format"_L1;
}

JsonStore::JsonStore(const QString &path, int format) : m_path(path), m_format(format) { }

QJsonObject JsonStore::load()
{
    m_problem.clear();
    m_keepFile = false;
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        m_keepFile = true;
        m_problem = QCoreApplication::translate("JsonStore", "%1 could not be read: %2").arg(m_path, file.errorString());
        return {};
    }
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parseError);
    file.close();
    const int format = document.object().value(formatKey).toInt();
    if (document.isObject() && format >= 1 && format <= m_format) {
        QJsonObject content = document.object();
        content.remove(formatKey);
        return content;
    }
    const QString stamp = m_path + u'.' + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QString aside = stamp + u".bad"_s;
    for (int n = 2; QFile::exists(aside); ++n)
        aside = stamp + u'-' + QString::number(n) + u".bad"_s;
    const bool kept = QFile::rename(m_path, aside);
    m_keepFile = !kept;
    const QString reason = document.isObject()
        ? QCoreApplication::translate("JsonStore", "it is of format %1, which this version does not know").arg(format)
        : QCoreApplication::translate("JsonStore", "it is damaged (%1)").arg(parseError.errorString());
    m_problem = kept
        ? QCoreApplication::translate("JsonStore", "%1 was not used: %2. It is kept as %3.")
              .arg(m_path, reason, QFileInfo(aside).fileName())
        : QCoreApplication::translate("JsonStore", "%1 was not used: %2.").arg(m_path, reason);
    return {};
}

Result<void> JsonStore::save(QJsonObject content) const
{
    if (m_keepFile && QFile::exists(m_path)) {
        return failure(ApiError::make(ApiError::Kind::LocalFile,
                                      QCoreApplication::translate("JsonStore",
                                                                  "%1 was not saved: the file there could not be read, "
                                                                  "nor put aside. Move it away.")
                                          .arg(m_path)));
    }
    content.insert(formatKey, m_format);
    const QFileInfo info(m_path);
    QDir().mkpath(info.absolutePath());
    QSaveFile file(m_path);
    const QByteArray text = QJsonDocument(content).toJson(QJsonDocument::Indented);
    // Flushed here: on a full disk Qt 6.4's commit() does not notice that the last block was refused, and would put an empty
    // file in the place of a good one.
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return failure(ApiError::make(ApiError::Kind::LocalFile, m_path + u": "_s + file.errorString()));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!file.commit())
        return failure(ApiError::make(ApiError::Kind::LocalFile, m_path + u": "_s + file.errorString()));
    return {};
}

} // namespace odc
