// SPDX-License-Identifier: GPL-3.0-or-later
#include "compareoutputs.h"

#include "base/background.h"
#include "base/format.h"
#include "lists/comparemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QTextCursor>
#include <QTextEdit>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// Of an answer that is shown: more is read in the item itself.
constexpr qsizetype shownLength = 20'000;

QString answerOf(const EvalOutputItem &item)
{
    QString text = item.outputText();
    if (text.isEmpty())
        text = item.errorMessage;
    if (text.size() <= shownLength)
        return text;
    const qsizetype left = text.size() - shownLength;
    text.truncate(shownLength);
    return text + CompareOutputs::tr("\n… %Ln more character(s)", nullptr, int(left));
}

} // namespace

CompareOutputs::CompareOutputs(const Theme &theme, const QList<QAction *> &steps, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    setObjectName(u"compareOutputs"_s);
    setGround(this, Token::Window);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::edge, metrics::inside, metrics::edge, metrics::between);
    layout->setSpacing(metrics::inside);

    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::inside);
    m_item = new TextLabel(theme, Theme::FontRole::Strong, Token::Text, {}, this);
    m_item->setObjectName(u"compareItem"_s);
    m_expected = new ElidedLabel(theme, Theme::FontRole::Body, Token::Secondary, this);
    m_expected->setObjectName(u"compareExpected"_s);
    line->addWidget(m_item);
    line->addWidget(m_expected, 1);
    for (QAction *step : steps)
        line->addWidget(new ActionButton(step, ButtonRole::Flat, this, true));
    layout->addLayout(line);

    m_nothing = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary,
                              tr("Select a row to see what each run answered."), this);
    m_nothing->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_nothing, 1);
    m_boxArea = new QWidget(this);
    m_boxLayout = new QHBoxLayout(m_boxArea);
    m_boxLayout->setContentsMargins(0, 0, 0, 0);
    m_boxLayout->setSpacing(metrics::between);
    layout->addWidget(m_boxArea, 1);
    clear();
}

void CompareOutputs::clear()
{
    ++m_serial;
    m_texts.clear();
    m_differences.clear();
    m_item->clear();
    m_expected->setFullText({});
    m_boxArea->hide();
    m_nothing->show();
}

void CompareOutputs::setCount(int count)
{
    while (m_boxes.size() > count)
        delete m_boxes.takeLast().frame;
    while (m_boxes.size() < count) {
        auto *card = new Card(m_theme, {}, m_boxArea);
        Box box;
        box.frame = card;
        box.name = new ElidedLabel(m_theme, Theme::FontRole::Section, Token::Secondary, card);
        box.verdict = new StateLabel(m_theme, card);
        box.text = new QTextEdit(card);
        box.text->setObjectName(u"compareOutput%1"_s.arg(m_boxes.size()));
        box.text->setReadOnly(true);
        box.text->setFrameShape(QFrame::NoFrame);
        box.text->setTabChangesFocus(true);
        box.text->setFont(m_theme.font(Theme::FontRole::Mono));
        box.text->document()->setDocumentMargin(0);
        auto *head = new QHBoxLayout;
        head->addWidget(box.name, 1);
        head->addWidget(box.verdict);
        card->contentLayout()->addLayout(head);
        card->contentLayout()->addWidget(box.text, 1);
        m_boxLayout->addWidget(card, 1);
        m_boxes << box;
    }
}

void CompareOutputs::showRow(const std::shared_ptr<const RunComparison> &comparison, int row,
                             const QString &expected)
{
    const int serial = ++m_serial;
    const ComparedRow &compared = comparison->rows[size_t(row)];
    m_item->setText(compared.number < 0 ? tr("Item") : tr("Item %1").arg(compared.number));
    m_expected->setFullText(expected.isEmpty() ? QString()
                                               : tr("expected: %1").arg(format::severalLines(expected)));
    setCount(int(comparison->runs.size()));
    QStringList texts;
    QList<bool> differs;
    for (int run = 0; run < m_boxes.size(); ++run) {
        const Box &box = m_boxes.at(run);
        const ComparedRow::Cell &cell = compared.cells[size_t(run)];
        const QString name = format::oneLine(comparison->runs.at(run).title);
        box.name->setFullText(name);
        box.verdict->setState(CompareModel::verdictTone(cell), CompareModel::verdictText(cell));
        box.text->setAccessibleName(tr("Answer of %1").arg(name));
        const EvalOutputItem *item = comparison->item(row, run);
        texts << (item ? answerOf(*item) : tr("This run does not have the row."));
        differs << (run > 0 && item && compared.cells.front().item >= 0);
    }
    m_boxArea->show();
    m_nothing->hide();
    showTexts(texts, {});
    inBackground(
        this,
        [texts, differs] {
            QList<QList<DiffPart>> differences;
            for (qsizetype run = 0; run < texts.size(); ++run)
                differences << (differs.at(run) ? wordDiff(texts.first(), texts.at(run)) : QList<DiffPart>());
            return differences;
        },
        [this, serial, texts](const QList<QList<DiffPart>> &differences) {
            if (serial == m_serial)
                showTexts(texts, differences);
        });
}

void CompareOutputs::showTexts(const QStringList &texts, const QList<QList<DiffPart>> &differences)
{
    m_texts = texts;
    m_differences = differences;
    paintTexts();
}

void CompareOutputs::paintTexts()
{
    // Colour and line: what is new is underlined, what is gone is struck out.
    QTextCharFormat same;
    same.setFont(m_theme.font(Theme::FontRole::Mono));
    same.setForeground(m_theme.colour(Token::Text));
    QTextCharFormat added = same;
    added.setBackground(m_theme.tint(Tone::Failed));
    added.setFontUnderline(true);
    QTextCharFormat removed = same;
    removed.setForeground(m_theme.colour(Token::Secondary));
    removed.setFontStrikeOut(true);
    for (int run = 0; run < m_boxes.size() && run < m_texts.size(); ++run) {
        QTextEdit *edit = m_boxes.at(run).text;
        edit->clear();
        QTextCursor cursor(edit->document());
        cursor.beginEditBlock();
        const QList<DiffPart> parts = m_differences.value(run);
        if (parts.isEmpty())
            cursor.insertText(m_texts.at(run), same);
        for (const DiffPart &part : parts) {
            cursor.insertText(part.text, part.kind == DiffPart::Kind::Same    ? same
                                         : part.kind == DiffPart::Kind::Added ? added
                                                                              : removed);
        }
        cursor.endEditBlock();
        edit->moveCursor(QTextCursor::Start);
    }
}

void CompareOutputs::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintTexts();
}

} // namespace odc
