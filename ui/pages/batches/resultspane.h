// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "batches/batchfetch.h"
#include "ui/context/pagecontext.h"

#include <QList>
#include <QWidget>

#include <memory>

class QAction;
class QSplitter;
class QTimer;

namespace odc {

class ActionCollection;
class BatchLoader;
class BatchResultsModel;
class FigureBars;
class ListPane;
class ProgressStrip;
class RequestView;
class ResultExports;
class ResultsHead;
enum class ResultsLack;
struct BatchErrorKind;
struct BatchResults;

/// What became of each request of a batch and of those that were sent for what it left: the files joined in
/// one grid, the chosen request and its answer beside it, the errors by kind, the attempts. Shortcuts work
/// while the focus is inside.
class ResultsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsPane(const PageContext &context, QWidget *parent = nullptr);
    ~ResultsPane() override;

    /// Shows the attempts at the same requests, in order, the first batch first. The same ones again tell how
    /// they stand: when one has another file, that is read, and rows keep their place.
    void setBatch(const QList<BatchObject> &chain);
    /// Of the first batch of what is shown; empty: nothing is.
    QString batchId() const;
    void clear();
    /// For the Object menu, null between groups. They live as long as the pane.
    QList<QAction *> ownActions() const;
    /// Its keys work at once.
    void focusRows();
    void focusFilter();
    void refresh();
    QAction *sendRestAction() const { return m_sendRest; }
    /// Has what is left sent again as soon as it is known what that is; says why, where it cannot be.
    void sendRestWhenRead();
    ListPane *list() const { return m_list; }
    const BatchResultsModel &model() const { return *m_model; }

Q_SIGNALS:
    /// The person goes back to the list of batches.
    void backRequested();
    /// What has no answer is to be sent again. The files that `results` speaks of stay as long as it is held.
    void sendRestRequested(std::shared_ptr<const odc::BatchResults> results,
                           const QList<odc::BatchObject> &chain);
    /// A file of the batch is to be looked at among the files.
    void fileRequested(const QString &fileId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void buildList();
    void buildSide();
    void connectAll();
    void load();
    void loaded(std::shared_ptr<const BatchResults> results, const QList<BatchFiles::Missing> &missing);
    void showTexts(ResultsLack lack);
    void showFacets();
    void showBars();
    void showHead();
    void showProgress();
    void showSearch();
    void showCurrentRow();
    void tellMissing(const QList<BatchFiles::Missing> &missing);
    void updateActions();
    void followRestWish();
    /// A filter as the bars set it, or none when it is in force already.
    void toggleFilter(const QString &terms);
    /// Of the shown rows, when none is selected.
    void selectFirst();
    void goToFailure(int direction);
    void openLine();
    bool isRunning() const;
    /// Requests that have no answer and can be sent again.
    qint64 restCount() const;
    /// Why the rest cannot be sent; translated, empty: it can.
    QString restFault() const;

    PageContext m_context;
    QList<BatchObject> m_chain;
    QStringList m_files; ///< ids of those that are shown, or on their way
    ActionCollection *m_actions;
    BatchLoader *m_loader;
    BatchResultsModel *m_model;
    QSplitter *m_splitter;
    ListPane *m_list = nullptr;
    ResultsHead *m_head = nullptr;
    ProgressStrip *m_loading = nullptr;
    ProgressStrip *m_searching = nullptr;
    ProgressStrip *m_writing = nullptr;
    ResultExports *m_exports = nullptr;
    QWidget *m_side = nullptr;
    RequestView *m_request = nullptr;
    FigureBars *m_errors = nullptr;
    FigureBars *m_attempts = nullptr;
    QTimer *m_headSoon;
    bool m_isNew = false;       ///< none of this batch was shown yet
    bool m_answersGone = false; ///< a file of answers is not handed out: nobody knows what is left
    QString m_bar;              ///< the bar whose filter is in force
    QAction *m_sendRest = nullptr;
    bool m_restWanted = false; ///< as soon as the results are read
    QAction *m_showWhy = nullptr;
    QAction *m_openLine = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_showInput = nullptr;
    QAction *m_showOutput = nullptr;
    QAction *m_showErrors = nullptr;
};

} // namespace odc
