// SPDX-License-Identifier: GPL-3.0-or-later
// New fine-tuning job, filled in with real keys and clicks; the local server's log says what was sent.
#include "gui/support/newjobtest.h"

#include "ui/charts/histogrambars.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/templateedit.h"

#include <QAccessible>
#include <QCheckBox>
#include <QJsonDocument>
#include <QRadioButton>
#include <QToolButton>
#include <QTreeView>

using namespace odc;
using namespace odc::test;
using namespace Qt::StringLiterals;

class TestNewJobForm : public NewJobTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp); }
    void init() { openConsole(); }
    void cleanup() { closeAll(); }

    void aDroppedFileIsCheckedUploadedAndTrained();
    void preferencesAreTrained();
    void reinforcementIsTrained();
    void rewardsAreMadeOfSeveralGraders();
    void aBadFileIsRefusedBeforeAnythingLeaves();
    void anUploadedFileIsTakenAndCheckedOnRequest();
    void theFileIsPickedFromAll();
    void withoutAModelNothingIsGuessed();
    void modelsThatCanBeTrainedComeFirst();
    void numbersKeepTheirBounds();
    void theJsonBesideSaysTheSame();
    void examplesInBothFilesAreSaid();
    void lengthsAreSaidBarByBar();
    void integrationsAreARowEach();
    void aLikeJobHasItsSettings();
    void closingAsksBeforeWorkIsLost();
    void aReadOnlyProfileOffersNothing();
    void everyFieldHasAName();
};

void TestNewJobForm::aDroppedFileIsCheckedUploadedAndTrained()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    QVERIFY(in<QWidget>(u"echoNote"_s)->isVisible()); // said before anything is filled in
    QVERIFY(in<QWidget>(u"echoNote"_s)->findChild<QLabel *>()->text().contains(u"simulated"_s));
    QVERIFY2(problemText().contains(u"No training file"_s), qPrintable(problemText()));
    QVERIFY(!create()->isEnabled());
    QWidget *place =
        in<QComboBox>(u"trainingFiles"_s)->parentWidget()->parentWidget()->parentWidget()->parentWidget();
    QVERIFY(drop(place, {file(u"support.jsonl"_s, chats(40))}));
    ODC_EVENTUALLY(verdict().contains(u"40 example"_s));
    QVERIFY2(state().contains(u"can be sent"_s), qPrintable(state()));
    QCOMPARE(count("POST", "/v1/files"), 0); // nothing is sent before it is asked for
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    openTab(u"Hyperparameters"_s);
    Console::click(in<QCheckBox>(u"n_epochs.auto"_s));
    type(in<QLineEdit>(u"n_epochs"_s), u"2"_s);
    openTab(u"More"_s);
    type(in<QWidget>(u"jobNames"_s)->findChild<QLineEdit *>(u"suffix"_s), u"support-v3"_s);
    QVERIFY2(in<QLabel>(u"resultingModel"_s)->text().contains(u"gpt-4o-mini-2024-07-18:…:support-v3"_s),
             qPrintable(in<QLabel>(u"resultingModel"_s)->text()));
    QCOMPARE(create()->text(), u"Upload and create job"_s);
    const FineTuningJob job = made(created);
    QCOMPARE(job.model, u"gpt-4o-mini-2024-07-18"_s);
    QCOMPARE(job.method, u"supervised"_s);
    QCOMPARE(job.suffix, u"support-v3"_s);
    QCOMPARE(count("POST", "/v1/files"), 1);
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 1);
    QCOMPARE(jobs().size(), 1);
    const QByteArray sent = rawRequest(m_console->services().opener().embeddedServer().url(), "GET",
                                       "/v1/files/" + job.trainingFileId.toLatin1() + "/content", key())
                                .body;
    QCOMPARE(sent, chats(40));
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
}

void TestNewJobForm::preferencesAreTrained()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"pairs.jsonl"_s, preferences(12)));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    // Pairs are no conversations to learn from: said, and right as soon as the method fits.
    ODC_EVENTUALLY(!create()->isEnabled() && state().contains(u"cannot be sent"_s));
    Console::click(in<QRadioButton>(u"method.dpo"_s));
    ODC_EVENTUALLY(create()->isEnabled());
    openTab(u"Hyperparameters"_s);
    Console::click(in<QCheckBox>(u"beta.auto"_s));
    type(in<QLineEdit>(u"beta"_s), u"0.3"_s);
    const FineTuningJob job = made(created);
    QCOMPARE(job.method, u"dpo"_s);
    QCOMPARE(job.raw["method"_L1]["dpo"_L1]["hyperparameters"_L1]["beta"_L1], QJsonValue(0.3));
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 1);
}

void TestNewJobForm::reinforcementIsTrained()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    QVERIFY(!in<QTabBar>(u"createTabs"_s)->isTabVisible(graderTab)); // the others have no grader
    dialog->startFromFile(file(u"sums.jsonl"_s, questions(15)));
    chooseModel(u"o4-mini-2025-04-16"_s);
    Console::click(in<QRadioButton>(u"method.reinforcement"_s));
    openTab(u"Grader"_s);
    ODC_EVENTUALLY(problemText().contains(u"needs a grader"_s));
    auto *kind = in<QComboBox>(u"rewardKind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(kind->currentData().toString(), u"string_check"_s);
    // What the examples do not have cannot be named.
    auto *reference = qobject_cast<TemplateEdit *>(graderField(u"reference"_s));
    QVERIFY(reference);
    type(reference, u"{{item.anser}}"_s);
    QVERIFY2(eventually([this] { return problemText().contains(u"anser"_s); }), qPrintable(problemText()));
    type(reference, u"{{item.answer}}"_s);
    const FineTuningJob job = made(created);
    QCOMPARE(job.method, u"reinforcement"_s);
    QCOMPARE(job.grader.value("reference"_L1), QJsonValue(u"{{item.answer}}"_s));
    QCOMPARE(job.grader.value("type"_L1), QJsonValue(u"string_check"_s));
    QCOMPARE(count("POST", "/v1/files"), 1);
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 1);
}

void TestNewJobForm::rewardsAreMadeOfSeveralGraders()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromFile(file(u"sums.jsonl"_s, questions(15)));
    chooseModel(u"o4-mini-2025-04-16"_s);
    Console::click(in<QRadioButton>(u"method.reinforcement"_s));
    openTab(u"Grader"_s);
    Console::click(in<QRadioButton>(u"rewardFormula"_s));
    addGrader(u"string_check"_s, graderTab);
    type(graderField(u"name"_s), u"exact"_s);
    type(graderField(u"reference"_s), u"{{item.answer}}"_s);
    addGrader(u"text_similarity"_s, graderTab);
    type(graderField(u"name"_s), u"near"_s);
    type(graderField(u"reference"_s), u"{{item.sku}}"_s);
    auto *formula = in<QWidget>(u"rewardFormulaForm"_s)->findChild<QLineEdit *>(u"calculate_output"_s);
    type(formula, u"0.7 * exact + 0.3 * nerx"_s);
    ODC_EVENTUALLY(problemText().contains(u"nerx"_s)); // once the file was checked
    type(formula, u"0.7 * exact + 0.3 * near"_s);
    // A grader that is called another name is called so in the formula, too.
    type(graderField(u"name"_s), u"close"_s);
    QCOMPARE(formula->text(), u"0.7 * exact + 0.3 * close"_s);
    // Two of one name could not be told apart.
    type(graderField(u"name"_s), u"exact"_s);
    ODC_EVENTUALLY(problemText().contains(u"Another grader"_s));
    QCOMPARE(dialog->draft().grader().value("graders"_L1).toObject().size(), 2);
    type(graderField(u"name"_s), u"near"_s);
    const FineTuningJob job = made(created);
    QCOMPARE(job.grader.value("type"_L1), QJsonValue(u"multi"_s));
    QCOMPARE(job.grader.value("graders"_L1).toObject().keys(), (QStringList{u"exact"_s, u"near"_s}));
    QCOMPARE(job.grader["graders"_L1]["near"_L1]["name"_L1], QJsonValue(u"near"_s));
    QCOMPARE(job.grader.value("calculate_output"_L1), QJsonValue(u"0.7 * exact + 0.3 * near"_s));
}

void TestNewJobForm::aBadFileIsRefusedBeforeAnythingLeaves()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    const QString path = file(u"bad.jsonl"_s, chats(12) + "{oops\n" + chats(1, "Other"));
    dialog->startFromFile(path);
    auto *findings = m_console->await<TableView>(u"trainingFindings"_s);
    QVERIFY(findings);
    QCOMPARE(findings->model()->index(0, 0).data().toString(), u"13"_s);
    QVERIFY2(state().contains(u"cannot be sent"_s), qPrintable(state()));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    ODC_EVENTUALLY(problemText().contains(u"to mend"_s));
    QVERIFY(!create()->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(count("POST", "/v1/files"), 0);
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 0);
    openTab(u"Data"_s);
    ODC_EVENTUALLY(findings->isVisible());
    findings->setFocus();
    findings->setCurrentIndex(findings->model()->index(0, 0));
    QTest::keyClick(findings, Qt::Key_Return);
    auto *viewer = m_console->await<JsonlViewerDialog>(u"jsonlViewer"_s);
    QVERIFY(viewer);
    QCOMPARE(viewer->path(), path);
    // What is wrong there is said beside the line.
    auto *why = viewer->findChild<QLabel *>(u"whyOpened"_s);
    QVERIFY(why && why->isVisible());
    QVERIFY2(why->text().contains(u"13"_s) &&
                 why->text().contains(findings->model()->index(0, 2).data(Qt::ToolTipRole).toString()),
             qPrintable(why->text()));
    viewer->close();
    // Mended, and checked again.
    file(u"bad.jsonl"_s, chats(13));
    QVERIFY(activate());
    Console::click(in<QPushButton>(u"trainingFileAgain"_s));
    ODC_EVENTUALLY(create()->isEnabled());
}

void TestNewJobForm::anUploadedFileIsTakenAndCheckedOnRequest()
{
    const QString id = upload(chats(12));
    const QString bad = upload(chats(12) + "[]\n", "bad.jsonl");
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    QSignalSpy created(dialog, &NewJobDialog::created);
    dialog->startFromUploaded(bad);
    QCOMPARE(dialog->draft().trainingFile(), bad);
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    QVERIFY(create()->isEnabled()); // what was not looked into is the service's to check
    openTab(u"Data"_s);
    Console::click(in<QPushButton>(u"trainingFileCheck"_s));
    ODC_EVENTUALLY(state().contains(u"cannot be sent"_s));
    QVERIFY(!create()->isEnabled());
    // Of another file nothing is known.
    auto *files = in<QComboBox>(u"trainingFiles"_s);
    type(files->lineEdit(), id);
    QVERIFY(create()->isEnabled());
    QCOMPARE(made(created).trainingFileId, id);
    QCOMPARE(count("POST", "/v1/files"), 2); // the other client's
    QCOMPARE(count("POST", "/v1/fine_tuning/jobs"), 1);
}

void TestNewJobForm::theFileIsPickedFromAll()
{
    const QString id = upload(chats(12));
    postForm(m_console->services().opener().embeddedServer().url(), "/v1/files",
             {{"purpose", "assistants", {}}, {"file", "text", "manual.md"}}, {key().first()});
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    Console::click(in<QToolButton>(u"trainingFilesBrowse"_s));
    auto *list = m_console->await<QTreeView>(u"pickFiles"_s);
    QVERIFY(list);
    ODC_EVENTUALLY(list->model()->rowCount() == 1); // only those for fine-tuning
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(m_console->click(u"chooseFiles"_s));
    QCOMPARE(dialog->draft().trainingFile(), id);
}

void TestNewJobForm::withoutAModelNothingIsGuessed()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    const auto costs = [dialog] {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->accessibleName().startsWith(u"Cost"_s))
                return label->text();
        }
        return QString();
    };
    ODC_EVENTUALLY(costs() == u"choose a model first"_s);
    openTab(u"More"_s);
    const auto *name = in<QLabel>(u"resultingModel"_s);
    QVERIFY2(!name->text().contains(u'…'), qPrintable(name->text()));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    QVERIFY2(costs() != u"choose a model first"_s, qPrintable(costs()));
    QVERIFY2(name->text().contains(u"gpt-4o-mini-2024-07-18"_s), qPrintable(name->text()));
}

void TestNewJobForm::modelsThatCanBeTrainedComeFirst()
{
    openFar();
    const auto model = [](const QString &id, qint64 created) {
        return QJsonObject{{u"id"_s, id}, {u"object"_s, u"model"_s}, {u"created"_s, created}};
    };
    const QJsonObject list{
        {u"object"_s, u"list"_s},
        {u"data"_s, QJsonArray{model(u"a-voice-model"_s, 1'790'000'000),
                               model(u"ft:gpt-4o-mini-2024-07-18:acme::x"_s, 1'795'000'000),
                               model(u"gpt-4o-mini-2024-07-18"_s, 1'721'000'000),
                               model(u"gpt-4.1-mini-2025-04-14"_s, 1'744'000'000),
                               model(u"b-older-model"_s, 1'700'000'000)}}};
    m_proxy->add("GET", "/models",
                 Fault::answer(200, QJsonDocument(list).toJson(QJsonDocument::Compact),
                               {{"Content-Type", "application/json"}}));
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    auto *box = in<QComboBox>(u"baseModel"_s);
    ODC_EVENTUALLY(box->count() == 5);
    QStringList ids;
    for (int i = 0; i < box->count(); ++i)
        ids << box->itemText(i);
    QCOMPARE(ids, (QStringList{u"gpt-4.1-mini-2025-04-14"_s, u"gpt-4o-mini-2024-07-18"_s, u"a-voice-model"_s,
                               u"b-older-model"_s, u"ft:gpt-4o-mini-2024-07-18:acme::x"_s}));
    QCOMPARE(box->currentText(), QString()); // none of them is chosen for the person
}

void TestNewJobForm::numbersKeepTheirBounds()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromUploaded(u"file-1"_s);
    chooseModel(u"m"_s);
    QVERIFY(create()->isEnabled());
    openTab(u"Hyperparameters"_s);
    auto *number = in<QLineEdit>(u"batch_size"_s);
    QVERIFY(!number->isEnabled());
    Console::click(in<QCheckBox>(u"batch_size.auto"_s));
    QVERIFY(number->hasFocus());
    QVERIFY2(problemText().contains(u"needs a number"_s), qPrintable(problemText()));
    type(number, u"many"_s);
    QVERIFY2(problemText().contains(u"“many”"_s), qPrintable(problemText()));
    type(number, u"257"_s);
    QVERIFY2(problemText().contains(u"from 1 to 256"_s), qPrintable(problemText()));
    QVERIFY(!create()->isEnabled());
    type(number, u"256"_s);
    QVERIFY2(create()->isEnabled(), qPrintable(problemText()));
    QCOMPARE(dialog->draft().hyperparameters(), (QJsonObject{{u"batch_size"_s, 256}}));
    Console::click(in<QCheckBox>(u"batch_size.auto"_s));
    QCOMPARE(dialog->draft().hyperparameters(), QJsonObject());
    // A click where the number stands takes it off auto.
    QVERIFY(!number->isEnabled());
    QTest::mouseClick(number, Qt::LeftButton);
    QVERIFY(number->isEnabled() && number->hasFocus());
    QVERIFY(!in<QCheckBox>(u"batch_size.auto"_s)->isChecked());
    type(number, u"16"_s);
    QCOMPARE(dialog->draft().hyperparameters(), (QJsonObject{{u"batch_size"_s, 16}}));
    openTab(u"More"_s);
    auto *suffix = in<QWidget>(u"jobNames"_s)->findChild<QLineEdit *>(u"suffix"_s);
    type(suffix, QString(65, u'a'));
    QVERIFY2(problemText().contains(u"64"_s), qPrintable(problemText()));
    type(suffix, u"a"_s);
    type(in<QWidget>(u"jobNames"_s)->findChild<QLineEdit *>(u"seed"_s), u"2147483648"_s);
    QVERIFY2(problemText().contains(u"2147483647"_s), qPrintable(problemText()));
}

void TestNewJobForm::theJsonBesideSaysTheSame()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    auto *body = in<JsonEdit>(u"requestJson"_s);
    QVERIFY(body);
    type(
        body,
        uR"({"model":"gpt-4o","training_file":"file-7","suffix":"x","priority":1,"method":{"type":"dpo","dpo":{"hyperparameters":{"beta":0.5}}},"metadata":{"a":"b"}})"_s);
    ODC_EVENTUALLY(in<QComboBox>(u"baseModel"_s)->currentText() == u"gpt-4o"_s);
    QCOMPARE(in<QComboBox>(u"trainingFiles"_s)->currentText(), u"file-7"_s);
    QVERIFY(in<QRadioButton>(u"method.dpo"_s)->isChecked());
    QCOMPARE(in<QLineEdit>(u"beta"_s)->text(), u"0.5"_s);
    QVERIFY(!in<QCheckBox>(u"beta.auto"_s)->isChecked());
    // And back: what the form does not know stays.
    openTab(u"More"_s);
    type(in<QWidget>(u"jobNames"_s)->findChild<QLineEdit *>(u"suffix"_s), u"y"_s);
    const QJsonObject shown = object(body->toPlainText().toUtf8());
    QCOMPARE(shown.value("suffix"_L1), QJsonValue(u"y"_s));
    QCOMPARE(shown.value("priority"_L1), QJsonValue(1));
    QCOMPARE(shown, dialog->draft().toJson());
    type(body, u"{\"model\": "_s);
    ODC_EVENTUALLY(!create()->isEnabled());
}

void TestNewJobForm::examplesInBothFilesAreSaid()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"train.jsonl"_s, chats(20)));
    QWidget *place =
        in<QComboBox>(u"validationFiles"_s)->parentWidget()->parentWidget()->parentWidget()->parentWidget();
    QVERIFY(drop(place, {file(u"valid.jsonl"_s, chats(2) + chats(8, "Other"))}));
    auto *note = in<QLabel>(u"overlapNote"_s);
    ODC_EVENTUALLY(note->isVisible());
    QVERIFY2(note->text().contains(u"2"_s) && note->text().contains(u"of 10"_s), qPrintable(note->text()));
    QVERIFY2(note->text().contains(u"line 1 is line 1"_s), qPrintable(note->text()));
    chooseModel(u"gpt-4o-mini-2024-07-18"_s);
    QSignalSpy created(dialog, &NewJobDialog::created);
    const FineTuningJob job = made(created);
    QVERIFY(!job.validationFileId.isEmpty() && job.validationFileId != job.trainingFileId);
    QCOMPARE(count("POST", "/v1/files"), 2);
}

void TestNewJobForm::lengthsAreSaidBarByBar()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"train.jsonl"_s, chats(40)));
    auto *bars = m_console->await<HistogramBars>(u"tokenHistogram"_s);
    QVERIFY(bars);
    qint64 all = 0;
    for (const HistogramBars::Bar &bar : bars->bars())
        all += bar.count;
    QCOMPARE(all, 40);
    QAccessibleInterface *control = QAccessible::queryAccessibleInterface(bars);
    QVERIFY(control->text(QAccessible::Name).contains(u"Tokens"_s));
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_Home);
    QCOMPARE(bars->current(), 0);
    QVERIFY(bars->textOf(0).startsWith(u"0 to "_s));
    QCOMPARE(control->text(QAccessible::Description), bars->textOf(0));
    QTest::keyClick(bars, Qt::Key_Right);
    QCOMPARE(bars->current(), std::min(1, int(bars->bars().size()) - 1));
    QCOMPARE(bars->table().count(u'\n'), bars->bars().size() + 1);
}

void TestNewJobForm::integrationsAreARowEach()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromUploaded(u"file-1"_s);
    chooseModel(u"m"_s);
    openTab(u"More"_s);
    Console::click(in<QPushButton>(u"addIntegration"_s));
    QVERIFY2(problemText().contains(u"needs the project"_s), qPrintable(problemText()));
    type(in<QLineEdit>(u"integration.project"_s), u"tickets"_s);
    type(in<QLineEdit>(u"integration.tags"_s), u"q4, eu"_s);
    QVERIFY2(create()->isEnabled(), qPrintable(problemText()));
    QCOMPARE(dialog->draft().toJson().value("integrations"_L1).toArray().first().toObject(),
             object(R"({"type":"wandb","wandb":{"project":"tickets","tags":["q4","eu"]}})"));
    for (int i = 0; i < 4; ++i)
        Console::click(in<QPushButton>(u"addIntegration"_s));
    QVERIFY(!in<QPushButton>(u"addIntegration"_s)->isEnabled());
    while (auto *remove = in<QToolButton>(u"removeIntegration"_s)) {
        Console::click(remove);
        QCoreApplication::sendPostedEvents(remove, QEvent::DeferredDelete);
    }
    QVERIFY(!dialog->draft().toJson().contains("integrations"_L1));
}

void TestNewJobForm::aLikeJobHasItsSettings()
{
    const FineTuningJob like = FineTuningJob::fromJson(object(
        R"({"id":"ftjob-1","model":"gpt-4o-mini-2024-07-18","training_file":"file-1","status":"succeeded","seed":7,
            "method":{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":3,"batch_size":"auto"}}},"metadata":{"team":"cx"}})"));
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startLike(like);
    QCOMPARE(in<QComboBox>(u"baseModel"_s)->currentText(), u"gpt-4o-mini-2024-07-18"_s);
    QCOMPARE(in<QLineEdit>(u"n_epochs"_s)->text(), u"3"_s);
    QCOMPARE(dialog->draft().toJson().value("metadata"_L1).toObject(), (QJsonObject{{u"team"_s, u"cx"_s}}));
    QTest::keyClick(dialog, Qt::Key_Escape); // nothing was filled in: nothing is asked
    ODC_EVENTUALLY(!m_dialog || !m_dialog->isVisible());
}

void TestNewJobForm::closingAsksBeforeWorkIsLost()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"a.jsonl"_s, chats(12)));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(m_console->await<QDialog>(u"confirmDialog"_s));
    QVERIFY(dialog->isVisible());
}

void TestNewJobForm::aReadOnlyProfileOffersNothing()
{
    m_server = std::make_unique<ServerProcess>();
    QVERIFY(m_server->start(QStringList{u"--api-key"_s, u"sk-test"_s}));
    m_profileId = m_console->addProfile(u"look"_s, m_server->url(), u"sk-test"_s,
                                        [](Profile &profile) { profile.readOnly = true; });
    QVERIFY(m_console->open(m_profileId));
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromUploaded(u"file-1"_s);
    chooseModel(u"m"_s);
    QVERIFY(!create()->isEnabled());
    QVERIFY(create()->toolTip().contains(u"read-only"_s));
}

void TestNewJobForm::everyFieldHasAName()
{
    NewJobDialog *dialog = openForm();
    QVERIFY(dialog);
    dialog->startFromFile(file(u"sums.jsonl"_s, questions(15)));
    Console::click(in<QRadioButton>(u"method.reinforcement"_s));
    QStringList nameless;
    const QList<QWidget *> all = dialog->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        // A button that is not needed now has no words yet.
        if (widget->window() != dialog || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
            widget->isHidden() || widget->parentWidget()->isHidden() ||
            widget->objectName().startsWith("qt_"_L1))
            continue;
        QAccessibleInterface *control = QAccessible::queryAccessibleInterface(widget);
        if (!control || qobject_cast<QTabBar *>(widget->parentWidget()) ||
            qobject_cast<QComboBox *>(widget->parentWidget()))
            continue;
        const bool speaks = qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) ||
                            qobject_cast<QAbstractButton *>(widget) ||
                            qobject_cast<QAbstractItemView *>(widget);
        if (speaks && control->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() +
                            u" in "_s +
                            QString::fromLatin1(widget->parentWidget()->metaObject()->className()) + u' ' +
                            widget->parentWidget()->objectName();
    }
    QCOMPARE(nameless.join(u", "_s), QString());
}

QTEST_MAIN(TestNewJobForm)
#include "tst_newjobform.moc"
