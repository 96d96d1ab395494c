// SPDX-License-Identifier: GPL-3.0-or-later
#include "filepickerdialog.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace odc {

using namespace Qt::StringLiterals;

FilePickerDialog::FilePickerDialog(const PageContext &context, const QString &introduction, QWidget *parent,
                                   FilePicker::Choice choice, const QString &filter)
    : ConsoleDialog(context.shell.theme,
                    choice == FilePicker::Choice::One ? tr("Choose a file of the project")
                                                      : tr("Choose files of the project"),
                    parent),
      m_choice(choice), m_picker(new FilePicker(context, {.choice = choice, .filter = filter}, this))
{
    setObjectName(u"filePicker"_s);
    setIntroduction(introduction);
    m_picker->setMinimumHeight(metrics::rowHeight * 12);
    body()->addWidget(m_picker, 1);
    QPushButton *cancel = addButton(tr("Cancel"), ButtonRole::Default);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_choose = addButton({}, ButtonRole::Primary);
    m_choose->setObjectName(u"chooseFiles"_s);
    const auto choose = [this] {
        m_files = m_picker->files();
        if (!m_files.isEmpty())
            accept();
    };
    connect(m_choose, &QPushButton::clicked, this, choose);
    connect(m_picker, &FilePicker::activated, this, choose);
    connect(m_picker, &FilePicker::changed, this, &FilePickerDialog::showChoice);
    setWantedSize({860, 560});
    m_picker->setFocus();
    showChoice();
}

void FilePickerDialog::showChoice()
{
    const int count = int(m_picker->chosen().size());
    m_choose->setText(count == 0 || m_choice == FilePicker::Choice::One
                          ? tr("Choose")
                          : tr("Choose %Ln file(s)", nullptr, count));
    m_choose->setEnabled(count > 0);
}

} // namespace odc
