// SPDX-License-Identifier: GPL-3.0-or-later
#include "partfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace odc {

using namespace Qt::StringLiterals;

PartFile::PartFile(const QString &path, qint64 expectedBytes) : m_path(path), m_expected(expectedBytes) { }

PartFile::~PartFile()
{
    if (!m_published && m_file.isOpen()) {
        m_file.close();
        m_file.remove();
    }
}

bool PartFile::begin(qint64 total)
{
    m_written = 0;
    m_announced = total;
    if (m_file.isOpen()) {
        if (m_file.resize(0) && m_file.seek(0))
            return true;
    } else {
        // A part file that is there already belongs to a download that runs, or was killed: it is not ours to overwrite.
        QString part = m_path + u".part"_s;
        for (int n = 2; n < 1000; ++n) {
            m_file.setFileName(part);
            if (m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
                return true;
            if (!QFileInfo::exists(part) && !QFileInfo(part).isSymLink())
                break;
            part = m_path + u'.' + QString::number(n) + u".part"_s;
        }
    }
    m_error = m_file.fileName() + u": "_s + m_file.errorString();
    return false;
}

bool PartFile::write(const QByteArray &piece)
{
    if (m_file.write(piece) != piece.size()) {
        m_error = m_file.fileName() + u": "_s + m_file.errorString();
        return false;
    }
    m_written += piece.size();
    return true;
}

QString PartFile::publish(bool overwrite)
{
    const qint64 wanted = m_announced >= 0 ? m_announced : m_expected;
    if (wanted >= 0 && m_written != wanted) {
        return QCoreApplication::translate("PartFile", "%1 of %2 bytes arrived; the file was not kept")
            .arg(m_written)
            .arg(wanted);
    }
    if (!m_file.isOpen() || !m_file.flush())
        return m_file.errorString();
#ifdef Q_OS_UNIX
    if (::fsync(m_file.handle()) != 0)
        return qt_error_string();
#endif
    m_file.close();
    m_published = true; // from here the bytes are whole: they are never thrown away
#ifdef Q_OS_UNIX
    if (overwrite) {
        // One step on the same file system: either the old or the new file is there, never none.
        const QByteArray from = QFile::encodeName(m_file.fileName());
        const QByteArray to = QFile::encodeName(m_path);
        return ::rename(from.constData(), to.constData()) == 0 ? QString() : qt_error_string();
    }
#else
    if (overwrite)
        QFile::remove(m_path);
#endif
    if (!m_file.rename(m_path)) {
        return QCoreApplication::translate("PartFile", "%1 (the download is kept as %2)")
            .arg(m_file.errorString(), m_file.fileName());
    }
    return {};
}

} // namespace odc
