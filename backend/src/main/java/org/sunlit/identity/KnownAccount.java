package org.sunlit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** An account with what it was given, from which follows what it may at any moment. */
record KnownAccount(
    String account,
    String name,
    String nameEn,
    String title,
    String departmentCode,
    String regionCode,
    Set<Role> roles,
    Postings postings) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** What {@code account_postings} in the database answers. */
  static Postings read(String postings) {
    try {
      return MAPPER.readValue(postings, Postings.class);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException("Can't read what the database says of posts", unreadable);
    }
  }

  /** The same account as one who acts at this moment. */
  Actor actorAt(Instant moment) {
    return new Actor(
        account,
        name,
        nameEn,
        departmentCode,
        regionCode,
        roles,
        postings.heldBy(account, moment, roles));
  }

  /** The same account with the posts in which it acts at this moment. */
  StaffAccount staffAt(Instant moment) {
    return new StaffAccount(
        account,
        name,
        nameEn,
        title,
        departmentCode,
        regionCode,
        null,
        roles,
        postings.heldBy(account, moment, roles).stream()
            .map(HeldPost::code)
            .collect(Collectors.toSet()));
  }
}
