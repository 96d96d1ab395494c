// SPDX-License-Identifier: GPL-3.0-or-later
#include "compareexports.h"

#include "base/background.h"
#include "evals/promptfooconfig.h"
#include "lists/compareexport.h"
#include "settings/settings.h"
#include "lists/evalsmodel.h"
#include "transfers/downloadname.h"
#include "ui/actions/actioncollection.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// A folder that was not there, named after the eval; the error is the system's.
Result<QString> newFolder(const QString &parent, const QString &evalName)
{
    QString name = u"promptfoo "_s + evalName.simplified().left(60);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && !u" -_.()"_s.contains(c))
            c = u'-';
    }
    name = name.trimmed();
    const QDir dir(parent);
    for (int i = 1; i < 1000; ++i) {
        const QString path = dir.filePath(i == 1 ? name : name + u' ' + QString::number(i));
        if (QFileInfo::exists(path))
            continue;
        if (dir.mkdir(QFileInfo(path).fileName()))
            return path;
        break;
    }
    return failure(ApiError::make(
        ApiError::Kind::LocalFile,
        CompareExports::tr("No folder could be made in %1").arg(QDir::toNativeSeparators(parent))));
}

/// One item for each row of the comparison, of the first run that has it.
QList<EvalOutputItem> rowsOf(const RunComparison &comparison)
{
    QList<EvalOutputItem> rows;
    rows.reserve(qsizetype(comparison.rows.size()));
    for (int row = 0; row < int(comparison.rows.size()); ++row) {
        for (int run = 0; run < comparison.runs.size(); ++run) {
            if (const EvalOutputItem *item = comparison.item(row, run)) {
                rows << *item;
                break;
            }
        }
    }
    return rows;
}

} // namespace

CompareExports::CompareExports(const PageContext &context, ActionCollection &actions, MessageBar &messages,
                               QWidget *parent)
    : QObject(parent), m_context(context), m_messages(messages), m_parent(parent)
{
    m_table = actions.add(u"compare.exportTable"_s, tr("Export as &CSV…"), Icon::Export);
    m_configuration = actions.add(u"compare.promptfoo"_s, tr("&Promptfoo configuration…"), Icon::Export);
    connect(m_table, &QAction::triggered, this, &CompareExports::exportTable);
    connect(m_configuration, &QAction::triggered, this, &CompareExports::exportConfiguration);
    clear();
}

void CompareExports::setComparison(const std::shared_ptr<const RunComparison> &comparison,
                                   const EvalObject &eval, const QList<EvalRun> &runs,
                                   const QStringList &criterionTitles, const ExpectedAnswer &expected)
{
    m_comparison = comparison;
    m_eval = eval;
    m_runs = runs;
    m_criterionTitles = criterionTitles;
    m_expected = expected;
    for (QAction *action : actions())
        action->setEnabled(!comparison->rows.empty());
}

void CompareExports::clear()
{
    m_comparison.reset();
    for (QAction *action : actions())
        action->setEnabled(false);
}

QList<QAction *> CompareExports::actions() const
{
    return {m_table, m_configuration};
}

QString CompareExports::lastFolder() const
{
    const QString folder = m_context.shell.settings.text(Setting::LastFolder);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

void CompareExports::tell(const Result<void> &written, const QString &text)
{
    Message message;
    message.key = u"export"_s;
    message.kind = written ? Message::Kind::Ok : Message::Kind::Error;
    message.text = written ? text : written.error().headline() + u". "_s + written.error().advice();
    message.details = written ? QString() : written.error().details();
    m_messages.showMessage(message);
}

void CompareExports::exportTable()
{
    auto *dialog = new QFileDialog(m_parent, tr("Export the comparison as CSV"),
                                   QDir(lastFolder()).filePath(safeFileName(tr("%1 comparison", "file name").arg(EvalsModel::title(m_eval)) + u".csv"_s)), tr("CSV files (*.csv)"));
    dialog->setObjectName(u"compareExportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        if (!m_comparison)
            return;
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        const auto write = [comparison = m_comparison, path, titles = m_criterionTitles,
                            expected = m_expected] {
            return writeFile(
                path, toCsv(comparisonTable(*comparison, titles,
                                            [&](const EvalOutputItem &item) { return expected.of(item); })));
        };
        const int count = int(m_comparison->rows.size());
        inBackground(this, write, [this, path, count](const Result<void> &written) {
            tell(written,
                 tr("%Ln row(s) written to %1.", nullptr, count).arg(QDir::toNativeSeparators(path)));
        }, longWorkPool());
    });
    dialog->open();
}

void CompareExports::exportConfiguration()
{
    auto *dialog = new QFileDialog(m_parent, tr("Folder for the Promptfoo configuration"), lastFolder());
    dialog->setObjectName(u"promptfooDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_context.shell.settings.set(Setting::LastFolder, folder);
        writeConfiguration(folder);
    });
    dialog->open();
}

void CompareExports::writeConfiguration(const QString &folder)
{
    if (!m_comparison)
        return;
    const auto write = [comparison = m_comparison, eval = m_eval, runs = m_runs,
                        folder]() -> Result<QString> {
        const Result<QString> made = newFolder(folder, eval.name.isEmpty() ? eval.id : eval.name);
        if (!made)
            return made;
        const QList<ConfigFile> files = promptfooConfig(eval, runs, rowsOf(*comparison));
        for (const ConfigFile &file : files) {
            if (const Result<void> written = writeFile(QDir(*made).filePath(file.name), file.content);
                !written)
                return failure(written.error());
        }
        return made;
    };
    const int count = int(m_comparison->rows.size());
    inBackground(this, write, [this, count](const Result<QString> &made) {
        if (!made) {
            tell(failure(made.error()), {});
            return;
        }
        tell({}, tr("A configuration with %Ln test(s) was written to %1.", nullptr, count)
                     .arg(QDir::toNativeSeparators(*made)));
    }, longWorkPool());
}

} // namespace odc
