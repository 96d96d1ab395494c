// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Every length of the window, in device independent pixels. Nothing else in ui holds a fixed length.
namespace odc::metrics {

constexpr int tight = 4;    ///< between things that belong together
constexpr int inside = 8;   ///< inside a control or cell
constexpr int between = 12; ///< between controls
constexpr int edge = 16;    ///< at page edges

constexpr int rowHeight = 28;
constexpr int buttonHeight = 30;
constexpr int navHeight = 32;
constexpr int chipHeight = 22;
constexpr int headerHeight = 30; ///< header of a table
constexpr int profileHeight = 48;

constexpr int radius = 6;
constexpr int cardRadius = 8;
constexpr int lineWidth = 1;
constexpr int focusWidth = 2;

constexpr int iconSize = 16;
constexpr int largeIconSize = 40; ///< in empty, error and unavailable states
constexpr int stateMark = 8;      ///< round, diamond and square of a state
constexpr int barHeight = 8;      ///< progress
constexpr int scrollBar = 12;
constexpr int stripe = 3; ///< the profile's colour under the menu
constexpr int checkBox = 16;
constexpr int navWidth = 212;
constexpr int textWidth = 420; ///< widest running text of a centred message

} // namespace odc::metrics
