// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace odc {

class LinesModel;
class Theme;

/// The lines of a LinesModel with their numbers, one a row, cut at the edge. Rows are as high as one another
/// and nothing is kept of any of them, so that millions open at once.
class LinesView final : public QAbstractItemView
{
    Q_OBJECT
public:
    LinesView(const Theme &theme, LinesModel &model, QWidget *parent = nullptr);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    void copyRequested();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int rowsOnScreen() const;
    int gutterWidth() const;
    /// What happened to the current line, for a screen reader.
    void tellOfCurrent(int event);
    void tellOfFocus();
    void paintRow(QPainter &painter, int row, const QRect &rect) const;

    const Theme &m_theme;
    LinesModel &m_model;
    int m_hovered = -1;
};

} // namespace odc
