// SPDX-License-Identifier: GPL-3.0-or-later
#include "trygraderdialog.h"

#include "api/session.h"
#include "base/background.h"
#include "evals/evalrows.h"
#include "evals/rewardgrader.h"
#include "evals/schemawalk.h"
#include "settings/settings.h"
#include "ui/context/profileconnector.h"
#include "ui/forms/jsonedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Column { Item, Answer, Score, VerdictColumn, ColumnCount };
constexpr int rowsOfAFile = 20;
constexpr double never = std::numeric_limits<double>::infinity();

/// The score from which it passes.
double threshold(const QJsonObject &grader)
{
    const QJsonValue given = grader.value("pass_threshold"_L1);
    return given.isDouble()                                           ? given.toDouble()
           : grader.value("type"_L1) == QJsonValue(u"string_check"_s) ? 1.0
                                                                      : 0.5;
}

} // namespace

QString TryGraderDialog::whyNot(const QJsonObject &grader)
{
    const QString type = grader.value("type"_L1).toString();
    if (isMultiGrader(grader)) {
        const QJsonObject parts = grader.value("graders"_L1).toObject();
        for (const QJsonValue &part : parts) {
            if (const QString why = whyNot(part.toObject()); !why.isEmpty())
                return why;
        }
        return {};
    }
    if (type == "string_check"_L1 || type == "text_similarity"_L1)
        return {};
    if (type == "python"_L1)
        return tr("Python graders run at the service only: they cannot be tried here.");
    return tr("This grader asks a model: it cannot be tried here, where there is none.");
}

TryGraderDialog::TryGraderDialog(const ShellContext &context, const QJsonObject &grader,
                                 const QJsonObject &itemSchema, QWidget *parent, GraderUse use)
    : ConsoleDialog(context.theme, tr("Try “%1”").arg(grader.value("name"_L1).toString()), parent),
      m_context(context), m_grader(grader), m_use(use), m_message(new MessageBar(context.theme, this)),
      m_table(new QTableWidget(0, ColumnCount, this)),
      m_summary(new TextLabel(context.theme, Theme::FontRole::Body, Token::Secondary, {}, this))
{
    setObjectName(u"tryGraderDialog"_s);
    const QString why = whyNot(grader);
    setIntroduction(
        why.isEmpty()
            ? tr("The local server grades these rows; nothing leaves this computer and nothing is saved.")
            : why);
    body()->addWidget(m_message);
    m_table->setObjectName(u"tryRows"_s);
    m_table->setAccessibleName(tr("Sample rows"));
    m_table->setHorizontalHeaderLabels({tr("Item (JSON)"), tr("Answer (sample.output_text)"),
                                        use == GraderUse::Eval ? tr("Score") : tr("Reward"),
                                        use == GraderUse::Eval ? tr("Verdict") : tr("Note")});
    m_table->horizontalHeader()->setSectionResizeMode(Item, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Answer, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(Score, metrics::navWidth / 3);
    m_table->horizontalHeader()->resizeSection(VerdictColumn, metrics::navWidth * 3 / 4);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(Score)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->setTabKeyNavigation(false);
    m_table->setVisible(why.isEmpty());
    body()->addWidget(m_table, 1);
    m_summary->setObjectName(u"trySummary"_s);
    body()->addWidget(m_summary);

    QPushButton *add = makeButton(theme(), tr("Add row"), Icon::Plus, ButtonRole::Default, this);
    add->setObjectName(u"tryAddRow"_s);
    QPushButton *file = makeButton(theme(), tr("Rows from a file…"), Icon::Import, ButtonRole::Default, this);
    file->setObjectName(u"tryFile"_s);
    add->setVisible(why.isEmpty());
    file->setVisible(why.isEmpty());
    addToRow(add);
    addToRow(file);
    QPushButton *close = addButton(tr("Close"), ButtonRole::Default);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_grade = addButton(tr("Grade"), ButtonRole::Primary);
    m_grade->setObjectName(u"tryGrade"_s);
    m_grade->setEnabled(why.isEmpty());
    m_grade->setVisible(why.isEmpty());
    connect(m_grade, &QPushButton::clicked, this, &TryGraderDialog::grade);
    connect(file, &QPushButton::clicked, this, &TryGraderDialog::openFile);
    // A verdict is of what was graded.
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int column) {
        if ((column != Item && column != Answer) || !m_table->item(row, VerdictColumn) ||
            m_table->item(row, VerdictColumn)->text().isEmpty())
            return;
        setResult(row, {}, {}, int(Tone::None));
        m_summary->setText({});
    });
    const QJsonObject sample = blankValue(itemSchema).toObject();
    connect(add, &QPushButton::clicked, this, [this, sample] {
        addRow(sample, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, Item);
        m_table->setFocus();
    });
    if (why.isEmpty())
        addRow(sample, {});
    setWantedSize(why.isEmpty() ? QSize(860, 440) : QSize(520, 190));
}

void TryGraderDialog::addRow(const QJsonObject &item, const QString &answer)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(
        row, Item,
        new QTableWidgetItem(QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Compact))));
    m_table->item(row, Item)->setFont(theme().font(Theme::FontRole::Mono));
    m_table->setItem(row, Answer, new QTableWidgetItem(answer));
    for (const int column : {int(Score), int(VerdictColumn)}) {
        auto *cell = new QTableWidgetItem;
        cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_table->setItem(row, column, cell);
    }
    m_table->item(row, Score)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
}

void TryGraderDialog::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Rows to try on"), m_context.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"tryRowsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto read = [path] {
            return readRowsOfFile(path, {}, {.bytes = 4 * 1024 * 1024, .rows = rowsOfAFile});
        };
        inBackground(this, read, [this](const EvalRows &rows) {
            if (rows.content.isEmpty()) {
                m_message->showMessage({Message::Kind::Error, rows.error.isEmpty()
                                                                  ? tr("There are no rows in this file.")
                                                                  : rows.error});
                return;
            }
            m_message->dismiss();
            m_call.cancel(); // it is about the rows of before
            m_table->setRowCount(0);
            for (const QJsonValue &row : rows.content)
                addRow(row.toObject().value("item"_L1).toObject(),
                       row.toObject().value("sample"_L1).toObject().value("output_text"_L1).toString());
            if (m_session)
                summarize(); // it may be graded again
            const int count = int(rows.content.size());
            m_summary->setText(count < rowsOfAFile ? tr("All %Ln row(s) of the file.", nullptr, count)
                                                   : tr("The first %Ln row(s) of the file.", nullptr, count));
        });
    });
    dialog->open();
}

void TryGraderDialog::grade()
{
    const QList<FormProblem> problems =
        m_use == GraderUse::Reward ? rewardProblems(m_grader, {}) : graderProblems(m_grader, {}, m_use);
    if (const FormProblem *wrong = firstError(problems)) {
        m_message->showMessage({Message::Kind::Error, wrong->message});
        return;
    }
    m_message->dismiss();
    for (int row = 0; row < m_table->rowCount(); ++row)
        setResult(row, {}, {}, int(Tone::None));
    m_grade->setEnabled(false);
    m_grade->setText(tr("Grading…"));
    if (m_session) {
        gradeRow(0);
        return;
    }
    m_context.connector.localSession(this, [this](Session *session, const QString &error) {
        m_session = session;
        if (session) {
            gradeRow(0);
            return;
        }
        m_message->showMessage({Message::Kind::Error, error});
        summarize();
    });
}

void TryGraderDialog::gradeRow(int row)
{
    if (row >= m_table->rowCount()) {
        summarize();
        return;
    }
    JsonFault fault;
    const QJsonValue item = parseJson(m_table->item(row, Item)->text().toUtf8(), &fault);
    if (!item.isObject()) {
        setResult(row, {}, fault.message.isEmpty() ? tr("An item is an object") : fault.sentence(),
                  int(Tone::Failed));
        gradeRow(row + 1);
        return;
    }
    QJsonObject grader = m_grader;
    grader.remove("pass_threshold"_L1); // that is the eval's, not the grader's
    m_call = m_session->graders().run(
        grader, m_table->item(row, Answer)->text(), item.toObject(), this,
        [this, row](const Result<GraderVerdict> &verdict) {
            if (!verdict) {
                Message message{Message::Kind::Error, verdict.error().headline()};
                if (verdict.error().kind == ApiError::Kind::Invalid && !verdict.error().message.isEmpty())
                    message.text = verdict.error().message;
                message.details = verdict.error().details();
                m_message->showMessage(message);
                summarize();
                return;
            }
            showVerdict(row, *verdict);
            gradeRow(row + 1);
        });
}

void TryGraderDialog::showVerdict(int row, const GraderVerdict &verdict)
{
    if (!verdict.errors.isEmpty()) {
        setResult(row, {}, tr("Error: %1").arg(verdict.errors.join(u", "_s)), int(Tone::Attention));
        return;
    }
    if (m_use != GraderUse::Eval) { // nothing passes: the score itself is what counts
        setResult(row, QLocale().toString(verdict.reward.value_or(0), 'f', 3), {}, int(Tone::None));
        return;
    }
    const bool passed = verdict.reward.value_or(-never) >= threshold(m_grader);
    setResult(row, QLocale().toString(verdict.reward.value_or(0), 'f', 3),
              passed ? tr("Passed") : tr("Failed"), int(passed ? Tone::Fine : Tone::Failed));
}

void TryGraderDialog::setResult(int row, const QString &score, const QString &verdict, int tone)
{
    m_table->item(row, Score)->setText(score);
    QTableWidgetItem *cell = m_table->item(row, VerdictColumn);
    cell->setText(verdict);
    cell->setToolTip(plainToolTip(verdict));
    cell->setData(Qt::UserRole, tone);
    cell->setForeground(theme().colour(toneTextToken(Tone(tone))));
    cell->setIcon(tone == int(Tone::Fine)        ? theme().icon(Icon::CheckCircle, Token::Ok)
                  : tone == int(Tone::Failed)    ? theme().icon(Icon::Close, Token::Bad)
                  : tone == int(Tone::Attention) ? theme().icon(Icon::Warning, Token::Warn)
                                                 : QIcon());
}

void TryGraderDialog::summarize()
{
    m_grade->setEnabled(true);
    m_grade->setText(tr("Grade"));
    int passed = 0;
    int graded = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool scored = !m_table->item(row, Score)->text().isEmpty();
        graded += scored ? 1 : 0;
        passed += scored && m_table->item(row, VerdictColumn)->data(Qt::UserRole).toInt() == int(Tone::Fine)
                      ? 1
                      : 0;
    }
    if (m_use != GraderUse::Eval) {
        m_summary->setText(graded ? tr("%Ln row(s) graded.", nullptr, graded) : QString());
        return;
    }
    m_summary->setText(graded ? tr("%1 of %Ln row(s) passed.", nullptr, graded).arg(passed) : QString());
}

} // namespace odc
