// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/cellvalue.h"

#include <QList>
#include <QWidget>

#include <optional>

class QTimer;

namespace odc {

class CodeEdit;
class FindBar;
class Theme;

/// A piece of a transcript: who speaks, and what.
struct TranscriptSection
{
    QString title; ///< translated: "User", "Answer"
    QString text;
    Tone tone = Tone::None; ///< of the title
    bool monospace = false;

    bool operator==(const TranscriptSection &) const = default;
};

/// Sections one below the other as one text: wrapped, scrolled, selected and searched (Ctrl+F) as a whole. It is put in
/// piece by piece, so that any length keeps the window alive.
class TranscriptView : public QWidget
{
    Q_OBJECT
public:
    explicit TranscriptView(const Theme &theme, QWidget *parent = nullptr);

    /// The same sections again change nothing, so a refresh does not move what is being read.
    void setSections(const QList<TranscriptSection> &sections);
    /// What a screen reader calls the text; translated.
    void setTextName(const QString &name);
    QString plainText() const;
    bool isLoading() const { return m_next < m_pieces.size(); }

public Q_SLOTS:
    void openFind();

private:
    enum class Style { Title, Body, Mono };
    struct Piece
    {
        QString text;
        Style style;
        Tone tone;
    };

    void show();
    void add(const QString &text, Style style, Tone tone = Tone::None);
    void insertPieces();

    const Theme &m_theme;
    CodeEdit *m_edit;
    FindBar *m_find;
    QTimer *m_inserting;
    QList<TranscriptSection> m_sections;
    QList<Piece> m_pieces;
    qsizetype m_next = 0; ///< the piece to put in next
};

} // namespace odc
