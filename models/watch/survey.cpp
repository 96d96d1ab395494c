// SPDX-License-Identifier: GPL-3.0-or-later
#include "survey.h"

#include "index/objectindex.h"
#include "watch/listwalk.h"

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

namespace odc {

namespace {

constexpr int atOnceForAPerson = 3;
/// After so many lists in a row that got no answer at all the rest would get none either.
constexpr int mostSilent = 3;

struct Task
{
    ObjectKind kind = ObjectKind::File;
    QString parentId;
};

} // namespace

struct Survey::Private
{
    Private(Survey &survey, Session &of, ObjectIndex &into) : q(survey), session(of), index(into) {}

    Survey &q;
    Session &session;
    ObjectIndex &index;
    BudgetShare *share = nullptr;
    bool onlyUnknown = false;
    qint64 filesSince = 0;

    Parts parts;
    bool background = false;
    bool running = false;
    bool complete = false;
    int done = 0;
    int total = 0;
    int silent = 0; ///< lists in a row without an answer
    std::deque<Task> waiting;
    struct Walk
    {
        Task task;
        std::unique_ptr<ListWalk> walk;
    };
    std::vector<std::unique_ptr<Walk>> walks;
    std::unique_ptr<QObject> run; ///< of the present run; what is posted for an older one does not arrive
    QList<Fault> faults;
    QSet<QString> gone;

    bool isKnown(ObjectKind kind) const
    {
        const qint64 whole = index.wholeAt(kind);
        return onlyUnknown && whole > 0 && (kind != ObjectKind::File || whole >= filesSince);
    }

    void add(Part part, ObjectKind kind)
    {
        if (!parts.testFlag(part))
            return;
        // The lists inside are found in the outer one, which the index knows from its last walk.
        if (isKnown(kind)) {
            const bool stores = kind == ObjectKind::Store && parts.testFlag(StoreFiles);
            const bool evals = kind == ObjectKind::Eval && parts.testFlag(Runs);
            if (stores || evals) {
                QStringList ids;
                for (const IndexedObject &object : index.objects(kind))
                    ids << object.id;
                addInner(kind, ids);
            }
            return;
        }
        waiting.push_back({kind, {}});
        ++total;
    }

    void addInner(ObjectKind outer, const QStringList &ids)
    {
        ObjectKind inner = ObjectKind::StoreFile;
        if (outer == ObjectKind::Eval && parts.testFlag(Runs))
            inner = ObjectKind::EvalRun;
        else if (outer != ObjectKind::Store || !parts.testFlag(StoreFiles))
            return;
        for (const QString &id : ids) {
            if (onlyUnknown && index.wholeAt(inner, id) > 0)
                continue;
            waiting.push_back({inner, id});
            ++total;
        }
    }

    void pump()
    {
        // Where one got no answer, those under way show first whether anybody is there.
        const size_t atOnce = background || silent > 0 ? 1 : atOnceForAPerson;
        while (running && walks.size() < atOnce && !waiting.empty()) {
            const Task task = std::move(waiting.front());
            waiting.pop_front();
            begin(task);
        }
        if (running && walks.empty() && waiting.empty())
            index.whenSettled(run.get(), [this] { end(); });
    }

    void begin(const Task &task)
    {
        auto walk = std::make_unique<Walk>();
        Walk *me = walk.get();
        walk->task = task;
        walks.push_back(std::move(walk));
        ListWalk::Events events;
        events.page = [this, kind = task.kind](const QStringList &ids) {
            if (kind == ObjectKind::Store || kind == ObjectKind::Eval)
                addInner(kind, ids);
            Q_EMIT q.progressed();
        };
        events.finished = [this, me] { leave(me, {}); };
        events.failed = [this, me](const ApiError &error) { leave(me, error); };
        me->walk =
            ListWalk::begin(session, {task.kind, task.parentId, {}, background}, share, std::move(events));
    }

    /// A walk has ended. It is inside its own event: it goes, and the next one begins, a moment later.
    void leave(Walk *walk, const ApiError &error)
    {
        QMetaObject::invokeMethod(
            run.get(),
            [this, walk, error] {
                const Task task = walk->task;
                walks.erase(
                    std::find_if(walks.begin(), walks.end(),
                                 [walk](const std::unique_ptr<Walk> &each) { return each.get() == walk; }));
                ++done;
                note(task, error);
                Q_EMIT q.progressed();
                pump();
            },
            Qt::QueuedConnection);
    }

    void note(const Task &task, const ApiError &error)
    {
        using Kind = ApiError::Kind;
        if (error.kind == Kind::None) {
            silent = 0;
            return;
        }
        if (error.kind == Kind::NotFound && !task.parentId.isEmpty()) {
            silent = 0;
            gone.insert(task.parentId);
            return; // what the list belongs to was deleted meanwhile: there is nothing to read
        }
        faults.append({task.kind, task.parentId, error, task.parentId.isEmpty() && isNoArea(error)});
        silent = error.httpStatus == 0 ? silent + 1 : 0;
        if (silent < mostSilent)
            return;
        for (const Task &left : std::exchange(waiting, {})) {
            faults.append({left.kind, left.parentId, error, false});
            ++done;
        }
    }

    void end()
    {
        running = false;
        complete =
            std::all_of(faults.cbegin(), faults.cend(), [](const Fault &fault) { return fault.noArea; });
        Q_EMIT q.finished();
    }
};

Survey::Survey(Session &session, ObjectIndex &index, QObject *parent)
    : QObject(parent), d(new Private(*this, session, index))
{
}

Survey::~Survey() = default;

void Survey::setBudget(BudgetShare *share)
{
    d->share = share;
}

void Survey::setOnlyUnknown(bool only, qint64 filesSince)
{
    d->onlyUnknown = only;
    d->filesSince = filesSince;
}

void Survey::start(Parts parts, bool background)
{
    stop();
    if (parts.testFlag(StoreFiles))
        parts |= Stores;
    if (parts.testFlag(Runs))
        parts |= Evals;
    d->parts = parts;
    d->background = background;
    d->running = true;
    d->complete = false;
    d->done = 0;
    d->total = 0;
    d->silent = 0;
    d->faults.clear();
    d->gone.clear();
    d->run = std::make_unique<QObject>();
    d->add(Files, ObjectKind::File);
    d->add(Batches, ObjectKind::Batch);
    d->add(Stores, ObjectKind::Store);
    d->add(Evals, ObjectKind::Eval);
    d->add(Jobs, ObjectKind::Job);
    d->pump();
    Q_EMIT progressed();
}

void Survey::stop()
{
    d->run.reset();
    d->waiting.clear();
    d->running = false;
    if (d->walks.empty())
        return;
    // It may be one of their own events that led here.
    auto walks = std::make_shared<std::vector<std::unique_ptr<Private::Walk>>>(std::move(d->walks));
    d->walks.clear();
    for (const auto &walk : *walks)
        walk->walk->stop();
    QMetaObject::invokeMethod(
        this, [walks] { walks->clear(); }, Qt::QueuedConnection);
}

bool Survey::isRunning() const
{
    return d->running;
}

int Survey::done() const
{
    return d->done;
}

int Survey::total() const
{
    return d->total;
}

const QList<Survey::Fault> &Survey::faults() const
{
    return d->faults;
}

const QSet<QString> &Survey::gone() const
{
    return d->gone;
}

bool Survey::isComplete() const
{
    return d->complete;
}

} // namespace odc
