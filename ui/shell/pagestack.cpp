// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagestack.h"

#include "index/objectindex.h"
#include "lists/rowmodelbase.h"
#include "ui/pages/areapage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <optional>
#include <utility>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSteps = 100; ///< back
/// The page that was opened is on the screen, and its list on its way, before another is thought of.
constexpr int settleMs = 400;
/// Between two pages, so that what was pressed meanwhile comes first.
constexpr int breathMs = 40;
/// Whoever types or clicks is left alone for so long.
constexpr int inputMs = 700;
constexpr int countMs = 250;

/// What the list of a page is of, where the index has it.
std::optional<ObjectKind> kindOf(const QString &pageId)
{
    static const QHash<QString, ObjectKind> kinds{{u"files"_s, ObjectKind::File},
                                                  {u"batches"_s, ObjectKind::Batch},
                                                  {u"stores"_s, ObjectKind::Store},
                                                  {u"evals"_s, ObjectKind::Eval},
                                                  {u"finetuning"_s, ObjectKind::Job}};
    const auto found = kinds.constFind(pageId);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

PageStack::PageStack(const ShellContext &context, QWidget *parent)
    : QStackedWidget(parent), m_blank(new QWidget(this)), m_blankState(new StateOverlay(context.theme, m_blank))
{
    setObjectName(u"pages"_s);
    setGround(m_blank, Token::Base);
    addWidget(m_blank);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PageStack::makeNext);
    m_countDue.setSingleShot(true);
    m_countDue.setInterval(countMs);
    connect(&m_countDue, &QTimer::timeout, this, &PageStack::countAll);
    connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); }); // see minimumSizeHint()
}

QSize PageStack::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
}

PageStack::~PageStack()
{
    close();
}

void PageStack::open(const PageContext &context)
{
    m_open = std::make_unique<PageContext>(context);
    const ObjectIndex &index = context.index;
    const auto countLater = [this] {
        if (!m_countDue.isActive())
            m_countDue.start();
    };
    connect(&index, &ObjectIndex::loaded, this, &PageStack::countAll);
    connect(&index, &ObjectIndex::changed, this, countLater);
    connect(&index, &ObjectIndex::wholeChanged, this, countLater);
    const QList<PageInfo> pages = pageList();
    const bool known = std::any_of(pages.cbegin(), pages.cend(), [this](const PageInfo &info) { return info.id == m_currentId; });
    showPage(known ? m_currentId : pages.first().id);
    qApp->installEventFilter(this);
    m_next.start(settleMs);
}

void PageStack::close()
{
    if (!m_open)
        return;
    qApp->removeEventFilter(this);
    m_next.stop();
    m_countDue.stop();
    m_open->index.disconnect(this);
    m_behind.clear();
    m_ahead.clear();
    showBlank();
    const QHash<QString, AreaPage *> pages = std::exchange(m_pages, {});
    // What a page says while it goes is of no interest, and most of it is gone by then.
    for (AreaPage *page : pages)
        page->disconnect(this);
    qDeleteAll(pages);
    m_open.reset();
}

void PageStack::showBlank()
{
    setCurrentWidget(m_blank);
}

AreaPage *PageStack::current() const
{
    return m_pages.value(m_currentId);
}

AreaPage *PageStack::page(const QString &id)
{
    AreaPage *found = m_pages.value(id);
    return found || !m_open ? found : make(id);
}

AreaPage *PageStack::make(const QString &id)
{
    for (const PageInfo &info : pageList()) {
        if (info.id != id)
            continue;
        AreaPage *page = info.make(*m_open, this);
        m_pages.insert(id, page);
        addWidget(page);
        follow(id, page);
        Q_EMIT statusChanged(id);
        return page;
    }
    return nullptr;
}

void PageStack::follow(const QString &id, AreaPage *page)
{
    connect(page, &AreaPage::statusChanged, this, [this, id] { Q_EMIT statusChanged(id); });
    connect(page, &AreaPage::actionsChanged, this, [this, page] {
        if (page == current())
            Q_EMIT actionsChanged();
    });
    connect(page, &AreaPage::workEnded, this, &PageStack::workEnded);
    connect(page, &AreaPage::profileRequested, this, &PageStack::profileRequested);
    connect(page, &AreaPage::objectRequested, this, &PageStack::showObject);
    connect(page, &AreaPage::listRequested, this, &PageStack::showFiltered);
    connect(page, &AreaPage::uploadRequested, this, &PageStack::upload);
    connect(page, &AreaPage::batchRequested, this, [this](const QString &fileId) {
        showPage(u"batches"_s);
        current()->newBatchOf(fileId);
    });
    connect(page, &AreaPage::jobRequested, this, [this](const QString &fileId) {
        showPage(u"finetuning"_s);
        current()->newJobOf(fileId);
    });
    connect(page, &AreaPage::storeRequested, this, [this](const QList<FileObject> &files) {
        showPage(u"stores"_s);
        current()->addToStore(files);
    });
}

void PageStack::makeNext()
{
    for (const PageInfo &info : pageList()) {
        if (m_pages.contains(info.id))
            continue;
        make(info.id);
        m_next.start(breathMs);
        return;
    }
    qApp->removeEventFilter(this); // all are there
}

void PageStack::makeAll()
{
    for (const PageInfo &info : pageList())
        page(info.id);
}

bool PageStack::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        if (m_next.isActive())
            m_next.start(inputMs);
        break;
    default:
        break;
    }
    return QStackedWidget::eventFilter(watched, event);
}

void PageStack::showPage(const QString &id)
{
    // What was never in front, while nothing was open, is no place to go back to.
    if (m_open && id != m_currentId && m_pages.contains(m_currentId)) {
        m_behind << m_currentId;
        if (m_behind.size() > mostSteps)
            m_behind.removeFirst();
        m_ahead.clear();
    }
    bringToFront(id);
}

void PageStack::step(QStringList &from, QStringList &to)
{
    if (!m_open || from.isEmpty())
        return;
    to << m_currentId;
    bringToFront(from.takeLast());
}

void PageStack::bringToFront(const QString &id)
{
    m_currentId = id;
    AreaPage *wanted = page(id);
    if (!wanted)
        return;
    setCurrentWidget(wanted);
    Q_EMIT shown(wanted);
}

void PageStack::showObject(const QString &pageId, const QString &objectId)
{
    AreaPage *wanted = page(pageId);
    if (!wanted)
        return;
    showPage(pageId);
    if (!objectId.isEmpty())
        wanted->showObject(objectId);
}

void PageStack::showFiltered(const QString &pageId, const QString &filter)
{
    AreaPage *wanted = page(pageId);
    if (!wanted)
        return;
    showPage(pageId);
    wanted->showFiltered(filter);
}

void PageStack::upload(const QStringList &paths)
{
    if (AreaPage *files = page(u"files"_s))
        files->upload(paths);
}

qint64 PageStack::countOf(const QString &id) const
{
    const AreaPage *page = m_pages.value(id);
    const qint64 own = page ? page->navigationCount() : -1;
    const std::optional<ObjectKind> kind = m_open ? kindOf(id) : std::nullopt;
    if (!kind || !m_open->index.isLoaded())
        return own;
    // Out of sight a list is not read anew, while the watch goes on.
    const qint64 readAt = page && page->list() ? page->list()->refreshedAt() : 0;
    const bool isBehind = page != current() && m_open->index.wholeAt(*kind) > readAt;
    return isBehind ? m_open->index.count(*kind) : own;
}

void PageStack::countAll()
{
    for (const PageInfo &info : pageList()) {
        // The page in front tells by itself.
        if (const AreaPage *page = m_pages.value(info.id); !page || page != current())
            Q_EMIT statusChanged(info.id);
    }
}

} // namespace odc
