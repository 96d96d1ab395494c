// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace odc {

class Theme;

/// Pairs of name and text. Values that are no texts, as filters may have, are shown as JSON and stay what
/// they are.
class MetadataEdit final : public QWidget
{
    Q_OBJECT
public:
    MetadataEdit(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

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
        QJsonValue other; ///< a value that is no text, as long as nobody writes over it
    };

    void addRow(const QString &name, const QJsonValue &value);
    void removeRow(QWidget *button);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QPushButton *m_add;
    QList<Row> m_rows;
};

} // namespace odc
