# Starting on a folder that has data already, until the first page and the first list of items are there.
ready_city

page=/
curl -s --fail -o /dev/null "${url[city]}/" || page=/api/v1/site
: >"$work/starts"
for _ in $(seq 3); do
  stop_sunlit city
  begun="$(now)"
  start_sunlit city
  until curl -s --fail -o /dev/null "${url[city]}$page" && curl -s --fail -o /dev/null "${url[city]}/api/v1/power-items"; do
    sleep 0.05
  done
  minus "$(now)" "$begun" >>"$work/starts"
  printf '\n' >>"$work/starts"
done
start_seconds="$(median <"$work/starts")"
result "start to first page, existing data" "$(printf '%.1f s' "$start_seconds")" "$(nproc) cores" "$start_seconds" at-most 12 " s"
