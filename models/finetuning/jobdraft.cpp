// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobdraft.h"

#include "api/metadatarules.h"
#include "evals/rewardgrader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(JobDraft)
};

const auto methodKey = "method"_L1;
const auto valuesKey = "hyperparameters"_L1;

/// Numbers as they stand in JSON, whatever the person's country: they are typed so.
QString plain(double number)
{
    return QString::number(number, 'g', 10);
}

void textProblem(QList<FormProblem> &found, const QJsonObject &body, const QString &key,
                 const QString &missing)
{
    const QJsonValue value = body.value(key);
    if (value.isUndefined() || value.isNull() || value == QJsonValue(QString()))
        found.append({key, missing});
    else if (!value.isString() || value.toString().trimmed().isEmpty())
        found.append({key, Tr::tr("This is a text.")});
}

QList<FormProblem> integrationProblems(const QJsonValue &value)
{
    const QString path = u"integrations"_s;
    if (value.isUndefined() || value.isNull())
        return {};
    if (!value.isArray())
        return {{path, Tr::tr("The integrations are a list.")}};
    QList<FormProblem> found;
    const QJsonArray list = value.toArray();
    if (list.size() > JobDraft::mostIntegrations)
        found.append({path, Tr::tr("At most 5 integrations are taken, not %1.").arg(list.size())});
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString at = path + u"[%1]"_s.arg(i);
        const QJsonObject one = list.at(i).toObject();
        if (one.value("type"_L1) != QJsonValue(u"wandb"_s)) {
            found.append({at + u".type"_s, Tr::tr("Only Weights and Biases is taken: \"type\": \"wandb\".")});
            continue;
        }
        const QJsonObject wandb = one.value("wandb"_L1).toObject();
        if (wandb.value("project"_L1).toString().trimmed().isEmpty())
            found.append({at + u".wandb.project"_s,
                          Tr::tr("Integration %1 needs the project that its metrics go to.").arg(i + 1)});
        for (const QString &key : {u"name"_s, u"entity"_s}) {
            const QJsonValue member = wandb.value(key);
            if (!member.isUndefined() && !member.isNull() && !member.isString())
                found.append({at + u".wandb."_s + key, Tr::tr("This is a text.")});
        }
        const QJsonValue tags = wandb.value("tags"_L1);
        const QJsonArray texts = tags.toArray();
        if (!tags.isUndefined() &&
            (!tags.isArray() ||
             !std::all_of(texts.begin(), texts.end(), [](const QJsonValue &tag) { return tag.isString(); })))
            found.append({at + u".wandb.tags"_s, Tr::tr("The tags are a list of texts.")});
    }
    return found;
}

} // namespace

QString HyperparameterRule::description() const
{
    if (key == "n_epochs"_L1)
        return Tr::tr("How many times the model goes through the training file.");
    if (key == "batch_size"_L1)
        return Tr::tr("Examples that are learned from at once. Larger ones change the model less often.");
    if (key == "learning_rate_multiplier"_L1)
        return Tr::tr("How far each step changes the model, of what the service takes by itself.");
    if (key == "beta"_L1)
        return Tr::tr("How near the model stays to what it was. Higher: nearer.");
    if (key == "reasoning_effort"_L1)
        return Tr::tr("How long the model thinks while it is trained.");
    if (key == "compute_multiplier"_L1)
        return Tr::tr("How much is tried out for each example. More takes longer and costs more.");
    if (key == "eval_interval"_L1)
        return Tr::tr("Training steps between two evaluations.");
    if (key == "eval_samples"_L1)
        return Tr::tr("Answers that each evaluation takes of an example.");
    return {};
}

QString HyperparameterRule::bounds() const
{
    if (!words.isEmpty())
        return words.join(u", "_s);
    if (high > 0 && whole)
        return Tr::tr("a whole number from %1 to %2").arg(plain(low), plain(high));
    if (high > 0)
        return lowIsOut ? Tr::tr("above %1, at most %2").arg(plain(low), plain(high))
                        : Tr::tr("from %1 to %2").arg(plain(low), plain(high));
    if (whole)
        return Tr::tr("a whole number, at least %1").arg(plain(low));
    return lowIsOut ? Tr::tr("above %1").arg(plain(low)) : Tr::tr("at least %1").arg(plain(low));
}

QString HyperparameterRule::fault(const QJsonValue &value) const
{
    if (value.isUndefined())
        return {};
    if (!words.isEmpty()) {
        return words.contains(value.toString()) ? QString()
                                                : Tr::tr("%1 is one of %2.").arg(key, words.join(u", "_s));
    }
    if (value == QJsonValue(u"auto"_s))
        return {};
    if (!value.isDouble())
        return Tr::tr("%1 is auto or a number: %2.").arg(key, bounds());
    const double number = value.toDouble();
    const bool fits = number >= low && !(lowIsOut && number == low) && (high <= 0 || number <= high) &&
                      (!whole || std::floor(number) == number);
    return fits ? QString() : Tr::tr("%1 is %2, not %3.").arg(key, bounds(), plain(number));
}

JobDraft::JobDraft() : RequestDraft(QJsonObject()) {}

JobDraft JobDraft::fromJson(const QJsonObject &body)
{
    JobDraft draft;
    draft.m_body = body;
    return draft;
}

JobDraft JobDraft::fromJob(const FineTuningJob &job)
{
    JobDraft draft;
    draft.setModel(job.model);
    draft.setTrainingFile(job.trainingFileId);
    draft.setValidationFile(job.validationFileId);
    draft.setText("suffix", job.suffix);
    if (job.seed && *job.seed >= 0 && *job.seed <= largestSeed)
        draft.m_body.insert(u"seed"_s, *job.seed);
    if (!job.metadata.isEmpty())
        draft.setMetadata(job.metadata);
    if (methods().contains(job.method))
        draft.setMethod(job.method);
    const QList<HyperparameterRule> rules = rulesOf(draft.method());
    for (const FineTuningJob::Hyperparameter &value : job.hyperparameters) {
        const auto rule = std::find_if(rules.cbegin(), rules.cend(),
                                       [&](const HyperparameterRule &r) { return r.key == value.name; });
        // What the service took by itself it takes by itself again.
        if (rule != rules.cend() && !value.value.isNull() && rule->fault(value.value).isEmpty())
            draft.setHyperparameter(value.name, value.value);
    }
    if (draft.method() == "reinforcement"_L1)
        draft.setGrader(job.grader);
    QJsonArray integrations;
    for (const FineTuningJob::Integration &integration : job.integrations) {
        if (integration.type != "wandb"_L1)
            continue;
        QJsonObject wandb{{u"project"_s, integration.project}};
        if (!integration.name.isEmpty())
            wandb.insert(u"name"_s, integration.name);
        if (!integration.entity.isEmpty())
            wandb.insert(u"entity"_s, integration.entity);
        if (!integration.tags.isEmpty())
            wandb.insert(u"tags"_s, QJsonArray::fromStringList(integration.tags));
        integrations.append(QJsonObject{{u"type"_s, u"wandb"_s}, {u"wandb"_s, wandb}});
    }
    draft.setIntegrations(integrations);
    return draft;
}

QStringList JobDraft::methods()
{
    return {u"supervised"_s, u"dpo"_s, u"reinforcement"_s};
}

QList<HyperparameterRule> JobDraft::rulesOf(const QString &method)
{
    QList<HyperparameterRule> rules;
    if (method == "reinforcement"_L1)
        rules.append(
            {.key = u"reasoning_effort"_s, .words = {u"default"_s, u"low"_s, u"medium"_s, u"high"_s}});
    rules.append({.key = u"n_epochs"_s, .whole = true, .low = 1, .high = 50, .words = {}});
    rules.append({.key = u"batch_size"_s, .whole = true, .low = 1, .high = 256, .words = {}});
    rules.append({.key = u"learning_rate_multiplier"_s, .low = 0, .lowIsOut = true, .words = {}});
    if (method == "dpo"_L1)
        rules.append({.key = u"beta"_s, .low = 0, .lowIsOut = true, .high = 2, .words = {}});
    if (method == "reinforcement"_L1) {
        rules.append(
            {.key = u"compute_multiplier"_s, .low = 0.00001, .lowIsOut = true, .high = 10, .words = {}});
        rules.append({.key = u"eval_interval"_s, .whole = true, .low = 1, .words = {}});
        rules.append({.key = u"eval_samples"_s, .whole = true, .low = 1, .words = {}});
    }
    return rules;
}

void JobDraft::setText(const char *key, const QString &text)
{
    if (text.isEmpty())
        m_body.remove(QLatin1StringView(key));
    else
        m_body.insert(QLatin1StringView(key), text);
}

QString JobDraft::method() const
{
    const QJsonValue said = m_body.value(methodKey);
    return said.isObject() ? said.toObject().value("type"_L1).toString() : u"supervised"_s;
}

void JobDraft::setMethod(const QString &method)
{
    const QString before = this->method();
    if (before == method)
        return;
    m_aside.insert(before, settings());
    const QJsonObject next = m_aside.value(method);
    QJsonObject said{{u"type"_s, method}};
    if (!next.isEmpty())
        said.insert(method, next);
    m_body.insert(methodKey, said);
}

QJsonObject JobDraft::settings() const
{
    return m_body.value(methodKey).toObject().value(method()).toObject();
}

void JobDraft::setSettings(const QJsonObject &settings)
{
    const QString type = method();
    QJsonObject said = m_body.value(methodKey).toObject();
    said.insert(u"type"_s, type);
    if (settings.isEmpty())
        said.remove(type);
    else
        said.insert(type, settings);
    m_body.insert(methodKey, said);
}

QJsonObject JobDraft::hyperparameters() const
{
    return settings().value(valuesKey).toObject();
}

void JobDraft::setHyperparameter(const QString &key, const QJsonValue &value)
{
    QJsonObject values = hyperparameters();
    if (value.isUndefined())
        values.remove(key);
    else
        values.insert(key, value);
    QJsonObject changed = settings();
    if (values.isEmpty())
        changed.remove(valuesKey);
    else
        changed.insert(valuesKey, values);
    setSettings(changed);
}

QJsonObject JobDraft::grader() const
{
    return settings().value("grader"_L1).toObject();
}

void JobDraft::setGrader(const QJsonObject &grader)
{
    QJsonObject changed = settings();
    if (grader.isEmpty())
        changed.remove("grader"_L1);
    else
        changed.insert(u"grader"_s, grader);
    setSettings(changed);
}

QJsonArray JobDraft::integrations() const
{
    return m_body.value("integrations"_L1).toArray();
}

void JobDraft::setIntegrations(const QJsonArray &integrations)
{
    if (integrations.isEmpty())
        m_body.remove("integrations"_L1);
    else
        m_body.insert(u"integrations"_s, integrations);
}

QList<FormProblem> JobDraft::problems(const Circumstances &circumstances) const
{
    QList<FormProblem> found;
    if (!circumstances.trainingFileComes)
        textProblem(found, m_body, u"training_file"_s, Tr::tr("No training file is chosen."));
    for (const QString &key : {u"validation_file"_s, u"suffix"_s}) {
        const QJsonValue value = m_body.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            found.append({key, Tr::tr("This is a text.")});
    }
    if (!validationFile().isEmpty() && validationFile() == trainingFile())
        found.append({u"validation_file"_s,
                      Tr::tr("This is the training file: validating with it says nothing."), true});
    textProblem(found, m_body, u"model"_s, Tr::tr("Name the model that is to be trained."));

    const QString at = u"method."_s + method();
    if (!m_body.value(methodKey).isUndefined() && !m_body.value(methodKey).isObject())
        found.append({methodKey, Tr::tr("The method is an object with its type.")});
    else if (!methods().contains(method()))
        found.append({u"method.type"_s, Tr::tr("The method is one of %1.").arg(methods().join(u", "_s))});
    const QList<HyperparameterRule> rules = rulesOf(method());
    const QJsonObject values = hyperparameters();
    for (const HyperparameterRule &rule : rules) {
        if (const QString fault = rule.fault(values.value(rule.key)); !fault.isEmpty())
            found.append({at + u".hyperparameters."_s + rule.key, fault});
    }
    if (method() == "reinforcement"_L1) {
        for (FormProblem problem : rewardProblems(grader(), circumstances.scope)) {
            problem.path = at + u".grader"_s + (problem.path.isEmpty() ? QString() : u'.' + problem.path);
            found.append(problem);
        }
    }

    if (const qsizetype length = suffix().toUcs4().size(); length > longestSuffix)
        found.append({u"suffix"_s, Tr::tr("A suffix has at most 64 characters, not %1.").arg(length)});
    else if (m_body.value("suffix"_L1) == QJsonValue(QString()))
        found.append({u"suffix"_s, Tr::tr("A suffix has at least one character, or is left out.")});
    const QJsonValue seed = m_body.value("seed"_L1);
    if (!seed.isUndefined() && !seed.isNull() &&
        (!seed.isDouble() || std::floor(seed.toDouble()) != seed.toDouble() || seed.toDouble() < 0 ||
         seed.toDouble() > double(largestSeed)))
        found.append({u"seed"_s, Tr::tr("The seed is a whole number from 0 to %1.").arg(largestSeed)});
    found += integrationProblems(m_body.value("integrations"_L1));
    found += metadataProblems(m_body.value("metadata"_L1), u"metadata"_s);
    return found;
}

QString resultingModelName(const QString &model, const QString &organization, const QString &suffix)
{
    // A model that was trained before brings its own name along: its base stands in front again.
    QString base = model.startsWith("ft:"_L1) ? model.section(u':', 1, 1) : model;
    if (base.isEmpty())
        base = u"…"_s;
    return u"ft:%1:%2:%3:…"_s.arg(base, organization.isEmpty() ? u"…"_s : organization, suffix);
}

} // namespace odc
