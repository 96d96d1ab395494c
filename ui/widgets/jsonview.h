// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QTimer;

namespace odc {

class Theme;
class FindBar;

/// The text area of JsonView: colours only the lines in view, so that megabytes open at once.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(const Theme &theme, QWidget *parent = nullptr);
    void setHighlighting(bool json);
    void setLineNumbersVisible(bool visible);
    bool lineNumbersVisible() const { return m_numbers; }

Q_SIGNALS:
    void findRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void colourVisible();
    void placeGutter();
    void paintGutter();

    const Theme &m_theme;
    QWidget *m_gutter;
    int m_stamp = 0; // blocks that carry it are coloured for the theme shown
    bool m_json = true;
    bool m_numbers = false;
};

/// Reads JSON and other text: coloured, searchable (Ctrl+F), wrapped or not, with or without line numbers.
/// Texts are prepared on the thread pool and put in piece by piece, so any size keeps the window alive.
class JsonView : public QWidget
{
    Q_OBJECT

public:
    enum class Format {
        Json,      ///< shown indented
        JsonLines, ///< coloured, lines as they are
        Plain,
    };

    explicit JsonView(const Theme &theme, QWidget *parent = nullptr);

    /// Shows `text`. The same text again changes nothing, so a refresh does not move what is being read.
    void setContent(const QByteArray &text, Format format = Format::Json);
    void clear();
    /// The text as it was given, for copying and saving: not cut, not indented.
    QByteArray content() const { return m_content; }
    /// True until the last piece of the text is in.
    bool isLoading() const { return m_loading; }

    void setWrapped(bool wrapped);
    bool isWrapped() const;
    void setLineNumbersVisible(bool visible);
    /// Takes only the height its lines need, up to `lines`; 0 fills the room there is.
    void setHeightInLines(int lines);

    /// Ctrl+F is somebody else's: see findRequested().
    void setOwnFind(bool own) { m_ownFind = own; }

    CodeEdit *edit() const { return m_edit; }

public Q_SLOTS:
    void openFind();

Q_SIGNALS:
    void loaded();
    /// A search is wanted, and not that of this view.
    void findRequested();

private:
    void showPrepared(const QString &text);
    void insertPiece();
    void showMenu(const QPoint &pos);

    CodeEdit *m_edit;
    FindBar *m_find;
    QTimer *m_inserting;
    QByteArray m_content;
    Format m_format = Format::Plain;
    QString m_prepared;
    qsizetype m_inserted = 0;
    quint64 m_round = 0; // which setContent() a prepared text belongs to
    bool m_loading = false;
    bool m_ownFind = true;
};

} // namespace odc
