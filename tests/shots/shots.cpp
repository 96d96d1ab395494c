// SPDX-License-Identifier: GPL-3.0-or-later
#include "shots/shots.h"

#include "i18n/translationsloader.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <cstdio>

namespace odc {

using namespace Qt::StringLiterals;

Shots::Shots(Theme &theme, const QString &folder, const QStringList &only)
    : m_theme(theme), m_folder(folder), m_only(only)
{
}

QList<Shots::Take> Shots::takes()
{
    return {{"overview", &Shots::overview},
            {"overview-stores", &Shots::overviewStores},
            {"overview-small", &Shots::overviewSmall},
            {"overview-nothing", &Shots::overviewNothing},
            {"overview-changes", &Shots::overviewChanges},
            {"files-empty", &Shots::filesEmpty},
            {"files-loading", &Shots::filesLoading},
            {"files-error", &Shots::filesError},
            {"files-unavailable", &Shots::filesUnavailable},
            {"files", &Shots::files},
            {"files-selection", &Shots::filesSelection},
            {"files-preview-text", &Shots::filesPreviewText},
            {"files-preview-image", &Shots::filesPreviewImage},
            {"files-preview-refused", &Shots::filesPreviewRefused},
            {"files-json", &Shots::filesJson},
            {"files-no-match", &Shots::filesNoMatch},
            {"files-refresh-failed", &Shots::filesRefreshFailed},
            {"files-drop-hint", &Shots::filesDropHint},
            {"files-many", &Shots::filesMany},
            {"files-small", &Shots::filesSmall},
            {"search-lab", &Shots::searchLab},
            {"search-lab-four", &Shots::searchLabFour},
            {"search-lab-blank", &Shots::searchLabBlank},
            {"search-lab-set", &Shots::searchLabSet},
            {"search-lab-small", &Shots::searchLabSmall},
            {"search-lab-error", &Shots::searchLabError},
            {"search-lab-conditions", &Shots::searchLabConditions},
            {"search-lab-setting", &Shots::searchLabSetting},
            {"batch-results", &Shots::batchResults},
            {"batch-results-both", &Shots::batchResultsBoth},
            {"batch-results-filtered", &Shots::batchResultsFiltered},
            {"batch-results-attempts", &Shots::batchResultsAttempts},
            {"batch-results-running", &Shots::batchResultsRunning},
            {"batch-results-refused", &Shots::batchResultsRefused},
            {"batch-results-small", &Shots::batchResultsSmall},
            {"batch-results-page", &Shots::batchResultsPage},
            {"production", &Shots::production},
            {"profile-failed", &Shots::profileFailed},
            {"profile-menu", &Shots::profileMenu},
            {"news", &Shots::news},
            {"palette", &Shots::palette},
            {"upload", &Shots::uploadDialog},
            {"confirm", &Shots::confirmDialog},
            {"confirm-typed", &Shots::confirmTyped},
            {"files-uses", &Shots::fileUses},
            {"clean-up", &Shots::cleanUp},
            {"clean-up-left", &Shots::cleanUpLeft},
            {"clean-up-look", &Shots::cleanUpLook},
            {"report", &Shots::report},
            {"report-lost", &Shots::reportLost},
            {"bulk-running", &Shots::bulkRunning},
            {"bulk-finished", &Shots::bulkFinished},
            {"profiles", &Shots::profiles},
            {"profiles-tested", &Shots::profilesTested},
            {"profiles-mistake", &Shots::profilesMistake},
            {"profiles-unsaved", &Shots::profilesUnsaved},
            {"preferences", &Shots::preferences},
            {"alerts", &Shots::alerts},
        {"prices", &Shots::prices},
            {"lines", &Shots::linesViewer},
            {"lines-fault", &Shots::linesFault},
            {"lines-found", &Shots::linesFound},
            {"shortcuts", &Shots::shortcuts},
            {"operations", &Shots::operations},
            {"change-log", &Shots::changeLog},
            {"about", &Shots::about},
            {"activity", &Shots::activity},
            {"transfers-empty", &Shots::transfersEmpty},
            {"transfers", &Shots::transfers},
            {"transfers-small", &Shots::transfersSmall},
            {"transfers-parts", &Shots::transfersParts},
            {"transfers-failed", &Shots::transfersFailed},
            {"transfers-lost", &Shots::transfersLost},
            {"transfers-pending", &Shots::transfersPending},
            {"transfers-quit", &Shots::transfersQuit},
            {"transfers-cancel", &Shots::transfersCancel},
            {"dock", &Shots::dock},
            {"archive", &Shots::archiveDialog},
            {"archive-running", &Shots::archiveRunning},
            {"archive-report", &Shots::archiveReport},
            {"archive-opened", &Shots::archiveOpened},
            {"archive-copy", &Shots::archiveCopy},
            {"evals", &Shots::evals},
            {"evals-nothing", &Shots::evalsNothing},
            {"evals-empty", &Shots::evalsEmpty},
            {"evals-run", &Shots::evalsRun},
            {"evals-running", &Shots::evalsRunning},
            {"evals-run-failed", &Shots::evalsRunFailed},
            {"evals-run-json", &Shots::evalsRunJson},
            {"evals-criteria", &Shots::evalsCriteria},
            {"evals-no-match", &Shots::evalsNoMatch},
            {"evals-items", &Shots::evalsItems},
            {"evals-items-nothing", &Shots::evalsItemsNothing},
            {"evals-items-judged", &Shots::evalsItemsJudged},
            {"evals-items-marked", &Shots::evalsItemsMarked},
            {"evals-items-error", &Shots::evalsItemsError},
            {"evals-items-small", &Shots::evalsItemsSmall},
            {"evals-compare", &Shots::evalsCompare},
            {"evals-compare-two", &Shots::evalsCompareTwo},
            {"evals-compare-five", &Shots::evalsCompareFive},
            {"evals-compare-small", &Shots::evalsCompareSmall},
            {"evals-rename", &Shots::evalsRename},
            {"evals-metadata", &Shots::evalsMetadata},
            {"evals-delete", &Shots::evalsDelete},
            {"evals-unavailable", &Shots::evalsUnavailable},
            {"evals-read-only", &Shots::evalsReadOnly},
            {"new-eval", &Shots::newEvalBlank},
            {"new-eval-general", &Shots::newEvalGeneral},
            {"new-eval-data", &Shots::newEvalData},
            {"new-eval-logs", &Shots::newEvalLogs},
            {"new-eval-inferred", &Shots::newEvalInferred},
            {"new-eval-no-graders", &Shots::newEvalNoGraders},
            {"new-eval-string", [](Shots &shots) { return shots.newEvalGrader(0); }},
            {"new-eval-similarity", [](Shots &shots) { return shots.newEvalGrader(1); }},
            {"new-eval-label", [](Shots &shots) { return shots.newEvalGrader(2); }},
            {"new-eval-score", [](Shots &shots) { return shots.newEvalGrader(3); }},
            {"new-eval-python", [](Shots &shots) { return shots.newEvalGrader(4); }},
            {"new-eval-mistakes", &Shots::newEvalMistakes},
            {"new-eval-lost", &Shots::newEvalLost},
            {"try-grader", &Shots::tryGrader},
            {"try-grader-refused", &Shots::tryGraderRefused},
            {"new-run", &Shots::newRunBlank},
            {"new-run-general", [](Shots &shots) { return shots.newRunTab(0); }},
            {"new-run-rows", [](Shots &shots) { return shots.newRunTab(1); }},
            {"new-run-prompt", [](Shots &shots) { return shots.newRunTab(2); }},
            {"new-run-sampling", [](Shots &shots) { return shots.newRunTab(3); }},
            {"new-run-rows-wrong", &Shots::newRunRowsWrong},
            {"new-run-file", [](Shots &shots) { return shots.newRunSource(u"jsonl"_s, u"file_id"_s); }},
            {"new-run-completions", [](Shots &shots) { return shots.newRunSource(u"completions"_s, u"stored_completions"_s); }},
            {"new-run-responses", [](Shots &shots) { return shots.newRunSource(u"responses"_s, u"responses"_s); }},
            {"stores", &Shots::stores},
            {"stores-nothing", &Shots::storesNothing},
            {"stores-empty", &Shots::storesEmpty},
            {"stores-file", [](Shots &shots) { return shots.storesFile(u"returns-policy.md"_s); }},
            {"stores-file-failed", [](Shots &shots) { return shots.storesFile(u"warranty-card-scan.tiff"_s); }},
            {"stores-failures", &Shots::storesFailures},
            {"stores-more", &Shots::storesMore},
            {"stores-json", &Shots::storesJson},
            {"stores-no-match", &Shots::storesNoMatch},
            {"stores-small", &Shots::storesSmall},
            {"stores-read-only", &Shots::storesReadOnly},
            {"stores-unavailable", &Shots::storesUnavailable},
            {"stores-edit", &Shots::storesEdit},
            {"stores-delete", &Shots::storesDelete},
            {"stores-choice", &Shots::storesChoice},
            {"new-store", &Shots::newStoreGeneral},
            {"new-store-files", &Shots::newStoreFiles},
            {"new-store-chunking", &Shots::newStoreChunking},
            {"checkpoints", &Shots::checkpoints},
            {"checkpoints-wide", &Shots::checkpointsWide},
            {"checkpoints-none", &Shots::checkpointsNone},
            {"permissions", &Shots::permissions},
            {"permissions-no-key", &Shots::permissionsNoKey},
            {"permissions-refused", &Shots::permissionsRefused},
            {"permissions-failed", &Shots::permissionsFailed},
            {"permissions-wide", &Shots::permissionsWide},
            {"permissions-none", &Shots::permissionsNone},
            {"permissions-revoke", &Shots::permissionsRevoke},
            {"permissions-project", &Shots::permissionsProject},
            {"batches", &Shots::batches},
            {"batches-production", &Shots::batchesProduction},
            {"batches-finished", [](Shots &shots) { return shots.batchesOf(u"nightly"_s); }},
            {"batches-all-failed", [](Shots &shots) { return shots.batchesOf(u"tone check"_s); }},
            {"batches-chain", [](Shots &shots) { return shots.batchesOf(u"summaries"_s); }},
            {"batches-refused", [](Shots &shots) { return shots.batchesOf(u"import"_s); }},
            {"batches-errors", &Shots::batchesErrors},
            {"batches-small", &Shots::batchesSmall},
            {"batches-empty", &Shots::batchesEmpty},
            {"batches-unavailable", &Shots::batchesUnavailable},
            {"batches-cancel", &Shots::batchesCancel},
            {"finetuning", &Shots::jobs},
            {"finetuning-nothing", &Shots::jobsNothingSelected},
            {"finetuning-running", [](Shots &shots) { return shots.jobsOf(u"support-v14"_s); }},
            {"finetuning-succeeded", [](Shots &shots) { return shots.jobsOf(u"support-v13"_s); }},
            {"finetuning-failed", [](Shots &shots) { return shots.jobsOf(u"sku-rft-1"_s); }},
            {"finetuning-paused", [](Shots &shots) { return shots.jobsOf(u"tone-dpo-3"_s); }},
            {"finetuning-refused", &Shots::jobsRefused},
            {"finetuning-events", &Shots::jobsEvents},
            {"finetuning-small", &Shots::jobsSmall},
            {"finetuning-empty", &Shots::jobsEmpty},
            {"finetuning-unavailable", &Shots::jobsUnavailable},
            {"finetuning-closed", &Shots::jobsClosed},
            {"finetuning-cancel",
             [](Shots &shots) { return shots.jobsAsked(u"support-v14"_s, u"finetuning.cancel"_s); }},
            {"finetuning-delete-model",
             [](Shots &shots) { return shots.jobsAsked(u"support-v13"_s, u"finetuning.deleteModel"_s); }},
            {"newbatch", &Shots::newBatchBlank},
            {"newbatch-file", &Shots::newBatchFile},
            {"newbatch-settings", &Shots::newBatchSettings},
            {"newbatch-findings", &Shots::newBatchFindings},
            {"newbatch-split", &Shots::newBatchSplit},
            {"newbatch-uploaded", &Shots::newBatchUploaded},
            {"newbatch-table", [](Shots &shots) { return shots.newBatchTable(false); }},
            {"newbatch-table-wrong", [](Shots &shots) { return shots.newBatchTable(true); }},
            {"newbatch-rest", &Shots::newBatchRest},
            {"newbatch-sending", [](Shots &shots) { return shots.newBatchSending(false); }},
            {"newbatch-lost", [](Shots &shots) { return shots.newBatchSending(true); }},
            {"curves", &Shots::curves},
            {"curves-one", &Shots::curvesOne},
            {"curves-ten", &Shots::curvesTen},
            {"curves-short", &Shots::curvesShort},
            {"curves-read", &Shots::curvesRead},
            {"curves-read-ten", &Shots::curvesReadTen},
            {"curves-log", &Shots::curvesLog},
            {"curves-table", &Shots::curvesTable},
            {"curves-small", &Shots::curvesSmall},
            {"curves-empty", &Shots::curvesEmpty},
            {"curves-loading", &Shots::curvesLoading},
            {"newjob", &Shots::newJobBlank},
            {"newjob-file", &Shots::newJobFile},
            {"newjob-findings", &Shots::newJobFindings},
            {"newjob-validation", &Shots::newJobValidation},
            {"newjob-model", &Shots::newJobModel},
            {"newjob-numbers", [](Shots &shots) { return shots.newJobNumbers(u"dpo"_s); }},
            {"newjob-numbers-reinforcement",
             [](Shots &shots) { return shots.newJobNumbers(u"reinforcement"_s); }},
            {"newjob-grader", [](Shots &shots) { return shots.newJobGrader(false); }},
            {"newjob-graders", [](Shots &shots) { return shots.newJobGrader(true); }},
            {"newjob-more", &Shots::newJobMore},
            {"newjob-closed", &Shots::newJobClosed},
            {"newjob-sending", &Shots::newJobSending},
            {"newjob-pick", &Shots::newJobPick}};
}

int Shots::run()
{
    if (!m_sample.start({u"--api-key"_s, key, u"--admin-key"_s, adminKey, u"--seed"_s, u"sample"_s})
        || !m_large.start({u"--api-key"_s, key, u"--seed"_s, u"large"_s, u"--seed-count"_s, QString::number(largeCount)})) {
        std::fputs("odc-shots: the server does not start\n", stderr);
        return 1;
    }
    // Something to look at that the sample data has not: a picture that may be downloaded.
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage image(960, 640, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 960, 640);
    sky.setColorAt(0, QColor(u"#2563EB"_s));
    sky.setColorAt(1, QColor(u"#F4B183"_s));
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor(u"#FFF4D6"_s));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(640, 120, 140, 140);
    painter.end();
    image.save(&buffer, "PNG");
    test::postForm(m_sample.url(), "/v1/files", {{"purpose", "evals", {}}, {"file", png, "evening-0381.png"}},
                   {{"Authorization", "Bearer " + key.toUtf8()}});

    bool good = true;
    const auto round = [&](const QString &suffix, const QStringList &names) {
        for (const Take &what : takes()) {
            const QString name = QString::fromLatin1(what.name);
            if ((wanted(name) && (names.isEmpty() || names.contains(name))) || m_only.contains(name + suffix))
                good &= take(what, suffix);
        }
    };
    installTranslations(*qApp, u"en"_s);
    m_theme.setMode(Theme::Mode::Light);
    round(u"-light"_s, {});
    m_theme.setMode(Theme::Mode::Dark);
    round(u"-dark"_s, {});
    m_theme.setMode(Theme::Mode::Light);
    installTranslations(*qApp, u"de"_s);
    round(u"-german"_s, {u"files-selection"_s, u"files-small"_s, u"upload"_s, u"confirm-typed"_s, u"report"_s, u"profiles"_s, u"preferences"_s, u"shortcuts"_s, u"operations"_s, u"change-log"_s, u"transfers"_s, u"transfers-small"_s, u"transfers-failed"_s,
                          u"archive"_s, u"archive-report"_s, u"evals-run"_s, u"evals-items-marked"_s, u"evals-compare"_s, u"evals-compare-small"_s,
                          u"batch-results"_s, u"batch-results-small"_s, u"evals-metadata"_s, u"evals-delete"_s, u"evals-unavailable"_s, u"new-eval-data"_s, u"new-eval-score"_s,
                          u"new-eval-mistakes"_s, u"new-eval-lost"_s, u"try-grader"_s, u"new-run-rows"_s, u"new-run-prompt"_s});
    installTranslations(*qApp, u"en"_s);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    round(u"-rtl"_s, {u"files-selection"_s, u"upload"_s, u"profiles"_s, u"activity"_s, u"bulk-running"_s, u"transfers"_s, u"dock"_s,
                       u"evals-compare"_s, u"evals-items"_s, u"new-eval-data"_s, u"batch-results"_s});
    QApplication::setLayoutDirection(Qt::LeftToRight);
    return good ? 0 : 1;
}

bool Shots::take(const Take &what, const QString &suffix)
{
    m_file = m_folder + u'/' + QString::fromLatin1(what.name) + suffix + u".png"_s;
    m_home = std::make_unique<QTemporaryDir>();
    m_proxy = std::make_unique<test::FaultProxy>(m_sample.url());
    m_console = std::make_unique<test::Console>(m_theme, m_home->path());
    const bool good = what.scene(*this);
    m_results.reset();
    m_lab.reset();
    m_console.reset();
    m_proxy.reset();
    std::printf("%s %s%s\n", good ? "ok" : "FAILED", what.name, qPrintable(suffix));
    std::fflush(stdout);
    return good;
}

bool Shots::picture(QWidget *widget)
{
    if (!widget)
        return false;
    // What is still being laid out or painted later gets its turn: two pictures in a row are to be the same.
    QImage before;
    QImage now;
    for (int i = 0; i < 10 && (i == 0 || now != before); ++i) {
        before = now;
        QTest::qWait(60);
        now = widget->grab().toImage();
    }
    return now.save(m_file);
}

bool Shots::pictureOf(const QString &dialogName)
{
    auto *dialog = m_console->await<QDialog>(dialogName);
    return dialog && QTest::qWaitForWindowExposed(dialog) && picture(dialog);
}

bool Shots::openSample(const std::function<void(Profile &)> &change)
{
    return m_console->open(m_console->addProfile(u"Acme / research"_s, m_sample.url(), key, change));
}

bool Shots::openProxy()
{
    return m_console->open(m_console->addProfile(u"Acme / research"_s, m_proxy->url(), key));
}

bool Shots::selectTickets()
{
    return m_console->select({u"support-tickets-2026-q3.jsonl"_s});
}

std::unique_ptr<QMimeData> Shots::drop(const QStringList &paths)
{
    auto mime = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    mime->setUrls(urls);
    return mime;
}

QPoint Shots::middle()
{
    return m_console->table()->mapTo(&m_console->window(), m_console->table()->rect().center());
}

} // namespace odc
