-- Tracks one case after another. The file named by TRACKED has a case number and a tracking code on each line.
local requests = {}
local turn = 0

function init(args)
  for line in io.lines(os.getenv("TRACKED")) do
    local number, code = line:match("^(%S+) (%S+)$")
    requests[#requests + 1] = wrk.format("POST", "/api/v1/tracking", { ["Content-Type"] = "application/json" },
      '{"caseNumber":"' .. number .. '","trackingCode":"' .. code .. '"}')
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
