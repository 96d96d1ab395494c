// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanerdialog.h"

#include "base/background.h"
#include "base/clock.h"
#include "base/format.h"
#include "cleaning/contentcompare.h"
#include "index/objectindex.h"
#include "lists/filterproxy.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/cleaner/categorieslist.h"
#include "ui/pages/cleaner/cleanercommands.h"
#include "ui/pages/cleaner/cleaningmodel.h"
#include "ui/pages/deletionuses.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"
#include "watch/survey.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int planAfterMs = 300;
constexpr int sideWidth = 260;
constexpr int mostDays = 3650;
constexpr qint64 oldAfterMs = 600'000; ///< then others may have begun to use what was unused

/// Space checks, or unchecks, all rows that are selected.
class PlanTable final : public TableView
{
public:
    PlanTable(const Theme &theme, const FilterProxy &proxy, QWidget *parent)
        : TableView(theme, parent), m_proxy(proxy)
    {
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        auto *model = qobject_cast<CleaningModel *>(m_proxy.rows());
        if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier || !selectionModel() ||
            !model) {
            TableView::keyPressEvent(event);
            return;
        }
        const QModelIndexList rows = selectionModel()->selectedRows(CleaningModel::Name);
        const bool check = std::any_of(rows.cbegin(), rows.cend(), [](const QModelIndex &row) {
            return row.data(Qt::CheckStateRole).toInt() != Qt::Checked;
        });
        QList<int> items;
        for (const QModelIndex &row : rows)
            items << m_proxy.sourceRow(row);
        model->choose(items, check);
        event->accept();
    }

private:
    const FilterProxy &m_proxy;
};

} // namespace

CleanerDialog::CleanerDialog(const PageContext &context, int days, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Clean up"), parent), m_context(context),
      m_survey(new Survey(context.session, context.index, this)),
      m_compare(new ContentCompare(context.session, this)), m_proxy(new FilterProxy(this)),
      m_steps(new QStackedWidget(this)), m_reading(new ProgressStrip(context.shell.theme, this)),
      m_comparing(new ProgressStrip(context.shell.theme, this)),
      m_categories(new CategoriesList(context.shell.theme, this)),
      m_table(new PlanTable(context.shell.theme, *m_proxy, this)),
      m_incomplete(new TextLabel(context.shell.theme, Theme::FontRole::Body, Token::Warn, {}, this)),
      m_counts(new TextLabel(context.shell.theme, Theme::FontRole::Body, Token::Secondary, {}, this)),
      m_compared(new TextLabel(context.shell.theme, Theme::FontRole::Body, Token::Text, {}, this)),
      m_days(new QSpinBox(this)), m_detach(new QCheckBox(tr("Take duplicates out of vector stores"), this)),
      m_compareButton(makeButton(context.shell.theme, {}, {}, ButtonRole::Default, this))
{
    setObjectName(u"cleanerDialog"_s);
    setIntroduction(
        (context.profile.production ? tr("This profile is marked as production.") + u' ' : QString()) +
        tr("What no batch, job, vector store or eval of the project needs may go. Programs that name a file "
           "by its "
           "id are not known here: nothing has a check until you give it one."));
    m_steps->addWidget(makeReading());
    m_days->setRange(0, mostDays);
    m_days->setValue(days);
    m_steps->addWidget(makeReview());
    body()->addWidget(m_steps, 1);
    m_counts->setObjectName(u"cleaningCounts"_s);
    addToRow(m_counts);
    m_again = addButton(tr("Read again"), ButtonRole::Default);
    m_again->setObjectName(u"cleaningAgain"_s);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    m_delete = addButton({}, ButtonRole::Danger);
    m_delete->setObjectName(u"cleaningDelete"_s);
    m_delete->setAutoDefault(false);
    m_delete->setDefault(false); // Enter in the filter or the table is theirs
    connect(m_again, &QPushButton::clicked, this, &CleanerDialog::look);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_delete, &QPushButton::clicked, this, &CleanerDialog::confirm);
    connect(m_survey, &Survey::progressed, this, &CleanerDialog::showReading);
    connect(m_survey, &Survey::finished, this, [this] { looked(false); });
    connect(m_compare, &ContentCompare::progressed, this, &CleanerDialog::showComparing);
    connect(m_compare, &ContentCompare::finished, this, &CleanerDialog::compared);
    m_planDue.setSingleShot(true);
    m_planDue.setInterval(planAfterMs);
    connect(&m_planDue, &QTimer::timeout, this, &CleanerDialog::plan);
    setWantedSize({1320, 740});
    look();
}

CleanerDialog::~CleanerDialog() = default;

QWidget *CleanerDialog::makeReading()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(new TextLabel(theme(), Theme::FontRole::Body, Token::Text,
                                    tr("Reading everything that may use files…"), page));
    m_reading->setObjectName(u"cleaningReading"_s);
    layout->addWidget(m_reading);
    layout->addStretch(2);
    connect(m_reading, &ProgressStrip::stopRequested, this, [this] {
        m_survey->stop();
        looked(true);
    });
    return page;
}

QWidget *CleanerDialog::makeOptions(QWidget *parent)
{
    auto *options = new QWidget(parent);
    auto *layout = new QVBoxLayout(options);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(new SectionLabel(theme(), tr("What is looked for"), options));
    auto *days = new QHBoxLayout;
    auto *label = new TextLabel(theme(), Theme::FontRole::Body, Token::Text,
                                tr("Unused and outputs older than"), options);
    label->setBuddy(m_days);
    label->setWordWrap(true);
    days->addWidget(label, 1);
    days->addWidget(m_days);
    layout->addLayout(days);
    layout->addWidget(m_detach);
    layout->addWidget(m_compareButton, 0, Qt::AlignLeft);
    layout->addWidget(m_comparing);
    layout->addWidget(m_compared);
    m_compared->setObjectName(u"cleaningCompared"_s);
    m_compared->setWordWrap(true);
    m_compared->hide();
    m_days->setObjectName(u"cleaningDays"_s);
    m_days->setAccessibleName(tr("Unused and outputs older than so many days"));
    const auto unit = [this](int count) { m_days->setSuffix(count == 1 ? tr(" day") : tr(" days")); };
    connect(m_days, &QSpinBox::valueChanged, this, unit);
    unit(m_days->value());
    m_detach->setObjectName(u"cleaningDetach"_s);
    m_detach->setToolTip(
        tr("Offers copies that only vector stores use as well. They are taken out of these before they are "
           "deleted; searches there do not find them any more."));
    m_compareButton->setObjectName(u"cleaningCompare"_s);
    m_compareButton->setToolTip(
        tr("Downloads files of the same size and purpose to compare them; nothing is kept of them"));
    m_comparing->setObjectName(u"cleaningComparing"_s);
    m_comparing->hide();
    connect(m_days, &QSpinBox::valueChanged, &m_planDue, qOverload<>(&QTimer::start));
    connect(m_detach, &QCheckBox::toggled, &m_planDue, qOverload<>(&QTimer::start));
    connect(m_compareButton, &QPushButton::clicked, this, &CleanerDialog::compare);
    connect(m_comparing, &ProgressStrip::stopRequested, this, [this] {
        m_compare->stop();
        compared();
    });
    return options;
}

QWidget *CleanerDialog::makeReview()
{
    auto *page = new QWidget(this);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::edge);
    auto *side = new QWidget(page);
    auto *left = new QVBoxLayout(side);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(metrics::between);
    left->addWidget(m_categories);
    left->addWidget(makeOptions(side));
    left->addStretch(1);
    m_side = new ScrollColumn(side, page);
    m_side->setFixedWidth(sideWidth);
    layout->addWidget(m_side);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::inside);
    m_incomplete->setObjectName(u"cleaningIncomplete"_s);
    m_incomplete->setWordWrap(true);
    right->addWidget(m_incomplete);
    auto *filter = m_filter = new FilterEdit(theme(), page);
    filter->setObjectName(u"cleaningFilter"_s);
    filter->setPlaceholderText(tr("Filter: words, category=orphans, size>10MB, created>90d …"));
    right->addWidget(filter);
    m_table->setObjectName(u"cleaningTable"_s);
    m_table->setAccessibleName(tr("What may go"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_proxy);
    // The kind says why a thing is here at all: it is wide enough for the longest of them.
    int kind = 0;
    for (const CleaningCategory category : cleaningCategories())
        kind = std::max(kind, m_table->fontMetrics().horizontalAdvance(cleaningWord(category)));
    kind += 3 * metrics::inside;
    // The reasons are sentences, and what decides; ids are for who has a wide screen.
    m_table->setColumns({{250, 180, false, 360}, {kind, kind}, {320, 200, true}, {130, 90}, {76, 70}, {92, 80}, {120, 100}});
    right->addWidget(m_table, 1);
    m_nothing = new StateOverlay(theme(), m_table);
    layout->addLayout(right, 1);
    connect(m_categories, &CategoriesList::chosen, this, [this](CleaningCategory category, bool isChosen) {
        if (m_model)
            chooseCategory(category, isChosen);
    });
    connect(filter, &FilterEdit::filterChanged, this, [this, filter](const QString &text) {
        m_proxy->setFilterText(text, m_context.shell.clock.unixSeconds());
        filter->setProblem(m_proxy->filterError());
        if (m_model)
            showCounts();
        showNothing();
    });
    connect(m_nothing, &StateOverlay::actionTriggered, this, [this] { setFilter({}); });
    connect(filter, &FilterEdit::leaveToList, m_table, qOverload<>(&QWidget::setFocus));
    // Keys go as the eye does.
    putInOrder({m_categories, m_days, m_detach, m_compareButton, m_comparing, filter, m_table});
    return page;
}

void CleanerDialog::setFilter(const QString &text)
{
    m_filter->setFilter(text);
}

void CleanerDialog::look()
{
    m_compare->stop();
    m_compared->hide();
    m_hasCompared = false;
    m_comparing->hide();
    m_steps->setCurrentIndex(0);
    m_again->hide();
    m_delete->setEnabled(false);
    m_counts->clear();
    m_survey->start(Survey::Everything);
    showReading();
}

void CleanerDialog::showReading()
{
    const int total = m_survey->total();
    CellProgress progress;
    progress.done = total > 0 ? double(m_survey->done()) / total : -1;
    m_reading->setProgress(progress,
                           tr("%1 of %2 lists").arg(format::number(m_survey->done()), format::number(total)));
}

void CleanerDialog::looked(bool stopped)
{
    const QHash<QString, QByteArray> digests = m_compare->digests();
    m_input = CleaningInput::from(m_context.index, *m_survey, stopped);
    m_input.digests = digests;
    QStringList unread;
    for (const Survey::Fault &fault : m_survey->faults()) {
        if (!fault.noArea)
            unread << format::oneLine(fault.error.headline(), 120);
    }
    if (stopped)
        m_incomplete->setText(
            tr("Reading was stopped, so nothing is sure and nothing is offered. Read again to go on."));
    else if (!unread.isEmpty())
        m_incomplete->setText(tr("%Ln list(s) could not be read: %1. What depends on them is not offered.",
                                 nullptr, int(unread.size()))
                                  .arg(unread.first()));
    else if (m_wasTooOld)
        m_incomplete->setText(
            tr("What was read was more than ten minutes old, so it was read again. Look at what is chosen."));
    m_incomplete->setVisible(stopped || !unread.isEmpty() || m_wasTooOld);
    m_wasTooOld = false;
    m_lookedAtMs = m_context.shell.clock.monotonicMs();
    m_steps->setCurrentIndex(1);
    m_again->show();
    plan();
    m_table->setFocus();
}

void CleanerDialog::plan()
{
    m_planDue.stop();
    CleaningOptions options;
    options.days = m_days->value();
    options.detach = m_detach->isChecked();
    const int serial = ++m_planSerial;
    inBackground(
        this,
        [input = m_input, now = m_context.shell.clock.unixSeconds(), options] {
            return CleaningPlan::make(input, now, options);
        },
        [this, serial](const CleaningPlan &plan) {
            if (serial == m_planSerial) // no newer one is on its way
                showPlan(plan);
        });
}

void CleanerDialog::showPlan(const CleaningPlan &plan)
{
    const QSet<QString> before = m_model ? m_model->chosenKeys() : QSet<QString>();
    CleaningModel *old = m_model;
    m_model = new CleaningModel(plan.items, before, m_context.shell.clock, this);
    m_proxy->setRows(m_model);
    delete old;
    if (!old)
        m_table->sortByColumn(CleaningModel::Category, Qt::AscendingOrder);
    connect(m_model, &CleaningModel::chosenChanged, this, &CleanerDialog::showCounts);
    showNothing();
    m_categories->setPlan(plan);
    m_compareButton->setVisible(plan.comparable > 0 && m_comparing->isHidden());
    m_compareButton->setText(tr("Compare contents (%1)").arg(format::size(plan.comparableBytes)));
    m_compared->setVisible(m_hasCompared && !m_compare->isRunning());
    m_compared->setText(m_hasCompared ? comparedText(plan) : QString());
    // No language's words are cut.
    m_side->setFixedWidth(std::max(sideWidth, m_side->minimumSizeHint().width()));
    showCounts();
}

void CleanerDialog::showNothing()
{
    StateOverlay::State state;
    if (m_model && m_model->rowCount() == 0) {
        state.kind = StateOverlay::Kind::Empty;
        state.sentence = tr("Nothing here may go.");
        state.detail = tr("Everything that could be read is used, or younger than what is looked for.");
    } else if (m_model && m_proxy->rowCount() == 0) {
        state.kind = StateOverlay::Kind::Empty;
        state.icon = Icon::Filter;
        state.sentence = tr("Nothing that may go matches the filter.");
        state.detail = tr("What is younger than what is looked for is not in the list.");
        state.actionText = tr("Clear filter");
    }
    m_nothing->setState(state);
}

void CleanerDialog::compare()
{
    m_compareButton->hide();
    m_compared->hide();
    m_comparing->show();
    showComparing();
    inBackground(
        this, [input = m_input] { return CleaningPlan::candidates(input); },
        [this](const QList<IndexedObject> &files) {
            if (m_comparing->isHidden())
                return; // stopped meanwhile, or everything is read again
            m_compare->start(files);
            showComparing();
        });
}

void CleanerDialog::showComparing()
{
    CellProgress progress;
    progress.done =
        m_compare->bytesTotal() > 0 ? double(m_compare->bytesDone()) / double(m_compare->bytesTotal()) : -1;
    m_comparing->setProgress(
        progress, tr("%1 of %2").arg(format::number(m_compare->done()), format::number(m_compare->total())));
}

void CleanerDialog::compared()
{
    m_comparing->hide();
    m_input.digests = m_compare->digests();
    m_hasCompared = true;
    plan();
}

QString CleanerDialog::comparedText(const CleaningPlan &plan) const
{
    const int copies = plan.count(CleaningCategory::Duplicates);
    QStringList parts{tr("%Ln file(s) compared", nullptr, int(m_input.digests.size())),
                      copies > 0 ? tr("%Ln duplicate(s) offered", nullptr, copies)
                                 : tr("no duplicate that may go")};
    if (m_compare->failed() > 0)
        parts << tr("%Ln could not be read: %1", nullptr, m_compare->failed())
                     .arg(format::oneLine(m_compare->problem().headline(), 120));
    return parts.join(u", "_s);
}

void CleanerDialog::chooseCategory(CleaningCategory category, bool isChosen)
{
    // Nothing is chosen that the filter hides: who filters means what is there.
    QList<int> rows;
    bool all = true;
    bool isFiltered = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->items().at(row).category != category)
            continue;
        if (!m_proxy->mapFromSource(m_model->index(row, 0)).isValid()) {
            isFiltered = true;
            continue;
        }
        rows << row;
        all = all && m_model->isChosen(row);
    }
    m_model->choose(rows, isFiltered ? !all : isChosen);
    m_categories->follow(*m_model); // where nothing has changed the box goes back
}

int CleanerDialog::hiddenChosen() const
{
    if (m_proxy->rowCount() == m_model->rowCount())
        return 0; // as nearly always, and each tick asks
    int hidden = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        hidden += m_model->isChosen(row) && !m_proxy->mapFromSource(m_model->index(row, 0)).isValid();
    return hidden;
}

void CleanerDialog::showCounts()
{
    m_categories->follow(*m_model);
    const int chosen = m_model->chosenCount();
    QString text = tr("%1 of %2 chosen, %3")
                       .arg(format::number(chosen), format::number(m_model->rowCount()),
                            format::size(m_model->chosenBytes()));
    if (const int hidden = chosen > 0 ? hiddenChosen() : 0; hidden > 0)
        text += u" · "_s + tr("%Ln of them are hidden by the filter", nullptr, hidden);
    m_counts->setText(text);
    m_delete->setText(deleteText(true));
    m_delete->setEnabled(chosen > 0);
}

QString CleanerDialog::deleteText(bool asks) const
{
    const int out = m_model->chosenEntries();
    const int gone = m_model->chosenCount() - out;
    const QString text =
        out == 0    ? tr("Delete %Ln", nullptr, gone)
        : gone == 0 ? tr("Take out %Ln", "of vector stores", out)
                    : tr("Delete %1, take out %2", "numbers").arg(format::number(gone), format::number(out));
    return asks ? text + u'…' : text;
}

void CleanerDialog::confirm()
{
    if (m_context.shell.clock.monotonicMs() - m_lookedAtMs > oldAfterMs) {
        m_wasTooOld = true;
        look();
        return;
    }
    const QList<CleaningItem> items = m_model->chosen();
    const int count = int(items.size());
    ConfirmDialog::Question question;
    question.title = m_context.profile.production ? tr("Clean up %Ln thing(s) of PRODUCTION?", nullptr, count)
                                                  : tr("Clean up %Ln thing(s)?", nullptr, count);
    question.introduction = tr("%1 on profile “%2”. This cannot be undone.")
                                .arg(format::size(m_model->chosenBytes()), m_context.profile.name);
    QSet<QString> files;
    QStringList parts;
    int stores = 0;
    int entries = 0;
    int leaving = 0;
    int open = 0;
    for (const CleaningItem &item : items) {
        QString thing = item.title == item.id ? item.id : item.title + u"  ·  "_s + item.id;
        if (item.action == CleaningItem::Action::DetachFile)
            thing =
                tr("%1  ·  out of “%2”", "file, vector store").arg(thing, format::oneLine(item.storeTitle));
        question.things << thing;
        leaving += !item.detachFrom.isEmpty();
        open += item.category == CleaningCategory::UnansweredInputs;
        stores += item.action == CleaningItem::Action::DeleteStore;
        entries += item.action == CleaningItem::Action::DetachFile;
        if (item.action == CleaningItem::Action::DeleteFile)
            files.insert(item.id);
    }
    if (!files.isEmpty())
        parts << tr("%Ln file(s) will be deleted", nullptr, int(files.size()));
    if (leaving > 0)
        parts << tr("%Ln of them are taken out of vector stores before", nullptr, leaving);
    if (open > 0)
        parts << tr("%Ln of them hold requests that have no answer: these cannot be sent again then, and "
                    "results are shown without their requests",
                    nullptr, open);
    if (stores > 0)
        parts << tr("%Ln vector store(s) will be deleted; their files stay", nullptr, stores);
    if (entries > 0)
        parts << tr("%Ln entries are taken out of vector stores; their files stay", nullptr, entries);
    if (const int hidden = hiddenChosen(); hidden > 0)
        parts << tr("%Ln of them are hidden by the filter", nullptr, hidden);
    question.consequence =
        parts.join(u". "_s) + u". "_s +
        tr("Each is looked at once more before it goes: what has got another use by then stays. At the end all "
           "is listed again.");
    if (CleanerCommands::journalFile(m_context).isEmpty())
        question.consequence += u' ' + tr("This profile leaves nothing on this computer: a clean-up that is killed in the middle "
                                          "is not offered again.");
    question.confirm = deleteText(false);
    question.alwaysTyped = m_context.profile.production && count > 1;
    auto *dialog = new ConfirmDialog(theme(), question, this);
    if (!files.isEmpty())
        dialog->addConsequence(new DeletionUses(m_context, files, dialog));
    connect(dialog, &QDialog::accepted, this, [this, items] {
        Q_EMIT chosen(items);
        accept();
    });
    dialog->open();
}

} // namespace odc
