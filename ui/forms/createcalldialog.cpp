// SPDX-License-Identifier: GPL-3.0-or-later
#include "createcalldialog.h"

#include "base/clock.h"
#include "base/format.h"

namespace odc {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 clocksDiffer = 300; ///< seconds by which the server's clock may be behind ours
} // namespace

CreateCallDialog::CreateCallDialog(const PageContext &context, const Texts &texts, const QString &maybeMade,
                                   const QString &path, QWidget *parent)
    : CreateDialog(context, texts, path, parent), m_maybeMade(maybeMade)
{
}

LostCreateDialog::Candidate CreateCallDialog::candidate(const QString &id, qint64 madeAt)
{
    return {id, tr("%1, made %2").arg(id, format::exactTime(madeAt))};
}

void CreateCallDialog::setCall(const Call &call)
{
    m_call = call;
    busyChanged();
}

void CreateCallDialog::send()
{
    if (isBusy())
        return;
    if (m_isLost) // only a word of the person's leads on
        askAboutLost();
    else
        prepare();
}

void CreateCallDialog::sendNow()
{
    m_sentAt = context().shell.clock.unixSeconds();
    setCall(sendBody());
}

void CreateCallDialog::succeeded()
{
    m_call = {};
    accept();
}

void CreateCallDialog::failed(const ApiError &error)
{
    setCall({});
    if (error.kind == ApiError::Kind::OutcomeUnknown) {
        m_isLost = true;
        askAboutLost();
        return;
    }
    messages()->showMessage(refusal(error));
    if (!error.param.isEmpty())
        showField(error.param);
}

Message CreateCallDialog::refusal(const ApiError &error) const
{
    Message message{Message::Kind::Error, error.headline()};
    message.text += u' ' + (error.message.isEmpty() ? error.advice() : error.message);
    message.details = error.details();
    return message;
}

void CreateCallDialog::askAboutLost()
{
    const auto look = [this](QObject *owner, LostCreateDialog::Answer answer) {
        lookUp(m_sentAt - clocksDiffer, owner, std::move(answer));
    };
    auto *dialog = new LostCreateDialog(theme(), nameOfIt(), look, this, toldBy());
    connect(dialog, &LostCreateDialog::sendAgain, this, [this] {
        messages()->dismiss();
        m_isLost = false;
        prepare(); // of what it is by now
    });
    connect(dialog, &LostCreateDialog::isThere, this, [this](const QString &id) { setCall(fetch(id)); });
    connect(dialog, &QDialog::rejected, this, [this] {
        messages()->showMessage({Message::Kind::Warning, m_maybeMade});
    });
    dialog->open();
}

} // namespace odc
