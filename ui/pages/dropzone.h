// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

class QWidget;

namespace odc {

class Theme;

/// Makes all of a widget a place to drop local files and folders on; while they are held over it, it says
/// what letting go means. Belongs to the widget.
class DropZone final : public QObject
{
    Q_OBJECT
public:
    /// Translated: "Drop to upload", and what happens then.
    struct Texts
    {
        QString sentence;
        QString detail;
    };
    DropZone(const Theme &theme, QWidget *target, const Texts &texts);
    /// Whether anything is taken.
    void setEnabled(bool enabled) { m_target->setAcceptDrops(enabled); }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Never empty.
    void dropped(const QStringList &paths);

private:
    void showHint();
    void hideHint();

    const Theme &m_theme;
    QWidget *m_target;
    Texts m_texts;
    QPointer<QWidget> m_hint;
};

} // namespace odc
