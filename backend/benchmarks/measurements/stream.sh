# 1,000 readers of the event stream while applications come in: from the moment an application is sent, which is before
# its commit, until each reader has its event.
ready_city

delay="$(program StreamDelay "${url[city]}" "$(demo_password city)" 1000 60)" || fail "the stream could not be measured"
read -r half most events <<<"$delay"
result "commit to screen, 1,000 readers, 99 %" "$(printf '%.0f ms' "$(calculate "$most * 1000")")" \
  "half of $events within $(printf '%.0f ms' "$(calculate "$half * 1000")")" "$most" at-most 1 " s"
