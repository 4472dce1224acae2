-- wrk … -- FILE KEY: asks the paths of FILE one after the other, for ever. Prints one line of JSON.
local requests, at, thread = {}, 0, 0

function setup(t)
    t:set("offset", thread)
    thread = thread + 1
end

function init(args)
    wrk.headers["Authorization"] = "Bearer " .. args[2]
    for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
    at = offset * math.floor(#requests / 2)
end

function request()
    at = at % #requests + 1
    return requests[at]
end

function done(summary, latency)
    local e = summary.errors
    io.write(string.format(
        '\n{"p50_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f, "per_second": %.1f, "requests": %d, "failed": %d}\n',
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
        summary.requests / summary.duration * 1e6, summary.requests,
        e.connect + e.read + e.write + e.status + e.timeout))
end
