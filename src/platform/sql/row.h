#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace vafa::sql {

// One row of a result, valid (with every text it hands out) until the callback returns. Columns
// count from 0. Reading NULL as anything but optional is an error of the query and throws.
class Row {
public:
    virtual ~Row() = default;
    virtual int columns() const = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string_view bytes(int column) const = 0;

    template <class T>
    T get(int column) const;

    // row.read(id, name, note): the columns in order into variables.
    template <class... T>
    void read(T&... into) const {
        int column = 0;
        ((into = get<T>(column++)), ...);
    }
};

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class T>
T Row::get(int column) const {
    if constexpr (kIsOptional<T>) {
        if (is_null(column)) return std::nullopt;
        return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
        return integer(column) != 0;
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        return static_cast<T>(integer(column));
    } else if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(real(column));
    } else {
        return T(text(column));
    }
}

}  // namespace vafa::sql
