// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowspane.h"

#include "base/background.h"
#include "base/format.h"
#include "settings/settings.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 8 * 1024 * 1024; ///< a request beyond that is better an uploaded file
constexpr qsizetype mostRowsAsText = 200;
constexpr int pauseMs = 150; ///< after the last key, before it is read
constexpr int problemLines = 4;

} // namespace

RowsPane::RowsPane(const ShellContext &context, const QJsonObject &itemSchema, QWidget *parent)
    : QWidget(parent), m_context(context), m_schema(itemSchema), m_text(new QPlainTextEdit(this)),
      m_summary(new TextLabel(context.theme, Theme::FontRole::Small, Token::Secondary, {}, this)),
      m_problems(new QListWidget(this)), m_soon(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    m_text->setObjectName(u"rowsText"_s);
    m_text->setAccessibleName(tr("Rows, one JSON object a line"));
    m_text->setFont(context.theme.font(Theme::FontRole::Mono));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(u"{\"item\": {\"text\": \"…\"}}"_s);
    layout->addWidget(m_text, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::inside);
    QPushButton *file =
        makeButton(context.theme, tr("Rows from a file…"), Icon::Import, ButtonRole::Default, this);
    file->setObjectName(u"rowsFromFile"_s);
    row->addWidget(file, 0, Qt::AlignTop);
    m_summary->setObjectName(u"rowsSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setMinimumHeight(metrics::buttonHeight);
    row->addWidget(m_summary, 1);
    layout->addLayout(row);
    m_problems->setObjectName(u"rowsProblems"_s);
    m_problems->setAccessibleName(tr("Rows that do not fit"));
    m_problems->hide();
    layout->addWidget(m_problems);
    setFocusProxy(m_text);
    m_soon->setSingleShot(true);
    m_soon->setInterval(pauseMs);
    connect(m_soon, &QTimer::timeout, this, &RowsPane::readText);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_reading = true;
        m_refusal.clear();
        ++m_round; // a file that is still being read does not replace what is typed
        m_soon->start();
        Q_EMIT edited();
    });
    connect(file, &QPushButton::clicked, this, &RowsPane::openFile);
    connect(m_problems, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        if (m_text->isReadOnly())
            return;
        m_text->setTextCursor(
            QTextCursor(m_text->document()->findBlockByNumber(item->data(Qt::UserRole).toInt() - 1)));
        m_text->setFocus();
    });
    say();
}

QString RowsPane::tooLarge(const EvalRows &rows)
{
    return tr("These rows are %1: more than the %2 that go along with a request. Upload them as a file, and choose "
              "it as the source.")
        .arg(format::size(rows.total), format::size(mostBytes));
}

void RowsPane::readText()
{
    const quint64 round = ++m_round;
    inBackground(
        this,
        [text = m_text->toPlainText().toUtf8(), schema = m_schema] {
            return readRows(text, schema, {.bytes = mostBytes});
        },
        [this, round](const EvalRows &rows) {
            if (round != m_round || m_soon->isActive())
                return;
            if (!rows.isComplete())
                m_refusal = tooLarge(rows);
            take(rows, true);
        });
}

void RowsPane::take(const EvalRows &rows, bool numberedByLine)
{
    m_reading = false;
    m_rows = rows;
    m_byLine = numberedByLine;
    say();
    Q_EMIT edited();
}

void RowsPane::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Rows of the run"), m_context.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"rowsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        const quint64 round = ++m_round;
        m_soon->stop();
        m_reading = true;
        m_refusal.clear();
        Q_EMIT edited();
        inBackground(
            this, [path, schema = m_schema] { return readRowsOfFile(path, schema, {.bytes = mostBytes}); },
            [this, round](const EvalRows &rows) {
                if (round != m_round)
                    return;
                if (!rows.error.isEmpty() || !rows.isComplete()) {
                    m_refusal = !rows.error.isEmpty()
                                    ? rows.error
                                    : tooLarge(rows);
                    take({}, true);
                    showRows();
                    return;
                }
                m_rows = rows;
                showRows();
                take(rows, true);
            });
    });
    dialog->open();
}

void RowsPane::setContent(const QJsonArray &rows)
{
    if (rows == m_rows.content)
        return;
    const quint64 round = ++m_round;
    m_soon->stop();
    m_refusal.clear();
    m_rows = {};
    m_rows.content = rows;
    m_byLine = rows.size() <= mostRowsAsText; // a row is a line there
    showRows();
    m_reading = true;
    inBackground(
        this, [rows, schema = m_schema] { return checkRows(rows, schema, 100); },
        [this, round](const QList<RowProblem> &problems) {
            if (round != m_round)
                return;
            m_reading = false;
            m_rows.problems = problems;
            m_rows.problemCount = problems.size();
            say();
            Q_EMIT edited();
        });
}

void RowsPane::showRows()
{
    m_filling = true;
    const bool few = m_rows.content.size() <= mostRowsAsText;
    QStringList lines;
    for (qsizetype i = 0; i < std::min(m_rows.content.size(), mostRowsAsText); ++i) {
        // Lines of a file keep their number, so that what is said about them can be found.
        while (few && i < m_rows.lines.size() && lines.size() + 1 < m_rows.lines[i])
            lines << QString();
        lines << QString::fromUtf8(
            QJsonDocument(m_rows.content.at(i).toObject()).toJson(QJsonDocument::Compact));
    }
    if (!few)
        lines << u"…"_s;
    m_text->setPlainText(lines.join(u'\n'));
    m_text->setReadOnly(!few);
    m_filling = false;
    say();
}

QString RowsPane::fault() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    if (m_rows.problemCount == 0)
        return {};
    const RowProblem &first = m_rows.problems.first();
    return (m_byLine ? tr("Line %1: %2.") : tr("Row %1: %2.")).arg(first.line).arg(first.message);
}

void RowsPane::say()
{
    QStringList parts;
    if (!m_rows.content.isEmpty())
        parts << tr("%Ln row(s)", nullptr, int(m_rows.content.size()));
    if (m_rows.samples > 0)
        parts << tr("%Ln with a sample", nullptr, int(m_rows.samples));
    if (m_rows.plain > 0)
        parts << tr("plain objects are taken for items");
    if (m_rows.problemCount > 0)
        parts << tr("%Ln row(s) do not fit", nullptr, int(m_rows.problemCount));
    const bool bad = !fault().isEmpty();
    m_summary->setToken(bad ? Token::Bad : Token::Secondary);
    m_summary->setText(!m_refusal.isEmpty() ? m_refusal
                       : parts.isEmpty()    ? tr("Write or paste rows, or take them from a file.")
                                            : parts.join(u" · "_s));
    m_problems->clear();
    for (const RowProblem &problem : std::as_const(m_rows.problems)) {
        auto *item = new QListWidgetItem(
            (m_byLine ? tr("Line %1: %2") : tr("Row %1: %2")).arg(problem.line).arg(problem.message),
            m_problems);
        item->setData(Qt::UserRole, int(problem.line));
    }
    m_problems->setFixedHeight(std::clamp(m_problems->count(), 1, problemLines) * metrics::rowHeight +
                               2 * m_problems->frameWidth());
    m_problems->setVisible(m_problems->count() > 0);
}

} // namespace odc
