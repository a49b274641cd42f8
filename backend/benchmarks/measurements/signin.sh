# The feed's 99th percentile while 20 people a second sign in, against the same at rest.
ready_city
# Longer turns than elsewhere: of 200 requests a second, one in a hundred is what is looked at.
watched=$((seconds * 3))
password="$(demo_password city)"

busy() { program FeedLatency "${url[city]}" "$watched" "$password" 20; }
rest() { program FeedLatency "${url[city]}" "$watched"; }
compare busy rest
result "board feed, 99 %, 20 sign-ins a second" "$(printf '%.2f ms' "$one")" "at rest $(printf '%.2f ms' "$other")" "$ratio" at-most 2
