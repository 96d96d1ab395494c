// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batches/batchtext.h"
#include "ui/widgets/transcriptview.h"

#include <QList>
#include <QWidget>

#include <memory>

class QAction;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace odc {

class CopyButton;
class ElidedLabel;
class JsonView;
class StateLabel;
class TextLabel;
class Theme;

/// One request of a batch and its answer, readable, side by side or as the lines they are. Lines are read on
/// the pool.
class RequestView final : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Request, Answer, Both, Raw };

    /// `tools` are buttons beside the title.
    RequestView(const Theme &theme, const QList<QAction *> &tools, QWidget *parent = nullptr);

    /// `number` is the row's, `awaited`: its answer may still come.
    void showRow(std::shared_ptr<const BatchResults> results, int number, bool awaited);
    void clear();
    void showTab(Tab tab);

private:
    /// What is read of a row, to be shown.
    struct Content
    {
        BatchReading reading;
        QList<TranscriptSection> request;
        QList<TranscriptSection> answer;
        QByteArray raw;
    };
    void read();
    void present(const Content &content);
    void showHead(const BatchReading &reading);
    void followTab();

    const Theme &m_theme;
    std::shared_ptr<const BatchResults> m_results;
    int m_row = -1;
    bool m_awaited = false;
    quint64 m_round = 0;
    QTimer *m_soon;
    TextLabel *m_nothing;
    QWidget *m_content;
    ElidedLabel *m_title;
    CopyButton *m_copyId;
    StateLabel *m_state;
    ElidedLabel *m_place;
    ElidedLabel *m_about;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QSplitter *m_split;
    TranscriptView *m_request;
    TranscriptView *m_answer;
    JsonView *m_json;
};

} // namespace odc
