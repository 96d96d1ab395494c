// SPDX-License-Identifier: GPL-3.0-or-later
#include "addfilesdialog.h"

#include "base/format.h"
#include "lists/intakemodel.h"
#include "settings/settings.h"
#include "ui/dialogs/expiryedit.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/forms/problemline.h"
#include "ui/pages/stores/attributesedit.h"
#include "ui/pages/stores/chunkingedit.h"
#include "ui/forms/filepickerdialog.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/tableview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 352;

/// The small line above a field.
void addField(QVBoxLayout *layout, const Theme &theme, const QString &title, QWidget *field, QWidget *parent)
{
    auto *label = new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, title, parent);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    layout->addSpacing(metrics::inside);
}

} // namespace

AddFilesDialog::AddFilesDialog(const PageContext &context, const QString &storeTitle, QWidget *parent)
    : GatherDialog(context.shell.theme, context.shell.settings,
                   tr("Add files to “%1”").arg(format::oneLine(storeTitle, 60)), parent),
      m_context(context), m_model(new IntakeModel(this)), m_proxy(new QSortFilterProxyModel(this)),
      m_table(new TableView(theme(), this)), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)),
      m_problems(new ProblemLine(theme(), this))
{
    setObjectName(u"addFilesDialog"_s);
    if (context.profile.production)
        setIntroduction(tr("This goes to the production profile “%1”.").arg(context.profile.name));

    auto *parts = new QHBoxLayout;
    parts->setSpacing(metrics::edge);
    auto *left = new QVBoxLayout;
    left->setSpacing(metrics::inside);
    m_proxy->setSortRole(SortRole);
    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(u"intakeTable"_s);
    m_table->setAccessibleName(tr("Files to add"));
    m_table->setEdgePadding(metrics::inside);
    m_table->setModel(m_proxy);
    m_table->setColumns({{180, 120, false, 200}, {190, 110, true}, {80, 70}, {130, 80}, {150, 80}});
    m_table->setColumnVacant(IntakeModel::Own, true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(IntakeModel::Verdict, Qt::DescendingOrder); // what will not go in stands on top
    m_table->setMinimumHeight(220);
    left->addWidget(m_table, 1);
    summary()->setObjectName(u"intakeSummary"_s);
    left->addWidget(summary());
    parts->addLayout(left, 1);

    auto *side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    auto *right = new QVBoxLayout(side);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(metrics::inside);
    m_tabs->setObjectName(u"intakeTabs"_s);
    m_tabs->setAccessibleName(tr("For which files"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("For all files"));
    m_tabs->addTab(tr("For the selected"));
    right->addWidget(m_tabs);
    m_pages->addWidget(new ScrollColumn(makeForAll()));
    m_pages->addWidget(new ScrollColumn(makeForChosen()));
    right->addWidget(m_pages, 1);
    parts->addWidget(side);
    body()->addLayout(parts, 1);
    body()->addWidget(m_problems);

    QPushButton *pickFiles =
        makeButton(theme(), tr("From the project…"), Icon::Plus, ButtonRole::Default, this);
    pickFiles->setObjectName(u"pickFiles"_s);
    connect(pickFiles, &QPushButton::clicked, this, &AddFilesDialog::pick);
    addToRow(pickFiles);
    addSourceButtons();
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_add = addButton({}, ButtonRole::Primary);
    m_add->setObjectName(u"startAdding"_s);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_problems, &ProblemLine::showRequested, this, [this](const QString &path) {
        const bool isOwn = path.startsWith("own."_L1);
        m_tabs->setCurrentIndex(isOwn ? 1 : 0);
        const QString field = path.section(u'.', -1);
        if (field == "attributes"_L1)
            (isOwn ? m_ownAttributes : m_attributes)->focusProblem();
        else
            (isOwn ? m_ownChunking : m_chunking)->focusField(field);
    });
    connect(m_model, &FileChoiceModel::choiceChanged, this, &AddFilesDialog::judge);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AddFilesDialog::showSelection);
    setWantedSize({1080, 640});
    showSelection();
    judge();
}

QWidget *AddFilesDialog::makeForAll()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, metrics::inside, metrics::between, 0);
    layout->setSpacing(metrics::tight);
    m_chunking = new ChunkingEdit(theme(), tr("Chunking of all files"), page);
    m_chunking->setObjectName(u"chunkingForAll"_s);
    addField(layout, theme(), tr("&Chunking"), m_chunking, page);
    m_attributes = new AttributesEdit(theme(), tr("Attributes of all files"), page);
    m_attributes->setObjectName(u"attributesForAll"_s);
    addField(layout, theme(), tr("A&ttributes, to filter searches by"), m_attributes, page);

    m_uploadFields = new QWidget(page);
    auto *upload = new QVBoxLayout(m_uploadFields);
    upload->setContentsMargins(0, 0, 0, 0);
    upload->setSpacing(metrics::tight);
    m_purpose = new QComboBox(m_uploadFields);
    m_purpose->setObjectName(u"purpose"_s);
    for (const QString &purpose : {u"assistants"_s, u"user_data"_s})
        m_purpose->addItem(purpose, purpose);
    addField(upload, theme(), tr("&Purpose of what is uploaded"), m_purpose, m_uploadFields);
    m_expiry = new ExpiryEdit(tr("Never"), false, m_uploadFields);
    addField(upload, theme(), tr("The files &expire"), m_expiry, m_uploadFields);
    m_marks = new QCheckBox(tr("Mark them for keeping in step with a folder"), m_uploadFields);
    m_marks->setObjectName(u"marksForSync"_s);
    m_marks->setToolTip(tr("With the attributes odc_path and odc_size, by which a sync knows them again"));
    m_marks->setChecked(true);
    upload->addWidget(m_marks);
    layout->addWidget(m_uploadFields);
    layout->addStretch(1);

    connect(m_chunking, &ChunkingEdit::edited, this, &AddFilesDialog::judge);
    connect(m_attributes, &AttributesEdit::edited, this, &AddFilesDialog::judge);
    return page;
}

QWidget *AddFilesDialog::makeForChosen()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, metrics::inside, metrics::between, 0);
    layout->setSpacing(metrics::tight);
    m_chosenNote = new HintLabel(theme(), Theme::FontRole::Small, {}, page);
    m_chosenNote->setObjectName(u"chosenNote"_s);
    layout->addWidget(m_chosenNote);
    layout->addSpacing(metrics::inside);
    m_hasOwnChunking = new QCheckBox(tr("Chunked in their own way"), page);
    m_hasOwnChunking->setObjectName(u"hasOwnChunking"_s);
    layout->addWidget(m_hasOwnChunking);
    m_ownChunking = new ChunkingEdit(theme(), tr("Chunking of the selected files"), page);
    m_ownChunking->setObjectName(u"ownChunking"_s);
    layout->addWidget(m_ownChunking);
    layout->addSpacing(metrics::inside);
    m_ownAttributes = new AttributesEdit(theme(), tr("Attributes of the selected files"), page);
    m_ownAttributes->setObjectName(u"ownAttributes"_s);
    addField(layout, theme(), tr("A&ttributes beside those of all files"), m_ownAttributes, page);
    layout->addStretch(1);
    connect(m_hasOwnChunking, &QCheckBox::toggled, this, &AddFilesDialog::takeOwn);
    connect(m_ownChunking, &ChunkingEdit::edited, this, &AddFilesDialog::takeOwn);
    connect(m_ownAttributes, &AttributesEdit::edited, this, &AddFilesDialog::takeOwn);
    return page;
}

void AddFilesDialog::take(const QList<UploadCandidate> &files, const QStringList &paths)
{
    m_model->addLocal(files, paths);
}

void AddFilesDialog::addFiles(const QList<FileObject> &files)
{
    m_model->addFiles(files);
}

void AddFilesDialog::pick()
{
    auto *picker =
        new FilePickerDialog(m_context, tr("They are added to those that are listed already."), this);
    connect(picker, &QDialog::accepted, this, [this, picker] { addFiles(picker->files()); });
    picker->open();
}

QList<int> AddFilesDialog::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : selected)
        rows << m_proxy->mapToSource(row).row();
    return rows;
}

void AddFilesDialog::showSelection()
{
    const QList<int> rows = chosenRows();
    const bool hasRows = !rows.isEmpty();
    m_isFilling = true;
    m_tabs->setTabText(1,
                       hasRows ? tr("For %Ln selected", nullptr, int(rows.size())) : tr("For the selected"));
    const IntakeModel::OwnSettings own = hasRows ? m_model->own(rows.first()) : IntakeModel::OwnSettings();
    bool isMixed = false;
    for (const int row : rows)
        isMixed |= m_model->own(row) != own;
    m_hasOwnChunking->setChecked(own.chunking.has_value());
    m_ownChunking->setStrategy(own.chunking.value_or(m_chunking->strategy()));
    m_ownChunking->setVisible(own.chunking.has_value());
    m_ownAttributes->setAttributes(own.attributes);
    for (QWidget *field : std::initializer_list<QWidget *>{m_hasOwnChunking, m_ownChunking, m_ownAttributes})
        field->setEnabled(hasRows);
    m_isFilling = false;
    if (!hasRows)
        m_chosenNote->setText(tr("Select files in the list to give them what the others do not have."));
    else if (isMixed)
        m_chosenNote->setText(
            tr("They differ; shown is what the first one has. A change goes to all of them."));
    else
        m_chosenNote->setText(
            tr("Counts for these files only. An attribute of the same name counts instead of the one "
               "of all files."));
    judge();
}

void AddFilesDialog::takeOwn()
{
    m_ownChunking->setVisible(m_hasOwnChunking->isChecked());
    if (m_isFilling)
        return;
    IntakeModel::OwnSettings own;
    if (m_ownAttributes->problem().isEmpty())
        own.attributes = m_ownAttributes->attributes();
    if (m_hasOwnChunking->isChecked() && m_ownChunking->problems().isEmpty())
        own.chunking = m_ownChunking->strategy();
    m_model->setOwn(chosenRows(), own);
    m_table->setColumnVacant(IntakeModel::Own, false);
    judge();
}

/// Which rules are broken, and whether it can begin.
void AddFilesDialog::judge()
{
    QList<FormProblem> problems;
    const auto addChunking = [&problems](const ChunkingEdit *edit, const QString &prefix) {
        for (FormProblem problem : edit->problems()) {
            problem.path.prepend(prefix);
            problems << problem;
        }
    };
    addChunking(m_chunking, {});
    if (const QString problem = m_attributes->problem(); !problem.isEmpty())
        problems << FormProblem{u"attributes"_s, problem};
    if (m_hasOwnChunking->isChecked() && m_hasOwnChunking->isEnabled())
        addChunking(m_ownChunking, u"own."_s);
    if (const QString problem = m_ownAttributes->problem();
        !problem.isEmpty() && m_ownAttributes->isEnabled())
        problems << FormProblem{u"own.attributes"_s, problem};
    if (problems.isEmpty()) {
        const QJsonObject forAll = m_attributes->attributes();
        if (const int row = m_model->rowWithProblem(forAll); row >= 0) {
            const QString name = m_model->index(row, IntakeModel::Name).data().toString();
            problems << FormProblem{
                u"attributes"_s,
                tr("%1: %2").arg(name, attributesProblem(m_model->attributesOf(row, forAll)))};
        }
    }
    m_problems->setVisible(!problems.isEmpty());
    m_problems->setProblems(problems, {});
    const int count = m_model->chosenCount();
    m_add->setText(count == 0 ? tr("Add") : tr("Add %Ln file(s)", nullptr, count));
    m_add->setEnabled(count > 0 && problems.isEmpty() && !isGathering());
    m_uploadFields->setVisible(m_model->hasLocal() || m_model->rowCount() == 0);
    showSummary();
}

void AddFilesDialog::showSummary()
{
    QStringList more;
    if (const int refused = m_model->refusedCount())
        more << tr("%Ln cannot go in", nullptr, refused);
    if (const int doubtful = m_model->doubtfulCount())
        more << tr("%Ln left out: not supported", nullptr, doubtful);
    summarise(*m_model, more);
}

QList<AttachJob::Order> AddFilesDialog::orders() const
{
    std::optional<ChunkingStrategy> chunking;
    if (m_chunking->strategy().isStatic) // "auto" is what is done anyway
        chunking = m_chunking->strategy();
    return m_model->orders(m_attributes->attributes(), chunking, m_marks->isChecked());
}

QString AddFilesDialog::purpose() const
{
    return m_purpose->currentData().toString();
}

std::optional<qint64> AddFilesDialog::expiresAfterSeconds() const
{
    return m_expiry->seconds();
}

} // namespace odc
