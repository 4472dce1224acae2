#include "commerce/export_customers.h"

#include "base/instant.h"
#include "base/text.h"
#include "commerce/consents.h"
#include "commerce/totals.h"
#include "platform/files/writer.h"

namespace vafa::commerce {
namespace {

constexpr std::int64_t kPage = 500;

// With a byte-order mark spreadsheets read the file as UTF-8.
constexpr std::string_view kHeader =
    "\xEF\xBB\xBF\"id\",\"name\",\"email\",\"phone\",\"city\",\"country\",\"orders\",\"revenue\","
    "\"currency\",\"first_order_at\",\"last_order_at\",\"consent_email\",\"consent_sms\"\r\n";

// Removes the file when the last holder lets go.
std::shared_ptr<const void> remover(const std::filesystem::path& path) {
    return {static_cast<const void*>(nullptr), [path](const void*) {
                std::error_code ignored;
                std::filesystem::remove(path, ignored);
            }};
}

std::string moment_of(const std::optional<TimeMs>& at) {
    return at ? Instant{*at}.to_text() : std::string();
}

// As an import reads it; empty: nobody asked.
std::string word_of(const std::optional<bool>& granted) {
    if (!granted) return {};
    return *granted ? "yes" : "no";
}

std::string line_of(const CustomerCard& card, const CustomerTotals& totals,
                    const ConsentState& consents, const Settings& settings) {
    const CustomerFields& fields = card.fields;
    const Currency currency = settings.currency.value_or(Currency{});
    std::string line = csv_cell(to_string(card.id));
    for (const std::string& text : {fields.name, fields.email, fields.phone, fields.city,
                                    fields.country, std::to_string(totals.orders)}) {
        line += ',' + csv_cell(text);
    }
    // An amount is written by us: a minus in front of it is no formula.
    line += ",\"" + format_minor(totals.revenue_minor, currency.digits) + '"';
    for (const std::string& text :
         {settings.currency ? currency.code : std::string(), moment_of(totals.first_order_at),
          moment_of(totals.last_order_at), word_of(consents.email), word_of(consents.sms)}) {
        line += ',' + csv_cell(text);
    }
    return line + "\r\n";
}

Result<void> write_all(sql::Session& session, const CustomerFilter& filter, files::Writer& writer) {
    const Settings settings = load_settings(session);
    VAFA_CHECK(writer.write(kHeader));
    std::optional<CustomerPlace> place;
    do {
        VAFA_TRY(CustomerPage page, search_customers(session, filter, place, kPage));
        const auto totals = totals_of(session, page.items, settings.counted);
        const auto consents = consent_states(session, page.items);
        for (std::size_t i = 0; i < totals.size(); ++i) {
            VAFA_CHECK(writer.write(line_of(page.items[i], totals[i], consents[i], settings)));
        }
        place = std::move(page.next);
    } while (place);
    return writer.close();
}

}  // namespace

Result<http::FileBody> export_customers(sql::Database& database, const CustomerFilter& filter,
                                        const std::filesystem::path& folder,
                                        std::string_view name) {
    std::error_code ignored;  // what is wrong with the folder, creating the file says
    std::filesystem::create_directories(folder, ignored);
    const auto path = folder / ("customers-" + std::string(name) + ".csv");
    http::FileBody body{path, remover(path)};
    VAFA_TRY(auto writer, files::Writer::create(path));
    VAFA_CHECK(
        database.read([&](sql::Session& session) { return write_all(session, filter, writer); }));
    return body;
}

}  // namespace vafa::commerce
