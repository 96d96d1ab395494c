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
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
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
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 400; ///< after the last key
constexpr int checkHeight = 120;
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

QWidget *BatchTablePane::buildNothing()
{
    auto *nothing = new QWidget(m_pages);
    nothing->setMinimumHeight(metrics::textWidth / 2);
    m_nothing = new StateOverlay(m_context.shell.theme, nothing);
    m_nothing->setState(
        {.kind = StateOverlay::Kind::Empty,
         .sentence = tr("Drop a table here."),
         .detail = tr("CSV, TSV or JSON lines. Each row becomes one request, by a template that you write."),
         .actionText = tr("Choose table…"),
         .icon = Icon::Columns});
    m_nothing->actionButton()->setObjectName(u"chooseTable"_s);
    connect(m_nothing, &StateOverlay::actionTriggered, this, &BatchTablePane::browse);
    return nothing;
}

QLineEdit *BatchTablePane::addField(QGridLayout *grid, int column, const QString &label, const QString &name)
{
    auto *text = new QLabel(label);
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(QString(label).remove(u'&'));
    text->setBuddy(edit);
    grid->addWidget(text, 0, column);
    grid->addWidget(edit, 1, column);
    connect(edit, &QLineEdit::textEdited, this, &BatchTablePane::templateEdited);
    return edit;
}

QComboBox *BatchTablePane::addChoice(QGridLayout *grid, int column, const QString &label, const QString &name)
{
    auto *text = new QLabel(label);
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    text->setBuddy(box);
    grid->addWidget(text, 0, column);
    grid->addWidget(box, 1, column);
    return box;
}

QWidget *BatchTablePane::buildForm()
{
    const Theme &theme = m_context.shell.theme;
    auto *area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *form = new QWidget(area);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);

    auto *file = new QHBoxLayout;
    file->setSpacing(metrics::inside);
    m_name = new ElidedLabel(theme, Theme::FontRole::Strong);
    m_name->setObjectName(u"tableFile"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    file->addWidget(m_name, 1);
    QPushButton *other = makeButton(theme, tr("Another table…"), Icon::Folder, ButtonRole::Default);
    other->setObjectName(u"otherTable"_s);
    connect(other, &QPushButton::clicked, this, &BatchTablePane::browse);
    file->addWidget(other);
    layout->addLayout(file);
    m_facts = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary);
    m_facts->setObjectName(u"tableFacts"_s);
    m_facts->setWordWrap(true);
    layout->addWidget(m_facts);
    m_columns = new ChipBar(theme);
    m_columns->setObjectName(u"tableColumns"_s);
    m_columns->setAccessibleName(tr("Columns: a click writes one into the text"));
    connect(m_columns, &ChipBar::activated, this, &BatchTablePane::insertColumn);
    layout->addWidget(m_columns);

    const auto addText = [&](const QString &label, const QString &name, int least, int most) {
        auto *row = new QWidget(form);
        auto *rowLayout = new QVBoxLayout(row);
        rowLayout->setContentsMargins(0, 0, 0, 0);
        rowLayout->setSpacing(metrics::tight);
        auto *text = new TemplateEdit(theme, least, most, row);
        text->setObjectName(name);
        text->setAccessibleName(QString(label).remove(u'&'));
        auto *title = new QLabel(label, row);
        title->setBuddy(text);
        rowLayout->addWidget(title);
        rowLayout->addWidget(text);
        layout->addWidget(row);
        connect(text, &QPlainTextEdit::textChanged, this, &BatchTablePane::templateEdited);
        connect(text, &QPlainTextEdit::cursorPositionChanged, this, [this, text] { m_lastText = text; });
        return text;
    };
    m_system = addText(tr("&System"), u"tableSystem"_s, 1, 3);
    m_systemRow = m_system->parentWidget();
    m_user = addText(tr("&User"), u"tableUser"_s, 2, 6);
    m_user->setPlaceholderText(tr("Summarise this ticket in one line: {{text}}"));
    m_lastText = m_user;

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(metrics::tight);
    m_endpoint = addChoice(grid, 0, tr("&Endpoint"), u"tableEndpoint"_s);
    m_endpoint->addItems(tableEndpoints());
    m_model = addField(grid, 1, tr("&Model"), u"tableModel"_s);
    m_id = addChoice(grid, 2, tr("custom_&id"), u"tableId"_s);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    layout->addLayout(grid);
    auto *more = new QGridLayout;
    more->setHorizontalSpacing(metrics::between);
    more->setVerticalSpacing(metrics::tight);
    m_maxTokens = addField(more, 0, tr("Ma&x tokens"), u"tableMaxTokens"_s);
    m_temperature = addField(more, 1, tr("Tem&perature"), u"tableTemperature"_s);
    m_more = addField(more, 2, tr("M&ore members of the body, as JSON"), u"tableMore"_s);
    m_more->setPlaceholderText(u"{\"response_format\": {\"type\": \"json_object\"}}"_s);
    more->setColumnStretch(2, 1);
    for (QComboBox *box : {m_endpoint, m_id})
        connect(box, &QComboBox::currentIndexChanged, this, &BatchTablePane::templateEdited);
    layout->addLayout(more);

    m_check->setMinimumHeight(checkHeight); // it comes and goes while one types: nothing else is to move
    layout->addWidget(m_check);
    layout->addStretch(1);
    area->setWidget(form);
    return area;
}

void BatchTablePane::buildPreview()
{
    const Theme &theme = m_context.shell.theme;
    m_previewBox = new QWidget(this);
    auto *layout = new QVBoxLayout(m_previewBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::tight);
    m_rowText = new SectionLabel(theme);
    m_rowText->setObjectName(u"previewRow"_s);
    head->addWidget(m_rowText, 1);
    m_previous = makeIconButton(theme, Icon::ChevronLeft, tr("Previous row"));
    m_previous->setObjectName(u"previousRow"_s);
    m_next = makeIconButton(theme, Icon::ChevronRight, tr("Next row"));
    m_next->setObjectName(u"nextRow"_s);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    layout->addLayout(head);
    m_preview = new JsonView(theme);
    m_preview->setObjectName(u"tablePreview"_s);
    m_preview->setWrapped(true);
    layout->addWidget(m_preview, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { preview(m_row - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { preview(m_row + 1); });
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
        });
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
