// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include "base/log.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonValue>

#include <cmath>
#include <iterator>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

enum class Kind { Text, Bytes, Flag, Number };

struct Row {
    Setting setting;
    const char *name;
    Kind kind;
    int fallback; ///< of flags and numbers
    const char *fallbackText;
};

constexpr Row table[] = {
    {Setting::ThemeMode, "theme", Kind::Text, 0, "system"},
    {Setting::Language, "language", Kind::Text, 0, ""},
    {Setting::LastProfile, "last_profile", Kind::Text, 0, ""},
    {Setting::WindowGeometry, "window_geometry", Kind::Bytes, 0, ""},
    {Setting::WindowState, "window_state", Kind::Bytes, 0, ""},
    {Setting::SplitterState, "splitter", Kind::Bytes, 0, ""},
    {Setting::TableState, "table", Kind::Bytes, 0, ""},
    {Setting::FilterText, "filter", Kind::Text, 0, ""},
    {Setting::LastUploadPurpose, "last_upload_purpose", Kind::Text, 0, "user_data"},
    {Setting::LastFolder, "last_folder", Kind::Text, 0, ""},
    {Setting::DownloadFolder, "download_folder", Kind::Text, 0, ""},
    {Setting::ArchiveFolder, "archive_folder", Kind::Text, 0, ""},
    {Setting::ActivityVisible, "activity_visible", Kind::Flag, 0, ""},
    {Setting::PollSeconds, "poll_seconds", Kind::Number, 30, ""},
    {Setting::Notifications, "notifications", Kind::Flag, 1, ""},
    {Setting::DockTab, "dock_tab", Kind::Text, 0, "transfers"},
    {Setting::TransfersAtOnce, "transfers_at_once", Kind::Number, 3, ""},
    {Setting::PartsAboveMB, "parts_above_mb", Kind::Number, 64, ""},
    {Setting::UploadLimitKB, "upload_limit_kb", Kind::Number, 0, ""},
    {Setting::DownloadLimitKB, "download_limit_kb", Kind::Number, 0, ""},
    {Setting::NotificationsOff, "notifications_off", Kind::Text, 0, ""},
    {Setting::WatchRules, "watch_rules", Kind::Text, 0, ""},
    {Setting::KeepWatching, "keep_watching", Kind::Flag, 0, ""},
    {Setting::KeepIndex, "keep_index", Kind::Flag, 1, ""},
    {Setting::IndexMB, "index_mb", Kind::Number, 256, ""},
    {Setting::RecentObjects, "recent_objects", Kind::Text, 0, ""},
    {Setting::LastVisit, "last_visit", Kind::Text, 0, ""},
    {Setting::Prices, "prices", Kind::Text, 0, ""},
};

const Row &rowOf(Setting setting)
{
    for (const Row &row : table) {
        if (row.setting == setting)
            return row;
    }
    Q_UNREACHABLE();
    return table[0];
}

QString keyOf(const Row &row, const QString &scope)
{
    const QString name = QString::fromLatin1(row.name);
    return scope.isEmpty() ? name : name + u'@' + scope;
}

} // namespace

Settings::Settings(const QString &path, QObject *parent) : QObject(parent), m_store(path, 1)
{
    m_values = m_store.load();
    adoptOldNames();
    m_later.setSingleShot(true);
    m_later.setInterval(1000);
    connect(&m_later, &QTimer::timeout, this, [this] {
        if (const auto saved = save(); !saved)
            qCWarning(logSettings) << "settings not saved:" << saved.error().message;
    });
}

Settings::~Settings()
{
    if (m_dirty)
        save();
}

QString Settings::storedLanguage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(keyOf(rowOf(Setting::Language), {})).toString();
}

QString Settings::folder() const
{
    return QFileInfo(m_store.path()).absolutePath();
}

QVariant Settings::value(Setting setting, const QString &scope) const
{
    const Row &row = rowOf(setting);
    const QJsonValue stored = m_values.value(keyOf(row, scope));
    switch (row.kind) {
    case Kind::Text:
        return stored.isString() ? stored.toString() : QString::fromLatin1(row.fallbackText);
    case Kind::Bytes:
        return QByteArray::fromBase64(stored.toString().toLatin1());
    case Kind::Flag:
        return stored.isBool() ? stored.toBool() : row.fallback != 0;
    case Kind::Number:
        return stored.isDouble() ? stored.toInt(row.fallback) : row.fallback;
    }
    return {};
}

QString Settings::text(Setting setting, const QString &scope) const
{
    return value(setting, scope).toString();
}

QByteArray Settings::bytes(Setting setting, const QString &scope) const
{
    return value(setting, scope).toByteArray();
}

bool Settings::flag(Setting setting, const QString &scope) const
{
    return value(setting, scope).toBool();
}

int Settings::number(Setting setting, const QString &scope) const
{
    return value(setting, scope).toInt();
}

void Settings::set(Setting setting, const QVariant &value, const QString &scope)
{
    if (this->value(setting, scope) == value)
        return;
    const Row &row = rowOf(setting);
    const QJsonValue stored = row.kind == Kind::Bytes ? QJsonValue(QString::fromLatin1(value.toByteArray().toBase64()))
                                                      : QJsonValue::fromVariant(value);
    m_values.insert(keyOf(row, scope), stored);
    markDirty();
    Q_EMIT changed(setting);
}

void Settings::forgetScope(const QString &scopeEnd)
{
    const QStringList keys = m_values.keys();
    for (const QString &key : keys) {
        if (key.endsWith(u'@' + scopeEnd) || key.endsWith(u'/' + scopeEnd)) {
            m_values.remove(key);
            markDirty();
        }
    }
}

Result<void> Settings::save()
{
    const auto saved = m_store.save(m_values);
    if (saved) {
        m_dirty = false;
        m_later.stop();
    }
    return saved;
}

void Settings::adoptOldNames()
{
    // Sizes were once kept in units of 1,024; the same amount is meant.
    const struct {
        QLatin1StringView old;
        QLatin1StringView name;
        double factor;
    } renamed[] = {{"parts_above_mib"_L1, "parts_above_mb"_L1, 1.048576},
                   {"upload_limit_kib"_L1, "upload_limit_kb"_L1, 1.024},
                   {"download_limit_kib"_L1, "download_limit_kb"_L1, 1.024}};
    for (const auto &[old, name, factor] : renamed) {
        if (const QJsonValue value = m_values.take(old); value.isDouble() && !m_values.contains(name))
            m_values.insert(name, std::round(value.toDouble() * factor));
    }
}

void Settings::markDirty()
{
    m_dirty = true;
    // Not started anew: who drags a splitter for a minute has it written all the same.
    if (!m_later.isActive())
        m_later.start();
}

} // namespace odc
