// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/support/resultsbench.h"

#include "api/session.h"
#include "app/profileopener.h"
#include "settings/profilestore.h"

#include <QTemporaryDir>
#include <QVBoxLayout>

namespace odc::test {

using namespace Qt::StringLiterals;

QString ResultsBench::upload(const QString &name, const QByteArray &content)
{
    const QTemporaryDir folder;
    FileCreate file;
    file.path = writeFile(folder.filePath(name), content);
    file.purpose = u"batch"_s;
    std::optional<Result<FileObject>> made;
    QObject owner;
    m_console.session()->files().create(file, &owner,
                                        [&](Result<FileObject> result) { made.emplace(std::move(result)); });
    return eventually([&] { return made.has_value(); }) && *made ? (*made)->id : QString();
}

BatchObject ResultsBench::batch(const QString &id, const QByteArray &input, const QByteArray &output,
                                const QByteArray &errors, const QJsonObject &more)
{
    const auto file = [&](const QString &name, const QByteArray &content) {
        return content.isEmpty() ? QJsonValue() : QJsonValue(upload(name, content));
    };
    QJsonObject object{{u"id"_s, id},
                       {u"endpoint"_s, u"/v1/chat/completions"_s},
                       {u"model"_s, u"gpt-4.1-mini"_s},
                       {u"status"_s, u"completed"_s},
                       {u"completion_window"_s, u"24h"_s},
                       {u"created_at"_s, 1'760'000'000},
                       {u"completed_at"_s, 1'760'003'600},
                       {u"input_file_id"_s, file(u"input.jsonl"_s, input)},
                       {u"output_file_id"_s, file(u"output.jsonl"_s, output)},
                       {u"error_file_id"_s, file(u"errors.jsonl"_s, errors)},
                       {u"request_counts"_s, QJsonObject{{u"total"_s, qint64(input.count('\n'))},
                                                         {u"completed"_s, qint64(output.count('\n'))},
                                                         {u"failed"_s, qint64(errors.count('\n'))}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        object.insert(it.key(), it.value());
    return BatchObject::fromJson(object);
}

void ResultsBench::open(const QSize &size)
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(size);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins(0, 0, 0, 0);
    m_pane = new ResultsPane(m_console.context(), m_window.get());
    layout->addWidget(m_pane);
    m_window->show();
    m_window->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window.get());
}

void ResultsBench::close()
{
    m_window.reset();
    m_pane = nullptr;
}

bool ResultsBench::show(const QList<BatchObject> &chain)
{
    m_pane->setBatch(chain);
    if (!eventually([this] {
            return model().loadState() == LoadState::Ready || model().loadState() == LoadState::Failed;
        }))
        return false;
    m_pane->focusRows();
    return model().loadState() == LoadState::Ready;
}

QStringList ResultsBench::column(int column) const
{
    QStringList texts;
    const QAbstractItemModel *rows = table()->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        QString text;
        (void)eventually([&] { return (text = rows->index(row, column).data().toString()) != u"…"_s; });
        texts << text;
    }
    return texts;
}

} // namespace odc::test
