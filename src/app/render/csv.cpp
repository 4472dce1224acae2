#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "app/render/report_parts.h"
#include "app/render/reports.h"

namespace vafa::render {
namespace {

using Record = std::vector<std::pair<std::string, std::string>>;

std::string scalar(const boost::json::value& value) {
    if (value.is_null()) return "";
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_bool()) return value.get_bool() ? "true" : "false";
    if (value.is_double()) return fmt::format("{}", value.get_double());
    return boost::json::serialize(value);
}

// A spreadsheet runs text that begins like a formula; numbers may begin with a minus.
std::string escaped(const std::string& text, bool is_text) {
    std::string safe = text;
    if (is_text && !safe.empty() &&
        std::string_view("=+-@\t\r").find(safe[0]) != std::string::npos) {
        safe.insert(safe.begin(), '\'');
    }
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

const boost::json::array* list_of_objects(const boost::json::value& value) {
    const auto* list = value.if_array();
    return list != nullptr && !list->empty() && list->front().is_object() ? list : nullptr;
}

// Figures of an object as columns; objects inside become prefix.key, lists of figures prefix.1 ….
void flatten(const boost::json::object& object, const std::string& prefix, Record& record) {
    for (const auto& [key, value] : object) {
        const std::string name = prefix + std::string(key);
        if (value.is_object()) {
            flatten(value.get_object(), name + ".", record);
        } else if (value.is_array()) {
            if (list_of_objects(value) != nullptr) continue;
            std::size_t index = 0;
            for (const auto& item : value.get_array()) {
                record.emplace_back(fmt::format("{}.{}", name, ++index),
                                    escaped(scalar(item), item.is_string()));
            }
        } else {
            record.emplace_back(name, escaped(scalar(value), value.is_string()));
        }
    }
}

// A record an innermost list entry; its parents' figures before its own.
void expand(const boost::json::object& item, const std::string& prefix, Record own,
            std::vector<Record>& records) {
    flatten(item, prefix, own);
    bool leaf = true;
    for (const auto& [key, value] : item) {
        const auto* list = list_of_objects(value);
        if (list == nullptr) continue;
        leaf = false;
        for (const auto& inner : *list) {
            expand(inner.get_object(), prefix + std::string(key) + ".", own, records);
        }
    }
    if (leaf) records.push_back(std::move(own));
}

std::string print(const std::vector<Record>& records) {
    std::vector<std::string> columns;
    for (const auto& record : records) {
        for (const auto& [name, value] : record) {
            if (std::find(columns.begin(), columns.end(), name) == columns.end()) {
                columns.push_back(name);
            }
        }
    }
    std::string out;
    for (std::size_t i = 0; i < columns.size(); ++i) out += (i == 0 ? "" : ",") + columns[i];
    out += "\r\n";
    for (const auto& record : records) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) out += ',';
            for (const auto& [name, value] : record) {
                if (name == columns[i]) out += value;
            }
        }
        out += "\r\n";
    }
    return out;
}

// Lists become rows, named in the first column; a report without any becomes key,value.
void add_records(const boost::json::object& data, const Record& part,
                 std::vector<Record>& records) {
    bool has_list = false;
    for (const auto& [key, value] : data) {
        if (!value.is_array() || list_of_objects(value) == nullptr) continue;
        has_list = true;
        Record own = part;
        own.emplace_back("list", std::string(key));
        for (const auto& item : value.get_array()) {
            expand(item.get_object(), "", own, records);
        }
    }
    if (has_list) return;
    Record figures;
    flatten(data, "", figures);
    for (auto& [key, value] : figures) {
        Record line = part;
        line.emplace_back("key", key);
        line.emplace_back("value", value);
        records.push_back(std::move(line));
    }
}

}  // namespace

std::string report_csv(const boost::json::object& report) {
    std::vector<Record> records;
    if (report.contains("breakdown")) {
        for (const auto& item : list_of(report, "breakdown")) {
            const auto& part = item.get_object();
            add_records(part.at("data").get_object(),
                        {{"break_kind", scalar(part.at("kind"))},
                         {"break_value", escaped(scalar(part.at("value")), true)}},
                        records);
        }
    } else {
        add_records(report.at("data").get_object(), {}, records);
    }
    return print(records);
}

}  // namespace vafa::render
