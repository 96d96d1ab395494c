// SPDX-License-Identifier: GPL-3.0-or-later
#include "dropzone.h"

#include "ui/dialogs/pathdrop.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QDropEvent>
#include <QWidget>

namespace odc {

DropZone::DropZone(const Theme &theme, QWidget *target, const Texts &texts)
    : QObject(target), m_theme(theme), m_target(target), m_texts(texts)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

bool DropZone::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::Drop: {
        // A QDragEnterEvent is a QDropEvent.
        auto *drop = static_cast<QDropEvent *>(event);
        hideHint();
        const QStringList paths = localPaths(drop->mimeData());
        if (paths.isEmpty()) {
            drop->ignore();
            return true;
        }
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        if (event->type() == QEvent::Drop)
            Q_EMIT dropped(paths);
        else
            showHint();
        return true;
    }
    case QEvent::DragLeave:
        hideHint();
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void DropZone::hideHint()
{
    delete m_hint;
}

void DropZone::showHint()
{
    m_hint = new QWidget(m_target);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    setGround(m_hint, Token::Selection);
    m_hint->setGeometry(m_target->rect());
    auto *overlay = new StateOverlay(m_theme, m_hint);
    StateOverlay::State state;
    state.kind = StateOverlay::Kind::Empty;
    state.icon = Icon::Upload;
    state.sentence = m_texts.sentence;
    state.detail = m_texts.detail;
    overlay->setState(state);
    setGround(overlay, Token::Selection);
    m_hint->show();
    m_hint->raise();
}

} // namespace odc
