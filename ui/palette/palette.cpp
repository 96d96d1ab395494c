// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"

#include "index/objectarea.h"
#include "index/objectindex.h"
#include "settings/profilestore.h"
#include "settings/settings.h"
#include "ui/context/profileconnector.h"
#include "ui/pages/areapage.h"
#include "ui/palette/objectfetch.h"
#include "ui/palette/paletteview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMainWindow>

#include <algorithm>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecent = 12;

/// A line of what is remembered: ids only.
QString lineOf(const FuzzyKey &key)
{
    return QString::number(key.kind) + u'\t' + key.id + u'\t' + key.parent;
}

FuzzyKey keyOf(const QString &line)
{
    const QStringList parts = line.split(u'\t');
    FuzzyKey key;
    if (parts.size() == 3) {
        key.kind = quint8(parts.at(0).toUInt());
        key.id = parts.at(1);
        key.parent = parts.at(2);
    }
    return key;
}

} // namespace

Palette::Palette(const ShellContext &context, QMainWindow &window)
    : QObject(&window), m_context(context), m_window(window)
{
    connect(&m_finder, &PaletteFinder::rowsReady, this, &Palette::showRows);
    connect(&m_objects, &PaletteObjects::changed, this, [this] {
        m_finder.setObjects(m_objects.index());
        if (m_view && m_view->isVisible() && !(m_fetch && m_fetch->isRunning()))
            find();
    });
    // A field would take its key for itself.
    qApp->installEventFilter(this);
}

Palette::~Palette() = default;

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *widget = qobject_cast<QWidget *>(watched);
        if ((key->modifiers() & ~Qt::ShiftModifier) && widget && widget->window() == &m_window &&
            isOurs(key->keyCombination())) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool Palette::isOurs(QKeyCombination keys)
{
    if (!m_action)
        m_action = m_window.findChild<QAction *>(QLatin1StringView(paletteAction));
    return m_action && m_action->shortcuts().contains(QKeySequence(keys));
}

void Palette::setProfile(const PageContext *context)
{
    if (m_view)
        m_view->closeDown();
    m_finder.stop();
    m_fetch.reset();
    m_page.reset();
    if (!context) {
        m_objects.setOpen({}, nullptr);
        m_finder.setCanAsk(false);
        return;
    }
    m_page.emplace(*context);
    m_objects.setOpen(context->profile.id, &context->index);
    m_finder.setCanAsk(true);
    m_fetch = std::make_unique<ObjectFetch>(context->session);
    connect(m_fetch.get(), &ObjectFetch::found, this, [this](ObjectKind kind, const QString &id) {
        PaletteRow row;
        row.key = {quint8(kind), m_objects.sourceOf(m_page->profile.id), id, {}};
        remember(row);
        if (m_view)
            m_view->closeDown();
        show(row.key);
    });
    connect(m_fetch.get(), &ObjectFetch::failed, this, [this](const QString &sentence) {
        if (m_view)
            m_view->say(sentence, true);
    });
    const std::optional<Target> target = std::exchange(m_target, {});
    if (target && target->profileId == context->profile.id)
        show(target->key);
}

void Palette::makeView()
{
    m_view = new PaletteView(m_context.theme, &m_window);
    connect(m_view, &PaletteView::textChanged, this, [this] {
        if (m_fetch)
            m_fetch->stop();
        find();
    });
    connect(m_view, &PaletteView::chosen, this, &Palette::choose);
    connect(m_view, &PaletteView::copyRequested, this, &Palette::copy);
    connect(m_view, &PaletteView::closed, this, [this] {
        m_finder.stop();
        if (m_fetch)
            m_fetch->stop();
    });
}

void Palette::openUp()
{
    if (!m_view)
        makeView();
    if (!m_view->isVisible()) {
        m_target.reset(); // whoever looks for something else has given it up
        m_finder.actions().read(m_window);
        m_objects.prepare();
        readOthers();
        m_finder.setObjects(m_objects.index());
        m_finder.setUsual(recentRows());
    }
    m_view->openUp();
}

void Palette::readOthers()
{
    QList<QPair<QString, QString>> others;
    QHash<quint16, PaletteFinder::Mark> marks;
    const QList<Profile> profiles = m_context.profiles.profiles();
    for (const Profile &profile : profiles) {
        marks.insert(m_objects.sourceOf(profile.id), {profile.name, QColor(profile.colour)});
        // What is never written has no file, and one of that name would be of another time.
        if (!profile.temporary && !profile.isArchive() && !(m_page && profile.id == m_page->profile.id))
            others.append({profile.id, m_context.connector.indexFile(profile.id)});
    }
    m_finder.setMarks(marks);
    m_finder.setOpenSource(m_page ? m_objects.sourceOf(m_page->profile.id) : quint16(0xffff));
    m_objects.setOthers(others);
}

void Palette::find()
{
    m_view->setWaiting();
    m_finder.find(m_view->text());
}

void Palette::showRows(const QList<PaletteRow> &rows, int total, bool typos)
{
    if (!m_view)
        return;
    QStringList parts;
    if (m_view->text().isEmpty())
        parts << QString();
    else if (total == 0)
        parts << tr("Nothing has that");
    else if (typos)
        parts << tr("Nothing has exactly that: %Ln like it", nullptr, total);
    else if (total > rows.size())
        parts << tr("%Ln results, the best are shown", nullptr, total);
    else
        parts << tr("%Ln result(s)", nullptr, total);
    if (m_objects.isReading())
        parts << tr("reading…");
    parts.removeAll(QString());
    m_view->setRows(rows, parts.join(u" · "_s));
}

void Palette::choose(const PaletteRow &row)
{
    switch (row.what) {
    case PaletteRow::What::Action:
        run(row);
        return;
    case PaletteRow::What::Lookup:
        ask(row);
        return;
    case PaletteRow::What::Note:
        return;
    case PaletteRow::What::Object:
        break;
    }
    m_view->closeDown();
    const QString profileId = m_objects.profileOf(row.key.source);
    if (m_page && profileId == m_page->profile.id) {
        remember(row);
        show(row.key);
    } else if (m_context.profiles.find(profileId)) {
        m_target = Target{profileId, row.key};
        Q_EMIT profileRequested(profileId);
    }
}

void Palette::run(const PaletteRow &row)
{
    QString pageId;
    const QPointer<QAction> action = m_finder.actions().actionOf(row.key, &pageId);
    m_view->closeDown();
    if (!action)
        return;
    remember(row);
    if (!pageId.isEmpty())
        Q_EMIT pageRequested(pageId);
    if (action)
        action->trigger();
}

void Palette::ask(const PaletteRow &row)
{
    const auto shape = idShapeOf(row.key.id);
    if (!m_fetch || !shape || m_fetch->isRunning())
        return;
    m_view->say(tr("Asking for %1…").arg(row.key.id), false);
    m_fetch->start(*shape);
}

void Palette::copy(const PaletteRow &row)
{
    if (row.what == PaletteRow::What::Action)
        return;
    QGuiApplication::clipboard()->setText(row.key.id);
    m_view->say(tr("Copied %1").arg(row.key.id), false);
}

void Palette::show(const FuzzyKey &key)
{
    const auto kind = ObjectKind(key.kind);
    switch (kind) {
    case ObjectKind::StoreFile:
        Q_EMIT objectRequested(areaOf(kind), storeFileKey(key.parent, key.id));
        break;
    case ObjectKind::Checkpoint:
        Q_EMIT objectRequested(areaOf(kind), key.parent); // its job: checkpoints are among its details
        break;
    case ObjectKind::Model:
        Q_EMIT listRequested(areaOf(kind), key.id); // the job that made it
        break;
    default:
        Q_EMIT objectRequested(areaOf(kind), key.id);
    }
    // Keys go on from there, also where the page was open and had them in its filter.
    const QList<AreaPage *> pages = m_window.findChildren<AreaPage *>();
    for (AreaPage *page : pages) {
        if (page->isVisible())
            page->focusList();
    }
}

QList<PaletteRow> Palette::recentRows() const
{
    const QList<PaletteRow> usual = m_finder.actions().usual();
    QList<PaletteRow> rows;
    if (m_page) {
        const QStringList lines = m_context.settings.text(Setting::RecentObjects, m_page->scope(u"palette"_s))
                                      .split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            const FuzzyKey key = keyOf(line);
            PaletteRow row;
            if (key.kind == actionEntry) {
                if (m_finder.actions().find(key, &row))
                    rows << row;
                continue;
            }
            const auto kind = ObjectKind(key.kind);
            const QString known = kind == ObjectKind::StoreFile ? storeFileKey(key.parent, key.id) : key.id;
            if (const IndexedObject *object = m_page->index.find(kind, known)) {
                FuzzyFound found;
                found.entry = paletteEntry(*object, m_finder.openSource());
                rows << m_finder.rowOf(found);
            }
        }
    }
    for (const PaletteRow &row : usual) {
        if (std::none_of(rows.cbegin(), rows.cend(),
                         [&](const PaletteRow &other) { return other.isSame(row); }))
            rows << row;
    }
    return rows;
}

void Palette::remember(const PaletteRow &row)
{
    if (!m_page)
        return;
    const QString scope = m_page->scope(u"palette"_s);
    QStringList lines =
        m_context.settings.text(Setting::RecentObjects, scope).split(u'\n', Qt::SkipEmptyParts);
    const QString line = lineOf(row.key);
    lines.removeAll(line);
    lines.prepend(line);
    m_context.settings.set(Setting::RecentObjects, lines.mid(0, mostRecent).join(u'\n'), scope);
}

} // namespace odc
