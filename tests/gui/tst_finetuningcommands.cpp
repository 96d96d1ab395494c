// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to fine-tuning jobs and their models, and what the page makes of answers that do not
// come.
#include "gui/support/finetuningpagetest.h"

#include "settings/settings.h"
#include "ui/pages/bulkstrip.h"
#include "ui/pages/finetuning/newjobdialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QJsonArray>
#include <QMimeData>
#include <QUrl>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestFineTuningCommands : public FineTuningPageTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeConsole(); }

    void aJobIsPausedAndResumed();
    void cancellingSaysWhatIsLost();
    void whatWasLetRunIsNotCancelled();
    void actionsSayWhyTheyCannotBeTaken();
    void aLostAnswerIsNotSentAgain_data();
    void aLostAnswerIsNotSentAgain();
    void aCallThatDidNotArriveIsSaid();
    void oneThatHadEndedIsSaid();
    void whatIsNotSoAnyMoreIsNotSaid();
    void severalAreCancelledTogether();
    void aModelIsDeletedOnce();
    void aModelThatMayNotBeDeletedIsThereStill();
    void aModelThatIsNotFoundIsLookedForInTheList();
    void aModelThatSomebodyElseDeletedIsGone();
    void modelNamesAreCopied();
    void aFileOfTheProjectBecomesAJob();
    void aDroppedFileBecomesAJob();
    void aJobLikeAnotherBeginsWithWhatItHas();

private:
    /// A job that goes on for long, and is seen running.
    QString makeLong(const QString &suffix)
    {
        const QString id = make(suffix, 5000, 3000);
        const bool runs = eventually([&] { return job(id)[u"status"_s].toString() == u"running"_s; });
        return runs && shows(suffix, u"running"_s) ? id : QString();
    }
    int steered(const QByteArray &verb) const { return askedAtEnd("POST", '/' + verb); }
    QString report()
    {
        if (!m_console->click(u"showReport"_s))
            return {};
        auto *dialog = m_console->await<QDialog>(u"bulkReport"_s);
        QString text;
        for (const QAbstractItemView *view :
             dialog ? dialog->findChildren<QAbstractItemView *>() : QList<QAbstractItemView *>()) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    text += view->model()->index(row, column).data().toString() + u'\n';
            }
        }
        if (dialog)
            dialog->close();
        return text;
    }
};

void TestFineTuningCommands::aJobIsPausedAndResumed()
{
    QVERIFY(openRunning());
    const QString id = makeLong(u"long"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"long"_s}));
    QVERIFY(m_console->click(u"pauseJobButton"_s)); // no question: nothing is lost
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"paused"_s);
    QCOMPARE(job(id)[u"status"_s].toString(), u"paused"_s);
    QCOMPARE(steered("pause"), 1);
    // The same place in the header leads back.
    auto *button = m_console->find<QPushButton>(u"pauseJobButton"_s);
    ODC_EVENTUALLY(button->text().remove(u'&') == u"Resume"_s && button->isEnabled());
    QVERIFY(!m_console->action(u"finetuning.pause"_s)->isEnabled());
    m_console->services().settings().set(Setting::PollSeconds, 1); // it waits for its turn first
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"finetuning.resume"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"running"_s);
    QCOMPARE(job(id)[u"status"_s].toString(), u"running"_s);
    QCOMPARE(steered("resume"), 1);
}

void TestFineTuningCommands::cancellingSaysWhatIsLost()
{
    QVERIFY(openRunning());
    const QString id = makeLong(u"long"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"long"_s}));
    m_console->press(u"Del"_s, m_console->table());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    const QString text = textOf(dialog);
    QVERIFY2(text.contains(u"long"_s) && text.contains(id) && text.contains(u"checkpoint"_s) &&
                 text.contains(u"paid"_s) && text.contains(u"pause instead"_s),
             qPrintable(text));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"cancelled"_s);
    QCOMPARE(job(id)[u"status"_s].toString(), u"cancelled"_s);
    QCOMPARE(steered("cancel"), 1);
}

void TestFineTuningCommands::whatWasLetRunIsNotCancelled()
{
    QVERIFY(openRunning());
    QVERIFY(!makeLong(u"long"_s).isEmpty() && m_console->select({u"long"_s}));
    QVERIFY(m_console->click(u"cancelJobButton"_s));
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    ODC_EVENTUALLY(!m_console->find<QDialog>(u"confirmDialog"_s));
    QCOMPARE(steered("cancel"), 0);
}

void TestFineTuningCommands::actionsSayWhyTheyCannotBeTaken()
{
    QVERIFY(openStill(
        {jobJson(u"ftjob-a"_s, u"succeeded"_s,
                 {{u"metadata"_s, QJsonObject{{u"name"_s, u"fine"_s}}},
                  {u"fine_tuned_model"_s, u"ft:a:b:c:d"_s}}),
         jobJson(u"ftjob-b"_s, u"paused"_s, {{u"metadata"_s, QJsonObject{{u"name"_s, u"paused"_s}}}}),
         jobJson(u"ftjob-c"_s, u"queued"_s, {{u"metadata"_s, QJsonObject{{u"name"_s, u"queued"_s}}}})}));
    const auto why = [this](const char *name) {
        const QAction *action = m_console->action(u"finetuning."_s + QString::fromLatin1(name));
        return action->isEnabled() ? QString() : action->toolTip();
    };
    m_console->table()->clearSelection();
    for (const char *name : {"pause", "resume", "cancel", "deleteModel"})
        QVERIFY2(why(name).contains(u"No job is selected"_s), name);
    QVERIFY(m_console->select({u"fine"_s}));
    QVERIFY(why("pause").contains(u"succeeded"_s) && why("resume").contains(u"succeeded"_s) &&
            why("cancel").contains(u"ended already"_s));
    QCOMPARE(why("deleteModel"), QString());
    QVERIFY(m_console->select({u"paused"_s}));
    QVERIFY(why("pause").contains(u"paused"_s) && why("deleteModel").contains(u"No model"_s));
    QCOMPARE(why("resume") + why("cancel"), QString());
    QVERIFY(m_console->select({u"queued"_s}));
    QVERIFY(why("pause").contains(u"queued"_s) && why("resume").contains(u"queued"_s));
    QCOMPARE(why("cancel"), QString());
}

void TestFineTuningCommands::aLostAnswerIsNotSentAgain_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("pause") << QByteArray("pause");
    QTest::newRow("cancel") << QByteArray("cancel");
}

void TestFineTuningCommands::aLostAnswerIsNotSentAgain()
{
    QFETCH(QByteArray, verb);
    QVERIFY(openRunning());
    const QString id = makeLong(u"long"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"long"_s}));
    m_proxy->add("POST", '/' + verb, Fault::loseReply());
    const QString becomes = verb == "pause" ? u"paused"_s : u"cancelled"_s;
    m_console->action(u"finetuning."_s + QString::fromLatin1(verb))->trigger();
    if (verb == "cancel") {
        QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
        QVERIFY(m_console->click(u"confirm"_s));
    }
    // The job was read anew, and what is true is said.
    ODC_EVENTUALLY(cell(u"long"_s, "status") == becomes);
    QCOMPARE(steered(verb), 1);
    QVERIFY(asked("GET", "/fine_tuning/jobs/" + id.toUtf8()) >= 1);
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"showReport"_s));
    QVERIFY(report().contains(u"no answer came"_s));
}

void TestFineTuningCommands::aCallThatDidNotArriveIsSaid()
{
    QVERIFY(openRunning());
    const QString id = makeLong(u"long"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"long"_s}));
    m_proxy->add("POST", "/pause", Fault::drop());
    QVERIFY(m_console->click(u"pauseJobButton"_s));
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"retryFailed"_s));
    QCOMPARE(cell(u"long"_s, "status"), u"running"_s);
    QCOMPARE(job(id)[u"status"_s].toString(), u"running"_s);
    // By hand it is tried again.
    QVERIFY(m_console->click(u"retryFailed"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"paused"_s);
}

void TestFineTuningCommands::oneThatHadEndedIsSaid()
{
    QVERIFY(openRunning());
    const QString id = makeLong(u"long"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"long"_s}));
    QVERIFY(ask("POST", "/fine_tuning/jobs/" + id.toUtf8() + "/cancel").status == 200); // by somebody else
    QVERIFY(m_console->click(u"pauseJobButton"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"cancelled"_s);
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"showReport"_s));
    QVERIFY(report().contains(u"had ended before"_s));
}

void TestFineTuningCommands::whatIsNotSoAnyMoreIsNotSaid()
{
    QVERIFY(openRunning());
    const QString id = makeLong(u"long"_s);
    QVERIFY(!id.isEmpty() && m_console->select({u"long"_s}));
    QVERIFY(m_console->click(u"pauseJobButton"_s));
    ODC_EVENTUALLY(cell(u"long"_s, "status") == u"paused"_s);
    auto *strip = m_console->await<BulkStrip>(u"bulkStrip"_s);
    QVERIFY(strip);
    // Which job it is, and what was done to it.
    ODC_EVENTUALLY(strip->headline().contains(u"“long” paused"_s));
    QVERIFY(ask("POST", "/fine_tuning/jobs/" + id.toUtf8() + "/resume").status == 200); // by somebody else
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(cell(u"long"_s, "status") != u"paused"_s);
    ODC_EVENTUALLY(!m_console->find<BulkStrip>(u"bulkStrip"_s));
}

void TestFineTuningCommands::severalAreCancelledTogether()
{
    QVERIFY(openRunning());
    QVERIFY(!makeLong(u"one"_s).isEmpty() && !makeLong(u"two"_s).isEmpty());
    QVERIFY(m_console->select({u"one"_s, u"two"_s}));
    QVERIFY(m_console->action(u"finetuning.cancel"_s)->text().contains(u'2'));
    // The details are those of one, and say so.
    auto *others = m_console->await<ElidedLabel>(u"detailsOthers"_s);
    QVERIFY(others);
    ODC_EVENTUALLY(others->isVisible() && others->fullText().contains(u'2'));
    m_console->press(u"Del"_s, m_console->table());
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog && textOf(dialog).contains(u"one"_s) && textOf(dialog).contains(u"two"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"one"_s, "status") == u"cancelled"_s && cell(u"two"_s, "status") == u"cancelled"_s);
    QCOMPARE(steered("cancel"), 2);
}

void TestFineTuningCommands::aModelIsDeletedOnce()
{
    QVERIFY(openRunning());
    const QString id = make(u"short"_s, 3, 1);
    ODC_EVENTUALLY(job(id)[u"status"_s].toString() == u"succeeded"_s);
    QVERIFY(shows(u"short"_s, u"succeeded"_s));
    const QString model = job(id)[u"fine_tuned_model"_s].toString();
    QVERIFY(ask("GET", "/models/" + model.toUtf8()).status == 200);
    QVERIFY(m_console->select({u"short"_s}));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"finetuning.deleteModel"_s));
    auto *dialog = m_console->await<QDialog>(u"confirmDialog"_s);
    QVERIFY(dialog && textOf(dialog).contains(model) && textOf(dialog).contains(u"gets an error"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"short"_s, "result") == u"deleted"_s);
    QCOMPARE(ask("GET", "/models/" + model.toUtf8()).status, 404);
    QCOMPARE(asked("DELETE", "/models/" + model.toUtf8()), 1);
    ODC_EVENTUALLY(!m_console->action(u"finetuning.deleteModel"_s)->isEnabled());
    QVERIFY(m_console->action(u"finetuning.deleteModel"_s)->toolTip().contains(u"deleted already"_s));
    QVERIFY(eventually([&] {
        for (const FieldGrid *grid : m_console->page()->findChildren<FieldGrid *>()) {
            if (grid->value(u"result"_s).contains(u"deleted"_s))
                return true;
        }
        return false;
    }));
}

void TestFineTuningCommands::aModelThatMayNotBeDeletedIsThereStill()
{
    QVERIFY(openStill({jobJson(
        u"ftjob-a"_s, u"succeeded"_s,
        {{u"metadata"_s, QJsonObject{{u"name"_s, u"fine"_s}}}, {u"fine_tuned_model"_s, u"ft:a:b:c:d"_s}})}));
    m_proxy->add("DELETE", "/models/ft:a:b:c:d", Fault::apiError(403, u"invalid_request_error"_s, {}), -1);
    QVERIFY(m_console->select({u"fine"_s}));
    m_console->action(u"finetuning.deleteModel"_s)->trigger();
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"retryFailed"_s));
    QCOMPARE(cell(u"fine"_s, "result"), u"ft:a:b:c:d"_s);
    QVERIFY(m_console->action(u"finetuning.deleteModel"_s)->isEnabled());
}

void TestFineTuningCommands::aModelThatIsNotFoundIsLookedForInTheList()
{
    QVERIFY(openStill({jobJson(
        u"ftjob-a"_s, u"succeeded"_s,
        {{u"metadata"_s, QJsonObject{{u"name"_s, u"fine"_s}}}, {u"fine_tuned_model"_s, u"ft:a:b:c:d"_s}})}));
    m_proxy->add("DELETE", "/models/ft:a:b:c:d",
                 Fault::apiError(404, u"invalid_request_error"_s, u"model_not_found"_s));
    m_proxy->clearSeen();
    QVERIFY(m_console->select({u"fine"_s}));
    m_console->action(u"finetuning.deleteModel"_s)->trigger();
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"retryFailed"_s));
    QCOMPARE(asked("GET", "/models"), 1);
    QVERIFY(report().contains(u"list of models"_s));
    // It is not said to be gone while the service lists it.
    QCOMPARE(cell(u"fine"_s, "result"), u"ft:a:b:c:d"_s);
    QVERIFY(m_console->action(u"finetuning.deleteModel"_s)->isEnabled());
}

void TestFineTuningCommands::aModelThatSomebodyElseDeletedIsGone()
{
    QVERIFY(openRunning());
    const QString id = make(u"short"_s, 3, 1);
    ODC_EVENTUALLY(job(id)[u"status"_s].toString() == u"succeeded"_s);
    QVERIFY(shows(u"short"_s, u"succeeded"_s));
    QCOMPARE(ask("DELETE", "/models/" + job(id)[u"fine_tuned_model"_s].toString().toUtf8()).status, 200);
    m_proxy->clearSeen();
    QVERIFY(m_console->select({u"short"_s}));
    m_console->action(u"finetuning.deleteModel"_s)->trigger();
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(m_console->click(u"confirm"_s));
    ODC_EVENTUALLY(cell(u"short"_s, "result") == u"deleted"_s);
    QCOMPARE(asked("GET", "/models"), 1);
}

void TestFineTuningCommands::modelNamesAreCopied()
{
    const auto named = [](const QString &name) { return QJsonObject{{u"name"_s, name}}; };
    QVERIFY(openStill({jobJson(u"ftjob-a"_s, u"succeeded"_s,
                               {{u"metadata"_s, named(u"one"_s)}, {u"fine_tuned_model"_s, u"ft:a:b:c:d"_s}}),
                       jobJson(u"ftjob-b"_s, u"succeeded"_s,
                               {{u"metadata"_s, named(u"two"_s)}, {u"fine_tuned_model"_s, u"ft:a:b:c:e"_s}}),
                       jobJson(u"ftjob-c"_s, u"failed"_s, {{u"metadata"_s, named(u"bad"_s)}})}));
    QVERIFY(m_console->select({u"one"_s}));
    m_console->press(u"Ctrl+Shift+M"_s, m_console->table());
    QCOMPARE(QApplication::clipboard()->text(), u"ft:a:b:c:d"_s);
    QVERIFY(m_console->select({u"bad"_s}));
    QVERIFY(!m_console->action(u"finetuning.copyModel"_s)->isEnabled());
}

void TestFineTuningCommands::aFileOfTheProjectBecomesAJob()
{
    QVERIFY(openRunning());
    const QString file = upload(u"examples.jsonl"_s);
    m_console->window().showPage(u"files"_s);
    m_console->press(u"F5"_s);
    ODC_EVENTUALLY(m_console->column("name").contains(u"examples.jsonl"_s));
    QVERIFY(m_console->select({u"examples.jsonl"_s}));
    QVERIFY(m_console->chooseFromMenu(u"objectMenu"_s, u"files.newJob"_s));
    QCOMPARE(m_console->page()->objectName(), u"finetuningPage"_s);
    NewJobDialog *form = nullptr;
    ODC_EVENTUALLY((form = m_console->page()->findChild<NewJobDialog *>()) && form->isVisible());
    QCOMPARE(form->draft().toJson()[u"training_file"_s].toString(), file);
    QTest::keyClick(form, Qt::Key_Escape);
}

void TestFineTuningCommands::aDroppedFileBecomesAJob()
{
    QVERIFY(openRunning());
    const QString path = writeFile(m_home->filePath(u"drop/train.jsonl"_s), chatExamples(12));
    const QString other = writeFile(m_home->filePath(u"drop/words.txt"_s), "words");
    const QPoint place = m_console->table()->mapTo(&m_console->window(), QPoint(60, 60));
    QMimeData wrong;
    wrong.setUrls({QUrl::fromLocalFile(other)});
    QVERIFY(m_console->drop(wrong, place));
    ODC_EVENTUALLY(m_console->messages()->isShowing());
    QVERIFY(m_console->messages()->message().text.contains(u".jsonl"_s));
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(m_console->drop(mime, place));
    NewJobDialog *form = nullptr;
    ODC_EVENTUALLY((form = m_console->page()->findChild<NewJobDialog *>()) && form->isVisible());
    QCOMPARE(askedAtEnd("POST", "/files"), 0); // nothing is sent before the person says so
    form->close();
}

void TestFineTuningCommands::aJobLikeAnotherBeginsWithWhatItHas()
{
    QVERIFY(openStill({jobJson(u"ftjob-a"_s, u"failed"_s,
                               {{u"metadata"_s, QJsonObject{{u"name"_s, u"bad"_s}}}, {u"seed"_s, 11}})}));
    QVERIFY(m_console->select({u"bad"_s}));
    ODC_EVENTUALLY(m_console->find<QPushButton>(u"jobNext"_s));
    QVERIFY(m_console->click(u"jobNext"_s));
    NewJobDialog *form = nullptr;
    ODC_EVENTUALLY((form = m_console->page()->findChild<NewJobDialog *>()) && form->isVisible());
    QCOMPARE(form->draft().toJson()[u"training_file"_s].toString(), u"file-train"_s);
    form->close();
}

QTEST_MAIN(TestFineTuningCommands)
#include "tst_finetuningcommands.moc"
