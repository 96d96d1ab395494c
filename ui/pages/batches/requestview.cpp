// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestview.h"

#include "base/background.h"
#include "base/format.h"
#include "lists/batchresultsmodel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int readAfterMs = 30; ///< who runs through the rows does not want each read

QString roleTitle(const QString &role, bool answer)
{
    static const auto known = [](const QString &wire, bool answers) -> QString {
        if (wire == "assistant"_L1)
            return answers ? RequestView::tr("Answer") : RequestView::tr("Assistant");
        if (wire == "user"_L1)
            return RequestView::tr("User");
        if (wire == "system"_L1 || wire == "developer"_L1)
            return RequestView::tr("System");
        if (wire == "input"_L1)
            return RequestView::tr("Input");
        if (wire == "prompt"_L1)
            return RequestView::tr("Prompt");
        if (wire == "reasoning"_L1)
            return RequestView::tr("Reasoning");
        if (wire == "tool call"_L1)
            return RequestView::tr("Tool call");
        if (wire == "tool"_L1)
            return RequestView::tr("Tool");
        if (wire == "revised prompt"_L1)
            return RequestView::tr("Revised prompt");
        if (wire == "request"_L1)
            return RequestView::tr("Request");
        return wire == "line"_L1 ? RequestView::tr("A line that is no JSON") : wire;
    };
    return format::oneLine(known(role, answer), 60);
}

QList<TranscriptSection> sections(const QList<BatchMessage> &messages, bool answer)
{
    QList<TranscriptSection> sections;
    for (const BatchMessage &message : messages) {
        TranscriptSection section;
        section.title = roleTitle(message.role, answer);
        section.text = message.text;
        const QChar start = message.text.isEmpty() ? QChar() : message.text.at(0);
        if (start == u'{' || start == u'[') {
            // Structured answers are easier to read with their lines.
            const QJsonDocument json = message.text.size() < 200'000
                                           ? QJsonDocument::fromJson(message.text.toUtf8())
                                           : QJsonDocument();
            if (!json.isNull())
                section.text = QString::fromUtf8(json.toJson(QJsonDocument::Indented)).trimmed();
            section.monospace = !json.isNull();
        }
        section.monospace = section.monospace || message.role == "tool call"_L1 || message.role == "line"_L1;
        sections << section;
    }
    return sections;
}

QString withoutAnswer(BatchRowState state, bool awaited)
{
    if (awaited)
        return RequestView::tr("Its answer comes when the batch has ended.");
    switch (state) {
    case BatchRowState::Expired:
        return RequestView::tr("The batch's time was over before this request was answered.");
    case BatchRowState::Cancelled:
        return RequestView::tr("The batch was cancelled before this request was answered.");
    case BatchRowState::Missing:
        return RequestView::tr("None of the files has an answer to this request.");
    default:
        return {};
    }
}

} // namespace

RequestView::RequestView(const Theme &theme, const QList<QAction *> &tools, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_soon(new QTimer(this)),
      m_nothing(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary,
                              tr("Select a request to read it and its answer."), this)),
      m_content(new QWidget(this)),
      m_title(new ElidedLabel(theme, Theme::FontRole::Heading, Token::Text, m_content)),
      m_copyId(new CopyButton(theme, tr("Copy the custom_id"), m_content)),
      m_state(new StateLabel(theme, m_content)),
      m_place(new ElidedLabel(theme, Theme::FontRole::Mono, Token::Secondary, m_content)),
      m_about(new ElidedLabel(theme, Theme::FontRole::Body, Token::Secondary, m_content)),
      m_tabs(new QTabBar(m_content)), m_stack(new QStackedWidget(m_content)),
      m_split(new QSplitter(Qt::Horizontal, m_stack)), m_request(new TranscriptView(theme, m_split)),
      m_answer(new TranscriptView(theme, m_split)), m_json(new JsonView(theme, m_stack))
{
    setObjectName(u"requestView"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    outer->addWidget(m_nothing, 1);
    outer->addWidget(m_content, 1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::inside);
    m_title->setObjectName(u"requestTitle"_s);
    m_title->setElideMode(Qt::ElideMiddle);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    head->addWidget(m_title);
    head->addWidget(m_copyId);
    head->addStretch(1);
    for (QAction *action : tools) {
        auto *button = new ActionButton(action, ButtonRole::Flat, m_content, true);
        head->addWidget(button);
    }
    layout->addLayout(head);
    m_place->setObjectName(u"requestPlace"_s);
    m_place->setElideMode(Qt::ElideMiddle);
    layout->addWidget(m_place);
    auto *about = new QHBoxLayout;
    about->setSpacing(metrics::inside);
    m_state->setObjectName(u"requestState"_s);
    m_about->setObjectName(u"requestAbout"_s);
    about->addWidget(m_state);
    about->addWidget(m_about, 1);
    layout->addLayout(about);
    m_tabs->setObjectName(u"requestTabs"_s);
    m_tabs->setAccessibleName(tr("Request and answer"));
    m_tabs->setExpanding(false);
    for (const QString &title : {tr("Request"), tr("Answer"), tr("Both"), tr("Raw")})
        m_tabs->addTab(title);
    layout->addWidget(m_tabs);
    m_split->setChildrenCollapsible(false);
    m_request->setObjectName(u"requestText"_s);
    m_request->setTextName(tr("The request"));
    m_answer->setObjectName(u"answerText"_s);
    m_answer->setTextName(tr("The answer"));
    m_split->addWidget(m_request);
    m_split->addWidget(m_answer);
    m_stack->addWidget(m_split);
    m_json->setObjectName(u"requestJson"_s);
    m_json->setAccessibleName(tr("The lines of request and answer as JSON"));
    m_stack->addWidget(m_json);
    layout->addWidget(m_stack, 1);
    m_soon->setSingleShot(true);
    m_soon->setInterval(readAfterMs);
    connect(m_soon, &QTimer::timeout, this, &RequestView::read);
    connect(m_tabs, &QTabBar::currentChanged, this, &RequestView::followTab);
    m_tabs->setCurrentIndex(Answer);
    clear();
}

void RequestView::followTab()
{
    const int tab = m_tabs->currentIndex();
    m_request->setVisible(tab == Request || tab == Both);
    m_answer->setVisible(tab == Answer || tab == Both);
    m_stack->setCurrentWidget(tab == Raw ? static_cast<QWidget *>(m_json) : m_split);
    if (tab == Both)
        m_split->setSizes({1000, 1000});
}

void RequestView::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void RequestView::showRow(std::shared_ptr<const BatchResults> results, int number, bool awaited)
{
    if (results == m_results && number == m_row && awaited == m_awaited)
        return;
    m_results = std::move(results);
    m_row = number;
    m_awaited = awaited;
    ++m_round;
    m_soon->start();
}

void RequestView::clear()
{
    m_soon->stop();
    ++m_round;
    m_results.reset();
    m_row = -1;
    m_content->hide();
    m_nothing->show();
}

void RequestView::read()
{
    inBackground(
        this,
        [results = m_results, number = m_row] {
            const BatchRow &row = results->rows[size_t(number)];
            BatchTextReader reader(results);
            Content content;
            content.reading = reader.reading(row);
            // Here, too: a long talk has many texts that are JSON and get their lines.
            content.request = sections(content.reading.request, false);
            content.answer = sections(content.reading.answer, true);
            if (!content.reading.tooLong) {
                const auto orNull = [](const QByteArray &line) {
                    return line.isEmpty() ? QByteArray("null") : line;
                };
                content.raw = "{\"input\":" + orNull(reader.inputLine(row)) +
                              ",\"output\":" + orNull(reader.answerLine(row)) + '}';
            }
            return content;
        },
        [this, round = m_round](const Content &content) {
            if (round == m_round)
                present(content);
        });
}

void RequestView::showHead(const BatchReading &reading)
{
    const BatchRow &row = m_results->rows[size_t(m_row)];
    m_title->setFullText(reading.customId.isEmpty() ? tr("A line without a custom_id")
                                                    : format::oneLine(reading.customId));
    m_copyId->setCopyText(reading.customId);
    m_copyId->setVisible(!reading.customId.isEmpty());
    QStringList place;
    if (const qint64 line = m_results->inputLineNumber(size_t(m_row)); line > 0)
        place << tr("line %1").arg(format::number(line));
    if (!reading.requestId.isEmpty())
        place << u"request_id "_s + format::oneLine(reading.requestId);
    m_place->setFullText(place.join(u" · "_s));
    m_place->setVisible(!place.isEmpty());
    m_state->setState(m_awaited ? Tone::Running : BatchResultsModel::stateTone(row.state),
                      m_awaited ? tr("to come") : BatchResultsModel::stateText(row.state));
    QStringList about;
    if (row.httpStatus > 0)
        about << tr("HTTP %1").arg(row.httpStatus);
    if (!reading.model.isEmpty())
        about << format::oneLine(reading.model, 60);
    if (row.inputTokens + row.outputTokens > 0)
        about << tr("%1 + %2 tokens", "in, out")
                     .arg(format::number(row.inputTokens), format::number(row.outputTokens));
    if (!reading.finishReason.isEmpty() && reading.finishReason != "stop"_L1)
        about << format::oneLine(reading.finishReason, 40);
    if (row.answer.isThere() && m_results->files.at(row.file).attempt > 0)
        about << tr("attempt %1").arg(m_results->files.at(row.file).attempt + 1);
    if (row.isDuplicate)
        about << tr("answered twice");
    else if (!row.input.isThere() && !m_results->input.isEmpty())
        about << tr("nobody asked for it");
    m_about->setFullText(about.join(u" · "_s));
}

void RequestView::present(const Content &content)
{
    const BatchReading &reading = content.reading;
    const BatchRow &row = m_results->rows[size_t(m_row)];
    m_nothing->hide();
    m_content->show();
    showHead(reading);
    QList<TranscriptSection> request = content.request;
    QList<TranscriptSection> answer;
    if (!reading.errorMessage.isEmpty() || !reading.errorCode.isEmpty() || !reading.errorType.isEmpty()) {
        QStringList words{reading.errorMessage};
        const auto word = [&words](const QString &name, const QString &value) {
            if (!value.isEmpty())
                words << name + u": "_s + value;
        };
        word(u"code"_s, reading.errorCode);
        word(u"type"_s, reading.errorType);
        word(u"param"_s, reading.errorParam);
        words.removeAll(QString());
        TranscriptSection section;
        section.title = tr("Error");
        section.text = words.join(u'\n');
        section.tone = row.state == BatchRowState::Failed ? Tone::Failed : Tone::Attention;
        answer << section;
    }
    answer << content.answer;
    if (const QString why = withoutAnswer(row.state, m_awaited); !why.isEmpty())
        answer << TranscriptSection{tr("No answer"), why, Tone::Attention};
    if (reading.tooLong) {
        const QString text = tr("A line of %1: open the file to read it.");
        if (row.input.size > BatchTextReader::longestLine)
            request = {{tr("Request"), text.arg(format::size(row.input.size))}};
        if (row.answer.size > BatchTextReader::longestLine)
            answer = {{tr("Answer"), text.arg(format::size(row.answer.size))}};
    }
    if (request.isEmpty())
        request << TranscriptSection{tr("Request"), tr("The request is not at hand.")};
    m_request->setSections(request);
    m_answer->setSections(answer);
    m_json->setContent(content.raw);
    followTab();
}

} // namespace odc
