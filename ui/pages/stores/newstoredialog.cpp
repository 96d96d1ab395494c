// SPDX-License-Identifier: GPL-3.0-or-later
#include "newstoredialog.h"

#include "api/session.h"
#include "base/format.h"
#include "stores/storedraft.h"
#include "ui/forms/fieldvalues.h"
#include "ui/forms/filepicker.h"
#include "ui/forms/jsonform.h"
#include "ui/forms/jsonside.h"

#include <QJsonArray>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum Tab { General, Files, Chunking };
const auto filesPath = "file_ids"_L1;
const auto chunkingPath = "chunking_strategy"_L1;
const auto daysKey = u"expires_after.days"_s;
const auto typeKey = u"chunking_strategy.type"_s;
const auto sizeKey = u"chunking_strategy.static.max_chunk_size_tokens"_s;
const auto overlapKey = u"chunking_strategy.static.chunk_overlap_tokens"_s;

} // namespace

NewStoreDialog::NewStoreDialog(const PageContext &context, QWidget *parent)
    : CreateCallDialog(context,
                       {tr("New vector store"), tr("Files that can be searched by what they mean."),
                        tr("Parts of the store"), tr("Create store"), tr("Creating…"),
                        tr("Discard this store?"), tr("The store was not created."), u"createStore"_s},
                       tr("It may have been created: look at the list before you send it again."),
                       u"/vector_stores"_s, parent),
      m_general(new JsonForm(theme(), this)),
      m_files(new FilePicker(context, {.most = VectorStoresApi::mostFilesAtCreate, .filter = {}}, this)),
      m_chunking(new JsonForm(theme(), this))
{
    setObjectName(u"newStoreDialog"_s);
    m_general->setObjectName(u"general"_s);
    m_general->addText(u"name"_s, tr("&Name"), JsonForm::Need::Optional, tr("support articles"));
    m_general->addText(u"description"_s, tr("D&escription"), JsonForm::Need::Optional,
                       tr("what is in it; cannot be changed later"));
    m_general->addNumber(daysKey, tr("E&xpires after (days)"), true,
                         tr("without use, 1 to 365; empty: never"));
    m_general->addPairs(u"metadata"_s, tr("Meta&data"));
    addTab(tr("General"), page(m_general));
    addTab(tr("Files"), m_files);
    m_chunking->setObjectName(u"chunking"_s);
    m_chunking->addNote(tr("How the files that are chosen here are cut into the pieces that searches find: "
                           "auto leaves it to the service, static takes a size. It does not reach "
                           "files that are added later: each of those has its own."));
    m_chunking->addChoice(typeKey, tr("&Chunks"), JsonForm::Need::Optional,
                          {{u"auto"_s, tr("auto")}, {u"static"_s, tr("static")}});
    m_chunking->addNumber(
        sizeKey, tr("Most &tokens"), true,
        tr("%1 to %2").arg(ChunkingStrategy::leastTokens).arg(format::number(ChunkingStrategy::mostTokens)));
    m_chunking->addNumber(overlapKey, tr("&Overlap"), true, tr("0 to half of a chunk"));
    addTab(tr("Chunking"), page(m_chunking));
    connect(m_general, &JsonForm::edited, this, &NewStoreDialog::takeForm);
    connect(m_chunking, &JsonForm::edited, this, &NewStoreDialog::takeForm);
    connect(m_files, &FilePicker::changed, this, &NewStoreDialog::takeForm);
    begin(m_body);
    showBody();
    m_general->focusField(u"name"_s);
}

QWidget *NewStoreDialog::page(JsonForm *form)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    layout->addStretch(1);
    return page;
}

void NewStoreDialog::takeBody(const QJsonObject &body)
{
    m_body = body;
    showBody();
}

void NewStoreDialog::takeForm()
{
    if (m_filling)
        return;
    for (const auto &key : {u"name"_s, u"description"_s, u"metadata"_s})
        m_body = withMember(m_body, key, m_general->value().value(key));
    const QJsonValue days = memberAt(m_general->value(), daysKey);
    if (days.isUndefined()) {
        m_body.remove("expires_after"_L1);
    } else {
        m_body = withMember(m_body, daysKey, days);
        m_body = withMember(m_body, u"expires_after.anchor"_s, u"last_active_at"_s);
    }
    const QStringList ids = m_files->chosen();
    m_body = withMember(m_body, filesPath,
                        ids.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonArray::fromStringList(ids));

    const QString before = memberAt(m_body, typeKey).toString();
    QJsonObject chunking = m_chunking->value().value(chunkingPath).toObject();
    const QString type = chunking.value("type"_L1).toString();
    if (type != "static"_L1)
        chunking.remove("static"_L1);
    else if (before != type && !chunking.contains("static"_L1)) // what the service itself takes
        chunking = ChunkingStrategy{true}.toJson();
    if (chunking.isEmpty())
        m_body.remove(chunkingPath);
    else
        m_body.insert(chunkingPath, chunking);
    side()->setBody(m_body);
    if (before != type)
        showBody();
    else
        judge();
}

void NewStoreDialog::showBody()
{
    m_filling = true;
    m_general->setValue(m_body);
    QStringList ids;
    const QJsonArray files = m_body.value(filesPath).toArray();
    for (const QJsonValue &id : files)
        ids << id.toString();
    m_files->setChosen(ids);
    m_chunking->setValue(m_body);
    const bool isStatic = memberAt(m_body, typeKey).toString() == "static"_L1;
    for (const QString &key : {sizeKey, overlapKey})
        m_chunking->editor(key)->setEnabled(isStatic);
    m_filling = false;
    judge();
}

void NewStoreDialog::judge()
{
    QList<FormProblem> problems = m_general->faults() + m_chunking->faults() + storeProblems(m_body);
    m_general->setProblems(problems);
    m_chunking->setProblems(problems);
    showProblems(problems);
}

int NewStoreDialog::tabOf(const QString &path) const
{
    return path.startsWith(filesPath) ? Files : path.startsWith(chunkingPath) ? Chunking : General;
}

void NewStoreDialog::focusField(const QString &path)
{
    const int tab = tabOf(path);
    if (tab == Files)
        m_files->setFocus();
    else if (tab == Chunking)
        m_chunking->focusField(path == chunkingPath ? typeKey : path);
    else
        m_general->focusField(path.startsWith("expires_after"_L1) ? daysKey : path);
}

Call NewStoreDialog::sendBody()
{
    return context().session.stores().create(m_body, this,
                                             [this](const Result<VectorStore> &answer) { ended(answer); });
}

Call NewStoreDialog::fetch(const QString &id)
{
    return context().session.stores().retrieve(id, this,
                                               [this](const Result<VectorStore> &answer) { ended(answer); });
}

void NewStoreDialog::ended(const Result<VectorStore> &answer)
{
    if (!answer) {
        failed(answer.error());
        return;
    }
    Q_EMIT created(*answer);
    succeeded();
}

QString NewStoreDialog::nameOfIt() const
{
    const QString name = m_body.value("name"_L1).toString();
    return name.isEmpty() ? tr("New vector store") : name;
}

void NewStoreDialog::lookUp(qint64 since, QObject *owner, LostCreateDialog::Answer answer)
{
    StoreListQuery newest;
    newest.limit = 100;
    newest.order = u"desc"_s;
    context().session.stores().list(
        newest, owner, [this, since, answer](const Result<Page<VectorStore>> &page) {
            if (!page) {
                answer(failure(page.error()));
                return;
            }
            answer(candidates(page->items, m_body.value("name"_L1).toString(), since));
        });
}

} // namespace odc
