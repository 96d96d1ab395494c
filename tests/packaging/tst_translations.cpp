// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the sources is in the .ts files, translated, with its placeholders.
#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    bool numerus = false;
    QString type; ///< "", "unfinished", "vanished", "obsolete"
    QStringList forms;

    QString name() const
    {
        return context + u" | "_s + source + (comment.isEmpty() ? QString() : u" | "_s + comment);
    }
};

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "message"_L1)
            messages.last().context = context;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            messages.append(Message());
            messages.last().numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
        } else if (xml.name() == "source"_L1) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            messages.last().comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            messages.last().type = xml.attributes().value("type"_L1).toString();
            if (!messages.last().numerus)
                messages.last().forms << xml.readElementText();
        } else if (xml.name() == "numerusform"_L1) {
            messages.last().forms << xml.readElementText();
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// %1, %L2, %n in the text, sorted. "%n" may be missing from a plural form ("one file").
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:n|L?\\d{1,2})"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

/// What is wrong with a translation; empty when nothing is.
QString faultOf(const Message &message)
{
    static const QRegularExpression mnemonic(u"&\\w"_s, QRegularExpression::UseUnicodePropertiesOption); // &Ö
    if (!message.type.isEmpty())
        return message.type;
    if (message.numerus && message.forms.size() != 2)
        return u"%1 plural forms instead of 2"_s.arg(message.forms.size());
    if (message.forms.isEmpty())
        return u"no translation"_s;
    for (const QString &form : message.forms) {
        if (form.trimmed().isEmpty())
            return u"an empty translation"_s;
        QStringList wanted = placeholders(message.source);
        QStringList got = placeholders(form);
        if (message.numerus) {
            wanted.removeAll(u"%n"_s);
            got.removeAll(u"%n"_s);
        }
        if (wanted != got)
            return u"placeholders %1 became %2"_s.arg(wanted.join(u' '), got.join(u' '));
        if (message.source.contains(mnemonic) != form.contains(mnemonic))
            return u"the mnemonic (&) was lost or added"_s;
        for (const QChar end : {u'…', u':'}) {
            if (message.source.endsWith(end) != form.endsWith(end))
                return u"\"%1\" at the end was lost or added"_s.arg(end);
        }
    }
    if (message.numerus && placeholders(message.source).contains(u"%n"_s) &&
        !placeholders(message.forms.last()).contains(u"%n"_s))
        return u"%n is missing from the plural"_s;
    return {};
}

/// Line by line: a single message would be cut off.
void report(const QStringList &faults)
{
    for (const QString &fault : faults.first(qMin<qsizetype>(faults.size(), 100)))
        qWarning().noquote() << fault;
}

QString translationsFolder()
{
    return QStringLiteral(ODC_SOURCE_DIR) + u"/translations/"_s;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << u"odc_de.ts"_s;
        QTest::newRow("English plurals") << u"odc_en.ts"_s;
    }

    void everyTextIsTranslated()
    {
        QFETCH(QString, file);
        const QList<Message> messages = readMessages(translationsFolder() + file);
        QVERIFY2(!messages.isEmpty(), "the file cannot be read");
        QStringList faults;
        for (const Message &message : messages) {
            if (const QString fault = faultOf(message); !fault.isEmpty())
                faults << fault + u": "_s + message.name();
        }
        report(faults);
        QCOMPARE(faults.size(), 0);
    }

    void theFilesHaveEveryTextOfTheSources()
    {
        QTemporaryDir folder;
        QProcess update;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUPDATE"_s, QStringLiteral(ODC_LUPDATE));
        update.setProcessEnvironment(environment);
        update.setProcessChannelMode(QProcess::ForwardedChannels);
        update.start(u"bash"_s, {QStringLiteral(ODC_SOURCE_DIR) + u"/packaging/update-translations.sh"_s,
                                 u"--to"_s, folder.path()});
        QVERIFY(update.waitForFinished(100'000));
        QCOMPARE(update.exitCode(), 0);

        QStringList differences;
        for (const QString &file : {u"odc_de.ts"_s, u"odc_en.ts"_s}) {
            const auto names = [&file](const QString &path) {
                QSet<QString> result;
                for (const Message &message : readMessages(path + file))
                    result << message.name() + (message.numerus ? u" (plural)"_s : QString());
                return result;
            };
            const QSet<QString> have = names(translationsFolder());
            const QSet<QString> need = names(folder.path() + u'/');
            QVERIFY(!need.isEmpty());
            for (const QString &name : need - have)
                differences << u"missing in %1: "_s.arg(file) + name;
            for (const QString &name : have - need)
                differences << u"no longer in the sources, but in %1: "_s.arg(file) + name;
        }
        report(differences);
        QVERIFY2(differences.isEmpty(), "run packaging/update-translations.sh, and translate what is new");
    }

    void faultsAreFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("forms");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QString &source, const QStringList &forms,
                            const QString &fault) { QTest::newRow(name) << source << forms << fault; };
        row("good", u"&Open %1…"_s, {u"%1 ö&ffnen…"_s}, {});
        row("good plural", u"%n of %1"_s, {u"eins von %1"_s, u"%n von %1"_s}, {});
        row("empty", u"Open"_s, {u" "_s}, u"empty"_s);
        row("placeholder", u"%1 of %2"_s, {u"%1 von %1"_s}, u"placeholders"_s);
        row("one form", u"%n files"_s, {u"%n Dateien"_s}, u"plural forms"_s);
        row("no number", u"%n of %1"_s, {u"%n von %1"_s, u"viele von %1"_s}, u"%n is missing"_s);
        row("mnemonic", u"&Open"_s, {u"Öffnen"_s}, u"mnemonic"_s);
        row("dots", u"Open…"_s, {u"Öffnen"_s}, u"at the end"_s);
    }

    void faultsAreFound()
    {
        QFETCH(QString, source);
        QFETCH(QStringList, forms);
        QFETCH(QString, fault);
        Message message;
        message.source = source;
        message.forms = forms;
        message.numerus = source.contains(u"%n"_s);
        QVERIFY2(faultOf(message).contains(fault), qPrintable(faultOf(message)));
        QCOMPARE(faultOf(message).isEmpty(), fault.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
