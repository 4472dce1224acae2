#include "timeline/property.h"

#include <cstring>
#include <unordered_map>

#include "timeline/zone_days.h"

namespace vafa::timeline {
namespace {

// One code a different value, numbered as they come.
class Coder {
public:
    std::uint32_t code(const std::string& value) {
        if (value.empty()) return 0;
        const auto next = static_cast<std::uint32_t>(values_.size());
        const auto [it, added] = codes_.try_emplace(value, next);
        if (added) values_.push_back(value);
        return it->second;
    }
    // The dictionary in ascending order, and the new code of each old one.
    Dictionary sorted(std::vector<std::uint32_t>& new_code) const {
        Dictionary dictionary = values_;
        std::ranges::sort(dictionary);
        new_code.resize(values_.size());
        for (std::size_t i = 0; i < dictionary.size(); ++i) {
            const std::uint32_t old = i == 0 ? 0 : codes_.at(dictionary[i]);
            new_code[old] = static_cast<std::uint32_t>(i);
        }
        return dictionary;
    }

private:
    std::vector<std::string> values_ = {""};
    std::unordered_map<std::string, std::uint32_t> codes_;
};

Draft<std::uint32_t> zero_codes(std::size_t rows) {
    Draft<std::uint32_t> codes(rows);
    if (rows > 0) std::memset(codes.data(), 0, rows * sizeof(std::uint32_t));
    return codes;
}

// Every row of the profile at that time with that subject gets the code.
void put(const Columns& columns, std::int64_t profile, std::uint64_t when, std::uint32_t subject,
         std::uint32_t code, Draft<std::uint32_t>& codes) {
    const std::uint32_t index = columns.find(profile);
    if (index == Columns::kNone) return;
    std::uint32_t low = columns.offsets[index];
    const std::uint32_t end = columns.offsets[index + 1];
    std::uint32_t high = end;
    const auto before = [&](std::uint32_t row) {
        const std::uint64_t other = columns.when(row);
        return other != when ? other < when : columns.subject[row] < subject;
    };
    while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (before(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < end && columns.when(low) == when && columns.subject[low] == subject; ++low) {
        codes[low] = code;
    }
}

void recode(Draft<std::uint32_t>& codes, std::size_t rows,
            const std::vector<std::uint32_t>& new_code) {
    for (std::size_t row = 0; row < rows; ++row) codes[row] = new_code[codes[row]];
}

}  // namespace

Result<std::shared_ptr<const Base>> with_property(
    const Base& base, const TimeZone& zone, const std::vector<TimeMs>& starts,
    const std::string& name, const std::function<Result<bool>(Timeline::PropertyValue&)>& next) {
    Coder coder;
    auto codes = zero_codes(base.customers.rows());
    auto nobody = zero_codes(base.anonymous.rows());
    Timeline::PropertyValue value{};
    while (true) {
        VAFA_TRY(const bool more, next(value));
        if (!more) break;
        const Day day = zone.local_day(value.at);
        if (day < 0 || day >= kDayLimit) return invalid("timeline.day_out_of_range");
        const TimeMs ms = value.at - starts[static_cast<std::size_t>(day)];
        const auto when =
            make_when(static_cast<std::uint16_t>(day), static_cast<std::uint32_t>(ms));
        put(value.profile == 0 ? base.anonymous : base.customers, value.profile, when,
            static_cast<std::uint32_t>(value.subject), coder.code(value.value),
            value.profile == 0 ? nobody : codes);
    }
    std::vector<std::uint32_t> new_code;
    const auto dictionary = std::make_shared<const Dictionary>(coder.sorted(new_code));
    recode(codes, base.customers.rows(), new_code);
    recode(nobody, base.anonymous.rows(), new_code);
    auto result = std::make_shared<Base>(base);
    result->customers.properties[name] = {std::move(codes).finish(), dictionary};
    result->anonymous.properties[name] = {std::move(nobody).finish(), dictionary};
    result->complete[name] = true;
    return std::shared_ptr<const Base>(std::move(result));
}

}  // namespace vafa::timeline
