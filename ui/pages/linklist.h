// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace odc {

class TextLabel;
class Theme;

/// Objects that belong to the one whose details are shown, a row each, under a title: each is a link.
class LinkList final : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString label;       ///< "Input"; may be empty
        QString text;        ///< what the link says, or what there is instead of one
        QString id;          ///< empty: no link
        QString note{};      ///< after it, in the secondary colour
        bool isFile = false; ///< it can be looked into and downloaded
        bool isHere = false; ///< it is what is shown: no link either
        friend bool operator==(const Row &, const Row &) = default;
    };
    LinkList(const Theme &theme, const QString &title, QWidget *parent = nullptr);
    /// No rows: nothing is shown, not even the title.
    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const { return m_rows; }

Q_SIGNALS:
    void activated(const QString &id);
    void viewRequested(const QString &id);
    void downloadRequested(const QString &id);

private:
    /// The widgets of a row. They stay for good, hidden while the row has no use for them: so neither the
    /// focus nor the order of Tab is lost when rows come, go and change.
    struct Line
    {
        TextLabel *label = nullptr;
        TextLabel *here = nullptr;
        TextLabel *text = nullptr;
        QPushButton *link = nullptr;
        TextLabel *note = nullptr;
        QToolButton *view = nullptr;
        QToolButton *save = nullptr;
    };
    void addLine();
    void showLine(qsizetype number);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QList<Line> m_lines; ///< at least as many as rows
    QList<Row> m_rows;
};

/// An id for a narrow place: both ends of it, which tell ids apart.
QString shortId(const QString &id);

} // namespace odc
