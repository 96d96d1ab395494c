// SPDX-License-Identifier: GPL-3.0-or-later
// How the pane of a table is laid out; what it does is in batchtablepane.cpp.
#include "batchtablepane.h"

#include "jsonl/batchtemplate.h"
#include "ui/forms/templateedit.h"
#include "ui/pages/batches/batchcheckview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stateoverlay.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int checkHeight = 120;

} // namespace

QWidget *BatchTablePane::buildNothing()
{
    auto *nothing = new QWidget(m_pages);
    nothing->setMinimumHeight(metrics::textWidth / 2);
    m_nothing = new StateOverlay(m_context.shell.theme, nothing);
    m_nothing->setState(
        {.kind = StateOverlay::Kind::Empty,
         .sentence = tr("Drop a table here."),
         .detail = tr("CSV, TSV or JSON lines. Each row becomes one request, by a template that you write."),
         .actionText = tr("Choose table…"),
         .icon = Icon::Columns});
    m_nothing->actionButton()->setObjectName(u"chooseTable"_s);
    connect(m_nothing, &StateOverlay::actionTriggered, this, &BatchTablePane::browse);
    return nothing;
}

QLineEdit *BatchTablePane::addField(QGridLayout *grid, int column, const QString &label, const QString &name)
{
    auto *text = new QLabel(label);
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(QString(label).remove(u'&'));
    text->setBuddy(edit);
    grid->addWidget(text, 0, column);
    grid->addWidget(edit, 1, column);
    connect(edit, &QLineEdit::textEdited, this, &BatchTablePane::templateEdited);
    return edit;
}

QComboBox *BatchTablePane::addChoice(QGridLayout *grid, int column, const QString &label, const QString &name)
{
    auto *text = new QLabel(label);
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(QString(label).remove(u'&'));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    text->setBuddy(box);
    grid->addWidget(text, 0, column);
    grid->addWidget(box, 1, column);
    return box;
}

QWidget *BatchTablePane::buildForm()
{
    const Theme &theme = m_context.shell.theme;
    auto *area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *form = new QWidget(area);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);

    auto *file = new QHBoxLayout;
    file->setSpacing(metrics::inside);
    m_name = new ElidedLabel(theme, Theme::FontRole::Strong);
    m_name->setObjectName(u"tableFile"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    file->addWidget(m_name, 1);
    QPushButton *other = makeButton(theme, tr("Another table…"), Icon::Folder, ButtonRole::Default);
    other->setObjectName(u"otherTable"_s);
    connect(other, &QPushButton::clicked, this, &BatchTablePane::browse);
    file->addWidget(other);
    layout->addLayout(file);
    m_facts = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary);
    m_facts->setObjectName(u"tableFacts"_s);
    m_facts->setWordWrap(true);
    layout->addWidget(m_facts);
    m_columns = new ChipBar(theme);
    m_columns->setObjectName(u"tableColumns"_s);
    m_columns->setAccessibleName(tr("Columns: a click writes one into the text"));
    connect(m_columns, &ChipBar::activated, this, &BatchTablePane::insertColumn);
    layout->addWidget(m_columns);

    const auto addText = [&](const QString &label, const QString &name, int least, int most) {
        auto *row = new QWidget(form);
        auto *rowLayout = new QVBoxLayout(row);
        rowLayout->setContentsMargins(0, 0, 0, 0);
        rowLayout->setSpacing(metrics::tight);
        auto *text = new TemplateEdit(theme, least, most, row);
        text->setObjectName(name);
        text->setAccessibleName(QString(label).remove(u'&'));
        auto *title = new QLabel(label, row);
        title->setBuddy(text);
        rowLayout->addWidget(title);
        rowLayout->addWidget(text);
        layout->addWidget(row);
        connect(text, &QPlainTextEdit::textChanged, this, &BatchTablePane::templateEdited);
        connect(text, &QPlainTextEdit::cursorPositionChanged, this, [this, text] { m_lastText = text; });
        return text;
    };
    m_system = addText(tr("&System"), u"tableSystem"_s, 1, 3);
    m_systemRow = m_system->parentWidget();
    m_user = addText(tr("&User"), u"tableUser"_s, 2, 6);
    m_user->setPlaceholderText(tr("Summarise this ticket in one line: {{text}}"));
    m_lastText = m_user;

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::between);
    grid->setVerticalSpacing(metrics::tight);
    m_endpoint = addChoice(grid, 0, tr("&Endpoint"), u"tableEndpoint"_s);
    m_endpoint->addItems(tableEndpoints());
    m_model = addField(grid, 1, tr("&Model"), u"tableModel"_s);
    m_id = addChoice(grid, 2, tr("custom_&id"), u"tableId"_s);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    layout->addLayout(grid);
    auto *more = new QGridLayout;
    more->setHorizontalSpacing(metrics::between);
    more->setVerticalSpacing(metrics::tight);
    m_maxTokens = addField(more, 0, tr("Ma&x tokens"), u"tableMaxTokens"_s);
    m_temperature = addField(more, 1, tr("Tem&perature"), u"tableTemperature"_s);
    m_more = addField(more, 2, tr("M&ore members of the body, as JSON"), u"tableMore"_s);
    m_more->setPlaceholderText(u"{\"response_format\": {\"type\": \"json_object\"}}"_s);
    more->setColumnStretch(2, 1);
    for (QComboBox *box : {m_endpoint, m_id})
        connect(box, &QComboBox::currentIndexChanged, this, &BatchTablePane::templateEdited);
    layout->addLayout(more);

    m_check->setMinimumHeight(checkHeight); // it comes and goes while one types: nothing else is to move
    layout->addWidget(m_check);
    layout->addStretch(1);
    area->setWidget(form);
    return area;
}

void BatchTablePane::buildPreview()
{
    const Theme &theme = m_context.shell.theme;
    m_previewBox = new QWidget(this);
    auto *layout = new QVBoxLayout(m_previewBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::tight);
    m_rowText = new SectionLabel(theme);
    m_rowText->setObjectName(u"previewRow"_s);
    head->addWidget(m_rowText, 1);
    m_previous = makeIconButton(theme, Icon::ChevronLeft, tr("Previous row"));
    m_previous->setObjectName(u"previousRow"_s);
    m_next = makeIconButton(theme, Icon::ChevronRight, tr("Next row"));
    m_next->setObjectName(u"nextRow"_s);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    layout->addLayout(head);
    m_preview = new JsonView(theme);
    m_preview->setObjectName(u"tablePreview"_s);
    m_preview->setWrapped(true);
    layout->addWidget(m_preview, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { preview(m_row - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { preview(m_row + 1); });
}

} // namespace odc
