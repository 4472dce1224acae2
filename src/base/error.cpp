#include "base/error.h"

#include <ostream>

namespace vafa {

std::ostream& operator<<(std::ostream& out, const Error& error) {
    out << error.key;
    for (const auto& [name, value] : error.params) out << ' ' << name << '=' << value;
    if (!error.field.empty()) out << " @" << error.field;
    return out;
}

}  // namespace vafa
