// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QIODevice>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace odc {

/// So many bytes a second for all transfers of one direction together. GUI thread.
class Throttle : public QObject
{
    Q_OBJECT
public:
    explicit Throttle(QObject *parent = nullptr);

    /// 0: no limit.
    void setRate(qint64 bytesPerSecond);
    qint64 rate() const { return m_rate; }
    /// How many of the wanted bytes may pass now; they count as passed. 0: `wake` is called when it is worth asking again,
    /// unless `who` (not null) is gone by then. Those who wait have their turn in the order they asked.
    qint64 grant(qint64 wanted, QObject *who, std::function<void()> wake);
    /// Gives back what was granted and not used.
    void giveBack(qint64 bytes) { m_tokens += double(bytes); }

private:
    struct Waiting {
        QPointer<QObject> who;
        std::function<void()> wake;
    };
    void refill();
    void serve();

    qint64 m_rate = 0;
    double m_tokens = 0;
    QList<Waiting> m_waiting;
    QObject *m_served = nullptr; ///< whose turn it is
    qint64 m_allowance = 0;      ///< what it may still take in this turn
    QElapsedTimer m_since;
    QTimer m_timer;
};

/// A sequential body that passes no faster than a throttle lets it.
class ThrottledDevice final : public QIODevice
{
    Q_OBJECT
public:
    ThrottledDevice(std::unique_ptr<QIODevice> body, Throttle &throttle);

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_body->atEnd(); }
    qint64 bytesAvailable() const override { return m_body->bytesAvailable(); }
    qint64 size() const override { return m_body->size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const std::unique_ptr<QIODevice> m_body;
    const QPointer<Throttle> m_throttle;
};

} // namespace odc
