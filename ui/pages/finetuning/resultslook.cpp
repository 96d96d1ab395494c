// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultslook.h"

#include "api/session.h"
#include "base/background.h"
#include "base/format.h"
#include "finetuning/resultsfile.h"
#include "ui/dialogs/consoledialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/jsonlview.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024;
const auto resultsKey = u"resultsLook"_s;

class ResultsDialog final : public ConsoleDialog
{
public:
    ResultsDialog(const Theme &theme, const QString &title, const QString &introduction,
                  const QByteArray &lines, QWidget *parent)
        : ConsoleDialog(theme, title, parent)
    {
        setObjectName(u"resultsDialog"_s);
        setIntroduction(introduction);
        auto *view = new JsonlView(theme, this);
        view->openContent(lines, u"results.csv"_s);
        view->setJson(false);
        body()->addWidget(view, 1);
        connect(addButton(ResultsLook::tr("Close"), ButtonRole::Default), &QPushButton::clicked, this,
                &QDialog::reject);
        setWantedSize({880, 620});
    }
};

} // namespace

ResultsLook::ResultsLook(const PageContext &context, QWidget *window, MessageBar &messages)
    : QObject(window), m_context(context), m_window(window), m_messages(messages)
{
    connect(&messages, &MessageBar::actionTriggered, this, [this](const QString &key) {
        if (key != resultsKey)
            return;
        ++m_round;
        m_call.cancel();
        m_messages.dismiss(resultsKey);
    });
}

ResultsLook::~ResultsLook()
{
    m_call.cancel();
}

void ResultsLook::open(const QString &fileId, const QString &title)
{
    m_call.cancel();
    const quint64 round = ++m_round;
    Message message;
    message.key = resultsKey;
    message.text = tr("Fetching %1.").arg(title);
    message.actionText = tr("Stop");
    m_messages.showMessage(message);
    m_call = m_context.session.files().contentHead(
        fileId, mostBytes, this, [=, this](const Result<FilesApi::Head> &head) {
            if (!head) {
                Message failed;
                failed.kind = Message::Kind::Error;
                failed.key = resultsKey;
                failed.text = head.error().kind == ApiError::Kind::NotFound
                                  ? tr("The file %1 is not there any more.").arg(format::oneLine(fileId, 60))
                                  : tr("The file %1 could not be read: %2. %3")
                                        .arg(format::oneLine(fileId, 60), head.error().headline(),
                                             head.error().advice())
                                        .trimmed();
                failed.details = head.error().details();
                m_messages.showMessage(failed);
                return;
            }
            const QByteArray content = head->bytes;
            const bool complete = head->complete;
            // What cannot be understood is shown as it is.
            const auto decode = [content] {
                const Result<ResultsFile> file = readResultsFile(content);
                return file && file->isBase64 ? QByteArray::fromBase64(content) : content;
            };
            inBackground(this, decode, [=, this](const QByteArray &lines) {
                if (round == m_round)
                    show(fileId, title, lines, complete);
            });
        });
}

void ResultsLook::show(const QString &fileId, const QString &title, const QByteArray &lines, bool complete)
{
    m_messages.dismiss(resultsKey);
    QString about = fileId;
    if (!complete)
        about += u" · "_s + tr("only the first %1").arg(format::size(mostBytes));
    auto *dialog = new ResultsDialog(m_context.shell.theme, title, about, lines, m_window);
    dialog->open();
}

} // namespace odc
