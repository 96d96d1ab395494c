// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

namespace odc::test {

// Lines of each format that nothing is wrong with; "#" stands for a number.

extern const QByteArray goodChat;
extern const QByteArray goodCall;
extern const QByteArray goodAnswered;
extern const QByteArray goodCompletion;
extern const QByteArray goodPreference;
extern const QByteArray goodReinforcement;

/// So many lines of it, each with a number of its own.
inline QByteArray numbered(const QByteArray &line, int from, int count)
{
    QByteArray lines;
    for (int i = from; i < from + count; ++i)
        lines += QByteArray(line).replace('#', QByteArray::number(i)) + '\n';
    return lines;
}

/// A line with these messages, and more members if any.
QByteArray chat(const QByteArray &messages, const QByteArray &more = {});

/// Files that are gone after the test.
class TrainingFiles
{
public:
    /// Empty when it could not be written.
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("f%1.jsonl").arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace odc::test
