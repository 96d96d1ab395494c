// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QHash>
#include <QIcon>
#include <QPixmap>

#include <optional>

namespace odc {

class Theme;

/// The project's own icons; each is resources/icons/<name>.svg, with the name in lower case and dashes.
enum class Icon {
    Activity,
    Batches,
    Bell,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Code,
    Columns,
    Copy,
    Download,
    Edit,
    Evals,
    Export,
    External,
    Eye,
    EyeOff,
    File,
    Filter,
    Finetune,
    Folder,
    Gear,
    Globe,
    Image,
    Import,
    Inbox,
    Info,
    Json,
    Key,
    Link,
    Lock,
    Menu,
    Minus,
    Moon,
    More,
    Offline,
    Overview,
    Pause,
    Pin,
    Play,
    Plus,
    Refresh,
    Retry,
    Search,
    Server,
    Settings,
    Stop,
    Stores,
    Sun,
    Terminal,
    Transfers,
    Trash,
    Unlock,
    Upload,
    User,
    Warning,
    Wrap,
};
constexpr int iconCount = static_cast<int>(Icon::Wrap) + 1;

/// Draws the icons in the theme's colours. Owned by Theme, and lives as long as it.
class IconSet
{
public:
    explicit IconSet(const Theme &theme);
    IconSet(const IconSet &) = delete;
    IconSet &operator=(const IconSet &) = delete;

    /// An icon that draws itself in the token's colour of the moment: it needs no exchange when the theme
    /// changes.
    QIcon icon(Icon id, Token token = Token::Text) const;
    /// The icon in exactly this colour, `pixels` device pixels wide and high.
    QPixmap pixmap(Icon id, const QColor &colour, int pixels) const;
    /// Draws the icon into `rect` (device independent), sharp on any scale.
    void paint(QPainter *painter, const QRect &rect, Icon id, const QColor &colour) const;

    /// File name of an icon without folder and ending, e.g. "chevron-down".
    static QString name(Icon id);
    /// The program's own icon.
    static QIcon application();
    /// Which icon this is, when it came from icon(); so that a style can draw it in another colour.
    static std::optional<Icon> identify(const QIcon &icon);

private:
    const Theme &m_theme;
    mutable QHash<quint64, QPixmap> m_pixmaps; // id, colour and size -> picture
};

} // namespace odc
