// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace odc {

class Theme;

/// Reads a file of JSON lines, or of any lines, of any size: a list of its lines, and the chosen one as JSON and as it stands. Nothing
/// of the file is in memory but what is shown.
class JsonlView : public QWidget
{
    Q_OBJECT
public:
    explicit JsonlView(const Theme &theme, QWidget *parent = nullptr);
    ~JsonlView() override;

    /// Opens a file; the lines come as they are found. The same file again reads it anew.
    void open(const QString &path);
    void close();
    const QString &path() const;
    /// Shows a line, from 1, as soon as it is known, with the cursor of the raw text at `column`, from 1 in UTF-16 units (0: the whole line).
    void goTo(qint64 line, int column = 0);

private:
    QString m_path;
};

} // namespace odc
