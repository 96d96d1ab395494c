// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchfilter.h"

#include <QPlainTextEdit>
#include <QWidget>

class QPushButton;

namespace odc {

class ChipBar;
class Theme;

/// One or more queries, one a line: Enter runs them, Shift+Enter begins another line. As high as its lines,
/// up to a few.
class LabQueryEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit LabQueryEdit(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void runRequested();
    /// Down, in the last line.
    void leaveRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fit();

    const Theme &m_theme;
};

/// The query, what runs it, and the conditions that all settings share.
class LabQueryBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LabQueryBar(const Theme &theme, QWidget *parent = nullptr);

    LabQueryEdit *edit() const { return m_edit; }
    /// As it is searched for: without blank lines.
    QString query() const;
    void setQuery(const QString &text);
    void setFilter(const SearchFilter &filter);
    /// While it runs, the button stops it.
    void setRunning(bool running);
    void setAddEnabled(bool enabled);

Q_SIGNALS:
    void runRequested();
    void stopRequested();
    void settingRequested();
    void queryEdited();
    void leaveRequested();
    /// A condition is to be changed; -1: another one.
    void conditionRequested(int number);
    void conditionRemoved(int number);

private:
    const Theme &m_theme;
    LabQueryEdit *m_edit;
    QPushButton *m_run;
    QPushButton *m_add;
    ChipBar *m_chips;
    bool m_running = false;
};

} // namespace odc
