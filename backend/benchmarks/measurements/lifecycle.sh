# Whole cases over REST (apply, accept, review, approve, close; 16 clients), against pgbench running the same five durable
# transactions on the same PostgreSQL. The transactions are recorded from a real case, so they are always today's.
ready_city

database_port="$(sed -n 4p "${folder[city]}/postgres/data/postmaster.pid")"
export PGPASSWORD="$(cat "${folder[city]}/postgres/password")"
program Recorder "${url[city]}" "$(demo_password city)" "$database_port" "$PGPASSWORD" "$work/lifecycle.sql" >&2 ||
  fail "the transactions of a case could not be recorded"

by_rest() { program Lifecycle "${url[city]}" "$(demo_password city)" run 16 "$seconds"; }
by_pgbench() {
  local answer
  answer="$("$(find_tool pgbench)" -n -M prepared -c 16 -j 2 -T "$seconds" -f "$work/lifecycle.sql" \
    -h 127.0.0.1 -p "$database_port" -U sunlit benchmark 2>&1)" || fail "pgbench: $answer"
  awk '/^tps/ { print $3 }' <<<"$answer"
}
# Commands run through far more code than a read, so it takes longer until the virtual machine has compiled it.
program Lifecycle "${url[city]}" "$(demo_password city)" run 16 $((warm_up * 3)) >/dev/null || fail "no cases could be closed"
compare by_rest by_pgbench
result "a case from application to close" "$(printf '%.0f/s' "$one")" "pgbench $(printf '%.0f/s' "$other")" "$ratio" at-least 0.25
