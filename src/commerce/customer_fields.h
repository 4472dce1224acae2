#pragma once

#include <map>
#include <string>

#include "commerce/types.h"

namespace vafa::commerce {

// When a thing was said about a customer: the order's time, then its key; so that what wins depends
// on the orders alone and never on the order in which they arrived.
struct Stamp {
    TimeMs at = 0;
    std::string key;
    Version version = {};  // where several versions of one order are heard
    auto operator<=>(const Stamp&) const = default;
};

// The latest non-empty value of each field, of any number of orders in any order.
class LatestFields {
public:
    void say(const Stamp& stamp, const CustomerFields& fields);
    CustomerFields fields() const;  // traits by name

private:
    struct Said {
        Stamp stamp;
        std::string value;
    };
    static void say(Said& said, const Stamp& stamp, const std::string& value);

    Said name_, email_, phone_, city_, country_;
    std::map<std::string, Said> traits_;
};

// What a customer's row becomes when new orders are heard. A field that has a value and is told
// another one is *contested*: only the customer's orders can tell which is later.
struct Heard {
    CustomerFields fields;  // the stored ones, gaps filled
    bool filled = false;
    bool contested = false;
};
Heard hear(const CustomerFields& stored, const CustomerFields& said);

// Every field that `wanted` has, `found` has: going back further cannot change it.
bool covers(const CustomerFields& found, const CustomerFields& wanted);

}  // namespace vafa::commerce
