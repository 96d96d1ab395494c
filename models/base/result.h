// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/apierror.h"

#include <tl/expected.hpp>

namespace odc {

/// A value, or why there is none.
template <typename T>
using Result = tl::expected<T, ApiError>;

/// Turns an error into any Result: `return failure(error);`
inline tl::unexpected<ApiError> failure(ApiError error)
{
    return tl::unexpected<ApiError>(std::move(error));
}

} // namespace odc
