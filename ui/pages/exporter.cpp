// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter.h"

#include "base/background.h"
#include "settings/settings.h"
#include "ui/widgets/messagebar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

namespace odc {

using namespace Qt::StringLiterals;

void exportTo(const PageContext &context, QWidget *parent, MessageBar &messages, const QString &name, bool json,
              std::function<ExportData()> data)
{
    Settings &settings = context.shell.settings;
    const QString suffix = json ? u"json"_s : u"csv"_s;
    const QString folder = settings.text(Setting::LastFolder);
    auto *dialog = new QFileDialog(
        parent,
        json ? QCoreApplication::translate("RowActions", "Export as JSON")
             : QCoreApplication::translate("RowActions", "Export as CSV"),
        QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(name + u'.' + suffix),
        json ? QCoreApplication::translate("RowActions", "JSON files (*.json)")
             : QCoreApplication::translate("RowActions", "CSV files (*.csv)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, json, dialog, &messages, &settings, data](const QString &path) {
        settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        const ExportData rows = data();
        const int count = int(json ? rows.objects.size() : rows.rows.size());
        const auto write = [rows, json, path] { return writeFile(path, json ? toJson(rows) : toCsv(rows)); };
        inBackground(parent, write, [&messages, path, count](const Result<void> &written) {
            Message message;
            message.key = u"export"_s;
            if (written) {
                message.kind = Message::Kind::Ok;
                message.text =
                    QCoreApplication::translate("RowActions", "%Ln row(s) written to %1.", nullptr, count).arg(path);
            } else {
                message.kind = Message::Kind::Error;
                message.text = written.error().headline() + u". "_s + written.error().advice();
                message.details = written.error().details();
            }
            messages.showMessage(message);
        }, longWorkPool());
    });
    dialog->open();
}

} // namespace odc
