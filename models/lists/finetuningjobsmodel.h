// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/finetuningjob.h"
#include "finetuning/jobprogress.h"
#include "lists/watchedmodel.h"

#include <QHash>
#include <QSet>

namespace odc {

class Session;

/// The fine-tuning jobs of a project, watched while they run. How far each is the list does not say: that is
/// for those who read its events to tell, by setProgress().
class FineTuningJobsModel final : public WatchedModel<FineTuningJob>
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Model,
        Method,
        Status,
        Progress,
        Time,
        Tokens,
        Created,
        FineTuned,
        Finished,
        TrainingFile,
        ValidationFile,
        Suffix,
        Seed,
        Error,
        Id,
        Metadata,
        FirstOfMetadata
    };

    explicit FineTuningJobsModel(Session &session, QObject *parent = nullptr);

    static QString title(const FineTuningJob &job);
    // `archived`: the job is shown as it was when it was archived, and nothing moves any more.
    static Tone toneOf(const FineTuningJob &job, bool archived = false);
    /// "checking files", "was running when archived"; the wire's word for a status not known.
    static QString statusText(const FineTuningJob &job, bool archived = false);
    /// The same for a cell of a list: "was running".
    static QString statusWord(const FineTuningJob &job, bool archived = false);
    /// Null where nothing is known of it.
    static std::optional<CellProgress> barOf(const FineTuningJob &job, const JobProgress &progress,
                                             qint64 nowUnix, bool archived = false);
    /// "step 742 of 1,200"; empty where no step is known.
    static QString stepsText(const FineTuningJob &job, const JobProgress &progress);
    /// "18 min left" while it runs, how long it took when it has ended; empty where that cannot be told.
    static QString timeText(const FineTuningJob &job, const JobProgress &progress, qint64 nowUnix,
                            bool archived = false);
    static QString methodText(const FineTuningJob &job);
    /// "1,9 M"; exact numbers are in tooltips.
    static QString tokensText(qint64 tokens);
    static QString metadataText(const QJsonObject &metadata, QChar between);

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The list is of an archive: what had not ended says how it stood then, and counts no time. Before the
    /// first row.
    void setArchived(bool archived) { m_archived = archived; }
    void setProgress(const QString &jobId, const JobProgress &progress);
    JobProgress progressOf(const QString &jobId) const { return m_progress.value(jobId); }
    /// The model that came of a job was deleted, here or before.
    void setModelDeleted(const QString &model);
    bool isModelDeleted(const QString &model) const { return m_deletedModels.contains(model); }

Q_SIGNALS:
    /// A look() has ended, well or not.
    void looked(bool well);
    /// A job that was seen running has ended.
    void jobEnded(const odc::FineTuningJob &job);

protected:
    QVariant cell(const FineTuningJob &job, int column, int role) const override;
    QVariant raw(const FineTuningJob &job, int column) const override;
    int compare(int column, const FineTuningJob &left, const FineTuningJob &right) const override;
    Fetch fetch(bool background) override;
    void lookEnded(bool well) override { Q_EMIT looked(well); }
    void itemEnded(const FineTuningJob &job) override { Q_EMIT jobEnded(job); }
    qint64 nowUnix() const override;

private:
    QString displayText(const FineTuningJob &job, int column) const;
    QString toolTip(const FineTuningJob &job, int column) const;
    QString spokenText(const FineTuningJob &job, int column) const;
    std::optional<double> share(const FineTuningJob &job) const;
    /// Seconds it has left, or took; none where that cannot be told.
    std::optional<qint64> seconds(const FineTuningJob &job) const;

    Session &m_session;
    bool m_archived = false;
    QHash<QString, JobProgress> m_progress; ///< by id of the job
    QSet<QString> m_deletedModels;
};

} // namespace odc
