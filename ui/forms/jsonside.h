// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QStackedWidget;
class QTimer;

namespace odc {

class CopyButton;
class JsonEdit;
class JsonView;
class Session;
class TextLabel;
class Theme;

/// The request as it will be sent, beside the form that makes it: written in either, both say the same. What
/// is too long to be written by hand is shown only.
class JsonSide final : public QWidget
{
    Q_OBJECT
public:
    /// `path` of the request below the base URL, for the copies.
    JsonSide(const Theme &theme, Session &session, const QString &path, QWidget *parent = nullptr);

    void setBody(const QJsonObject &body);
    /// Why what stands there is no request; empty when it is one.
    QString fault() const;
    JsonEdit *edit() const { return m_edit; }

Q_SIGNALS:
    /// A person wrote a request.
    void edited(const QJsonObject &body);
    /// What stands there became a request, or is none any more.
    void faultChanged();

private:
    void showFault();
    void writeLong();
    QString curl() const;

    Session &m_session;
    const QString m_path;
    QJsonObject m_body;
    QStackedWidget *m_sides;
    JsonEdit *m_edit;
    JsonView *m_view;
    TextLabel *m_note;
    QTimer *m_soon;
    quint64 m_round = 0; ///< of the long text on its way
};

} // namespace odc
