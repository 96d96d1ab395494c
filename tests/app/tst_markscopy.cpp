// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markscopy.h"

#include "evals/evalmarks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;

/// Marks and notes that go along with archives.
class TestMarksCopy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesInIsAdded();
    void anArchiveOpenedAgainKeepsWhatWasNotedSince();
    void filesThatAreNotAsTheArchiveSaysStayOut();

private:
    static void note(const QString &folder, const QString &item, const QString &text)
    {
        EvalMarks marks(folder, u"eval_1"_s);
        marks.set(u"run_1"_s, item, {true, text});
    }
    static QString noteOf(const QString &folder, const QString &item)
    {
        return EvalMarks(folder, u"eval_1"_s).mark(u"run_1"_s, item).note;
    }
};

void TestMarksCopy::whatComesInIsAdded()
{
    const QTemporaryDir from;
    const QTemporaryDir to;
    note(from.path(), u"a"_s, u"new"_s);
    note(to.path(), u"a"_s, u"old"_s);
    note(to.path(), u"b"_s, u"mine"_s);
    QCOMPARE(MarksCopy::add(from.path(), to.path()), QString());
    QCOMPARE(noteOf(to.path(), u"a"_s), u"new"_s);
    QCOMPARE(noteOf(to.path(), u"b"_s), u"mine"_s);
}

void TestMarksCopy::anArchiveOpenedAgainKeepsWhatWasNotedSince()
{
    const QTemporaryDir archive;
    const QTemporaryDir profile;
    note(archive.path(), u"a"_s, u"then"_s);
    const MarksCopy::Files listed = MarksCopy::files(archive.path());
    QCOMPARE(MarksCopy::add(archive.path(), profile.path(), &listed), QString());
    QCOMPARE(noteOf(profile.path(), u"a"_s), u"then"_s);
    note(profile.path(), u"a"_s, u"since"_s);
    QCOMPARE(MarksCopy::add(archive.path(), profile.path(), &listed), QString());
    QCOMPARE(noteOf(profile.path(), u"a"_s), u"since"_s);
}

void TestMarksCopy::filesThatAreNotAsTheArchiveSaysStayOut()
{
    const QTemporaryDir archive;
    const QTemporaryDir profile;
    note(archive.path(), u"a"_s, u"then"_s);
    const MarksCopy::Files listed = MarksCopy::files(archive.path());
    note(archive.path(), u"a"_s, u"slipped in"_s);
    QCOMPARE(MarksCopy::add(archive.path(), profile.path(), &listed), QString());
    QCOMPARE(noteOf(profile.path(), u"a"_s), QString());
}

QTEST_GUILESS_MAIN(TestMarksCopy)
#include "tst_markscopy.moc"
