// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "api/formproblem.h"
#include "api/requestdraft.h"
#include "evals/templatecheck.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace odc {

/// A hyperparameter that a method takes: "auto", a number within bounds, or one of some words (WIRE §5).
struct HyperparameterRule
{
    QString key; ///< "n_epochs"
    bool whole = false;
    double low = 0;
    bool lowIsOut = false; ///< only what is above `low`
    double high = 0;       ///< 0: no bound
    QStringList words;     ///< instead of a number

    /// What it is, in one translated line.
    QString description() const;
    /// "1 to 50, whole", "above 0 to 2"; translated.
    QString bounds() const;
    /// Why this is no value of it; translated, empty: it is one. Undefined is one: the service decides.
    QString fault(const QJsonValue &value) const;
};

/// What the form of a new fine-tuning job holds: the body of POST /fine_tuning/jobs (WIRE §9) with named
/// access to its parts. Only what was set is sent. What belongs to a method that is not chosen is kept for
/// when it is chosen again.
class JobDraft : public RequestDraft
{
public:
    JobDraft();
    static JobDraft fromJson(const QJsonObject &body);
    /// What would train such a model again.
    static JobDraft fromJob(const FineTuningJob &job);

    static QStringList methods();
    static QList<HyperparameterRule> rulesOf(const QString &method);
    static constexpr qint64 largestSeed = 2147483647;
    static constexpr qsizetype longestSuffix = 64;
    static constexpr qsizetype mostIntegrations = 5;

    QString model() const { return text("model"); }
    void setModel(const QString &model) { setText("model", model); }
    QString trainingFile() const { return text("training_file"); }
    void setTrainingFile(const QString &id) { setText("training_file", id); }
    QString validationFile() const { return text("validation_file"); }
    void setValidationFile(const QString &id) { setText("validation_file", id); }
    QString suffix() const { return text("suffix"); }

    /// "supervised" where nothing is said.
    QString method() const;
    void setMethod(const QString &method);
    /// Those of the method; what is left to the service is not in it.
    QJsonObject hyperparameters() const;
    /// Undefined leaves it to the service.
    void setHyperparameter(const QString &key, const QJsonValue &value);
    QJsonObject grader() const;
    void setGrader(const QJsonObject &grader);
    QJsonArray integrations() const;
    void setIntegrations(const QJsonArray &integrations);

    /// What is chosen beside the draft, and will be in it when it is sent.
    struct Circumstances
    {
        bool trainingFileComes = false; ///< it is to be uploaded first
        TemplateScope scope;            ///< what the grader's templates may name
    };
    /// All rules that are not kept, in the order of the form.
    QList<FormProblem> problems(const Circumstances &circumstances) const;

private:
    QString text(const char *key) const { return m_body.value(QLatin1StringView(key)).toString(); }
    /// An empty one is not sent.
    void setText(const char *key, const QString &text);
    /// The object of the method: {"hyperparameters": …, "grader": …}.
    QJsonObject settings() const;
    void setSettings(const QJsonObject &settings);

    QHash<QString, QJsonObject> m_aside; ///< method -> its object
};

/// What the model will be called, as far as it is known before: "ft:gpt-4o-mini-2024-07-18:…:support-v3:…".
QString resultingModelName(const QString &model, const QString &organization, const QString &suffix);

} // namespace odc
