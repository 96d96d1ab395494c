// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes from and to files of other programs.
#include "attributesediting.h"

#include "base/background.h"
#include "base/format.h"
#include "lists/exportrows.h"
#include "lists/filterproxy.h"
#include "settings/settings.h"
#include "stores/attributetable.h"
#include "ui/widgets/cellgrid.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStringDecoder>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024; // a table of attributes is a small file

struct ReadFile
{
    attributetable::Table table;
    QString problem; ///< translated
};

ReadFile readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, file.errorString()};
    if (file.size() > mostBytes)
        return {{},
                AttributesEditing::tr("the file has %1, which is more than a table of attributes can be")
                    .arg(format::size(file.size()))};
    const QByteArray bytes = file.readAll();
    // Spreadsheets write UTF-16 as "Unicode text", with a mark at the beginning.
    QStringDecoder decode(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    const QString text = decode(bytes);
    if (decode.hasError())
        return {{}, AttributesEditing::tr("it is no text in UTF-8; save it as “CSV UTF-8”")};
    return {attributetable::read(text), {}};
}

/// A file's name that says of which store it is.
QString safeName(QString title)
{
    for (QChar &c : title) {
        if (c.unicode() < 0x20 || u"/\\:*?\"<>|"_s.contains(c))
            c = u'_';
    }
    return title.left(80).trimmed();
}

} // namespace

void AttributesEditing::importCsv()
{
    if (!m_model)
        return;
    if (m_model->loadState() != LoadState::Ready) {
        // A file that is not there yet would be said to be missing.
        Message message;
        message.kind = Message::Kind::Info;
        message.key = u"import"_s;
        message.text = tr("The table can be read once all files of the store are loaded.");
        m_messages.showMessage(message);
        return;
    }
    Settings &settings = m_context.shell.settings;
    const QString folder = settings.text(Setting::LastFolder);
    auto *dialog = new QFileDialog(m_pane, tr("Import attributes from CSV"),
                                   folder.isEmpty() ? QDir::homePath() : folder,
                                   tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(u"importAttributesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, &settings](const QString &path) {
        settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        const QPointer<AttributesModel> model = m_model;
        inBackground(
            this, [path] { return readTable(path); },
            [this, path, model](const ReadFile &read) {
                if (!m_model || m_model != model)
                    return; // another store is shown
                if (read.problem.isEmpty()) {
                    takeCsv(path, read.table);
                    return;
                }
                Message message;
                message.kind = Message::Kind::Error;
                message.key = u"import"_s;
                message.text = tr("%1 could not be read: %2.").arg(QFileInfo(path).fileName(), read.problem);
                m_messages.showMessage(message);
            });
    });
    dialog->open();
}

void AttributesEditing::takeCsv(const QString &path, const attributetable::Table &table)
{
    attributetable::Names names;
    for (const StoreFile &file : m_model->items()) {
        names.ids.insert(file.id);
        if (const QString name = m_model->title(file); name != file.id)
            names.idsByName.insert(name, file.id);
    }
    QStringList problems;
    const auto complain = [&problems](int line, const QString &message) {
        problems << (line > 0 ? tr("line %1: %2").arg(format::number(line), message) : message);
    };
    for (const attributetable::Problem &problem : table.problems)
        complain(problem.line, problem.message);
    QList<AttributesModel::Edit> edits;
    QSet<QString> seen;
    int files = 0;
    for (const attributetable::Table::Row &row : table.rows) {
        QString problem;
        const QString id = attributetable::fileOf(row.file, names, &problem);
        if (!problem.isEmpty()) {
            complain(row.line, problem);
            continue;
        }
        if (seen.contains(id)) {
            complain(row.line,
                     tr("“%1” is there twice; the first row holds").arg(format::oneLine(row.file, 80)));
            continue;
        }
        seen.insert(id);
        ++files;
        const int at = m_model->rowOf(id);
        for (qsizetype i = 0; i < table.keys.size() && i < row.cells.size(); ++i) {
            if (const auto &cell = row.cells.at(i))
                edits.append(
                    {id, table.keys.at(i), meaning(at, m_model->keyColumn(table.keys.at(i)), *cell)});
        }
    }
    const int before = m_model->changeCount();
    const auto refused = m_model->stageEdits(edits, tr("Import of %1").arg(QFileInfo(path).fileName()));
    const int changed = m_model->changeCount() - before;
    if (!problems.isEmpty() || !refused.isEmpty()) {
        report(refused, changed, problems);
        return;
    }
    Message message;
    message.kind = Message::Kind::Ok;
    message.key = u"refused"_s;
    message.text = changed == 0
                       ? tr("The table says what the files have already.")
                       : tr("%1 is staged: %2. Nothing is sent before you have reviewed it.")
                             .arg(QFileInfo(path).fileName(), tr("%Ln file(s) read", nullptr, files));
    m_messages.showMessage(message);
}

void AttributesEditing::exportCsv()
{
    if (!m_model)
        return;
    Settings &settings = m_context.shell.settings;
    const QString folder = settings.text(Setting::LastFolder);
    auto *dialog = new QFileDialog(m_pane, tr("Export attributes as CSV"),
                                   QDir(folder.isEmpty() ? QDir::homePath() : folder)
                                       .filePath(safeName(m_storeTitle) + u"-attributes.csv"_s),
                                   tr("CSV files (*.csv)"));
    dialog->setObjectName(u"exportAttributesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, &settings](const QString &path) {
        settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        if (!m_model)
            return;
        QHash<QString, int> named;
        for (const StoreFile &file : m_model->items())
            ++named[m_model->title(file)];
        QStringList keys;
        QList<int> columns;
        for (const int column : m_grid.shownColumns()) {
            if (const QString key = m_model->keyOf(column); !key.isNull()) {
                keys << key;
                columns << column;
            }
        }
        QList<attributetable::Entry> entries;
        for (int shown = 0; shown < m_proxy.rowCount(); ++shown) {
            const int row = m_proxy.sourceRow(m_proxy.index(shown, 0));
            const StoreFile &file = *m_model->item(row);
            const QString title = m_model->title(file);
            // A name that two files have would not find its way back; nor one that is the id of another.
            const bool isClear = named.value(title) == 1 && (title == file.id || m_model->rowOf(title) < 0);
            attributetable::Entry entry{isClear ? title : file.id};
            for (const int column : std::as_const(columns))
                entry.values << m_model->value(row, column);
            entries << entry;
        }
        const int count = int(entries.size());
        inBackground(
            this, [keys, entries, path] { return writeFile(path, attributetable::write(keys, entries)); },
            [this, path, count](const Result<void> &written) {
                Message message;
                message.key = u"export"_s;
                message.kind = written ? Message::Kind::Ok : Message::Kind::Error;
                message.text = written ? tr("%Ln file(s) written to %1.", nullptr, count).arg(path)
                                       : written.error().headline() + u". "_s + written.error().advice();
                if (!written)
                    message.details = written.error().details();
                m_messages.showMessage(message);
            });
    });
    dialog->open();
}

} // namespace odc
