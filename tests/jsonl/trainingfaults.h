// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/trainingcheck.h"
#include "trainingrows.h"

#include <QTest>

namespace odc::test {

/// The columns of a table of faults.
inline void columns()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<TrainingFault>("fault");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("at"); // the column is where this begins in the line; empty: none
    QTest::addColumn<QString>("words");
}

/// One fault: a line that has it, and where and how it is to be told.
inline void row(const char *name, const QByteArray &bad, TrainingFault fault, const char *path,
                const char *at, const char *words)
{
    QTest::newRow(name) << bad << fault << QString::fromUtf8(path) << QByteArray(at)
                        << QString::fromUtf8(words);
}

/// The fault of the row in a file that has nothing else: on its line, at its column, with words that say it.
inline void findsJustThat(TrainingFiles &files, const TrainingOptions &options, const QByteArray &good,
                          TrainingFormat format)
{
    QFETCH(QByteArray, bad);
    QFETCH(TrainingFault, fault);
    QFETCH(QString, path);
    QFETCH(QByteArray, at);
    QFETCH(QString, words);
    QVERIFY2(at.isEmpty() || bad.contains(at), "the row looks for what is not in its line");
    constexpr int before = 10;
    const auto result = checkTrainingFile(
        files.write(numbered(good, 1, before) + bad + '\n' + numbered(good, 50, 3)), options);
    QVERIFY(result);
    QCOMPARE(result->format, format);
    QCOMPARE(result->lines, before + 4);
    QStringList found;
    for (const TrainingFinding &finding : result->findings)
        found << QString::number(finding.line) + u' ' + finding.text();
    QVERIFY2(result->findings.size() == 1, qPrintable(found.join(u'\n')));
    const TrainingFinding &finding = result->findings.first();
    QCOMPARE(finding.line, before + 1);
    QCOMPARE(finding.fault, fault);
    QCOMPARE(finding.path, path);
    QCOMPARE(finding.column, at.isEmpty() ? 0 : int(bad.indexOf(at)) + 1);
    QVERIFY2(finding.text().contains(words), qPrintable(finding.text()));
    QCOMPARE(finding.isWarning, isTrainingWarning(fault));
    QCOMPARE(result->findingCount, 1);
    QCOMPARE(result->warningCount, finding.isWarning ? 1 : 0);
    QCOMPARE(result->errorCount, finding.isWarning ? 0 : 1);
    QCOMPARE(result->isSendable(), finding.isWarning);
}

} // namespace odc::test
