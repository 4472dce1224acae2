#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vafa::commerce {

// Appends JSON to a text. Orders come by the million: building a document of values first costs ten
// times as much. Absent and empty members are left out, so most orders are short.
class JsonText {
public:
    explicit JsonText(std::string& out) : out_(out) {}

    void open(char bracket) {  // '{' or '['
        separate();
        out_ += bracket;
        fresh_ = true;
    }
    void close(char bracket) {
        out_ += bracket;
        fresh_ = false;
    }
    void key(std::string_view name) {
        string(name);
        out_ += ':';
        fresh_ = true;
    }
    void number(std::int64_t value) {
        separate();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        out_.append(digits, end);
    }
    void string(std::string_view value) {
        separate();
        out_ += '"';
        append_escaped(value);
        out_ += '"';
    }

    void boolean(bool value) {
        separate();
        out_ += value ? "true" : "false";
    }

    void member(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        key(name);
        string(value);
    }
    void member(std::string_view name, const std::optional<std::int64_t>& value) {
        if (!value) return;
        key(name);
        number(*value);
    }

private:
    void separate() {
        if (!fresh_) out_ += ',';
        fresh_ = false;
    }
    void append_escaped(std::string_view value);

    std::string& out_;
    bool fresh_ = true;
};

inline void JsonText::append_escaped(std::string_view value) {
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out_ += value.substr(plain, i - plain);
        plain = i + 1;
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += value[i];
        } else {
            constexpr char kHex[] = "0123456789abcdef";
            out_ += "\\u00";
            out_ += kHex[c >> 4];
            out_ += kHex[c & 15];
        }
    }
    out_ += value.substr(plain);
}

}  // namespace vafa::commerce
