#include "ingest/nobody.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_names.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kLongestWord = 64;  // bytes
constexpr std::size_t kMaxRemembered = 1 << 16;
constexpr std::size_t kMaxCounted = 50;

// Written by tills, platforms and people for whoever just came in. Compared as headers are.
constexpr std::string_view kWalkIns =
    "walk in|walk in customer|walkin|walk in client|retail customer|retail|cash customer|"
    "cash sale|cash sales|counter sale|counter sales|pos customer|general customer|"
    "casual customer|miscellaneous customer|one time customer|"
    "مشتری حضوری|فروش حضوری|حضوری|خریدار حضوری|مشتری متفرقه|متفرقه|مشتریان متفرقه|"
    "فروش متفرقه|مشتری نقدی|فروش نقدی|مشتری گذری|گذری|مشتری عمومی|مشتری خرده|خرده فروشی|"
    "مشتری حضوری فروشگاه|"
    "розничный покупатель|розничный клиент|розница|розничные покупатели|розничные продажи|"
    "розничная продажа|частное лицо|физическое лицо|физлицо|случайный покупатель|"
    "разовый покупатель|разовый клиент|продажа за наличные|наличный расчет";
constexpr std::string_view kUnnamed =
    "guest|guest user|guest customer|guest checkout|anonymous|anonymous customer|unknown|"
    "unknown customer|default customer|no customer|no name|unnamed|customer|not registered|"
    "مهمان|کاربر مهمان|مشتری مهمان|خریدار مهمان|ناشناس|مشتری ناشناس|نامشخص|نامعلوم|"
    "مشتری عادی|مشتری پیش فرض|مشتری فروشگاه|بدون نام|بی نام|مشتری نامشخص|مشتری|"
    "гость|аноним|анонимный покупатель|анонимный|без имени|неизвестно|неизвестный|"
    "неизвестный покупатель|покупатель|клиент|покупатель по умолчанию|незарегистрированный|"
    "незарегистрированный пользователь|без регистрации|гостевой заказ";
constexpr std::array<std::string_view, 5> kBlanks = {"0", "0.0", "-", "—", "–"};

bool is_blank(std::string_view text) {
    return text.empty() || std::find(kBlanks.begin(), kBlanks.end(), text) != kBlanks.end();
}

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789+-. ()") == std::string_view::npos;
}

const std::map<std::string, Nobody>& words_for_nobody() {
    static const auto kKeys = [] {
        std::map<std::string, Nobody> keys;
        for (const auto word : split(kWalkIns)) keys.emplace(header_key(word), Nobody::walk_in);
        for (const auto word : split(kUnnamed)) keys.emplace(header_key(word), Nobody::unnamed);
        return keys;
    }();
    return kKeys;
}

}  // namespace

Nobody nobody_in(std::string_view text) {
    if (is_blank(text)) return Nobody::blank;
    if (text.size() > kLongestWord || is_number(text)) return Nobody::none;
    const auto found = words_for_nobody().find(header_key(text));
    return found == words_for_nobody().end() ? Nobody::none : found->second;
}

Nobody NobodyWords::check(std::string_view cell) {
    if (is_blank(cell)) return Nobody::blank;
    if (cell.size() > kLongestWord || is_number(cell) || cell.find('@') != std::string_view::npos) {
        return Nobody::none;
    }
    if (known_.size() >= kMaxRemembered) known_.clear();
    const auto [found, is_new] = known_.try_emplace(std::string(cell));
    if (is_new) found->second = nobody_in(cell);
    return found->second;
}

void NobodyWords::count(commerce::ProfileKind kind, std::string_view cell) {
    if (is_blank(cell)) return;
    std::pair word(kind, std::string(cell));
    if (counted_.size() < kMaxCounted || counted_.contains(word)) ++counted_[std::move(word)];
}

}  // namespace vafa::ingest
