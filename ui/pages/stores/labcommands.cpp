// SPDX-License-Identifier: GPL-3.0-or-later
#include "labcommands.h"

#include "base/background.h"
#include "base/format.h"
#include "labquerydialog.h"
#include "labsetpanel.h"
#include "lists/exportrows.h"
#include "settings/settings.h"
#include "stores/searchreport.h"
#include "transfers/downloadname.h"
#include "ui/actions/actioncollection.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

namespace odc {

using namespace Qt::StringLiterals;

LabCommands::LabCommands(const PageContext &context, ActionCollection &actions, LabSetPanel &panel,
                         MessageBar &messages, QWidget *parent)
    : QObject(parent), m_context(context), m_panel(panel), m_messages(messages), m_parent(parent)
{
    m_new = actions.add(u"lab.newSet"_s, tr("&New query set…"), Icon::Plus);
    m_rename = actions.add(u"lab.renameSet"_s, tr("Rename &query set…"), Icon::Edit);
    m_delete = actions.add(u"lab.deleteSet"_s, tr("&Delete query set…"), Icon::Trash);
    m_sample = actions.add(u"lab.sampleSet"_s, tr("Tr&y the sample set"), Icon::Inbox);
    m_import = actions.add(u"lab.importSet"_s, tr("&Import a query set (CSV)…"), Icon::Import);
    m_export = actions.add(u"lab.exportSet"_s, tr("E&xport the query set (CSV)…"), Icon::Export);
    m_csv = actions.add(u"lab.exportResultsCsv"_s, tr("Export the results as CS&V…"), Icon::Export);
    m_json = actions.add(u"lab.exportResultsJson"_s, tr("Export the results as &JSON…"), Icon::Json);
    m_edit = actions.add(u"lab.editQuery"_s, tr("Edit the q&uery of the set…"), Icon::Edit);
    m_remove = actions.add(u"lab.removeQuery"_s, tr("Remove the query &from the set"), Icon::Minus);
    m_menu.addActions({m_new, m_rename, m_delete, m_sample});
    m_menu.addSeparator();
    m_menu.addActions({m_edit, m_remove});
    m_menu.addSeparator();
    m_menu.addActions({m_import, m_export});
    m_menu.addSeparator();
    m_menu.addActions({m_csv, m_json});
    panel.setMenu(&m_menu);

    connect(m_new, &QAction::triggered, this, &LabCommands::newSet);
    connect(m_rename, &QAction::triggered, this, &LabCommands::renameSet);
    connect(m_delete, &QAction::triggered, this, &LabCommands::deleteSet);
    connect(m_sample, &QAction::triggered, this, &LabCommands::addSample);
    connect(m_import, &QAction::triggered, this, &LabCommands::importCsv);
    connect(m_edit, &QAction::triggered, this, &LabCommands::editQuery);
    connect(m_remove, &QAction::triggered, this, &LabCommands::removeQuery);
    connect(m_export, &QAction::triggered, this, [this] {
        saveAs(u"labExportSetDialog"_s, tr("Export the query set"), stem(), false,
               m_panel.currentSet().toCsv());
    });
    connect(m_csv, &QAction::triggered, this, [this] {
        saveAs(u"labExportDialog"_s, tr("Export the results as CSV"), tr("%1 results").arg(stem()), false,
               searchreport::toCsv(m_panel.results(), m_panel.k()));
    });
    connect(m_json, &QAction::triggered, this, [this] {
        saveAs(u"labExportDialog"_s, tr("Export the results as JSON"), tr("%1 results").arg(stem()), true,
               searchreport::toJson(m_panel.results(), m_panel.currentName(), m_panel.k()));
    });
    update();
}

void LabCommands::setSets(QuerySets *sets)
{
    m_sets = sets;
    update();
}

void LabCommands::update()
{
    const bool has = m_sets && !m_panel.currentName().isEmpty();
    const bool hasResults = has && !m_panel.results().isEmpty();
    const bool hasQuery = has && !m_panel.currentQuery().isEmpty();
    m_new->setEnabled(m_sets);
    m_import->setEnabled(m_sets);
    m_sample->setEnabled(m_sets);
    m_sample->setVisible(m_panel.isSampleOffered());
    for (QAction *action : {m_rename, m_delete, m_export})
        action->setEnabled(has);
    for (QAction *action : {m_csv, m_json})
        action->setEnabled(hasResults);
    for (QAction *action : {m_edit, m_remove})
        action->setEnabled(hasQuery);
}

QList<QAction *> LabCommands::objectActions() const
{
    QList<QAction *> list{m_new, m_rename, m_delete, nullptr, m_edit, m_remove, nullptr,
                          m_import, m_export, nullptr, m_csv, m_json};
    if (m_panel.isSampleOffered())
        list.insert(3, m_sample);
    return list;
}

void LabCommands::openQueryMenu(const QPoint &place)
{
    update();
    auto *menu = new QMenu(m_parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_edit, m_remove});
    menu->popup(place);
}

void LabCommands::fail(const ApiError &error)
{
    Message message{Message::Kind::Error, error.message.isEmpty() ? error.headline() : error.message};
    message.details = error.details();
    message.key = u"sets"_s;
    m_messages.showMessage(message);
}

void LabCommands::askName(const QString &title, const QString &name, const QString &button,
                          const QString &dialogName, const std::function<void(const QString &)> &take)
{
    auto *dialog = new LabNameDialog(m_context.shell.theme, title, name, m_sets->names(), button, m_parent);
    dialog->setObjectName(dialogName);
    connect(dialog, &QDialog::accepted, this, [dialog, take] { take(dialog->name()); });
    dialog->open();
}

void LabCommands::newSet()
{
    if (!m_sets)
        return;
    askName(tr("New query set"), {}, tr("Create"), u"labNewSetDialog"_s, [this](const QString &name) {
        if (!m_sets)
            return;
        m_sets->put({name, {}});
        m_panel.selectSet(name);
        Q_EMIT m_panel.setChosen();
    });
}

void LabCommands::renameSet()
{
    const QString old = m_panel.currentName();
    askName(tr("Rename query set"), old, tr("Rename"), u"labRenameSetDialog"_s,
            [this, old, sets = m_sets](const QString &name) {
                // Another store may be shown by now, with a set of the same name.
                if (!sets || !sets->rename(old, name) || sets != m_sets)
                    return;
                m_panel.selectSet(name);
                Q_EMIT m_panel.setChosen();
            });
}

void LabCommands::deleteSet()
{
    const QuerySet set = m_panel.currentSet();
    ConfirmDialog::Question question;
    question.title = tr("Delete this query set?");
    question.introduction = tr("The queries and what they should find are kept on this computer only.");
    question.things = {
        tr("%1 (%Ln query(ies))", nullptr, int(set.queries.size())).arg(format::oneLine(set.name))};
    question.confirm = tr("Delete set");
    auto *dialog = new ConfirmDialog(m_context.shell.theme, question, m_parent);
    dialog->setObjectName(u"labDeleteSetDialog"_s);
    connect(dialog, &QDialog::accepted, this, [this, name = set.name, sets = m_sets] {
        if (!sets || sets != m_sets)
            return; // another store is shown, and its set of that name is not the one
        sets->remove(name);
        Q_EMIT m_panel.setChosen();
    });
    dialog->open();
}

void LabCommands::addSample()
{
    if (m_sets)
        take(sampleQuerySet(), {});
}

void LabCommands::take(const QuerySet &read, const QStringList &leftOut)
{
    QuerySet set = read;
    set.name = m_sets->freeName(set.name);
    m_sets->put(set);
    m_panel.selectSet(set.name);
    Q_EMIT m_panel.setChosen();
    Message message;
    message.kind = leftOut.isEmpty() ? Message::Kind::Ok : Message::Kind::Warning;
    message.text = tr("The set “%1” has %Ln query(ies).", nullptr, int(set.queries.size()))
                       .arg(format::oneLine(set.name));
    if (!leftOut.isEmpty()) {
        message.text += u' ' + tr("%Ln line(s) were left out or changed.", nullptr, int(leftOut.size()));
        message.details = leftOut.join(u'\n');
    }
    message.key = u"sets"_s;
    m_messages.showMessage(message);
}

QString LabCommands::lastFolder() const
{
    const QString folder = m_context.shell.settings.text(Setting::LastFolder);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

QString LabCommands::stem() const
{
    return safeFileName(m_panel.currentName());
}

void LabCommands::importCsv()
{
    auto *dialog = new QFileDialog(m_parent, tr("Import a query set"), lastFolder());
    dialog->setObjectName(u"labImportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        struct Read
        {
            Result<QuerySet> set;
            QStringList leftOut;
        };
        const auto read = [path] {
            QStringList leftOut;
            auto set = QuerySet::readCsv(path, &leftOut);
            return Read{set, leftOut};
        };
        inBackground(this, read, [this, sets = m_sets](const Read &read) {
            if (!sets || sets != m_sets)
                return; // another store is shown by now
            if (read.set)
                take(*read.set, read.leftOut);
            else
                fail(read.set.error());
        });
    });
    dialog->open();
}

void LabCommands::saveAs(const QString &dialogName, const QString &title, const QString &name, bool json,
                         const QByteArray &content)
{
    const QString suffix = json ? u"json"_s : u"csv"_s;
    auto *dialog = new QFileDialog(m_parent, title, QDir(lastFolder()).filePath(name + u'.' + suffix),
                                   json ? tr("JSON files (*.json)") : tr("CSV files (*.csv)"));
    dialog->setObjectName(dialogName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, content](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        inBackground(
            this, [path, content] { return writeFile(path, content); },
            [this, path](const Result<void> &written) {
                if (!written) {
                    fail(written.error());
                    return;
                }
                Message message{Message::Kind::Ok, tr("Written to %1.").arg(QDir::toNativeSeparators(path))};
                message.key = u"sets"_s;
                m_messages.showMessage(message);
            });
    });
    dialog->open();
}

void LabCommands::removeQuery()
{
    QuerySet set = m_panel.currentSet();
    const qsizetype at = set.indexOf(m_panel.currentQuery());
    if (!m_sets || at < 0)
        return;
    const SetQuery removed = set.queries.takeAt(at);
    m_sets->put(set);
    Message message{Message::Kind::Info,
                    tr("“%1” was taken out of the set.").arg(format::oneLine(removed.text, 80))};
    message.key = u"sets"_s;
    m_messages.showMessage(message);
    update();
}

void LabCommands::editQuery()
{
    const QuerySet set = m_panel.currentSet();
    const qsizetype at = set.indexOf(m_panel.currentQuery());
    if (!m_sets || at < 0)
        return;
    auto *dialog = new LabQueryDialog(m_context.shell.theme, set, at, m_parent);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, name = set.name, text = set.queries.at(at).text, sets = m_sets] {
                auto now = sets && sets == m_sets ? sets->set(name) : std::nullopt;
                const qsizetype place = now ? now->indexOf(text) : -1;
                if (place < 0)
                    return;
                now->queries[place] = dialog->query();
                m_sets->put(*now);
                m_panel.selectQuery(dialog->query().text);
            });
    dialog->open();
}

} // namespace odc
