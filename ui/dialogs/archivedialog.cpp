// SPDX-License-Identifier: GPL-3.0-or-later
#include "archivedialog.h"

#include "api/session.h"
#include "archive/archivesurvey.h"
#include "base/format.h"
#include "settings/profilestore.h"
#include "ui/context/archiveservice.h"
#include "ui/dialogs/hintlabel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

// What a request and a second of the line are taken to be worth, until the work itself tells.
constexpr double secondsARequest = 0.1;
constexpr double secondsARequestHere = 0.004;
constexpr double bytesASecond = 5'000'000;
constexpr double pageSize = 100;
constexpr double pagesOfAJob = 12; ///< a job does not say how many events it has; a usual one has a thousand
constexpr int typedMs = 250;

/// A number for a sentence: servers may count as they like.
int shown(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// What was archived to last goes on there, whatever else there is.
QString firstFolder(const PageContext &context)
{
    const QString last = context.shell.archives.lastFolder(context.profile);
    return last.isEmpty() ? ArchiveDialog::usualFolder(context.profile) : last;
}

} // namespace

ArchiveDialog::ArchiveDialog(const PageContext &context, QWidget *parent)
    : ConsoleDialog(context.shell.theme, tr("Archive this profile"), parent), m_context(context),
      m_survey(new ArchiveSurvey(context.session, this)), m_typed(new QTimer(this))
{
    setObjectName(u"archiveDialog"_s);
    setIntroduction(tr("A complete, verified copy of “%1” (%2) on this computer. It opens offline, and a "
                       "copy of it can be worked "
                       "with when the service is gone.")
                        .arg(format::oneLine(context.profile.name, 60),
                             format::oneLine(context.profile.hostLabel(), 60)));
    auto *things = new QGridLayout;
    things->setHorizontalSpacing(metrics::edge);
    things->setVerticalSpacing(metrics::inside);
    things->setColumnStretch(1, 1);
    body()->addWidget(new SectionLabel(theme(), tr("What"), this));
    body()->addLayout(things);
    const auto add = [&](const QString &name, const QString &title) {
        QCheckBox *box = addThing(name, title);
        const int row = things->rowCount();
        things->addWidget(box, row, 0);
        things->addWidget(m_counts.value(box), row, 1);
        return box;
    };
    m_evals = add(u"archiveEvals"_s, tr("&Evals, runs and output items"));
    m_batches = add(u"archiveBatches"_s, tr("&Batches"));
    m_jobs = add(u"archiveJobs"_s, tr("Fi&ne-tuning jobs, events and checkpoints"));
    m_stores = add(u"archiveStores"_s, tr("&Vector stores and what is in them"));
    m_texts = add(u"archiveTexts"_s, tr("&Texts made of their files"));
    m_files = add(u"archiveFiles"_s, tr("&Files"));
    m_contents = add(u"archiveContents"_s, tr("File &contents"));

    body()->addSpacing(metrics::tight);
    body()->addWidget(new SectionLabel(theme(), tr("Where"), this));
    auto *place = new QHBoxLayout;
    place->setSpacing(metrics::inside);
    m_folder = new QLineEdit(QDir::toNativeSeparators(firstFolder(context)), this);
    m_folder->setObjectName(u"archiveFolder"_s);
    m_folder->setAccessibleName(tr("Folder of the archive"));
    place->addWidget(m_folder, 1);
    QPushButton *choose = makeButton(theme(), tr("C&hoose…"), Icon::Folder, ButtonRole::Default, this);
    choose->setObjectName(u"chooseArchiveFolder"_s);
    place->addWidget(choose);
    body()->addLayout(place);
    m_where = new HintLabel(theme(), Theme::FontRole::Small, {}, this);
    m_where->setObjectName(u"archiveWhere"_s);
    body()->addWidget(m_where);
    body()->addStretch(1);
    m_estimate = new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, {}, this);
    m_estimate->setObjectName(u"archiveEstimate"_s);
    m_estimate->setWordWrap(true);
    body()->addWidget(m_estimate);

    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_start = addButton(tr("Start"), ButtonRole::Primary);
    m_start->setObjectName(u"startArchive"_s);
    connect(m_start, &QPushButton::clicked, this, &ArchiveDialog::begin);
    connect(choose, &QPushButton::clicked, this, &ArchiveDialog::browse);
    connect(m_survey, &ArchiveSurvey::changed, this, &ArchiveDialog::showCounts);
    m_typed->setSingleShot(true);
    m_typed->setInterval(typedMs);
    connect(m_typed, &QTimer::timeout, this, &ArchiveDialog::lookAtFolder);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_lookedAt.clear();
        showFolder();
        m_typed->start();
    });
    setWantedSize({640, 520});
    lookAtFolder();
    m_survey->start();
    showCounts();
    showFolder();
}

ArchiveDialog::~ArchiveDialog() = default;

QString ArchiveDialog::usualFolder(const Profile &profile)
{
    // The name of the one that is always there follows the language; its folder must not.
    QString name = ProfileStore::isUsualName(profile) ? u"Local"_s : profile.name;
    // No sign that a file system, or a person reading it, could stumble over.
    name.replace(QRegularExpression(u"[^\\w .-]+"_s, QRegularExpression::UseUnicodePropertiesOption), u"-"_s);
    name = name.simplified().left(60);
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    const QString base = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return base + u"/OpenAI Data Console/"_s + (name.isEmpty() ? u"archive"_s : name);
}

QCheckBox *ArchiveDialog::addThing(const QString &name, const QString &title)
{
    auto *box = new QCheckBox(title, this);
    box->setObjectName(name);
    box->setChecked(true);
    m_counts.insert(box, new TextLabel(theme(), Theme::FontRole::Body, Token::Secondary, {}, this));
    connect(box, &QCheckBox::toggled, this, &ArchiveDialog::showCounts);
    return box;
}

ArchiveChoice ArchiveDialog::choice() const
{
    ArchiveChoice choice;
    const QHash<QString, QCheckBox *> areas{{u"evals"_s, m_evals},
                                            {u"batches"_s, m_batches},
                                            {u"fine_tuning_jobs"_s, m_jobs},
                                            {u"vector_stores"_s, m_stores},
                                            {u"files"_s, m_files}};
    for (const ArchivePart &part : archivePlan()) {
        const QCheckBox *area = areas.value((ancestorsOf(part) << part.list).constFirst());
        const bool taken = !part.document || m_texts->isChecked();
        if (taken && (!area || area->isChecked()))
            choice.lists << part.list;
    }
    choice.contents = m_files->isChecked() && m_contents->isChecked();
    return choice;
}

QString ArchiveDialog::folder() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

void ArchiveDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the archive"), QFileInfo(folder()).path());
    dialog->setObjectName(u"archiveFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void ArchiveDialog::lookAtFolder()
{
    const QString folder = this->folder();
    const int look = ++m_look;
    if (m_folder->text().trimmed().isEmpty() || QDir::isRelativePath(folder)) {
        m_lookedAt.clear();
        showFolder();
        return;
    }
    m_context.shell.archives.look(folder, this, [this, folder, look](const ArchiveFolder &found) {
        if (look != m_look)
            return; // another one was typed since
        m_found = found;
        m_lookedAt = folder;
        showFolder();
        showCounts();
    });
}

void ArchiveDialog::showFolder()
{
    const bool busy = m_context.shell.archives.isBusy();
    const bool looked = !m_lookedAt.isEmpty() && m_lookedAt == folder();
    QString why;
    if (busy)
        why = tr("Another archive is being made. It has to end first.");
    else if (m_folder->text().trimmed().isEmpty() || QDir::isRelativePath(folder()))
        why = tr("Choose a folder.");
    else if (looked)
        why = m_found.whyNotWrite(m_lookedAt, m_context.shell.archives.sourceOf(m_context.profile));
    m_start->setEnabled(looked && why.isEmpty() && !choice().lists.isEmpty());
    m_where->setToken(why.isEmpty() ? Token::Secondary : Token::Bad);
    if (!why.isEmpty()) {
        m_where->setText(why);
    } else if (!looked) {
        m_where->setText({});
    } else if (m_found.kind == ArchiveFolder::Kind::Archive) {
        const ArchiveManifest &manifest = m_found.manifest;
        m_where->setText(
            manifest.completedAt > 0
                ? tr("The archive of %1 is brought up to date: only what is new or changed is fetched.")
                      .arg(format::exactTime(manifest.completedAt))
                : tr("The archive begun %1 goes on where it was.")
                      .arg(format::exactTime(manifest.createdAt)));
    } else {
        m_where->setText(
            m_found.freeBytes >= 0
                ? tr("A new archive. %1 are free on that disk.").arg(format::size(m_found.freeBytes))
                : tr("A new archive."));
    }
}

void ArchiveDialog::showCounts()
{
    m_contents->setEnabled(m_files->isChecked());
    m_texts->setEnabled(m_stores->isChecked());
    const auto count = [this](const char *list) { return m_survey->count(QLatin1StringView(list)); };
    const ArchiveSurvey::Count evals = count("evals");
    const ArchiveSurvey::Count files = count("files");
    const bool counting = m_survey->isRunning();
    const auto say = [&](QCheckBox *box, const ArchiveSurvey::Count &of, const QString &text) {
        const bool missing = !of.unavailable.isEmpty();
        m_counts.value(box)->setToken(missing ? Token::Warn : Token::Secondary);
        m_counts.value(box)->setText(missing
                                         ? tr("not available: %1").arg(format::oneLine(of.unavailable, 120))
                                     : counting ? tr("%1, counting…").arg(text)
                                                : text);
    };
    const int runs = int(count("runs").count);
    const int items = int(count("output_items").count);
    say(m_evals, evals,
        tr("%Ln eval(s)", nullptr, int(evals.count)) + u", "_s + tr("%Ln run(s)", nullptr, runs) + u", "_s +
            tr("%Ln item(s)", nullptr, items));
    const ArchiveSurvey::Count batches = count("batches");
    say(m_batches, batches, tr("%Ln batch(es)", nullptr, int(batches.count)));
    const ArchiveSurvey::Count jobs = count("fine_tuning_jobs");
    QString jobsText = tr("%Ln job(s)", nullptr, int(jobs.count));
    if (!m_context.session.hasAdminKey() && jobs.count > 0)
        jobsText += u", "_s + tr("without permissions: they need an admin key");
    say(m_jobs, jobs, jobsText);
    const ArchiveSurvey::Count stores = count("vector_stores");
    const qint64 inStores = count("vector_store_files").count;
    const qint64 texts = count("vector_store_contents").count;
    say(m_stores, stores,
        tr("%Ln store(s)", nullptr, int(stores.count)) + u", "_s +
            tr("%Ln file(s) in them", nullptr, shown(inStores)));
    say(m_texts, stores, tr("%Ln text(s)", nullptr, shown(texts)));
    say(m_files, files, tr("%Ln file(s)", nullptr, int(files.count)));
    say(m_contents, files, format::size(files.bytes));

    const ArchiveChoice chosen = choice();
    double requests = 0;
    double bytes = 0;
    if (m_evals->isChecked())
        requests += double(evals.count) + std::max<double>(runs, items / pageSize);
    if (m_batches->isChecked())
        requests += double(batches.count) / pageSize;
    if (m_jobs->isChecked())
        requests += double(jobs.count) * pagesOfAJob;
    if (m_stores->isChecked())
        requests += double(stores.count) + double(inStores) / pageSize;
    if (chosen.has(u"vector_store_contents"_s))
        requests += double(texts);
    if (m_files->isChecked())
        requests += double(files.count) / 1000;
    if (chosen.contents) {
        requests += double(files.count);
        bytes = double(files.bytes);
    }
    const double seconds = requests * (m_context.profile.isHere() ? secondsARequestHere : secondsARequest) +
                           bytes / (m_context.profile.isHere() ? bytesASecond * 10 : bytesASecond);
    QStringList sentences;
    const bool updates = !m_lookedAt.isEmpty() && m_found.kind == ArchiveFolder::Kind::Archive;
    if (chosen.lists.isEmpty())
        sentences << tr("Choose what to archive.");
    else if (!counting && updates)
        sentences << tr("About %1 in all; what is there already is not fetched again.")
                         .arg(format::size(qint64(bytes) + qint64(items) * 3000));
    else if (!counting)
        sentences << tr("About %1 and %2, the first time.")
                         .arg(format::size(qint64(bytes) + qint64(items) * 3000),
                              format::duration(std::max<qint64>(1, qint64(seconds))));
    if (!m_lookedAt.isEmpty() && m_found.freeBytes >= 0 && bytes > double(m_found.freeBytes))
        sentences << tr("The disk has only %1 left.").arg(format::size(m_found.freeBytes));
    if (m_batches->isChecked() && batches.count > 0 && !chosen.contents)
        sentences << tr(
            "Results of batches are in files: without their contents they cannot be read offline.");
    if (m_jobs->isChecked() && jobs.count > 0 && !chosen.contents)
        sentences << tr("Results of fine-tuning jobs are in files: without their contents curves are drawn from events only.");
    if (m_stores->isChecked() && texts > 0 && !m_texts->isChecked())
        sentences << tr("Without their texts, stores cannot be searched offline.");
    sentences << tr("Marks and notes on items go along.");
    sentences << tr("You can go on working, stop, and quit: it goes on where it was.");
    m_estimate->setText(sentences.join(u' '));
    showFolder();
}

void ArchiveDialog::begin()
{
    m_context.shell.archives.start(m_context.profile, folder(), choice());
    accept();
}

} // namespace odc
