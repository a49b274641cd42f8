# A secured read against the same read that is everybody's: what the token check adds.
ready_city
reader="$(token city mar.window1 "$(demo_password city)")"
[ -n "$reader" ] || fail "nobody could sign in"

secured() { requests_per_second "${url[city]}/benchmarks/secured-read" -d"$seconds" -H "Authorization: Bearer $reader"; }
open() { requests_per_second "${url[city]}/benchmarks/open-read" -d"$seconds"; }
compare open secured
added="$(calculate "($ratio - 1) * 100")"
result "token check, added to a secured read" "$(printf '%.0f/s' "$other")" "without $(printf '%.0f/s' "$one")" "$added" at-most 15 " %"
