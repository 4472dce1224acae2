#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

// Which letters the bytes of a text file stand for, and the same text as UTF-8.
namespace vafa::encoding {

enum class Encoding { utf_8, utf_16le, utf_16be, windows_1251, windows_1252, windows_1256 };

std::string_view name_of(Encoding encoding);  // "windows-1251"
std::optional<Encoding> parse_encoding(std::string_view name);
std::string known_names();  // separated by ", "

// By a byte-order mark; by where NULs stand (UTF-16); as UTF-8 where it is valid, or nearly so;
// else by which reading gives words: Russian (1251), Persian or Arabic (1256), or single accented
// letters among Latin ones (1252). `whole`: `start` is all of the file, and does not end within a
// character.
Encoding recognise(std::string_view start, bool whole);

// Stands for bytes that mean nothing in the encoding: no UTF-8, so that whoever checks finds it.
inline constexpr char kMeaningless = '\xFF';

// Fills the span from the front; 0 means the end.
using ReadBytes = std::function<Result<std::size_t>(std::span<char>)>;

// `read` as UTF-8. UTF-8 itself passes as it is; byte-order marks of UTF-16 are dropped.
ReadBytes as_utf8(ReadBytes read, Encoding encoding);

}  // namespace vafa::encoding
