// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/lineindex.h"

#include <QFileSystemWatcher>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLineEdit;
class QSplitter;

namespace odc {

class ElidedLabel;
class LineFindBar;
class LinePane;
class LinesModel;
class LinesView;
class MessageBar;
class ProgressLine;
class StateOverlay;
class Theme;

/// Reads a file of JSON lines, or of any lines, of any size: a list of its lines, and the chosen one as JSON
/// and as it stands. Nothing of the file is in memory but what is shown. Ctrl+F finds, F3 goes on, Ctrl+G
/// goes to a line.
class JsonlView final : public QWidget
{
    Q_OBJECT
public:
    explicit JsonlView(const Theme &theme, QWidget *parent = nullptr);
    ~JsonlView() override;

    /// Opens a file; the lines come as they are found.
    void open(const QString &path);
    /// The same of what is in memory; `name` tells what kind it is.
    void openContent(const QByteArray &content, const QString &name);
    /// Lines should be JSON, or not: instead of what the name and the first line say. To be called after
    /// opening.
    void setJson(bool json);
    /// Shows nothing, and reads no more.
    void close();
    QString path() const;
    /// Null while nothing is open.
    const LineIndex *index() const { return m_index.get(); }
    /// Shows a line, from 1, as soon as it is known, with the letter at `column` of the raw text selected,
    /// from 1 in UTF-16 units (0: the whole line). Beyond the end it is the last line.
    void goTo(qint64 line, int column = 0);
    /// Of the line shown, from 1; 0: none.
    qint64 currentLine() const;

    LinesView *list() const { return m_list; }
    LinePane *pane() const { return m_pane; }

public Q_SLOTS:
    void reload();
    void openFind();
    void askForLine();

Q_SIGNALS:
    /// All lines are known, or reading failed.
    void ready();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout();
    void start(std::shared_ptr<LineIndex> index, bool isFile);
    void stop();
    void built(const Result<void> &result);
    void tick();
    void say();
    void lookForChanges();
    void sayChanged();
    void select(qint64 line);
    void showMenu(const QPoint &position);

    const Theme &m_theme;
    std::shared_ptr<LineIndex> m_index;
    JsonlWorkPtr m_work; ///< of the index that is built
    LinesModel *m_model;
    LinesView *m_list;
    LinePane *m_pane;
    LineFindBar *m_find;
    MessageBar *m_messages;
    StateOverlay *m_state;
    ElidedLabel *m_summary;
    QLineEdit *m_line;
    ProgressLine *m_progress;
    QSplitter *m_splitter;
    QTimer m_tick; ///< while the index grows
    QTimer m_look; ///< several notes of the file system are one
    QFileSystemWatcher m_watcher;
    qint64 m_wantedLine = 0; ///< to be shown once it is known; 0: none
    int m_wantedColumn = 0;
    QString m_fault; ///< why not one line could be read; empty: they can be, or it is not known yet
    bool m_isFile = false;
    bool m_json = true;
    bool m_isMoving = false; ///< the list follows; what it shows is told otherwise
};

} // namespace odc
