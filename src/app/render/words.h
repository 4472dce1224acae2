#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/money.h"
#include "platform/i18n/i18n.h"

namespace vafa::render {

// How this store and this reader write numbers: what every table and sentence is made with.
struct Words {
    i18n::Locale locale = i18n::Locale::en;
    Currency currency;
    bool show_toman = false;
    std::map<std::string, std::string, std::less<>> product_titles = {};  // by the shop's key

    std::string text(std::string_view key, const i18n::Params& params = {}) const;
    std::string count(std::int64_t number) const;
    std::string decimal(double number, int digits) const;
    std::string share(double fraction) const;           // "38.4 %"
    std::string money(double minor) const;              // with its sign or word
    std::string money_short(double minor) const;        // digits only: for cells
    std::string label(std::string_view machine) const;  // "2011-12-09" in the reader's digits

    std::string product(const std::string& key) const;  // its title, else the key

    // JSON values of reports; null is a dash.
    std::string count(const boost::json::value& value) const;
    std::string decimal(const boost::json::value& value, int digits) const;
    std::string share(const boost::json::value& value) const;
    std::string money(const boost::json::value& value) const;
    std::string money_short(const boost::json::value& value) const;
};

inline constexpr std::string_view kNothing = "–";

// Integer or double as double; 0 for null.
double number_of(const boost::json::value& value);

}  // namespace vafa::render
