#pragma once

#include <cstddef>
#include <functional>

namespace vafa {

// Processors this process may use, at least 1.
unsigned hardware_workers();

// Calls work(worker, chunk) once for every chunk in [0, chunks) on at most `workers` threads, the
// caller's among them, and returns when all are done. Chunks are claimed in rising order by whoever
// is free; `worker` is in [0, workers) and never active twice at a time, so each may own scratch
// space. Everything the calls wrote is visible afterwards. When calls throw, no new chunk is begun
// and the exception of the lowest chunk is rethrown. Threads are started for the call (about 20 µs
// each): give it work of a millisecond or more.
void parallel_for(unsigned workers, std::size_t chunks,
                  const std::function<void(unsigned worker, std::size_t chunk)>& work);

}  // namespace vafa
