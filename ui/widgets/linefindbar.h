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

/// Search in an indexed file, on the thread pool: Enter or F3 forward, with Shift back, Escape closes. Hidden until opened.
class LineFindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LineFindBar(const Theme &theme, QWidget *parent = nullptr);
    ~LineFindBar() override;

    /// Null: there is nothing to search. Ends a search that runs.
    void setIndex(std::shared_ptr<const LineIndex> index);
    /// Where the search goes on from, in bytes of the file.
    void setPlace(qint64 offset);
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
    void start(qint64 from, bool backward);
    void take(const Result<std::optional<LineMatch>> &result);
    void stop();
    void showProgress();

    std::shared_ptr<const LineIndex> m_index;
    JsonlWorkPtr m_work; ///< of the search that runs; null: none
    qint64 m_place = 0;  ///< the line shown begins here, or the last match does
    qint64 m_matchSize = 0;
    QLineEdit *m_edit;
    QToolButton *m_case;
    TextLabel *m_result;
    QTimer *m_progress;
};

} // namespace odc
