// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonside.h"

#include "api/session.h"
#include "base/background.h"
#include "base/requestlog.h"
#include "ui/forms/jsonedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRowsByHand = 200;
constexpr int pauseMs = 250; ///< after the last change, before a long text is made anew

bool isLong(const QJsonObject &body)
{
    return body.value("data_source"_L1)
               .toObject()
               .value("source"_L1)
               .toObject()
               .value("content"_L1)
               .toArray()
               .size() > mostRowsByHand;
}

} // namespace

JsonSide::JsonSide(const Theme &theme, Session &session, const QString &path, QWidget *parent)
    : QWidget(parent), m_session(session), m_path(path), m_sides(new QStackedWidget(this)),
      m_edit(new JsonEdit(theme, this)), m_view(new JsonView(theme, this)),
      m_note(new TextLabel(theme, Theme::FontRole::Small, Token::Bad, {}, this)), m_soon(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::tight);
    row->addWidget(new SectionLabel(theme, tr("Request"), this));
    row->addStretch(1);
    auto *copyCurl = makeButton(theme, tr("Copy as cURL"), Icon::Terminal, ButtonRole::Link, this);
    copyCurl->setObjectName(u"copyCurl"_s);
    auto *copy = new CopyButton(theme, tr("Copy JSON"), this);
    copy->setObjectName(u"copyJson"_s);
    copy->setSource([this] { return QString::fromUtf8(indentedJson(m_body)); });
    auto *copier = new CopyButton(theme, tr("Copy as cURL"), this); // what copies, with its mark
    copier->setSource([this] { return curl(); });
    copier->hide();
    connect(copyCurl, &QPushButton::clicked, copier, &QToolButton::click);
    row->addWidget(copyCurl);
    row->addWidget(copy);
    layout->addLayout(row);
    m_edit->setObjectName(u"requestJson"_s);
    m_edit->setAccessibleName(tr("Request as JSON"));
    m_edit->setLineNumbersVisible(true);
    m_view->setObjectName(u"requestView"_s);
    m_view->edit()->setAccessibleName(tr("Request as JSON, to read"));
    m_view->setLineNumbersVisible(true);
    m_sides->addWidget(m_edit);
    m_sides->addWidget(m_view);
    layout->addWidget(m_sides, 1);
    m_note->setObjectName(u"requestNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    layout->addWidget(m_note);
    setFocusProxy(m_edit);
    m_soon->setSingleShot(true);
    m_soon->setInterval(pauseMs);
    connect(m_soon, &QTimer::timeout, this, &JsonSide::writeLong);
    connect(m_edit, &JsonEdit::edited, this, [this] {
        showFault();
        Q_EMIT faultChanged();
        if (!fault().isEmpty())
            return;
        m_body = m_edit->json().toObject();
        Q_EMIT edited(m_body);
    });
}

QString JsonSide::fault() const
{
    if (m_sides->currentWidget() != m_edit)
        return {};
    if (!m_edit->fault().message.isEmpty())
        return m_edit->fault().sentence();
    return m_edit->json().isObject() ? QString() : tr("A request is an object.");
}

void JsonSide::showFault()
{
    const QString said = fault();
    m_note->setToken(Token::Bad);
    m_note->setText(said.isEmpty() ? QString() : said + u' ' + tr("The form keeps what it last understood."));
    m_note->setVisible(!said.isEmpty());
}

void JsonSide::setBody(const QJsonObject &body)
{
    if (isLong(body)) {
        m_body = body;
        ++m_round;
        m_sides->setCurrentWidget(m_view);
        m_soon->start();
        m_note->setToken(Token::Secondary);
        m_note->setText(tr("So many rows are shown here, but not edited by hand."));
        m_note->show();
        return;
    }
    if (body == m_body && m_round > 0)
        return; // what a person is writing there, fit or not, stays
    m_body = body;
    ++m_round;
    m_sides->setCurrentWidget(m_edit);
    m_edit->setJson(body);
    showFault();
}

void JsonSide::writeLong()
{
    inBackground(
        this, [body = m_body] { return QJsonDocument(body).toJson(QJsonDocument::Compact); },
        [this, round = m_round](const QByteArray &text) {
            if (round == m_round)
                m_view->setContent(text);
        });
}

QString JsonSide::curl() const
{
    LoggedCall call;
    call.method = "POST";
    call.path = m_path;
    call.url = QUrl(m_session.baseUrl().toString() + m_path).toEncoded();
    call.jsonBody = QJsonDocument(m_body).toJson(QJsonDocument::Compact);
    return RequestLog::toCurl(call);
}

} // namespace odc
