// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlviewerdialog.h"

#include "base/format.h"
#include "settings/settings.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/widgets/jsonlview.h"

#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

const QString sizeScope = u"jsonlViewer"_s;

} // namespace

JsonlViewerDialog *JsonlViewerDialog::openAt(const Theme &theme, Settings &settings, const QString &path,
                                             qint64 line, int column, QWidget *parent, const QString &title)
{
    JsonlViewerDialog *dialog = nullptr;
    const QList<JsonlViewerDialog *> open = parent->window()->findChildren<JsonlViewerDialog *>();
    for (JsonlViewerDialog *each : open) {
        if (each->m_path == path && each->isVisible())
            dialog = each;
    }
    if (!dialog)
        dialog = new JsonlViewerDialog(theme, settings, path, title, parent->window());
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    if (line > 0)
        dialog->m_view->goTo(line, column);
    dialog->sayWhy({});
    return dialog;
}

void JsonlViewerDialog::sayWhy(const QString &text)
{
    m_why->setText(format::severalLines(text));
    m_why->setVisible(!text.isEmpty());
}

JsonlViewerDialog::JsonlViewerDialog(const Theme &theme, Settings &settings, const QString &path,
                                     const QString &title, QWidget *parent)
    : ConsoleDialog(theme, title.isEmpty() ? QFileInfo(path).fileName() : title, parent),
      m_settings(settings), m_path(path), m_why(new HintLabel(theme, Theme::FontRole::Body, {}, this)),
      m_view(new JsonlView(theme, this))
{
    setObjectName(u"jsonlViewer"_s);
    setModal(false);
    // With a title of its own it is a file that nobody gave its name.
    if (title.isEmpty())
        setIntroduction(QDir::toNativeSeparators(path));
    m_why->setObjectName(u"whyOpened"_s);
    m_why->setToken(Token::Text);
    m_why->hide();
    body()->addWidget(m_why);
    body()->addWidget(m_view, 1);
    setWantedSize({960, 640});
    restoreGeometry(settings.bytes(Setting::WindowGeometry, sizeScope));
    m_view->open(path);
}

JsonlViewerDialog::~JsonlViewerDialog()
{
    m_settings.set(Setting::WindowGeometry, saveGeometry(), sizeScope);
    m_view->close();
}

} // namespace odc
