// SPDX-License-Identifier: GPL-3.0-or-later
#include "trainingfileedit.h"

#include "api/session.h"
#include "base/format.h"
#include "batches/scratchfetch.h"
#include "finetuning/trainingpreparation.h"
#include "finetuning/trainingupload.h"
#include "settings/settings.h"
#include "ui/forms/uploadedfileedit.h"
#include "ui/pages/dropzone.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;
using Stage = TrainingPreparation::Stage;

namespace {

enum Page { Project, Local };
constexpr int typingMs = 400;

bool sameOptions(const TrainingOptions &a, const TrainingOptions &b)
{
    return a.method == b.method && a.model == b.model && a.itemKeys == b.itemKeys &&
           a.maxTokensPerExample == b.maxTokensPerExample && a.longIsError == b.longIsError &&
           a.fewestExamples == b.fewestExamples;
}

} // namespace

TrainingFileEdit::TrainingFileEdit(const PageContext &context, Role role, QWidget *parent)
    : QWidget(parent), m_context(context), m_role(role),
      m_preparation(new TrainingPreparation(context.shell.clock, this)),
      m_upload(new TrainingUpload(context.transfers, this)), m_fetch(new ScratchFetch(context.session, this)),
      m_soon(new QTimer(this)), m_pages(new QStackedWidget(this))
{
    const Theme &theme = context.shell.theme;
    const bool training = role == Role::Training;
    const QString name = training ? u"trainingFile"_s : u"validationFile"_s;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);

    auto *project = new QWidget(m_pages);
    auto *projectRow = new QHBoxLayout(project);
    projectRow->setContentsMargins(0, 0, 0, 0);
    projectRow->setSpacing(metrics::inside);
    UploadedFileEdit::Texts texts;
    texts.name = training ? tr("Training file of the project, or its id")
                          : tr("Validation file of the project, or its id");
    texts.listName = name + u"s"_s;
    texts.browse = tr("Choose from all files for fine-tuning");
    m_uploaded = new UploadedFileEdit(context, u"fine-tune"_s, texts, project);
    projectRow->addWidget(m_uploaded, 1);
    m_check = makeButton(theme, tr("Check it"), Icon::Check, ButtonRole::Default, project);
    m_check->setObjectName(name + u"Check"_s);
    m_check->setToolTip(tr("Fetches the file and checks every line of it."));
    QPushButton *choose =
        makeButton(theme, tr("From this computer…"), Icon::Folder, ButtonRole::Default, project);
    choose->setObjectName(name + u"Choose"_s);
    for (QPushButton *button : {m_check, choose})
        projectRow->addWidget(button, 0, Qt::AlignTop);
    m_pages->addWidget(project);

    auto *local = new QWidget(m_pages);
    auto *localRow = new QHBoxLayout(local);
    localRow->setContentsMargins(0, 0, 0, 0);
    localRow->setSpacing(metrics::inside);
    m_name = new ElidedLabel(theme, Theme::FontRole::Strong);
    m_name->setObjectName(name + u"Name"_s);
    m_name->setElideMode(Qt::ElideMiddle);
    localRow->addWidget(m_name, 1);
    m_again = makeButton(theme, tr("Check again"), Icon::Refresh, ButtonRole::Default, local);
    m_again->setObjectName(name + u"Again"_s);
    m_other = makeButton(theme, tr("Another file…"), Icon::Folder, ButtonRole::Default, local);
    m_other->setObjectName(name + u"Other"_s);
    QToolButton *none = makeIconButton(theme, Icon::Close, tr("Take no file from this computer"), local);
    none->setObjectName(name + u"None"_s);
    localRow->addWidget(m_again);
    localRow->addWidget(m_other);
    localRow->addWidget(none);
    m_pages->addWidget(local);
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(m_pages);

    auto *state = new QHBoxLayout;
    state->setSpacing(metrics::inside);
    m_mark = new StateLabel(theme, this);
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_state = new TextLabel(theme, Theme::FontRole::Small, Token::Secondary, {}, this);
    m_state->setObjectName(name + u"State"_s);
    m_state->setWordWrap(true);
    state->addWidget(m_mark, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    layout->addLayout(state);

    m_soon->setSingleShot(true);
    m_soon->setInterval(typingMs);
    connect(m_soon, &QTimer::timeout, this, &TrainingFileEdit::checkNow);
    auto *zone = new DropZone(theme, this,
                              {training ? tr("Drop to train with it") : tr("Drop to validate with it"),
                               tr("It is checked; nothing is sent yet.")});
    connect(zone, &DropZone::dropped, this, [this](const QStringList &paths) { setPath(paths.first()); });
    connect(choose, &QPushButton::clicked, this, &TrainingFileEdit::browse);
    connect(m_other, &QPushButton::clicked, this, &TrainingFileEdit::browse);
    connect(none, &QToolButton::clicked, this, [this] {
        setPath({});
        m_uploaded->setFocus();
    });
    connect(m_again, &QPushButton::clicked, this, &TrainingFileEdit::checkAgain);
    connect(m_check, &QPushButton::clicked, this, &TrainingFileEdit::fetch);
    connect(m_uploaded, &UploadedFileEdit::fileChanged, this, [this] {
        if (!isLocal() && m_uploaded->fileId() != m_fetched)
            forget();
        showState();
        if (!isLocal())
            Q_EMIT edited();
    });
    connect(m_fetch, &ScratchFetch::progressed, this, &TrainingFileEdit::showState);
    connect(m_fetch, &ScratchFetch::failed, this, [this](const ApiError &error) {
        m_fetched.clear();
        showState();
        m_mark->setState(Tone::Failed, {});
        m_mark->show();
        say(Token::Bad, error.headline() + u' ' + (error.message.isEmpty() ? error.advice() : error.message));
        Q_EMIT checkChanged();
    });
    connect(m_fetch, &ScratchFetch::fetched, this, [this](const QString &path) {
        m_fetchedPath = path;
        checkNow();
    });
    connect(m_preparation, &TrainingPreparation::changed, this, [this] {
        showState();
        Q_EMIT checkChanged();
    });
    connect(m_upload, &TrainingUpload::changed, this, &TrainingFileEdit::showState);
    setFocusProxy(m_uploaded);
    showState();
}

QString TrainingFileEdit::field() const
{
    return m_role == Role::Training ? u"training_file"_s : u"validation_file"_s;
}

void TrainingFileEdit::setOptions(const TrainingOptions &options)
{
    if (sameOptions(options, m_options))
        return;
    m_options = options;
    if (isLocal() || !m_fetchedPath.isEmpty())
        checkLater();
}

void TrainingFileEdit::setPath(const QString &path)
{
    if (path.isEmpty() && !isLocal())
        return;
    forget();
    m_upload->clear();
    m_path = path;
    m_name->setFullText(path.isEmpty() ? QString() : QDir::toNativeSeparators(path));
    m_pages->setCurrentIndex(isLocal() ? Local : Project);
    setFocusProxy(isLocal() ? static_cast<QWidget *>(m_other) : m_uploaded);
    if (isLocal())
        checkNow();
    showState();
    Q_EMIT edited();
}

void TrainingFileEdit::setFileId(const QString &id)
{
    if (id == fileId())
        return;
    if (isLocal()) {
        if (id.isEmpty())
            return; // it has none yet
        m_path.clear();
        m_upload->clear();
        forget();
        m_pages->setCurrentIndex(Project);
        setFocusProxy(m_uploaded);
    }
    m_uploaded->setFileId(id);
    showState();
}

QString TrainingFileEdit::fileId() const
{
    if (!isLocal())
        return m_uploaded->fileId();
    const TrainingInputPtr checked = input();
    return checked ? m_upload->fileIdOf(checked) : m_upload->fileIdOf(m_path);
}

TrainingInputPtr TrainingFileEdit::input() const
{
    return m_preparation->input();
}

bool TrainingFileEdit::isFetching() const
{
    return m_fetch->isRunning();
}

std::shared_ptr<const void> TrainingFileEdit::holder() const
{
    return m_fetch->folder();
}

/// What was found is of another file.
void TrainingFileEdit::forget()
{
    m_soon->stop();
    m_fetch->clear();
    m_fetched.clear();
    m_fetchedPath.clear();
    m_preparation->clear();
}

void TrainingFileEdit::checkLater()
{
    m_soon->start();
    Q_EMIT checkChanged();
}

void TrainingFileEdit::checkAgain()
{
    if (isLocal())
        checkNow();
    else
        fetch();
}

void TrainingFileEdit::stopChecking()
{
    if (isLocal())
        m_preparation->clear();
    else
        forget();
    showState();
    Q_EMIT checkChanged();
}

void TrainingFileEdit::checkNow()
{
    m_soon->stop();
    const QString path = isLocal() ? m_path : m_fetchedPath;
    if (!path.isEmpty())
        m_preparation->check(path, m_options);
}

void TrainingFileEdit::fetch()
{
    forget();
    m_fetched = m_uploaded->fileId();
    // The viewer shows the name of the file, and the id is the server's word: it must lead into no other
    // folder.
    m_fetch->fetch(m_fetched, m_role == Role::Training ? u"training.jsonl"_s : u"validation.jsonl"_s);
    showState();
}

void TrainingFileEdit::browse()
{
    auto *dialog =
        new QFileDialog(this, m_role == Role::Training ? tr("Training file") : tr("Validation file"),
                        m_context.shell.settings.text(Setting::LastFolder));
    dialog->setObjectName(m_role == Role::Training ? u"trainingFileDialog"_s : u"validationFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        m_context.shell.settings.set(Setting::LastFolder, dialog->directory().absolutePath());
        setPath(path);
    });
    dialog->open();
}

void TrainingFileEdit::say(Token token, const QString &text)
{
    m_state->setToken(token);
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

void TrainingFileEdit::showState()
{
    const TrainingInputPtr checked = input();
    const bool running = m_preparation->isRunning() || m_fetch->isRunning();
    m_again->setEnabled(!running && !m_upload->isRunning());
    m_check->setEnabled(!m_uploaded->fileId().isEmpty() && !running);
    Tone tone = Tone::None;
    if (m_upload->isRunning()) {
        say(Token::Secondary,
            tr("Uploading: %1 of %2")
                .arg(format::size(m_upload->bytesDone()), format::size(m_upload->bytesTotal())));
    } else if (m_fetch->isRunning()) {
        say(Token::Secondary,
            m_fetch->total() > 0 ? tr("Fetching: %1 of %2")
                                       .arg(format::size(m_fetch->received()), format::size(m_fetch->total()))
                                 : tr("Fetching…"));
    } else if (m_preparation->isRunning()) {
        say(Token::Secondary,
            tr("Checking every line: %1 of %2")
                .arg(format::size(m_preparation->done()), format::size(m_preparation->total())));
    } else if (m_preparation->stage() == Stage::Failed) {
        tone = Tone::Failed;
        say(Token::Bad, m_preparation->error().message);
    } else if (checked) {
        const TrainingCheck &check = checked->check;
        tone = check.errorCount ? Tone::Failed : check.warningCount ? Tone::Attention : Tone::Fine;
        QStringList words{tr("%Ln example(s)", nullptr, int(check.lines)), format::size(check.bytes)};
        if (check.errorCount)
            words << tr("%Ln error(s): cannot be sent", nullptr, int(check.errorCount));
        else if (check.warningCount)
            words << tr("can be sent, with %Ln warning(s)", nullptr, int(check.warningCount));
        else
            words << tr("can be sent");
        if (isLocal() && !fileId().isEmpty())
            words << tr("uploaded as %1").arg(fileId());
        say(check.errorCount ? Token::Bad : Token::Secondary, words.join(u" · "_s));
    } else if (isLocal()) {
        say(Token::Secondary, tr("Not checked."));
    } else if (!m_uploaded->fileId().isEmpty()) {
        say(Token::Secondary, tr("Not checked here: the service checks it once the job is made."));
    } else {
        say(Token::Secondary,
            m_role == Role::Training
                ? tr("JSON lines, one example a line. Or drop a file here.")
                : tr("Optional: examples that are not trained on, to see how well it learns."));
    }
    m_mark->setState(tone, {});
    m_mark->setVisible(tone != Tone::None);
}

QList<FormProblem> TrainingFileEdit::problems() const
{
    if (m_soon->isActive() || m_preparation->isRunning())
        return {{field(), tr("The file is being checked…")}};
    if (isLocal() && m_preparation->stage() == Stage::Idle)
        return {{field(), tr("The file is not checked.")}};
    if (m_preparation->stage() == Stage::Failed)
        return {{field(), m_preparation->error().message}};
    const TrainingInputPtr checked = input();
    if (checked && checked->check.errorCount)
        return {{field(), m_role == Role::Training
                              ? tr("%Ln error(s) in the training file to mend before it can be sent.",
                                   nullptr, int(checked->check.errorCount))
                              : tr("%Ln error(s) in the validation file to mend before it can be sent.",
                                   nullptr, int(checked->check.errorCount))}};
    // The service goes by the name.
    if (isLocal() && !m_path.endsWith(".jsonl"_L1, Qt::CaseInsensitive))
        return {{field(), tr("The file's name has to end in “.jsonl”: the service takes no others.")}};
    return {};
}

} // namespace odc
