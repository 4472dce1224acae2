#pragma once

#include <string>
#include <string_view>

namespace vafa::app {

// The text as a QR code (ISO/IEC 18004) for a terminal: two rows a line in half blocks, dark on
// light with its quiet zone, so that a phone reads it on dark and on light screens. "" where the
// text is too long for a code.
std::string terminal_qr_code(std::string_view text);

}  // namespace vafa::app
