# Shared by the measurements: starting and stopping Sunlit, comparing two sides, the table of results.
# Everything happens on 127.0.0.1 in a folder of its own; only processes started here are ended.

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
app="${SUNLIT_BENCH_APP:-$here/../target/quarkus-app}"
rounds="${SUNLIT_BENCH_ROUNDS:-5}"
seconds="${SUNLIT_BENCH_SECONDS:-4}"
warm_up="${SUNLIT_BENCH_WARM_UP:-20}"
tolerance="${SUNLIT_BENCH_TOLERANCE:-0.1}"
connections=32
started=()
declare -A url folder process

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "benchmarks: $*"
  exit 2
}

# ---- Tools -------------------------------------------------------------------------------------

declare -A package=([wrk]=wrk [nginx]=nginx [pgbench]=postgresql-contrib [psql]=postgresql-client [curl]=curl)

need_tools() {
  local tool missing=()
  for tool in "$@"; do
    find_tool "$tool" >/dev/null || missing+=("${package[$tool]}")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing ${missing[*]} …"
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
  fi
  for tool in "$@"; do
    find_tool "$tool" >/dev/null || fail "$tool is missing: install the package ${package[$tool]}"
  done
}

# Debian keeps pgbench beside the server's programs and nginx out of ordinary paths.
find_tool() {
  local found
  found="$(PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$1")" || found="$(ls -d /usr/lib/postgresql/*/bin/"$1" 2>/dev/null | tail -n 1)"
  [ -n "$found" ] && printf '%s' "$found"
}

compile_programs() {
  programs="$work/classes:$app/lib/main/*"
  javac -nowarn -cp "$app/lib/main/*" -d "$work/classes" "$here"/programs/*.java || fail "the programs don't compile"
}

program() { java -XX:+UseSerialGC -Xmx512m -cp "$programs" "$@"; }

# ---- Sunlit ------------------------------------------------------------------------------------

# start_sunlit NAME [VARIABLE=VALUE …]   sets url[NAME], folder[NAME], process[NAME]
start_sunlit() {
  local name="$1" log="$work/$1.log"
  shift
  folder[$name]="$work/$name"
  : >"$log"
  env SUNLIT_DATA="${folder[$name]}" SUNLIT_BENCHMARKS=true SUNLIT_DEMO_PLAYER_ENABLED=false \
    SUNLIT_DEMO_HISTORY_DAYS=20 \
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=0 "$@" \
    java ${SUNLIT_BENCH_JAVA_OPTIONS:-} -jar "$app/quarkus-run.jar" >"$log" 2>&1 &
  process[$name]=$!
  started+=($!)
  local waited=0
  until grep -q 'Listening on' "$log"; do
    kill -0 "${process[$name]}" 2>/dev/null || fail "Sunlit ended at its start:
$(tail -n 20 "$log")"
    sleep 0.1
    waited=$((waited + 1))
    [ $waited -lt 3000 ] || fail "Sunlit didn't start within 300 seconds: $log"
  done
  url[$name]="$(sed -n 's/.*Listening on: *\(http:[^ ]*\).*/\1/p' "$log" | tail -n 1)"
}

stop_sunlit() {
  local id="${process[$1]:-}"
  [ -n "$id" ] || return 0
  kill "$id" 2>/dev/null
  wait "$id" 2>/dev/null
  unset "process[$1]"
}

stop_everything() {
  local id
  for id in "${started[@]}"; do
    kill "$id" 2>/dev/null
  done
  for id in "${started[@]}"; do
    wait "$id" 2>/dev/null
  done
}

# token NAME ACCOUNT PASSWORD
token() {
  curl -sS --fail-with-body -H 'Content-Type: application/json' \
    -d "{\"account\":\"$2\",\"password\":\"$3\"}" "${url[$1]}/api/v1/auth/login" |
    sed -n 's/.*"accessToken" *: *"\([^"]*\)".*/\1/p'
}

demo_password() { sed -n 's/^password: //p' "${folder[$1]}/demo-accounts.txt"; }

# import NAME FILE TOKEN   waits for the end; sets import_seconds and import_result
import_list() {
  local begin answer id status
  begin="$(now)"
  answer="$(curl -sS --fail-with-body -H "Authorization: Bearer $3" -F "file=@$2;type=text/csv" \
    -F regionName=晴川市 "${url[$1]}/api/v1/power-list/imports")" || fail "the import was refused: $answer"
  id="$(sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' <<<"$answer")"
  while :; do
    import_result="$(curl -sS --fail-with-body -H "Authorization: Bearer $3" "${url[$1]}/api/v1/power-list/imports/$id")" ||
      fail "the import can't be followed: $import_result"
    status="$(sed -n 's/.*"status" *: *"\([^"]*\)".*/\1/p' <<<"$import_result")"
    case "$status" in
      done) break ;;
      refused | failed) fail "the import was $status: ${import_result:0:600}" ;;
    esac
    sleep 0.05
  done
  import_seconds="$(minus "$(now)" "$begin")"
}

# The city that most measurements visit: the demonstration without its player, one more item whose flow has exactly
# the steps that are measured, and some cases to look at.
ready_city() { ready city; }

# ready NAME   such a city, with its cases in $work/NAME-cases.txt
ready() {
  [ -n "${process[$1]:-}" ] && return
  say "Founding the city …"
  start_sunlit "$1"
  local password
  password="$(demo_password "$1")"
  cat >"$work/item.csv" <<'CSV'
部门,主项名称,事项名称,事项编码,事项类型,部门编码,区划代码
晴川市市场监督管理局,,测速用许可,BENCH-LIC-01,行政许可,mar,990100000000
CSV
  import_list "$1" "$work/item.csv" "$(token "$1" das.catalogue1 "$password")"
  program Lifecycle "${url[$1]}" "$password" prepare 200 "$work/$1-cases.txt" >&2 || fail "no cases could be made"
}

# database NAME [psql options]   a statement to its database
database() {
  local name="$1"
  shift
  PGPASSWORD="$(cat "${folder[$name]}/postgres/password")" "$(find_tool psql)" -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 \
    -p "$(sed -n 4p "${folder[$name]}/postgres/data/postmaster.pid")" -U sunlit "$@"
}

# ---- Numbers -----------------------------------------------------------------------------------

now() { date +%s.%N; }
calculate() { awk "BEGIN { printf \"%.6f\", $1 }"; }
minus() { calculate "$1 - $2"; }
over() { calculate "$2 == 0 ? 0 : $1 / $2"; }
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
holds() { awk "BEGIN { exit !($1) }"; }

# requests_per_second URL [wrk options]
requests_per_second() {
  local address="$1" answer
  shift
  answer="$("$(find_tool wrk)" -t2 -c$connections "$@" "$address")" || fail "wrk: $answer"
  grep -qE 'Non-2xx|Socket errors' <<<"$answer" && fail "not every answer was good: $answer"
  awk '/Requests\/sec/ { print $2 }' <<<"$answer"
}

# compare ONE OTHER   runs two functions in turn, `rounds` times after a warm-up, and sets one, other and ratio to
# medians. Turns, and ratios of neighbouring turns, because other work on the machine slows both sides alike.
compare() {
  local round a b warm
  : >"$work/one" && : >"$work/other" && : >"$work/ratios"
  # The virtual machine compiles what it runs often: a node that has just started is another program.
  warm=$((SECONDS + warm_up))
  while [ $SECONDS -lt $warm ]; do
    "$1" >/dev/null || exit 2
    "$2" >/dev/null || exit 2
  done
  for round in $(seq "$rounds"); do
    a="$("$1")" && b="$("$2")" || exit 2
    printf '%s\n' "$a" >>"$work/one"
    printf '%s\n' "$b" >>"$work/other"
    over "$a" "$b" >>"$work/ratios" && printf '\n' >>"$work/ratios"
  done
  one="$(median <"$work/one")"
  other="$(median <"$work/other")"
  ratio="$(median <"$work/ratios")"
}

# ---- The table ---------------------------------------------------------------------------------

missed=0

# result WHAT SUNLIT COMPARED-WITH FIGURE at-least|at-most TARGET [UNIT]
result() {
  local what="$1" sunlit="$2" comparator="$3" figure="$4" direction="$5" target="$6" unit="${7:-}" verdict sign
  if [ "$direction" = at-least ]; then
    sign='≥'
    holds "$figure >= $target" && verdict=met || verdict=near
    holds "$figure < $target * (1 - $tolerance)" && verdict=MISSED
  else
    sign='≤'
    holds "$figure <= $target" && verdict=met || verdict=near
    holds "$figure > $target * (1 + $tolerance)" && verdict=MISSED
  fi
  [ "$verdict" = MISSED ] && missed=$((missed + 1))
  printf '| %s | %s | %s | %.2f%s | %s %s%s | %s |\n' "$what" "$sunlit" "$comparator" "$figure" "$unit" "$sign" "$target" \
    "$unit" "$verdict" >>"$work/table"
  tail -n 1 "$work/table" >&2
}

show_table() {
  printf '\n| what | Sunlit | compared with | figure | target | |\n|---|---:|---:|---:|---:|---|\n'
  cat "$work/table"
}
