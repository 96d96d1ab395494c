// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedetails.h"

#include "base/format.h"
#include "lists/filesmodel.h"
#include "ui/pages/files/filepreview.h"
#include "ui/pages/useslist.h"

namespace odc {

using namespace Qt::StringLiterals;

FileDetails::FileDetails(const PageContext &context, QWidget *parent)
    : DetailsPane(context, {tr("Select a file to see what it is."), tr("The file object as JSON")}, parent),
      m_preview(new FilePreview(context, this)), m_uses(new UsesList(context, this)),
      m_previewTab(addTab(tr("Preview"), m_preview))
{
    setObjectName(u"fileDetails"_s);
    fields()->addField(u"purpose"_s, tr("Purpose"));
    fields()->addField(u"size"_s, tr("Size"));
    fields()->addField(u"status"_s, tr("Status"));
    fields()->addField(u"status_details"_s, tr("Details"));
    fields()->addField(u"created"_s, tr("Created"));
    fields()->addField(u"expires"_s, tr("Expires"));
    fields()->addField(u"content"_s, tr("Content"));
    addToSummary(m_uses);
    connect(m_uses, &UsesList::objectRequested, this, &FileDetails::objectRequested);
    connect(m_preview, &FilePreview::downloadRequested, this, &FileDetails::downloadRequested);
}

void FileDetails::clear()
{
    DetailsPane::clear();
    m_preview->setFile({});
    m_uses->setFile({});
}

void FileDetails::setFile(const FileObject &file, int others)
{
    showObject(file.filename, file.id, file.toJson(), others);
    m_preview->setFile(file);
    m_uses->setFile(file.id);
    FieldValue purpose{file.purpose};
    purpose.tooltip = filepurpose::description(file.purpose);
    fields()->setValue(u"purpose"_s, purpose);
    fields()->setValue(u"size"_s, {format::exactSize(file.bytes)});
    FieldValue status{FilesModel::statusText(file)};
    status.tone = FilesModel::toneOf(file);
    fields()->setValue(u"status"_s, status);
    fields()->setValue(u"status_details"_s, {file.statusDetails});
    fields()->setFieldVisible(u"status_details"_s, !file.statusDetails.isEmpty());
    fields()->setValue(u"created"_s, exactTime(file.createdAt));
    FieldValue expires = distantTime(file.expiresAt);
    expires.tone = FilesModel::expiryTone(file, nowUnix());
    fields()->setValue(u"expires"_s, expires);
    fields()->setValue(u"content"_s,
                       {filepurpose::isDownloadable(file.purpose) ? tr("can be downloaded")
                                                                  : tr("not handed out by the service")});
}

void FileDetails::showPreview()
{
    showTab(m_previewTab);
}

} // namespace odc
