// SPDX-License-Identifier: GPL-3.0-or-later
#include "attributesmodel.h"

#include "api/session.h"
#include "base/clock.h"
#include "base/format.h"
#include "lists/textorder.h"
#include "stores/filenames.h"

#include <algorithm>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr int filesOfPage = 100;
constexpr int tooltipLength = 1000;

Tone toneOf(const StoreFile &file)
{
    if (file.status == "completed"_L1)
        return Tone::Fine;
    if (file.status == "in_progress"_L1)
        return Tone::Running;
    return file.isFailed() ? Tone::Failed : Tone::Attention;
}

} // namespace

AttributesModel::AttributesModel(Session &session, FileNames &names, const QString &storeId, QObject *parent)
    : RowModel(parent), m_session(session), m_names(names), m_storeId(storeId)
{
    setColumns({{"name"_ba, tr("File"), ColumnType::Text, 220},
                {"state"_ba, tr("State"), ColumnType::State, 116},
                {"id"_ba, tr("ID"), ColumnType::Id, 128}});
    connect(&names, &FileNames::named, this, [this](const QSet<QString> &ids) {
        std::vector<int> rows;
        for (const QString &id : ids) {
            if (const int row = rowOf(id); row >= 0)
                rows.push_back(row);
        }
        changeRows(std::move(rows), [](StoreFile &) {});
    });
}

AttributesModel::~AttributesModel() = default;

void AttributesModel::setReadOnlyReason(const QString &reason)
{
    m_readOnlyReason = reason;
}

QString AttributesModel::title(const StoreFile &file) const
{
    const QString name = m_names.nameOf(file.id);
    return name.isEmpty() ? file.id : name;
}

QString AttributesModel::keyOf(int column) const
{
    const int index = column - FirstKey;
    return index >= 0 && index < m_keys.size() ? m_keys.at(index) : QString();
}

int AttributesModel::keyColumn(const QString &key) const
{
    const auto found = m_keyIndex.constFind(key);
    return found == m_keyIndex.cend() ? -1 : FirstKey + *found;
}

bool AttributesModel::isKeyVacant(const QString &key) const
{
    if (m_wantedKeys.contains(key) || m_tallies.value(key).total() > 0)
        return false;
    // What is to be removed is still to be seen.
    return std::none_of(m_staged.cbegin(), m_staged.cend(),
                        [&](const StagedCells &cells) { return cells.contains(key); });
}

AttributesModel::Value AttributesModel::in(const StoreFile &file, const QString &key)
{
    const auto found = file.attributes.constFind(key);
    return found == file.attributes.constEnd() ? Value() : Value(AttributeValue::fromJson(*found));
}

const AttributesModel::Staged *AttributesModel::staged(const QString &fileId, const QString &key) const
{
    const auto cells = m_staged.constFind(fileId);
    if (cells == m_staged.cend())
        return nullptr;
    const auto found = cells->constFind(key);
    return found == cells->cend() ? nullptr : &*found;
}

AttributesModel::Value AttributesModel::effective(const StoreFile &file, const QString &key) const
{
    const Staged *change = staged(file.id, key);
    return change ? change->value : in(file, key);
}

AttributesModel::Value AttributesModel::judged(const StoreFile &file, const QString &key) const
{
    if (const auto cells = m_judged.constFind(file.id); cells != m_judged.cend()) {
        if (const auto held = cells->constFind(key); held != cells->cend())
            return *held;
    }
    return effective(file, key);
}

AttributesModel::Value AttributesModel::value(int row, int column) const
{
    const StoreFile *file = item(row);
    const QString key = keyOf(column);
    return file && !key.isNull() ? effective(*file, key) : Value();
}

AttributesModel::Value AttributesModel::serverValue(int row, int column) const
{
    const StoreFile *file = item(row);
    const QString key = keyOf(column);
    return file && !key.isNull() ? in(*file, key) : Value();
}

AttributesModel::Stage AttributesModel::stageOf(const StoreFile &file, const QString &key) const
{
    const Staged *change = staged(file.id, key);
    if (!change)
        return Stage::Unchanged;
    if (!change->value)
        return Stage::Removed;
    if (!problemOf(file, key, change->value).isEmpty())
        return Stage::Invalid;
    return in(file, key) ? Stage::Edited : Stage::Added;
}

AttributesModel::Stage AttributesModel::stage(int row, int column) const
{
    const StoreFile *file = item(row);
    const QString key = keyOf(column);
    return file && !key.isNull() ? stageOf(*file, key) : Stage::Unchanged;
}

bool AttributesModel::isConflict(const StoreFile &file, const QString &key) const
{
    const Staged *change = staged(file.id, key);
    return change && change->base != in(file, key);
}

bool AttributesModel::isConflict(int row, int column) const
{
    const StoreFile *file = item(row);
    const QString key = keyOf(column);
    return file && !key.isNull() && isConflict(*file, key);
}

qsizetype AttributesModel::pairCount(const StoreFile &file) const
{
    qsizetype pairs = file.attributes.size();
    const StagedCells cells = m_staged.value(file.id);
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        pairs += int(it->value.has_value()) - int(file.attributes.contains(it.key()));
    return pairs;
}

QString AttributesModel::problemOf(const StoreFile &file, const QString &key, const Value &value) const
{
    if (!value)
        return {};
    if (const QString wrong = value->problem(); !wrong.isEmpty())
        return wrong;
    if (const QString wrong = attributerules::keyProblem(key); !wrong.isEmpty())
        return wrong;
    // What the file has anyway may stay, however much a server took before.
    return in(file, key) ? QString()
                         : attributerules::countProblem(pairCount(file) + int(!effective(file, key)));
}

QString AttributesModel::problem(int row, int column, const Value &value) const
{
    if (!m_readOnlyReason.isEmpty())
        return m_readOnlyReason;
    const StoreFile *file = item(row);
    const QString key = keyOf(column);
    return file && !key.isNull() ? problemOf(*file, key, value) : tr("This column is no attribute");
}

std::optional<AttributesModel::Value> AttributesModel::read(int row, int column, const QString &typed,
                                                            QString *reason) const
{
    using Type = AttributeValue::Type;
    if (typed.isEmpty())
        return Value();
    const Value now = value(row, column);
    if (now && (now->type() == Type::Number || now->type() == Type::Boolean)) {
        if (const Value same = AttributeValue::readAs(typed, now->type()))
            return same;
        *reason = now->type() == Type::Number
                      ? tr("“%1” is no number. The cell's type can be changed in its menu")
                            .arg(format::oneLine(typed, 40))
                      : tr("“%1” is neither true nor false. The cell's type can be changed in its menu")
                            .arg(format::oneLine(typed, 40));
        return {};
    }
    const Tally tally = m_tallies.value(keyOf(column));
    const int texts = tally.of[int(Type::String)];
    const bool isText = now ? now->type() == Type::String : texts > 0 && texts == tally.total();
    return Value(isText ? AttributeValue::readText(typed) : AttributeValue::read(typed));
}

Qt::ItemFlags AttributesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowModel::flags(index);
    if (index.isValid() && index.column() >= FirstKey && m_readOnlyReason.isEmpty())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant AttributesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal && section >= FirstKey &&
        section < columns().size())
        return tr("%1\nTo filter by it: %2:…")
            .arg(format::oneLine(keyOf(section), 80), QString::fromUtf8(columns().at(section).key));
    if (role == Qt::TextAlignmentRole && section >= FirstKey)
        return int(Qt::AlignLeft | Qt::AlignVCenter); // each cell stands as its own type does
    return RowModel::headerData(section, orientation, role);
}

bool AttributesModel::refuse(const QString &reason)
{
    m_refusal = reason;
    return false;
}

bool AttributesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    m_refusal.clear();
    const StoreFile *file = item(index.row());
    if (role != Qt::EditRole || !file || index.column() < FirstKey)
        return false;
    Value wanted;
    if (value.metaType() == QMetaType::fromType<AttributeValue>()) {
        wanted = value.value<AttributeValue>();
    } else if (value.isValid()) {
        QString reason;
        const auto read = this->read(index.row(), index.column(), value.toString(), &reason);
        if (!read)
            return refuse(reason);
        wanted = *read;
    }
    if (const QString wrong = problem(index.row(), index.column(), wanted); !wrong.isEmpty())
        return refuse(wrong);
    const QString key = keyOf(index.column());
    return stageEdits({{file->id, key, wanted}}, tr("Edit of %1").arg(format::oneLine(key, 40))).isEmpty();
}

QVariant AttributesModel::raw(const StoreFile &file, int column) const
{
    switch (column) {
    case Name:
        return title(file);
    case State:
        return file.status;
    case Id:
        return file.id;
    default:
        break;
    }
    const Value value = judged(file, keyOf(column));
    if (!value)
        return {};
    if (value->type() != AttributeValue::Type::Number)
        return value->text();
    return columns().at(column).type == ColumnType::Number ? QVariant(value->toJson().toDouble())
                                                           : QVariant(value->text());
}

int AttributesModel::compare(int column, const StoreFile &left, const StoreFile &right) const
{
    switch (column) {
    case Name:
        return compareText(title(left), title(right));
    case State:
        return left.status.compare(right.status);
    case Id:
        return left.id.compare(right.id);
    default:
        break;
    }
    const QString key = keyOf(column);
    const Value a = judged(left, key);
    const Value b = judged(right, key);
    if (!a || !b)
        return int(!a) - int(!b); // those that have none come last
    return a->compare(*b);
}

QString AttributesModel::toolTip(const StoreFile &file, const QString &key) const
{
    const Value now = effective(file, key);
    QStringList lines;
    if (now)
        lines << tr("%1 (%2)").arg(format::oneLine(now->text(), tooltipLength),
                                   AttributeValue::typeName(now->type()));
    const Staged *change = staged(file.id, key);
    if (!change)
        return lines.join(u'\n');
    const Value server = in(file, key);
    const QString theirs = server ? format::oneLine(server->typedText(), 200) : tr("nothing");
    lines << (isConflict(file, key)
                  ? tr("Changed by somebody else since you edited it: the server has %1").arg(theirs)
                  : tr("Not sent yet. The server has %1").arg(theirs));
    if (const QString wrong = problemOf(file, key, change->value); !wrong.isEmpty())
        lines << wrong;
    return lines.join(u'\n');
}

QVariant AttributesModel::cell(const StoreFile &file, int column, int role) const
{
    if (column >= FirstKey) {
        const QString key = keyOf(column);
        const Value now = effective(file, key);
        switch (role) {
        case Qt::DisplayRole: // a text that looks like a number stands in its quotes
            return now ? format::oneLine(now->typedText()) : QString();
        case Qt::EditRole:
            return now ? now->typedText() : QString();
        case AttributeBeforeRole: {
            const Value server = in(file, key);
            return server ? server->typedText() : QString();
        }
        case Qt::ToolTipRole:
            return toolTip(file, key);
        case Qt::AccessibleTextRole:
            return now ? tr("%1, %2").arg(format::oneLine(now->text()), AttributeValue::typeName(now->type()))
                       : tr("nothing");
        case AttributeTypeRole:
            return now ? QVariant(int(now->type())) : QVariant();
        case AttributeStageRole:
            return int(stageOf(file, key));
        case AttributeConflictRole:
            return isConflict(file, key);
        case AttributeProblemRole: {
            const QString wrong = staged(file.id, key) ? problemOf(file, key, now) : QString();
            return wrong.isEmpty() ? QVariant() : QVariant(wrong);
        }
        default:
            return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return format::oneLine(column == Name ? title(file) : column == State ? file.status : file.id);
    case Qt::ToolTipRole:
        if (column == State)
            return format::severalLines(file.errorMessage, tooltipLength);
        return format::oneLine(column == Name ? title(file) : file.id, tooltipLength);
    case ToneRole:
        return column == State ? QVariant(int(toneOf(file))) : QVariant();
    default:
        return {};
    }
}

void AttributesModel::aboutToFilter(const QList<FilterWord> &)
{
    m_judged.clear();
}

void AttributesModel::aboutToSort(int)
{
    m_judged.clear();
}

void AttributesModel::refresh()
{
    if (isWalking())
        return;
    beginWalk();
    setLoadState(LoadState::Loading);
    Pager<StoreFile>::Events events;
    events.page = [this](const QList<StoreFile> &files) { learn(files); };
    events.finished = [this] {
        endWalk();
        dropOrphans();
        setRefreshedAt(m_session.clock().unixSeconds());
        setLoadState(LoadState::Ready);
    };
    events.failed = [this](const ApiError &error) {
        const bool noArea = rowCount() == 0 && error.kind == ApiError::Kind::MethodNotAllowed;
        setLoadState(noArea ? LoadState::Unavailable : LoadState::Failed, error);
    };
    m_pager.start(
        [this](const QString &after, std::function<void(Result<Page<StoreFile>>)> done) {
            StoreListQuery query;
            query.limit = filesOfPage;
            query.after = after;
            return m_session.stores().listFiles(m_storeId, query, this, std::move(done));
        },
        std::move(events));
}

void AttributesModel::stop()
{
    if (!isWalking())
        return;
    m_pager.stop();
    setLoadState(LoadState::Stopped);
}

} // namespace odc
