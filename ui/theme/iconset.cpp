// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconset.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

// The icons are in a static library: nothing but this name keeps them in the program.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace odc {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, iconCount> names{
    "activity",      "batches",    "bell",     "check",   "check-circle", "chevron-down", "chevron-left",
    "chevron-right", "chevron-up", "clock",    "close",   "code",         "columns",      "copy",
    "download",      "edit",       "evals",    "export",  "external",     "eye",          "eye-off",
    "file",          "filter",     "finetune", "folder",  "gear",         "globe",        "image",
    "import",        "inbox",      "info",     "json",    "key",          "link",         "lock",
    "menu",          "minus",      "moon",     "more",    "offline",      "overview",     "pause",
    "pin",           "play",       "plus",     "refresh", "retry",        "search",       "server",
    "settings",      "stop",       "stores",   "sun",     "terminal",     "transfers",    "trash",
    "unlock",        "upload",     "user",     "warning", "wrap",
};

constexpr auto namePrefix = "odc:"_L1;

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, Icon id, Token token) : m_theme(theme), m_id(id), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        m_theme.icons().paint(painter, rect, m_id, colour(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return m_theme.icons().pixmap(m_id, colour(mode), qMin(size.width(), size.height()));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state); // the size asked for is in device pixels already
    }
    QString key() const override { return u"odc"_s; }
    QString iconName() override { return namePrefix + QString::number(static_cast<int>(m_id)); }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_theme, m_id, m_token); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        return mode == QIcon::Disabled ? m_theme.colour(Shade::Disabled) : m_theme.colour(m_token);
    }

    const Theme &m_theme;
    Icon m_id;
    Token m_token;
};

} // namespace

IconSet::IconSet(const Theme &theme) : m_theme(theme)
{
    initIcons();
}

QIcon IconSet::icon(Icon id, Token token) const
{
    return QIcon(new ThemedIconEngine(m_theme, id, token));
}

QPixmap IconSet::pixmap(Icon id, const QColor &colour, int pixels) const
{
    if (pixels <= 0) {
        return {};
    }
    const quint64 key = (quint64(id) << 48) | (quint64(qMin(pixels, 0xffff)) << 32) | colour.rgba();
    if (const auto found = m_pixmaps.constFind(key); found != m_pixmaps.constEnd()) {
        return *found;
    }
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(":/odc/icons/"_L1 + name(id) + ".svg"_L1);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    // The files are drawn in black; what they cover takes the colour.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    if (m_pixmaps.size() > 1000) {
        m_pixmaps.clear();
    }
    m_pixmaps.insert(key, pixmap);
    return pixmap;
}

void IconSet::paint(QPainter *painter, const QRect &rect, Icon id, const QColor &colour) const
{
    const int side = qMin(rect.width(), rect.height());
    const qreal scale = painter->device()->devicePixelRatio();
    QPixmap picture = pixmap(id, colour, qRound(side * scale));
    picture.setDevicePixelRatio(scale);
    const QPoint at(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
    painter->drawPixmap(at, picture);
}

QString IconSet::name(Icon id)
{
    return QString::fromLatin1(names[static_cast<size_t>(id)]);
}

QIcon IconSet::application()
{
    initIcons();
    return QIcon(u":/odc/icons/app/openai-data-console.svg"_s);
}

std::optional<Icon> IconSet::identify(const QIcon &icon)
{
    const QString name = icon.name();
    if (!name.startsWith(namePrefix)) {
        return std::nullopt;
    }
    return static_cast<Icon>(QStringView(name).mid(namePrefix.size()).toInt());
}

} // namespace odc
