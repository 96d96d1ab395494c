// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteactions.h"

#include "palette/palettequery.h"
#include "ui/actions/actioncollection.h"
#include "ui/pages/areapage.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

// Of an action and an object that are found equally well the action comes first, of those the one that leads
// to a page.
constexpr qint64 pageRecency = std::numeric_limits<qint64>::max();
constexpr qint64 actionRecency = pageRecency - 1;

/// Without the mark of the letter that is pressed with Alt.
QString plain(const QString &text)
{
    QString kept;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && ++i == text.size())
            break;
        kept += text.at(i);
    }
    return kept;
}

void readMenu(const QList<QAction *> &actions, const QString &path, QHash<const QAction *, QString> &paths)
{
    for (QAction *action : actions) {
        if (QMenu *menu = action->menu())
            readMenu(menu->actions(),
                     path.isEmpty() ? plain(menu->title()) : path + u" › "_s + plain(menu->title()), paths);
        else if (!paths.contains(action))
            paths.insert(action, path);
    }
}

/// The page that a collection is of; null: the window. `foreign`: it is of another window, such as a dialog.
const AreaPage *pageOf(const ActionCollection *collection, const QMainWindow &window, bool *foreign)
{
    const AreaPage *page = nullptr;
    for (const QObject *part = collection->parent(); part && part != &window; part = part->parent()) {
        if (const auto *found = qobject_cast<const AreaPage *>(part))
            page = found;
        if (const auto *widget = qobject_cast<const QWidget *>(part); widget && widget->isWindow())
            *foreign = true;
    }
    return page;
}

QString idOf(const AreaPage *page, const QList<PageInfo> &pages, QString *title)
{
    for (const PageInfo &info : pages) {
        if (page->objectName() == info.id + u"Page"_s) {
            *title = info.title;
            return info.id;
        }
    }
    return {};
}

} // namespace

void PaletteActions::read(const QMainWindow &window)
{
    m_offers.clear();
    m_byKey.clear();
    QHash<const QAction *, QString> paths;
    readMenu(window.menuBar()->actions(), {}, paths);
    const QList<PageInfo> pages = pageList();
    QList<FuzzyEntry> entries;
    const QList<ActionCollection *> collections = window.findChildren<ActionCollection *>();
    for (const ActionCollection *collection : collections) {
        bool foreign = false;
        const AreaPage *page = pageOf(collection, window, &foreign);
        if (foreign)
            continue;
        QString pageTitle;
        const bool elsewhere = page && !page->isVisible();
        const QString pageId = page ? idOf(page, pages, &pageTitle) : QString();
        // Of another page only its own: its parts act on what is selected, or shown, in them.
        if (elsewhere && (pageId.isEmpty() || collection != &const_cast<AreaPage *>(page)->actions()))
            continue;
        for (QAction *action : collection->all()) {
            const QString name = action->objectName();
            if (name.isEmpty() || name == QLatin1StringView(paletteAction) || !action->isEnabled() ||
                !action->isVisible() || ActionCollection::isKeptFromSearch(action))
                continue;
            Offer offer;
            offer.action = action;
            offer.key = {actionEntry, 0, name, elsewhere ? pageId : QString()};
            offer.title = plain(action->text());
            if (offer.title.isEmpty() || m_byKey.contains(offer.key.hash()))
                continue;
            if (elsewhere)
                offer.title = pageTitle + u": "_s + offer.title;
            offer.path = elsewhere ? QString() : paths.value(action, pageTitle);
            offer.words = ActionCollection::searchWords(action);
            const bool leads = name.startsWith("go."_L1);
            offer.usual = leads || (page && !elsewhere && paths.contains(action));
            FuzzyEntry entry;
            entry.key = offer.key;
            entry.title = offer.title;
            entry.more = offer.more();
            entry.recency = leads ? pageRecency : actionRecency;
            entries << entry;
            m_byKey.insert(offer.key.hash(), m_offers.size());
            m_offers << offer;
        }
    }
    m_index = FuzzyIndex().with(entries);
}

PaletteRow PaletteActions::rowOf(const Offer &offer) const
{
    PaletteRow row;
    row.what = PaletteRow::What::Action;
    row.key = offer.key;
    row.icon = Icon::ChevronRight;
    row.title = offer.title;
    row.detail = offer.path;
    if (offer.action) {
        row.picture = offer.action->icon();
        row.right = offer.action->shortcut().toString(QKeySequence::NativeText);
    }
    return row;
}

PaletteRow PaletteActions::rowOf(const FuzzyFound &found) const
{
    PaletteRow row;
    if (!find(found.entry.key, &row))
        return row;
    row.titleMarks = found.title;
    row.detailMarks = found.more;
    // Its other words are shown when it was found by them.
    const auto isBehind = [end = row.detail.size()](const FuzzyRange &mark) { return mark.from + mark.length > end; };
    if (std::any_of(found.more.cbegin(), found.more.cend(), isBehind))
        row.detail = m_offers.at(m_byKey.value(found.entry.key.hash())).more();
    return row;
}

bool PaletteActions::find(const FuzzyKey &key, PaletteRow *row) const
{
    const auto found = m_byKey.constFind(key.hash());
    if (found == m_byKey.cend() || !m_offers.at(*found).action)
        return false;
    *row = rowOf(m_offers.at(*found));
    return true;
}

QList<PaletteRow> PaletteActions::usual() const
{
    QList<PaletteRow> pages;
    QList<PaletteRow> others;
    for (const Offer &offer : m_offers) {
        if (offer.usual)
            (offer.key.id.startsWith("go."_L1) ? pages : others) << rowOf(offer);
    }
    return pages + others;
}

QAction *PaletteActions::actionOf(const FuzzyKey &key, QString *pageId) const
{
    *pageId = key.parent;
    const auto found = m_byKey.constFind(key.hash());
    return found == m_byKey.cend() ? nullptr : m_offers.at(*found).action.data();
}

} // namespace odc
