// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets.h"

#include "ui/delegates/progressdelegate.h"
#include "ui/delegates/statedelegate.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldgrid.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/imageview.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/navlist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/profilebutton.h"
#include "ui/widgets/progressstrip.h"
#include "ui/widgets/stateoverlay.h"
#include "ui/widgets/tableview.h"

#include <QtWidgets>

namespace odc::gallery {

using namespace Qt::StringLiterals;

namespace {

QStandardItem *cell(const QString &text, Tone tone = Tone::None)
{
    auto *item = new QStandardItem(text);
    item->setData(static_cast<int>(tone), ToneRole);
    return item;
}

QStandardItem *number(const QString &text)
{
    auto *item = cell(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QStandardItem *id(const QString &text)
{
    auto *item = cell(text);
    item->setData(true, MonospaceRole);
    item->setData(true, ElideMiddleRole);
    return item;
}

QStandardItemModel *filesModel(QObject *parent)
{
    auto *model = new QStandardItemModel(0, 8, parent);
    model->setHorizontalHeaderLabels(
        {u"Name"_s, u"ID"_s, u"Purpose"_s, u"Size"_s, u"Status"_s, u"Created"_s, u"Expires"_s, u"Used by"_s});
    model->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    const QStringList names{u"support-tickets-2026-q3.jsonl"_s,
                            u"train_v14.jsonl"_s,
                            u"handbook-2026.pdf"_s,
                            u"catalogue-de.csv"_s,
                            u"batch_0192_output.jsonl"_s,
                            u"step_metrics.csv"_s,
                            u"shelf-photo-0381.png"_s,
                            u"triage-golden.jsonl"_s,
                            u"invoice-extract-0081.jsonl"_s};
    const QStringList sizes{u"48.2 MB"_s, u"12.9 MB"_s, u"3.1 MB"_s,  u"904 KB"_s,
                            u"61.7 MB"_s, u"18 KB"_s,   u"111.1 MB"_s};
    for (int i = 0; i < 40; ++i) {
        const bool bad = i % 9 == 5;
        const bool soon = i % 9 == 8;
        model->appendRow({cell(names[i % names.size()]), id(u"file-%1Hq2vXw0LpRt9aB%2"_s.arg(i % 8).arg(i)),
                          cell(i % 3 ? u"batch"_s : u"fine-tune-results"_s), number(sizes[i % sizes.size()]),
                          cell(bad    ? u"error"_s
                               : soon ? u"uploaded"_s
                                      : u"processed"_s,
                               bad    ? Tone::Failed
                               : soon ? Tone::Running
                                      : Tone::Fine),
                          cell(i < 6 ? u"2 min ago"_s : u"12 Nov"_s),
                          cell(soon ? u"in 6 h"_s : u"never"_s, soon ? Tone::Attention : Tone::None),
                          cell(u"%1 stores"_s.arg(i % 4))});
    }
    return model;
}

TableView *filesTable(Theme &theme, QWidget *parent)
{
    auto *table = new TableView(theme, parent);
    table->setModel(filesModel(table));
    table->setColumns({{.width = 200, .minimum = 180},
                       {.width = 110, .minimum = 90},
                       {.width = 125},
                       {.width = 90},
                       {.width = 110},
                       {.width = 100},
                       {.width = 100},
                       {.width = 90}});
    table->sortByColumn(0, Qt::DescendingOrder);
    table->setAccessibleName(u"Files"_s);
    return table;
}

QWidget *transfers(Theme &theme, QWidget *parent)
{
    auto *table = new TableView(theme, parent);
    auto *model = new QStandardItemModel(0, 6, table);
    model->setHorizontalHeaderLabels(
        {u"Name"_s, u"Parts"_s, u"Progress"_s, u"Rate"_s, u"Left"_s, u"State"_s});
    for (const int column : {2, 3, 4}) {
        model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
    }
    const auto bar = [](const CellProgress &progress) {
        auto *item = cell({});
        item->setData(QVariant::fromValue(progress), ProgressRole);
        return item;
    };
    model->appendRow(
        {cell(u"corpus-full-2026.jsonl · 6.2 GB"_s),
         bar({0.61, 0, Tone::Running, QByteArray(36, 'd') + QByteArray(4, 'r') + QByteArray(20, ' ')}),
         number(u"61 %"_s), number(u"84.1 MB/s"_s), number(u"29 s"_s),
         cell(u"uploading, 4 parts"_s, Tone::Running)});
    model->appendRow({cell(u"shelf-photos (214 files)"_s), bar({0.34}), number(u"34 %"_s),
                      number(u"11.0 MB/s"_s), number(u"1 min"_s), cell(u"uploading"_s, Tone::Running)});
    model->appendRow({cell(u"batch_0192_output.jsonl"_s), bar({1, 0.12, Tone::Fine}), number(u"88 %"_s),
                      number(u"-"_s), number(u"-"_s), cell(u"retrying in 4 s: 503"_s, Tone::Attention)});
    table->setModel(model);
    table->setColumns({{.width = 300, .minimum = 200},
                       {.width = 300},
                       {.width = 90},
                       {.width = 100},
                       {.width = 80},
                       {.width = 180}});
    table->setItemDelegateForColumn(1, new ProgressDelegate(theme, table));
    table->setSortingEnabled(false);
    return table;
}

QTabBar *tabs(const QStringList &names, int current)
{
    auto *bar = new QTabBar;
    for (const QString &name : names) {
        bar->addTab(name);
    }
    bar->setCurrentIndex(current);
    bar->setExpanding(false);
    bar->setDrawBase(true);
    return bar;
}

QWidget *details(Theme &theme)
{
    auto *panel = new QWidget;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(metrics::edge, metrics::between, metrics::edge, metrics::edge);
    layout->setSpacing(metrics::tight);
    auto *name = new ElidedLabel(theme, Theme::FontRole::Heading);
    name->setFullText(u"support-tickets-2026-q3.jsonl"_s);
    layout->addWidget(name);
    auto *idLine = new QHBoxLayout;
    auto *idLabel = new ElidedLabel(theme, Theme::FontRole::Mono, Token::Secondary);
    idLabel->setFullText(u"file-7Hq2vXw0Lp"_s);
    idLine->addWidget(idLabel);
    idLine->addWidget(new CopyButton(theme, u"Copy id"_s));
    idLine->addStretch(1);
    layout->addLayout(idLine);
    layout->addWidget(tabs({u"Summary"_s, u"Preview"_s, u"Used by"_s, u"JSON"_s}, 0));
    layout->addSpacing(metrics::inside);
    auto *fields = new FieldGrid(theme);
    const auto add = [fields](const QString &key, const QString &value, Tone tone = Tone::None) {
        fields->addField(key, key);
        fields->setValue(key, {.text = value, .tone = tone});
    };
    add(u"Purpose"_s, u"batch"_s);
    add(u"Size"_s, u"48.2 MB (50,541,218 bytes)"_s);
    add(u"Status"_s, u"processed"_s, Tone::Fine);
    add(u"Created"_s, u"22 Nov 2026, 14:31:07"_s);
    add(u"Expires"_s, u"22 Dec 2026 (in 29 days)"_s);
    add(u"Lines"_s, u"12,000 requests, 1 model"_s);
    fields->addField(u"Id"_s, u"Id"_s);
    fields->setValue(u"Id"_s, {.text = u"file-7Hq2vXw0Lp"_s, .monospace = true, .copyable = true});
    add(u"Checked"_s, u"no findings"_s, Tone::Fine);
    layout->addWidget(fields);
    layout->addSpacing(metrics::between);
    layout->addWidget(new SectionLabel(theme, u"Used by"_s));
    auto *used = new TableView(theme);
    used->setEdgePadding(metrics::inside);
    auto *model = new QStandardItemModel(0, 3, used);
    model->setHorizontalHeaderLabels({u"Object"_s, u"As"_s, u"Status"_s});
    model->appendRow({id(u"batch_692101f0c4"_s), cell(u"input"_s), cell(u"in progress"_s, Tone::Running)});
    model->appendRow({id(u"batch_6920fe12aa"_s), cell(u"input"_s), cell(u"failed"_s, Tone::Failed)});
    used->setModel(model);
    used->setColumns({{.width = 120, .minimum = 110}, {.width = 70}, {.width = 110}});
    used->setSortingEnabled(false);
    used->setFixedHeight(metrics::headerHeight + 2 * metrics::rowHeight);
    layout->addWidget(used);
    layout->addSpacing(metrics::between);
    layout->addWidget(new SectionLabel(theme, u"Preview"_s));
    auto *json = new JsonView(theme);
    json->setContent(
        R"({"custom_id":"t-000001","method":"POST","url":"/v1/chat/completions","n":12,"stream":false})");
    json->setHeightInLines(7);
    layout->addWidget(json);
    layout->addStretch(1);
    return panel;
}

QWidget *page(Theme &theme)
{
    auto *window = new QMainWindow;
    for (const QString &name :
         {u"File"_s, u"Edit"_s, u"View"_s, u"Go"_s, u"Object"_s, u"Tools"_s, u"Help"_s}) {
        window->menuBar()->addMenu(name)->addAction(name);
    }
    auto *centre = new QWidget;
    auto *all = new QVBoxLayout(centre);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *stripe = new ColourStripe;
    stripe->setColour(theme.isDark() ? QColor(0xC2410C) : QColor(0x2563EB));
    all->addWidget(stripe);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    all->addLayout(row, 1);

    auto *side = new QWidget;
    setGround(side, Token::Side);
    side->setFixedWidth(metrics::navWidth);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, metrics::inside, 0, metrics::inside);
    auto *profileRow = new QHBoxLayout;
    profileRow->setContentsMargins(metrics::inside, 0, metrics::inside, 0);
    auto *profile = new ProfileButton(theme);
    profile->setProfile(u"Acme / research"_s, u"api.openai.com · key"_s, stripe->colour());
    profileRow->addWidget(profile);
    sideLayout->addLayout(profileRow);
    auto *nav = new NavList(theme);
    nav->addItem(u"overview"_s, Icon::Overview, u"Overview"_s);
    nav->addItem(u"files"_s, Icon::File, u"Files"_s);
    nav->addItem(u"transfers"_s, Icon::Transfers, u"Transfers"_s);
    nav->addItem(u"batches"_s, Icon::Batches, u"Batches"_s);
    nav->addItem(u"stores"_s, Icon::Stores, u"Vector stores"_s);
    nav->addItem(u"evals"_s, Icon::Evals, u"Evals"_s);
    nav->addItem(u"ft"_s, Icon::Finetune, u"Fine-tuning"_s);
    nav->setCount(u"files"_s, u"8,412"_s);
    nav->setCount(u"transfers"_s, u"3"_s);
    nav->setCount(u"batches"_s, u"27"_s);
    nav->setCount(u"stores"_s, u"64"_s);
    nav->setCount(u"evals"_s, u"112"_s);
    nav->setCurrentId(u"files"_s);
    sideLayout->addWidget(nav, 1);
    auto *readOnly = makeButton(theme, u"Read-only: off"_s, Icon::Unlock, ButtonRole::Flat);
    sideLayout->addWidget(readOnly, 0, Qt::AlignLeft);
    row->addWidget(side);
    row->addWidget(new Separator(Qt::Vertical));

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    row->addLayout(right, 1);
    auto *header = new PageHeader(theme);
    header->setTitle(u"Files"_s);
    header->setSummary(u"8,412 files, 212.4 GB of 2.5 TB · 3 selected, 157.2 MB"_s);
    auto *download = new QAction(theme.icon(Icon::Download), u"&Download…"_s, window);
    auto *remove = new QAction(theme.icon(Icon::Trash, Token::Bad), u"Delete 3…"_s, window);
    auto *upload = new QAction(theme.icon(Icon::Upload), u"&Upload files…"_s, window);
    header->addAction(download, ButtonRole::Default);
    header->addAction(remove, ButtonRole::Danger);
    header->addAction(upload, ButtonRole::Primary);
    right->addWidget(header);
    right->addWidget(new Separator);
    auto *bar = new MessageBar(theme);
    right->addWidget(bar);
    bar->showMessage(
        {.kind = Message::Kind::Warning,
         .text = u"The hosted Evals service closes on 30 Nov 2026. 112 evals, 903 runs here: 0 archived."_s,
         .details = u"x"_s,
         .actionText = u"Archive now"_s});

    auto *columns = new QSplitter;
    right->addWidget(columns, 1);
    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(metrics::edge, metrics::inside, metrics::inside, metrics::inside);
    tools->setSpacing(metrics::inside);
    auto *filter = new FilterEdit(theme);
    filter->setPlaceholderText(u"Filter: name, id, size>10MB …"_s);
    tools->addWidget(filter);
    auto *chips = new ChipBar(theme);
    chips->setChip(u"purpose"_s, u"purpose: any"_s);
    chips->setChip(u"created"_s, u"created: last 30 days"_s);
    tools->addWidget(chips, 1, Qt::AlignVCenter);
    tools->addWidget(makeButton(theme, u"Columns"_s, Icon::Columns, ButtonRole::Flat));
    tools->addWidget(makeButton(theme, u"Export"_s, Icon::Export, ButtonRole::Flat));
    tools->addWidget(makeIconButton(theme, Icon::Refresh, u"Refresh"_s));
    listLayout->addLayout(tools);
    listLayout->addWidget(new Separator);
    auto *table = filesTable(theme, list);
    listLayout->addWidget(table, 1);
    for (const int selected : {0, 4, 13}) {
        table->selectionModel()->select(table->model()->index(selected, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    columns->addWidget(list);
    columns->addWidget(details(theme));
    columns->setSizes({856, 370});
    columns->setStretchFactor(0, 1);
    window->setCentralWidget(centre);

    auto *dock = new QDockWidget(u"Transfers"_s);
    dock->setWidget(transfers(theme, dock));
    dock->setTitleBarWidget([] {
        auto *title = new QWidget;
        auto *layout = new QHBoxLayout(title);
        layout->setContentsMargins(metrics::between, 0, metrics::between, 0);
        layout->addWidget(tabs({u"Transfers (3)"_s, u"Activity"_s}, 0));
        return title;
    }());
    window->addDockWidget(Qt::BottomDockWidgetArea, dock);
    window->resizeDocks({dock}, {180}, Qt::Vertical);
    auto *connected = new StateLabel(theme);
    connected->setState(Tone::Fine, u"Connected"_s);
    window->statusBar()->addWidget(connected);
    window->statusBar()->addWidget(
        new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, u"2 requests in flight"_s));
    window->statusBar()->addPermanentWidget(
        new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, u"Refreshed 12 s ago"_s));
    return window;
}

QWidget *controls(Theme &theme)
{
    auto *window = new QWidget;
    auto *columns = new QHBoxLayout(window);
    columns->setSpacing(metrics::edge);
    auto *left = new QVBoxLayout;
    auto *buttons = new QGroupBox(u"Buttons"_s);
    auto *grid = new QGridLayout(buttons);
    int line = 0;
    for (const ButtonRole role :
         {ButtonRole::Default, ButtonRole::Primary, ButtonRole::Danger, ButtonRole::Flat, ButtonRole::Link}) {
        auto *enabled = makeButton(theme, u"Upload"_s, Icon::Upload, role);
        auto *disabled = makeButton(theme, u"Disabled"_s, Icon::Trash, role);
        disabled->setEnabled(false);
        auto *down = makeButton(theme, u"Pressed"_s, std::nullopt, role);
        down->setDown(true);
        auto *menu = makeButton(theme, u"Menu"_s, Icon::More, role);
        menu->setMenu(new QMenu(menu));
        grid->addWidget(enabled, line, 0);
        grid->addWidget(disabled, line, 1);
        grid->addWidget(down, line, 2);
        grid->addWidget(menu, line++, 3);
    }
    left->addWidget(buttons);

    auto *inputs = new QGroupBox(u"Inputs"_s);
    auto *form = new QFormLayout(inputs);
    form->addRow(u"Name"_s, new QLineEdit(u"support-kb"_s));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(u"Optional"_s);
    form->addRow(u"Description"_s, empty);
    auto *off = new QLineEdit(u"disabled"_s);
    off->setEnabled(false);
    form->addRow(u"Disabled"_s, off);
    auto *clear = new QLineEdit(u"with clear button"_s);
    clear->setClearButtonEnabled(true);
    form->addRow(u"Clear"_s, clear);
    auto *combo = new QComboBox;
    combo->addItems({u"fine-tune"_s, u"batch"_s, u"assistants"_s});
    form->addRow(u"Purpose"_s, combo);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItems({u"gpt-4.1-mini"_s, u"gpt-4.1"_s});
    form->addRow(u"Model"_s, editable);
    auto *offCombo = new QComboBox;
    offCombo->addItem(u"disabled"_s);
    offCombo->setEnabled(false);
    form->addRow(u"Disabled"_s, offCombo);
    auto *spin = new QSpinBox;
    spin->setSuffix(u" days"_s);
    spin->setValue(29);
    form->addRow(u"Expires"_s, spin);
    form->addRow(u"When"_s, new QDateTimeEdit(QDateTime(QDate(2026, 11, 22), QTime(14, 31))));
    left->addWidget(inputs);

    auto *choices = new QGroupBox(u"Choices"_s);
    auto *choiceGrid = new QGridLayout(choices);
    for (int i = 0; i < 3; ++i) {
        auto *check = new QCheckBox(u"Check %1"_s.arg(i));
        check->setTristate(true);
        check->setCheckState(static_cast<Qt::CheckState>(i));
        choiceGrid->addWidget(check, 0, i);
        auto *radio = new QRadioButton(u"Radio %1"_s.arg(i));
        radio->setChecked(i == 1);
        choiceGrid->addWidget(radio, 1, i);
    }
    auto *offCheck = new QCheckBox(u"Disabled"_s);
    offCheck->setChecked(true);
    offCheck->setEnabled(false);
    choiceGrid->addWidget(offCheck, 2, 0);
    auto *checkGroup = new QGroupBox(u"Checkable group"_s);
    checkGroup->setCheckable(true);
    (new QVBoxLayout(checkGroup))->addWidget(new QLineEdit(u"inside"_s));
    choiceGrid->addWidget(checkGroup, 3, 0, 1, 3);
    left->addWidget(choices);
    left->addStretch(1);
    columns->addLayout(left, 1);

    auto *middle = new QVBoxLayout;
    auto *tabWidget = new QTabWidget;
    auto *text = new QPlainTextEdit(u"Plain text edit\nsecond line"_s);
    tabWidget->addTab(text, u"Editor"_s);
    tabWidget->addTab(new QWidget, u"Second"_s);
    tabWidget->addTab(new QWidget, u"Disabled"_s);
    tabWidget->setTabEnabled(2, false);
    tabWidget->setMaximumHeight(160);
    middle->addWidget(tabWidget);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    middle->addWidget(progress);
    auto *strip = new ProgressStrip(theme);
    strip->setProgress({0.48, 0.06}, u"4,871 of 10,000 · 312 a second · 16 s left"_s);
    middle->addWidget(strip);
    for (const Message::Kind kind :
         {Message::Kind::Info, Message::Kind::Ok, Message::Kind::Warning, Message::Kind::Error}) {
        auto *bar = new MessageBar(theme);
        bar->showMessage({.kind = kind,
                          .text = u"catalogue.csv could not be uploaded: the server refused its purpose."_s,
                          .details = u"HTTP 400 · code invalid_purpose · request id req_81c0f2"_s,
                          .actionText = kind == Message::Kind::Error ? u"Try again"_s : QString()});
        middle->addWidget(bar);
        if (kind == Message::Kind::Error) {
            bar->findChildren<QPushButton *>().first()->click();
        }
    }
    auto *tree = new QTreeWidget;
    tree->setHeaderLabels({u"Store / file"_s, u"Files"_s, u"State"_s});
    auto *store = new QTreeWidgetItem(tree, {u"support-kb"_s, u"1,204"_s, u"3 failed"_s});
    store->setData(2, ToneRole, int(Tone::Attention));
    auto *child = new QTreeWidgetItem(store, {u"returns-policy.md"_s, {}, u"completed"_s});
    child->setData(2, ToneRole, int(Tone::Fine));
    child->setCheckState(0, Qt::Checked);
    new QTreeWidgetItem(tree, {u"contracts-eu"_s, u"8,911"_s, u"completed"_s});
    tree->expandAll();
    tree->setItemDelegate(new StateDelegate(theme, tree));
    middle->addWidget(tree, 1);
    auto *cards = new QHBoxLayout;
    for (int i = 0; i < 2; ++i) {
        auto *card = new Card(theme, i ? u"Failed since yesterday"_s : u"Running now"_s);
        card->contentLayout()->addWidget(
            new TextLabel(theme, Theme::FontRole::Figure, i ? Token::Bad : Token::Text, i ? u"1"_s : u"7"_s));
        card->contentLayout()->addWidget(
            new TextLabel(theme, Theme::FontRole::Body, Token::Secondary, u"3 batches, 1 eval run, 1 job"_s));
        cards->addWidget(card);
    }
    middle->addLayout(cards);
    columns->addLayout(middle, 1);

    auto *right = new QVBoxLayout;
    auto *menu = new QMenu;
    menu->addAction(theme.icon(Icon::Upload), u"&Upload files…"_s, QKeySequence(Qt::CTRL | Qt::Key_U), menu,
                    [] {});
    menu->addAction(theme.icon(Icon::Trash, Token::Bad), u"Delete"_s)->setEnabled(false);
    menu->addSeparator();
    QAction *checked = menu->addAction(u"Follow the desktop"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addMenu(u"Copy as"_s)->addAction(u"cURL"_s);
    menu->setActiveAction(menu->actions().first());
    menu->ensurePolished();
    menu->adjustSize();
    auto *menuPicture = new QLabel;
    menuPicture->setPixmap(menu->grab());
    menu->deleteLater();
    right->addWidget(menuPicture);
    auto *image = new ImageView(theme);
    image->setImage(IconSet::application().pixmap(256, 256).toImage());
    image->setFixedHeight(180);
    right->addWidget(image);
    auto *json = new JsonView(theme);
    json->setLineNumbersVisible(true);
    json->setContent(
        R"({"error":{"message":"max_tokens is too large","type":"invalid_request_error","code":null,)"
        R"("values":[1,2.5,true],"empty":{}}})");
    json->openFind();
    right->addWidget(json, 1);
    auto *swatches = new QWidget;
    auto *flow = new FlowLayout(swatches);
    for (int i = 0; i < iconCount; ++i) {
        flow->addWidget(makeIconButton(theme, static_cast<Icon>(i), IconSet::name(static_cast<Icon>(i))));
    }
    right->addWidget(swatches);
    columns->addLayout(right, 1);
    return window;
}

QWidget *states(Theme &theme)
{
    auto *window = new QWidget;
    auto *grid = new QGridLayout(window);
    const QList<StateOverlay::State> all{
        {StateOverlay::Kind::Empty, u"No files in this project yet"_s,
         u"Drop files anywhere here, or choose them. JSONL, PDF, pictures and text up to 512 MB."_s,
         u"Upload files…"_s, Icon::Upload, true},
        {StateOverlay::Kind::Loading, u"Loading files"_s, u"4,871 so far"_s, u"Stop"_s},
        {StateOverlay::Kind::Error, u"The list could not be loaded"_s,
         u"api.openai.com did not answer within 30 s. Check the network, or the profile's proxy."_s,
         u"Try again"_s},
        {StateOverlay::Kind::Unavailable, u"Evals are not offered on this profile"_s,
         u"The service answered 404. Archived evals can still be opened."_s, u"Open an archive…"_s}};
    for (int i = 0; i < all.size(); ++i) {
        auto *table = filesTable(theme, window);
        auto *overlay = new StateOverlay(theme, table);
        overlay->setState(all[i]);
        grid->addWidget(table, i / 2, i % 2);
    }
    return window;
}

} // namespace

QStringList names()
{
    return {u"page"_s, u"controls"_s, u"states"_s};
}

QWidget *sheet(const QString &name, Theme &theme)
{
    return name == u"page"_s       ? page(theme)
           : name == u"controls"_s ? controls(theme)
           : name == u"states"_s   ? states(theme)
                                   : nullptr;
}

} // namespace odc::gallery
