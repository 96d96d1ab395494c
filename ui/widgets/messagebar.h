// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace odc {

class Theme;
class CopyButton;
class StateLabel;
struct ApiError;

/// What the bar says. Details are shown on demand and can be copied.
struct Message
{
    enum class Kind { Info, Ok, Warning, Error };

    Kind kind = Kind::Info;
    QString text;
    QString details{};    ///< HTTP status, code, request id; empty: no expander
    QString actionText{}; ///< "Try again"; empty: no button
    QList<QPair<QString, QString>> choices{}; ///< more buttons before it: id and text
    QString key{};        ///< dismiss(key) takes only this message away
    bool closable = true;
};

/// The one place of a page where it speaks up. A new message replaces the one shown; there is no stack.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(const Theme &theme, QWidget *parent = nullptr);

    void showMessage(const Message &message);
    /// What went wrong, what to do about it, and what the service said as the details.
    void showError(const QString &key, const QString &text, const ApiError &error);
    /// Hides the bar; with a key only when it shows the message of that key.
    void dismiss(const QString &key = {});
    bool isShowing() const { return m_showing; }
    const Message &message() const { return m_message; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The button was pressed; the bar stays until dismissed or replaced.
    void actionTriggered(const QString &key);
    /// One of the message's choices was pressed.
    void choiceTriggered(const QString &key, const QString &choice);
    void closed(const QString &key);
    /// Nothing is said any more, whoever took it away.
    void wentAway();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeDetails();
    void showDetails(bool show);
    void showChoices();

    const Theme &m_theme;
    Message m_message;
    bool m_showing = false;
    StateLabel *m_mark;
    QLabel *m_text;
    QPushButton *m_more;
    QPushButton *m_action;
    QHBoxLayout *m_line;
    QList<QPushButton *> m_choices;
    QToolButton *m_close;
    QWidget *m_detailsBox;
    QPlainTextEdit *m_details = nullptr; ///< from the first message that has some
};

} // namespace odc
