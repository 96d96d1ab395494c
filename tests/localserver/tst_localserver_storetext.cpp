// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a file to the chunks of a store: what is read out of each kind of file, how it is counted
// and cut; and what requests say of chunking, attributes, filters and queries.
#include "localserver/apifault.h"
#include "localserver/stores/attributefilter.h"
#include "localserver/stores/attributes.h"
#include "localserver/stores/chunker.h"
#include "localserver/stores/queryrewrite.h"
#include "localserver/stores/searchwords.h"
#include "localserver/stores/textextraction.h"
#include "localserver/stores/texttokens.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace odc::server;

namespace {

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

/** The fault that \p call throws. */
template <typename Call> std::optional<ApiFault> faultOf(Call call)
{
    try {
        call();
    } catch (const ApiFault &fault) {
        return fault;
    }
    return std::nullopt;
}

/** Text of \p words words, some of them long, with sentences, lines and paragraphs. */
QString prose(int words, quint32 seed)
{
    QRandomGenerator random(seed);
    static const QStringList vocabulary{u"Haus"_s,      u"the"_s,  u"Donaudampfschifffahrtsgesellschaft"_s,
                                        u"größte"_s,    u"42"_s,   u"1234567"_s,
                                        u"naïve"_s,     u"検索"_s, u"🙂"_s,
                                        u"well-known"_s};
    static const QStringList ends{u" "_s, u" "_s, u" "_s, u" "_s, u". "_s, u"!\n"_s, u",  "_s, u".\n\n"_s};
    QString text;
    for (int i = 0; i < words; ++i)
        text += vocabulary[random.bounded(vocabulary.size())] + ends[random.bounded(ends.size())];
    return text;
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes = bigEndian ? "\xfe\xff"_ba : "\xff\xfe"_ba;
    for (const QChar c : text) {
        const char high = char(c.unicode() >> 8);
        const char low = char(c.unicode() & 0xff);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

class TestLocalServerStoreText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsRead_data();
    void textIsRead();
    void filesWithoutTextFail_data();
    void filesWithoutTextFail();
    void hostileFilesAreAnswered_data();
    void hostileFilesAreAnswered();
    void tooManyTokensFail();
    void tokensAreCounted_data();
    void tokensAreCounted();
    void tokensStopAtTheBound();
    void chunksMakeUpTheText_data();
    void chunksMakeUpTheText();
    void chunksEndWhereTheTextDoes_data();
    void chunksEndWhereTheTextDoes();
    void shortTextIsOneChunk();
    void strategiesAreRead_data();
    void strategiesAreRead();
    void strategiesAreRefused_data();
    void strategiesAreRefused();
    void attributesAreKept();
    void attributesAreRefused_data();
    void attributesAreRefused();
    void filtersMatch_data();
    void filtersMatch();
    void filtersAreRefused_data();
    void filtersAreRefused();
    void filtersMayNestSoFar();
    void queriesAreRewritten_data();
    void queriesAreRewritten();
    void wordsAreTheSameWithoutCaseAndDiacritics_data();
    void wordsAreTheSameWithoutCaseAndDiacritics();
};

void TestLocalServerStoreText::textIsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const QString &name, const QByteArray &bytes, const QString &text) {
        QTest::newRow(tag) << name << bytes << text;
    };
    row("plain", u"a.txt"_s, "Guten Tag, Jörg.\n", u"Guten Tag, Jörg.\n"_s);
    row("line ends", u"a.txt"_s, "a\r\nb\rc\n", u"a\nb\nc\n"_s);
    row("mark of UTF-8", u"a.md"_s, "\xef\xbb\xbf# T\n", u"# T\n"_s);
    row("UTF-16, little end first", u"a.txt"_s, utf16(u"Äpfel 🙂"_s, false), u"Äpfel 🙂"_s);
    row("UTF-16, big end first", u"a.txt"_s, utf16(u"Äpfel 🙂"_s, true), u"Äpfel 🙂"_s);
    row("half a character", u"a.txt"_s, utf16(u"a"_s + QChar(0xd800) + u"b"_s, false), u"a\ufffdb"_s);
    row("a NUL and a bell", u"a.log"_s, "one sentence that is long\0 enough\a"_ba.append(" x"),
        u"one sentence that is long enough x"_s);
    row("capital ending", u"README.TXT"_s, "x", u"x"_s);
    row("name with a folder", u"a.b/c.py"_s, "print(1)  # <b>", u"print(1)  # <b>"_s);
    for (const char *ending :
         {"c", "cpp", "cs", "css", "go", "java", "js", "md", "php", "py", "rb", "sh", "tex", "ts", "xml"}) {
        QTest::newRow(ending) << u"code."_s + QString::fromLatin1(ending) << "<a>  {x}\n"_ba
                              << u"<a>  {x}\n"_s;
    }
    row("page", u"p.html"_s,
        "<!DOCTYPE html><html><head><title>Title &amp; all</title><style>p{color:red}</style>"
        "<script>if (a<b) document.write('<p>no</p>')</script></head><body><!-- no -->"
        "<h1>Head\n  line</h1><p>One <b>bold</b>word.<br>Next</p><ul><li>a</li><li>b</li></ul>"
        "<noscript>no</noscript>End</body></html>",
        u"Title & all\n\nHead line\n\nOne boldword.\nNext\n\na\nb\n\nEnd"_s);
    row("entities", u"p.htm"_s,
        "&lt;&#228;&#xE4;&auml;&euro;&#150;&nbsp;x&shy;y &unknown; &#0; & &#99999999999;",
        u"<äää€– xy &unknown; \ufffd & \ufffd"_s);
    row("preformatted", u"p.html"_s, "<pre>\n  a\n    b</pre>  c", u"  a\n    b\n\nc"_s);
    row("cells", u"p.html"_s, "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>",
        u"1\t2\n3"_s);
    row("a > in an attribute", u"p.html"_s, "<a title=\"a > b\" href='>'>link</a> 1 < 2", u"link 1 < 2"_s);
    row("nothing is closed", u"p.html"_s, "<p>one<p>two<div>three<", u"one\n\ntwo\nthree<"_s);
    row("nested unseen", u"p.html"_s, "a<svg/>a<svg><svg>x</svg>y</svg>b<SCRIPT>c</ScRiPt >d", u"aabd"_s);
    row("object", u"a.json"_s,
        R"({"z":{"name":"Ada \u00fc\n2"},"a":[1,2.50,true,null],"e":"","n":12345678901234567})",
        u"z.name: Ada ü\n2\na: 1\na: 2.50\na: true\ne: \nn: 12345678901234567\n"_s);
    row("objects in a list", u"a.json"_s, R"([{"a":1,"b":2},{"a":3}])", u"a: 1\nb: 2\n\na: 3\n"_s);
    row("one value", u"a.json"_s, R"("just text")", u"just text\n"_s);
    row("lines", u"a.jsonl"_s, "{\"q\":\"x\"}\n\n{\"q\":{\"r\":\"y\"}}\nnot json\n",
        u"q: x\n\nq.r: y\n\nnot json\n"_s);
    row("table", u"a.csv"_s, "name,town\nAda,\"Lon,\"\"don\"\"\"\nBob,\n,Rome\n",
        u"name: Ada\ntown: Lon,\"don\"\n\nname: Bob\n\ntown: Rome\n"_s);
    row("table with semicolons", u"a.csv"_s, "Name;Preis\nApfel;1,50\n", u"Name: Apfel\nPreis: 1,50\n"_s);
    row("table with tabs", u"a.tsv"_s, "a\tb\n1\t2, 3\n", u"a: 1\nb: 2, 3\n"_s);
    row("more fields than headers", u"a.csv"_s, "a\n1,2\n", u"a: 1\n2\n"_s);
    row("one row", u"a.csv"_s, "a,b\n", u"a,b\n"_s);
    row("a quote that does not end", u"a.csv"_s, "a,b\n\"1,2\n3", u"a: 1,2\n3\n"_s);
}

void TestLocalServerStoreText::textIsRead()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const ExtractedText read = extractText(name, bytes);
    QVERIFY2(!read.fault, qPrintable(read.fault ? read.fault->message : QString()));
    QTEST(read.text, "text");
    QCOMPARE(read.tokens, countTokens(read.text));
}

void TestLocalServerStoreText::filesWithoutTextFail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto unsupported = u"unsupported_file"_s;
    const auto invalid = u"invalid_file"_s;
    for (const char *ending : {"pdf", "docx", "doc", "pptx", "png", "jpg", "zip", "exe", "xlsx"})
        QTest::newRow(ending) << u"my."_s + QString::fromLatin1(ending) << "x"_ba << unsupported
                              << u'.' + QString::fromLatin1(ending);
    QTest::newRow("no ending") << u"README"_s << "x"_ba << unsupported << u"README"_s;
    QTest::newRow("dot in the folder only") << u"a.txt/README"_s << "x"_ba << unsupported << u"README"_s;
    QTest::newRow("empty") << u"a.txt"_s << ""_ba << invalid << u"empty"_s;
    QTest::newRow("white space") << u"a.txt"_s << " \n\t \r\n"_ba << invalid << u"no text"_s;
    QTest::newRow("mark alone") << u"a.txt"_s << "\xef\xbb\xbf"_ba << invalid << u"no text"_s;
    QTest::newRow("scripts alone") << u"a.html"_s << "<script>x</script><p> &nbsp; </p>"_ba << invalid
                                   << u"no text"_s;
    QTest::newRow("empty object") << u"a.json"_s << "{}"_ba << invalid << u"no text"_s;
    QTest::newRow("no JSON") << u"a.json"_s << "{\"a\":"_ba << invalid << u".json"_s;
    QTest::newRow("two values") << u"a.json"_s << "1,2"_ba << invalid << u".json"_s;
    QTest::newRow("Latin-1") << u"a.txt"_s << "gr\xfc\xdf"_ba << invalid << u"UTF-8"_s;
    QTest::newRow("UTF-16 without mark")
        << u"a.txt"_s << utf16(u"Hello"_s, false).mid(2) << invalid << u"UTF-8"_s;
    QTest::newRow("bytes") << u"a.txt"_s << QByteArray::fromHex("89504e470d0a1a0a0000") << invalid
                           << u"UTF-8"_s;
}

void TestLocalServerStoreText::filesWithoutTextFail()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const ExtractedText read = extractText(name, bytes);
    QVERIFY(read.fault);
    QTEST(read.fault->code, "code");
    QVERIFY2(read.fault->message.contains(says), qPrintable(read.fault->message));
    QVERIFY(read.text.isEmpty());
}

void TestLocalServerStoreText::hostileFilesAreAnswered_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    constexpr qsizetype many = 300'000;
    QTest::newRow("deep lists") << u"a.json"_s << QByteArray(many, '[');
    QTest::newRow("deep lists, closed") << u"a.json"_s << QByteArray(many, '[') + QByteArray(many, ']');
    QTest::newRow("deep objects") << u"a.jsonl"_s
                                  << "{\"a\":"_ba.repeated(many) + '1' + QByteArray(many, '}');
    const QByteArray longKey(100'000, 'k');
    QTest::newRow("long path before many values")
        << u"a.json"_s << "{\"" + longKey + "\":[" + "1,"_ba.repeated(100'000) + "1]}";
    QTest::newRow("long header before many rows")
        << u"a.csv"_s << longKey + '\n' + "1\n"_ba.repeated(100'000);
    QTest::newRow("one line") << u"a.txt"_s << QByteArray(10 * many, 'a');
    QTest::newRow("one line of quotes") << u"a.csv"_s << QByteArray(10 * many, '"');
    QTest::newRow("NULs") << u"a.txt"_s << QByteArray(many, '\0');
    QTest::newRow("open tags") << u"a.html"_s << "<a b='"_ba.repeated(many);
    QTest::newRow("open brackets") << u"a.html"_s << QByteArray(many, '<');
    QTest::newRow("open svg") << u"a.html"_s << "<svg>"_ba.repeated(many);
    QTest::newRow("open comments") << u"a.html"_s << "<!--"_ba.repeated(many);
    QTest::newRow("ampersands") << u"a.html"_s << "&#"_ba.repeated(many);
    QTest::newRow("escape at the end") << u"a.json"_s << "\"\\"_ba;
    QTest::newRow("half of an escape") << u"a.jsonl"_s << "{\"a\":\"\\ud800\"}"_ba;
    QByteArray noise(many, '\0');
    QRandomGenerator random(7);
    for (char &byte : noise)
        byte = "<>&;!-/\"'=ap \n{}[],:\\#x0"[random.bounded(25)];
    for (const char *ending : {"html", "json", "jsonl", "csv", "tsv", "txt"})
        QTest::addRow("noise as %s", ending) << u"a."_s + QString::fromLatin1(ending) << noise;
}

void TestLocalServerStoreText::hostileFilesAreAnswered()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const ExtractedText read = extractText(name, bytes);
    if (read.fault) {
        QCOMPARE(read.fault->code, u"invalid_file"_s);
        QVERIFY(!read.fault->message.isEmpty());
    } else {
        QVERIFY(read.tokens > 0);
        QVERIFY(!read.text.contains(QChar(0)));
        QVERIFY(read.text.isValidUtf16());
        for (const TextChunk &chunk : chunkText(read.text, {}))
            QVERIFY(chunk.tokens <= 800);
    }
}

void TestLocalServerStoreText::tooManyTokensFail()
{
    const QByteArray most = "a "_ba.repeated(maxFileTokens);
    const ExtractedText read = extractText(u"a.txt"_s, most);
    QVERIFY(!read.fault);
    QCOMPARE(read.tokens, maxFileTokens);
    const ExtractedText tooLong = extractText(u"a.txt"_s, most + 'a');
    QVERIFY(tooLong.fault);
    QCOMPARE(tooLong.fault->code, u"invalid_file"_s);
    QVERIFY(tooLong.fault->message.contains("5,000,000 tokens"_L1));
    QCOMPARE(faultByName(u"a.txt"_s, maxTextFileBytes + 1)->code, u"invalid_file"_s);
    QVERIFY(!faultByName(u"a.txt"_s, maxTextFileBytes));
}

void TestLocalServerStoreText::tokensAreCounted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tokens");
    const auto row = [](const QString &text, const QStringList &tokens) {
        QTest::newRow(qPrintable(text)) << text << tokens;
    };
    row(u""_s, {});
    row(u"  \n "_s, {});
    row(u"Hello, world!"_s, {u"Hello"_s, u", "_s, u"world"_s, u"!"_s});
    row(u"  a  b \n"_s, {u"  a  "_s, u"b \n"_s});
    row(u"Schifffahrtsgesellschaft"_s, {u"Schifffa"_s, u"hrtsgese"_s, u"llschaft"_s});
    row(u"über1234x"_s, {u"über"_s, u"123"_s, u"4"_s, u"x"_s});
    row(u"u\u0308bermaßen"_s, {u"u\u0308bermaße"_s, u"n"_s});
    row(u"日本語abc"_s, {u"日"_s, u"本"_s, u"語"_s, u"abc"_s});
    row(u"🙂🙂👍"_s, {u"🙂🙂"_s, u"👍"_s});
    row(u"a == b ==========================="_s,
        {u"a "_s, u"== "_s, u"b "_s, u"================"_s, u"==========="_s});
    row(u"x"_s + QString(40, u' ') + u"y"_s,
        {u"x"_s + QString(16, u' '), QString(16, u' '), QString(8, u' '), u"y"_s});
}

void TestLocalServerStoreText::tokensAreCounted()
{
    QFETCH(QString, text);
    QFETCH(QStringList, tokens);
    const QList<qint32> starts = tokenStarts(text);
    QStringList found;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : text.size();
        found.append(text.mid(starts[i], end - starts[i]));
    }
    QCOMPARE(found, tokens);
    QCOMPARE(countTokens(text), tokens.size());
}

void TestLocalServerStoreText::tokensStopAtTheBound()
{
    const QString text = prose(1000, 1);
    QVERIFY(countTokens(text) > 1000);
    QCOMPARE(countTokens(text, 1000), 1000);
    QCOMPARE(tokenStarts(text, 1000), tokenStarts(text).first(1000));
}

void TestLocalServerStoreText::chunksMakeUpTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("overlap");
    const QHash<QString, QString> texts{
        {u"prose"_s, prose(20'000, 3)},
        {u"one word"_s, QString(50'000, u'x')},
        {u"spaces"_s, u"  a"_s + QString(50'000, u' ') + u"b\n\n"_s},
        {u"spaces first"_s, QString(50'000, u'\n') + u"b"_s},
        {u"zalgo"_s, u"a"_s + QString(50'000, QChar(0x301)) + u"b"_s},
        {u"signs"_s, QString(50'000, u'-')},
        {u"emoji"_s, u"🙂👍"_s.repeated(5'000)},
    };
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        for (const auto &[size, overlap] : {std::pair(800, 400), {100, 50}, {100, 0}, {4096, 2048}, {333, 7}})
            QTest::addRow("%s %d/%d", qPrintable(it.key()), size, overlap) << it.value() << size << overlap;
    }
}

void TestLocalServerStoreText::chunksMakeUpTheText()
{
    QFETCH(QString, text);
    QFETCH(int, size);
    QFETCH(int, overlap);
    const QList<TextChunk> chunks = chunkText(text, {size, overlap});
    QString whole;
    for (qsizetype i = 0; i < chunks.size(); ++i) {
        const TextChunk &chunk = chunks[i];
        QVERIFY(chunk.tokens <= size);
        QVERIFY(countTokens(chunk.text) <= chunk.tokens);
        QVERIFY(chunk.overlap < chunk.text.size());
        QVERIFY(chunk.text.isValidUtf16());
        if (i > 0) {
            QVERIFY(whole.endsWith(chunk.text.first(chunk.overlap)));
            // In tokens of the text as a whole: a piece of it may count one less.
            const qsizetype begin = whole.size() - chunk.overlap;
            const QList<qint32> starts = tokenStarts(text);
            const auto place = [&starts](qsizetype at) {
                return std::lower_bound(starts.begin(), starts.end(), at) - starts.begin();
            };
            QCOMPARE(place(whole.size()) - place(begin), qsizetype(overlap));
            QCOMPARE(qsizetype(starts[place(begin)]), begin);
        } else {
            QCOMPARE(chunk.overlap, 0);
        }
        // All but the last are at least three quarters full.
        QVERIFY(i + 1 == chunks.size() || chunk.tokens >= size - size / 4);
        whole += chunk.text.mid(chunk.overlap);
    }
    QCOMPARE(whole, text);
}

void TestLocalServerStoreText::chunksEndWhereTheTextDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("end");
    const QString word = u"abc "_s;
    const auto row = [&word](const char *tag, const QString &last, const QString &end) {
        QTest::newRow(tag) << word.repeated(79) + last + word.repeated(100) << end;
    };
    row("paragraph before sentence", u"one.\n\ntwo. three\nfour "_s, u"one.\n\n"_s);
    row("line before sentence", u"one\ntwo. three "_s, u"one\n"_s);
    row("sentence before word", u"one! two "_s, u"one! "_s);
    row("sentence in quotes", u"“one.” two "_s, u"one.” "_s);
    row("the last of two", u"one. two. three "_s, u"two. "_s);
    row("no sentence: 3.14", u"3.14 two "_s, u"abc "_s);
    QTest::newRow("word before its middle")
        << word.repeated(98) + u"Donaudampfschifffahrt und weiter"_s << u"abc "_s;
    QTest::newRow("ideographs") << u"文"_s.repeated(80) + u"。"_s + u"字"_s.repeated(100) << u"文。"_s;
    QTest::newRow("too early") << u"one.\n\n"_s + word.repeated(200) << u"abc "_s;
}

void TestLocalServerStoreText::chunksEndWhereTheTextDoes()
{
    QFETCH(QString, text);
    QFETCH(QString, end);
    const QList<TextChunk> chunks = chunkText(text, {100, 0});
    QVERIFY(chunks.size() > 1);
    QVERIFY2(chunks[0].text.endsWith(end), qPrintable(chunks[0].text.right(20)));
}

void TestLocalServerStoreText::shortTextIsOneChunk()
{
    QCOMPARE(chunkTexts(chunkText(u"One. Two.\n\n"_s, {})), QStringList{u"One. Two.\n\n"_s});
    QVERIFY(chunkText({}, {}).isEmpty());
    QVERIFY(chunkText(u" \n "_s, {}).isEmpty());
    const QString full = u"a "_s.repeated(800);
    QCOMPARE(chunkText(full, {}).size(), 1);
    QCOMPARE(chunkText(full + u'a', {}).size(), 2);
}

void TestLocalServerStoreText::strategiesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("overlap");
    QTest::newRow("auto") << R"({"type":"auto"})"_ba << 800 << 400;
    QTest::newRow("null") << "null"_ba << 800 << 400;
    QTest::newRow("smallest")
        << R"({"type":"static","static":{"max_chunk_size_tokens":100,"chunk_overlap_tokens":0}})"_ba << 100
        << 0;
    QTest::newRow("largest")
        << R"({"type":"static","static":{"max_chunk_size_tokens":4096,"chunk_overlap_tokens":2048}})"_ba
        << 4096 << 2048;
    QTest::newRow("half of an odd number")
        << R"({"type":"static","static":{"max_chunk_size_tokens":101,"chunk_overlap_tokens":50}})"_ba << 101
        << 50;
}

void TestLocalServerStoreText::strategiesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(int, size);
    QFETCH(int, overlap);
    const ChunkingStrategy strategy = checkedChunkingStrategy(json(body));
    QCOMPARE(strategy.maxChunkSizeTokens, size);
    QCOMPARE(strategy.chunkOverlapTokens, overlap);
    const QJsonObject read = strategy.toJson();
    QCOMPARE(read[u"type"_s].toString(), u"static"_s);
    QCOMPARE(read[u"static"_s][u"max_chunk_size_tokens"_s].toInt(), size);
    QCOMPARE(read[u"static"_s][u"chunk_overlap_tokens"_s].toInt(), overlap);
    QVERIFY(storedChunkingStrategy(read) == strategy);
    QVERIFY(checkedChunkingStrategy(QJsonValue(QJsonValue::Undefined)) == ChunkingStrategy());
    QVERIFY(storedChunkingStrategy({{u"type"_s, u"other"_s}}) == ChunkingStrategy());
}

void TestLocalServerStoreText::strategiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("param");
    const auto row = [](const QByteArray &body, const QString &param) {
        QTest::newRow(body.constData()) << body << param;
    };
    const auto numbers = [&row](const QByteArray &inner, const QString &param) {
        row(R"({"type":"static","static":{)" + inner + "}}", param);
    };
    const auto whole = u"chunking_strategy"_s;
    const auto inside = u"chunking_strategy.static"_s;
    row(R"("auto")", whole);
    row("{}", whole);
    row(R"({"type":"other"})", whole + u".type"_s);
    row(R"({"type":7})", whole + u".type"_s);
    row(R"({"type":"static"})", whole);
    row(R"({"type":"static","static":[]})", inside);
    row(R"({"type":"auto","static":{}})", {});
    numbers(R"("max_chunk_size_tokens":800)", inside);
    numbers(R"("chunk_overlap_tokens":40)", inside);
    numbers(R"("max_chunk_size_tokens":99,"chunk_overlap_tokens":0)", inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":4097,"chunk_overlap_tokens":0)", inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200.5,"chunk_overlap_tokens":0)",
            inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":"200","chunk_overlap_tokens":0)",
            inside + u".max_chunk_size_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200,"chunk_overlap_tokens":101)", inside + u".chunk_overlap_tokens"_s);
    numbers(R"("max_chunk_size_tokens":101,"chunk_overlap_tokens":51)", inside + u".chunk_overlap_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200,"chunk_overlap_tokens":-1)", inside + u".chunk_overlap_tokens"_s);
    numbers(R"("max_chunk_size_tokens":200,"chunk_overlap_tokens":1,"x":1)", {});
}

void TestLocalServerStoreText::strategiesAreRefused()
{
    QFETCH(QByteArray, body);
    const auto fault = faultOf([&] { checkedChunkingStrategy(json(body)); });
    QVERIFY(fault);
    QCOMPARE(fault->status, 400);
    QTEST(fault->param, "param");
    QVERIFY(!fault->message.isEmpty());
}

void TestLocalServerStoreText::attributesAreKept()
{
    QVERIFY(checkedAttributes(QJsonValue::Null).isEmpty());
    QVERIFY(checkedAttributes(QJsonValue::Undefined).isEmpty());
    QJsonObject most{{QString(64, u'k'), QString(512, u'v')},
                     {u"🙂"_s.repeated(64), u"🙂"_s.repeated(512)},
                     {u"n"_s, -1.5},
                     {u"b"_s, false},
                     {u""_s, u""_s}};
    for (int i = int(most.size()); i < 16; ++i)
        most.insert(QString::number(i), i);
    QCOMPARE(checkedAttributes(most), most);
}

void TestLocalServerStoreText::attributesAreRefused_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    QJsonObject tooMany;
    for (int i = 0; i < 17; ++i)
        tooMany.insert(QString::number(i), i);
    const auto wrongType = u"invalid_type"_s;
    const auto tooLong = u"string_above_max_length"_s;
    QTest::newRow("pairs") << QJsonValue(tooMany) << u"object_above_max_properties"_s;
    QTest::newRow("key") << QJsonValue(QJsonObject{{QString(65, u'k'), 1}}) << tooLong;
    QTest::newRow("text") << QJsonValue(QJsonObject{{u"k"_s, QString(513, u'v')}}) << tooLong;
    QTest::newRow("null inside") << json(R"({"k":null})") << wrongType;
    QTest::newRow("list inside") << json(R"({"k":["a"]})") << wrongType;
    QTest::newRow("object inside") << json(R"({"k":{}})") << wrongType;
    QTest::newRow("list") << json("[]") << QString();
    QTest::newRow("text instead") << json(R"("x")") << QString();
}

void TestLocalServerStoreText::attributesAreRefused()
{
    QFETCH(QJsonValue, value);
    const auto fault = faultOf([&] { checkedAttributes(value); });
    QVERIFY(fault);
    QCOMPARE(fault->status, 400);
    QCOMPARE(fault->param, u"attributes"_s);
    QTEST(fault->code, "code");
}

void TestLocalServerStoreText::filtersMatch_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const QByteArray &filter, bool matches) {
        QTest::newRow(filter.constData()) << filter << matches;
    };
    const auto one = [&row](const QByteArray &type, const QByteArray &key, const QByteArray &value,
                            bool matches) {
        row(R"({"type":")" + type + R"(","key":")" + key + R"(","value":)" + value + '}', matches);
    };
    row("null", true);
    one("eq", "n", "7", true);
    one("eq", "n", "7.0", true);
    one("eq", "n", "\"7\"", false);
    one("ne", "n", "\"7\"", true);
    one("ne", "n", "7", false);
    one("gt", "n", "6.5", true);
    one("gt", "n", "7", false);
    one("gte", "n", "7", true);
    one("lt", "n", "10", true);
    one("lte", "n", "6", false);
    one("gt", "n", "\"1\"", false);
    one("lt", "n", "\"1\"", false);
    one("eq", "big", "9007199254740993", true);
    one("eq", "big", "9007199254740992", false);
    one("eq", "s", "\"Größe\"", true);
    one("eq", "s", "\"größe\"", false);
    one("gte", "day", "\"2025-01-31\"", true);
    one("lt", "day", "\"2025-02-01\"", true);
    one("gt", "day", "20250131", false);
    one("eq", "b", "true", true);
    one("eq", "b", "1", false);
    one("eq", "n", "true", false);
    one("ne", "b", "false", true);
    one("in", "n", "[1,7]", true);
    one("in", "n", "[\"7\"]", false);
    one("in", "s", "[\"x\",\"Größe\"]", true);
    one("in", "n", "[]", false);
    one("nin", "n", "[1,7]", false);
    one("nin", "n", "[1,\"7\"]", true);
    one("nin", "n", "[]", true);
    for (const char *type : {"eq", "gt", "gte", "lt", "lte"})
        one(type, "gone", "0", false);
    one("ne", "gone", "0", true);
    one("in", "gone", "[0]", false);
    one("nin", "gone", "[0]", true);
    const QByteArray yes = R"({"type":"eq","key":"n","value":7})";
    const QByteArray no = R"({"type":"eq","key":"n","value":8})";
    row(R"({"type":"and","filters":[)" + yes + "," + no + "]}", false);
    row(R"({"type":"and","filters":[)" + yes + "," + yes + "]}", true);
    row(R"({"type":"or","filters":[)" + no + "," + yes + "]}", true);
    row(R"({"type":"or","filters":[)" + no + "]}", false);
    row(R"({"type":"and","filters":[)" + yes + R"(,{"type":"or","filters":[)" + no + "," + yes + "]}]}",
        true);
}

void TestLocalServerStoreText::filtersMatch()
{
    QFETCH(QByteArray, filter);
    const QJsonObject attributes =
        json(R"({"n":7,"s":"Größe","b":true,"day":"2025-01-31","big":9007199254740993})").toObject();
    QTEST(AttributeFilter::parse(json(filter)).matches(attributes), "matches");
}

void TestLocalServerStoreText::filtersAreRefused_data()
{
    QTest::addColumn<QByteArray>("filter");
    for (const char *filter : {"[]",
                               "\"x\"",
                               "{}",
                               R"({"type":"not","filters":[]})",
                               R"({"type":"eq","key":"k"})",
                               R"({"type":"eq","value":1})",
                               R"({"type":"eq","key":7,"value":1})",
                               R"({"type":"eq","key":"","value":1})",
                               R"({"type":"eq","key":"k","value":null})",
                               R"({"type":"eq","key":"k","value":[1]})",
                               R"({"type":"eq","key":"k","value":{}})",
                               R"({"type":"gt","key":"k","value":true})",
                               R"({"type":"in","key":"k","value":1})",
                               R"({"type":"in","key":"k","value":[true]})",
                               R"({"type":"nin","key":"k","value":[null]})",
                               R"({"type":"eq","key":"k","value":1,"x":1})",
                               R"({"type":"and"})",
                               R"({"type":"and","filters":[]})",
                               R"({"type":"or","filters":{}})",
                               R"({"type":"and","filters":[1]})",
                               R"({"type":"and","filters":[{"type":"eq"}]})",
                               R"({"type":"and","filters":[{"type":"eq","key":"k","value":1}],"key":"k"})"})
        QTest::newRow(filter) << QByteArray(filter);
}

void TestLocalServerStoreText::filtersAreRefused()
{
    QFETCH(QByteArray, filter);
    const auto fault = faultOf([&] { AttributeFilter::parse(json(filter)); });
    QVERIFY(fault);
    QCOMPARE(fault->status, 400);
    QVERIFY(!fault->message.isEmpty());
    QVERIFY(fault->param.isEmpty() || fault->param.startsWith("filters"_L1));
}

void TestLocalServerStoreText::filtersMayNestSoFar()
{
    const QJsonObject leaf{{u"type"_s, u"eq"_s}, {u"key"_s, u"k"_s}, {u"value"_s, 1}};
    const auto nested = [&leaf](int depth) {
        QJsonObject filter = leaf;
        for (int i = 1; i < depth; ++i)
            filter = {{u"type"_s, i % 2 ? u"or"_s : u"and"_s}, {u"filters"_s, QJsonArray{filter}}};
        return filter;
    };
    const AttributeFilter deepest = AttributeFilter::parse(nested(32));
    QVERIFY(deepest.matches({{u"k"_s, 1}}));
    QVERIFY(!deepest.matches({{u"k"_s, 2}}));
    const auto tooDeep = faultOf([&] { AttributeFilter::parse(nested(33)); });
    QVERIFY(tooDeep && tooDeep->message.contains("nested"_L1));
    QJsonArray wide;
    for (int i = 0; i < 1000; ++i)
        wide.append(leaf);
    QVERIFY(faultOf([&] {
        AttributeFilter::parse(QJsonObject{{u"type"_s, u"or"_s}, {u"filters"_s, wide}});
    }));
    wide.removeLast();
    QVERIFY(!faultOf([&] {
        AttributeFilter::parse(QJsonObject{{u"type"_s, u"or"_s}, {u"filters"_s, wide}});
    }));
}

void TestLocalServerStoreText::queriesAreRewritten_data()
{
    QTest::addColumn<QStringList>("queries");
    QTest::addColumn<QString>("rewritten");
    const auto row = [](const QStringList &queries, const QString &rewritten) {
        QTest::newRow(qPrintable(queries.join(u" | "_s))) << queries << rewritten;
    };
    row({u"What is the return policy, please?"_s}, u"return policy"_s);
    row({u"Could you please tell me how long shipping to Norway takes?"_s}, u"long shipping Norway takes"_s);
    row({u"what's new in GPT-4.1?"_s}, u"new GPT-4.1"_s);
    row({u"Wie lange ist die Garantie für das Gerät, bitte?"_s}, u"lange Garantie Gerät"_s);
    row({u"Kannst du mir bitte sagen, wo man Öl nachfüllt?"_s}, u"Öl nachfüllt"_s);
    row({u"die hard"_s}, u"die hard"_s);
    row({u"C++ and C# on Windows 11"_s}, u"C++ C# Windows 11"_s);
    row({u"the refund window"_s, u"refund of a gift card"_s}, u"refund window gift card"_s);
    row({u"Preis der Äpfel"_s, u"price of apples"_s}, u"Preis Äpfel price apples"_s);
    row({u"the dose of vitamin D, I'd say"_s}, u"dose vitamin D say"_s);
    row({u"to be or not to be"_s}, u"not"_s);
    row({u"who are you"_s}, u"who are you"_s);
    row({u"?!"_s}, u"?!"_s);
    row({u" "_s, u"how?"_s}, u"how?"_s);
    row({}, {});
}

void TestLocalServerStoreText::queriesAreRewritten()
{
    QFETCH(QStringList, queries);
    QTEST(rewrittenQuery(queries), "rewritten");
    QCOMPARE(rewrittenQuery({rewrittenQuery(queries)}), rewrittenQuery(queries));
}

void TestLocalServerStoreText::wordsAreTheSameWithoutCaseAndDiacritics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const QString &text, const QStringList &keys) {
        QTest::newRow(qPrintable(text)) << text << keys;
    };
    row(u"Äpfel, äpfel A\u0308PFEL"_s, {u"apfel"_s, u"apfel"_s, u"apfel"_s});
    row(u"Straße STRAẞE"_s, {u"straße"_s, u"straße"_s});
    row(u"don't e-mail 3.14"_s, {u"don"_s, u"t"_s, u"e"_s, u"mail"_s, u"3"_s, u"14"_s});
    row(u"Ệ ΑΒΓΣ αβγς"_s, {u"e"_s, u"αβγσ"_s, u"αβγσ"_s});
    row(u"検索 한국어 🙂 ՀԱՅ"_s, {u"検索"_s, u"한국어"_s, u"հայ"_s});
    row(u"мой мои ガ カ की का"_s, {u"мой"_s, u"мои"_s, u"ガ"_s, u"カ"_s, u"की"_s, u"का"_s});
    row(u"\"*:^()"_s + QChar(0xd800), {});
}

void TestLocalServerStoreText::wordsAreTheSameWithoutCaseAndDiacritics()
{
    QFETCH(QString, text);
    QStringList keys;
    for (const SearchWord &word : searchWords(text))
        keys.append(word.key);
    QTEST(keys, "keys");
}

QTEST_APPLESS_MAIN(TestLocalServerStoreText)
#include "tst_localserver_storetext.moc"
