// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchcheckview.h"

#include "base/format.h"
#include "jsonl/batchrules.h"
#include "lists/findingsmodel.h"
#include "settings/pricetable.h"
#include "settings/settings.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/dialogs/jsonlviewerdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;
using Stage = BatchPreparation::Stage;

namespace {

constexpr qsizetype mostModels = 4;

/// How many batches hold that much, at least.
int batchesFor(const BatchCheck &check)
{
    const auto of = [](qint64 much, qint64 most) { return int((much + most - 1) / most); };
    return std::max({of(check.lines, batchrules::mostLines), of(check.bytes, batchrules::mostBytes),
                     of(check.embeddingInputs, batchrules::mostEmbeddingInputs)});
}

TokenCount expectedOf(const BatchCheck::Model &model)
{
    return {.model = model.name, .input = model.inputTokens, .output = model.outputTokens};
}

} // namespace

BatchCheckView::BatchCheckView(const PageContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_progress(new ProgressStrip(context.shell.theme, this)),
      m_mark(new StateLabel(context.shell.theme, this)),
      m_verdict(new TextLabel(context.shell.theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_modelsBox(new QWidget(this)), m_models(new QGridLayout(m_modelsBox)),
      m_costNote(new HintLabel(context.shell.theme, Theme::FontRole::Small, {}, this)),
      m_split(new QCheckBox(this)), m_findings(new FindingsModel(this)),
      m_table(new TableView(context.shell.theme, this)),
      m_findingsNote(new HintLabel(context.shell.theme, Theme::FontRole::Small, {}, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_progress->layout()->setContentsMargins({});
    layout->addWidget(m_progress);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(metrics::inside);
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    verdict->addWidget(m_mark, 0, Qt::AlignTop);
    m_verdict->setObjectName(u"checkVerdict"_s);
    m_verdict->setWordWrap(true);
    verdict->addWidget(m_verdict, 1);
    layout->addLayout(verdict);
    m_models->setContentsMargins(0, 0, 0, 0);
    m_models->setHorizontalSpacing(metrics::edge);
    m_models->setVerticalSpacing(metrics::tight);
    layout->addWidget(m_modelsBox);
    m_costNote->setObjectName(u"costNote"_s);
    layout->addWidget(m_costNote);
    m_split->setObjectName(u"splitFile"_s);
    m_split->setChecked(true);
    layout->addWidget(m_split, 0, Qt::AlignLeading);
    m_table->setObjectName(u"findings"_s);
    m_table->setAccessibleName(tr("What the check found"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_findings);
    m_table->setColumns({{70, 60, false, 90}, {70, 60}, {220, 160, true}, {170, 120}});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    layout->addWidget(m_table, 1);
    m_findingsNote->setObjectName(u"findingsNote"_s);
    layout->addWidget(m_findingsNote);
    layout->addStretch(0);

    connect(m_table, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { openFinding(index.row()); });
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { openFinding(index.row()); });
    connect(m_split, &QCheckBox::toggled, this, &BatchCheckView::changed);
    connect(m_progress, &ProgressStrip::stopRequested, this, [this] { m_preparation->clear(); });
    connect(&context.shell.settings, &Settings::changed, this, [this] { // prices are edited elsewhere
        if (m_shown)
            showModels(m_shown->check);
    });
    showState();
}

void BatchCheckView::follow(BatchPreparation *preparation)
{
    if (m_preparation)
        m_preparation->disconnect(this);
    m_preparation = preparation;
    connect(preparation, &BatchPreparation::changed, this, &BatchCheckView::showState);
    showState();
}

void BatchCheckView::showState()
{
    const Stage stage = m_preparation ? m_preparation->stage() : Stage::Idle;
    const bool running = m_preparation && m_preparation->isRunning();
    const BatchInputPtr input = m_preparation ? m_preparation->input() : nullptr;
    m_progress->setVisible(running);
    if (running) {
        const qint64 total = std::max<qint64>(1, m_preparation->total());
        const qint64 done = std::min(total, m_preparation->done());
        m_progress->setProgress(
            {.done = double(done) / double(total)},
            stage == Stage::Writing
                ? tr("Writing the requests…")
                : tr("Checking every line: %1 of %2").arg(format::size(done), format::size(total)));
    }
    const bool failed = stage == Stage::Failed;
    m_mark->setVisible(failed || input);
    m_verdict->setVisible(failed || input);
    if (failed) {
        m_mark->setState(Tone::Failed, {});
        m_verdict->setText(m_preparation->error().message);
    }
    for (QWidget *part : {static_cast<QWidget *>(m_modelsBox), static_cast<QWidget *>(m_costNote)})
        part->setVisible(bool(input));
    if (!input) {
        m_table->hide();
        m_findingsNote->hide();
        m_split->hide();
    }
    if (input == m_shown && stage == m_stage)
        return;
    m_stage = stage;
    if (input && input != m_shown) {
        m_shown = input;
        showResult(input->check);
    }
    m_shown = input;
    Q_EMIT changed();
}

void BatchCheckView::showResult(const BatchCheck &check)
{
    const int batches = batchesFor(check);
    const qint64 warnings = std::count_if(check.findings.cbegin(), check.findings.cend(),
                                          [](const BatchFinding &finding) { return finding.isWarning(); });
    m_mark->setState(check.errorCount           ? Tone::Failed
                     : check.tooBig || warnings ? Tone::Attention
                                                : Tone::Fine,
                     {});
    QStringList tooMuch;
    for (const BatchFinding &finding : check.findings) {
        if (finding.isSize())
            tooMuch << finding.text();
    }
    const QString what =
        tr("%Ln request(s)", nullptr, int(check.lines)) + u", "_s + format::size(check.bytes);
    if (check.errorCount)
        m_verdict->setText(
            tr("%1. %Ln thing(s) to mend before it can be sent.", nullptr, int(check.errorCount)).arg(what));
    else if (check.tooBig)
        m_verdict->setText(tr("%1: too much for one batch.").arg(what) + u' ' + tooMuch.join(u' ') + u' ' +
                           tr("Every line is fine."));
    else
        m_verdict->setText(tr("%1. Every line can be sent.").arg(what));
    m_split->setText(
        tr("Split it, and send it as about %Ln batches that are held together as a group", nullptr, batches));
    m_split->setVisible(check.canBeSplit());
    m_findings->setFindings(check.findings);
    m_table->setVisible(check.findings.size() >
                        tooMuch.size()); // what is in the sentence above alone needs no list
    m_findingsNote->setVisible(check.findingCount > check.findings.size());
    m_findingsNote->setText(
        tr("The first %1 of %2 are listed.")
            .arg(format::number(check.findings.size()), format::number(check.findingCount)));
    showModels(check);
}

void BatchCheckView::showModels(const BatchCheck &check)
{
    while (QLayoutItem *item = m_models->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Theme &theme = m_context.shell.theme;
    int row = 0;
    const auto cell = [&](int column, const QString &text, Token token) {
        auto *label = new TextLabel(theme, Theme::FontRole::Body, token, text, m_modelsBox);
        m_models->addWidget(label, row, column,
                            (column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
        label->show();
    };
    for (int column = 0; const QString &title : {tr("Model"), tr("Requests"), tr("Tokens in"),
                                                 tr("Tokens out, at most"), tr("Cost")})
        cell(column++, title, Token::Secondary);
    m_models->setColumnStretch(0, 1);
    const PriceTable prices = pricesOf(m_context.shell.settings);
    bool unlimited = false;
    bool unknown = false;
    QList<TokenCount> all;
    for (const BatchCheck::Model &model : check.models) {
        const TokenCount tokens = expectedOf(model);
        all << tokens;
        const CostEstimate cost = estimateCost({tokens}, prices);
        unlimited |= model.unlimited > 0;
        unknown |= cost.isPartial();
        if (++row > mostModels)
            continue;
        cell(0, model.name.isEmpty() ? tr("none named") : format::oneLine(model.name, 60), Token::Text);
        cell(1, format::number(model.lines), Token::Text);
        cell(2, u"≈ "_s + format::number(model.inputTokens), Token::Text);
        cell(3, model.unlimited == model.lines ? tr("no limit set") : format::number(model.outputTokens),
             Token::Text);
        cell(4, cost.isPartial() ? tr("no price known") : u"≈ "_s + moneyText(cost.total()), Token::Text);
    }
    if (check.models.size() > 1) {
        const CostEstimate cost = estimateCost(all, prices);
        row = int(std::min(check.models.size(), mostModels)) + 1;
        const int more = int(check.models.size() - mostModels);
        cell(0, more > 0 ? tr("%Ln more model(s), and all together", nullptr, more) : tr("All together"),
             Token::Secondary);
        cell(1, format::number(check.lines), Token::Secondary);
        cell(4, u"≈ "_s + moneyText(cost.total()), Token::Secondary);
    }
    QStringList note{
        tr("An estimate: tokens are counted by the letters, at the prices in Preferences, and each answer "
           "as long as its request allows.")};
    if (unlimited)
        note << tr("Some requests set no limit on their answer: what these cost is not in it.");
    if (unknown)
        note << tr("A model without a price is not in it.");
    m_costNote->setText(note.join(u' '));
    m_costNote->setVisible(m_shown && !check.models.isEmpty());
    m_modelsBox->setVisible(m_shown && !check.models.isEmpty());
}

int BatchCheckView::batches() const
{
    if (!m_shown || !fault().isEmpty())
        return 0;
    return m_shown->check.tooBig ? std::max(2, batchesFor(m_shown->check)) : 1;
}

bool BatchCheckView::isSplitRefused() const
{
    return m_shown && m_shown->check.canBeSplit() && !m_split->isChecked();
}

QString BatchCheckView::fault() const
{
    if (!m_preparation)
        return {};
    if (m_preparation->stage() == Stage::Writing)
        return tr("The requests are being written…");
    if (m_preparation->stage() == Stage::Checking)
        return tr("The file is being checked…");
    if (m_preparation->stage() == Stage::Failed)
        return m_preparation->error().message;
    if (!m_shown)
        return {};
    if (m_shown->check.errorCount)
        return tr("%Ln thing(s) in the file to mend before it can be sent.", nullptr,
                  int(m_shown->check.errorCount));
    if (isSplitRefused())
        return tr("The file is too big for one batch, and is not to be split.");
    return {};
}

void BatchCheckView::openFinding(int row)
{
    const BatchFinding finding = m_findings->findings().value(row);
    if (!m_shown)
        return;
    auto *viewer = JsonlViewerDialog::openAt(m_context.shell.theme, m_context.shell.settings, m_shown->path,
                                             std::max<qint64>(1, finding.line), finding.column, window());
    viewer->sayWhy(finding.line > 0 ? tr("Line %1: %2").arg(format::number(finding.line), finding.text())
                                    : finding.text());
    viewer->keepWhileOpen(m_shown); // a file of ours stays until it is closed, whatever is written next
}

} // namespace odc
