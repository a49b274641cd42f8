# GET /board/feed of a warm node, against nginx serving the same bytes from a file.
ready_city

mkdir -p "$work/www" "$work/nginx-temp"
chmod 755 "$work" "$work/www"
curl -sS --fail "${url[city]}/api/v1/board/feed" -o "$work/www/feed.json" || fail "no feed"
[ "$(wc -c <"$work/www/feed.json")" -gt 5000 ] || fail "the feed is empty"
nginx_port="$(program FreePort)"
sed "s|%WORK%|$work|g; s|%PORT%|$nginx_port|g" "$here/nginx.conf" >"$work/nginx.conf"
"$(find_tool nginx)" -c "$work/nginx.conf" 2>>"$work/nginx.log" &
started+=($!)
for _ in $(seq 50); do
  curl -s --fail -o /dev/null "http://127.0.0.1:$nginx_port/feed.json" && break
  sleep 0.1
done

by_sunlit() { requests_per_second "${url[city]}/api/v1/board/feed" -d"$seconds"; }
by_nginx() { requests_per_second "http://127.0.0.1:$nginx_port/feed.json" -d"$seconds"; }
compare by_sunlit by_nginx
result "board feed, $(wc -c <"$work/www/feed.json") bytes" "$(printf '%.0f/s' "$one")" "nginx $(printf '%.0f/s' "$other")" "$ratio" at-least 0.8
kill "${started[-1]}"
