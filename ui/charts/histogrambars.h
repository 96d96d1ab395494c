// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace odc {

class Theme;

/// How many things there are of each size, as bars. The pointer, or the arrow keys, go from bar to bar; what
/// the bar stands for is said above them and to a screen reader.
class HistogramBars final : public QWidget
{
    Q_OBJECT
public:
    /// Things with more than the bar before, up to so much.
    struct Bar
    {
        qint64 upTo = 0;
        qint64 count = 0;
    };

    explicit HistogramBars(const Theme &theme, QWidget *parent = nullptr);

    /// `limit`: from where on it is too much, marked when it lies among the bars; 0: none.
    void setBars(const QList<Bar> &bars, qint64 limit = 0);
    const QList<Bar> &bars() const { return m_bars; }
    /// "Tokens per example", and what is counted, translated: "examples".
    void setTitles(const QString &title, const QString &counted);
    /// The bar that is spoken of; -1: none.
    int current() const { return m_current; }
    /// "501 to 1,000: 37 examples".
    QString textOf(int bar) const;
    /// All of it, for a spreadsheet.
    QString table() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setCurrent(int bar);
    QRectF plot() const;
    QRectF rectOf(int bar) const;
    qint64 highest() const;

    const Theme &m_theme;
    QList<Bar> m_bars;
    qint64 m_limit = 0;
    QString m_title;
    QString m_counted;
    QString m_all; ///< every bar in words
    int m_current = -1;
};

} // namespace odc
