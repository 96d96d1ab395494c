// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stores/searchfilter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace odc {

class Theme;

/// A part of a filter that can be edited: a condition, a group, or what cannot be shown as either.
class FilterPart : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual SearchFilter filter() const = 0;
    /// Fields whose text is no value; paths from this part on.
    virtual QList<FormProblem> faults() const { return {}; }
    /// The keyboard goes to the field that `path` is about, seen from this part.
    virtual void focusAt(const QString &path) = 0;

Q_SIGNALS:
    void edited();
    void removeRequested();
};

/// Key, comparison and value.
class FilterConditionEdit final : public FilterPart
{
    Q_OBJECT
public:
    FilterConditionEdit(const Theme &theme, const QStringList &keys, const SearchFilter &condition,
                        QWidget *parent);

    SearchFilter filter() const override;
    QList<FormProblem> faults() const override;
    void focusAt(const QString &path) override;

private:
    enum Kind { Text, Number, Boolean, Texts, Numbers, Json };
    static Kind kindOf(const QJsonValue &value, const QString &op);
    static QString textOf(const QJsonValue &value, Kind kind);
    /// Undefined when the text is none of the kind.
    static QJsonValue valueOf(const QString &text, Kind kind);
    Kind kind() const;
    void offerKinds(Kind wanted);
    void takeOp();
    void takeValue();

    QComboBox *m_key;
    QComboBox *m_op;
    QComboBox *m_kind;
    QLineEdit *m_value;
    QComboBox *m_boolean;
    QJsonValue m_last; ///< the last that was a value
    bool m_fault = false;
};

/// What the editor does not know; it can be kept or taken away.
class FilterOtherView final : public FilterPart
{
    Q_OBJECT
public:
    FilterOtherView(const Theme &theme, const SearchFilter &other, QWidget *parent);
    SearchFilter filter() const override { return m_filter; }
    void focusAt(const QString &) override { setFocus(); }

private:
    SearchFilter m_filter;
};

/// Parts of which all or any have to hold. The outermost one may be empty.
class FilterGroupEdit final : public FilterPart
{
    Q_OBJECT
public:
    FilterGroupEdit(const Theme &theme, const QStringList &keys, bool outermost, QWidget *parent);

    void setFilter(const SearchFilter &filter);
    SearchFilter filter() const override;
    QList<FormProblem> faults() const override;
    void focusAt(const QString &path) override;
    void focusPart(int number);
    /// A blank one at the end, with the keyboard in it.
    void addCondition();
    void addGroup();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FilterPart *add(const SearchFilter &part);
    void remove(FilterPart *part);
    /// A path inside of a part is that of the whole: it is not joined with others.
    bool isTransparent() const;

    const Theme &m_theme;
    const QStringList m_keys;
    const bool m_outermost;
    QComboBox *m_kind;
    QVBoxLayout *m_layout;
    QWidget *m_buttons;
    QList<FilterPart *> m_parts;
};

} // namespace odc
