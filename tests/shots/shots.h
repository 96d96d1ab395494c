// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/support/console.h"
#include "gui/support/labbench.h"
#include "gui/support/resultsbench.h"
#include "support/faultproxy.h"
#include "support/serverprocess.h"

#include <QMimeData>
#include <QTemporaryDir>

#include <functional>

namespace odc {

struct CurveRun;
class CurvesView;
class NewBatchDialog;
class NewJobDialog;
class JsonlView;

/// Brings whole consoles into every state there is and takes pictures of them.
class Shots
{
public:
    /// `only`: names of pictures to take, "evals-dark" for one in one way; empty: all.
    Shots(Theme &theme, const QString &folder, const QStringList &only);
    /// 0 when every picture was taken, else 1.
    int run();

private:
    using Scene = std::function<bool(Shots &)>;
    struct Take {
        const char *name;
        Scene scene;
    };

    static inline const QString key = QStringLiteral("sk-proj-picture-0001");
    static inline const QString adminKey = QStringLiteral("sk-admin-picture-0001");
    static constexpr int largeCount = 8412;

    static QList<Take> takes();
    bool wanted(const QString &name) const { return m_only.isEmpty() || m_only.contains(name); }
    /// One scene in a fresh console.
    bool take(const Take &what, const QString &suffix);
    bool picture(QWidget *widget);
    bool pictureOf(const QString &dialogName);

    /// Opens a profile on the sample server; the kind of key and place people have.
    bool openSample(const std::function<void(Profile &)> &change = {});
    bool openProxy();
    bool selectTickets();
    /// A profile whose queue finds these in its journal, and whose server does not answer transfers.
    bool openTransfers();
    bool selectTransfer(const QString &name);
    std::unique_ptr<QMimeData> drop(const QStringList &paths);
    QPoint middle();

    bool filesEmpty();
    bool filesLoading();
    bool filesError();
    bool filesUnavailable();
    bool files();
    bool filesSelection();
    bool filesPreviewText();
    bool filesPreviewImage();
    bool filesPreviewRefused();
    bool filesJson();
    bool filesNoMatch();
    bool filesRefreshFailed();
    bool filesDropHint();
    bool filesMany();
    bool filesSmall();
    bool production();
    bool profileFailed();
    bool profileMenu();
    bool news();
    bool palette();
    bool uploadDialog();
    bool confirmDialog();
    bool confirmTyped();
    bool fileUses();
    bool cleanUp();
    /// As after a kill in the middle of one.
    bool leaveCleanUp();
    bool cleanUpLeft();
    bool cleanUpLook();
    bool report();
    bool reportLost();
    bool bulkRunning();
    bool bulkFinished();
    bool profiles();
    bool profilesTested();
    bool profilesMistake();
    bool profilesUnsaved();
    bool preferences() { return preferencesAt(0); }
    bool alerts() { return preferencesAt(1); }
    bool prices() { return preferencesAt(2); }
    bool preferencesAt(int tab);

    static bool linesAreShown(const JsonlView &view);
    /// A viewer on a file of requests, with this line chosen; null when that failed.
    JsonlView *openLines(qint64 line, int column);
    bool linesViewer();
    bool linesFault();
    bool linesFound();

    bool shortcuts();
    bool operations();
    bool changeLog();
    bool about();
    bool activity();
    bool transfersEmpty();
    bool transfers();
    bool transfersSmall();
    bool transfersParts();
    bool transfersFailed();
    bool transfersLost();
    bool transfersPending();
    bool transfersQuit();
    bool transfersCancel();
    bool dock();
    bool startArchive();
    bool makeArchive();
    bool archiveDialog();
    bool archiveRunning();
    bool archiveReport();
    bool archiveOpened();
    bool archiveCopy();

    /// The Evals page is there, with all lists of runs.
    bool showEvals();
    bool openEvals(const std::function<void(Profile &)> &change = {});
    /// Of evals and runs by name, wherever they are in the tree.
    bool selectEvals(const QStringList &names);
    bool showEvalTab(int tab);
    bool openItems(const QString &run);
    bool readFailure();
    bool compareRuns(const QStringList &runs);
    bool evals();
    bool evalsNothing();
    bool evalsEmpty();
    bool evalsRun();
    bool evalsRunning();
    bool evalsRunFailed();
    bool evalsRunJson();
    bool evalsCriteria();
    bool evalsNoMatch();
    bool evalsItems();
    bool evalsItemsNothing();
    bool evalsItemsJudged();
    bool evalsItemsMarked();
    bool evalsItemsError();
    bool evalsItemsSmall();
    bool evalsCompare();
    bool evalsCompareTwo();
    bool evalsCompareFive();
    bool evalsCompareSmall();
    bool evalsRename();
    bool evalsMetadata();
    bool evalsDelete();
    bool evalsUnavailable();
    bool evalsReadOnly();

    /// A form that makes something, with this request in it and this tab open.
    bool openForm(const QString &action, const QString &dialogName, const QString &body, int tab);
    bool openNewEval(int tab, const QString &body);
    bool newEvalBlank();
    bool newEvalGeneral();
    bool newEvalData();
    bool newEvalLogs();
    bool newEvalInferred();
    bool newEvalNoGraders();
    bool newEvalGrader(int row);
    bool newEvalMistakes();
    bool newEvalLost();
    bool tryGrader();
    bool tryGraderRefused();
    bool openNewRun(int tab, const QString &body);
    bool newRunBlank();
    bool newRunTab(int tab);
    bool newRunRowsWrong();
    bool newRunSource(const QString &kind, const QString &source);

    /// The Vector stores page of the sample server, with its list.
    bool openStores(const std::function<void(Profile &)> &change = {});
    bool selectStores(const QStringList &names);
    /// Opens the store; `file` below it is selected once it is there.
    bool expandStore(const QString &name, const QString &file);
    bool showStoreTab(int tab);
    bool stores();
    bool storesNothing();
    bool storesEmpty();
    bool storesFile(const QString &name);
    bool storesFailures();
    bool storesMore();
    bool storesJson();
    bool storesNoMatch();
    bool storesSmall();
    bool storesReadOnly();
    bool storesUnavailable();
    bool storesEdit();
    bool storesDelete();
    bool storesChoice();
    bool newStore(int tab, const QString &body);
    bool newStoreGeneral();
    bool newStoreFiles();
    bool newStoreChunking();

    /// A tab of the details of a fine-tuning job, which are so wide; 0: as wide as they are. Through the proxy.
    bool openJobTab(const QString &job, int tab, int width = 0, const QString &admin = adminKey);
    /// The same with the permissions of all checkpoints read.
    bool openPermissions(const QString &job, int width = 0);
    bool checkpoints();
    bool checkpointsWide();
    bool checkpointsNone();
    bool permissions();
    bool permissionsNoKey();
    bool permissionsRefused();
    bool permissionsFailed();
    bool permissionsWide();
    bool permissionsNone();
    bool permissionsRevoke();
    bool permissionsProject();

    NewBatchDialog *openNewBatch();
    /// A form whose file of requests is checked; on the sample server, or through the proxy.
    bool checkedBatch(const QByteArray &content, bool sample);
    NewJobDialog *openNewJob();
    /// The form on a file of this content, once it is checked.
    bool newJobChecked(const QByteArray &content, const QString &model, const QString &method);
    void newJobTab(int tab);
    bool newJobBlank();
    bool newJobFile();
    bool newJobFindings();
    bool newJobValidation();
    bool newJobModel();
    bool newJobNumbers(const QString &method);
    bool newJobGrader(bool several);
    bool newJobMore();
    bool newJobClosed();
    bool newJobSending();
    bool newJobPick();
    /// The view of curves by itself, on these runs, as `look` leaves it.
    bool curvesOf(const QSize &size, const QList<CurveRun> &runs,
                  const std::function<void(CurvesView &)> &look = {});
    bool curves();
    bool curvesOne();
    bool curvesTen();
    bool curvesShort();
    bool curvesRead();
    bool curvesReadTen();
    bool curvesLog();
    bool curvesTable();
    bool curvesSmall();
    bool curvesEmpty();
    bool curvesLoading();

    bool newBatchBlank();
    bool newBatchFile();
    bool newBatchSettings();
    bool newBatchFindings();
    bool newBatchSplit();
    bool newBatchUploaded();
    bool newBatchTable(bool wrong);
    bool newBatchRest();
    bool newBatchSending(bool lost);

    /// The Batches page, with its list; of the sample server, or through the proxy.
    bool openBatches(const std::function<void(Profile &)> &change = {}, bool sample = true);
    bool selectBatch(const QString &name);
    bool batches();
    bool batchesProduction();
    bool batchesOf(const QString &name);
    bool batchesErrors();
    bool batchesSmall();
    bool batchesEmpty();
    bool batchesUnavailable();
    bool batchesCancel();
    /// The results of a batch of 12,000 tickets, in so many attempts; `more` is what the first batch says.
    bool openResults(int attempts, const QJsonObject &more = {});
    /// Reads the request of this row.
    bool readTicket(int row);
    bool batchResults();
    bool batchResultsBoth();
    bool batchResultsFiltered();
    bool batchResultsAttempts();
    bool batchResultsRunning();
    bool batchResultsRefused();
    bool batchResultsSmall();
    bool batchResultsPage();

    /// The Fine-tuning page, with its list; of the sample server, or through the proxy.
    bool openJobs(const std::function<void(Profile &)> &change = {}, bool sample = true);
    /// Of jobs by name, until the curves of all of them are there.
    bool selectJobs(const QStringList &names);
    bool jobs();
    bool jobsOf(const QString &name);
    bool jobsRefused();
    bool jobsEvents();
    bool jobsSmall();
    bool jobsNothingSelected();
    bool jobsEmpty();
    bool jobsUnavailable();
    bool jobsClosed();
    /// What is asked before that is done with the job.
    bool jobsAsked(const QString &job, const QString &action);

    /// The overview of the sample server, once everything was read.
    bool openOverview();
    bool overview();
    bool overviewStores();
    bool overviewSmall();
    bool overviewNothing();
    bool overviewChanges();

    /// The search lab on the sample store, in a window of this width, with so many settings.
    bool openLab(int width, int settings);
    bool searchLab();
    bool searchLabFour();
    bool searchLabBlank();
    bool searchLabSet();
    bool searchLabSmall();
    bool searchLabError();
    bool searchLabConditions();
    bool searchLabSetting();

    Theme &m_theme;
    QString m_folder;
    QStringList m_only;
    QString m_file; ///< of the picture being taken
    QTemporaryDir m_scratch;
    test::ServerProcess m_sample;
    test::ServerProcess m_large;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<test::FaultProxy> m_proxy;
    std::unique_ptr<test::Console> m_console;
    std::unique_ptr<test::LabBench> m_lab;
    std::unique_ptr<test::ResultsBench> m_results; ///< goes before its console
};

} // namespace odc
