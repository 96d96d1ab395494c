// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparecards.h"

#include "base/format.h"
#include "evals/exacttest.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QResizeEvent>
#include <QToolButton>

#include <cmath>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// "+1.3", "−1.7", "±0": the sign says what the colour says.
QString signedText(double value, int digits)
{
    const QString text = QLocale().toString(std::abs(value), 'f', digits);
    const double smallest = std::pow(10.0, -digits) / 2;
    if (std::abs(value) < smallest)
        return u"±"_s + QLocale().toString(0);
    return (value < 0 ? u"−"_s : u"+"_s) + text;
}

QString percentText(double share)
{
    return QLocale().toString(share * 100, 'f', 1) + QChar(QChar::Nbsp) + u'%';
}

Token toneOf(double delta)
{
    constexpr double visible = 0.0005; // what is shown as ±0 has no colour either
    return std::abs(delta) < visible ? Token::Secondary : delta < 0 ? Token::Bad : Token::Ok;
}

constexpr int narrowCard = 200; ///< below that, words break in the middle of what belongs together

/// Parts of a line, joined so that the line breaks between them only.
QString joined(const QStringList &parts)
{
    QStringList unbroken;
    for (QString part : parts) {
        if (!part.isEmpty())
            unbroken << part.replace(u' ', QChar(QChar::Nbsp));
    }
    return unbroken.join(QChar(QChar::Nbsp) + u"· "_s);
}

} // namespace

CompareCards::CompareCards(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QHBoxLayout(this))
{
    setObjectName(u"compareCards"_s);
    m_layout->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::tight);
    m_layout->setSpacing(metrics::between);
}

void CompareCards::setCount(int count)
{
    while (m_cards.size() > count)
        delete m_cards.takeLast().card;
    while (m_cards.size() < count) {
        Parts parts;
        parts.card = new Card(m_theme, {}, this);
        parts.card->setObjectName(u"compareCard%1"_s.arg(m_cards.size()));
        parts.card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // all are of one width
        parts.name = new ElidedLabel(m_theme, Theme::FontRole::Section, Token::Secondary, parts.card);
        parts.rate = new TextLabel(m_theme, Theme::FontRole::Figure, Token::Text, {}, parts.card);
        parts.delta = new TextLabel(m_theme, Theme::FontRole::Strong, Token::Text, {}, parts.card);
        auto *figures = new QHBoxLayout;
        figures->setSpacing(metrics::inside);
        figures->addWidget(parts.rate, 0, Qt::AlignBaseline);
        figures->addWidget(parts.delta, 0, Qt::AlignBaseline);
        figures->addStretch();
        parts.makeBaseline = makeIconButton(m_theme, Icon::Pin, tr("Make baseline"), parts.card);
        parts.makeBaseline->setObjectName(u"makeBaseline%1"_s.arg(m_cards.size()));
        connect(parts.makeBaseline, &QToolButton::clicked, this,
                [this, card = int(m_cards.size())] { Q_EMIT baselineWanted(card); });
        figures->addWidget(parts.makeBaseline);
        parts.card->contentLayout()->addWidget(parts.name);
        parts.card->contentLayout()->addLayout(figures);
        for (TextLabel **line : {&parts.size, &parts.changes, &parts.criterion, &parts.unpaired}) {
            *line = new TextLabel(m_theme, Theme::FontRole::Body, Token::Secondary, {}, parts.card);
            (*line)->setWordWrap(true);
            parts.card->contentLayout()->addWidget(*line);
        }
        parts.card->contentLayout()->addStretch();
        m_layout->addWidget(parts.card, 1);
        m_cards << parts;
    }
}

void CompareCards::clear()
{
    setCount(0);
    fit();
}

void CompareCards::setLow(bool low)
{
    if (m_low == low)
        return;
    m_low = low;
    fit();
}

void CompareCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void CompareCards::fit()
{
    if (m_cards.isEmpty()) {
        setFixedHeight(0);
        return;
    }
    const QMargins around = m_layout->contentsMargins();
    const int count = int(m_cards.size());
    const int each = (width() - around.left() - around.right() - (count - 1) * m_layout->spacing()) / count;
    const bool narrow = each < narrowCard;
    int tallest = 0;
    for (const Parts &parts : std::as_const(m_cards)) {
        parts.size->setVisible(!m_low && !narrow);
        parts.makeBaseline->setVisible(!narrow && parts.card != m_cards.first().card); // menus have it, too
        parts.criterion->setVisible(!m_low && !narrow && !parts.criterion->text().isEmpty());
        parts.rate->setFont(m_theme.font(narrow ? Theme::FontRole::Title : Theme::FontRole::Figure));
        parts.changes->setText(narrow ? parts.changesShort : parts.changesText);
        parts.changes->setVisible(!parts.changesText.isEmpty());
        parts.unpaired->setVisible(!m_low && !parts.unpaired->text().isEmpty());
        parts.card->setToolTip(m_low || narrow ? parts.lines : QString());
        parts.card->layout()->activate();
        tallest = std::max(tallest, parts.card->layout()->totalHeightForWidth(each));
    }
    setFixedHeight(tallest + around.top() + around.bottom());
}

void CompareCards::showComparison(const RunComparison &comparison, int criterion,
                                  const QString &criterionTitle)
{
    setCount(int(comparison.runs.size()));
    for (int card = 0; card < m_cards.size(); ++card)
        fill(card, comparison, criterion, criterionTitle);
    fit();
}

void CompareCards::fill(int card, const RunComparison &comparison, int criterion,
                        const QString &criterionTitle)
{
    Parts &parts = m_cards[card];
    const RunTotals &totals = comparison.totals.at(card);
    const bool isBaseline = card == 0;
    const QString name = format::oneLine(comparison.runs.at(card).title);
    parts.name->setFullText(isBaseline ? tr("%1, baseline").arg(name) : name);
    parts.rate->setText(totals.passRate ? percentText(*totals.passRate) : u"–"_s);
    const double delta = totals.delta.value_or(0);
    const Token token = totals.delta ? toneOf(delta) : Token::Text;
    parts.rate->setToken(token == Token::Secondary ? Token::Text : token);
    parts.delta->setToken(token);
    //: difference of two percentages, in percentage points
    parts.delta->setText(totals.delta ? tr("%1 pp").arg(signedText(delta * 100, 1)).replace(u' ', QChar(QChar::Nbsp))
                                      : QString());
    parts.delta->setToolTip(totals.delta ? tr("Percentage points, seen from the baseline, over the %Ln row(s) graded "
                                              "in both runs",
                                              nullptr, int(totals.paired.pairs()))
                                         : QString());
    parts.delta->setVisible(totals.delta.has_value());

    const int shown = int(std::min<qint64>(totals.items, std::numeric_limits<int>::max()));
    QStringList size{tr("%Ln item(s)", nullptr, shown)};
    if (totals.errored > 0)
        size << tr("%Ln without a verdict", nullptr, int(totals.errored));
    if (totals.tokens > 0)
        size << tr("%1 tokens for answers").arg(format::number(totals.tokens));
    parts.size->setText(joined(size));

    QStringList changes;
    const bool paired = totals.paired.pairs() > 0;
    if (!isBaseline && !paired) {
        changes << tr("no row graded in both runs");
    } else if (!isBaseline) {
        changes << tr("%Ln regression(s)", nullptr, int(totals.paired.regressions))
                << tr("%Ln improvement(s)", nullptr, int(totals.paired.improvements))
                << pText(totals.paired.p());
    }
    parts.changesText = joined(changes);
    parts.changesShort = isBaseline || !paired
                             ? parts.changesText
                             : joined({u"↓ %1 ↑ %2"_s.arg(format::number(totals.paired.regressions),
                                                                  format::number(totals.paired.improvements)),
                                              pText(totals.paired.p())});
    parts.changes->setToolTip(
        isBaseline || !paired
            ? QString()
            : tr("McNemar's exact test, two-sided, over the %Ln row(s) graded in both runs", nullptr,
                        int(totals.paired.pairs())));

    QString graded;
    if (!isBaseline && criterion >= 0) {
        const CriterionComparison &result = totals.criteria.at(criterion);
        graded =
            joined({tr("%1: %2 on average").arg(criterionTitle, signedText(result.meanDelta, 3)),
                    tr("%L1 lower, %L2 higher").arg(result.lower).arg(result.higher), pText(result.signP())});
        parts.criterion->setToolTip(
            tr("Passed before and fails now: %L1; failed before and passes now: %L2.\nThe exact "
               "sign test, two-sided, over the %L3 rows with a score in both runs.")
                .arg(result.counts.regressions)
                .arg(result.counts.improvements)
                .arg(result.scored));
    }
    parts.criterion->setText(graded);

    QStringList unpaired;
    if (totals.missing > 0)
        unpaired << tr("%Ln row(s) of the baseline missing", nullptr, int(totals.missing));
    if (totals.extra > 0)
        unpaired << tr("%Ln row(s) the baseline does not have", nullptr, int(totals.extra));
    if (totals.renumbered > 0)
        unpaired << tr("%Ln row(s) paired by content", nullptr, int(totals.renumbered));
    parts.unpaired->setText(unpaired.join(u" · "_s)); // long ones may break anywhere
    parts.unpaired->setToken(Token::Warn);

    QStringList spoken{parts.name->fullText(), parts.rate->text(),    parts.delta->text(),
                       parts.size->text(),     parts.changesText,    graded,
                       parts.unpaired->text()};
    spoken.removeAll(QString());
    parts.card->setAccessibleName(spoken.join(u", "_s));
    parts.lines = spoken.join(u'\n');
}

} // namespace odc
