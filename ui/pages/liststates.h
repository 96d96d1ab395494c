// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"

#include <QObject>
#include <QString>

class QAbstractItemView;
class QAction;

namespace odc {

class MessageBar;
class RowModelBase;
class StateOverlay;
class Theme;

/// What an empty list says, and offers.
struct ListTexts {
    Icon icon = Icon::File;
    QString emptySentence;    ///< "This project has no files yet."
    QString emptyHint;        ///< "Drop files here, or upload some."
    QAction *emptyAction = nullptr;
    QAction *secondAction = nullptr; ///< offered as a link below; may be null
    QString unavailable;      ///< what the area being absent means
    QAction *unavailableAction = nullptr; ///< offered then; null: to try again
    QString thingsName;       ///< what a screen reader calls the table
    QString filterExample;    ///< inside the empty filter box
    bool refreshable = true;  ///< false: the list is always as fresh as it can be
};

/// What an area is called and says of itself; all translated.
struct ListPageTexts
{
    QString title;   ///< "Files"
    QString loading; ///< one line while the first page is on its way
    QString about;   ///< one line while there is nothing
    ListTexts list;
};

/// How a list stands with the server, as every area shows it: the designed empty, loading, error and unavailable states
/// over the list, trouble beside rows that are there in the message bar, and Refresh or Stop, whichever fits.
class ListStates final : public QObject
{
    Q_OBJECT
public:
    struct Actions
    {
        QAction *refresh;
        QAction *stop;
    };
    /// Everything handed in outlives this; the view owns it.
    ListStates(const Theme &theme, RowModelBase &model, QAbstractItemView *view, MessageBar &messages,
               const Actions &actions);

    void setTexts(const ListTexts &texts) { m_texts = texts; }
    /// Shows how things stand now: so many rows pass the filter.
    void show(int shownRows, const QString &filterError);

Q_SIGNALS:
    void refreshWanted();
    void stopWanted();
    /// Nothing matches, and the person wants to see everything.
    void filterUnwanted();
    /// The person wants to change the profile, whose key was refused.
    void profileRequested();

private:
    RowModelBase &m_model;
    MessageBar &m_messages;
    QAction *m_refresh;
    QAction *m_stop;
    StateOverlay *m_overlay;
    ListTexts m_texts;
    bool m_asked = false; ///< the walk under way was asked for, it is no poll
};

} // namespace odc
