#include "history/codec.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/hash.h"

namespace vafa::history {

namespace {

// "VHB1": the format's version is its last character. Then the number of events, each with its
// fields in the order of `each_field`; at the end hash64 of all before, little-endian.
constexpr std::string_view kMagic = "VHB1";
constexpr std::size_t kChecksumBytes = 8;

std::string checksum(std::string_view bytes) {
    const std::uint64_t hash = hash64(bytes);
    std::string out;
    for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(hash >> shift & 0xFF);
    return out;
}

// The one list of fields, for writing and reading. Repeated words are `word`, free text is `text`.
template <class E, class Visitor>
void each_field(E& event, Visitor& visit) {
    visit.number(0, event.partition);
    visit.number(1, event.seq);
    visit.number(2, event.event_id);
    visit.word(event.source);
    visit.number(3, event.shop);
    visit.number(4, event.import_id);
    visit.word(event.kind);
    visit.number(5, event.occurred_at);
    visit.number(6, event.received_at);
    visit.number(7, event.profile);
    visit.word(event.subject_kind);
    visit.number(8, event.subject_id);
    visit.text(event.subject_key);
    visit.number(9, event.version);
    visit.number(10, event.amount_minor);
    visit.word(event.currency);
    visit.number(11, event.flags);
    visit.text(event.properties);
    visit.number(12, event.schema_version);
}
constexpr std::size_t kNumbers = 13;
constexpr std::size_t kLeastEventBytes = 19;  // one a field

class Writer {
public:
    explicit Writer(std::string& out) : out_(&out) {}

    template <class T>
    void number(std::size_t slot, T value) {
        const auto bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
        const std::uint64_t delta = bits - before_[slot];
        before_[slot] = bits;
        varint(delta << 1 ^ (0 - (delta >> 63)));  // zigzag: small either way is short
    }
    // The words' numbers are 1, 2, 3 … as they come up; a new one is 0 and its text.
    void word(const std::string& value) {
        const auto found = std::find(words_.begin(), words_.end(), value);
        if (found != words_.end()) {
            varint(static_cast<std::uint64_t>(found - words_.begin()) + 1);
            return;
        }
        varint(0);
        text(value);
        if (words_.size() < kMaxWords) words_.push_back(value);
    }
    void text(const std::string& value) {
        varint(value.size());
        out_->append(value);
    }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) out_->push_back(static_cast<char>(value | 0x80));
        out_->push_back(static_cast<char>(value));
    }

    static constexpr std::size_t kMaxWords = 64;  // keeps the search short

private:
    std::string* out_;
    std::array<std::uint64_t, kNumbers> before_{};
    std::vector<std::string> words_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    template <class T>
    void number(std::size_t slot, T& value) {
        const std::uint64_t zigzag = varint();
        before_[slot] += zigzag >> 1 ^ (0 - (zigzag & 1));
        value = static_cast<T>(before_[slot]);
    }
    void word(std::string& value) {
        const std::uint64_t index = varint();
        if (index == 0) {
            text(value);
            if (words_.size() < Writer::kMaxWords) words_.push_back(value);
        } else if (index <= words_.size()) {
            value = words_[index - 1];
        } else {
            failed_ = true;
        }
    }
    void text(std::string& value) {
        const std::uint64_t size = varint();
        if (size > rest_.size()) {
            failed_ = true;
            return;
        }
        value.assign(rest_.substr(0, size));
        rest_.remove_prefix(size);
    }
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<std::uint8_t>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        failed_ = true;
        return 0;
    }

    bool failed() const { return failed_; }
    std::size_t remaining() const { return rest_.size(); }

private:
    std::string_view rest_;
    std::array<std::uint64_t, kNumbers> before_{};
    std::vector<std::string> words_;
    bool failed_ = false;
};

}  // namespace

std::string encode_events(std::span<const Event> events) {
    std::size_t text = 0;
    for (const Event& event : events) text += event.properties.size() + event.subject_key.size();
    std::string out(kMagic);
    out.reserve(text + 48 * events.size() + 64);
    Writer writer(out);
    writer.varint(events.size());
    for (const Event& event : events) each_field(event, writer);
    return out += checksum(out);
}

Result<std::vector<Event>> decode_events(std::string_view bytes) {
    const Error error = damaged("error.outbox_damaged");
    if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kChecksumBytes) return error;
    const std::string_view body = bytes.substr(0, bytes.size() - kChecksumBytes);
    if (bytes.substr(body.size()) != checksum(body)) return error;
    Reader reader(body.substr(kMagic.size()));
    const std::uint64_t count = reader.varint();
    if (reader.failed() || count > reader.remaining() / kLeastEventBytes) return error;
    std::vector<Event> events(count);
    for (Event& event : events) {
        each_field(event, reader);
        if (reader.failed()) return error;
    }
    if (reader.remaining() != 0) return error;
    return events;
}

}  // namespace vafa::history
