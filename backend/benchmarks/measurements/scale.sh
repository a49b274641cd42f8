# A city with 1,000,000 closed and 20,000 open cases against one with 10,000 of which as large a part is open: a clerk's
# task list and tracking, in turns; and counting all open deadlines again.
ready small
ready large

fill() {
  say "Filling $1: $2 closed and $3 open cases …"
  database "$1" -v closed="$2" -v open="$3" -f "$here/fill.sql" >/dev/null || fail "the cases could not be made"
  database "$1" -c 'vacuum analyze case_file, case_applicant, case_view, case_event, vault_key, notice, notice_delivery' ||
    fail "the database could not be analysed"
}
fill small "${SUNLIT_BENCH_SMALL_CLOSED:-9800}" "${SUNLIT_BENCH_SMALL_OPEN:-200}"
fill large "${SUNLIT_BENCH_CLOSED:-1000000}" "${SUNLIT_BENCH_OPEN:-20000}"

declare -A clerk
for name in small large; do
  clerk[$name]="$(token "$name" mar.window1 "$(demo_password "$name")")"
  [ -n "${clerk[$name]}" ] || fail "nobody could sign in"
done
tasks() { requests_per_second "${url[$1]}/api/v1/cases?mine=true&limit=20" -d"$seconds" -H "Authorization: Bearer ${clerk[$1]}"; }
tracked() { TRACKED="$work/$1-cases.txt" requests_per_second "${url[$1]}" -d"$seconds" -s "$here/tracking.lua"; }

small_tasks() { tasks small; }
large_tasks() { tasks large; }
compare small_tasks large_tasks
result "a clerk's task list, 1,020,000 cases" "$(printf '%.0f/s' "$other")" "10,000 cases $(printf '%.0f/s' "$one")" "$ratio" at-most 1.5

small_tracked() { tracked small; }
large_tracked() { tracked large; }
compare small_tracked large_tracked
result "tracking a case, 1,020,000 cases" "$(printf '%.0f/s' "$other")" "10,000 cases $(printf '%.0f/s' "$one")" "$ratio" at-most 1.5

# The next ordinary working day: every deadline that runs beyond it moves.
day="$(date -d "$(date +%F) + 1 day" +%F)"
while [ "$(date -d "$day" +%u)" -gt 5 ]; do day="$(date -d "$day + 1 day" +%F)"; done
read -r recount_seconds counted moved progress < <(program Recount "${url[large]}" "$(demo_password large)" "$day") ||
  fail "the deadlines could not be counted again"
say "$counted cases counted, $moved moved, progress seen $progress times"
result "counting $counted open deadlines again, $moved moved" "$(printf '%.1f s' "$recount_seconds")" "" "$recount_seconds" at-most 30 " s"
