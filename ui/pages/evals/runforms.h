// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace odc {

class JsonForm;
class Theme;

/// Over "sampling_params" of a run of this type (completions, responses).
JsonForm *makeSamplingForm(const Theme &theme, const QString &type, QWidget *parent);
/// Over a source that takes what is stored: "stored_completions" or "responses".
JsonForm *makeStoredForm(const Theme &theme, const QString &sourceType, QWidget *parent);

} // namespace odc
