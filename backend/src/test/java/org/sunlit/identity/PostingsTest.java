package org.sunlit.identity;

import static java.time.Duration.ofHours;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who acts in a post when: AB岗 and letters of authority. */
class PostingsTest {
  private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
  private static final Span ALWAYS = new Span(null, null);
  private static final Set<Role> CHIEF = Set.of(Role.CHIEF_REPRESENTATIVE);

  @Test
  void leavesThePostToAWhileAIsThere() {
    Posting post = post(holder("a", "A"), holder("b", "B"));

    assertEquals(List.of("a"), acting(post, NINE));
    assertEquals(Set.of(), heldBy("b", post, NINE));
  }

  @Test
  void givesThePostToBTheMomentTheAbsenceBeginsAndBackTheMomentItEnds() {
    Span morning = new Span(NINE, NINE.plus(ofHours(3)));
    Posting post = post(holder("a", "A", morning), holder("b", "B"));

    assertEquals(List.of("a"), acting(post, NINE.minusMillis(1)));
    assertEquals(List.of("b"), acting(post, NINE));
    assertEquals(List.of("b"), acting(post, NINE.plus(ofHours(3)).minusMillis(1)));
    assertEquals(List.of("a"), acting(post, NINE.plus(ofHours(3))));
  }

  @Test
  void saysForWhomBActs() {
    Posting post = post(holder("a", "A", new Span(NINE, null)), holder("b", "B"));

    HeldPost held = heldBy("b", post, NINE).iterator().next();

    assertEquals("a", held.onBehalfOf());
    assertEquals("Name of a", held.onBehalfOfName());
  }

  @Test
  void waitsUntilEveryAIsAway() {
    Span away = new Span(NINE, null);
    Posting oneThere = post(holder("a1", "A", away), holder("a2", "A"), holder("b", "B"));
    Posting nobodyThere = post(holder("a1", "A", away), holder("a2", "A", away), holder("b", "B"));

    assertEquals(List.of("a2"), acting(oneThere, NINE));
    assertEquals(List.of("b"), acting(nobodyThere, NINE));
  }

  @Test
  void givesNothingToSomebodyWhoIsAway() {
    Span away = new Span(NINE, null);
    Posting post = post(holder("a", "A", away), holder("b", "B", away));

    assertEquals(List.of(), acting(post, NINE));
    assertEquals(
        Set.of(), new Postings(List.of(away), List.of(post), List.of()).heldBy("a", NINE, CHIEF));
  }

  @Test
  void treatsSomebodyShutOutAsAway() {
    Posting post =
        post(
            new Holder(UUID.randomUUID(), "a", "A", null, "A", ALWAYS, true, List.of()),
            holder("b", "B"));

    assertEquals(List.of("b"), acting(post, NINE));
  }

  @Test
  void letsBKeepAVacantPostGoingForNobody() {
    Posting post =
        post(
            new Holder(
                UUID.randomUUID(), "a", "A", null, "A", new Span(null, NINE), false, List.of()),
            holder("b", "B"));

    assertEquals(List.of("b"), acting(post, NINE));
    assertEquals(null, heldBy("b", post, NINE).iterator().next().onBehalfOf());
  }

  @Test
  void countsAHolderFromTheirFirstMomentToTheirLast() {
    Posting post =
        post(
            new Holder(
                UUID.randomUUID(),
                "a",
                "A",
                null,
                "A",
                new Span(NINE, NINE.plus(ofHours(1))),
                false,
                List.of()));

    assertEquals(List.of(), acting(post, NINE.minusMillis(1)));
    assertEquals(List.of("a"), acting(post, NINE));
    assertEquals(List.of(), acting(post, NINE.plus(ofHours(1))));
  }

  @Test
  void letsAChiefRepresentativeDecideFromTheFirstDayOfTheLetterToTheLast() {
    Letter letter = letter(null);

    assertEquals(Set.of(), authorised(letter, "2026-11-22T15:59:59Z"));
    assertEquals(Set.of("approver"), authorised(letter, "2026-11-22T16:00:00Z"));
    assertEquals(Set.of("approver"), authorised(letter, "2026-11-30T15:59:59Z"));
    assertEquals(Set.of(), authorised(letter, "2026-11-30T16:00:00Z"));
  }

  @Test
  void endsALetterTheMomentItIsRevoked() {
    Letter letter = letter(NINE);

    assertEquals(Set.of("approver"), authorised(letter, NINE.minusMillis(1).toString()));
    assertEquals(Set.of(), authorised(letter, NINE.toString()));
  }

  @Test
  void takesALetterFromNobodyButAChiefRepresentative() {
    Postings postings = new Postings(List.of(), List.of(), List.of(letter(null)));

    assertEquals(Set.of(), postings.heldBy("c", NINE, Set.of(Role.WINDOW_CLERK)));
  }

  @Test
  void reachesOnlyToTheItemsTheLetterNames() {
    HeldPost held =
        new Postings(List.of(), List.of(), List.of(letter(null)))
            .heldBy("c", NINE, CHIEF)
            .iterator()
            .next();

    assertTrue(held.reaches("TST-LIC-01"));
    assertFalse(held.reaches("TST-LIC-02"));
  }

  private static Set<String> authorised(Letter letter, String moment) {
    return new Postings(List.of(), List.of(), List.of(letter))
        .heldBy("c", Instant.parse(moment), CHIEF).stream()
            .map(HeldPost::code)
            .collect(Collectors.toSet());
  }

  private static Letter letter(Instant revokedAt) {
    return new Letter(
        "晴政授〔2026〕1号",
        "tst",
        Set.of("decide"),
        Set.of("TST-LIC-01"),
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 11, 30),
        revokedAt);
  }

  private static List<String> acting(Posting post, Instant moment) {
    return post.actingAt(moment).stream().map(Holder::account).toList();
  }

  private static Set<HeldPost> heldBy(String account, Posting post, Instant moment) {
    return new Postings(List.of(), List.of(post), List.of()).heldBy(account, moment, Set.of());
  }

  private static Posting post(Holder... holders) {
    return new Posting(
        new PostRef(UUID.randomUUID(), "reviewer", "审核岗", null, "city", "tst", null),
        List.of(holders));
  }

  private static Holder holder(String account, String part, Span... absences) {
    return new Holder(
        UUID.randomUUID(),
        account,
        "Name of " + account,
        null,
        part,
        ALWAYS,
        false,
        List.of(absences));
  }
}
