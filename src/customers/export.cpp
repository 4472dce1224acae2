#include "customers/export.h"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "base/instant.h"
#include "base/text.h"
#include "customers/export_row.h"
#include "customers/views.h"
#include "platform/files/writer.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"
#include "platform/phone/phone.h"
#include "platform/sheets/xlsx_writer.h"

namespace vafa::customers {
namespace {

// With a byte-order mark spreadsheets read the file as UTF-8.
constexpr std::string_view kHeader =
    "\xEF\xBB\xBF\"id\",\"name\",\"email\",\"phone\",\"city\",\"country\",\"orders\",\"revenue\","
    "\"currency\",\"first_order_at\",\"last_order_at\",\"consent_email\",\"consent_sms\",\"rfm\","
    "\"group\",\"kind\",\"key\",\"p_alive\",\"expected_purchases\",\"expected_value\","
    "\"next_order\",\"slipping_away\"\r\n";

constexpr std::array<std::size_t, 2> kMoneyColumns = {7, 16};

// Removes the file when the last holder lets go.
std::shared_ptr<const void> remover(const std::filesystem::path& path) {
    return {static_cast<const void*>(nullptr), [path](const void*) {
                std::error_code ignored;
                std::filesystem::remove(path, ignored);
            }};
}

http::FileBody body_at(const ExportDeps& deps, std::string_view extension) {
    std::error_code ignored;  // what is wrong with the folder, creating the file says
    std::filesystem::create_directories(deps.folder, ignored);
    const auto path = deps.folder / ("customers-" + deps.name + std::string(extension));
    return {path, remover(path)};
}

std::string moment_of(const std::optional<TimeMs>& at) {
    return at ? Instant{*at}.to_text() : std::string();
}

// As an import reads it; empty: nobody asked.
std::string word_of(const std::optional<bool>& granted) {
    if (!granted) return {};
    return *granted ? "yes" : "no";
}

std::string decimal(double value, int places) { return fmt::format("{:.{}f}", value, places); }

std::string money(double minor, int digits) { return format_minor(std::llround(minor), digits); }

// Chance, purchases, value, day of the next order, slipping away; empty where nothing is known.
std::array<std::string, 5> score_cells(const std::optional<wire::CustomerScore>& score,
                                       int digits) {
    if (!score) return {};
    const auto& value = score->expected_value_minor;
    return {decimal(score->p_alive.value, 4), decimal(score->expected_purchases.value, 2),
            value ? money(value->value, digits) : std::string(),
            score->next_order ? score->next_order->value : std::string(),
            score->slipping ? "yes" : "no"};
}

std::string line_of(const ExportRow& row, const std::optional<wire::Standing>& standing,
                    const std::optional<wire::CustomerScore>& score,
                    const commerce::Settings& settings) {
    const commerce::CustomerFields& fields = row.card.fields;
    const Currency currency = settings.currency.value_or(Currency{});
    std::string line = csv_cell(to_string(row.card.id));
    for (const std::string& text : {fields.name, fields.email, fields.phone, fields.city,
                                    fields.country, std::to_string(row.totals.orders)}) {
        line += ',' + csv_cell(text);
    }
    // An amount is written by us: a minus in front of it is no formula.
    line += ",\"" + format_minor(row.totals.revenue_minor, currency.digits) + '"';
    for (const std::string& text :
         {settings.currency ? currency.code : std::string(), moment_of(row.totals.first_order_at),
          moment_of(row.totals.last_order_at), word_of(row.consents.email),
          word_of(row.consents.sms), standing ? standing->rfm : std::string(),
          standing ? std::string(json::enum_name(standing->group)) : std::string(),
          standing ? std::string(json::enum_name(standing->kind)) : std::string(),
          key_of(row.card)}) {
        line += ',' + csv_cell(text);
    }
    for (const std::string& text : score_cells(score, currency.digits)) line += ",\"" + text + '"';
    return line + "\r\n";
}

using RowFn = std::function<Result<void>(const ExportRow&, const commerce::Settings&)>;

Result<void> each(const ExportDeps& deps, std::span<const std::int64_t> ids, const RowFn& fn) {
    return deps.database.read([&](sql::Session& session) -> Result<void> {
        const commerce::Settings settings = commerce::load_settings(session);
        return for_each_row(session, ids, settings,
                            [&](const ExportRow& row) { return fn(row, settings); });
    });
}

Result<http::FileBody> export_csv(const ExportDeps& deps, const Directory& directory,
                                  std::span<const std::int64_t> ids) {
    http::FileBody body = body_at(deps, ".csv");
    VAFA_TRY(auto writer, files::Writer::create(body.path));
    VAFA_CHECK(writer.write(kHeader));
    VAFA_CHECK(each(deps, ids, [&](const ExportRow& row, const commerce::Settings& settings) {
        const std::int64_t id = row.card.id.value;
        return writer.write(line_of(row, standing_of(directory, id),
                                    score_of(directory, CalendarKind::gregorian, id), settings));
    }));
    VAFA_CHECK(writer.close());
    return body;
}

std::vector<std::string> titles(i18n::Locale locale, const commerce::Settings& settings) {
    std::vector<std::string> titles;
    for (const char* key :
         {"web.customers.name", "web.customers.key", "web.customers.phone", "web.customers.email",
          "web.customers.city", "web.customers.country", "web.customers.orders",
          "web.customers.spent", "web.customers.first_order", "web.customers.last_order",
          "web.customers.consent_sms", "web.customers.consent_email", "web.customers.group",
          "web.customers.kind", "web.customers.p_alive", "web.customers.expected_purchases",
          "web.customers.expected_value", "web.customers.next_order", "web.customers.slipping"}) {
        titles.push_back(i18n::translate(locale, key));
    }
    for (const std::size_t money : kMoneyColumns) {
        if (settings.currency) titles[money] += " (" + settings.currency->code + ")";
    }
    return titles;
}

sheets::Cell day_cell(const std::optional<TimeMs>& at, const TimeZone& zone) {
    if (!at) return std::monostate();
    return zone.local_day(*at);
}

std::string agreed(const std::optional<bool>& granted, i18n::Locale locale) {
    if (!granted) return {};
    return i18n::translate(locale, *granted ? "web.customers.yes" : "web.customers.no");
}

void add_score(std::vector<sheets::Cell>& cells, const std::optional<wire::CustomerScore>& score,
               int digits, i18n::Locale locale) {
    if (!score) {
        cells.insert(cells.end(), 5, std::monostate());
        return;
    }
    const auto texts = score_cells(score, digits);
    cells.emplace_back(sheets::Number{texts[0]});
    cells.emplace_back(sheets::Number{texts[1]});
    if (texts[2].empty()) {
        cells.emplace_back(std::monostate());
    } else {
        cells.emplace_back(sheets::Number{texts[2]});
    }
    const auto day = parse_day(CalendarKind::gregorian, texts[3]);
    cells.push_back(day ? sheets::Cell(*day) : sheets::Cell());
    cells.emplace_back(
        i18n::translate(locale, score->slipping ? "web.customers.yes" : "web.customers.no"));
}

std::vector<sheets::Cell> cells_of(const ExportRow& row,
                                   const std::optional<wire::Standing>& standing,
                                   const commerce::Settings& settings, const TimeZone& zone,
                                   i18n::Locale locale) {
    const commerce::CustomerFields& fields = row.card.fields;
    const int digits = settings.currency.value_or(Currency{}).digits;
    std::string group, kind;
    if (standing) {
        group = i18n::translate(locale, "rfm." + std::string(json::enum_name(standing->group)));
        kind = i18n::translate(locale, "kind." + std::string(json::enum_name(standing->kind)));
    }
    return {fields.name,
            key_of(row.card),
            fields.phone,
            fields.email,
            fields.city,
            fields.country,
            sheets::Number{std::to_string(row.totals.orders)},
            sheets::Number{format_minor(row.totals.revenue_minor, digits)},
            day_cell(row.totals.first_order_at, zone),
            day_cell(row.totals.last_order_at, zone),
            agreed(row.consents.sms, locale),
            agreed(row.consents.email, locale),
            group,
            kind};
}

Result<http::FileBody> export_xlsx(const ExportDeps& deps, const Directory& directory,
                                   std::span<const std::int64_t> ids, i18n::Locale locale) {
    http::FileBody body = body_at(deps, ".xlsx");
    VAFA_TRY(const auto settings, deps.database.read([](sql::Session& session) {
        return Result<commerce::Settings>(commerce::load_settings(session));
    }));
    VAFA_TRY(const TimeZone zone, i18n::load_time_zone(settings.time_zone));
    VAFA_TRY(auto writer,
             sheets::XlsxWriter::create(body.path,
                                        {.sheet_name = i18n::translate(locale, "web.nav.customers"),
                                         .right_to_left = locale == i18n::Locale::fa,
                                         .titles = titles(locale, settings)}));
    VAFA_CHECK(each(deps, ids, [&](const ExportRow& row, const commerce::Settings& present) {
        const std::int64_t id = row.card.id.value;
        auto cells = cells_of(row, standing_of(directory, id), present, zone, locale);
        add_score(cells, score_of(directory, CalendarKind::gregorian, id),
                  present.currency.value_or(Currency{}).digits, locale);
        return writer.row(cells);
    }));
    VAFA_CHECK(writer.close());
    return body;
}

}  // namespace

Result<http::FileBody> export_customers(const ExportDeps& deps, const Directory& directory,
                                        std::span<const std::int64_t> ids, FileKind kind,
                                        i18n::Locale locale) {
    return kind == FileKind::csv ? export_csv(deps, directory, ids)
                                 : export_xlsx(deps, directory, ids, locale);
}

Result<http::FileBody> export_phones(const ExportDeps& deps, std::span<const std::int64_t> ids,
                                     bool everyone) {
    http::FileBody body = body_at(deps, ".txt");
    VAFA_TRY(auto writer, files::Writer::create(body.path));
    std::set<std::string> written;
    VAFA_CHECK(each(deps, ids, [&](const ExportRow& row, const commerce::Settings& settings) {
        if (!everyone && !row.consents.sms.value_or(false)) return Result<void>();
        const std::string phone = normalise_phone(row.card.fields.phone, settings.phone_region);
        if (!is_mobile_phone(phone) || !written.insert(phone).second) return Result<void>();
        return writer.write(panel_phone(phone) + "\r\n");
    }));
    VAFA_CHECK(writer.close());
    return body;
}

std::string panel_phone(const std::string& e164) {
    constexpr std::string_view kIran = "+98";
    return e164.starts_with(kIran) ? "0" + e164.substr(kIran.size()) : e164;
}

}  // namespace vafa::customers
