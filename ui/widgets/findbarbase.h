// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace odc {

class TextLabel;
class Theme;

/// What a search inside a view has: a line to type in, a word on what came of it, and the keys: Enter or F3
/// forward, with Shift back, Escape closes. Hidden until opened.
class FindBarBase : public QWidget
{
    Q_OBJECT
public:
    /// Shows the bar, ready to type over `text`, or what suggests itself.
    void open(const QString &text = {});
    void close();
    QString text() const;
    virtual void findNext(bool backward) = 0;

Q_SIGNALS:
    void closed();

protected:
    /// `hint` says what is searched; translated.
    FindBarBase(const Theme &theme, const QString &hint, QWidget *parent);

    /// Between the word on what came of it and the arrows.
    void addOption(QToolButton *option);
    QLineEdit *edit() const { return m_edit; }
    TextLabel *result() const { return m_result; }

    /// What a person looks for most likely.
    virtual QString suggestion() const { return {}; }
    virtual void opened() {}
    /// It is hidden now; what runs is to end.
    virtual void leave() {}

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_edit;
    TextLabel *m_result;
};

} // namespace odc
