// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/evalrun.h"
#include "api/formproblem.h"
#include "api/requestdraft.h"
#include "evals/templatecheck.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace odc {

/// What the form of a new run holds: the body of POST /evals/{id}/runs (WIRE §10) with named access to its
/// parts. What does not fit the chosen type or source
/// is put aside until it does again.
class RunDraft : public RequestDraft
{
public:
    /// Rows of one's own, answered by a model through the Responses API.
    RunDraft();
    static RunDraft fromJson(const QJsonObject &body);
    /// What would make such a run again.
    static RunDraft fromRun(const EvalRun &run);

    /// jsonl, completions, responses
    QString type() const;
    void setType(const QString &type);
    static QStringList types();
    /// Whether a model answers; else the rows bring their answers.
    bool asksModel() const;

    /// file_content, file_id, stored_completions, responses
    QString sourceType() const;
    void setSourceType(const QString &type);
    /// Those a data source of this type takes.
    static QStringList sourceTypes(const QString &type);
    /// The source as it stands; filters are members of it.
    QJsonObject source() const;
    void setSource(const QJsonObject &source);
    QJsonArray content() const;
    void setContent(const QJsonArray &rows);
    QString fileId() const;
    void setFileId(const QString &id);

    /// template, item_reference; empty: none
    QString inputType() const;
    void setInputType(const QString &type);
    QJsonArray messages() const;
    void setMessages(const QJsonArray &messages);
    QString itemReference() const;
    void setItemReference(const QString &path);
    QString model() const;
    void setModel(const QString &model);
    QJsonObject sampling() const;
    void setSampling(const QJsonObject &sampling);

    /// What the messages may name: the item; there is no sample yet.
    static TemplateScope scope(const QJsonObject &itemSchema);
    /// All rules that are not kept, in the order of the form. Whether the rows fit the schema is for
    /// readRows() to say.
    QList<FormProblem> problems(const QJsonObject &itemSchema) const;

private:
    QJsonObject data() const;
    void setData(const QJsonObject &data);

    QHash<QString, QJsonObject> m_sources;  ///< source type -> its source
    QHash<QString, QJsonObject> m_inputs;   ///< input type -> its input_messages
    QHash<QString, QJsonValue> m_aside;     ///< of the data source: model, sampling_params, input_messages
    QHash<QString, QJsonObject> m_sampling; ///< data source type -> what of sampling_params only it knows
};

} // namespace odc
