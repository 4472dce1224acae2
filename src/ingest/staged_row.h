#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "commerce/types.h"

namespace vafa::ingest {

enum class StagedNumber : std::uint8_t {
    amount,
    total,
    tax,
    shipping,
    discount,
    refund,
    quantity_milli,
    unit_price,
    line_discount,
    line_amount,
    modified_at,
    cost,      // of the row
    consents,  // consent_bit
};
inline constexpr std::size_t kStagedNumbers = static_cast<std::size_t>(StagedNumber::consents) + 1;

enum class StagedText : std::uint8_t {
    number,
    customer,
    product,
    title,
    variant,
    category,
    coupon,
    source,
    email,
    phone,
    name,
    city,
    country,
    traits,  // as staged_traits.h packs them
};
inline constexpr std::size_t kStagedTexts = static_cast<std::size_t>(StagedText::traits) + 1;

// What a row says of consent: whether it speaks of a channel, and what.
namespace consent_bit {
inline constexpr std::int64_t kEmailSaid = 1, kEmailGranted = 2, kSmsSaid = 4, kSmsGranted = 8;
}

// A row that was understood, on its way through the staging files. The views belong to whoever
// filled it.
struct StagedRow {
    std::string_view key;  // order key; rows of one order have the same
    bool keyed_by_content = false;
    std::uint32_t file = 0;
    std::uint64_t line = 0;

    commerce::ProfileKind customer_kind = commerce::ProfileKind::id;  // of a non-empty customer
    TimeMs ordered_at = 0;
    bool day_precision = false;
    bool test = false;
    bool by_lines = false;
    std::optional<commerce::OrderStatus> status;
    std::array<std::optional<std::int64_t>, kStagedNumbers> numbers = {};
    std::array<std::string_view, kStagedTexts> texts = {};  // empty: not said

    std::optional<std::int64_t>& operator[](StagedNumber n) {
        return numbers[static_cast<std::size_t>(n)];
    }
    const std::optional<std::int64_t>& operator[](StagedNumber n) const {
        return numbers[static_cast<std::size_t>(n)];
    }
    std::string_view& operator[](StagedText t) { return texts[static_cast<std::size_t>(t)]; }
    std::string_view operator[](StagedText t) const { return texts[static_cast<std::size_t>(t)]; }
};

// The format of staging files, of this machine and version only: they live for one import. A
// record begins with the key's size in two bytes and the key.
void encode(const StagedRow& row, std::string& record);
std::string_view key_of_record(std::string_view record);
// False for bytes that encode did not write. The views point into `record`.
bool decode(std::string_view record, StagedRow& row);

}  // namespace vafa::ingest
