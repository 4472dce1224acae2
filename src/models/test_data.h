#pragma once

// For tests: published purchase logs as histories, with what happened afterwards.

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "models/api.h"
#include "platform/files/reader.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::models {

struct PurchaseLog {
    std::vector<std::map<Day, double>> customers;  // amount by day; the first day is the birth
    std::map<std::string, std::size_t, std::less<>> index;

    void add(std::string_view id, Day day, double amount) {
        const auto [place, is_new] = index.try_emplace(std::string(id), customers.size());
        if (is_new) customers.emplace_back();
        customers[place->second][day] += amount;
    }
};

struct Split {
    std::vector<History> histories;
    std::vector<Spend> spends;
    std::vector<int> held_out;  // purchase days after the calibration, up to its end
    std::vector<Day> births;
    double log_gaps = 0;  // in weeks
};

// Customers born by the last day of calibration, which counts.
inline Split split(const PurchaseLog& log, Day calibration_end, Day holdout_end) {
    Split result;
    for (const auto& days : log.customers) {
        const Day birth = days.begin()->first;
        if (birth > calibration_end) continue;
        History history{0, 0, static_cast<std::uint32_t>(calibration_end - birth)};
        Spend spend;
        int later = 0;
        Day before = birth;
        for (auto day = std::next(days.begin()); day != days.end(); ++day) {
            if (day->first > calibration_end) {
                later += day->first <= holdout_end ? 1 : 0;
                continue;
            }
            ++history.x;
            history.t_x = static_cast<std::uint32_t>(day->first - birth);
            spend.mean += day->second;
            result.log_gaps += std::log((day->first - before) / 7.0);
            before = day->first;
        }
        spend.x = history.x;
        if (history.x > 0) spend.mean /= history.x;
        result.histories.push_back(history);
        result.spends.push_back(spend);
        result.held_out.push_back(later);
        result.births.push_back(birth);
    }
    return result;
}

inline std::string content_of(const std::filesystem::path& path) {
    auto reader = test::must(files::Reader::open(path));
    std::string text;
    std::vector<char> buffer(1 << 20);
    while (const std::size_t size = test::must(reader.read(buffer)))
        text.append(buffer.data(), size);
    return text;
}

template <class F>
void for_each_line(std::string_view text, F&& take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) take(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Without quotes: none of these files has a separator within a cell that is read.
inline std::vector<std::string_view> cells_of(std::string_view line, char separator) {
    std::vector<std::string_view> cells;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find(separator, begin), line.size());
        if (separator != ' ' || end > begin) cells.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return cells;
}

inline double number(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

inline Day day_of(std::string_view text) {
    return parse_day(CalendarKind::gregorian, text).value();
}

inline double parameter(const Fit& fit, std::string_view name) {
    for (const Parameter& one : fit.parameters)
        if (one.name == name) return one.value;
    throw std::out_of_range(std::string(name));
}

inline bool has(std::span<const Warning> warnings, Warning warning) {
    return std::find(warnings.begin(), warnings.end(), warning) != warnings.end();
}

// A fit made by hand, for questions about published parameters.
inline Fit fit_with(Model model, std::vector<Parameter> parameters) {
    Fit fit;
    fit.model = model;
    fit.covariance = Symmetric::identity(parameters.size(), 1e-6);
    fit.parameters = std::move(parameters);
    return fit;
}

}  // namespace vafa::models
