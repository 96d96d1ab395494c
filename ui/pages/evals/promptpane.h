// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "evals/rundraft.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;
class QStringListModel;

namespace odc {

class JsonForm;
class MessageListEdit;
class TextLabel;
class Theme;

/// What a model is asked in a run: which model, and the messages, as a template or as a value of the item.
class PromptPane final : public QWidget
{
    Q_OBJECT
public:
    PromptPane(const Theme &theme, const QJsonObject &itemSchema, QStringListModel *models,
               QWidget *parent = nullptr);

    void setDraft(const RunDraft &draft);
    /// Writes what stands here into the draft.
    void writeTo(RunDraft &draft) const;
    /// Paths below "data_source".
    void setProblems(const QList<FormProblem> &problems);
    QList<FormProblem> faults() const;
    void focusField(const QString &path);

Q_SIGNALS:
    void edited();

private:
    JsonForm *m_model;
    QComboBox *m_inputType;
    QStackedWidget *m_inputs;
    MessageListEdit *m_messages;
    QLineEdit *m_reference;
    TextLabel *m_problem;
    bool m_filling = false;
};

} // namespace odc
