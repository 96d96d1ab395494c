// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectindex.h"

#include "base/background.h"
#include "base/clock.h"
#include "base/threadpriority.h"
#include "index/answerreader.h"
#include "index/indexstate.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QPointer>
#include <QSemaphore>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <limits>
#include <utility>

namespace odc {

namespace {

/// As many objects are taken in a turn of the event loop as take a few milliseconds.
constexpr int mostATurn = 2000;
/// Thousands of answers a second, as of a clean-up, are taken in and told of together, a frame's worth at a time.
constexpr int turnEveryMs = 16;
/// What was seen is written at once, and then no more often than this: a transaction costs as much as many objects in it.
/// A program that is killed in the midst of many changes loses this much of them: the objects are read again, of the history
/// some lines are missing.
constexpr int writeEveryMs = 2'000;
/// Bytes. A shorter answer is read sooner than a thread is woken.
constexpr qsizetype readHereBelow = 4096;

} // namespace

struct ObjectIndex::Private
{
    /// What belongs to the index's own thread.
    struct Desk
    {
        explicit Desk(const Options &given) : file(given.file, given.mostBytes, given.mostObjects) {}

        AnswerReader reader; ///< the caller's while nothing is `beingRead`
        IndexFile file;
        bool isBehind = false;
    };
    /// What that thread has to say, in order.
    struct Told
    {
        IndexState::Step step;
        std::shared_ptr<IndexFile::Loaded> loaded;
        QString problem; ///< of writing
        bool wasRun = false;
    };
    struct Waiting
    {
        quint64 serial = 0;
        QPointer<QObject> context;
        std::function<void()> action;
    };

    Private(ObjectIndex *index, const Options &given, Clock &time)
        : q(index), clock(time), state(given.mostObjects), desk(std::make_shared<Desk>(given))
    {
        // One thread, and always the same: the order stays, and a connection of SQLite belongs to a thread.
        pool.setMaxThreadCount(1);
        pool.setExpiryTimeout(-1);
        turnDue.setSingleShot(true);
        turnDue.setTimerType(Qt::PreciseTimer);
        QObject::connect(&turnDue, &QTimer::timeout, q, [this] { turn(); });
        writeDue.setSingleShot(true);
        writeDue.setInterval(writeEveryMs);
        QObject::connect(&writeDue, &QTimer::timeout, q, [this] { writeSoon(); });
    }
    ~Private();

    /// Runs it on the thread; what it gives is told in its turn.
    void run(std::function<Told(Desk &)> work);
    void tell(Told told);
    void wake();
    void turnSoon();
    void turn();
    /// Takes in what was told, up to `most` objects; not beyond loading.
    void takeTold(int most);
    /// At once, or when the time for it has come.
    void writeSoon();
    bool write(); ///< false: there was nothing
    void settle();
    /// Until all that was given to the thread is done.
    void waitForThread();

    ObjectIndex *const q;
    Clock &clock;
    IndexState state;
    QThreadPool pool;
    std::shared_ptr<Desk> desk;
    quint64 issued = 0;
    quint64 taken = 0;
    bool isOpening = false;
    bool isLoaded = false;
    bool isClosing = false; ///< somebody waits for the thread
    bool hasJustLoaded = false;
    QString problem;
    std::vector<Waiting> waiting;
    std::deque<Told> queue;
    int beingRead = 0; ///< what was given to run() and is not taken
    QElapsedTimer lastTurn;
    QTimer turnDue;
    QTimer writeDue;

    QMutex mutex; ///< of the two below
    std::deque<Told> inbox;
    bool isAwake = false;
};

ObjectIndex::Private::~Private()
{
    // Everything that was answered is read and written; nobody is told any more.
    isClosing = true;
    waitForThread();
    do {
        takeTold(std::numeric_limits<int>::max());
        hasJustLoaded = false;
        write();
        waitForThread();
    } while (!queue.empty() || !inbox.empty());
    pool.start([kept = desk] { kept->file.close(); });
    pool.waitForDone();
}

void ObjectIndex::Private::waitForThread()
{
    // QThreadPool::waitForDone() ends the thread, and what follows would use the connection on another one.
    QSemaphore done;
    pool.start([&done] { done.release(); });
    done.acquire();
}

void ObjectIndex::Private::run(std::function<Told(Desk &)> work)
{
    ++beingRead;
    pool.start([this, work = std::move(work)] {
        Told told = work(*desk);
        told.wasRun = true;
        tell(std::move(told));
    });
}

void ObjectIndex::Private::tell(Told told)
{
    const QMutexLocker lock(&mutex);
    inbox.push_back(std::move(told));
    if (!std::exchange(isAwake, true))
        wake();
}

void ObjectIndex::Private::wake()
{
    QMetaObject::invokeMethod(
        q, [this] { turnSoon(); }, Qt::QueuedConnection);
}

void ObjectIndex::Private::turnSoon()
{
    const qint64 since = lastTurn.isValid() ? lastTurn.elapsed() : turnEveryMs;
    if (since >= turnEveryMs || !waiting.empty())
        turn();
    else
        turnDue.start(int(turnEveryMs - since));
}

void ObjectIndex::Private::takeTold(int most)
{
    {
        const QMutexLocker lock(&mutex);
        while (!inbox.empty()) {
            beingRead -= int(inbox.front().wasRun);
            queue.push_back(std::move(inbox.front()));
            inbox.pop_front();
        }
        isAwake = false;
    }
    while (!queue.empty() && most > 0 && !hasJustLoaded) {
        Told &told = queue.front();
        if (!told.problem.isEmpty()) {
            problem = told.problem;
            state.forgetWritten();
        }
        if (told.loaded) {
            state.takeLoaded(*told.loaded);
            problem = told.loaded->problem;
            isLoaded = hasJustLoaded = true;
        } else if (!state.take(told.step, most)) {
            break;
        }
        taken = std::max(taken, told.step.serial);
        queue.pop_front();
        --most;
    }
}

void ObjectIndex::Private::turn()
{
    turnDue.stop();
    lastTurn.start();
    takeTold(mostATurn);
    writeSoon();
    if (!queue.empty()) {
        const QMutexLocker lock(&mutex);
        if (!std::exchange(isAwake, true))
            wake();
    }
    const QPointer<ObjectIndex> alive(q);
    if (std::exchange(hasJustLoaded, false)) {
        Q_EMIT q->loaded();
        if (!alive)
            return;
    }
    if (const QList<IndexChange> changes = state.takeChanges(); !changes.isEmpty()) {
        Q_EMIT q->changed(changes);
        if (!alive)
            return;
    }
    const QList<ListKey> ended = state.takeEnded();
    for (const ListKey &list : ended) {
        Q_EMIT q->wholeChanged(list.kind, list.parentId);
        if (!alive)
            return;
    }
    settle();
}

void ObjectIndex::Private::writeSoon()
{
    // Whoever waits until all is settled may look into the file.
    if (!waiting.empty())
        write();
    else if (!writeDue.isActive() && write())
        writeDue.start();
}

bool ObjectIndex::Private::write()
{
    IndexWrite found = state.takeWrite();
    if (found.isEmpty())
        return false;
    // What is written serves the next start; who works now is not to wait for it. What was kept is read before. What is read
    // off the file later (the history, whole objects) comes from this thread, too: late on a computer that is busy throughout.
    pool.start([this, found = std::move(found), behind = isLoaded && !isClosing] {
        if (behind && !std::exchange(desk->isBehind, true))
            standBehindTheOthers();
        Told told;
        told.problem = desk->file.write(found);
        if (!told.problem.isEmpty())
            tell(std::move(told));
    });
    return true;
}

void ObjectIndex::Private::settle()
{
    const QPointer<ObjectIndex> alive(q);
    while (alive && !waiting.empty() && waiting.front().serial <= taken) {
        const Waiting next = std::move(waiting.front());
        waiting.erase(waiting.begin());
        if (next.context)
            next.action();
    }
}

ObjectIndex::ObjectIndex(Options options, Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, options, clock))
{
}

ObjectIndex::~ObjectIndex() = default;

void ObjectIndex::open()
{
    if (std::exchange(d->isOpening, true))
        return;
    const quint64 serial = ++d->issued;
    d->run([serial](Private::Desk &desk) {
        Private::Told told;
        told.step.serial = serial;
        told.loaded = std::make_shared<IndexFile::Loaded>(desk.file.open());
        return told;
    });
}

bool ObjectIndex::isLoaded() const
{
    return d->isLoaded;
}

QString ObjectIndex::problem() const
{
    return d->problem;
}

void ObjectIndex::answered(const SeenAnswer &answer)
{
    if (!AnswerReader::isWorthReading(answer))
        return;
    SeenAnswer seen = answer;
    if (seen.atUnix <= 0)
        seen.atUnix = d->clock.unixSeconds();
    const quint64 serial = ++d->issued;
    if (seen.body.size() < readHereBelow && d->beingRead == 0) {
        Private::Told told;
        told.step.serial = serial;
        told.step.answer = d->desk->reader.read(seen);
        d->tell(std::move(told));
        return;
    }
    d->run([serial, seen = std::move(seen)](Private::Desk &desk) {
        Private::Told told;
        told.step.serial = serial;
        told.step.answer = desk.reader.read(seen);
        return told;
    });
}

void ObjectIndex::whenSettled(QObject *context, std::function<void()> action)
{
    d->waiting.push_back({d->issued, context, std::move(action)});
    const QMutexLocker lock(&d->mutex);
    if (!std::exchange(d->isAwake, true))
        d->wake();
}

const std::vector<IndexedObject> &ObjectIndex::objects(ObjectKind kind) const
{
    return d->state.table().objects(kind);
}

const IndexedObject *ObjectIndex::find(ObjectKind kind, const QString &key) const
{
    return d->state.table().find(kind, key);
}

const IndexedObject *ObjectIndex::findId(const QString &id) const
{
    for (const ObjectKind kind :
         {ObjectKind::File, ObjectKind::Batch, ObjectKind::Store, ObjectKind::Eval, ObjectKind::EvalRun,
          ObjectKind::Job, ObjectKind::Checkpoint, ObjectKind::Model}) {
        if (const IndexedObject *found = find(kind, id))
            return found;
    }
    return nullptr;
}

QList<FileUse> ObjectIndex::usesOf(const QString &fileId) const
{
    return d->state.table().usesOf(fileId);
}

qint64 ObjectIndex::wholeAt(ObjectKind kind, const QString &parentId) const
{
    return d->state.wholeAt({kind, parentId});
}

void ObjectIndex::rawObjects(ObjectKind kind, QObject *context,
                             std::function<void(const QList<QByteArray> &)> done) const
{
    // What is not written yet goes before: the order is that of the thread.
    d->write();
    inBackground(
        context, [desk = d->desk, kind] { return desk->file.raw(kind); },
        [alive = QPointer<const ObjectIndex>(this), done = std::move(done)](const QList<QByteArray> &found) {
            if (alive)
                done(found);
        },
        &d->pool);
}

void ObjectIndex::history(qint64 sinceUnix, int most, QObject *context,
                          std::function<void(const QList<HistoryEntry> &)> done) const
{
    d->write();
    inBackground(
        context, [desk = d->desk, sinceUnix, most] { return desk->file.history(sinceUnix, most); },
        [alive = QPointer<const ObjectIndex>(this),
         done = std::move(done)](const QList<HistoryEntry> &found) {
            if (alive)
                done(found);
        },
        &d->pool);
}

QList<IndexedObject> ObjectIndex::readFile(const QString &file)
{
    return IndexFile::read(file);
}

void ObjectIndex::removeFile(const QString &file)
{
    IndexFile::remove(file);
}

} // namespace odc
