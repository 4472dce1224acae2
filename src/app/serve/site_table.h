#pragma once

#include <span>

#include "app/serve/site.h"

namespace vafa::app {

// Ascending by path; made by tools/embed_site.py.
std::span<const SiteFile> site_files();

}  // namespace vafa::app
