# POST /tracking over 200 cases, against a plain-text resource of the same application.
ready_city

by_tracking() { TRACKED="$work/city-cases.txt" requests_per_second "${url[city]}" -d"$seconds" -s "$here/tracking.lua"; }
by_plain_text() { requests_per_second "${url[city]}/benchmarks/plain-text" -d"$seconds"; }
compare by_tracking by_plain_text
result "tracking a case" "$(printf '%.0f/s' "$one")" "plain text $(printf '%.0f/s' "$other")" "$ratio" at-least 0.4
