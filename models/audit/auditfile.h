// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <vector>

namespace odc {

/// A file of lines that only grows, written line by line, and its older half. Nothing is held back in memory:
/// a line that was appended survives the program; sync() has it survive the machine.
class AuditFile
{
public:
    /// `mostBytes`: of both files together.
    AuditFile(QString path, qint64 mostBytes);

    /// Makes the folder and the file where they are missing.
    bool open();
    /// Whole lines, each with its end. Gives how many bytes of them are in the file now, in whole lines: all of them, or
    /// see errorText().
    qsizetype append(const QByteArray &lines);
    QString errorText() const { return m_error; }

    /// The last whole lines of the file, as far as a bounded look reaches.
    QByteArray tail() const;

    /// What is to be read, fixed to what is there now: files that are rotated away meanwhile stay readable.
    struct Part
    {
        std::shared_ptr<QFile> file;
        qint64 bytes = 0;
    };
    /// Older half first.
    std::vector<Part> parts() const;

    /// Has a pool thread write to the disk what was appended.
    void syncLater();

private:
    /// Makes room for so many bytes.
    bool rotate(qint64 bytes);

    QString m_path;
    qint64 m_half;
    qint64 m_size = 0;
    bool m_torn = false; ///< the last line has no end
    std::shared_ptr<QFile> m_file;
    QString m_error;
};

} // namespace odc
