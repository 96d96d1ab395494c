// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace odc::server {

/** Contents of files that the stores of the sample data bring with them. */
QByteArray coffeeManualMarkdown();
QByteArray faqEnglishMarkdown();
QByteArray faqGermanMarkdown();
QByteArray shippingRatesCsv();
/** The beginning of a scanned picture: no text can be read out of it. */
QByteArray warrantyScanTiff();

QByteArray supplierAgreementMarkdown();
QByteArray shopLeaseMarkdown();
QByteArray nonDisclosureText();
QByteArray dataProcessingMarkdown();

QByteArray vacationPolicyMarkdown();
QByteArray remoteWorkMarkdown();
QByteArray vacationGermanMarkdown();

/** Mails that are never done with: they hold a directive. */
QByteArray scannedMailsText(int week);

/** A short note about a product, one of many; the same for the same number. */
QByteArray largeNote(int number);

} // namespace odc::server
