#include "ingest/adopt.h"

#include "commerce/api.h"
#include "history/outbox.h"
#include "ingest/presets.h"
#include "platform/i18n/time_zones.h"
#include "platform/sql/database.h"

namespace vafa::ingest {

Result<bool> adopt_settings(sql::Database& database, const ImportRequest& request) {
    VAFA_TRY(const auto outbox, history::outbox_state(database));
    if (outbox.given > 0) return false;
    const Preset* preset = nullptr;
    if (!request.preset.empty()) {
        VAFA_TRY(preset, find_preset(request.preset));
    }
    if (!request.time_zone.empty()) VAFA_CHECK(i18n::load_time_zone(request.time_zone));
    return database.write([&](sql::Session& session) -> Result<bool> {
        if (!request.time_zone.empty()) {
            VAFA_CHECK(commerce::set_setting(session, "time_zone", request.time_zone));
        }
        if (request.calendar) {
            const bool persian = *request.calendar == CalendarKind::persian;
            VAFA_CHECK(
                commerce::set_setting(session, "calendar", persian ? "persian" : "gregorian"));
        }
        if (preset != nullptr && preset->counts_zero_value) {
            VAFA_CHECK(commerce::set_setting(session, "count_zero_value", "yes"));
        }
        return true;
    });
}

}  // namespace vafa::ingest
