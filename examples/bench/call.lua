-- One cheap call after the other, as HEADERS and CALL say.
wrk.method = "POST"
for name, value in os.getenv("HEADERS"):gmatch("([^:\n]+): ([^\n]+)") do wrk.headers[name] = value end

local id = 1
function request()
  id = id + 1
  return wrk.format(nil, nil, nil, '{"jsonrpc":"2.0","id":' .. id .. os.getenv("CALL"))
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('\nFIGURES {"requests":%d,"us":%d,"p50":%d,"p99":%d,"errors":%d}\n', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
