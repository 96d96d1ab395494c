// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evals/runcomparison.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

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

private:
    struct Texts;
    void fill(int card, const RunComparison &comparison, int criterion, const QString &criterionTitle);
    void setCount(int count);

    struct Parts
    {
        Card *card;
        ElidedLabel *name;
        TextLabel *rate;
        TextLabel *delta;
        TextLabel *size;
        TextLabel *changes;
        TextLabel *criterion;
        TextLabel *unpaired;
    };

    const Theme &m_theme;
    QHBoxLayout *m_layout;
    QList<Parts> m_cards;
};

} // namespace odc
