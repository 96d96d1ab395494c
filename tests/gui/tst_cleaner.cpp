// SPDX-License-Identifier: GPL-3.0-or-later
// Cleaning up by clicks: what is offered equals what the server says is unused, what was chosen goes and
// nothing else, and what a run left undone is gone on with in the next.
#include "gui/support/filespagetest.h"
#include "gui/support/filetruth.h"

#include "cleaning/cleaningjournal.h"
#include "lists/bulkmodel.h"
#include "lists/filterproxy.h"
#include "ui/context/profileconnector.h"
#include "ui/pages/cleaner/cleaningmodel.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QCheckBox>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Does something in the turn after a widget of this name has come up.
class OnceShown final : public QObject
{
public:
    OnceShown(const QString &name, std::function<void(QWidget *)> action)
        : m_name(name), m_action(std::move(action))
    {
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->objectName() == m_name && m_action)
            QMetaObject::invokeMethod(
                widget, [widget, action = std::exchange(m_action, {})] { action(widget); },
                Qt::QueuedConnection);
        return false;
    }

private:
    const QString m_name;
    std::function<void(QWidget *)> m_action;
};

} // namespace

class TestCleaner : public FilesPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void unusedFilesGoAndNothingElse();
    void copiesAreFoundByTheirContent();
    void whatWasNotComparedIsNotNothing();
    void keysGoFromWhatIsLookedForToTheList();
    void youngFilesAreNotOffered();
    void anEmptyListSaysWhyItIs();
    void manyGoByTheirNumberOnly();
    void itOpensOverWhateverIsShown();
    void ofAStoppedReadingNothingIsOffered();
    void whatStoppedIsGoneOnWith();
    void whatStoppedIsLookedAtWhole();
    void whatStoppedMayBeForgotten();
    void aNewOneWaitsForTheOld();
    void notWhereNothingMayBeChanged();

private:
    /// The dialog, once its list of what may go is there.
    QDialog *open()
    {
        if (!m_console->chooseFromMenu(u"objectMenu"_s, u"files.cleanUp"_s))
            return nullptr;
        auto *dialog = m_console->await<QDialog>(u"cleanerDialog"_s);
        return dialog && eventually([&] { return modelOf(dialog) != nullptr; }) ? dialog : nullptr;
    }
    static CleaningModel *modelOf(QDialog *dialog)
    {
        auto *proxy = dialog->findChild<FilterProxy *>();
        return proxy ? qobject_cast<CleaningModel *>(proxy->rows()) : nullptr;
    }
    static QSet<QString> offered(QDialog *dialog, CleaningCategory category)
    {
        QSet<QString> ids;
        if (const CleaningModel *model = modelOf(dialog)) {
            for (const CleaningItem &item : model->items()) {
                if (item.category == category)
                    ids.insert(item.id);
            }
        }
        return ids;
    }
    static bool choose(QDialog *dialog, const QString &category)
    {
        auto *box = dialog->findChild<QCheckBox *>(u"category."_s + category);
        if (!box || !box->isEnabled())
            return false;
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        return true;
    }
    bool confirm(QDialog *dialog, int count)
    {
        Console::click(dialog->findChild<QPushButton *>(u"cleaningDelete"_s));
        auto *question = m_console->await<QDialog>(u"confirmDialog"_s);
        if (!question)
            return false;
        auto *typed = question->findChild<QLineEdit *>(u"typedCount"_s);
        auto *confirm = question->findChild<QPushButton *>(u"confirm"_s);
        // Many, and only many, have to be told by their number.
        if ((typed != nullptr) != (count >= 10) || confirm->isEnabled() == (count >= 10))
            return false;
        if (typed) {
            typed->setFocus();
            QTest::keyClicks(typed, QString::number(count));
        }
        if (!confirm->isEnabled())
            return false;
        Console::click(confirm);
        return true;
    }
    MessageBar *saying(const QString &key) const
    {
        for (MessageBar *bar : m_console->window().findChildren<MessageBar *>()) {
            if (bar->isShowing() && bar->message().key == key)
                return bar;
        }
        return nullptr;
    }
    bool press(const QString &key, const QString &text)
    {
        MessageBar *bar = nullptr;
        if (!eventually([&] { return (bar = saying(key)) != nullptr; }))
            return false;
        for (QPushButton *button : bar->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text) {
                Console::click(button);
                return true;
            }
        }
        return false;
    }
    FileTruth truth() const { return FileTruth::read(serverUrl(), key()); }
    QString journal() const
    {
        return m_console->services().opener().cleaningFile(QLatin1StringView(localProfileId));
    }
    /// As a run that was killed left it: the first `ended` are gone.
    bool leave(const QStringList &ids, int ended)
    {
        const QString file = journal();
        m_console.reset();
        bool written = false;
        {
            CleaningJournal left(file);
            QList<CleaningItem> items;
            for (const QString &id : ids) {
                CleaningItem item;
                item.id = id;
                item.title = id;
                items << item;
            }
            left.begin(items, 1'760'000'000, [&](const Result<void> &result) {
                written = bool(result);
                for (int i = 0; written && i < ended; ++i)
                    written = left.itemBegins(i) && left.itemEnded(i, CleaningJournal::Outcome::Deleted);
                if (written && ended < ids.size())
                    written = bool(left.itemBegins(ended)); // and died before its answer
            });
            if (!eventually([&] { return written; }))
                return false;
        }
        m_console = std::make_unique<Console>(m_theme, m_home->path());
        return m_console->openLocal();
    }
    QStringList putThree()
    {
        QStringList ids;
        for (const QByteArray name : {"one.txt", "two.txt", "three.txt"}) {
            if (put(name, "user_data", name))
                ids << idOf(QString::fromLatin1(name));
        }
        return ids;
    }
};

void TestCleaner::unusedFilesGoAndNothingElse()
{
    QVERIFY(m_console->addSampleData());
    const FileTruth before = truth();
    QDialog *dialog = open();
    QVERIFY(dialog);
    QVERIFY(
        !dialog->findChild<QPushButton *>(u"cleaningDelete"_s)->isEnabled()); // nothing has a check by itself
    auto *days = dialog->findChild<QSpinBox *>(u"cleaningDays"_s);
    days->setFocus();
    days->setValue(0);
    QSet<QString> unused;
    for (const QString &id : before.files) {
        if (!before.uses.contains(id))
            unused.insert(id);
    }
    const auto gone = [&] {
        QSet<QString> all = offered(dialog, CleaningCategory::Orphans);
        all += offered(dialog, CleaningCategory::ExpiredFiles);
        return all;
    };
    QVERIFY(!unused.isEmpty());
    ODC_EVENTUALLY(gone() == unused);
    const QSet<QString> orphans = offered(dialog, CleaningCategory::Orphans);
    // A kind is of what the filter shows: nothing is chosen unseen, and what was and is hidden now is told.
    auto *filter = dialog->findChild<FilterEdit *>(u"cleaningFilter"_s);
    const QString first = modelOf(dialog)->items().first().title;
    filter->setFilter(first);
    const auto *table = dialog->findChild<QTableView *>(u"cleaningTable"_s);
    ODC_EVENTUALLY(table->model()->rowCount() < modelOf(dialog)->rowCount());
    const int seen = table->model()->rowCount();
    for (const CleaningCategory category : cleaningCategories())
        choose(dialog, cleaningName(category));
    QCOMPARE(modelOf(dialog)->chosenCount(), seen);
    filter->setFilter(u"nothing has such a name"_s);
    ODC_EVENTUALLY(table->model()->rowCount() == 0);
    QVERIFY(dialog->findChild<QLabel *>(u"cleaningCounts"_s)->text().contains(u"hidden by the filter"_s));
    filter->setFilter(first);
    ODC_EVENTUALLY(table->model()->rowCount() == seen);
    for (const CleaningCategory category : cleaningCategories())
        choose(dialog, cleaningName(category));
    QCOMPARE(modelOf(dialog)->chosenCount(), 0);
    filter->setFilter({});
    ODC_EVENTUALLY(table->model()->rowCount() == modelOf(dialog)->rowCount());
    QVERIFY(choose(dialog, u"orphans"_s));
    QCOMPARE(modelOf(dialog)->chosenCount(), orphans.size());
    QVERIFY(confirm(dialog, int(orphans.size())));
    ODC_EVENTUALLY(saying(u"cleaned"_s));
    QCOMPARE(int(saying(u"cleaned"_s)->message().kind), int(Message::Kind::Ok));
    QVERIFY(saying(u"cleaned"_s)->message().text.contains(QString::number(orphans.size())));
    QSet<QString> expected = before.files;
    expected -= orphans;
    QCOMPARE(truth().files, expected);
    QCOMPARE(count("DELETE", "/v1/files/"), int(orphans.size()));
    const QStringList shown = m_console->column("id");
    QCOMPARE(QSet<QString>(shown.cbegin(), shown.cend()), expected);
    ODC_EVENTUALLY(!QFile::exists(journal())); // nothing is left to go on with
}

void TestCleaner::copiesAreFoundByTheirContent()
{
    QVERIFY(put("first.jsonl", "batch", "{\"a\":1}\n"));
    QVERIFY(put("second.jsonl", "batch", "{\"a\":1}\n"));
    QVERIFY(put("other.jsonl", "batch", "{\"a\":2}\n"));
    QDialog *dialog = open();
    QVERIFY(dialog);
    QVERIFY(offered(dialog, CleaningCategory::Duplicates).isEmpty());
    auto *compare = dialog->findChild<QPushButton *>(u"cleaningCompare"_s);
    ODC_EVENTUALLY(compare->isVisible());
    Console::click(compare);
    ODC_EVENTUALLY(offered(dialog, CleaningCategory::Duplicates).size() == 1);
    const auto *said = dialog->findChild<QLabel *>(u"cleaningCompared"_s);
    ODC_EVENTUALLY(said->isVisible() && said->text().contains(u"3 file"_s));
    QVERIFY2(said->text().contains(u"1 duplicate"_s), qPrintable(said->text()));
    const QString copy = *offered(dialog, CleaningCategory::Duplicates).cbegin();
    QVERIFY(copy == idOf(u"second.jsonl"_s) || copy == idOf(u"first.jsonl"_s));
    QVERIFY(choose(dialog, u"duplicates"_s));
    QVERIFY(confirm(dialog, 1));
    ODC_EVENTUALLY(saying(u"cleaned"_s));
    QCOMPARE(truth().files.size(), 2);
    QVERIFY(!truth().files.contains(copy));
}

void TestCleaner::whatWasNotComparedIsNotNothing()
{
    const auto note = [this](QDialog *dialog) {
        return dialog->findChild<QCheckBox *>(u"category.duplicates"_s)->accessibleDescription();
    };
    QDialog *dialog = open();
    QVERIFY(dialog);
    ODC_EVENTUALLY(note(dialog) == u"nothing"_s);
    dialog->reject();
    // Of this purpose nobody can read the contents.
    QVERIFY(put("first.txt", "user_data", "the same\n"));
    QVERIFY(put("second.txt", "user_data", "the same\n"));
    dialog = open();
    QVERIFY(dialog);
    ODC_EVENTUALLY(note(dialog).contains(u"cannot be read"_s));
    QVERIFY2(note(dialog).startsWith(u'2') && !note(dialog).contains(u"nothing"_s), qPrintable(note(dialog)));
    dialog->reject();
    QVERIFY(put("first.jsonl", "batch", "{\"a\":1}\n"));
    QVERIFY(put("second.jsonl", "batch", "{\"a\":2}\n"));
    dialog = open();
    QVERIFY(dialog);
    ODC_EVENTUALLY(note(dialog).startsWith(u"not compared yet; 2"_s));
    Console::click(dialog->findChild<QPushButton *>(u"cleaningCompare"_s));
    ODC_EVENTUALLY(note(dialog).startsWith(u'2')); // these were compared, and are no duplicates
    dialog->reject();
}

void TestCleaner::keysGoFromWhatIsLookedForToTheList()
{
    QVERIFY(put("first.jsonl", "batch", "{\"a\":1}\n"));
    QVERIFY(put("second.jsonl", "batch", "{\"a\":1}\n")); // so that there is something to compare
    QDialog *dialog = open();
    QVERIFY(dialog);
    ODC_EVENTUALLY(dialog->findChild<QWidget *>(u"cleaningCompare"_s)->isVisible());
    dialog->findChild<QWidget *>(u"cleaningDays"_s)->setFocus();
    QStringList seen;
    for (int i = 0; i < 20 && !seen.contains(u"cleaningTable"_s); ++i) {
        seen << dialog->focusWidget()->objectName();
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(seen, (QStringList{u"cleaningDays"_s, u"cleaningDetach"_s, u"cleaningCompare"_s,
                                u"cleaningFilter"_s, u"cleaningTable"_s}));
    dialog->reject();
}

void TestCleaner::youngFilesAreNotOffered()
{
    const QStringList ids = putThree();
    QCOMPARE(ids.size(), 3);
    QDialog *dialog = open();
    QVERIFY(dialog);
    // Young files are not offered at all.
    QCOMPARE(modelOf(dialog)->rowCount(), 0);
    QVERIFY(!dialog->findChild<QCheckBox *>(u"category.orphans"_s)->isEnabled());
    dialog->reject();
    QCOMPARE(count("DELETE", "/v1/files/"), 0);
}

void TestCleaner::anEmptyListSaysWhyItIs()
{
    QCOMPARE(putThree().size(), 3);
    QDialog *dialog = open();
    QVERIFY(dialog);
    auto *nothing = dialog->findChild<QTableView *>(u"cleaningTable"_s)->findChild<StateOverlay *>();
    QVERIFY(nothing->isVisible());
    QVERIFY(nothing->state().actionText.isEmpty()); // it is not the filter's doing
    dialog->findChild<QSpinBox *>(u"cleaningDays"_s)->setValue(0);
    ODC_EVENTUALLY(!nothing->isVisible() && modelOf(dialog)->rowCount() == 3);
    auto *filter = dialog->findChild<FilterEdit *>(u"cleaningFilter"_s);
    filter->setFilter(u"no file has this name"_s);
    ODC_EVENTUALLY(nothing->isVisible() && nothing->state().actionText == u"Clear filter"_s);
    Console::click(nothing->actionButton());
    ODC_EVENTUALLY(!nothing->isVisible());
    QVERIFY(filter->text().isEmpty());
    dialog->reject();
}

void TestCleaner::manyGoByTheirNumberOnly()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(put("young-" + QByteArray::number(i) + ".txt", "user_data", QByteArray::number(i)));
    QDialog *dialog = open();
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>(u"cleaningDays"_s)->setValue(0);
    ODC_EVENTUALLY(offered(dialog, CleaningCategory::Orphans).size() == 10);
    QVERIFY(choose(dialog, u"orphans"_s));
    QCOMPARE(dialog->findChild<QPushButton *>(u"cleaningDelete"_s)->text(), u"Delete 10…"_s);
    QVERIFY(confirm(dialog, 10));
    ODC_EVENTUALLY(saying(u"cleaned"_s));
    QCOMPARE(truth().files, QSet<QString>());
}

/// From the menu of the window it opens where one is; the page with the work comes when there is work.
void TestCleaner::itOpensOverWhateverIsShown()
{
    QVERIFY(put("unused.txt", "user_data", "x"));
    m_console->window().showPage(u"batches"_s);
    const QWidget *batches = m_console->page();
    QVERIFY(m_console->chooseFromMenu(u"toolsMenu"_s, u"tools.cleanUp"_s));
    auto *dialog = m_console->await<QDialog>(u"cleanerDialog"_s);
    QVERIFY(dialog);
    ODC_EVENTUALLY(modelOf(dialog) != nullptr);
    QCOMPARE(m_console->page(), batches);
    dialog->reject();
    QCOMPARE(m_console->page(), batches);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"cleanerDialog"_s));
    QVERIFY(m_console->chooseFromMenu(u"toolsMenu"_s, u"tools.cleanUp"_s));
    dialog = m_console->await<QDialog>(u"cleanerDialog"_s);
    QVERIFY(dialog);
    ODC_EVENTUALLY(modelOf(dialog) != nullptr);
    dialog->findChild<QSpinBox *>(u"cleaningDays"_s)->setValue(0);
    ODC_EVENTUALLY(offered(dialog, CleaningCategory::Orphans).size() == 1);
    QVERIFY(choose(dialog, u"orphans"_s));
    QVERIFY(confirm(dialog, 1));
    ODC_EVENTUALLY(saying(u"cleaned"_s));
    QVERIFY(m_console->page() != batches);
}

void TestCleaner::ofAStoppedReadingNothingIsOffered()
{
    QVERIFY(m_console->addSampleData());
    // Before any list can have been answered.
    bool stopped = false;
    OnceShown stop(u"cleanerDialog"_s, [&](QWidget *dialog) {
        auto *reading = dialog->findChild<QWidget *>(u"cleaningReading"_s);
        stopped = reading->isVisible();
        Console::click(reading->findChild<QPushButton *>());
    });
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"files.cleanUp"_s));
    auto *dialog = m_console->await<QDialog>(u"cleanerDialog"_s);
    QVERIFY(dialog);
    ODC_EVENTUALLY(stopped);
    ODC_EVENTUALLY(modelOf(dialog) != nullptr);
    QCOMPARE(modelOf(dialog)->rowCount(), 0);
    QVERIFY(dialog->findChild<QWidget *>(u"cleaningIncomplete"_s)->isVisible());
    // Once more to the end.
    Console::click(dialog->findChild<QPushButton *>(u"cleaningAgain"_s));
    ODC_EVENTUALLY(dialog->findChild<QWidget *>(u"cleaningTable"_s)->isVisible() &&
                   modelOf(dialog)->rowCount() > 0);
    QVERIFY(!dialog->findChild<QWidget *>(u"cleaningIncomplete"_s)->isVisible());
    dialog->reject();
}

void TestCleaner::whatStoppedIsGoneOnWith()
{
    const QStringList ids = putThree();
    QCOMPARE(ids.size(), 3);
    // The first was deleted, and noted; of the second the answer never came, but it is gone.
    for (const int i : {0, 1})
        rawRequest(serverUrl(), "DELETE", "/v1/files/" + ids.at(i).toUtf8(), key());
    QVERIFY(leave(ids, 1));
    ODC_EVENTUALLY(saying(u"cleaning"_s));
    QVERIFY(saying(u"cleaning"_s)->message().text.contains(u'3'));
    QVERIFY(saying(u"cleaning"_s)->message().text.contains(u"Of 1 more it is not known"_s));
    QVERIFY(press(u"cleaning"_s, u"Go on"_s));
    ODC_EVENTUALLY(saying(u"cleaned"_s));
    QCOMPARE(int(saying(u"cleaned"_s)->message().kind), int(Message::Kind::Ok));
    QVERIFY(saying(u"cleaned"_s)->message().text.contains(u'3')); // all three are this clean-up's work
    QCOMPARE(truth().files, QSet<QString>());
    ODC_EVENTUALLY(!QFile::exists(journal()));
}

void TestCleaner::whatStoppedIsLookedAtWhole()
{
    const QStringList ids = putThree();
    QVERIFY(leave(ids, 1));
    QVERIFY(press(u"cleaning"_s, u"Look"_s));
    auto *report = m_console->await<QDialog>(u"bulkReport"_s);
    QVERIFY(report);
    QStringList texts;
    for (const QLabel *label : report->findChildren<QLabel *>())
        texts << label->text();
    QVERIFY2(texts.contains(u"1 deleted, 2 waiting"_s), qPrintable(texts.join(u'\n')));
    // Which of them may be gone is said where it stands, before all others.
    const QAbstractItemModel *rows = report->findChild<QTableView *>(u"reportTable"_s)->model();
    int unsure = 0;
    for (int row = 0; row < rows->rowCount(); ++row)
        unsure += rows->index(row, BulkModel::Detail).data().toString().contains(u"may have gone out"_s);
    QCOMPARE(unsure, 1);
    QVERIFY(rows->index(0, BulkModel::Detail).data().toString().contains(u"may have gone out"_s));
    QCOMPARE(rows->index(0, BulkModel::Id).data().toString(), ids.at(1)); // which is what tells files of one name apart
    report->reject();
}

void TestCleaner::whatStoppedMayBeForgotten()
{
    const QStringList ids = putThree();
    QVERIFY(leave(ids, 0));
    QVERIFY(press(u"cleaning"_s, u"Forget"_s));
    ODC_EVENTUALLY(!QFile::exists(journal()));
    QCOMPARE(truth().files.size(), 3);
    QCOMPARE(count("DELETE", "/v1/files/"), 0);
}

void TestCleaner::aNewOneWaitsForTheOld()
{
    const QStringList ids = putThree();
    QVERIFY(leave(ids, 0));
    ODC_EVENTUALLY(saying(u"cleaning"_s));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"files.cleanUp"_s));
    ODC_EVENTUALLY(m_console->messages()->isShowing() &&
                   m_console->messages()->message().key == u"cleaning"_s);
    QVERIFY(!m_console->find<QDialog>(u"cleanerDialog"_s));
    QVERIFY(QFile::exists(journal()));
}

void TestCleaner::notWhereNothingMayBeChanged()
{
    QVERIFY(m_console->action(u"files.cleanUp"_s)->isEnabled());
    const QString id =
        m_console->addProfile(u"Look only"_s, serverUrl(), QString::fromLatin1(key().first().second.mid(7)),
                              [](Profile &profile) { profile.readOnly = true; });
    QVERIFY(m_console->open(id));
    QVERIFY(!m_console->action(u"files.cleanUp"_s)->isEnabled());
}

QTEST_MAIN(TestCleaner)
#include "tst_cleaner.moc"
