#pragma once

#include "platform/json/json.h"

// JSON Schema 2020-12, as OpenAPI 3.1 embeds it, of the types that the codec of json.h knows.
namespace vafa::json {

// Requests must hold their non-optional members and no unknown ones; answers hold all of them.
enum class Direction { request, answer };

class SchemaSet {
public:
    explicit SchemaSet(Direction direction) : direction_(direction) {}
    void turn(Direction direction) { direction_ = direction; }

    // Types with a name (notes.h) go among the components once and are referred to.
    template <class T>
    boost::json::value schema();

    // Of a struct without making it a component.
    template <class T>
    boost::json::object members_of() {
        return of_struct<T>();
    }

    // name → schema, by name.
    const std::map<std::string, boost::json::object, std::less<>>& components() const {
        return components_;
    }

private:
    struct Member {
        std::string_view name;
        boost::json::value (*schema)(SchemaSet& set);
        bool may_lack, left_out;
    };
    template <class T>
    static boost::json::value schema_in(SchemaSet& set) {
        return set.schema<T>();
    }
    template <class T>
    static constexpr Member member_of(std::string_view name) {
        return {name, &schema_in<T>, detail::kMayLack<T>, detail::is_left_out<T>::value};
    }
    template <class T, template <class...> class List, class... D>
    static constexpr std::array<Member, sizeof...(D)> members(List<D...>);
    template <class T>
    boost::json::object of_struct();
    boost::json::object of_members(std::span<const Member> members, const Notes* notes);
    // Made once under its name.
    boost::json::object component(std::string_view name, boost::json::object made);

    Direction direction_;
    std::map<std::string, boost::json::object, std::less<>> components_;
};

namespace detail {

boost::json::object typed(std::string_view type);
boost::json::object integer_schema(double low, double high);
boost::json::object list_of(boost::json::value items);
boost::json::object map_of(boost::json::value items);
boost::json::object choice_of(const std::vector<std::string_view>& names);
boost::json::value nullable(boost::json::value schema);
boost::json::object object_of(boost::json::object properties, boost::json::array required,
                              bool closed);

}  // namespace detail

template <class T>
boost::json::value SchemaSet::schema() {
    if constexpr (std::is_same_v<T, boost::json::value>) {
        return boost::json::object();
    } else if constexpr (std::is_same_v<T, boost::json::object>) {
        return detail::typed("object");
    } else if constexpr (std::is_same_v<T, boost::json::array>) {
        return detail::typed("array");
    } else if constexpr (detail::is_optional<T>::value) {
        return detail::nullable(schema<typename T::value_type>());
    } else if constexpr (detail::is_vector<T>::value) {
        return detail::list_of(schema<typename T::value_type>());
    } else if constexpr (detail::is_string_map<T>::value) {
        return detail::map_of(schema<typename T::mapped_type>());
    } else if constexpr (detail::is_fields<T>::value) {
        using Item = typename decltype(T::items)::value_type::second_type;
        return detail::map_of(schema<Item>());
    } else if constexpr (detail::is_left_out<T>::value) {
        return schema<typename decltype(T::value)::value_type>();
    } else if constexpr (AsText<T>) {
        return detail::typed("string");
    } else if constexpr (std::is_enum_v<T>) {
        return detail::choice_of(enum_names<T>());
    } else if constexpr (std::is_same_v<T, bool>) {
        return detail::typed("boolean");
    } else if constexpr (std::is_floating_point_v<T>) {
        return detail::typed("number");
    } else if constexpr (std::is_integral_v<T>) {
        return detail::integer_schema(static_cast<double>(std::numeric_limits<T>::min()),
                                      static_cast<double>(std::numeric_limits<T>::max()));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return detail::typed("string");
    } else if constexpr (Noted<T>) {
        return component(notes_of<T>().name, of_struct<T>());
    } else {
        return of_struct<T>();
    }
}

template <class T>
boost::json::object SchemaSet::of_struct() {
    const Notes* notes = nullptr;
    if constexpr (Noted<T>) notes = &notes_of<T>();
    static constexpr auto kMembers = members<T>(detail::Members<T>());
    return of_members(kMembers, notes);
}

template <class T, template <class...> class List, class... D>
constexpr std::array<SchemaSet::Member, sizeof...(D)> SchemaSet::members(List<D...>) {
    return {{member_of<std::remove_cvref_t<decltype(std::declval<T&>().*D::pointer)>>(
        detail::wire_name(D::name))...}};
}

}  // namespace vafa::json
