// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/runcomparison.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace odc {

class Card;
class ElidedLabel;
class TextLabel;
class Theme;

/// A card for each run of a comparison: its pass rate with the distance from the baseline, its items and
/// tokens, what became worse and better with the exact test, and the same of one criterion.
class CompareCards : public QWidget
{
    Q_OBJECT
public:
    explicit CompareCards(const Theme &theme, QWidget *parent = nullptr);

    /// `criterion` is an index into RunComparison::criteria, -1 for none.
    void showComparison(const RunComparison &comparison, int criterion, const QString &criterionTitle);
    void clear();
    /// Without the lines that can be missed; the tooltip has them. For panes that are low.
    void setLow(bool low);

Q_SIGNALS:
    /// The run of this card, by its number, is to be what the others are measured by.
    void baselineWanted(int run);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Chooses the lines there is room for, and takes the height they need: cards are not squeezed.
    void fit();
    void fill(int card, const RunComparison &comparison, int criterion, const QString &criterionTitle);
    void setCount(int count);

    struct Parts
    {
        Card *card;
        ElidedLabel *name;
        TextLabel *rate;
        TextLabel *delta;
        QToolButton *makeBaseline;
        TextLabel *size;
        TextLabel *changes;
        TextLabel *criterion;
        TextLabel *unpaired;
        QString lines;        ///< all of it
        QString changesText;  ///< in words
        QString changesShort; ///< with arrows, where words have no room
    };

    const Theme &m_theme;
    QHBoxLayout *m_layout;
    QList<Parts> m_cards;
    bool m_low = false;
};

} // namespace odc
