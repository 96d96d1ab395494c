// SPDX-License-Identifier: GPL-3.0-or-later
// A session with the files of a project: each is uploaded, downloaded and deleted by hand.
#include "gui/support/drivers/localdriver.h"

#include "app/profileopener.h"
#include "ui/dialogs/uploaddialog.h"

#include <QFileInfo>
#include <QMimeData>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

class FilesDriver final : public LocalDriver
{
public:
    FilesDriver()
    {
        add(u"list"_s, {"files.list"}, [this] { list(); });
        add(u"upload"_s, {"files.create"}, [this] { upload(); });
        add(u"download"_s, {"files.content"}, [this] { download(); });
        add(u"remove"_s, {"files.delete"}, [this] { remove(); });
    }
    QString area() const override { return u"files"_s; }

private:
    void list();
    void upload();
    void download();
    void remove();
};

void FilesDriver::list()
{
    goTo(u"files"_s);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->loadState() == LoadState::Ready);
}

void FilesDriver::upload()
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(writeFile(m_home->filePath(u"in/notes.jsonl"_s), "{\"a\":1}\n"))});
    const QPoint place = m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center());
    QVERIFY(m_console->drop(mime, place));
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(dialog);
    auto *purpose = dialog->findChild<QComboBox *>(u"purpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"evals"_s));
    ODC_EVENTUALLY(dialog->chosen().size() == 1);
    QVERIFY(m_console->click(u"startUpload"_s));
    ODC_EVENTUALLY(m_console->column("name").contains(u"notes.jsonl"_s));
}

void FilesDriver::download()
{
    const QString target = m_home->filePath(u"out.jsonl"_s);
    QVERIFY(m_console->select({u"notes.jsonl"_s}));
    m_console->press(u"Ctrl+D"_s);
    QVERIFY(m_console->chooseFile(u"downloadDialog"_s, target));
    ODC_EVENTUALLY(QFileInfo::exists(target));
    QCOMPARE(readFile(target), QByteArray("{\"a\":1}\n"));
}

void FilesDriver::remove()
{
    QVERIFY(m_console->select({u"notes.jsonl"_s}));
    m_console->press(QKeySequence(Qt::Key_Delete), m_console->table());
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(!m_console->column("name").contains(u"notes.jsonl"_s));
}

} // namespace

std::unique_ptr<OperationDriver> filesDriver()
{
    return std::make_unique<FilesDriver>();
}

} // namespace odc::test
