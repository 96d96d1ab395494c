// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/page.h"
#include "api/storefile.h"
#include "base/call.h"
#include "lists/rowmodel.h"

#include <QHash>

namespace odc {

class FileNames;
class Session;

/// A row below a store: a file of it, a batch of files that is under way, or the files that were not read
/// yet.
struct StoreRow
{
    enum class Kind { Batch, File, More };

    Kind kind = Kind::File;
    QString id; ///< of the file or the batch; of More one that nothing else has
    StoreFile file;
    StoreFileBatch batch;
    QString text;         ///< of More, translated
    bool isFault = false; ///< of More: they could not be read

    static StoreRow of(const StoreFile &file);
    static StoreRow of(const StoreFileBatch &batch);
    /// Nothing of More.
    QJsonObject toJson() const;
    bool operator==(const StoreRow &other) const;
};

/// The files of one store, read page by page as somebody asks for them: a store may hold millions. The last
/// row stands for those that are still to be read. What moves is looked at again without reading everything:
/// see poll().
class StoreFilesModel final : public RowModel<StoreRow>
{
    Q_OBJECT
public:
    enum Column { Name, Files, State, Size, Created, Id, Chunking, Reason, Attributes };
    static constexpr int pageSize = 100;

    /// `names` outlives the model.
    StoreFilesModel(Session &session, FileNames &names, const QString &storeId, QObject *parent = nullptr);
    /// The columns of every such list.
    static QList<ColumnInfo> infos();

    const QString &storeId() const { return m_storeId; }
    const StoreRow *row(const QString &id) const { return item(id); }
    /// Files read so far.
    int fileCount() const;
    /// There may be more than were read.
    bool hasMore() const { return m_hasMore; }
    /// How many files the store says it has; 0: not known.
    void setExpected(qint64 total);

    /// Reads the first page, if none was asked for yet.
    void open();
    void loadMore();
    void loadAll();
    /// Reads again what was read before.
    void refresh() override;
    void stop() override;
    bool isWalking() const override { return m_paging != Paging::None; }

    /// Looks at what is in progress: one page of it, and each file that is not in progress any more.
    void poll();
    /// Files that are known to be going to change.
    int moving() const;
    /// A file that just changed, or came.
    void take(const StoreFile &file);
    /// How those of these that were read stand now; the others come with their pages.
    void takeKnown(const QList<StoreFile> &files);

    /// The batches that are under way; their state is read by pollBatches().
    void setBatches(const QStringList &ids);
    void pollBatches();
    bool hasOpenBatches() const;

    static Tone toneOf(const StoreFile &file, qint64 nowUnix);

Q_SIGNALS:
    /// A batch ended: the store is to be looked at again.
    void batchEnded(const QString &storeId);

protected:
    QVariant cell(const StoreRow &row, int column, int role) const override;
    QVariant raw(const StoreRow &row, int column) const override;
    int compare(int column, const StoreRow &left, const StoreRow &right) const override;

private:
    /// Again: all that was read; Part: some of that, which changed.
    enum class Paging { None, More, All, Again, Part };

    QString displayText(const StoreRow &row, Column column) const;
    QString toolTip(const StoreRow &row, Column column) const;
    qint64 nowUnix() const;

    void ask(Paging what);
    void askPage(const QString &after);
    void takePage(const QString &after, Result<Page<StoreFile>> result);
    void takeFiles(const QList<StoreFile> &files);
    void readAgain(const QStringList &changed);
    void moveCursor(const Page<StoreFile> &page);
    void endAgain(const Page<StoreFile> &page, bool more);
    void ended(LoadState state, const ApiError &error = {});
    void takePoll(const Page<StoreFile> &page);
    void readFile(const QString &fileId);
    void showMore();
    QString moreId() const;
    void takeNames(const QSet<QString> &ids);

    Session &m_session;
    FileNames &m_names;
    QString m_storeId;
    qint64 m_expected = 0;
    QString m_cursor;        ///< the last file of the pages read, in the server's order
    qint64 m_cursorTime = 0; ///< when that one was put in, as that page said
    bool m_hasMore = false;
    bool m_againNext = false; ///< as soon as all was read
    Paging m_paging = Paging::None;
    QString m_goal; ///< reading again goes as far as this one
    qint64 m_goalTime = 0;
    int m_restarts = 0;
    QSet<QString> m_followed; ///< cursors: a list that goes round in a circle has no end
    Call m_call;
    Call m_pollCall;
    QHash<QString, Call> m_fileCalls;
    QHash<QString, Call> m_batchCalls;
};

} // namespace odc
