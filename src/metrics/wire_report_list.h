#pragma once

#include <string>
#include <vector>

#include "platform/json/json.h"

namespace vafa::metrics::wire {

struct ReportName {
    std::string name, title, title_key, about, about_key;
};
BOOST_DESCRIBE_STRUCT(ReportName, (), (name, title, title_key, about, about_key))
inline json::Notes field_notes(const ReportName*) {
    return {"ReportName",
            {{.name = "name", .text = "As the address has it."},
             {.name = "title", .text = "In the reader's language."},
             {.name = "title_key", .text = "Key of `title` among the texts."},
             {.name = "about", .text = "What it counts, in the reader's language."},
             {.name = "about_key", .text = "Key of `about` among the texts."}}};
}

struct ReportNames {
    std::vector<ReportName> items;
};
BOOST_DESCRIBE_STRUCT(ReportNames, (), (items))
inline json::Notes field_notes(const ReportNames*) {
    return {"ReportNames", {{.name = "items", .text = "All reports, in a fixed order."}}};
}

}  // namespace vafa::metrics::wire
