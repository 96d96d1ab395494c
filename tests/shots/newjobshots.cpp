// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a new fine-tuning job: each method, what the check of its files says, and what becomes of
// sending it.
#include "shots/shots.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "transfers/transferqueue.h"
#include "ui/forms/jsonedit.h"
#include "ui/forms/rewardedit.h"
#include "ui/pages/finetuning/newjobdialog.h"
#include "ui/pages/finetuning/trainingfileedit.h"

#include <QCheckBox>
#include <QJsonDocument>
#include <QLabel>
#include <QRadioButton>

namespace odc {

using namespace odc::test;
using namespace Qt::StringLiterals;

namespace {

/// Tickets with answers of very different length.
QByteArray chats(int count, const QByteArray &product = "Printer")
{
    static const QByteArray pieces[]{"Open Settings, then Devices, and remove the entry. ",
                                     "Restart the spooler service and try a test page. ",
                                     "If it still does not print, install the driver of the maker. ",
                                     "Tell the customer that we are sorry. "};
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        QByteArray answer;
        for (int j = 0; j <= (i * 7919 % 23) * (i % 3 + 1) / 2; ++j)
            answer += pieces[(i + j) % 4];
        text +=
            R"({"messages":[{"role":"system","content":"You answer support tickets briefly."},{"role":"user","content":")" +
            product + " lost its driver after the 24H2 update, ticket " + QByteArray::number(4100 + i) +
            R"(."},{"role":"assistant","content":")" + answer + "\"}]}\n";
    }
    return text;
}

QByteArray pairs(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text +=
            R"({"input":{"messages":[{"role":"user","content":"How do I reset my password? Ticket )" +
            QByteArray::number(i) +
            R"("}],"tools":[],"parallel_tool_calls":true},"preferred_output":[{"role":"assistant","content":"Use the link below the form; it is valid for an hour.)" +
            QByteArray(" It is sent once.").repeated(i * 31 % 9) +
            R"("}],"non_preferred_output":[{"role":"assistant","content":"Read the manual."}]})" + '\n';
    return text;
}

QByteArray questions(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += R"({"messages":[{"role":"user","content":"Which part fits order )" + QByteArray::number(i) +
                QByteArray(", the one that was ordered last week?").repeated(1 + i * 13 % 7) +
                R"("}],"sku":"A-)" + QByteArray::number(100 + i % 40) + R"(","text":"cartridge, black"})" +
                '\n';
    return text;
}

} // namespace

NewJobDialog *Shots::openNewJob()
{
    auto *dialog = new NewJobDialog(m_console->context(), &m_console->window());
    dialog->open();
    return dialog;
}

bool Shots::newJobChecked(const QByteArray &content, const QString &model, const QString &method)
{
    auto *dialog = openNewJob();
    dialog->findChild<QComboBox *>(u"baseModel"_s)->setEditText(model);
    dialog->findChild<QRadioButton *>(u"method."_s + method)->click();
    dialog->startFromFile(writeFile(m_scratch.filePath(u"support-november.jsonl"_s), content));
    return eventually(
        [dialog] { return dialog->findChild<QLabel *>(u"trainingFileState"_s)->text().contains(u"sent"_s); });
}

void Shots::newJobTab(int tab)
{
    m_console->find<QDialog>(u"newJobDialog"_s)->findChild<QTabBar *>(u"createTabs"_s)->setCurrentIndex(tab);
}

bool Shots::newJobBlank()
{
    return m_console->openLocal() && openNewJob() &&
           eventually([this] { return m_console->find<QTabBar>(u"createTabs"_s)->height() > 20; }) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobFile()
{
    return openSample() && newJobChecked(chats(1200), u"gpt-4o-mini-2024-07-18"_s, u"supervised"_s) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobFindings()
{
    QByteArray bad = chats(60);
    bad += "{\"messages\": [{\"role\": \"user\", \n";
    bad +=
        R"({"messages":[{"role":"user","content":"Hello?"}]})"
        "\n"
        R"({"messages":[{"role":"user","content":"Hi"},{"role":"assistent","content":"Hello"}]})"
        "\n"
        R"({"messages":[{"role":"user","content":"Stock of A7?","weight":1},{"role":"assistant","content":"12","weight":2}]})"
        "\n";
    bad += chats(2);
    return openSample() && newJobChecked(bad, u"gpt-4o-mini-2024-07-18"_s, u"supervised"_s) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobValidation()
{
    if (!openSample() || !newJobChecked(chats(600), u"gpt-4.1-mini-2025-04-14"_s, u"supervised"_s))
        return false;
    auto *dialog = m_console->find<QDialog>(u"newJobDialog"_s);
    const QList<TrainingFileEdit *> files = dialog->findChildren<TrainingFileEdit *>();
    for (TrainingFileEdit *file : files) {
        if (file->role() == TrainingFileEdit::Role::Validation)
            file->setPath(
                writeFile(m_scratch.filePath(u"support-validation.jsonl"_s), chats(3) + chats(57, "VPN")));
    }
    return eventually([this] {
               auto *note = m_console->find<QLabel>(u"overlapNote"_s);
               return note && note->isVisible();
           }) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobModel()
{
    if (!openSample() || !newJobChecked(pairs(400), u"gpt-4.1-mini-2025-04-14"_s, u"dpo"_s))
        return false;
    newJobTab(1);
    return pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobNumbers(const QString &method)
{
    const bool rewards = method == "reinforcement"_L1;
    if (!openSample() ||
        !newJobChecked(rewards ? questions(300) : pairs(400),
                       rewards ? u"o4-mini-2025-04-16"_s : u"gpt-4.1-mini-2025-04-14"_s, method))
        return false;
    newJobTab(2);
    const auto number = [this](const QString &key, const QString &text) {
        Console::click(m_console->find<QCheckBox>(key + u".auto"_s));
        QTest::keyClicks(m_console->find<QLineEdit>(key), text);
    };
    number(u"n_epochs"_s, u"3"_s);
    number(rewards ? u"compute_multiplier"_s : u"beta"_s, rewards ? u"12"_s : u"0.15"_s);
    return pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobGrader(bool several)
{
    if (!openSample() || !newJobChecked(questions(300), u"o4-mini-2025-04-16"_s, u"reinforcement"_s))
        return false;
    auto *dialog = m_console->find<QDialog>(u"newJobDialog"_s);
    auto *json = dialog->findChild<JsonEdit *>(u"requestJson"_s);
    QJsonObject body = json->json().toObject();
    const QByteArray grader =
        several
            ? R"({"type":"multi","name":"mix","calculate_output":"0.7 * exact + 0.3 * near","graders":{
                "exact":{"type":"string_check","name":"exact","input":"{{sample.output_json.sku}}","reference":"{{item.sku}}","operation":"ilike"},
                "near":{"type":"text_similarity","name":"near","input":"{{sample.output_text}}","reference":"{{item.text}}","evaluation_metric":"fuzzy_match"}}})"
            : R"({"type":"text_similarity","name":"near","input":"{{sample.output_text}}","reference":"{{item.txt}}","evaluation_metric":"fuzzy_match"})";
    body.insert(u"method"_s,
                QJsonObject{{u"type"_s, u"reinforcement"_s},
                            {u"reinforcement"_s,
                             QJsonObject{{u"grader"_s, QJsonDocument::fromJson(grader).object()}}}});
    json->selectAll();
    json->insertPlainText(QString::fromUtf8(QJsonDocument(body).toJson()));
    newJobTab(3);
    return eventually([dialog] {
               return !dialog->findChild<RewardEdit *>()->grader().isEmpty() &&
                      dialog->findChild<QLabel *>(u"trainingFileState"_s)->text().contains(u"sent"_s);
           }) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobMore()
{
    if (!openSample() || !newJobChecked(chats(1200), u"gpt-4o-mini-2024-07-18"_s, u"supervised"_s))
        return false;
    newJobTab(4);
    auto *suffix = m_console->find<QWidget>(u"jobNames"_s)->findChild<QLineEdit *>(u"suffix"_s);
    QTest::keyClicks(suffix, u"support-v3"_s);
    for (const QString &project : {u"tickets"_s, QString()}) {
        m_console->click(u"addIntegration"_s);
        QTest::keyClicks(QApplication::focusWidget(), project);
    }
    m_console->click(u"addPair"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"team"_s);
    return pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobClosed()
{
    m_proxy->add(
        "POST", "/fine_tuning/jobs",
        Fault::answer(
            403,
            R"({"error":{"message":"Fine-tuning is no longer available for your organization.","type":"invalid_request_error","param":null,"code":null}})"));
    if (!openProxy())
        return false;
    auto *dialog = openNewJob();
    dialog->findChild<QComboBox *>(u"baseModel"_s)->setEditText(u"gpt-4o-mini-2024-07-18"_s);
    dialog->startFromUploaded(u"file-8Xc1Qe"_s);
    return m_console->click(u"createJob"_s) &&
           eventually([this] { return m_console->find<QWidget>(u"createMessage"_s); }) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobSending()
{
    if (!openProxy() || !newJobChecked(chats(1200), u"gpt-4o-mini-2024-07-18"_s, u"supervised"_s))
        return false;
    m_proxy->add("POST", "/files", Fault::stall());
    return m_console->click(u"createJob"_s) &&
           eventually([this] { return m_proxy->count("POST", "/files") == 1; }) &&
           pictureOf(u"newJobDialog"_s);
}

bool Shots::newJobPick()
{
    if (!openSample())
        return false;
    openNewJob();
    return m_console->click(u"trainingFilesBrowse"_s) && eventually([this] {
               auto *list = m_console->find<QAbstractItemView>(u"pickFiles"_s);
               return list && list->model()->rowCount() > 0;
           }) &&
           pictureOf(u"filePicker"_s);
}

} // namespace odc
