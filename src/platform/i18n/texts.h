#pragma once

#include <array>
#include <span>
#include <string_view>

#include "platform/i18n/i18n.h"

namespace vafa::i18n {

// CLDR's plural categories that the three languages use for whole numbers.
enum class Plural { one, few, many, other };

// A text that no count decides has the form `other` alone.
using Forms = std::array<std::string_view, 4>;

struct Text {
    std::string_view key;
    std::array<Forms, kLocales> forms;
};

std::span<const Text> all_texts();  // generated from i18n/*.json, sorted by key

}  // namespace vafa::i18n
