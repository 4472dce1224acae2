#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace vafa::ingest {

// E.164, or empty for what is no number.
using NormalisePhone = std::function<std::string(std::string_view)>;
// Of an E.164 number.
using IsMobile = std::function<bool(std::string_view)>;

// The phone of a cell as shops keep it: turned into a number ("9121234567.0", "9.123456789E+09"),
// with an extension, several in one cell. The first mobile wins, else the first that is one. Empty
// where there is none.
std::string read_phone(std::string_view cell, const NormalisePhone& normalise,
                       const IsMobile& is_mobile);

// A spreadsheet has rounded the number ("9.12E+09"): its digits are gone.
bool is_rounded_phone(std::string_view cell);

}  // namespace vafa::ingest
