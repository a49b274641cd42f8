# Search over 100,000 publications against search over 2,000: the same questions, two nodes, in turns.
[ -n "${process[city]:-}" ] && stop_sunlit city

for size in 2000 100000; do
  start_sunlit "published$size" SUNLIT_DEMO=false
  say "Filling in $size publications …"
  database "published$size" -v publications="$size" -f "$here/fill-publications.sql" >/dev/null ||
    fail "the publications could not be made"
done

published() { program SearchLatency "${url[published$1]}" 2 "$seconds" publications; }
many_published() { published 100000; }
few_published() { published 2000; }
compare many_published few_published
result "search over 100,000 publications, 99 %" "$(printf '%.1f ms' "$one")" "2,000 publications $(printf '%.1f ms' "$other")" "$ratio" at-most 2
result "search over 100,000 publications, 99 %" "$(printf '%.1f ms' "$one")" "" "$one" at-most 100 " ms"
stop_sunlit published2000
stop_sunlit published100000
