// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/outputitemsmodel.h"
#include "ui/context/pagecontext.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace odc {

class CopyButton;
class FieldGrid;
class JsonView;
class NoteEdit;
class StateLabel;
class TextLabel;
class TranscriptView;

/// One output item: what was asked, answered and expected as a transcript, what each criterion gave beside it, and the
/// JSON. The person's note is edited here.
class ItemDetails final : public QWidget
{
    Q_OBJECT
public:
    ItemDetails(const PageContext &context, const OutputItemsModel &model, QWidget *parent = nullptr);

    /// Buttons of the header, left to right.
    void setTools(const QList<QAction *> &tools);
    /// The item to show; `others` more are selected beside it.
    void setItem(const OutputItemRow &row, int others);
    void clear();
    QString itemId() const { return m_id; }
    /// Puts the cursor into the note.
    void editNote();

Q_SIGNALS:
    void noteChanged(const QString &itemId, const QString &note);
    /// The person is done here: the list has the keyboard again.
    void left();

private:
    void buildHeader(const Theme &theme);
    void buildContent(const Theme &theme);
    void showFields(const OutputItemRow &row);
    void takeCriteria();

    PageContext m_context;
    const OutputItemsModel &m_model;
    QString m_id;
    QList<QByteArray> m_criteria; ///< which have fields
    QWidget *m_content;
    TextLabel *m_nothing;
    QHBoxLayout *m_header;
    TextLabel *m_title;
    StateLabel *m_verdict;
    StateLabel *m_mark;
    TextLabel *m_others;
    CopyButton *m_copyAnswer;
    NoteEdit *m_note;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    TranscriptView *m_transcript;
    FieldGrid *m_fields;
    JsonView *m_json;
};

} // namespace odc
