// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "base/call.h"
#include "ui/forms/createdialog.h"
#include "ui/forms/lostcreatedialog.h"
#include "ui/widgets/messagebar.h"

namespace odc {

/// A form whose request is one call, which goes out exactly once. What has to be there before it can go is
/// made first. What the server refuses stays here to be mended; a lost answer is asked about.
class CreateCallDialog : public CreateDialog
{
    Q_OBJECT
public:
    /// `path` of the request below the base URL. `maybeMade`: what is said after a lost answer that was not
    /// decided.
    CreateCallDialog(const PageContext &context, const Texts &texts, const QString &maybeMade,
                     const QString &path, QWidget *parent);

protected:
    void send() final;
    bool isBusy() const final { return m_call.isRunning() || isPreparing(); }

    /// Makes what has to be there before: a file that is to be uploaded. Then sendNow(), or nothing.
    virtual void prepare() { sendNow(); }
    virtual bool isPreparing() const { return false; }
    void sendNow();

    /// Sends the request; its answer goes to failed(), or closes the dialog.
    virtual Call sendBody() = 0;
    /// What the list holds that may be what was sent at `sentAt` (unix seconds) or, by another clock, shortly
    /// before.
    virtual void lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer) = 0;
    /// Of the objects of a list, those that may be what was sent: of this name, and not made before `since`.
    template <typename T>
    QList<LostCreateDialog::Candidate> candidates(const QList<T> &list, const QString &name,
                                                  qint64 since) const
    {
        QList<LostCreateDialog::Candidate> found;
        for (const T &object : list) {
            // One that does not say when it was made may be it.
            if (LostCreateDialog::mayBeNamed(object.name, name) && object.createdAt.value_or(since) >= since)
                found.append(candidate(object.id, object.createdAt.value_or(since)));
        }
        return found;
    }
    /// The object that is there after all; as sendBody().
    virtual Call fetch(const QString &id) = 0;
    /// As the person calls it.
    virtual QString nameOfIt() const = 0;
    /// What tells it from others in the list.
    virtual LostCreateDialog::By toldBy() const { return LostCreateDialog::By::Name; }
    static LostCreateDialog::Candidate candidate(const QString &id, qint64 madeAt);

    /// The call ended well: the dialog closes.
    void succeeded();
    void failed(const ApiError &error);
    /// What is said of a refusal.
    virtual Message refusal(const ApiError &error) const;

private:
    void setCall(const Call &call);
    void askAboutLost();

    const QString m_maybeMade;
    Call m_call;
    qint64 m_sentAt = 0; ///< unix seconds
    bool m_isLost = false; ///< one was sent, and what became of it is not decided
};

} // namespace odc
