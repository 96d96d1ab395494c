// SPDX-License-Identifier: GPL-3.0-or-later
// A session with uploads in parts: one goes through, one is cancelled.
#include "gui/support/drivers/localdriver.h"

#include "app/profileopener.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "ui/dialogs/uploaddialog.h"

#include <QMimeData>

namespace odc::test {

using namespace Qt::StringLiterals;

namespace {

class TransfersDriver final : public LocalDriver
{
public:
    TransfersDriver()
    {
        add(u"uploadInParts"_s, {"uploads.create", "uploads.parts.create", "uploads.complete"},
            [this] { uploadInParts(); });
        add(u"cancelOne"_s, {"uploads.cancel"}, [this] { cancelOne(); });
    }
    QString area() const override { return u"transfers"_s; }

protected:
    void begin() override
    {
        LocalDriver::begin();
        if (QTest::currentTestFailed())
            return;
        settings().set(Setting::PartsAboveMB, 8);
        goTo(u"transfers"_s);
    }

private:
    void uploadInParts();
    void cancelOne();
    /// Drops a file on the page and says yes.
    void upload(const QString &name, int bytes);
    TransferRecord::State stateOf(const QString &name) const;
    Settings &settings() const { return m_console->services().settings(); }
};

TransferRecord::State TransfersDriver::stateOf(const QString &name) const
{
    const TransferQueue &queue = *m_console->services().opener().transfers();
    const QStringList ids = queue.ids();
    for (const QString &id : ids) {
        if (queue.record(id).name == name)
            return queue.record(id).state;
    }
    return TransferRecord::State::Queued;
}

void TransfersDriver::upload(const QString &name, int bytes)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(writeFile(m_home->filePath(u"in/"_s + name), QByteArray(bytes, 'x')))});
    const QPoint place = m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center());
    QVERIFY(m_console->drop(mime, place));
    auto *dialog = m_console->await<UploadDialog>(u"uploadDialog"_s);
    QVERIFY(dialog);
    auto *purpose = dialog->findChild<QComboBox *>(u"purpose"_s);
    purpose->setCurrentIndex(purpose->findData(u"user_data"_s));
    ODC_EVENTUALLY(dialog->chosen().size() == 1);
    QVERIFY(m_console->click(u"startUpload"_s));
    ODC_EVENTUALLY(m_console->column("name").contains(name));
}

void TransfersDriver::uploadInParts()
{
    upload(u"large.txt"_s, 9'000'000);
    ODC_EVENTUALLY(stateOf(u"large.txt"_s) == TransferRecord::State::Completed);
}

void TransfersDriver::cancelOne()
{
    settings().set(Setting::UploadLimitKB, 40); // minutes, so that there is time to think better of it
    upload(u"slow.txt"_s, 9'000'000);
    ODC_EVENTUALLY(stateOf(u"slow.txt"_s) == TransferRecord::State::Running &&
                   missingOperations({{"POST", "/uploads"}}, answers()).isEmpty());
    QVERIFY(m_console->select({u"slow.txt"_s}));
    ODC_EVENTUALLY(m_console->action(u"transfers.cancel"_s)->isEnabled());
    m_console->press(u"Ctrl+Delete"_s);
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(stateOf(u"slow.txt"_s) == TransferRecord::State::Cancelled);
    settings().set(Setting::UploadLimitKB, 0);
}

} // namespace

std::unique_ptr<OperationDriver> transfersDriver()
{
    return std::make_unique<TransfersDriver>();
}

} // namespace odc::test
