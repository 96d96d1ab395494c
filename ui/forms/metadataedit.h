// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace odc {

class TextLabel;
class Theme;

/// Pairs of name and text. Values that are no texts, as filters may have, are shown as JSON and stay what
/// they are.
class MetadataEdit final : public QWidget
{
    Q_OBJECT
public:
    MetadataEdit(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    /// Above these nothing is taken: no more pairs can be added, and what is longer is counted and marked. Without
    /// limits anything goes. Lengths in characters.
    void setLimits(int pairs, int name, int value);
    void setPairs(const QJsonObject &pairs);
    QJsonObject pairs() const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QLineEdit *name;
        QLineEdit *value;
        QToolButton *remove;
        TextLabel *count;
        QJsonValue other; ///< a value that is no text, as long as nobody writes over it
    };

    void addRow(const QString &name, const QJsonValue &value);
    void removeRow(QWidget *button);
    void showLimits();

    const Theme &m_theme;
    QGridLayout *m_grid;
    QPushButton *m_add;
    TextLabel *m_full;
    QList<Row> m_rows;
    int m_mostPairs = 0; ///< 0: there are no limits
    int m_longestName = 0;
    int m_longestValue = 0;
};

} // namespace odc
