#pragma once

#include <boost/system/result.hpp>
#include <stdexcept>
#include <string>

#include "base/error.h"

namespace vafa {

// A value or an expected failure. Exceptions are for the exceptional (a lost database, no memory).
template <class T>
using Result = boost::system::result<T, Error>;

[[noreturn]] inline void throw_exception_from_error(const Error& error,
                                                    const boost::source_location& /*where*/) {
    throw std::logic_error("Result read without a value: " + error.key);
}

// A programmer's error, never outside data: on in release, ends the process with the place.
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);

}  // namespace vafa

#define VAFA_CONCAT_(a, b) a##b
#define VAFA_CONCAT(a, b) VAFA_CONCAT_(a, b)

// VAFA_TRY(auto x, f()): x is f's value, or this function returns f's error.
#define VAFA_TRY_IMPL_(name, declaration, expression)     \
    auto name = (expression);                             \
    if (name.has_error()) return std::move(name).error(); \
    declaration = std::move(name).value()
#define VAFA_TRY(declaration, expression) \
    VAFA_TRY_IMPL_(VAFA_CONCAT(vafa_result_, __LINE__), declaration, expression)

// VAFA_CHECK(f()): this function returns f's error, or goes on.
#define VAFA_CHECK(expression)                                        \
    do {                                                              \
        if (auto vafa_check_ = (expression); vafa_check_.has_error()) \
            return std::move(vafa_check_).error();                    \
    } while (false)

#define VAFA_ASSERT(condition) \
    ((condition) ? void() : ::vafa::assertion_failed(#condition, __FILE__, __LINE__))
