// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingcheckview.h"

#include "base/background.h"
#include "base/format.h"
#include "finetuning/trainingpreparation.h"
#include "lists/trainingfindingsmodel.h"
#include "settings/pricetable.h"
#include "settings/settings.h"
#include "ui/charts/histogrambars.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/pages/dropzone.h"
#include "ui/pages/finetuning/trainingfileedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum File { Training, Validation };
constexpr int shownPairs = 3;

} // namespace

TrainingCheckView::TrainingCheckView(const PageContext &context, TrainingFileEdit *training,
                                     TrainingFileEdit *validation, QWidget *parent)
    : QWidget(parent), m_context(context), m_training(training), m_validation(validation),
      m_files(new QTabBar(this)), m_place(new QWidget(this)),
      m_progress(new ProgressStrip(context.shell.theme, this)), m_result(new QWidget(this))
{
    const Theme &theme = context.shell.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_files->setObjectName(u"checkedFiles"_s);
    m_files->setAccessibleName(tr("Check of"));
    m_files->setExpanding(false);
    m_files->addTab(tr("Training file"));
    m_files->addTab(tr("Validation file"));
    layout->addWidget(m_files);
    m_place->setMinimumHeight(metrics::textWidth / 2);
    m_nothing = new StateOverlay(theme, m_place);
    m_nothing->setState(
        {.kind = StateOverlay::Kind::Empty,
         .sentence = tr("Drop a training file here."),
         .detail = tr("JSON lines: one example a line. It is checked before anything is sent."),
         .actionText = tr("Choose file…"),
         .icon = Icon::File});
    m_nothing->actionButton()->setObjectName(u"chooseTrainingFile"_s);
    layout->addWidget(m_place, 1);
    m_progress->layout()->setContentsMargins({});
    m_progress->setObjectName(u"checkProgress"_s);
    layout->addWidget(m_progress);
    layout->addWidget(m_result, 1);
    layout->addStretch(0);

    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(metrics::inside);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(metrics::inside);
    m_mark = new StateLabel(theme, m_result);
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_verdict = new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, m_result);
    m_verdict->setObjectName(u"checkVerdict"_s);
    m_verdict->setWordWrap(true);
    verdict->addWidget(m_mark, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    result->addLayout(verdict);
    m_overlapNote = new HintLabel(theme, Theme::FontRole::Body, {}, m_result);
    m_overlapNote->setObjectName(u"overlapNote"_s);
    m_overlapNote->setToken(Token::Warn);
    result->addWidget(m_overlapNote);
    m_figuresBox = new QWidget(m_result);
    m_figures = new QGridLayout(m_figuresBox);
    m_figures->setContentsMargins(0, metrics::tight, 0, 0);
    m_figures->setHorizontalSpacing(metrics::edge);
    m_figures->setVerticalSpacing(metrics::tight / 2);
    result->addWidget(m_figuresBox);
    m_estimateNote = new HintLabel(theme, Theme::FontRole::Small, {}, m_result);
    m_estimateNote->setObjectName(u"estimateNote"_s);
    result->addWidget(m_estimateNote);
    m_chartBox = new QWidget(m_result);
    auto *chart = new QHBoxLayout(m_chartBox);
    chart->setContentsMargins(0, metrics::tight, 0, 0);
    chart->setSpacing(metrics::tight);
    m_histogram = new HistogramBars(theme, m_chartBox);
    m_histogram->setObjectName(u"tokenHistogram"_s);
    m_histogram->setTitles(tr("Tokens per example"), tr("examples"));
    m_copy = new CopyButton(theme, tr("Copy the lengths as a table"), m_chartBox);
    m_copy->setSource([this] { return m_histogram->table(); });
    chart->addWidget(m_histogram, 1);
    chart->addWidget(m_copy, 0, Qt::AlignTop);
    result->addWidget(m_chartBox);
    m_findings = new TrainingFindingsModel(this);
    m_table = new TableView(theme, m_result);
    m_table->setObjectName(u"trainingFindings"_s);
    m_table->setAccessibleName(tr("What the check found"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_findings);
    m_table->setColumns({{70, 60, false, 90}, {170, 110}, {260, 180, true}});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(metrics::headerHeight + 3 * metrics::rowHeight);
    result->addWidget(m_table, 1);
    m_findingsNote = new HintLabel(theme, Theme::FontRole::Small, {}, m_result);
    m_findingsNote->setObjectName(u"findingsNote"_s);
    result->addWidget(m_findingsNote);
    result->addStretch(0);

    auto *zone = new DropZone(theme, m_place,
                              {tr("Drop to train with it"), tr("It is checked; nothing is sent yet.")});
    connect(zone, &DropZone::dropped, this, [this](const QStringList &paths) {
        m_training->setPath(paths.first());
        if (paths.size() > 1)
            m_validation->setPath(paths.at(1));
    });
    connect(m_nothing, &StateOverlay::actionTriggered, this, [this] {
        if (file()->isEmpty())
            file()->browse();
        else
            file()->checkAgain();
    });
    connect(m_files, &QTabBar::currentChanged, this, &TrainingCheckView::showState);
    connect(m_progress, &ProgressStrip::stopRequested, this, [this] { file()->stopChecking(); });
    connect(m_table, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { openFinding(index.row()); });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { openFinding(index.row()); });
    connect(&context.shell.settings, &Settings::changed, this, [this] { // prices are edited elsewhere
        if (m_shown)
            showEstimate(m_shown->check);
    });
    for (TrainingFileEdit *edit : {training, validation}) {
        connect(edit, &TrainingFileEdit::checkChanged, this, [this] {
            compare();
            showState();
        });
        connect(edit, &TrainingFileEdit::edited, this, [this, edit] {
            if (!edit->isEmpty())
                showFile(edit);
            showState();
        });
    }
    showState();
}

TrainingCheckView::~TrainingCheckView()
{
    if (m_comparing)
        m_comparing->stop = true;
}

TrainingFileEdit *TrainingCheckView::file() const
{
    return m_files->currentIndex() == Validation ? m_validation : m_training;
}

void TrainingCheckView::showFile(TrainingFileEdit *file)
{
    m_files->setCurrentIndex(file == m_validation ? Validation : Training);
}

void TrainingCheckView::setPlan(const TrainingPlan &plan, const QString &model)
{
    const auto asShown = [](const TrainingPlan &one, const TrainingPlan &other) {
        return one.method == other.method && one.epochs == other.epochs && one.batchSize == other.batchSize;
    };
    if (asShown(plan, m_plan) && model == m_model)
        return; // it is told at every letter that is typed anywhere in the form
    m_plan = plan;
    m_model = model;
    if (m_shown)
        showEstimate(m_shown->check);
}

void TrainingCheckView::showState()
{
    const bool both = m_validation->input() || m_validation->preparation().isRunning() ||
                      m_validation->isFetching() || m_validation->isLocal();
    if (!both && m_files->currentIndex() == Validation)
        m_files->setCurrentIndex(Training);
    m_files->setVisible(both);
    TrainingPreparation &preparation = file()->preparation();
    const bool running = preparation.isRunning() || file()->isFetching();
    m_progress->setVisible(running);
    if (preparation.isRunning()) {
        const double total = double(std::max<qint64>(1, preparation.total()));
        m_progress->setProgress({.done = std::min(1.0, double(preparation.done()) / total)},
                                tr("Checking every line…"));
    } else if (running) {
        m_progress->setProgress({.done = -1}, tr("Fetching the file…"));
    }
    const TrainingInputPtr input = file()->input();
    m_place->setVisible(!running && !input);
    if (!running && !input)
        showNothing();
    m_result->setVisible(bool(input));
    if (input != m_shown) {
        m_shown = input;
        if (input)
            showResult();
    }
    if (input)
        showOverlap();
}

/// What stands where no check does.
void TrainingCheckView::showNothing()
{
    StateOverlay::State state{.kind = StateOverlay::Kind::Empty, .icon = Icon::File};
    if (file()->isEmpty()) {
        state.sentence = tr("Drop a training file here.");
        state.detail = tr("JSON lines: one example a line. It is checked before anything is sent.");
        state.actionText = tr("Choose file…");
    } else if (file()->preparation().stage() == TrainingPreparation::Stage::Failed) {
        state.kind = StateOverlay::Kind::Error;
        state.sentence = tr("The file could not be checked.");
        state.detail = file()->preparation().error().message;
        state.actionText = tr("Check again");
    } else {
        state.sentence = tr("The file is not checked.");
        state.detail =
            file()->isLocal()
                ? tr("It has to be checked before it can be sent.")
                : tr("The service checks it once the job is made. To check it before, it is fetched.");
        state.actionText = tr("Check it");
    }
    m_nothing->setState(state);
}

void TrainingCheckView::showResult()
{
    const TrainingCheck &check = m_shown->check;
    m_mark->setState(check.errorCount ? Tone::Failed : check.warningCount ? Tone::Attention : Tone::Fine, {});
    const QString what = tr("%Ln example(s)", nullptr, int(check.lines)) + u", "_s +
                         (check.format == TrainingFormat::Unknown ? tr("of no known format")
                                                                  : trainingFormatText(check.format));
    if (check.errorCount)
        m_verdict->setText(
            tr("%1. %Ln error(s): it cannot be sent.", nullptr, int(check.errorCount)).arg(what));
    else if (check.warningCount)
        m_verdict->setText(
            tr("%1. It can be sent; %Ln warning(s).", nullptr, int(check.warningCount)).arg(what));
    else
        m_verdict->setText(tr("%1. Every line can be sent.").arg(what));
    showEstimate(check);
    QList<HistogramBars::Bar> bars;
    for (const TrainingBin &bin : check.stats.histogram)
        bars.append({bin.upTo, bin.count});
    m_histogram->setBars(bars, check.stats.tokenLimit);
    m_chartBox->setVisible(bars.size() > 1);
    m_findings->setFindings(check.findings);
    m_table->setVisible(!check.findings.isEmpty());
    m_findingsNote->setVisible(check.findingCount > check.findings.size());
    m_findingsNote->setText(
        tr("The first %1 of %2 are listed.")
            .arg(format::number(check.findings.size()), format::number(check.findingCount)));
}

void TrainingCheckView::showFigures(const TrainingCheck &check)
{
    QList<std::pair<QString, QString>> figures;
    const auto figure = [&figures](const QString &title, const QString &value) {
        figures.append({title, value});
    };
    const TrainingSpread &tokens = check.stats.tokens;
    figure(tr("Tokens an example"), u"≈ %1"_s.arg(format::number(tokens.median)));
    figure(tr("Longest"), u"≈ %1"_s.arg(format::number(tokens.most)));
    figure(tr("Tokens, one epoch"), u"≈ %1"_s.arg(format::number(check.stats.billable)));
    if (file() == m_training)
        addEstimate(check, figure);
    setFigures(figures);
}

void TrainingCheckView::addEstimate(const TrainingCheck &check,
                                    const std::function<void(const QString &, const QString &)> &figure) const
{
    TrainingPlan plan = m_plan;
    plan.price = pricesOf(m_context.shell.settings).trainingPriceOf(m_model);
    const TrainingEstimate estimate = estimateTraining(check, plan);
    figure(tr("Epochs"), estimate.epochsAreGuessed ? tr("≈ %1 (auto)").arg(estimate.epochs)
                                                   : format::number(estimate.epochs));
    figure(tr("Steps"), (estimate.epochsAreGuessed || estimate.batchSizeIsGuessed ? u"≈ "_s : QString()) +
                            format::number(estimate.steps));
    if (estimate.unpriced != TrainingEstimate::Unpriced::ByTheHour)
        figure(tr("Tokens to train"), u"≈ %1"_s.arg(format::number(estimate.billedTokens)));
    figure(tr("Cost"), estimate.cost ? u"≈ "_s + moneyText(*estimate.cost)
                       : estimate.unpriced == TrainingEstimate::Unpriced::ByTheHour ? tr("by the hour")
                       : m_model.isEmpty() ? tr("choose a model first")
                                           : tr("no price known"));
}

/// Labels are made anew only where there are others: a screen reader, or who marks a number, stays where it
/// was.
void TrainingCheckView::setFigures(const QList<std::pair<QString, QString>> &figures)
{
    enum Row { Title, Value };
    const Theme &theme = m_context.shell.theme;
    const auto labelAt = [this](int row, int column) {
        const QLayoutItem *item = m_figures->itemAtPosition(row, column);
        return item ? static_cast<TextLabel *>(item->widget()) : nullptr;
    };
    for (int column = int(figures.size()); labelAt(Title, column); ++column) {
        delete labelAt(Title, column);
        delete labelAt(Value, column);
        m_figures->setColumnStretch(column, 0);
    }
    for (int column = 0; column < figures.size(); ++column) {
        const auto &[title, value] = figures.at(column);
        if (!labelAt(Title, column)) {
            auto *name = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, title, m_figuresBox);
            auto *text = new TextLabel(theme, Theme::FontRole::Strong, Token::Text, value, m_figuresBox);
            m_figures->addWidget(name, Title, column);
            m_figures->addWidget(text, Value, column);
            m_figures->setColumnStretch(column, 1);
            name->show();
            text->show();
        }
        labelAt(Title, column)->setText(title);
        labelAt(Value, column)->setText(value);
        labelAt(Value, column)->setAccessibleName(title + u": "_s + value);
    }
}

void TrainingCheckView::showEstimate(const TrainingCheck &check)
{
    showFigures(check);
    const TrainingStats &stats = check.stats;
    QStringList note{
        file() == m_training
            ? tr("An estimate: tokens are counted by the letters, at the prices in Preferences; the "
                 "service decides what is left to it.")
            : tr("An estimate: tokens are counted by the letters.")};
    if (stats.overLimit > 0)
        note << tr("%Ln example(s) are longer than the %1 tokens that the model takes: the rest of them is "
                   "cut off.",
                   nullptr, int(stats.overLimit))
                    .arg(format::number(stats.tokenLimit));
    m_estimateNote->setText(note.join(u' '));
}

/// Looks for examples of the validation file that are trained on as well.
void TrainingCheckView::compare()
{
    const TrainingInputPtr training = m_training->input();
    const TrainingInputPtr validation = m_validation->input();
    const auto same = [](const TrainingInputPtr &a, const TrainingInputPtr &b) {
        return a && b && a->path == b->path && a->identity == b->identity;
    };
    if (same(training, m_comparedTraining) && same(validation, m_comparedValidation))
        return;
    if (m_comparing)
        m_comparing->stop = true;
    m_comparing.reset();
    m_overlap.reset();
    m_comparedTraining = training;
    m_comparedValidation = validation;
    if (!training || !validation || training->check.lines == 0 || validation->check.lines == 0)
        return;
    m_comparing = std::make_shared<JsonlWork>();
    // The files stay as long as they are read.
    const auto kept = std::make_pair(m_training->holder(), m_validation->holder());
    inBackground(
        this,
        [from = training->path, to = validation->path, work = m_comparing, kept] {
            return overlapOf(from, to, work);
        },
        [this, work = m_comparing](const Result<TrainingOverlap> &overlap) {
            if (work != m_comparing)
                return;
            m_comparing.reset();
            if (overlap && !overlap->stopped)
                m_overlap = *overlap;
            showState();
        },
        longWorkPool());
}

void TrainingCheckView::showOverlap()
{
    const bool any = m_overlap && m_overlap->count > 0;
    m_overlapNote->setVisible(any);
    if (!any)
        return;
    QStringList pairs;
    for (const TrainingOverlap::Pair &pair : m_overlap->pairs.mid(0, shownPairs))
        pairs << tr("line %1 is line %2 of the training file")
                     .arg(format::number(pair.validationLine), format::number(pair.trainingLine));
    m_overlapNote->setText(
        tr("%Ln of %1 validation examples are trained on as well: on these the model looks better than it is "
           "(%2).",
           nullptr, int(m_overlap->count))
            .arg(format::number(m_overlap->validationLines),
                 pairs.join(u"; "_s) + (m_overlap->count > shownPairs ? u"; …"_s : QString())));
}

void TrainingCheckView::openFinding(int row)
{
    const TrainingFinding finding = m_findings->findings().value(row);
    if (!m_shown)
        return;
    auto *viewer = JsonlViewerDialog::openAt(m_context.shell.theme, m_context.shell.settings, m_shown->path,
                                             std::max<qint64>(1, finding.line), finding.column, window());
    const QString at = finding.path.isEmpty() ? QString() : finding.path + u" · "_s;
    viewer->sayWhy(finding.line > 0 ? tr("Line %1: %2").arg(format::number(finding.line), at + finding.text())
                                    : finding.text());
    viewer->keepWhileOpen(file()->holder());
}

} // namespace odc
