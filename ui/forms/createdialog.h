// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "ui/context/pagecontext.h"
#include "ui/dialogs/consoledialog.h"
#include "ui/forms/echonote.h"

#include <QJsonObject>

#include <optional>

class QStackedWidget;
class QStringListModel;
class QTabBar;

namespace odc {

class JsonForm;
class JsonSide;
class MessageBar;
class ProblemLine;
struct ModelObject;

/// What the forms that make something share: pages in tabs with the request as JSON beside them, the rules
/// that are broken in a line below. What was filled in is not thrown away without a question. How it is sent is
/// the subclass's: see CreateCallDialog.
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
        QString createName; ///< object name of the button
        /// What it makes has models asked: for scores, or for their answers.
        std::optional<EchoNote::About> asksModels = std::nullopt;
    };
    /// `path` of the request below the base URL.
    CreateDialog(const PageContext &context, const Texts &texts, const QString &path, QWidget *parent);

    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

    const PageContext &context() const { return m_context; }
    /// Ids of models the project may use, as soon as they are known; by their ids unless orderModels() has it otherwise.
    QStringListModel *models() const { return m_models; }
    virtual void orderModels(QList<ModelObject> &models) const;
    void addTab(const QString &title, QWidget *page);
    /// Puts something below the JSON; they share the height.
    void addBelowSide(QWidget *widget);
    /// The tab that every such form has: name, with an example of one, and metadata.
    JsonForm *addGeneralTab(const QString &exampleName);
    QTabBar *tabs() const { return m_tabs; }
    JsonSide *side() const { return m_side; }

    /// The form begins with this: until it differs nothing is lost by closing.
    void begin(const QJsonObject &body);
    const QJsonObject &begun() const { return m_begun; }
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
    /// The button was pressed, and nothing forbids it.
    virtual void send() = 0;
    /// It is being sent: the dialog stays, and the button sends nothing else.
    virtual bool isBusy() const = 0;
    /// What closing it now would lose; translated sentences.
    virtual QString lossText() const;
    /// There is something to lose.
    virtual bool hasWork() const;

    MessageBar *messages() const { return m_message; }
    /// What the button says it will do.
    void setCreateText(const QString &text);
    /// As if the button was pressed: nothing when something forbids it.
    void pressCreate();
    /// The same of the button beside it.
    QPushButton *cancelButton() const { return m_cancel; }
    /// The pages and the JSON beside them, for a subclass that locks them.
    QWidget *parts() const { return m_parts; }
    /// Opens the tab of the field, and moves the keyboard to it.
    void showField(const QString &path);
    /// As soon as isBusy() says something else.
    void busyChanged();

private:
    PageContext m_context;
    const Texts m_texts;
    QStringListModel *m_models;
    MessageBar *m_message;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QWidget *m_parts;
    QVBoxLayout *m_right = nullptr;
    JsonSide *m_side;
    ProblemLine *m_problems;
    QPushButton *m_cancel;
    QPushButton *m_create;
    QJsonObject m_begun;
    QString m_createText;
};

} // namespace odc
