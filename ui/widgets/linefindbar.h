// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/lineindex.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QTimer;
class QToolButton;

namespace odc {

class TextLabel;
class Theme;

/// Search in an indexed file, on the thread pool: Enter or F3 forward, with Shift back, Escape closes. Hidden
/// until opened.
class LineFindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LineFindBar(const Theme &theme, QWidget *parent = nullptr);
    ~LineFindBar() override;

    /// Null: there is nothing to search. Ends a search that runs.
    void setIndex(std::shared_ptr<const LineIndex> index);
    /// The line that the search goes on from, from 1: another one was chosen.
    void setLine(qint64 number);
    void open();
    void close();
    /// Opens the bar when there is nothing to look for yet.
    void findNext(bool backward);

    QString text() const;
    bool isCaseSensitive() const;

Q_SIGNALS:
    void found(const odc::LineMatch &match);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void start(bool backward, bool again);
    void take(const Result<std::optional<LineMatch>> &result);
    void stop();
    void showProgress();

    std::shared_ptr<const LineIndex> m_index;
    JsonlWorkPtr m_work; ///< of the search that runs; null: none
    qint64 m_line = 1;
    qint64 m_match = -1; ///< where the last match begins in the file; -1: the line was chosen since
    QLineEdit *m_edit;
    QToolButton *m_case;
    TextLabel *m_result;
    QTimer *m_progress;
};

} // namespace odc
