package org.sunlit.supervision.card.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.supervision.card.rules.CardRules.Reader;

class CardRulesTest {
  private static final Instant AT = Instant.parse("2026-11-30T02:00:00Z");
  private static final Reader PERSON = new Reader("clerk", true, false, false);
  private static final Reader LEADER = new Reader("leader", false, true, false);
  private static final Reader SUPERVISOR = new Reader("sup", false, false, true);
  private static final Reader CONCERNED_SUPERVISOR = new Reader("sup", true, false, true);

  @Test
  void everyKindOfActHasAName() {
    assertEquals(
        Set.of(CardAct.class.getPermittedSubclasses()),
        Stream.of(CardActKind.values()).map(CardActKind::type).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issued                    | explain appeal | | withdraw order-rectification",
        "issued explained          | appeal | | keep withdraw order-rectification",
        "issued appealed           | | | keep withdraw order-rectification",
        "issued explained appealed | | | keep withdraw order-rectification",
        "issued kept               | | | order-rectification",
        "issued keptByTime         | | | withdraw order-rectification",
        "issued withdrawn          | | |",
        "issued kept ordered       | report-rectification | report-rectification |",
        "issued kept ordered reported | | | return-rectification accept-rectification",
        "issued kept ordered reported returned | report-rectification | report-rectification |",
        "issued kept ordered reported accepted | | |",
        "issued kept called        | | | order-rectification hold-talk",
        "issued kept called held   | | | order-rectification",
        "issued ordered withdrawn  | | |",
        "issued kept called withdrawnGone | | |"
      })
  void whatCanBeDoneAndByWhom(String acts, String person, String leader, String supervisor) {
    CardStanding card = card(acts);
    assertEquals(codes(person), codes(CardRules.possible(card, PERSON)), "person");
    assertEquals(codes(leader), codes(CardRules.possible(card, LEADER)), "leader");
    assertEquals(codes(supervisor), codes(CardRules.possible(card, SUPERVISOR)), "supervisor");
  }

  @ParameterizedTest
  @CsvSource({
    "explained",
    "issued issued",
    "issued explained explained",
    "issued appealed explained",
    "issued appealed keptByTime",
    "issued announced",
    "issued deducted",
    "issued called",
    "issued kept explained",
    "issued kept appealed",
    "issued kept kept",
    "issued kept withdrawn",
    "issued kept deducted deducted",
    "issued kept announced announced",
    "issued kept called called",
    "issued kept held",
    "issued withdrawn kept",
    "issued withdrawn ordered",
    "issued withdrawn deducted",
    "issued withdrawn withdrawnGone",
    "issued kept reported",
    "issued kept ordered accepted"
  })
  void nothingElseCanHaveHappened(String acts) {
    assertThrows(IllegalStateException.class, () -> card(acts));
  }

  @Test
  void whoeverIsConcernedNeverJudges() {
    assertEquals(
        Set.of("explain", "appeal"),
        codes(CardRules.possible(card("issued"), CONCERNED_SUPERVISOR)));
    Reader leading = new Reader("sup", false, true, true);
    assertEquals(Set.of(), codes(CardRules.possible(card("issued"), leading)));
  }

  @Test
  void whoeverIssuedItDoesNotDecide() {
    CardAct.Issued byHand = new CardAct.Issued(AT, "sup", Colour.YELLOW, 5);
    CardStanding card = CardStanding.of(List.of(byHand, new CardAct.Explained(AT, "clerk")));
    assertEquals(Set.of("order-rectification"), codes(CardRules.possible(card, SUPERVISOR)));
    Reader another = new Reader("other", false, false, true);
    assertEquals(
        Set.of("keep", "withdraw", "order-rectification"),
        codes(CardRules.possible(card, another)));
    assertThrows(
        IllegalStateException.class,
        () -> CardStanding.of(List.of(byHand, new CardAct.Kept(AT, "sup"))));
  }

  @Test
  void pointsCountOnlyWhileItStands() {
    assertEquals(0, card("issued").pointsNow());
    assertEquals(2, card("issued kept deducted").pointsNow());
    assertEquals(0, card("issued kept deducted withdrawnGone").pointsNow());
  }

  private static CardStanding card(String acts) {
    List<CardAct> all = new ArrayList<>();
    Stream.of(acts.trim().split("\\s+")).map(CardRulesTest::act).forEach(all::add);
    return CardStanding.of(all);
  }

  static CardAct act(String name) {
    return switch (name) {
      case "issued" -> new CardAct.Issued(AT, null, Colour.YELLOW, 5);
      case "explained" -> new CardAct.Explained(AT, "clerk");
      case "appealed" -> new CardAct.Appealed(AT, "clerk", 10);
      case "kept" -> new CardAct.Kept(AT, "judge");
      case "keptByTime" -> new CardAct.Kept(AT, null);
      case "withdrawn" -> new CardAct.Withdrawn(AT, "judge", WithdrawalCause.DECIDED);
      case "withdrawnGone" -> new CardAct.Withdrawn(AT, null, WithdrawalCause.FINDING_GONE);
      case "announced" -> new CardAct.Announced(AT, "通报〔2026〕1号");
      case "deducted" -> new CardAct.Deducted(AT, 2);
      case "ordered" -> new CardAct.RectificationOrdered(AT, null, 10);
      case "reported" -> new CardAct.RectificationReported(AT, "boss");
      case "returned" -> new CardAct.RectificationReturned(AT, "judge", 5);
      case "accepted" -> new CardAct.RectificationAccepted(AT, "judge");
      case "called" -> new CardAct.TalkCalled(AT, Party.PERSON, 6, 3, 10);
      case "held" -> new CardAct.TalkHeld(AT, "judge", Party.PERSON);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Set<String> codes(String names) {
    return names == null || names.isBlank()
        ? Set.of()
        : new HashSet<>(List.of(names.trim().split("\\s+")));
  }

  private static Set<String> codes(Set<CardAction> actions) {
    return actions.stream().map(CardAction::code).collect(Collectors.toSet());
  }
}
