// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "palette/fuzzysearch.h"
#include "palette/objectids.h"
#include "palette/palettequery.h"
#include "ui/palette/paletteactions.h"
#include "ui/palette/paletterow.h"

#include <QHash>
#include <QObject>

namespace odc {

/// Turns what is typed into the rows of the palette: actions and objects that are found, and first of all the
/// object whose id it is. GUI thread.
class PaletteFinder final : public QObject
{
    Q_OBJECT
public:
    explicit PaletteFinder(QObject *parent = nullptr);

    /// How objects of another profile are marked.
    struct Mark
    {
        QString name;
        QColor colour;
    };

    PaletteActions &actions() { return m_actions; }
    const PaletteActions &actions() const { return m_actions; }
    void setObjects(const FuzzyIndex &index) { m_objects = index; }
    void setMarks(const QHash<quint16, Mark> &marks) { m_marks = marks; }
    /// The number of the open profile: its objects are not marked, and come before those of others with the
    /// same id.
    void setOpenSource(quint16 source) { m_openSource = source; }
    quint16 openSource() const { return m_openSource; }
    /// Whether an id that is not known can be asked for: a profile is open.
    void setCanAsk(bool can) { m_canAsk = can; }
    /// What is shown while nothing is typed.
    void setUsual(const QList<PaletteRow> &rows) { m_usual = rows; }

    /// rowsReady() follows, at once or when they are found; not for a text that was followed by another one.
    void find(const QString &typed);
    void stop() { m_search.stop(); }

    PaletteRow rowOf(const FuzzyFound &found) const;

Q_SIGNALS:
    /// `total` of all that was found, of which rows are the best. `typos`: they are only like what was typed.
    void rowsReady(const QList<odc::PaletteRow> &rows, int total, bool typos);

private:
    void found(const FuzzyResults &results);
    QList<PaletteRow> lookups(const FuzzyResults &results) const;

    PaletteActions m_actions;
    FuzzyIndex m_objects;
    QHash<quint16, Mark> m_marks;
    QList<PaletteRow> m_usual;
    quint16 m_openSource = 0;
    bool m_canAsk = false;
    PaletteQuery m_query;
    FuzzySearch m_search;
};

Icon iconOf(ObjectKind kind);

} // namespace odc
