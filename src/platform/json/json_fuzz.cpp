#include <boost/describe.hpp>
#include <cstdint>
#include <string_view>

#include "platform/json/json.h"

namespace {

enum class Colour { red, delete_ };
BOOST_DESCRIBE_ENUM(Colour, red, delete_)

struct Inner {
    std::string text;
    std::optional<double> real;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (text, real))

struct Outer {
    std::int64_t whole;
    std::uint8_t narrow;
    bool yes;
    Colour colour;
    std::vector<Inner> inner;
    std::map<std::string, std::optional<std::int32_t>> by_name;
    boost::json::value anything;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (whole, narrow, yes, colour, inner, by_name, anything))
vafa::json::Notes field_notes(const Outer*) {
    return {"Outer",
            {{.name = "whole", .text = "", .min = -5, .max = 5},
             {.name = "inner", .text = "", .max_length = 3}}};
}

}  // namespace

// Any text is parsed or refused; what is decoded without an error comes back the same when it is
// encoded and decoded again, and keeps its limits. The first byte picks how texts are read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vafa;
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto parsed = json::parse(text);
    if (parsed.has_error()) return 0;
    const auto texts = (data[0] & 1) != 0 ? json::Texts::as_values : json::Texts::as_texts;
    const auto unknown = (data[0] & 2) != 0 ? json::UnknownKeys::ignore : json::UnknownKeys::refuse;
    const auto decoded = json::decode<Outer>(*parsed, unknown, texts);
    for (const auto& error : decoded.errors) VAFA_ASSERT(error.field.starts_with('/'));
    if (!decoded.ok()) return 0;
    VAFA_ASSERT(decoded.value.whole >= -5 && decoded.value.whole <= 5);
    VAFA_ASSERT(decoded.value.inner.size() <= 3);
    const auto encoded = json::encode(decoded.value);
    const auto again = json::decode<Outer>(encoded);
    VAFA_ASSERT(again.ok() && json::encode(again.value) == encoded);
    VAFA_ASSERT(json::parse(json::pretty(encoded)).has_value());
    return 0;
}
