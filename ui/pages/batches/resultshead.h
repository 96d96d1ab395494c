// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/batchobject.h"
#include "settings/pricetable.h"

#include <QList>
#include <QWidget>

namespace odc {

struct BatchResults;
class ElidedLabel;
class ProgressLine;
class StateLabel;
class TextLabel;
class Theme;

/// Which batch it is and what it came to, over its results: state, endpoint, model and size; the share that
/// was answered, failed and never answered, over all attempts; what it cost.
class ResultsHead final : public QWidget
{
    Q_OBJECT
public:
    /// `archived`: what is shown is of an archive.
    ResultsHead(const Theme &theme, bool archived, QWidget *parent = nullptr);

    /// `results` null: not joined yet, the batches' own counts are shown.
    void show(const QList<BatchObject> &chain, const BatchResults *results, const PriceTable &prices);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Leaves out what there is no room for.
    void fit();
    /// What was paid, in words; empty when nobody can say.
    static QString costText(const QList<BatchObject> &chain, const BatchResults *results,
                            const PriceTable &prices, QString *tooltip);

    const bool m_archived;
    ElidedLabel *m_name;
    StateLabel *m_state;
    ElidedLabel *m_about;
    ProgressLine *m_bar;
    StateLabel *m_answered;
    StateLabel *m_failed;
    StateLabel *m_open;
    StateLabel *m_unreadable;
    TextLabel *m_cost;
};

} // namespace odc
