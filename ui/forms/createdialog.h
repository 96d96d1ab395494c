// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"
#include "base/call.h"
#include "api/formproblem.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"
#include "ui/forms/lostcreatedialog.h"

#include <QJsonObject>

class QStackedWidget;
class QStringListModel;
class QTabBar;

namespace odc {

class JsonForm;
class JsonSide;
class MessageBar;
class ProblemLine;

/// What the forms that make something share: pages in tabs with the request as JSON beside them, the rules
/// that are broken in a line below, and a send that goes out exactly once. What the server refuses stays here
/// to be mended; a lost answer is asked about; what was filled in is not thrown away without a question.
class CreateDialog : public ConsoleDialog
{
    Q_OBJECT
public:
    struct Texts
    {
        QString title;
        QString about;      ///< what the form is for
        QString parts;      ///< accessible name of the tabs
        QString create;     ///< "Create eval"
        QString creating;   ///< while it is sent
        QString discard;    ///< "Discard this eval?"
        QString notMade;    ///< "The eval was not created."
        QString maybeMade;  ///< after a lost answer that was not decided
        QString createName; ///< object name of the button
        bool asksModels = false; ///< what it makes has models asked
    };
    /// `path` of the request below the base URL.
    CreateDialog(const PageContext &context, const Texts &texts, const QString &path, QWidget *parent);

    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

    const PageContext &context() const { return m_context; }
    /// Ids of models the project may use, as soon as they are known.
    QStringListModel *models() const { return m_models; }
    void addTab(const QString &title, QWidget *page);
    /// The tab that every such form has: name, with an example of one, and metadata.
    JsonForm *addGeneralTab(const QString &exampleName);
    QTabBar *tabs() const { return m_tabs; }
    JsonSide *side() const { return m_side; }

    /// The form begins with this: until it differs nothing is lost by closing.
    void begin(const QJsonObject &body);
    /// Shows what is wrong; `problems` in the order of the form. Call it at every change.
    void showProblems(QList<FormProblem> problems);

    /// A person wrote this request beside the form.
    virtual void takeBody(const QJsonObject &body) = 0;
    virtual QJsonObject currentBody() const = 0;
    /// Works out the problems anew and gives them to showProblems().
    virtual void judge() = 0;
    virtual int tabOf(const QString &path) const = 0;
    /// Moves the keyboard to the field, whose tab is open.
    virtual void focusField(const QString &path) = 0;
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

    /// The call ended well: the dialog closes.
    void succeeded();
    void failed(const ApiError &error);

private:
    static LostCreateDialog::Candidate candidate(const QString &id, qint64 madeAt);
    void send();
    void setWaiting(bool waiting);
    void showField(const QString &path);
    void askAboutLost();

    PageContext m_context;
    const Texts m_texts;
    QStringListModel *m_models;
    MessageBar *m_message;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    JsonSide *m_side;
    ProblemLine *m_problems;
    QPushButton *m_cancel;
    QPushButton *m_create;
    QJsonObject m_begun;
    Call m_call;
    qint64 m_sentAt = 0; ///< unix seconds
};

} // namespace odc
