// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsonl/shownline.h"

#include <QWidget>

#include <memory>

class QTabWidget;
class QToolButton;

namespace odc {

class CodeEdit;
class CopyButton;
class ElidedLabel;
class JsonView;
class StateLabel;
class TextLabel;
class Theme;

/// One line of an indexed file: as JSON, indented and coloured, and as it stands, in parts where it is long.
/// Reads on the thread pool.
class LinePane final : public QWidget
{
    Q_OBJECT
public:
    explicit LinePane(const Theme &theme, QWidget *parent = nullptr);

    /// Null: nothing.
    void setIndex(std::shared_ptr<const LineIndex> index, bool json);
    /// `column` from 1 in UTF-16 units brings the raw text to the front with that letter selected; 0: the
    /// whole line.
    void showLine(qint64 number, int column = 0);
    /// Selects what was found.
    void showMatch(const LineMatch &match, const QString &text, bool caseSensitive);
    void clear();

    qint64 line() const { return m_number; }
    /// To the clipboard; nothing where the line is too long.
    void copyRaw();
    void copyJson();

Q_SIGNALS:
    void findRequested();

private:
    /// A stretch of the line that is to be selected, in bytes from its beginning.
    struct Target
    {
        qint64 from = -1; ///< -1: nothing
        qint64 size = 0;
        int column = 0; ///< instead of `from`
    };
    struct Loaded;

    void load(qint64 number, const Target &target, qint64 partFrom);
    void take(const Loaded &loaded);
    void showHeader(const ShownLine &line, const QByteArray &end);
    void showParts();
    void turnPart(int by);
    void selectFound();
    static Loaded read(const LineIndex &index, bool json, qint64 number, Target target, qint64 partFrom);

    const Theme &m_theme;
    std::shared_ptr<const LineIndex> m_index;
    bool m_json = true;
    qint64 m_number = 0;
    qint64 m_size = 0;
    qint64 m_partFrom = 0;
    qint64 m_partSize = 0;
    quint64 m_round = 0; ///< of what is read: another line may be wanted by then
    QByteArray m_whole;  ///< empty where it is too long
    QString m_found;     ///< to be selected in the JSON, too
    bool m_foundCase = false;

    ElidedLabel *m_title;
    StateLabel *m_state;
    ElidedLabel *m_why;
    CopyButton *m_copyRaw;
    CopyButton *m_copyJson;
    QTabWidget *m_tabs;
    JsonView *m_pretty;
    QWidget *m_rawPage;
    CodeEdit *m_raw;
    QWidget *m_parts;
    TextLabel *m_part;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace odc
