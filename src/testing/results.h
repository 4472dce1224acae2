#pragma once

#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "base/result.h"

namespace vafa::test {

inline std::string describe(const Error& error) {
    std::string text = error.key;
    for (const auto& [name, value] : error.params) text += " " + name + "=" + value;
    return error.field.empty() ? text : text + " at " + error.field;
}

// The value of a Result that a test takes for granted; the test fails with the error otherwise.
template <class T>
T must(Result<T> result) {
    if (result.has_error()) throw std::runtime_error(describe(result.error()));
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

template <class T>
void expect_error(const Result<T>& result, std::string_view key) {
    ASSERT_TRUE(result.has_error()) << "no error, where " << key << " was expected";
    EXPECT_EQ(result.error().key, key) << describe(result.error());
}

}  // namespace vafa::test
