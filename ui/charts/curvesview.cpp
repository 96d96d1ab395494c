// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/curvesview.h"

#include "ui/charts/curveset.h"
#include "ui/charts/curveslegend.h"
#include "ui/charts/curvesplot.h"
#include "ui/charts/curvestablemodel.h"
#include "ui/delegates/celldelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/variants.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stateoverlay.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int hundredths = 100; // of the smoothing, on its slider
constexpr int mostSmoothing = 95;
constexpr int sliderWidth = 96;
constexpr int roomyWidth = 720;  // below it buttons lose their words
constexpr int roomyHeight = 320; // below it the curves need the room of the hint
constexpr int leastMetric = 80;
constexpr int mostMetric = 168;
constexpr int valueColumn = 132;
constexpr int timeColumn = 176;
constexpr int stepColumn = 84;

QToolButton *wordButton(const Theme &theme, Icon icon, const QString &text, const QString &name,
                        QWidget *parent)
{
    QToolButton *button = makeIconButton(theme, icon, name, parent);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

CurvesView::CurvesView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_set(new CurveSet(this))
{
    static_assert(mostRuns == CurveSet::mostRuns);
    setObjectName(u"curvesView"_s);
    build();
    connect(m_set, &CurveSet::curvesChanged, this, &CurvesView::takeGroups);
    connect(m_set, &CurveSet::curvesChanged, this, &CurvesView::takeColumns);
    connect(m_set, &CurveSet::shownChanged, this, &CurvesView::takeColumns);
    connect(m_set, &CurveSet::pointsChanged, this, &CurvesView::takeState);
    connect(m_set, &CurveSet::shownChanged, this, &CurvesView::takeState);
    connect(m_plot, &CurvesPlot::zoomChanged, this, [this] { m_reset->setEnabled(m_plot->isZoomed()); });
    takeGroups();
    takeState();
}

CurvesView::~CurvesView() = default;

void CurvesView::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(buildControls());
    m_legend = new CurvesLegend(m_theme, *m_set, this);
    layout->addWidget(m_legend);
    m_messages = new MessageBar(m_theme, this);
    layout->addWidget(m_messages);
    m_pages = new QStackedWidget(this);
    m_plot = new CurvesPlot(m_theme, *m_set, m_pages);
    m_model = new CurvesTableModel(*m_set, this);
    m_table = new QTableView(m_pages);
    m_table->setObjectName(u"curvesTable"_s);
    m_table->setAccessibleName(tr("Values of the curves"));
    m_table->setItemDelegate(new CellDelegate(m_theme, m_table));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setCornerButtonEnabled(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->horizontalHeader()->setFixedHeight(metrics::headerHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_pages->addWidget(m_plot);
    m_pages->addWidget(m_table);
    layout->addWidget(m_pages, 1);
    m_state = new StateOverlay(m_theme, m_plot);
    m_hint = new TextLabel(m_theme, Theme::FontRole::Small, Token::Secondary, CurvesPlot::hint(), this);
    m_hint->setObjectName(u"curvesHint"_s);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    connect(m_messages, &MessageBar::closed, m_messages, [this] { m_messages->dismiss(); });
}

QWidget *CurvesView::buildControls()
{
    QWidget *row = m_controls = new QWidget(this);
    row->setObjectName(u"curvesControls"_s);
    // A metric with a long name takes no room from what stands beside the curves.
    row->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);

    m_metric = new QComboBox(row);
    m_metric->setObjectName(u"curvesMetric"_s);
    m_metric->setAccessibleName(tr("Metric"));
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_metric->setMinimumWidth(leastMetric);
    m_metric->setMaximumWidth(mostMetric);
    connect(m_metric, &QComboBox::activated, this,
            [this](int index) { m_set->setGroup(m_metric->itemData(index).toString()); });
    layout->addWidget(m_metric);
    layout->addStretch(1);

    m_align = new QComboBox(row);
    m_align->setObjectName(u"curvesAlign"_s);
    m_align->setAccessibleName(tr("Laid side by side"));
    m_align->addItem(tr("By step"), int(CurveAlign::Step));
    m_align->addItem(tr("By time"), int(CurveAlign::Time));
    m_align->setToolTip(tr("By time, every run begins at its own start."));
    connect(m_align, &QComboBox::activated, this,
            [this](int index) { m_set->setAlign(CurveAlign(m_align->itemData(index).toInt())); });
    layout->addWidget(m_align);

    m_smoothingName = new TextLabel(m_theme, Theme::FontRole::Body, Token::Secondary, tr("Smoothing"), row);
    m_smoothing = new QSlider(Qt::Horizontal, row);
    m_smoothing->setObjectName(u"curvesSmoothing"_s);
    m_smoothing->setAccessibleName(tr("Smoothing"));
    m_smoothing->setToolTip(
        tr("Averages each value with those before it; the values as measured stay behind it, faint."));
    m_smoothing->setRange(0, mostSmoothing);
    m_smoothing->setSingleStep(5);
    m_smoothing->setPageStep(10);
    m_smoothing->setFixedWidth(sliderWidth);
    m_smoothingName->setBuddy(m_smoothing);
    m_smoothingValue = new TextLabel(m_theme, Theme::FontRole::Body, Token::Text, {}, row);
    m_smoothingValue->setMinimumWidth(m_smoothingValue->fontMetrics().horizontalAdvance(u"0.00"_s));
    const auto smooth = [this](int value) {
        const double weight = double(value) / hundredths;
        m_smoothingValue->setText(QLocale().toString(weight, 'f', 2));
        m_set->setSmoothing(weight);
    };
    connect(m_smoothing, &QSlider::valueChanged, this, smooth);
    smooth(0);
    layout->addWidget(m_smoothingName);
    layout->addWidget(m_smoothing);
    layout->addWidget(m_smoothingValue);

    m_log = makeIconButton(m_theme, Icon::Finetune, tr("Logarithmic scale"), row);
    m_log->setObjectName(u"curvesLog"_s);
    m_log->setText(tr("Log"));
    m_log->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_log->setCheckable(true);
    connect(m_log, &QToolButton::toggled, this, [this](bool on) { m_plot->setLog(on); });
    layout->addWidget(m_log);

    m_tableButton = wordButton(m_theme, Icon::Columns, tr("Table"), tr("The same numbers as a table"), row);
    m_tableButton->setObjectName(u"curvesTableButton"_s);
    m_tableButton->setCheckable(true);
    connect(m_tableButton, &QToolButton::toggled, this, &CurvesView::showTable);
    layout->addWidget(m_tableButton);

    m_reset = makeIconButton(m_theme, Icon::Refresh, tr("Show all again"), row);
    m_reset->setObjectName(u"curvesReset"_s);
    m_reset->setEnabled(false);
    connect(m_reset, &QToolButton::clicked, this, [this] { m_plot->resetZoom(); });
    layout->addWidget(m_reset);

    m_export = wordButton(m_theme, Icon::Download, tr("Export"), tr("Export the curves"), row);
    m_export->setObjectName(u"curvesExport"_s);
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_export);
    menu->setObjectName(u"curvesExportMenu"_s);
    for (const auto &[text, kind] :
         {std::pair(tr("Picture (PNG)…"), u"png"_s), std::pair(tr("Drawing (SVG)…"), u"svg"_s),
          std::pair(tr("Numbers (CSV)…"), u"csv"_s)}) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"curves."_s + kind);
        connect(action, &QAction::triggered, this, [this, kind = kind] { askPath(kind); });
    }
    m_export->setMenu(menu);
    layout->addWidget(m_export);
    setRoomy(false);
    return row;
}

void CurvesView::setRuns(const QList<CurveRun> &runs)
{
    m_hasRuns = !runs.isEmpty();
    const qsizetype leftOut = std::max<qsizetype>(0, runs.size() - mostRuns);
    if (leftOut > 0 && leftOut != m_leftOut) {
        Message message;
        message.key = u"leftOut"_s;
        message.text = tr("Curves of the first %1 runs are shown; %Ln of those chosen are left out.", nullptr,
                          int(leftOut))
                           .arg(mostRuns);
        m_messages->showMessage(message);
    } else if (leftOut == 0) {
        m_messages->dismiss(u"leftOut"_s);
    }
    m_leftOut = leftOut;
    m_set->setRuns(runs);
}

void CurvesView::runChanged(const QString &id)
{
    m_set->runChanged(id);
}

void CurvesView::setLoading(const QString &text)
{
    m_loading = text;
    takeState();
}

void CurvesView::takeGroups()
{
    const QStringList groups = m_set->groups();
    QStringList shown;
    for (int i = 0; i < m_metric->count(); ++i)
        shown << m_metric->itemData(i).toString();
    if (shown != groups) {
        m_metric->clear();
        for (const QString &group : groups)
            m_metric->addItem(CurveSet::groupText(group), group);
    }
    m_metric->setCurrentIndex(int(groups.indexOf(m_set->group())));
    m_metric->setEnabled(groups.size() > 1);
    m_metric->setVisible(!groups.isEmpty());
}

void CurvesView::takeColumns()
{
    if (!isTableShown())
        return;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const bool isTime = m_model->isTime(column);
        const int need = fontMetrics().horizontalAdvance(title) + 2 * metrics::edge;
        m_table->setColumnWidth(column, std::max(column == 0 ? stepColumn
                                                 : isTime    ? timeColumn
                                                             : valueColumn,
                                                 need));
    }
}

void CurvesView::takeState()
{
    StateOverlay::State state;
    const auto &curves = m_set->curves();
    const bool anyShown =
        std::any_of(curves.cbegin(), curves.cend(), [](const auto &curve) { return curve->isShown; });
    if (!m_set->hasPoints()) {
        state.kind = m_loading.isEmpty() ? StateOverlay::Kind::Empty : StateOverlay::Kind::Loading;
        const bool isLive = std::any_of(m_set->runs().cbegin(), m_set->runs().cend(),
                                        [](const CurveRun &run) { return run.live; });
        state.icon = m_loading.isEmpty() ? std::optional(Icon::Finetune) : std::nullopt;
        state.sentence = !m_loading.isEmpty() ? m_loading
                         : !m_hasRuns         ? tr("Select a job to see its curves; several are laid over each other.")
                         : !curves.empty()
                             ? tr("When these steps were reached is not known: choose “By step”.")
                         : isLive ? tr("Nothing has been measured yet.")
                                  : tr("There are no measurements of this run.");
    } else if (!anyShown) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::EyeOff;
        state.sentence = tr("All curves are hidden: choose one above.");
    }
    m_state->setState(state);
    const bool any = m_set->hasPoints();
    m_log->setEnabled(any && !isTableShown());
    m_smoothing->setEnabled(any && !isTableShown());
    m_align->setEnabled(!curves.empty() && !isTableShown());
    m_tableButton->setEnabled(!curves.empty());
    m_export->setEnabled(any && anyShown);
    takeRoom();
    const QStringList notes = m_set->marks().isEmpty() ? QStringList() : QStringList{overfittingRuleText()};
    m_plot->setToolTip(notes.join(u'\n'));
}

bool CurvesView::isTableShown() const
{
    return m_pages->currentWidget() == m_table;
}

void CurvesView::showTable(bool shown)
{
    m_model->setActive(shown);
    m_pages->setCurrentWidget(shown ? static_cast<QWidget *>(m_table) : m_plot);
    takeColumns();
    takeState();
}

void CurvesView::setRoomy(bool roomy)
{
    m_smoothingName->setVisible(roomy);
    for (QToolButton *button : {m_tableButton, m_export})
        button->setToolButtonStyle(roomy ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    if (!roomy)
        m_controls->setMinimumWidth(m_controls->layout()->minimumSize().width());
}

void CurvesView::takeRoom()
{
    setRoomy(width() >= roomyWidth);
    m_hint->setVisible(m_set->hasPoints() && !isTableShown() && height() >= roomyHeight);
}

void CurvesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    takeRoom();
}

void CurvesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        takeColumns();
}

} // namespace odc
