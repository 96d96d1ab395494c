// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbench.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray content(5000, 'x');

class MemorySink final : public ContentSink
{
public:
    bool begin(qint64, qint64) override
    {
        bytes.clear();
        return true;
    }
    bool write(const QByteArray &piece) override
    {
        bytes += piece;
        return true;
    }
    QString errorText() const override { return {}; }
    QByteArray bytes;
};

} // namespace

/// Each of the five operations on files under each fault.
class TestFilesFaults : public FaultTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { startServer({}); }
    void init();
    void lastingFaults_data() { addLastingFaults(); }
    void lastingFaults() { lastingFault(); }
    void passingFaults_data() { addPassingFaults(); }
    void passingFaults() { passingFault(); }
    void nothingListens_data() { addOperations(); }
    void nothingListens() { nothingThere(); }
    void aLostCreateIsFoundAgain();

private:
    QList<FaultyOperation> operations() const override;
    bool begin(Session &session, const QString &operation, std::optional<Ending> &ending) override;
    void verifyTraces(const QString &operation, int arrived) override;

    QTemporaryDir m_dir;
    QString m_target;  ///< id of a file made for the row
    QString m_newName; ///< of the file a create makes
};

QList<FaultyOperation> TestFilesFaults::operations() const
{
    // Content is opaque: only its known length can show that some is missing.
    return {{"list", "GET", "/files"},
            {"retrieve", "GET", ""},
            {"content", "GET", "/content", Does::Reads, true},
            {"create", "POST", "/files", Does::Makes},
            {"delete", "DELETE", "", Does::Deletes}};
}

void TestFilesFaults::init()
{
    static int row = 0;
    m_newName = u"new-%1.jsonl"_s.arg(++row);
    QFile file(m_dir.filePath(m_newName));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"custom_id\":\"1\"}\n");
    file.close();
    m_target = upload("fine-tune", "target-" + QByteArray::number(row) + ".jsonl", content);
    QVERIFY(!m_target.isEmpty());
    forgetRequests();
}

bool TestFilesFaults::begin(Session &session, const QString &operation, std::optional<Ending> &ending)
{
    FilesApi &files = session.files();
    if (operation == "list"_L1) {
        files.list({}, this, into<Page<FileObject>>(ending, [this](const Page<FileObject> &page) {
                       return std::any_of(page.items.begin(), page.items.end(),
                                          [this](const FileObject &file) { return file.id == m_target; });
                   }));
    } else if (operation == "retrieve"_L1) {
        files.retrieve(m_target, this, into<FileObject>(ending, [](const FileObject &file) {
                           return file.bytes == content.size();
                       }));
    } else if (operation == "content"_L1) {
        const auto sink = std::make_shared<MemorySink>();
        files.content(m_target, sink, this, into<qint64>(ending, [sink](qint64 count) {
                          return count == content.size() && sink->bytes == content;
                      }));
    } else if (operation == "create"_L1) {
        files.create({.path = m_dir.filePath(m_newName),
                      .filename = {},
                      .purpose = u"batch"_s,
                      .expiresAfterSeconds = {}},
                     this, into<FileObject>(ending, [this](const FileObject &file) {
                         return file.filename == m_newName;
                     }));
    } else if (operation == "delete"_L1) {
        files.remove(m_target, this, into<bool>(ending, [](bool deletedNow) { return deletedNow; }));
    } else {
        return false;
    }
    return true;
}

void TestFilesFaults::verifyTraces(const QString &operation, int arrived)
{
    const QJsonArray files = ask("GET", u"/files?limit=10000"_s)["data"_L1].toArray();
    const auto made = std::count_if(files.begin(), files.end(), [this](const QJsonValue &file) {
        return file["filename"_L1].toString() == m_newName;
    });
    QCOMPARE(int(made), operation == "create"_L1 ? arrived : 0);
    const RawReply after = request("GET", u"/files/"_s + m_target + u"/content"_s);
    const bool isDeleted = operation == "delete"_L1 && arrived == 1;
    QCOMPARE(after.status, isDeleted ? 404 : 200);
    if (!isDeleted)
        QCOMPARE(after.body, content);
}

void TestFilesFaults::aLostCreateIsFoundAgain()
{
    m_proxy->add("POST", "/files", Fault::loseReply());
    const auto console = sessionAt(m_proxy->url(), m_clock, 60'000);
    const qint64 before = m_clock.unixSeconds() - 1;
    const auto ending = run(*console, u"create"_s);
    QVERIFY(ending);
    QCOMPARE(ending->error.kind, Kind::OutcomeUnknown);

    std::optional<QList<FileObject>> found;
    const FileLike file{m_newName, u"batch"_s, QFileInfo(m_dir.filePath(m_newName)).size()};
    console->files().recentLike(file, before, this, [&](Result<QList<FileObject>> result) {
        found = result.value_or(QList<FileObject>());
    });
    QTRY_VERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->constFirst().filename, m_newName);
    QCOMPARE(m_server.count(u"POST"_s, u"/v1/files"_s), 1);
}

QTEST_GUILESS_MAIN(TestFilesFaults)
#include "tst_files_faults.moc"
