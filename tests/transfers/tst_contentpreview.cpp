// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfers/contentpreview.h"

#include <QTest>

using namespace odc;
using namespace Qt::StringLiterals;
using Kind = ContentPreview::Kind;

/// What is shown of a content before all of it is there.
class TestContentPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void previews_data();
    void previews();
    void cutCharactersAreDropped();
    void jsonIsIndented();
    void cutJsonLinesLoseTheirLastLine();
    void base64ResultsAreDecoded();
    void byteOrderMarksAreNotShown();
    void previewSizes();
};

void TestContentPreview::previews_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *what, const QByteArray &head, const char *name, Kind kind,
                        bool complete = true) {
        QTest::newRow(what) << head << QString::fromLatin1(name) << complete << kind;
    };
    using namespace std::string_view_literals;
    const auto bytes = [](std::string_view text) { return QByteArray(text.data(), qsizetype(text.size())); };
    row("empty", {}, "a.txt", Kind::Empty);
    row("text", "hello\nworld\n", "a.txt", Kind::Text);
    row("text with any name", "hello", "a.bin", Kind::Text);
    row("text that is called an image", "hello", "a.png", Kind::Text);
    row("umlauts", "grün\tblau\r\n", "a", Kind::Text);
    row("latin-1 is no UTF-8", "gr\xfcn", "a.txt", Kind::Binary);
    row("zero byte", bytes("a\0b"sv), "a.txt", Kind::Binary);
    row("colours of a terminal", "\x1b[31mred\x1b[0m", "log", Kind::Text);
    row("utf-16", bytes("\xff\xfeh\0i\0"sv), "a.txt", Kind::Binary);
    row("pdf", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "a.pdf", Kind::Binary);
    row("png", "\x89PNG\r\n\x1a\nxxxx", "a.txt", Kind::Image);
    row("png that goes on", "\x89PNG\r\n\x1a\nxxxx", "a.png", Kind::Binary, false);
    row("jpeg", "\xff\xd8\xff\xe0xxxx", "a", Kind::Image);
    row("gif", "GIF89axxxx", "a", Kind::Image);
    row("webp", "RIFFxxxxWEBPVP8 ", "a", Kind::Image);
    row("wav is no webp", bytes("RIFFxxxxWAVE\0\0"sv), "a", Kind::Binary);
    row("bitmap", bytes("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"sv), "a", Kind::Image);
    row("text that begins like a bitmap", "BMW and others\n", "a.txt", Kind::Text);
    row("text that begins like a gif", "GIF8 is no picture\n", "a.txt", Kind::Text);
    row("json", "{\"a\": [1, 2]}", "a.json", Kind::Json);
    row("json with any name", " [1, 2]\n", "a.txt", Kind::Json);
    row("json that goes on", "{\"a\": [1,", "a.json", Kind::Text, false);
    row("broken json", "{\"a\": [1,", "a.json", Kind::Text);
    row("number", "42", "a.json", Kind::Text);
    row("jsonl", "{\"a\":1}\n{\"a\":2}\n", "a.jsonl", Kind::JsonLines);
    row("jsonl of one line", "{\"a\":1}\n", "a.jsonl", Kind::JsonLines);
    row("jsonl with any name", "{\"a\":1}\n{\"a\":2}\n", "a.txt", Kind::JsonLines);
    row("jsonl with a bad line", "{\"a\":1}\n{oops\n", "a.jsonl", Kind::JsonLines);
    row("csv", "step,loss\n1,0.5\n", "a.csv", Kind::Text);
    row("csv of one column", "abcdefghijklmnop\nqrstuvwxyzabcdef\n", "a.csv", Kind::Text);
}

void TestContentPreview::previews()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, name);
    QFETCH(bool, complete);
    QFETCH(Kind, kind);
    const ContentPreview preview = makePreview(head, complete, name);
    QCOMPARE(int(preview.kind), int(kind));
    QCOMPARE(preview.complete, complete);
    QVERIFY(!preview.decoded);
    QCOMPARE(preview.text.isEmpty(), kind == Kind::Binary || kind == Kind::Image || kind == Kind::Empty);
    if (kind == Kind::Image)
        QCOMPARE(preview.bytes, head);
}

void TestContentPreview::cutCharactersAreDropped()
{
    const QByteArray whole = u"aä€🙂z"_s.toUtf8();
    for (qsizetype cut = 1; cut <= whole.size(); ++cut) {
        const ContentPreview preview = makePreview(whole.left(cut), false, u"a.txt"_s);
        QVERIFY2(preview.kind == Kind::Text, qPrintable(QString::number(cut)));
        QVERIFY(u"aä€🙂z"_s.startsWith(preview.text));
        QVERIFY(!preview.text.contains(QChar::ReplacementCharacter));
    }
}

void TestContentPreview::jsonIsIndented()
{
    const ContentPreview preview = makePreview("{\"a\":{\"b\":1}}", true, u"a.json"_s);
    QCOMPARE(preview.text, u"{\n    \"a\": {\n        \"b\": 1\n    }\n}\n"_s);
    QCOMPARE(preview.lines, 5);
}

void TestContentPreview::cutJsonLinesLoseTheirLastLine()
{
    const ContentPreview cut = makePreview("{\"a\":1}\n{\"a\":2}\n{\"a\":", false, u"a.jsonl"_s);
    QCOMPARE(cut.text, u"{\"a\":1}\n{\"a\":2}\n"_s);
    QCOMPARE(cut.lines, 2);
    const ContentPreview whole = makePreview("{\"a\":1}\n{\"a\":2}", true, u"a.jsonl"_s);
    QCOMPARE(whole.text, u"{\"a\":1}\n{\"a\":2}"_s);
    QCOMPARE(whole.lines, 2);
}

void TestContentPreview::base64ResultsAreDecoded()
{
    const QByteArray csv = "step,train_loss\n1,0.523\n2,0.5\n";
    ContentPreview preview = makePreview(csv.toBase64(), true, u"step_metrics.csv"_s);
    QVERIFY(preview.decoded);
    QCOMPARE(preview.kind, Kind::Text);
    QCOMPARE(preview.text, QString::fromUtf8(csv));
    QCOMPARE(preview.lines, 3);
    preview = makePreview(csv.toBase64().left(21), false, u"step_metrics.csv"_s);
    QVERIFY(preview.decoded);
    QVERIFY(csv.startsWith(preview.text.toUtf8()));
    QVERIFY(
        !makePreview(csv.toBase64(), true, u"notes.txt"_s).decoded); // only fine-tuning results come that way
}

void TestContentPreview::byteOrderMarksAreNotShown()
{
    QCOMPARE(makePreview("\xef\xbb\xbfhello", true, u"a.txt"_s).text, u"hello"_s);
    QCOMPARE(makePreview("\xef\xbb\xbf{\"a\":1}", true, u"a.json"_s).kind, Kind::Json);
    QCOMPARE(makePreview("\xef\xbb\xbf{\"a\":1}\n{\"a\":2}\n", true, u"a.jsonl"_s).kind, Kind::JsonLines);
}

void TestContentPreview::previewSizes()
{
    QCOMPARE(previewBytes(u"a.txt"_s), textPreviewBytes);
    QCOMPARE(previewBytes(u"a.PNG"_s), imagePreviewBytes);
    QCOMPARE(previewBytes(QString()), textPreviewBytes);
}

QTEST_GUILESS_MAIN(TestContentPreview)
#include "tst_contentpreview.moc"
