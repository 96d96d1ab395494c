// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace odc {

class HintLabel;
class TextLabel;
class Theme;

/// Attributes of a file of a store: name, kind and value, at most sixteen. What is not allowed is said while
/// it is typed.
class AttributesEdit final : public QWidget
{
    Q_OBJECT
public:
    AttributesEdit(const Theme &theme, const QString &accessibleName, QWidget *parent = nullptr);

    void setAttributes(const QJsonObject &attributes);
    /// Rows without a name and a value are none.
    QJsonObject attributes() const;
    /// Translated; empty: it can be sent.
    QString problem() const;
    /// Goes to the row that has the problem.
    void focusProblem();

Q_SIGNALS:
    void edited();

private:
    enum Kind { Text, Number, Boolean };
    struct Row
    {
        QLineEdit *name;
        QComboBox *kind;
        QLineEdit *value;
        QComboBox *choice; ///< instead of the value: yes or no
        QToolButton *remove;
    };

    void addRow(const QString &name, const QJsonValue &value);
    void removeRow(int at);
    int rowOf(const QObject *widget) const;
    QString rowProblem(int at) const;
    static QJsonValue valueOf(const Row &row);
    static bool isBlank(const Row &row);
    void changed();
    void showKind(const Row &row);
    void showProblem();

    const Theme &m_theme;
    QGridLayout *m_grid;
    QPushButton *m_add;
    HintLabel *m_note;
    QList<Row> m_rows;
};

} // namespace odc
