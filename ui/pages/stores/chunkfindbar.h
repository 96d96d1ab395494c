// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/chunktext.h"

#include <QWidget>

class QLineEdit;
class QTimer;
class QToolButton;

namespace odc {

class TextLabel;
class Theme;

/// Search in chunks, on the thread pool, with the number of what was found: Enter or F3 forward, with Shift
/// back, Escape closes. Hidden until opened.
class ChunkFindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ChunkFindBar(const Theme &theme, QWidget *parent = nullptr);
    ~ChunkFindBar() override;

    void setChunks(const QStringList &chunks);
    /// The chunk from which on a new search looks first.
    void setFrom(int chunk) { m_from = chunk; }
    void open(const QString &text = {});
    void close();
    /// Opens the bar when there is nothing to look for yet.
    void step(bool backward);
    const QList<chunktext::Match> &matches() const { return m_matches; }
    qsizetype current() const { return m_current; }

Q_SIGNALS:
    /// What was found, or which of it is the current one, is another.
    void changed();
    void closed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void take(const QList<chunktext::Match> &matches);
    void stop();
    void tell();

    QStringList m_chunks;
    int m_from = 0;
    QLineEdit *m_edit;
    QToolButton *m_case;
    TextLabel *m_result;
    QTimer *m_pause;
    std::shared_ptr<std::atomic_bool> m_stop; ///< of the search that runs; null: none
    QList<chunktext::Match> m_matches;
    qsizetype m_current = -1;
};

} // namespace odc
