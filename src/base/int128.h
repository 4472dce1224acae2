#pragma once

namespace vafa {

// 128-bit integers of g++ and clang, which -Wpedantic refuses to name without `__extension__`.
__extension__ using Int128 = __int128;
__extension__ using Uint128 = unsigned __int128;

}  // namespace vafa
