# The feed's 99th percentile while 20 people a second sign in, against the same at rest, and against the same while a
# program of its own works as long as hashing their passwords takes, giving way as the hashing does.
ready_city
# Longer turns than elsewhere: of 200 requests a second, one in a hundred is what is looked at.
watched=$((seconds * 3))
password="$(demo_password city)"
hash_milliseconds=13

# Both ask from two cores that the city works on too, so they keep to the compiler that is done soon; the people who
# sign in come from a program of their own, so that the screens' times are not of its work.
quick_program() { program -XX:TieredStopAtLevel=1 "$@"; }
rest() { quick_program FeedLatency "${url[city]}" "$watched"; }
busy() {
  quick_program SignIns "${url[city]}" $((watched + 3)) "$password" 20 &
  rest
  wait $! || fail "somebody could not sign in"
}
counting() {
  nice -n 10 java -XX:+UseSerialGC -cp "$programs" Counting $((watched + 3)) $hash_milliseconds 20 &
  rest
  wait $! || fail "nothing was counted"
}
# A node that has let a morning's staff in, and not one whose compiler is still busy with how that is done.
quick_program SignIns "${url[city]}" 40 "$password" 50 || fail "somebody could not sign in"
compare busy rest
result "board feed, 99 %, 20 sign-ins a second" "$(printf '%.2f ms' "$one")" "at rest $(printf '%.2f ms' "$other")" "$ratio" at-most 2
compare busy counting
result "the same" "$(printf '%.2f ms' "$one")" "beside as long a count $(printf '%.2f ms' "$other")" "$ratio" at-most 1.5
