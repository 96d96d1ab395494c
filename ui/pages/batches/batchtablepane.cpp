// SPDX-License-Identifier: GPL-3.0-or-later
#include "batchtablepane.h"

#include "base/background.h"
#include "base/format.h"
#include "batches/batchpreparation.h"
#include "settings/settings.h"
#include "ui/forms/fieldvalues.h"
#include "ui/forms/templateedit.h"
#include "ui/pages/batches/batchcheckview.h"
#include "ui/pages/batches/columntemplate.h"
#include "ui/pages/dropzone.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 400; ///< after the last key
constexpr qsizetype mostChips = 60;

QString pathOf(BatchTemplateField field)
{
    switch (field) {
    case BatchTemplateField::Endpoint:
        return u"source.endpoint"_s;
    case BatchTemplateField::Model:
        return u"source.model"_s;
    case BatchTemplateField::System:
        return u"source.system"_s;
    case BatchTemplateField::User:
        return u"source.user"_s;
    case BatchTemplateField::MaxTokens:
        return u"source.maxTokens"_s;
    case BatchTemplateField::Temperature:
        return u"source.temperature"_s;
    case BatchTemplateField::More:
        return u"source.more"_s;
    default:
        return u"source.id"_s;
    }
}

} // namespace

BatchTablePane::BatchTablePane(const PageContext &context, QStringListModel *models, QWidget *parent)
    : BatchSourcePane(parent), m_context(context),
      m_preparation(new BatchPreparation(context.shell.clock, this)), m_soon(new QTimer(this)),
      m_pages(new QStackedWidget(this)), m_check(new BatchCheckView(context, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_pages->addWidget(buildNothing());
    m_pages->addWidget(buildForm());
    buildPreview();
    auto *completer = new QCompleter(models, m_model);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_model->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
            &BatchTablePane::templateEdited, Qt::QueuedConnection);

    m_check->follow(m_preparation);
    m_soon->setSingleShot(true);
    m_soon->setInterval(soonMs);
    connect(m_soon, &QTimer::timeout, this, &BatchTablePane::write);
    auto *zone =
        new DropZone(context.shell.theme, this, {tr("Drop to read the table"), tr("Nothing is sent yet.")});
    connect(zone, &DropZone::dropped, this, [this](const QStringList &paths) { setPath(paths.first()); });
    connect(m_check, &BatchCheckView::changed, this, &BatchSourcePane::edited);
    connect(m_preparation, &BatchPreparation::ended, this, [this] {
        if (std::exchange(m_wanted, false))
            Q_EMIT prepared();
    });
    setFocusProxy(m_nothing->actionButton());
}

BatchTablePane::~BatchTablePane()
{
    if (m_reading)
        m_reading->stop = true; // gigabytes are not read for nobody
}

void BatchTablePane::browse()
{
    auto *dialog = new QFileDialog(this, tr("Table"), m_context.shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(u"tableDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        setPath(path);
    });
    dialog->open();
}

void BatchTablePane::setPath(const QString &path)
{
    m_path = path;
    m_table = {};
    m_tableError.clear();
    m_row = 1;
    if (m_reading)
        m_reading->stop = true;
    m_reading = std::make_shared<JsonlWork>();
    m_preparation->clear();
    inBackground(
        this, [path, work = m_reading] { return readTable(path, work); },
        [this, work = m_reading](const Result<Table> &table) {
            if (work != m_reading)
                return; // another one by now
            m_reading.reset();
            if (table)
                m_table = *table;
            else
                m_tableError = table.error().message;
            showTable();
        },
        longWorkPool());
    showTable();
}

void BatchTablePane::showTable()
{
    m_pages->setCurrentIndex(1);
    m_name->setFullText(QDir::toNativeSeparators(m_path));
    QStringList facts;
    if (m_reading)
        facts << tr("Reading the table…");
    else if (!m_tableError.isEmpty())
        facts << m_tableError;
    else
        facts << tr("%Ln row(s)", nullptr, int(m_table.rows))
              << tr("%Ln column(s)", nullptr, int(m_table.columns.size()));
    QString text = facts.join(u" · "_s);
    if (m_table.problemCount > 0) {
        const TableProblem &first = m_table.problems.first();
        text += u" · "_s + tr("%Ln line(s) are not as they should be.", nullptr, int(m_table.problemCount)) +
                u' ' +
                (first.line > 0 ? tr("Line %1: %2").arg(format::number(first.line), first.message)
                                : first.message);
    }
    m_facts->setToken(!m_tableError.isEmpty()    ? Token::Bad
                      : m_table.problemCount > 0 ? Token::Warn
                                                 : Token::Secondary);
    m_facts->setText(text);
    m_columns->clear();
    for (const QString &column : m_table.columns.mid(0, mostChips))
        m_columns->setChip(column, format::oneLine(column, 40), false);
    m_columns->setVisible(!m_table.columns.isEmpty());
    const QString id = m_id->currentData().toString();
    {
        const QSignalBlocker quiet(m_id);
        m_id->clear();
        m_id->addItem(tr("row-1, row-2, …"), QString());
        for (const QString &column : std::as_const(m_table.columns))
            m_id->addItem(tr("of column “%1”").arg(format::oneLine(column, 40)), column);
        m_id->setCurrentIndex(std::max(0, m_id->findData(id)));
    }
    for (TemplateEdit *edit : {m_system, m_user})
        edit->setLanguage(columnTemplate(m_table.columns));
    setFocusProxy(m_user);
    templateEdited();
}

void BatchTablePane::insertColumn(const QString &column)
{
    m_lastText->insertPlainText(u"{{"_s + column + u"}}"_s);
    m_lastText->setFocus();
}

BatchTemplate BatchTablePane::written() const
{
    BatchTemplate what;
    what.endpoint = m_endpoint->currentText();
    what.model = m_model->text().trimmed();
    what.system = m_system->toPlainText();
    what.user = m_user->toPlainText();
    const QJsonValue tokens = numberOf(m_maxTokens->text(), true);
    if (tokens.isDouble())
        what.maxTokens = tokens.toInteger();
    const QJsonValue temperature = numberOf(m_temperature->text(), false);
    if (temperature.isDouble())
        what.temperature = temperature.toDouble();
    what.more = m_more->text();
    what.idColumn = m_id->currentData().toString();
    return what;
}

QList<FormProblem> BatchTablePane::faults() const
{
    QList<FormProblem> found;
    if (!m_maxTokens->text().trimmed().isEmpty() && !numberOf(m_maxTokens->text(), true).isDouble())
        found.append(
            {pathOf(BatchTemplateField::MaxTokens), tr("“%1” is no whole number.").arg(m_maxTokens->text())});
    if (!m_temperature->text().trimmed().isEmpty() && !numberOf(m_temperature->text(), false).isDouble())
        found.append(
            {pathOf(BatchTemplateField::Temperature), tr("“%1” is no number.").arg(m_temperature->text())});
    return found;
}

void BatchTablePane::templateEdited()
{
    const bool embeds = m_endpoint->currentText() == "/v1/embeddings"_L1;
    m_systemRow->setVisible(!embeds);
    m_maxTokens->setEnabled(!embeds);
    m_temperature->setEnabled(!embeds);
    m_preparation->clear();
    m_soon->start();
    preview(m_row);
    Q_EMIT edited();
}

void BatchTablePane::preview(qint64 row)
{
    m_row = std::clamp<qint64>(row, 1, std::max<qint64>(1, m_table.rows));
    const quint64 round = ++m_previewRound;
    m_previous->setEnabled(m_row > 1);
    m_next->setEnabled(m_row < m_table.rows);
    m_rowText->setText(
        m_table.rows > 0
            ? tr("Row %1 of %2, as it is sent").arg(format::number(m_row), format::number(m_table.rows))
            : tr("A row, as it is sent"));
    if (m_table.rows == 0) {
        m_preview->clear();
        return;
    }
    inBackground(
        this,
        [table = m_table, what = written(), number = m_row]() -> QByteArray {
            const auto read = table.row(number);
            return read ? batchLineOf(what, table.columns, *read) : read.error().message.toUtf8();
        },
        [this, round](const QByteArray &line) {
            if (round == m_previewRound)
                m_preview->setContent(line, line.startsWith('{') ? JsonView::Format::Json
                                                                 : JsonView::Format::Plain);
        });
}

void BatchTablePane::write()
{
    const QList<BatchTemplateProblem> wrong = checkBatchTemplate(written(), m_table.columns);
    const bool hasErrors =
        std::any_of(wrong.cbegin(), wrong.cend(), [](const auto &problem) { return !problem.isWarning; });
    if (m_table.rows == 0 || hasErrors || !faults().isEmpty() || m_preparation->isRunning() ||
        m_preparation->input())
        return;
    const auto writeAll = [table = m_table, what = written()](const QString &path,
                                                              const JsonlWorkPtr &work) -> Result<qint64> {
        const auto batch = writeBatchFromTable(table, what, path, work);
        if (!batch)
            return failure(batch.error());
        if (batch->problemCount == 0)
            return batch->lines;
        const TableProblem first = batch->problems.value(0);
        QString text =
            first.line > 0 ? tr("Line %1: %2").arg(format::number(first.line), first.message) : first.message;
        if (batch->problemCount > 1)
            text += u' ' + tr("(%Ln more)", nullptr, int(batch->problemCount - 1));
        return failure(ApiError::make(ApiError::Kind::LocalFile, text));
    };
    m_preparation->write(writeAll, QFileInfo(m_path).completeBaseName() + u".jsonl"_s, m_table.bytes);
}

void BatchTablePane::prepare()
{
    if (input()) {
        Q_EMIT prepared();
        return;
    }
    m_wanted = true;
    m_soon->stop();
    write();
    if (!m_preparation->isRunning() && std::exchange(m_wanted, false))
        Q_EMIT prepared(); // it cannot be: the problems say why
}

QList<FormProblem> BatchTablePane::problems() const
{
    if (m_path.isEmpty())
        return {{u"source.table"_s, tr("No table is chosen.")}};
    if (m_reading)
        return {{u"source.table"_s, tr("The table is being read…")}};
    if (!m_tableError.isEmpty())
        return {{u"source.table"_s, m_tableError}};
    if (m_table.rows == 0)
        return {{u"source.table"_s, tr("The table has no row.")}};
    QList<FormProblem> found = faults();
    for (const BatchTemplateProblem &problem : checkBatchTemplate(written(), m_table.columns))
        found.append({pathOf(problem.field), problem.message, problem.isWarning});
    // While it is written nothing is known to be wrong.
    const BatchPreparation::Stage stage = m_preparation->stage();
    if (!firstError(found) &&
        (stage == BatchPreparation::Stage::Failed || stage == BatchPreparation::Stage::Ready)) {
        if (const QString fault = m_check->fault(); !fault.isEmpty())
            found.append({u"source.id"_s, fault});
    }
    return found;
}

void BatchTablePane::focusField(const QString &path)
{
    const QHash<QString, QWidget *> fields{{pathOf(BatchTemplateField::Endpoint), m_endpoint},
                                           {pathOf(BatchTemplateField::Model), m_model},
                                           {pathOf(BatchTemplateField::System), m_system},
                                           {pathOf(BatchTemplateField::User), m_user},
                                           {pathOf(BatchTemplateField::MaxTokens), m_maxTokens},
                                           {pathOf(BatchTemplateField::Temperature), m_temperature},
                                           {pathOf(BatchTemplateField::More), m_more},
                                           {pathOf(BatchTemplateField::IdColumn), m_id}};
    fields.value(path, this)->setFocus();
}

QString BatchTablePane::endpoint() const
{
    return m_endpoint->currentText();
}

QString BatchTablePane::endpointReason() const
{
    return tr("It is chosen with the template.");
}

int BatchTablePane::batches() const
{
    const QList<FormProblem> found = problems();
    if (firstError(found))
        return 0;
    return input() ? m_check->batches() : 1;
}

bool BatchTablePane::hasWork() const
{
    return !m_path.isEmpty() || !m_user->document()->isEmpty();
}

BatchInputPtr BatchTablePane::input() const
{
    return m_preparation->input();
}

} // namespace odc
