// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context/shellcontext.h"
#include "watch/watchevent.h"

#include <QAbstractButton>

namespace odc {

class ElidedLabel;
class StateLabel;

/// What happened last to what is watched, in the bottom line of the window: the desktop says nothing while the window is
/// looked at, and who works on another page would not see it. A click leads there, and takes it away; so does time.
class NewsLine final : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr qint64 shownMs = 10 * 60 * 1000;

    explicit NewsLine(const ShellContext &context, QWidget *parent = nullptr);

    /// Several that were not looked at are one line: the first failure of them, or else the last, and how many more.
    void tell(const WatchEvent &event);
    void clear();
    QString fullText() const;

Q_SIGNALS:
    /// Several lead to the overview.
    void objectRequested(const QString &pageId, const QString &objectId);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void lead();
    void showNews();
    void underline(bool on);

    ShellContext m_context;
    StateLabel *m_mark;
    ElidedLabel *m_text;
    WatchEvent m_shown;
    int m_count = 0; ///< that were not looked at
    int m_told = 0;  ///< counts up: whose time is over
};

} // namespace odc
