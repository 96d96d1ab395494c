// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace odc {

/// What is said on the desktop, and where a click on it leads.
struct DesktopNotice
{
    QString title;
    QString text;
    QString pageId;      ///< empty: only the window comes up
    QString objectId;    ///< empty: only the page
    bool urgent = false; ///< something went wrong
    friend bool operator==(const DesktopNotice &, const DesktopNotice &) = default;
};

/// A way to say something on the desktop. GUI thread.
class NoticeSink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// False: what is shown now is not seen; it may become so.
    virtual bool isAvailable() const = 0;
    virtual void show(const DesktopNotice &notice) = 0;

Q_SIGNALS:
    /// The person chose it. `token` lets the window come to the front where the desktop asks for one; may be
    /// empty.
    void activated(const odc::DesktopNotice &notice, const QString &token);
    /// It turned out that nothing can be said in this way; what was given to it so far is handed back.
    void failed(const QList<odc::DesktopNotice> &unsaid);
};

} // namespace odc

Q_DECLARE_METATYPE(odc::DesktopNotice)
