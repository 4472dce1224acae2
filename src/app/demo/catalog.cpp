#include "app/demo/catalog.h"

namespace vafa::demo {
namespace {

using namespace std::string_view_literals;

// A shop for coffee, tea and skin care: some goods are used up, some are bought once.
constexpr std::array kIranProducts = {
    Product{"C-101", "قهوهٔ عربیکا ۲۵۰ گرم", "قهوه", 4'800'000, true},
    Product{"C-102", "قهوهٔ ترکیبی ۵۰۰ گرم", "قهوه", 7'900'000, true},
    Product{"C-103", "قهوهٔ بدون کافئین", "قهوه", 6'400'000, true},
    Product{"T-201", "چای سیاه لاهیجان", "چای", 2'900'000, true},
    Product{"T-202", "چای سبز", "چای", 2'400'000, true},
    Product{"T-203", "دمنوش آویشن", "چای", 1'600'000, true},
    Product{"S-301", "کرم مرطوب‌کننده", "مراقبت پوست", 5'600'000, true},
    Product{"S-302", "ضدآفتاب", "مراقبت پوست", 7'200'000, true},
    Product{"S-303", "ماسک صورت", "مراقبت پوست", 3'100'000, true},
    Product{"E-401", "آسیاب دستی قهوه", "لوازم", 24'500'000, false},
    Product{"E-402", "فرنچ‌پرس", "لوازم", 16'800'000, false},
    Product{"E-403", "قوری چینی", "لوازم", 12'300'000, false},
    Product{"G-501", "جعبهٔ هدیهٔ نوروز", "هدیه", 18'900'000, false},
    Product{"G-502", "ماگ دست‌ساز", "هدیه", 5'200'000, false}};
constexpr std::array kIranFirst = {"سارا"sv,  "رضا"sv,  "مریم"sv, "علی"sv,  "نگار"sv,  "حسین"sv,
                                   "الهام"sv, "امیر"sv, "زهرا"sv, "پویا"sv, "شیرین"sv, "کاوه"sv,
                                   "لیلا"sv,  "مهدی"sv, "نرگس"sv, "بابک"sv};
constexpr std::array kIranLast = {"احمدی"sv, "کریمی"sv, "محمدی"sv, "رضایی"sv, "موسوی"sv,
                                  "حسینی"sv, "جعفری"sv, "صادقی"sv, "نوری"sv,  "یوسفی"sv,
                                  "کاظمی"sv, "رستمی"sv, "اکبری"sv, "قاسمی"sv};
constexpr std::array kIranCities = {"تهران"sv, "مشهد"sv, "اصفهان"sv, "شیراز"sv,
                                    "تبریز"sv, "کرج"sv,  "رشت"sv,    "اهواز"sv};

constexpr std::array kRussiaProducts = {
    Product{"C-101", "Кофе арабика, 250 г", "Кофе", 59'000, true},
    Product{"C-102", "Кофейная смесь, 500 г", "Кофе", 94'000, true},
    Product{"C-103", "Кофе без кофеина", "Кофе", 72'000, true},
    Product{"T-201", "Чёрный чай", "Чай", 34'000, true},
    Product{"T-202", "Зелёный чай", "Чай", 31'000, true},
    Product{"T-203", "Иван-чай", "Чай", 27'000, true},
    Product{"S-301", "Увлажняющий крем", "Уход", 85'000, true},
    Product{"S-302", "Солнцезащитный крем", "Уход", 112'000, true},
    Product{"S-303", "Маска для лица", "Уход", 46'000, true},
    Product{"E-401", "Ручная кофемолка", "Посуда", 329'000, false},
    Product{"E-402", "Френч-пресс", "Посуда", 219'000, false},
    Product{"E-403", "Заварочный чайник", "Посуда", 174'000, false},
    Product{"G-501", "Подарочный набор", "Подарки", 249'000, false},
    Product{"G-502", "Кружка ручной работы", "Подарки", 98'000, false}};
constexpr std::array kRussiaFirst = {"Анна"sv,   "Дмитрий"sv, "Мария"sv,   "Иван"sv,    "Елена"sv,
                                     "Сергей"sv, "Ольга"sv,   "Алексей"sv, "Наталья"sv, "Павел"sv,
                                     "Юлия"sv,   "Фёдор"sv,   "Ксения"sv,  "Артём"sv};
constexpr std::array kRussiaLast = {"Коваленко"sv, "Шевченко"sv, "Бондаренко"sv, "Гончар"sv,
                                    "Мельник"sv,   "Черных"sv,   "Седых"sv,      "Живаго"sv,
                                    "Дурново"sv,   "Ткач"sv,     "Коваль"sv,     "Кравец"sv};
constexpr std::array kRussiaCities = {"Москва"sv,       "Санкт-Петербург"sv, "Казань"sv,
                                      "Екатеринбург"sv, "Новосибирск"sv,     "Самара"sv,
                                      "Пермь"sv};

constexpr std::array kEuropeProducts = {
    Product{"C-101", "Arabica coffee, 250 g", "Coffee", 890, true},
    Product{"C-102", "House blend, 500 g", "Coffee", 1490, true},
    Product{"C-103", "Decaf coffee", "Coffee", 1150, true},
    Product{"T-201", "Black tea", "Tea", 620, true},
    Product{"T-202", "Green tea", "Tea", 580, true},
    Product{"T-203", "Thyme infusion", "Tea", 490, true},
    Product{"S-301", "Moisturising cream", "Skin care", 1690, true},
    Product{"S-302", "Sun cream", "Skin care", 1990, true},
    Product{"S-303", "Face mask", "Skin care", 790, true},
    Product{"E-401", "Hand coffee grinder", "Equipment", 5900, false},
    Product{"E-402", "French press", "Equipment", 3900, false},
    Product{"E-403", "Tea pot", "Equipment", 2900, false},
    Product{"G-501", "Gift box", "Gifts", 4500, false},
    Product{"G-502", "Handmade mug", "Gifts", 1800, false}};
constexpr std::array kEuropeFirst = {"Emma"sv,  "Liam"sv,  "Sofia"sv, "Noah"sv,  "Mila"sv,
                                     "Lukas"sv, "Elena"sv, "Hugo"sv,  "Clara"sv, "Oscar"sv,
                                     "Nora"sv,  "Jonas"sv, "Alice"sv, "Felix"sv};
constexpr std::array kEuropeLast = {"Martin"sv, "Rossi"sv,    "Novak"sv,  "Berg"sv,
                                    "Silva"sv,  "Kowalski"sv, "Jansen"sv, "Weber"sv,
                                    "Costa"sv,  "Larsen"sv,   "Moreau"sv, "Horvat"sv};
constexpr std::array kEuropeCities = {"Berlin"sv, "Paris"sv,  "Madrid"sv, "Vienna"sv,
                                      "Milan"sv,  "Lisbon"sv, "Prague"sv, "Ghent"sv};

}  // namespace

const Catalog& catalog(Market market) {
    static constexpr Catalog kIran = {"IRR",     "IR",        kIranProducts, kIranFirst,
                                      kIranLast, kIranCities, 900'000,       10'000};
    static constexpr Catalog kRussia = {"RUB",       "RU",          kRussiaProducts, kRussiaFirst,
                                        kRussiaLast, kRussiaCities, 29'900,          100};
    static constexpr Catalog kEurope = {
        "EUR", "EU", kEuropeProducts, kEuropeFirst, kEuropeLast, kEuropeCities, 490, 10};
    switch (market) {
        case Market::iran:
            return kIran;
        case Market::russia:
            return kRussia;
        case Market::europe:
            return kEurope;
    }
    return kEurope;
}

}  // namespace vafa::demo
