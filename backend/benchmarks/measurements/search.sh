# Search over 100,000 items against search over 1,135: the same questions, two nodes, in turns.
[ -n "${process[city]:-}" ] && stop_sunlit city

for size in 1135 100000; do
  program ItemList "$size" >"$work/items-$size.csv"
  start_sunlit "list$size" SUNLIT_DEMO=false SUNLIT_ADMINISTRATOR_PASSWORD=only-for-this-benchmark \
    SUNLIT_IDENTITY_SECOND_FACTOR_ROLES=none
  import_list "list$size" "$work/items-$size.csv" "$(token "list$size" administrator only-for-this-benchmark)"
  say "Imported $size items in $import_seconds s"
done

within() { program SearchLatency "${url[list$1]}" 4 "$seconds"; }
many() { within 100000; }
few() { within 1135; }
compare many few
result "search, 99 %, 100,000 items" "$(printf '%.2f ms' "$one")" "1,135 items $(printf '%.2f ms' "$other")" "$ratio" at-most 2
stop_sunlit list1135
stop_sunlit list100000
