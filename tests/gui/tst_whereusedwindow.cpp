// SPDX-License-Identifier: GPL-3.0-or-later
// Where files are used, as the window says it: equal to what reading everything finds, with ways to get
// there, and in every question about deleting them.
#include "gui/support/batchespagetest.h"
#include "gui/support/filespagetest.h"
#include "gui/support/filetruth.h"

#include "ui/pages/knownuses.h"
#include "ui/pages/linklist.h"
#include "ui/pages/useslist.h"
#include "ui/widgets/labels.h"

#include <algorithm>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

QString roleName(FileRole role)
{
    switch (role) {
    case FileRole::BatchInput:
        return u"BatchInput"_s;
    case FileRole::BatchOutput:
        return u"BatchOutput"_s;
    case FileRole::BatchErrors:
        return u"BatchErrors"_s;
    case FileRole::Training:
        return u"Training"_s;
    case FileRole::Validation:
        return u"Validation"_s;
    case FileRole::Results:
        return u"Results"_s;
    case FileRole::InStore:
        return u"InStore"_s;
    case FileRole::EvalSource:
        return u"EvalSource"_s;
    }
    return {};
}

QSet<QString> shown(const UsesList &uses)
{
    QSet<QString> all;
    for (const UseRow &row : uses.rows())
        all.insert(roleName(row.role) + u' ' + row.id);
    return all;
}

} // namespace

class TestWhereUsed : public FilesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void usesAreThoseOfTheServer();
    void aLinkLeadsToTheUser();
    void nothingIsSaidToBeKnownBeforeItWasRead();

private:
    bool lookEverywhere()
    {
        auto *known = m_console->await<KnownUses>(u"knownUses"_s);
        return known && m_console->click(u"lookEverywhere"_s) && eventually([&] {
                   return known->known().isWhole() &&
                          known->findChild<QWidget *>(u"lookProgress"_s)->isHidden();
               });
    }
};

void TestWhereUsed::usesAreThoseOfTheServer()
{
    QVERIFY(m_console->addSampleData());
    m_console->table()->selectRow(0);
    QVERIFY(lookEverywhere());
    const FileTruth truth = FileTruth::read(serverUrl(), key());
    QVERIFY(!truth.uses.isEmpty());
    const auto *uses = m_console->find<UsesList>(u"usesList"_s);
    QVERIFY(uses);
    const QStringList ids = m_console->column("id");
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()), truth.files);
    QSet<QString> roles;
    for (int row = 0; row < ids.size(); ++row) {
        m_console->table()->selectRow(row);
        ODC_EVENTUALLY(shown(*uses) == truth.uses.value(ids.at(row)));
        for (const UseRow &use : uses->rows())
            roles.insert(roleName(use.role));
    }
    // The sample data has a file for each of these; otherwise this test would show little.
    for (const QString &role : {u"BatchInput"_s, u"BatchOutput"_s, u"Training"_s, u"InStore"_s})
        QVERIFY2(roles.contains(role), qPrintable(role));
}

void TestWhereUsed::aLinkLeadsToTheUser()
{
    QVERIFY(m_console->addSampleData());
    m_console->table()->selectRow(0);
    QVERIFY(lookEverywhere());
    const FileTruth truth = FileTruth::read(serverUrl(), key());
    const QStringList ids = m_console->column("id");
    const auto row = std::find_if(ids.cbegin(), ids.cend(), [&](const QString &id) {
        const QSet<QString> uses = truth.uses.value(id);
        return uses.size() == 1 && uses.cbegin()->startsWith(u"BatchInput"_s);
    });
    QVERIFY(row != ids.cend());
    m_console->table()->selectRow(int(row - ids.cbegin()));
    auto *uses = m_console->find<UsesList>(u"usesList"_s);
    ODC_EVENTUALLY(uses->rows().size() == 1);
    const QString batch = uses->rows().first().id;
    QPushButton *link = nullptr;
    for (auto *button : uses->findChild<LinkList *>()->findChildren<QPushButton *>()) {
        if (button->isVisible())
            link = button;
    }
    QVERIFY(link);
    Console::click(link);
    QCOMPARE(m_console->page()->objectName(), u"batchesPage"_s);
    ODC_EVENTUALLY(m_console->pane()->selectedIds() == QStringList{batch});
}

void TestWhereUsed::nothingIsSaidToBeKnownBeforeItWasRead()
{
    QVERIFY(put("alone.txt", "user_data", "text"));
    QVERIFY(m_console->select({u"alone.txt"_s}));
    const auto *none = m_console->await<TextLabel>(u"usesNone"_s);
    QVERIFY(none);
    const auto *known = m_console->find<KnownUses>(u"knownUses"_s);
    QVERIFY(!known->known().isWhole());
    const QString guess = none->text();
    QVERIFY(lookEverywhere());
    ODC_EVENTUALLY(none->text() != guess); // now it is sure
}

/// A server with batches in every state.
class TestDeletionUses : public BatchesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void theBatchThatNeedsItIsNamed();
    void whatIsNotKnownIsLookedForInTheQuestion();

private:
    QDialog *askToDelete(const QString &name) { return askToDelete(QStringList{name}); }
    QDialog *askToDelete(const QStringList &names)
    {
        m_console->window().showPage(u"files"_s);
        m_console->press(u"F5"_s);
        const auto isThere = [this](const QString &name) { return m_console->column("name").contains(name); };
        if (!eventually([&] { return std::all_of(names.cbegin(), names.cend(), isThere); }) || !m_console->select(names))
            return nullptr;
        m_console->press(u"Del"_s);
        return m_console->await<QDialog>(u"confirmDialog"_s);
    }
    static QJsonObject named(const QString &name) { return {{u"name"_s, name}}; }
};

void TestDeletionUses::theBatchThatNeedsItIsNamed()
{
    QVERIFY(
        openStill({batchJson(u"batch_1"_s, u"in_progress"_s,
                             {{u"input_file_id"_s, u"file-in"_s}, {u"metadata"_s, named(u"Nightly run"_s)}}),
                   batchJson(u"batch_2"_s, u"completed"_s, {{u"input_file_id"_s, u"file-done"_s}}),
                   batchJson(u"batch_3"_s, u"expired"_s,
                             {{u"input_file_id"_s, u"file-open"_s},
                              {u"output_file_id"_s, u"file-part"_s},
                              {u"request_counts"_s, QJsonObject{{u"total"_s, 100}, {u"completed"_s, 80}, {u"failed"_s, 5}}}})}));
    QVERIFY(putFile(u"file-open"_s, u"open.jsonl"_s, "{}\n"));
    QVERIFY(putFile(u"file-part"_s, u"part.jsonl"_s, "{}\n"));
    QVERIFY(putFile(u"file-in"_s, u"in.jsonl"_s, "{}\n"));
    QVERIFY(putFile(u"file-done"_s, u"done.jsonl"_s, "{}\n"));
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->page()->list()->rowCount() == 3);
    QDialog *dialog = askToDelete(u"in.jsonl"_s);
    QVERIFY(dialog);
    const auto *needed = dialog->findChild<TextLabel *>(u"stillNeeded"_s);
    ODC_EVENTUALLY(needed->isVisible() && needed->text().contains(u"Nightly run"_s));
    QCOMPARE(int(needed->token()), int(Token::Bad));
    dialog->reject();
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    // The batch that has ended needs its input no more, and is said to use it.
    dialog = askToDelete(u"done.jsonl"_s);
    QVERIFY(dialog);
    needed = dialog->findChild<TextLabel *>(u"stillNeeded"_s);
    const auto *used = dialog->findChild<TextLabel *>(u"alsoUsed"_s);
    ODC_EVENTUALLY(used->text().contains(u"batch"_s));
    QVERIFY2(used->text().contains(u"Nothing of it still runs"_s), qPrintable(used->text()));
    QVERIFY(!needed->isVisible());
    QVERIFY(!used->text().contains(u"no answer"_s));
    dialog->reject();
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    // One that ran out of time leaves requests that can be sent again, as long as their input is there.
    for (const QStringList &names : {QStringList{u"open.jsonl"_s}, QStringList{u"open.jsonl"_s, u"part.jsonl"_s}}) {
        dialog = askToDelete(names);
        QVERIFY(dialog);
        used = dialog->findChild<TextLabel *>(u"alsoUsed"_s);
        ODC_EVENTUALLY(used->text().contains(u"20 of the requests failed or have no answer"_s));
        dialog->reject();
        ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    }
    // What it has done so far may go without that.
    dialog = askToDelete(u"part.jsonl"_s);
    QVERIFY(dialog);
    used = dialog->findChild<TextLabel *>(u"alsoUsed"_s);
    ODC_EVENTUALLY(used->text().contains(u"batch"_s));
    QVERIFY(!used->text().contains(u"no answer"_s));
    dialog->reject();
}

void TestDeletionUses::whatIsNotKnownIsLookedForInTheQuestion()
{
    QVERIFY(openStill({}));
    // Made by somebody else after the list was read.
    QVERIFY(putFile(u"file-in"_s, u"in.jsonl"_s, "{}\n"));
    QVERIFY(put({batchJson(u"batch_1"_s, u"in_progress"_s,
                           {{u"input_file_id"_s, u"file-in"_s}, {u"metadata"_s, named(u"Nightly run"_s)}})}));
    QDialog *dialog = askToDelete(u"in.jsonl"_s);
    QVERIFY(dialog);
    const auto *needed = dialog->findChild<TextLabel *>(u"stillNeeded"_s);
    QVERIFY(!needed->isVisible());
    auto *look = dialog->findChild<QPushButton *>(u"lookEverywhere"_s);
    QVERIFY(look);
    Console::click(look);
    ODC_EVENTUALLY(needed->isVisible() && needed->text().contains(u"Nightly run"_s));
    dialog->reject();
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    TestWhereUsed uses;
    TestDeletionUses questions;
    return QTest::qExec(&uses, argc, argv) | QTest::qExec(&questions, argc, argv);
}
#include "tst_whereusedwindow.moc"
