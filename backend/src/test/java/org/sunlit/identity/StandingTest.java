package org.sunlit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.CityTime;

/** What is remembered of an account is what would be worked out anew at that moment. */
class StandingTest {

  private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
  private static final Set<Role> CHIEF = Set.of(Role.CHIEF_REPRESENTATIVE);

  private final Random random = new Random(20_261_129);

  @Test
  void isWorkedOutOnceWhileNothingBeginsOrEnds() {
    Span away = new Span(NINE.plusSeconds(60), NINE.plusSeconds(120));
    Standing standing = new Standing(account(List.of(away), List.of(), List.of()));
    Actor before = standing.actorAt(NINE);

    assertSame(before, standing.actorAt(NINE.plusSeconds(59)));
    assertNotSame(before, standing.actorAt(NINE.plusSeconds(60)));
  }

  @Test
  void isAlwaysWhatItWouldBeAnew() {
    for (int round = 0; round < 300; round++) {
      KnownAccount account = account(spans(), List.of(posting(), posting()), List.of(letter()));
      Standing standing = new Standing(account);
      Instant moment = NINE;
      for (int step = 0; step < 60; step++) {
        // A clock that is set back, too, and often the very moment of a bound.
        moment = moment.plus(Duration.ofMinutes(30L * (random.nextInt(14) - 2)));
        assertEquals(account.actorAt(moment), standing.actorAt(moment), moment.toString());
      }
    }
  }

  private static KnownAccount account(
      List<Span> absences, List<Posting> posts, List<Letter> letters) {
    return new KnownAccount(
        "a", "甲", "A", "", "tst", "990100", CHIEF, new Postings(absences, posts, letters));
  }

  private Posting posting() {
    PostRef post =
        new PostRef(UUID.randomUUID(), "window", "窗口", "Window", "city", "tst", "990100");
    return new Posting(
        post,
        Stream.of("a", "b", "c")
            .map(
                who ->
                    new Holder(
                        UUID.randomUUID(),
                        who,
                        who,
                        who,
                        random.nextBoolean() ? "A" : "B",
                        span(),
                        random.nextInt(8) == 0,
                        spans()))
            .toList());
  }

  private Letter letter() {
    LocalDate from = LocalDate.ofInstant(NINE, CityTime.ZONE).plusDays(random.nextInt(3));
    Instant revokedAt = random.nextBoolean() ? null : moment();
    return new Letter(
        "1", "tst", Set.of("decide"), Set.of(), from, from.plusDays(random.nextInt(3)), revokedAt);
  }

  private List<Span> spans() {
    return IntStream.range(0, random.nextInt(3)).mapToObj(ignored -> span()).toList();
  }

  private Span span() {
    return new Span(random.nextBoolean() ? null : moment(), random.nextBoolean() ? null : moment());
  }

  private Instant moment() {
    return NINE.plus(Duration.ofMinutes(30L * random.nextInt(200)));
  }
}
