// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/chunktext.h"

#include <QList>
#include <QStringList>
#include <QTextEdit>
#include <QWidget>

#include <functional>
#include <optional>

class QTimer;

namespace odc {

class CodeEdit;
class Theme;

/// Chunks one below the other as one text, each under a line that says which it is; what repeats the one
/// before is marked. Only so many around the place being read are in it, and more come as it is scrolled, so
/// that any length opens at once.
class ChunkView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChunkView(const Theme &theme, QWidget *parent = nullptr);

    /// `heading` is the line above a chunk, `overlap` how many characters at its beginning repeat the one
    /// before.
    void setChunks(const QStringList &chunks, std::function<QString(int)> heading,
                   std::function<int(int)> overlap);
    /// Its heading comes to the top.
    void showChunk(int chunk);
    /// The same of a chunk that was found by some words: its heading stands out, the words are marked, and
    /// the first of them is in view. It stays marked as long as these chunks are shown.
    void showFound(int chunk, const QList<chunktext::Match> &words);
    /// The chunk at the top; -1: none.
    int chunkAtTop() const;
    void setMonospace(bool monospace);
    /// All of these are marked, the current one more; none is current: -1.
    void setMatches(const QList<chunktext::Match> &matches, qsizetype current);
    CodeEdit *edit() const { return m_edit; }
    QString selectedText() const;
    bool isLoading() const;

Q_SIGNALS:
    /// Another chunk is at the top because the person scrolled.
    void scrolledTo(int chunk);
    void findRequested();

private:
    /// A chunk that is in the text.
    struct Shown
    {
        int chunk;
        int heading;             ///< where its heading begins
        int text;                ///< where its text begins
        int end;                 ///< behind it
        QList<qsizetype> breaks; ///< where the text has a line end that is not the chunk's
    };

    void rebuild(int from);
    Shown insert(int chunk, int at);
    void appendNext();
    void prependOne();
    void scrolled();
    void scrollToPosition(int position);
    std::optional<qsizetype> shownAt(int chunk) const;
    int positionOf(const Shown &shown, qsizetype offset) const;
    void mark();
    QTextEdit::ExtraSelection markOf(const Shown &shown, const chunktext::Match &match) const;

    const Theme &m_theme;
    CodeEdit *m_edit;
    QTimer *m_growing;
    QStringList m_chunks;
    std::function<QString(int)> m_heading;
    std::function<int(int)> m_overlap;
    QList<Shown> m_shown;
    QList<chunktext::Match> m_matches;
    qsizetype m_current = -1;
    int m_foundChunk = -1; ///< -1: none
    QList<chunktext::Match> m_found;
    bool m_monospace = false;
    bool m_moving = false; ///< scrolled by us
};

} // namespace odc
