// SPDX-License-Identifier: GPL-3.0-or-later
// What the contents pane says of a file, and what it hands out.
#include "contentspane.h"

#include "base/background.h"
#include "base/format.h"
#include "lists/chunksmodel.h"
#include "lists/exportrows.h"
#include "lists/filterproxy.h"
#include "settings/settings.h"
#include "stores/filenames.h"
#include "ui/pages/stores/chunkview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLayout>
#include <QSplitter>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

int ContentsPane::currentChunk() const
{
    return m_list->currentIndex().isValid() ? m_proxy->sourceRow(m_list->currentIndex()) : -1;
}

QString ContentsPane::title() const
{
    const QString name = m_names.nameOf(m_file.id);
    return !name.isEmpty() ? name : !m_named.isEmpty() ? m_named : m_file.id;
}

QString ContentsPane::heading(int chunk) const
{
    QStringList parts{
        tr("Chunk %1 of %2").arg(format::number(chunk + 1), format::number(m_model->rowCount())),
        tr("%Ln character(s)", nullptr, int(m_model->chunks().at(chunk).size())),
        tr("≈ %Ln token(s)", nullptr, int(m_model->tokens(chunk)))};
    if (const int overlap = m_model->overlap(chunk))
        parts << tr("the first %Ln repeat the chunk before", nullptr, overlap);
    return parts.join(u" · "_s);
}

void ContentsPane::showHead()
{
    m_title->setText(m_where == Where::Nothing ? QString() : format::oneLine(title(), 80));
    m_title->setToolTip(m_file.id);
    QStringList parts;
    if (m_where == Where::There && m_model->rowCount() > 0) {
        parts << tr("%Ln chunk(s)", nullptr, m_model->rowCount())
              << tr("%1 characters").arg(format::number(m_model->totalCharacters()));
        if (m_file.chunking && m_file.chunking->isStatic)
            parts << tr("at most %1 tokens, %2 overlapping")
                         .arg(format::number(m_file.chunking->maxTokens),
                              format::number(m_file.chunking->overlapTokens));
    }
    m_head->setFullText(parts.join(u" · "_s));
}

void ContentsPane::showState()
{
    StateOverlay::State state;
    const bool any = m_model->rowCount() > 0;
    switch (m_where) {
    case Where::Nothing:
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::File;
        state.sentence = tr("Choose a file of a store to read what was made of it.");
        break;
    case Where::Due:
    case Where::Loading:
        if (!any) {
            state.kind = StateOverlay::Kind::Loading;
            state.sentence = tr("Loading the text…");
        }
        break;
    case Where::There:
        if (isParsing(m_file)) {
            state.kind = StateOverlay::Kind::Loading;
            state.sentence = tr("The file is still being parsed.");
            state.detail = tr("Its chunks can be read once the store has taken it in.");
            state.actionText = tr("Look again");
        } else if (hasNoText(m_file)) {
            state.kind = m_file.isFailed() ? StateOverlay::Kind::Error : StateOverlay::Kind::Empty;
            state.sentence = m_file.isFailed()
                                 ? tr("The store could not take this file in, so there is no text.")
                                 : tr("Taking this file in was cancelled, so there is no text.");
            QStringList why{m_file.errorMessage,
                            m_file.errorCode.isEmpty() ? QString() : u'(' + m_file.errorCode + u')'};
            why.removeAll({});
            state.detail = format::severalLines(why.join(u' '));
            state.actionText = tr("Look again");
        } else if (!any) {
            state.kind = StateOverlay::Kind::Empty;
            state.icon = Icon::File;
            state.sentence = tr("There is no text in this file.");
            state.actionText = tr("Look again");
        }
        break;
    case Where::NoText:
        state.kind = StateOverlay::Kind::Unavailable;
        state.sentence =
            tr("The server does not hand out the text of this file, though the file is in the store.");
        state.detail = tr("Some servers answer so for a while, or for some files. It can still be searched.");
        state.actionText = tr("Try again");
        break;
    case Where::Gone:
        state.kind = StateOverlay::Kind::Unavailable;
        state.sentence = tr("This file is no longer in the store.");
        state.actionText = tr("Look again");
        break;
    case Where::Failed:
        if (!any) {
            state.kind = StateOverlay::Kind::Error;
            state.sentence = m_error.headline();
            state.detail = QStringList{m_error.message, m_error.advice()}.join(u' ').trimmed();
            state.actionText = tr("Try again");
            break;
        }
        Message message;
        message.kind = Message::Kind::Error;
        message.key = u"load"_s;
        message.text = tr("The text could not be read anew: %1.").arg(m_error.headline());
        message.details = m_error.details();
        m_messages->showMessage(message);
        break;
    }
    if (m_where == Where::There)
        m_messages->dismiss(u"load"_s);
    m_splitter->setVisible(state.kind == StateOverlay::Kind::None);
    m_splitter->parentWidget()->layout()->activate(); // its text is scrolled in this very turn
    m_overlay->setState(state);
    for (QAction *action : {m_openFind, m_next, m_previous, m_copy, m_save, m_mono})
        action->setEnabled(any && state.kind == StateOverlay::Kind::None);
    m_refresh->setEnabled(m_where != Where::Nothing && m_where != Where::Loading && m_where != Where::Due);
    showHead();
}

void ContentsPane::copyChunks()
{
    QList<int> rows;
    for (const QModelIndex &row : m_list->selectionModel()->selectedRows())
        rows << m_proxy->sourceRow(row);
    if (rows.isEmpty() && m_view->chunkAtTop() >= 0)
        rows << m_view->chunkAtTop();
    std::sort(rows.begin(), rows.end());
    QStringList texts;
    for (const int row : std::as_const(rows))
        texts << m_model->chunks().at(row);
    if (!texts.isEmpty())
        QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
}

void ContentsPane::saveText()
{
    Settings &settings = m_context.shell.settings;
    const QString folder = settings.text(Setting::LastFolder);
    const QString name = QFileInfo(title()).completeBaseName() + u"-chunks.txt"_s;
    auto *dialog = new QFileDialog(this, tr("Save the text of the chunks"),
                                   QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(name),
                                   tr("Text files (*.txt);;All files (*)"));
    dialog->setObjectName(u"saveChunksDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    connect(
        dialog, &QFileDialog::fileSelected, this,
        [this, dialog, &settings, chunks = m_model->chunks()](const QString &path) {
            settings.set(Setting::LastFolder, dialog->directory().absolutePath());
            const QString heading = tr("--- chunk %1 of %2 ---");
            const auto write = [chunks, path, heading] {
                QString text;
                for (qsizetype i = 0; i < chunks.size(); ++i)
                    text += heading.arg(i + 1).arg(chunks.size()) + u'\n' + chunks.at(i) + u'\n';
                return writeFile(path, text.toUtf8());
            };
            inBackground(this, write, [this, path, count = int(chunks.size())](const Result<void> &written) {
                Message message;
                message.key = u"save"_s;
                message.kind = written ? Message::Kind::Ok : Message::Kind::Error;
                message.text = written ? tr("%Ln chunk(s) written to %1.", nullptr, count).arg(path)
                                       : written.error().headline() + u". "_s + written.error().advice();
                m_messages->showMessage(message);
            });
        });
    dialog->open();
}

} // namespace odc
