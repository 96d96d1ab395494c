// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/formproblem.h"
#include "evals/templatecheck.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>

class QFormLayout;
class QStringListModel;

namespace odc {

class HintLabel;
class Theme;

/// A form over a JSON object: each field shows and writes one member ("a.b": a member of a member). Members
/// without a field stay as they are; an optional field that is left empty takes its member away. What a
/// person typed and is no value (letters where a number is wanted) stays in the field, is said below it, and
/// the member keeps its last value.
class JsonForm : public QWidget
{
    Q_OBJECT
public:
    explicit JsonForm(const Theme &theme, QWidget *parent = nullptr);

    enum class Need { Required, Optional };
    struct Choice
    {
        QString value;
        QString text; ///< translated; empty: the value itself
    };

    void addText(const QString &key, const QString &label, Need need, const QString &hint = {});
    void addChoice(const QString &key, const QString &label, Need need, const QList<Choice> &choices);
    void addNumber(const QString &key, const QString &label, bool whole, const QString &hint = {});
    /// Two numbers in a list.
    void addRange(const QString &key, const QString &label);
    /// Unix seconds, written as a date with time, or as seconds.
    void addTime(const QString &key, const QString &label);
    void addTemplate(const QString &key, const QString &label, int leastLines, int mostLines);
    void addMessages(const QString &key, const QString &label);
    void addCode(const QString &key, const QString &label, int lines);
    void addJson(const QString &key, const QString &label, int lines, const QString &hint);
    /// A list of texts, with commas between.
    void addNames(const QString &key, const QString &label, const QString &hint);
    void addPairs(const QString &key, const QString &label);
    void addModel(const QString &key, const QString &label, Need need);
    /// "labels" with "passing_labels".
    void addLabels(const QString &label);
    /// A sentence across the form.
    void addNote(const QString &text);

    /// Of the widest label; alignLabels() makes all as wide, so that forms one below the other are one.
    int labelWidth() const;
    void alignLabels(int width);

    void setValue(const QJsonObject &value);
    const QJsonObject &value() const { return m_value; }
    void setScope(const TemplateScope &scope);
    /// Suggestions for fields that name a model. Outlives the form.
    void setModels(QStringListModel *models);
    /// Shows each below the field it is about; paths are from this object on.
    void setProblems(const QList<FormProblem> &problems);
    /// Fields whose text is no value.
    QList<FormProblem> faults() const;
    /// Moves the keyboard to the field that a problem's path is about. False: there is none.
    bool focusField(const QString &path);
    QWidget *editor(const QString &key) const;

Q_SIGNALS:
    void edited();

private:
    struct Field
    {
        QString key;
        QWidget *editor = nullptr;
        HintLabel *problem = nullptr;
        std::function<void(const QJsonValue &)> show; ///< never emits
        std::function<QJsonValue()> read;             ///< undefined: takes the member away
        std::function<QString()> fault;               ///< why what stands there is no value
    };

    Field &add(const QString &key, const QString &label, QWidget *editor);
    void take(qsizetype index);
    void showProblem(Field &field, const QString &said, bool warning);
    const Field *fieldOf(const QString &path) const;

    const Theme &m_theme;
    QFormLayout *m_form;
    QList<Field> m_fields;
    QJsonObject m_value;
    QList<FormProblem> m_problems;
    QStringListModel *m_models = nullptr;
    bool m_filling = false;
};

} // namespace odc
