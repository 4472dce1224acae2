#include "ingest/staged_row.h"

#include <cstring>

namespace vafa::ingest {

namespace {

constexpr std::uint8_t kNoStatus = 0xFF;
constexpr std::uint8_t kByContent = 1, kDayPrecision = 2, kTest = 4, kByLines = 8;
constexpr int kKindShift = 4;

template <class T>
void put(std::string& to, T value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    to.append(bytes, sizeof value);
}

void put_varint(std::string& to, std::uint64_t value) {
    while (value >= 0x80) {
        to.push_back(static_cast<char>(value | 0x80));
        value >>= 7;
    }
    to.push_back(static_cast<char>(value));
}

void put_signed(std::string& to, std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    put_varint(to, (bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

// Reads from the left; once something is missing, everything is zero and `ok` false.
struct Reader {
    std::string_view rest;
    bool ok = true;

    template <class T>
    T get() {
        T value{};
        if (rest.size() < sizeof value) {
            ok = false;
            return value;
        }
        std::memcpy(&value, rest.data(), sizeof value);
        rest.remove_prefix(sizeof value);
        return value;
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest.front());
            rest.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return value;
        }
        ok = false;
        return 0;
    }
    std::int64_t signed_varint() {
        const std::uint64_t bits = varint();
        return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
    }
    std::string_view text(std::uint64_t size) {
        if (size > rest.size()) {
            ok = false;
            return {};
        }
        const auto taken = rest.substr(0, size);
        rest.remove_prefix(size);
        return taken;
    }
};

}  // namespace

void encode(const StagedRow& row, std::string& record) {
    record.clear();
    put(record, static_cast<std::uint16_t>(row.key.size()));
    record.append(row.key);
    put(record, row.file);
    put_varint(record, row.line);
    const int kind = static_cast<int>(row.customer_kind) << kKindShift;
    put(record, static_cast<std::uint8_t>(kind | (row.keyed_by_content ? kByContent : 0) |
                                          (row.day_precision ? kDayPrecision : 0) |
                                          (row.test ? kTest : 0) | (row.by_lines ? kByLines : 0)));
    put(record, row.status ? static_cast<std::uint8_t>(*row.status) : kNoStatus);
    put(record, row.ordered_at);
    std::uint32_t present = 0;
    for (std::size_t i = 0; i < kStagedNumbers; ++i) {
        if (row.numbers[i]) present |= 1U << i;
    }
    for (std::size_t i = 0; i < kStagedTexts; ++i) {
        if (!row.texts[i].empty()) present |= 1U << (kStagedNumbers + i);
    }
    static_assert(kStagedNumbers + kStagedTexts <= 32);
    put(record, present);
    for (const auto& number : row.numbers) {
        if (number) put_signed(record, *number);
    }
    for (const auto text : row.texts) {
        if (text.empty()) continue;
        put_varint(record, text.size());
        record.append(text);
    }
}

std::string_view key_of_record(std::string_view record) {
    Reader reader{record};
    return reader.text(reader.get<std::uint16_t>());
}

bool decode(std::string_view record, StagedRow& row) {
    Reader reader{record};
    row.key = reader.text(reader.get<std::uint16_t>());
    row.file = reader.get<std::uint32_t>();
    row.line = reader.varint();
    const auto bits = reader.get<std::uint8_t>();
    row.keyed_by_content = (bits & kByContent) != 0;
    row.day_precision = (bits & kDayPrecision) != 0;
    row.test = (bits & kTest) != 0;
    row.by_lines = (bits & kByLines) != 0;
    row.customer_kind = static_cast<commerce::ProfileKind>(bits >> kKindShift);
    const auto status = reader.get<std::uint8_t>();
    row.status.reset();
    if (status != kNoStatus) row.status = static_cast<commerce::OrderStatus>(status);
    row.ordered_at = reader.get<TimeMs>();
    const auto present = reader.get<std::uint32_t>();
    for (std::size_t i = 0; i < kStagedNumbers; ++i) {
        row.numbers[i].reset();
        if ((present >> i) & 1U) row.numbers[i] = reader.signed_varint();
    }
    for (std::size_t i = 0; i < kStagedTexts; ++i) {
        row.texts[i] = {};
        if ((present >> (kStagedNumbers + i)) & 1U) row.texts[i] = reader.text(reader.varint());
    }
    return reader.ok && reader.rest.empty();
}

}  // namespace vafa::ingest
