// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/curverun.h"

#include <QWidget>

class QComboBox;
class QSlider;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace odc {

class CurveSet;
class CurvesLegend;
class CurvesPlot;
class CurvesTableModel;
class MessageBar;
class StateOverlay;
class TextLabel;
class Theme;

/// The curves of one training run or several: loss, accuracy and whatever else was measured, by step or by
/// time, with smoothing, zoom, values at the pointer, the same numbers as a table, and export.
class CurvesView final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostRuns = 10;

    explicit CurvesView(const Theme &theme, QWidget *parent = nullptr);
    ~CurvesView() override;

    /// What is shown; beyond mostRuns they are left out, and it says so. A run that stays keeps its colour.
    void setRuns(const QList<CurveRun> &runs);
    /// The log of this run grew or changed.
    void runChanged(const QString &id);
    /// Says in one sentence what is waited for, in place of the curves while there are none; empty: nothing.
    void setLoading(const QString &text);
    /// Where files are exported to at first; told when the person chose another.
    void setExportFolder(const QString &folder);

    CurvesPlot *plot() const { return m_plot; }
    QTableView *table() const { return m_table; }
    const CurveSet &curves() const { return *m_set; }
    /// Writes to this path on the pool, where that takes long, and says how it went. `kind` is "png", "svg"
    /// or "csv".
    void exportTo(const QString &path, const QString &kind);
    bool isTableShown() const;

Q_SIGNALS:
    void exportFolderChanged(const QString &folder);
    /// A file was written, or could not be; the message says so.
    void exported(bool ok);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildControls();
    void takeGroups();
    void takeColumns();
    void takeState();
    void setRoomy(bool roomy);
    void takeRoom();
    void showTable(bool shown);
    void askPath(const QString &kind);
    QString exportName() const;
    void say(const QString &path, bool ok, const QString &error, const QString &details);

    const Theme &m_theme;
    CurveSet *m_set;
    CurvesPlot *m_plot = nullptr;
    CurvesLegend *m_legend = nullptr;
    CurvesTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    StateOverlay *m_state = nullptr;
    MessageBar *m_messages = nullptr;
    QStackedWidget *m_pages = nullptr;
    TextLabel *m_hint = nullptr;
    QWidget *m_controls = nullptr;
    QComboBox *m_metric = nullptr;
    QComboBox *m_align = nullptr;
    TextLabel *m_smoothingName = nullptr;
    QSlider *m_smoothing = nullptr;
    TextLabel *m_smoothingValue = nullptr;
    QToolButton *m_log = nullptr;
    QToolButton *m_reset = nullptr;
    QToolButton *m_tableButton = nullptr;
    QToolButton *m_export = nullptr;
    QString m_loading;
    QString m_folder;
    qsizetype m_leftOut = 0;
    bool m_hasRuns = false;
};

} // namespace odc
