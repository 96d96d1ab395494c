// SPDX-License-Identifier: GPL-3.0-or-later
#include "apierror.h"

#include <QCoreApplication>
#include <QStringList>

namespace odc {

using namespace Qt::StringLiterals;

namespace {

/// What the program's own server says of what an unfinished archive does not hold.
constexpr auto notInArchive = "not_in_archive"_L1;

QString text(const char *source)
{
    return QCoreApplication::translate("ApiError", source);
}

} // namespace

bool ApiError::isTransient() const
{
    switch (kind) {
    case Kind::Network:
    case Kind::Refused:
    case Kind::Timeout:
    case Kind::Conflict:
    case Kind::RateLimited:
    case Kind::Server:
        return true;
    case Kind::None:
    case Kind::HostNotFound:
    case Kind::Tls:
    case Kind::Cancelled:
    case Kind::Unauthorized:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::MethodNotAllowed:
    case Kind::TooLarge:
    case Kind::Invalid:
    case Kind::Billing:
    case Kind::BadResponse:
    case Kind::Redirect:
    case Kind::OutcomeUnknown:
    case Kind::ReadOnly:
    case Kind::LocalFile:
    case Kind::NoKey:
    case Kind::InsecureUrl:
        return false;
    }
    return false;
}

QString ApiError::headline() const
{
    const char *s = nullptr;
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::HostNotFound:
        s = QT_TRANSLATE_NOOP("ApiError", "The server's name could not be found");
        break;
    case Kind::Refused:
        s = QT_TRANSLATE_NOOP("ApiError", "Nothing answers at the server's address");
        break;
    case Kind::Network:
        s = QT_TRANSLATE_NOOP("ApiError", "The connection broke before an answer came");
        break;
    case Kind::Tls:
        s = QT_TRANSLATE_NOOP("ApiError", "The server's certificate was not accepted");
        break;
    case Kind::Timeout:
        s = QT_TRANSLATE_NOOP("ApiError", "The server did not answer in time");
        break;
    case Kind::Cancelled:
        s = QT_TRANSLATE_NOOP("ApiError", "Stopped");
        break;
    case Kind::Unauthorized:
        s = QT_TRANSLATE_NOOP("ApiError", "The API key was not accepted");
        break;
    case Kind::Forbidden:
        s = QT_TRANSLATE_NOOP("ApiError", "The API key may not do this");
        break;
    case Kind::NotFound:
        s = code == notInArchive ? QT_TRANSLATE_NOOP("ApiError", "Not in this archive, or not all of it")
                                 : QT_TRANSLATE_NOOP("ApiError", "It does not exist, or not in this project");
        break;
    case Kind::MethodNotAllowed:
        s = QT_TRANSLATE_NOOP("ApiError", "This server does not offer the operation");
        break;
    case Kind::Conflict:
        s = QT_TRANSLATE_NOOP("ApiError", "It is being changed by someone else right now");
        break;
    case Kind::TooLarge:
        s = QT_TRANSLATE_NOOP("ApiError", "It is larger than the server accepts");
        break;
    case Kind::Invalid:
        // No call failed: something that the server took on came to a bad end there.
        s = httpStatus == 0 && operation.isEmpty()
                ? QT_TRANSLATE_NOOP("ApiError", "The service could not process it")
                : QT_TRANSLATE_NOOP("ApiError", "The server refused the request");
        break;
    case Kind::RateLimited:
        s = QT_TRANSLATE_NOOP("ApiError", "Too many requests: the rate limit is reached");
        break;
    case Kind::Billing:
        s = QT_TRANSLATE_NOOP("ApiError", "The quota or the credit of this account is used up");
        break;
    case Kind::Server:
        s = QT_TRANSLATE_NOOP("ApiError", "The server had an error");
        break;
    case Kind::BadResponse:
        s = QT_TRANSLATE_NOOP("ApiError", "The answer is not one of the OpenAI API");
        break;
    case Kind::Redirect:
        s = QT_TRANSLATE_NOOP("ApiError", "The server sent the request elsewhere, which was not followed");
        break;
    case Kind::OutcomeUnknown:
        s = httpStatus >= 400
                ? QT_TRANSLATE_NOOP(
                      "ApiError", "The server does not say whether it was done: it may or may not have been")
                : QT_TRANSLATE_NOOP("ApiError", "The answer was lost, so it may or may not have been done");
        break;
    case Kind::ReadOnly:
        s = QT_TRANSLATE_NOOP("ApiError", "This profile is read-only");
        break;
    case Kind::LocalFile:
        s = QT_TRANSLATE_NOOP("ApiError", "A file on this computer could not be used");
        break;
    case Kind::NoKey:
        s = QT_TRANSLATE_NOOP("ApiError", "This profile has no API key");
        break;
    case Kind::InsecureUrl:
        s = QT_TRANSLATE_NOOP("ApiError", "The API key was not sent, because the connection would not be encrypted");
        break;
    }
    return text(s);
}

QString ApiError::advice() const
{
    const char *s = nullptr;
    switch (kind) {
    case Kind::HostNotFound:
        s = QT_TRANSLATE_NOOP("ApiError", "Check the base URL of the profile, and the network.");
        break;
    case Kind::Refused:
        s = QT_TRANSLATE_NOOP("ApiError", "Check the base URL and its port, and that the server runs.");
        break;
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Server:
        s = QT_TRANSLATE_NOOP("ApiError", "Try again in a moment.");
        break;
    case Kind::Tls:
        s = QT_TRANSLATE_NOOP("ApiError", "If your company uses its own certificate authority, set it in the profile.");
        break;
    case Kind::Unauthorized:
        s = QT_TRANSLATE_NOOP("ApiError", "Enter a valid key in the profile; check organization and project.");
        break;
    case Kind::Forbidden:
        s = QT_TRANSLATE_NOOP("ApiError", "Ask for the permission, or use another key.");
        break;
    case Kind::NotFound:
        s = code == notInArchive ? QT_TRANSLATE_NOOP("ApiError", "Making the archive was not finished, or this was left out. "
                                                                 "Archive into the same folder again to get the rest.")
                                 : QT_TRANSLATE_NOOP("ApiError", "Refresh the list.");
        break;
    case Kind::RateLimited:
        s = QT_TRANSLATE_NOOP("ApiError", "Wait a little; everything else waits too.");
        break;
    case Kind::Billing:
        s = QT_TRANSLATE_NOOP("ApiError", "Someone has to raise the limit or add credit; trying again does not help.");
        break;
    case Kind::BadResponse:
    case Kind::Redirect:
    case Kind::MethodNotAllowed:
        s = QT_TRANSLATE_NOOP("ApiError", "Check the base URL; it usually ends in /v1.");
        break;
    case Kind::OutcomeUnknown:
        s = QT_TRANSLATE_NOOP("ApiError", "Look at the list before you try again, so that nothing is made twice.");
        break;
    case Kind::ReadOnly:
        s = QT_TRANSLATE_NOOP("ApiError", "Switch off read-only in the profile to change things.");
        break;
    case Kind::LocalFile:
        if (code != "file_changed"_L1) // its message says what to do
            s = QT_TRANSLATE_NOOP("ApiError", "Check that it exists, that you may use it, and that the disk has room.");
        break;
    case Kind::NoKey:
        s = QT_TRANSLATE_NOOP("ApiError", "Enter one in the profile.");
        break;
    case Kind::InsecureUrl:
        s = QT_TRANSLATE_NOOP("ApiError", "Use a base URL that begins with https; http is for this computer only.");
        break;
    case Kind::None:
    case Kind::Cancelled:
    case Kind::Conflict:
    case Kind::TooLarge:
    case Kind::Invalid:
        return {};
    }
    return text(s);
}

QString ApiError::details() const
{
    QStringList lines{headline()};
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << label + u": "_s + value;
    };
    add(text(QT_TRANSLATE_NOOP("ApiError", "Operation")), operation);
    add(text(QT_TRANSLATE_NOOP("ApiError", "HTTP status")), httpStatus ? QString::number(httpStatus) : QString());
    add(text(QT_TRANSLATE_NOOP("ApiError", "Code")), code);
    add(text(QT_TRANSLATE_NOOP("ApiError", "Type")), type);
    add(text(QT_TRANSLATE_NOOP("ApiError", "Parameter")), param);
    add(text(QT_TRANSLATE_NOOP("ApiError", "Message")), message);
    add(text(QT_TRANSLATE_NOOP("ApiError", "Request ID")), requestId);
    add(text(QT_TRANSLATE_NOOP("ApiError", "Attempts")), attempts > 1 ? QString::number(attempts) : QString());
    if (!rawBody.isEmpty())
        lines << text(QT_TRANSLATE_NOOP("ApiError", "Answer")) + u":\n"_s + QString::fromUtf8(rawBody);
    return lines.join(u'\n');
}

ApiError ApiError::make(Kind kind, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace odc
