#pragma once

namespace vafa::bench {

// Bytes a second that `workers` threads read together from memory, in sums over 64-bit numbers of
// an array far larger than the caches; the best of several passes.
double memory_bandwidth(unsigned workers);

}  // namespace vafa::bench
