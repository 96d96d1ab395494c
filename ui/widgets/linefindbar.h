// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/lineindex.h"
#include "ui/widgets/findbarbase.h"

#include <memory>

class QTimer;
class QToolButton;

namespace odc {

/// Search in an indexed file, on the thread pool.
class LineFindBar final : public FindBarBase
{
    Q_OBJECT
public:
    explicit LineFindBar(const Theme &theme, QWidget *parent = nullptr);
    ~LineFindBar() override;

    /// Null: there is nothing to search. Ends a search that runs.
    void setIndex(std::shared_ptr<const LineIndex> index);
    /// The line that the search goes on from, from 1: another one was chosen.
    void setLine(qint64 number);
    /// Opens the bar when there is nothing to look for yet.
    void findNext(bool backward) override;

    bool isCaseSensitive() const;

Q_SIGNALS:
    void found(const odc::LineMatch &match);

protected:
    void leave() override { stop(); }

private:
    void start(bool backward, bool again);
    void take(const Result<std::optional<LineMatch>> &outcome);
    void stop();
    void showProgress();

    std::shared_ptr<const LineIndex> m_index;
    JsonlWorkPtr m_work; ///< of the search that runs; null: none
    qint64 m_line = 1;
    qint64 m_match = -1; ///< where the last match begins in the file; -1: the line was chosen since
    QToolButton *m_case;
    QTimer *m_progress;
};

} // namespace odc
