// SPDX-License-Identifier: GPL-3.0-or-later
#include "promptpane.h"

#include "ui/dialogs/hintlabel.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/messagelistedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

PromptPane::PromptPane(const Theme &theme, const QJsonObject &itemSchema, QStringListModel *models,
                       QWidget *parent)
    : QWidget(parent), m_model(new JsonForm(theme, this)), m_inputType(new QComboBox(this)),
      m_inputs(new QStackedWidget(this)), m_messages(new MessageListEdit(theme, this)),
      m_reference(new QLineEdit(this)),
      m_problem(new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::between);
    m_model->addModel(u"model"_s, tr("&Model"), JsonForm::Need::Required);
    m_model->setModels(models);
    layout->addWidget(m_model);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::edge);
    auto *label = new QLabel(tr("It is &asked"), this);
    label->setBuddy(m_inputType);
    m_inputType->setObjectName(u"inputType"_s);
    m_inputType->addItem(tr("these messages"), u"template"_s);
    m_inputType->addItem(tr("the messages in a value of the item"), u"item_reference"_s);
    m_inputType->addItem(tr("nothing: stored answers are graded"), QString());
    const int labels = std::max(label->sizeHint().width() + metrics::tight, m_model->labelWidth());
    label->setMinimumWidth(labels);
    m_model->alignLabels(labels);
    row->addWidget(label);
    row->addWidget(m_inputType);
    row->addStretch(1);
    layout->addLayout(row);
    m_problem->setObjectName(u"problem.input_messages"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);

    m_messages->setScope(RunDraft::scope(itemSchema));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *list = new QWidget(area);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_messages);
    listLayout->addStretch(1);
    area->setWidget(list);
    m_inputs->addWidget(area);
    auto *reference = new QWidget(this);
    auto *referenceLayout = new QVBoxLayout(reference);
    referenceLayout->setContentsMargins(0, 0, 0, 0);
    referenceLayout->setSpacing(metrics::inside);
    m_reference->setObjectName(u"itemReference"_s);
    m_reference->setAccessibleName(tr("Path of the value with the messages"));
    m_reference->setPlaceholderText(u"item.messages"_s);
    auto *completer = new QCompleter(itemPaths(itemSchema), m_reference);
    completer->setFilterMode(Qt::MatchContains);
    m_reference->setCompleter(completer);
    referenceLayout->addWidget(m_reference);
    referenceLayout->addWidget(
        new HintLabel(theme, Theme::FontRole::Small,
                      tr("A list of messages in each row, as in item.messages; without braces."), reference));
    referenceLayout->addStretch(1);
    m_inputs->addWidget(reference);
    m_inputs->addWidget(new QWidget(this));
    layout->addWidget(m_inputs, 1);
    setFocusProxy(m_model);

    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(m_model, &JsonForm::edited, this, tell);
    connect(m_messages, &MessageListEdit::edited, this, tell);
    connect(m_reference, &QLineEdit::textEdited, this, tell);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, tell, Qt::QueuedConnection);
    connect(m_inputType, &QComboBox::currentIndexChanged, this, tell);
}

void PromptPane::setDraft(const RunDraft &draft)
{
    m_filling = true;
    m_model->setValue({{u"model"_s, draft.model()}});
    const int type = std::max(0, m_inputType->findData(draft.inputType()));
    m_inputType->setCurrentIndex(type);
    m_inputs->setCurrentIndex(type);
    if (draft.inputType() == "template"_L1)
        m_messages->setMessages(draft.messages());
    if (draft.inputType() == "item_reference"_L1 && m_reference->text() != draft.itemReference())
        m_reference->setText(draft.itemReference());
    m_filling = false;
}

void PromptPane::writeTo(RunDraft &draft) const
{
    const QString model = m_model->value().value("model"_L1).toString();
    if (model != draft.model())
        draft.setModel(model);
    const QString type = m_inputType->currentData().toString();
    if (type != draft.inputType()) {
        draft.setInputType(type); // with what it held before, which the pane shows next
        return;
    }
    if (type == "template"_L1 && m_messages->messages() != draft.messages())
        draft.setMessages(m_messages->messages());
    if (type == "item_reference"_L1 && m_reference->text() != draft.itemReference())
        draft.setItemReference(m_reference->text());
}

void PromptPane::setProblems(const QList<FormProblem> &problems)
{
    m_model->setProblems(problems);
    const QList<FormProblem> input = problemsBelow(problems, u"input_messages"_s);
    const FormProblem *first = firstError(input) ? firstError(input)
                               : input.isEmpty() ? nullptr
                                                 : &input.first();
    m_problem->setText(first ? first->message : QString());
    m_problem->setToken(first && first->warning ? Token::Warn : Token::Bad);
    m_problem->setVisible(first);
}

QList<FormProblem> PromptPane::faults() const
{
    const QString fault = m_inputType->currentData() == u"template"_s ? m_messages->fault() : QString();
    return fault.isEmpty() ? QList<FormProblem>() : QList<FormProblem>{{u"input_messages.template"_s, fault}};
}

void PromptPane::focusField(const QString &path)
{
    if (path == "model"_L1) {
        m_model->focusField(path);
        return;
    }
    const qsizetype open = path.indexOf(u'[');
    QWidget *message = open < 0 ? nullptr
                                : m_messages->findChild<QWidget *>(
                                      u"message"_s + path.mid(open + 1, path.indexOf(u']') - open - 1));
    if (message)
        message->setFocus();
    else if (path.contains("item_reference"_L1))
        m_reference->setFocus();
    else
        m_inputType->setFocus();
}

} // namespace odc
