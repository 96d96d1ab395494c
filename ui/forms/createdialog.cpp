// SPDX-License-Identifier: GPL-3.0-or-later
#include "createdialog.h"

#include "api/session.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/forms/echonote.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/jsonside.h"
#include "ui/forms/problemline.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {
const auto jsonPath = "json"_L1; ///< of a problem of the JSON itself
} // namespace

CreateDialog::CreateDialog(const PageContext &context, const Texts &texts, const QString &path,
                           QWidget *parent)
    : ConsoleDialog(context.shell.theme, texts.title, parent), m_context(context), m_texts(texts),
      m_models(new QStringListModel(this)), m_message(new MessageBar(theme(), this)),
      m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)), m_parts(new QSplitter(this)),
      m_side(new JsonSide(theme(), context.session, path, this)), m_problems(new ProblemLine(theme(), this)),
      m_createText(texts.create)
{
    QString about = texts.about;
    if (context.profile.production)
        about += u' ' + tr("This goes to the production profile “%1”.").arg(context.profile.name);
    setIntroduction(about);
    m_message->setObjectName(u"createMessage"_s);
    body()->addWidget(m_message);
    if (texts.asksModels)
        body()->addWidget(new EchoNote(theme(), context.profile, *texts.asksModels, this));

    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, metrics::inside, 0);
    leftLayout->setSpacing(metrics::between);
    m_tabs->setObjectName(u"createTabs"_s);
    m_tabs->setAccessibleName(texts.parts);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    leftLayout->addWidget(m_tabs);
    leftLayout->addWidget(m_pages, 1);
    auto *right = new QWidget(this);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(metrics::inside, 0, 0, 0);
    rightLayout->setSpacing(metrics::between);
    rightLayout->addWidget(m_side, 1);
    m_right = rightLayout;
    auto *splitter = static_cast<QSplitter *>(m_parts);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({metrics::textWidth * 7 / 4, metrics::textWidth});
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    body()->addWidget(splitter, 1);
    body()->addWidget(m_problems);

    m_cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_create = addButton(texts.create, ButtonRole::Primary);
    m_create->setObjectName(texts.createName);
    m_create->setAutoDefault(false); // Enter in a field is not meant to send
    m_create->setDefault(false);
    connect(m_create, &QPushButton::clicked, this, [this] {
        m_message->dismiss();
        send();
    });
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_side, &JsonSide::edited, this, &CreateDialog::takeBody);
    connect(m_side, &JsonSide::faultChanged, this, [this] { judge(); });
    connect(m_problems, &ProblemLine::showRequested, this, &CreateDialog::showField);
    context.session.models().list(this, [this](const Result<Page<ModelObject>> &page) {
        QList<ModelObject> models = page ? page->items : QList<ModelObject>();
        orderModels(models);
        QStringList ids;
        for (const ModelObject &model : std::as_const(models))
            ids << model.id;
        m_models->setStringList(ids);
    });
    setWantedSize({1220, 760});
}

void CreateDialog::orderModels(QList<ModelObject> &models) const
{
    std::sort(models.begin(), models.end(),
              [](const ModelObject &left, const ModelObject &right) { return left.id < right.id; });
}

void CreateDialog::addTab(const QString &title, QWidget *page)
{
    m_pages->addWidget(page);
    m_tabs->addTab(title);
    m_tabs->updateGeometry(); // hidden, a tab bar does not tell its layout that it became higher
}

void CreateDialog::addBelowSide(QWidget *widget)
{
    m_right->addWidget(widget, 1);
}

JsonForm *CreateDialog::addGeneralTab(const QString &exampleName)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *form = new JsonForm(theme(), page);
    form->setObjectName(u"general"_s);
    form->addText(u"name"_s, tr("&Name"), JsonForm::Need::Optional, exampleName);
    form->addPairs(u"metadata"_s, tr("Meta&data"));
    layout->addWidget(form);
    layout->addStretch(1);
    addTab(tr("General"), page);
    return form;
}

void CreateDialog::begin(const QJsonObject &body)
{
    m_begun = body;
    m_side->setBody(body);
}

void CreateDialog::showProblems(QList<FormProblem> problems)
{
    if (!m_side->fault().isEmpty())
        problems.prepend({jsonPath, m_side->fault()});
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        bool wrong = false;
        for (const FormProblem &problem : std::as_const(problems))
            wrong |= !problem.warning && problem.path != jsonPath && tabOf(problem.path) == tab;
        m_tabs->setTabIcon(tab, wrong ? theme().icon(Icon::Warning, Token::Bad) : QIcon());
    }
    m_problems->setProblems(problems, tr("Ready to create."));
    const bool readOnly = m_context.session.isReadOnly();
    m_create->setEnabled(!firstError(problems) && !isBusy() && !readOnly);
    m_create->setToolTip(readOnly ? tr("This profile is read-only.") : QString());
}

void CreateDialog::showField(const QString &path)
{
    if (path == jsonPath) {
        m_side->setFocus();
        return;
    }
    m_tabs->setCurrentIndex(tabOf(path));
    focusField(path);
}

bool CreateDialog::hasWork() const
{
    return currentBody() != m_begun || !m_side->fault().isEmpty();
}

QString CreateDialog::lossText() const
{
    return m_texts.notMade + u' ' + tr("What you filled in would be lost.");
}

void CreateDialog::reject()
{
    if (isBusy())
        return; // what becomes of it would not be known
    if (!hasWork()) {
        ConsoleDialog::reject();
        return;
    }
    ConfirmDialog::Question question;
    question.title = m_texts.discard;
    question.introduction = lossText();
    question.confirm = tr("Discard");
    question.dismiss = tr("Keep editing");
    auto *dialog = new ConfirmDialog(theme(), question, this);
    connect(dialog, &QDialog::accepted, this, [this] { ConsoleDialog::reject(); });
    dialog->open();
}

void CreateDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field neither sends nor closes; with Ctrl it sends.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ControlModifier)
            m_create->click();
        return;
    }
    ConsoleDialog::keyPressEvent(event);
}

void CreateDialog::setCreateText(const QString &text)
{
    m_createText = text;
    m_create->setText(isBusy() ? m_texts.creating : m_createText);
}

void CreateDialog::pressCreate()
{
    m_create->click();
}

void CreateDialog::busyChanged()
{
    m_create->setText(isBusy() ? m_texts.creating : m_createText);
    m_cancel->setEnabled(!isBusy());
    m_problems->setVisible(!isBusy()); // there are none to mend, and a subclass may say how it gets on
    judge();
}

} // namespace odc
