package org.sunlit.supervision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.ShippedRules;

/**
 * Twenty thousand cases, whose events come mixed as in a city: half of them break a rule, each rule
 * as often as any other, and the rest come near it. Every break is found, none is invented, and the
 * same again however they are mixed and however often the clocks are looked at in between.
 */
class PlantedViolationsTest {
  private static final int CASES = 20_000;
  private static final RuleBook BOOK = ShippedRules.book();

  /**
   * A case to be lived.
   *
   * @param planted the rule it breaks; null for one that only comes near
   * @param until when its clocks are looked at last
   */
  private record Planted(
      String number, String planted, List<Happening> events, Instant until, boolean reminds) {}

  /** What has been found of a case, and what supervision remembers of it. */
  private static final class Seen {
    private CasePicture picture;
    private final List<Verdict> verdicts = new ArrayList<>();

    Seen(String number) {
      picture = new CasePicture(number);
    }
  }

  private record Told(Planted of, Happening event) {}

  @Test
  void findsEveryOneAndInventsNone() {
    List<Planted> cases = cases();
    Map<String, Set<String>> planted = new TreeMap<>();
    cases.stream()
        .filter(each -> each.planted() != null)
        .forEach(each -> add(planted, each.planted(), each.number()));
    assertEquals(RulesTest.rows().count(), planted.size(), "every rule is broken");

    Map<String, Seen> once = lived(cases, new Random(1));
    assertEquals(planted, found(cases, once));
    Map<String, Seen> again = lived(cases, new Random(2));
    assertEquals(ids(once), ids(again));
  }

  private static List<Planted> cases() {
    List<RulesTest.Row> rows = RulesTest.rows().toList();
    Map<String, CaseLife> lives = new TreeMap<>();
    return IntStream.range(0, CASES)
        .mapToObj(
            index -> {
              RulesTest.Row row = rows.get(index % rows.size());
              boolean breaks = index / rows.size() % 2 == 0;
              UnaryOperator<CaseLife> how = breaks ? row.broken() : row.near();
              CaseLife life =
                  lives.computeIfAbsent(row.rule() + breaks, key -> how.apply(new CaseLife()));
              return new Planted(
                  "20240304-%06d".formatted(index),
                  breaks ? row.rule() : null,
                  life.events(),
                  CaseLife.instant(row.until() == null ? life.now() : row.until()),
                  row.rule().endsWith(".soon"));
            })
        .toList();
  }

  /** In the order of time, those of a moment mixed; each case keeps its own order. */
  private static List<Told> mixed(List<Planted> cases, Random random) {
    Map<String, Integer> turn =
        cases.stream().collect(Collectors.toMap(Planted::number, each -> random.nextInt()));
    return cases.stream()
        .flatMap(each -> each.events().stream().map(event -> new Told(each, event)))
        .sorted(
            Comparator.comparing((Told told) -> told.event().at())
                .thenComparing(told -> turn.get(told.of().number()))
                .thenComparing(told -> told.event().place()))
        .toList();
  }

  private static Map<String, Seen> lived(List<Planted> cases, Random random) {
    CaseWatch watch = new CaseWatch(BOOK);
    Map<String, Seen> seen = new TreeMap<>();
    for (Told told : mixed(cases, random)) {
      Planted of = told.of();
      Seen one = seen.computeIfAbsent(of.number(), Seen::new);
      Happening event = told.event();
      if (random.nextInt(3) == 0) {
        // A sweep, which has got no further than the event that comes next.
        one.verdicts.addAll(watch.expire(one.picture, event.at()));
      }
      one.verdicts.addAll(
          watch.follow(
              one.picture,
              new Happening(
                  event.place(),
                  of.number(),
                  event.kind(),
                  event.at(),
                  event.account(),
                  event.told())));
      if (random.nextInt(4) == 0) {
        one.picture = StoredJson.read(StoredJson.write(one.picture), CasePicture.class);
      }
    }
    cases.forEach(
        each -> {
          Seen one = seen.get(each.number());
          one.verdicts.addAll(watch.expire(one.picture, each.until()));
        });
    return seen;
  }

  /** Which rules were found broken in which cases; reminders only where they are looked for. */
  private static Map<String, Set<String>> found(List<Planted> cases, Map<String, Seen> seen) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Planted each : cases) {
      for (Verdict verdict : seen.get(each.number()).verdicts) {
        assertTrue(verdict instanceof Verdict.Found, "nothing falls away in these lives");
        String rule = ((Verdict.Found) verdict).rule().code();
        if (each.reminds() || !rule.endsWith(".soon")) {
          add(found, rule, each.number());
        }
      }
    }
    return found;
  }

  private static TreeSet<UUID> ids(Map<String, Seen> seen) {
    return seen.values().stream()
        .flatMap(each -> each.verdicts.stream())
        .map(Verdict::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(Map<String, Set<String>> to, String rule, String number) {
    to.computeIfAbsent(rule, key -> new TreeSet<>()).add(number);
  }
}
