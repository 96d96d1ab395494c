// SPDX-License-Identifier: GPL-3.0-or-later
#include "contentcompare.h"

#include "api/session.h"
#include "base/clock.h"

#include <QCryptographicHash>
#include <QPointer>

#include <utility>

namespace odc {

namespace {

constexpr int atOnce = 4;
constexpr qint64 announceEveryMs = 100;

} // namespace

/// Digests what comes and lets it go.
class ContentCompare::Sink final : public ContentSink
{
public:
    explicit Sink(ContentCompare *owner) : m_owner(owner) {}

    bool begin(qint64 offset, qint64) override
    {
        if (m_owner)
            m_owner->count(-m_taken);
        m_hash.reset();
        m_taken = 0;
        return offset == 0; // a content without its beginning has no digest
    }
    bool write(const QByteArray &piece) override
    {
        m_hash.addData(piece);
        m_taken += piece.size();
        if (m_owner)
            m_owner->count(piece.size());
        return true;
    }
    QString errorText() const override { return {}; }

    QByteArray digest() const { return m_hash.result(); }
    qint64 taken() const { return m_taken; }

private:
    QPointer<ContentCompare> m_owner;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_taken = 0;
};

ContentCompare::ContentCompare(Session &session, QObject *parent) : QObject(parent), m_session(session) {}

ContentCompare::~ContentCompare() = default;

void ContentCompare::start(const QList<IndexedObject> &files)
{
    stop();
    m_waiting.clear();
    m_done = m_failed = 0;
    m_bytesDone = m_bytesTotal = 0;
    m_problem = {};
    for (const IndexedObject &file : files) {
        if (m_digests.contains(file.id))
            continue;
        m_waiting << file;
        m_bytesTotal += file.bytes;
    }
    m_total = int(m_waiting.size());
    m_running = true;
    m_session.clock().callLater(0, this, [this] { pump(); });
}

void ContentCompare::stop()
{
    m_running = false;
    m_waiting.clear();
    const auto calls = std::exchange(m_calls, {});
    for (Call call : calls)
        call.cancel();
}

void ContentCompare::pump()
{
    while (m_running && !m_waiting.isEmpty() && m_calls.size() < atOnce) {
        const IndexedObject file = m_waiting.takeFirst();
        const auto sink = std::make_shared<Sink>(this);
        m_calls.insert(
            file.id,
            m_session.files().content(file.id, sink, this, [this, file, sink](const Result<qint64> &got) {
                m_calls.remove(file.id);
                ++m_done;
                // A content of another length than the list says is not the one that was compared by its
                // size.
                if (got && sink->taken() == file.bytes) {
                    m_digests.insert(file.id, sink->digest());
                } else {
                    ++m_failed;
                    m_problem = got ? ApiError::make(ApiError::Kind::BadResponse) : got.error();
                }
                announce();
                pump();
            }));
    }
    if (m_running && m_waiting.isEmpty() && m_calls.isEmpty()) {
        m_running = false;
        Q_EMIT finished();
    }
}

void ContentCompare::count(qint64 bytes)
{
    m_bytesDone += bytes;
    announce();
}

void ContentCompare::announce()
{
    if (m_announcing)
        return;
    m_announcing = true;
    m_session.clock().callLater(announceEveryMs, this, [this] {
        m_announcing = false;
        Q_EMIT progressed();
    });
}

} // namespace odc
