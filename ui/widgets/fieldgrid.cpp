// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldgrid.h"

#include "base/format.h"
#include "ui/theme/metrics.h"
#include "ui/theme/plaintooltip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace odc {

namespace {
constexpr int fieldHeight = 20;
constexpr int copyIcon = 14;
constexpr int copyWidth = 24;
constexpr int longestValue = 2000; // characters a value is shown with; the copy button has all of it
} // namespace

// Owned by the grid as a child widget, so removing a row is deleting it.
struct FieldGrid::Row : public QWidget
{
    Row(const Theme &theme, QWidget *parent)
        : QWidget(parent), label(new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, {}, parent)),
          mark(new StateLabel(theme, this)),
          value(new TextLabel(theme, Theme::FontRole::Body, Token::Text, {}, this)),
          copy(new CopyButton(theme, FieldGrid::tr("Copy"), this))
    {
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(metrics::tight);
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(value, 1);
        layout->addWidget(copy, 0, Qt::AlignTop);
        // The first lines stand on one base line, however many lines the value has.
        for (TextLabel *text : {label, value}) {
            text->setAlignment((text->alignment() & ~Qt::AlignVertical_Mask) | Qt::AlignTop);
        }
        mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        mark->setAccessibleName(QString());
        mark->hide();
        copy->setIconSize({copyIcon, copyIcon});
        copy->setFixedSize(copyWidth, fieldHeight);
        copy->hide();
        label->setMinimumHeight(fieldHeight);
        value->setMinimumHeight(fieldHeight);
        value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setWordWrap(true);
        value->setMinimumWidth(1); // a word that cannot be broken must not push the others, and the button, out of sight
        value->setCursor(Qt::IBeamCursor);
        label->setBuddy(value);
    }

    /// An id is one word: it is cut in its middle, where a line cannot break.
    void fitWord()
    {
        if (word.isEmpty())
            return;
        const QString fitting = value->fontMetrics().elidedText(word, Qt::ElideMiddle, value->width());
        if (value->text() != fitting)
            value->setText(fitting);
        if (ownToolTip)
            value->setToolTip(fitting == word ? QString() : plainToolTip(word));
    }

    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        fitWord();
    }

    TextLabel *label;
    StateLabel *mark;
    TextLabel *value;
    CopyButton *copy;
    QString word;  // monospaced, without a space
    bool ownToolTip = false;
    QString exact; // what the value is, where `value` shows what is fit to show of it
};

FieldGrid::FieldGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::edge);
    m_grid->setVerticalSpacing(metrics::tight);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 14);
}

void FieldGrid::addField(const QString &key, const QString &label)
{
    Row *row = m_rows.value(key);
    if (!row) {
        row = new Row(m_theme, this);
        const int line = m_grid->rowCount();
        m_grid->addWidget(row->label, line, 0, Qt::AlignTop | Qt::AlignLeading);
        m_grid->addWidget(row, line, 1);
        m_rows.insert(key, row);
        m_order.append(key);
    }
    row->label->setText(label);
    row->copy->setToolTip(tr("Copy %1").arg(label));
    row->copy->setAccessibleName(tr("Copy %1").arg(label));
    setValue(key, {});
}

void FieldGrid::setValue(const QString &key, const FieldValue &value)
{
    Row *row = m_rows.value(key);
    if (!row) {
        return;
    }
    row->exact = value.text.isEmpty() ? QStringLiteral("-") : value.text;
    const QString shown = format::severalLines(row->exact, longestValue);
    if (row->value->text() != shown && row->word != shown) { // a refresh must not take the user's selection away
        row->value->setText(shown);
    }
    row->value->setToolTip(plainToolTip(value.tooltip));
    row->value->setFont(m_theme.font(value.monospace ? Theme::FontRole::Mono : Theme::FontRole::Body));
    row->value->setToken(toneTextToken(value.tone));
    row->value->setAccessibleName(tr("%1: %2").arg(row->label->text(), shown));
    row->mark->setVisible(value.tone != Tone::None);
    row->mark->setState(value.tone, QString());
    row->copy->setVisible(value.copyable && !value.text.isEmpty());
    row->copy->setCopyText(value.copyText.isEmpty() ? value.text : value.copyText);
    row->word = value.monospace && !shown.contains(u' ') && !shown.contains(u'\n') ? shown : QString();
    row->ownToolTip = value.tooltip.isEmpty();
    row->layout()->activate();
    row->fitWord();
}

void FieldGrid::setFieldVisible(const QString &key, bool visible)
{
    if (Row *row = m_rows.value(key)) {
        row->label->setVisible(visible);
        row->setVisible(visible);
    }
}

void FieldGrid::removeAll()
{
    for (Row *row : std::as_const(m_rows)) {
        delete row->label;
        delete row;
    }
    m_rows.clear();
    m_order.clear();
}

QString FieldGrid::value(const QString &key) const
{
    const Row *row = m_rows.value(key);
    return row ? row->exact : QString();
}

QString FieldGrid::toPlainText() const
{
    QStringList lines;
    for (const QString &key : m_order) {
        const Row *row = m_rows.value(key);
        lines.append(tr("%1: %2").arg(row->label->text(), row->exact));
    }
    return lines.join(u'\n');
}

} // namespace odc
