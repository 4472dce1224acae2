#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vafa::sql {

// Marks bytes, which are BLOB on SQLite and BYTEA on PostgreSQL. Does not own.
struct Bytes {
    std::string_view data;
};

enum class ValueKind : std::uint8_t { untyped, integer, real, text, bytes };

// One parameter or cell on its way in. It does not own text: what it was made from must outlive the
// call. An empty optional is NULL *of its type*, which PostgreSQL wants to know.
class Value {
public:
    Value(std::nullptr_t) {}
    template <std::integral T>
    Value(T number) : kind_(ValueKind::integer), null_(false) {
        number_.integer = static_cast<std::int64_t>(number);
    }
    Value(double number) : kind_(ValueKind::real), null_(false) { number_.real = number; }
    Value(std::string_view text) : kind_(ValueKind::text), null_(false), text_(text) {}
    Value(const std::string& text) : Value(std::string_view(text)) {}
    Value(const char* text) : Value(std::string_view(text)) {}
    Value(Bytes bytes) : kind_(ValueKind::bytes), null_(false), text_(bytes.data) {}
    template <class T>
    Value(const std::optional<T>& maybe) : Value(maybe ? Value(*maybe) : null_of(Value(T{}))) {}

    ValueKind kind() const { return kind_; }
    bool is_null() const { return null_; }
    std::int64_t integer() const { return number_.integer; }
    double real() const { return number_.real; }
    std::string_view text() const { return text_; }  // text or bytes

private:
    static Value null_of(Value value) {
        value.null_ = true;
        value.text_ = {};
        return value;
    }

    ValueKind kind_ = ValueKind::untyped;
    bool null_ = true;
    union {
        std::int64_t integer = 0;
        double real;
    } number_;
    std::string_view text_;
};

// `name` without the colon.
struct Param {
    std::string_view name;
    Value value;
};

}  // namespace vafa::sql
