// SPDX-License-Identifier: GPL-3.0-or-later
#include "resultexports.h"

#include "base/background.h"
#include "base/format.h"
#include "batches/batchtext.h"
#include "lists/batchresultsmodel.h"
#include "lists/filterproxy.h"
#include "settings/settings.h"
#include "transfers/downloadname.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/listpane.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMenu>
#include <QTimer>

#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int tickMs = 100;
constexpr int whole = std::numeric_limits<int>::max() / 8;

QString suffixOf(BatchExportFormat format)
{
    return format == BatchExportFormat::Csv ? u"csv"_s : u"jsonl"_s;
}

} // namespace

ResultExports::ResultExports(const PageContext &context, ActionCollection &actions, ListPane &list,
                             BatchResultsModel &model, ProgressStrip &strip, QWidget *parent)
    : QObject(parent), m_context(context), m_list(list), m_model(model), m_strip(strip), m_parent(parent),
      m_tick(new QTimer(this))
{
    m_copyId =
        actions.add(u"results.copyCustomId"_s, tr("Copy &custom_id"), Icon::Copy, {QKeySequence::Copy});
    m_copyRow = actions.add(u"results.copyRequest"_s, tr("Copy &row"), {}, {QKeySequence(u"Ctrl+Shift+C"_s)});
    m_copyJson =
        actions.add(u"results.copyLines"_s, tr("Copy as &JSON"), Icon::Json, {QKeySequence(u"Ctrl+Alt+C"_s)});
    m_exports = {addExport(actions, u"results.exportTable"_s, tr("Table as &CSV"), BatchExportFormat::Csv),
                 addExport(actions, u"results.exportJoined"_s,
                           tr("&Joined requests and answers as JSON lines"), BatchExportFormat::JoinedLines),
                 addExport(actions, u"results.exportOutput"_s, tr("&One output file of all attempts"),
                           BatchExportFormat::OutputFile)};
    connect(m_copyId, &QAction::triggered, this, [this] {
        copy([](BatchTextReader &reader, const BatchRow &row, int) {
            return reader.cells(row, whole).customId;
        });
    });
    connect(m_copyRow, &QAction::triggered, this, [this] {
        copy([results = m_model.results(), columns = shownColumns()](BatchTextReader &reader,
                                                                     const BatchRow &row, int number) {
            const BatchCells cells = reader.cells(row, whole);
            QStringList fields;
            for (const QByteArray &column : columns)
                fields << batchValue(*results, number, cells, column).toString().simplified();
            return fields.join(u'\t');
        });
    });
    connect(m_copyJson, &QAction::triggered, this, [this] {
        const bool one = m_list.selectedCount() == 1;
        copy([results = m_model.results(), one](BatchTextReader &reader, const BatchRow &row, int) {
            const int attempt = row.answer.isThere() ? results->files.at(row.file).attempt + 1 : 0;
            const QByteArray line = joinedLine(reader.inputLine(row), reader.answerLine(row), attempt);
            const QJsonDocument json = one ? QJsonDocument::fromJson(line) : QJsonDocument();
            return QString::fromUtf8(json.isNull() ? line : json.toJson(QJsonDocument::Indented));
        });
    });
    m_tick->setInterval(tickMs);
    connect(m_tick, &QTimer::timeout, this, [this] {
        CellProgress progress;
        const qint64 done = m_work->done;
        progress.done = m_rowCount > 0 ? double(done) / double(m_rowCount) : -1;
        m_strip.setProgress(
            progress, tr("Writing: %1 of %2 rows").arg(format::number(done), format::number(m_rowCount)));
        m_strip.show();
    });
    connect(&m_strip, &ProgressStrip::stopRequested, this, [this] {
        if (m_work)
            m_work->stop = true;
    });
    m_strip.hide();
    updateActions();
}

ResultExports::~ResultExports()
{
    if (m_work)
        m_work->stop = true; // the file is not wanted without the window that tells of it
}

QAction *ResultExports::addExport(ActionCollection &actions, const QString &name, const QString &text,
                                  BatchExportFormat format)
{
    QAction *action = actions.add(name, text, Icon::Export);
    auto *menu = new QMenu(m_parent);
    const QList<std::pair<Rows, QString>> choices{{Rows::All, tr("&All rows…")},
                                                  {Rows::Shown, tr("The &shown rows…")},
                                                  {Rows::Answered, tr("A&nswered requests only…")}};
    int number = 0;
    for (const auto &[rows, title] : choices) {
        QAction *choice = actions.add(name + QString::number(++number), title);
        menu->addAction(choice);
        connect(choice, &QAction::triggered, this,
                [this, format, which = rows] { exportRows(format, which); });
        m_choices.append({choice, rows});
    }
    action->setMenu(menu);
    return action;
}

void ResultExports::updateActions()
{
    // While newer answers are on their way a file would be of the old ones, and nobody would see it.
    const bool any = m_model.rowCount() > 0 && m_model.loadState() != LoadState::Loading;
    for (QAction *action : std::as_const(m_exports))
        action->setEnabled(any && !m_work);
    for (const Choice &choice : std::as_const(m_choices)) {
        const bool some = choice.rows == Rows::Shown ? m_list.shownCount() > 0
                          : choice.rows == Rows::Answered
                              ? any && m_model.results()->count(BatchRowState::Answered) > 0
                              : any;
        choice.action->setEnabled(some && !m_work);
    }
    const bool selected = m_list.selectedCount() > 0;
    for (QAction *action : copyActions())
        action->setEnabled(selected);
}

QList<QByteArray> ResultExports::shownColumns() const
{
    QList<QByteArray> keys;
    for (const int column : m_list.table()->shownColumns())
        keys << m_model.columns().at(column).key;
    return keys;
}

void ResultExports::copy(const std::function<QString(BatchTextReader &, const BatchRow &, int)> &text)
{
    const QList<int> rows = m_list.selectedRows();
    if (rows.isEmpty() || !m_model.results())
        return;
    inBackground(
        this,
        [results = m_model.results(), rows, text] {
            BatchTextReader reader(results);
            QStringList lines;
            lines.reserve(rows.size());
            for (const int row : rows)
                lines << text(reader, results->rows[size_t(row)], row);
            return lines.join(u'\n');
        },
        [this, round = ++m_copyRound](const QString &all) {
            if (round == m_copyRound)
                QGuiApplication::clipboard()->setText(all);
        },
        longWorkPool());
}

std::vector<int> ResultExports::rowsOf(Rows which) const
{
    std::vector<int> rows;
    if (which == Rows::Shown) {
        const FilterProxy *proxy = m_list.proxy();
        for (int row = 0; row < proxy->rowCount(); ++row)
            rows.push_back(proxy->sourceRow(proxy->index(row, 0)));
        return rows;
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (which == Rows::All || m_model.row(row).state == BatchRowState::Answered)
            rows.push_back(row);
    }
    return rows;
}

void ResultExports::exportRows(BatchExportFormat format, Rows which)
{
    if (!m_model.results() || m_work)
        return;
    Settings &settings = m_context.shell.settings;
    const QString folder = settings.text(Setting::LastFolder);
    const QString what = format == BatchExportFormat::OutputFile ? u"%1_output"_s : u"%1_results"_s;
    auto *dialog = new QFileDialog(m_parent, tr("Export the results of the batch"),
                                   QDir(folder.isEmpty() ? QDir::homePath() : folder)
                                       .filePath(safeFileName(what.arg(m_name) + u'.' + suffixOf(format))),
                                   format == BatchExportFormat::Csv ? tr("CSV files (*.csv)")
                                                                    : tr("JSON lines (*.jsonl)"));
    dialog->setObjectName(u"resultsExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, format, which](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        if (m_model.results() && !m_work)
            write({m_model.results(), rowsOf(which), format, shownColumns(), path});
    });
    dialog->open();
}

void ResultExports::write(const BatchExport &wanted)
{
    m_work = std::make_shared<JsonlWork>();
    m_rowCount = qint64(wanted.rows.size());
    m_list.messages()->dismiss(u"export"_s);
    m_tick->start();
    updateActions();
    inBackground(
        this, [wanted, work = m_work] { return writeBatchExport(wanted, work); },
        [this, path = wanted.path](const Result<qint64> &written) {
            endWriting();
            Message message;
            message.key = u"export"_s;
            if (written) {
                message.kind = Message::Kind::Ok;
                message.text = tr("%Ln row(s) written to %1.", nullptr, int(*written))
                                   .arg(QDir::toNativeSeparators(path));
            } else if (written.error().isCancelled()) {
                message.text = tr("The export was stopped; nothing was written.");
            } else {
                message.kind = Message::Kind::Error;
                message.text = written.error().headline() + u". "_s + written.error().advice();
                message.details = written.error().details();
            }
            m_list.messages()->showMessage(message);
        },
        longWorkPool());
}

void ResultExports::endWriting()
{
    m_work.reset();
    m_tick->stop();
    m_strip.hide();
    updateActions();
}

} // namespace odc
