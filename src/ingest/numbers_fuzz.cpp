// Any text as a number under every reading: plain form is what money takes, reading it again gives
// itself, and a number that tells itself is read alike whatever the reading.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/result.h"
#include "ingest/column_numbers.h"
#include "ingest/money_words.h"
#include "ingest/numbers.h"
#include "ingest/phone_cell.h"

using namespace vafa;
using namespace vafa::ingest;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    NumberReading reading;
    if ((data[0] & 3) != 3) reading.mark = static_cast<DecimalMark>(data[0] & 3);
    std::string scratch, other;
    const auto number = scan_number(text, reading, scratch);
    if (!number.plain.empty()) {
        VAFA_ASSERT(number.plain.find_first_not_of("0123456789.-+") == std::string_view::npos);
        VAFA_ASSERT(number.plain.find_first_of("0123456789") != std::string_view::npos);
        const std::string plain(number.plain);
        const auto again = scan_number(plain, {.mark = DecimalMark::point}, other);
        VAFA_ASSERT(again.plain == plain);
        const CurrencyAtTheDoor rials{.currency = {.code = "IRR", .digits = 0}, .multiplier = 10};
        if (const auto minor = to_minor(plain, rials)) {
            VAFA_ASSERT(*minor >= -kMaxAmountMinor && *minor <= kMaxAmountMinor);
        }
        if (number.shape == NumberShape::told) {
            const auto untold = scan_number(text, {}, other);
            VAFA_ASSERT(untold.plain == plain);
        }
    }
    money_word(number.unit);
    money_word_in(text);
    is_piece_word(text);
    ColumnNumbers column;
    column.see(text);
    column.decide({}, true);
    column.decide({}, false);
    read_phone(
        text, [](std::string_view phone) { return std::string(phone); },
        [](std::string_view phone) { return phone.starts_with('+'); });
    is_rounded_phone(text);
    return 0;
}
