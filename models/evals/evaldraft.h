// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/evalobject.h"
#include "api/formproblem.h"
#include "api/requestdraft.h"
#include "evals/templatecheck.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace odc {

/// What the form of a new eval holds: the body of POST /evals (WIRE §10) with named access to its parts.
/// What belongs to a source type that is not chosen is
/// kept for when it is chosen again, and not sent.
class EvalDraft : public RequestDraft
{
public:
    /// A custom source without any property, and no grader.
    EvalDraft();
    static EvalDraft fromJson(const QJsonObject &body);
    /// What would make such an eval again.
    static EvalDraft fromEval(const EvalObject &eval);

    QString sourceType() const;
    void setSourceType(const QString &type);
    QJsonObject itemSchema() const;
    void setItemSchema(const QJsonObject &schema);
    bool includesSample() const;
    void setIncludesSample(bool includes);
    /// The filter of logs and stored completions.
    QJsonObject sourceMetadata() const;
    void setSourceMetadata(const QJsonObject &metadata);

    QJsonArray criteria() const;
    void setCriteria(const QJsonArray &criteria);
    QJsonObject criterion(qsizetype index) const { return criteria().at(index).toObject(); }
    void setCriterion(qsizetype index, const QJsonObject &criterion);

    /// What graders' templates may name.
    TemplateScope scope() const;
    /// All rules that are not kept, in the order of the form.
    QList<FormProblem> problems() const;

    static QStringList sourceTypes();
    /// An own name for another grader of this type.
    QString freeName(const QString &base) const;

private:
    QJsonObject source() const;
    void setSource(const QJsonObject &source);

    QHash<QString, QJsonObject> m_aside; ///< source type -> its data_source_config
};

} // namespace odc
