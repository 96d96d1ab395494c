// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/chunktext.h"
#include "ui/widgets/findbarbase.h"

#include <atomic>
#include <memory>

class QTimer;
class QToolButton;

namespace odc {

/// Search in chunks, on the thread pool, with the number of what was found.
class ChunkFindBar final : public FindBarBase
{
    Q_OBJECT
public:
    explicit ChunkFindBar(const Theme &theme, QWidget *parent = nullptr);
    ~ChunkFindBar() override;

    void setChunks(const QStringList &chunks);
    /// The chunk from which on a new search looks first.
    void setFrom(int chunk) { m_from = chunk; }
    /// Opens the bar when there is nothing to look for yet.
    void findNext(bool backward) override;
    const QList<chunktext::Match> &matches() const { return m_matches; }
    qsizetype current() const { return m_current; }

Q_SIGNALS:
    /// What was found, or which of it is the current one, is another.
    void changed();

protected:
    void opened() override;
    void leave() override;

private:
    void search();
    void take(const QList<chunktext::Match> &matches);
    void stop();
    void tell();

    QStringList m_chunks;
    int m_from = 0;
    QToolButton *m_case;
    QTimer *m_pause;
    std::shared_ptr<std::atomic_bool> m_stop; ///< of the search that runs; null: none
    QList<chunktext::Match> m_matches;
    qsizetype m_current = -1;
};

} // namespace odc
