// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemdetails.h"

#include "api/jsonfields.h"
#include "base/format.h"
#include "ui/pages/evals/itemsections.h"
#include "ui/pages/evals/noteedit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowFields = 270;
constexpr int narrowNote = 140;
constexpr int widestNote = 560;

} // namespace

ItemDetails::ItemDetails(const PageContext &context, const OutputItemsModel &model, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model)
{
    setObjectName(u"itemDetails"_s);
    const Theme &theme = context.shell.theme;
    setGround(this, Token::Window);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_nothing = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary,
                              tr("Select an item to read it. N goes to the next failure."), this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    outer->addWidget(m_nothing, 1);
    m_content = new QWidget(this);
    outer->addWidget(m_content, 1);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(metrics::edge, metrics::inside, metrics::edge, metrics::inside);
    layout->setSpacing(metrics::tight);
    m_header = new QHBoxLayout;
    m_header->setSpacing(metrics::inside);
    layout->addLayout(m_header);
    buildHeader(theme);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::between);
    layout->addLayout(row);
    m_tabs = new QTabBar(m_content);
    m_tabs->setObjectName(u"itemTabs"_s);
    m_tabs->setAccessibleName(tr("Details"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Conversation"));
    m_tabs->addTab(tr("JSON", "tab"));
    row->addWidget(m_tabs);
    row->addStretch(1);
    m_note = new NoteEdit(theme, m_content);
    m_note->setObjectName(u"itemNote"_s);
    m_note->setMinimumWidth(narrowNote);
    m_note->setMaximumWidth(widestNote);
    row->addWidget(m_note, 3);
    buildContent(theme);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_note, &NoteEdit::noteChanged, this, [this](const QString &note) { Q_EMIT noteChanged(m_id, note); });
    connect(m_note, &NoteEdit::left, this, &ItemDetails::left);
    m_content->hide();
}

void ItemDetails::buildHeader(const Theme &theme)
{
    m_title = new TextLabel(theme, Theme::FontRole::Heading, Token::Text, {}, m_content);
    m_title->setObjectName(u"itemTitle"_s);
    m_verdict = new StateLabel(theme, m_content);
    m_verdict->setObjectName(u"itemVerdict"_s);
    m_mark = new StateLabel(theme, m_content);
    m_mark->setObjectName(u"itemMark"_s);
    m_others = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, m_content);
    m_copyAnswer = new CopyButton(theme, tr("Copy the answer"), m_content);
    m_header->addWidget(m_title);
    m_header->addWidget(m_verdict);
    m_header->addWidget(m_mark);
    m_header->addWidget(m_copyAnswer);
    m_header->addWidget(m_others);
    m_header->addStretch(1);
}

void ItemDetails::buildContent(const Theme &theme)
{
    m_stack = new QStackedWidget(m_content);
    auto *split = new QSplitter(Qt::Horizontal, m_stack);
    split->setChildrenCollapsible(true);
    m_transcript = new TranscriptView(theme, split);
    m_transcript->setObjectName(u"itemTranscript"_s);
    m_transcript->setTextName(tr("Messages, answer and grades"));
    split->addWidget(m_transcript);
    auto *scroll = new QScrollArea(split);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // values wrap instead
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumWidth(narrowFields);
    auto *side = new QWidget(scroll);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(metrics::between, metrics::inside, 0, 0);
    m_fields = new FieldGrid(theme, side);
    m_fields->setObjectName(u"itemFields"_s);
    sideLayout->addWidget(m_fields);
    sideLayout->addStretch(1);
    scroll->setWidget(side);
    setGround(scroll->viewport(), Token::Window);
    setGround(side, Token::Window);
    split->addWidget(scroll);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({520, 320});
    m_stack->addWidget(split);
    m_json = new JsonView(theme, m_stack);
    m_json->setObjectName(u"itemJson"_s);
    m_json->setAccessibleName(tr("The output item as JSON"));
    m_stack->addWidget(m_json);
}

void ItemDetails::setTools(const QList<QAction *> &tools)
{
    for (QAction *action : tools)
        m_header->addWidget(new ActionButton(action, ButtonRole::Flat, m_content, true));
}

void ItemDetails::takeCriteria()
{
    QList<QByteArray> keys;
    for (const OutputItemsModel::Criterion &criterion : m_model.criteria())
        keys << criterion.key;
    if (keys == m_criteria && !m_fields->value(u"model"_s).isEmpty())
        return;
    m_criteria = keys;
    m_fields->removeAll();
    for (const OutputItemsModel::Criterion &criterion : m_model.criteria())
        m_fields->addField(u"criterion."_s + QString::fromLatin1(criterion.key), criterion.name);
    m_fields->addField(u"model"_s, tr("Model"));
    m_fields->addField(u"finish"_s, tr("Finish reason"));
    m_fields->addField(u"tokens"_s, tr("Tokens"));
    m_fields->addField(u"sampling"_s, tr("Sampling"));
    m_fields->addField(u"created"_s, tr("Created"));
    m_fields->addField(u"id"_s, tr("ID"));
}

void ItemDetails::setItem(const OutputItemRow &row, int others)
{
    if (row.id != m_id)
        m_note->commit(); // it is about the item of before
    m_id = row.id;
    m_nothing->hide();
    m_content->show();
    m_title->setText(row.item.itemNumber < 0 ? tr("Item") : tr("Item %1").arg(format::number(row.item.itemNumber)));
    m_verdict->setState(OutputItemsModel::toneOf(row.item), OutputItemsModel::verdictText(row.item));
    m_mark->setState(Tone::Attention, tr("marked"));
    m_mark->setVisible(row.mark.marked);
    m_others->setText(others > 0 ? tr("and %Ln more selected", nullptr, others) : QString());
    m_copyAnswer->setSource([this] {
        const OutputItemRow *shown = m_model.item(m_id);
        return shown ? shown->item.outputText() : QString();
    });
    m_note->setNote(row.mark.note);
    m_transcript->setSections(itemSections(row, m_model));
    m_json->setContent(QJsonDocument(row.item.toJson()).toJson(QJsonDocument::Compact));
    showFields(row);
}

void ItemDetails::showFields(const OutputItemRow &row)
{
    takeCriteria();
    const EvalOutputItem &item = row.item;
    const QLocale locale;
    for (qsizetype i = 0; i < row.grades.size() && i < m_model.criteria().size(); ++i) {
        const OutputItemRow::Grade &grade = row.grades.at(i);
        FieldValue value{OutputItemsModel::gradeText(grade)};
        if (value.text.isEmpty())
            value.text = tr("not graded");
        value.tone = OutputItemsModel::toneOf(grade);
        if (grade.score)
            value.tooltip = tr("score %1").arg(locale.toString(*grade.score, 'g', 12));
        m_fields->setValue(u"criterion."_s + QString::fromLatin1(m_model.criteria().at(i).key), value);
    }
    m_fields->setValue(u"model"_s, {item.model});
    m_fields->setValue(u"finish"_s, {item.finishReason});
    const QJsonObject sample = item.raw.value("sample"_L1).toObject();
    const QJsonObject usage = sample.value("usage"_L1).toObject();
    QStringList parts;
    const auto part = [&](QLatin1StringView key, const QString &form) {
        if (const qint64 count = json::integer(usage, key).value_or(0); count > 0)
            parts << form.arg(format::number(count));
    };
    part("prompt_tokens"_L1, tr("%1 in"));
    part("cached_tokens"_L1, tr("%1 of them cached"));
    part("completion_tokens"_L1, tr("%1 out"));
    QString tokens = item.totalTokens > 0 ? format::number(item.totalTokens) : QString();
    if (!tokens.isEmpty() && !parts.isEmpty())
        tokens = tr("%1 (%2)", "total, parts").arg(tokens, parts.join(u", "_s));
    m_fields->setValue(u"tokens"_s, {tokens});
    QStringList sampling;
    for (const auto key : {"temperature"_L1, "top_p"_L1, "seed"_L1, "max_completion_tokens"_L1}) {
        const QString value = json::text(sample, key);
        if (!value.isEmpty())
            sampling << key + u' ' + value;
    }
    m_fields->setValue(u"sampling"_s, {sampling.join(u", "_s)});
    m_fields->setFieldVisible(u"sampling"_s, !sampling.isEmpty());
    m_fields->setValue(u"created"_s, {item.createdAt ? format::exactTime(*item.createdAt) : QString()});
    FieldValue id{item.id};
    id.monospace = true;
    id.copyable = true;
    m_fields->setValue(u"id"_s, id);
}

void ItemDetails::clear()
{
    m_note->commit();
    m_id.clear();
    m_content->hide();
    m_nothing->show();
}

void ItemDetails::editNote()
{
    if (m_id.isEmpty())
        return;
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->end(false);
}

} // namespace odc
