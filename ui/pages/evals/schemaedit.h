// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace odc {

class JsonEdit;
class TextLabel;
class Theme;

/// The JSON Schema of an item: its properties as a tree with type and required, or the schema itself as JSON.
/// What the tree does not show (enum, pattern, ...) stays as it is.
class SchemaEdit final : public QWidget
{
    Q_OBJECT
public:
    SchemaEdit(const Theme &theme, QWidget *parent = nullptr);

    void setSchema(const QJsonObject &schema);
    const QJsonObject &schema() const { return m_schema; }
    /// Why the JSON side is no schema; empty when it is.
    QString fault() const;
    /// What was said of the schema last; translated.
    void setNote(const QString &text);

Q_SIGNALS:
    void edited();
    void inferRequested();

private:
    void fillTree();
    void fillItem(QTreeWidgetItem *item, const QStringList &path, const QJsonObject &schema, bool required,
                  bool named);
    void addChildren(QTreeWidgetItem *parent, const QStringList &path, const QJsonObject &schema);
    void change(const QJsonObject &schema, const QStringList &select = {});
    void itemChanged(QTreeWidgetItem *item, int column);
    void setType(const QStringList &path, const QString &type);
    void add(const QStringList &parent);
    void removeCurrent();
    void updateButtons();
    QStringList currentPath() const;

    const Theme &m_theme;
    QJsonObject m_schema;
    QTreeWidget *m_tree;
    JsonEdit *m_json;
    QStackedWidget *m_sides;
    TextLabel *m_note;
    QPushButton *m_addInside;
    QPushButton *m_remove;
    QPushButton *m_asJson;
    bool m_filling = false;
};

} // namespace odc
