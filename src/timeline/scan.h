#pragma once

#include <functional>

#include "timeline/api.h"
#include "timeline/gather.h"
#include "timeline/view.h"

namespace vafa::timeline {

// What a scan reads besides the view: day columns and property columns, held while it runs.
struct ScanSource {
    ScanSource(const View& view, const ScanRequest& request, const ZoneDays* zone,
               unsigned workers);

    const View* view;
    ScanColumns customers;
    ScanColumns anonymous;

private:
    ScanColumns bind(const Columns& columns, const std::vector<std::string>& names,
                     const ZoneDays* zone) const;
    std::shared_ptr<const Column<std::uint16_t>> derived_;
    Column<std::uint16_t> derived_anonymous_;
};

void scan_all(const ScanSource& source, unsigned workers, const Kernel& kernel);
void scan_customer(const ScanSource& source, std::int64_t customer,
                   const std::function<void(const Slice&)>& kernel);
void scan_nobody(const ScanSource& source, const std::function<void(const Slice&)>& kernel);

}  // namespace vafa::timeline
