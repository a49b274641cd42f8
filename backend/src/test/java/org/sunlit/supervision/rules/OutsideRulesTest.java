package org.sunlit.supervision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.ShippedRules;

/** What supervision finds outside the steps of cases, whose it is, and what takes it away. */
class OutsideRulesTest {
  private static final String DUE = "2024-03-05T23:59:59";
  private static final String LATER = "2024-03-06T08:00:00";

  private CasePicture picture = new CasePicture(CaseLife.NUMBER);

  @Test
  void aComplaintThatIsLateIsItsHandlersOrItsDepartments() {
    assertEquals("handler", only(OutsideLife.inHand(new CaseLife(), DUE)).account());
    picture = new CasePicture(CaseLife.NUMBER);
    Verdict.Found late = only(OutsideLife.passedOn(OutsideLife.inHand(new CaseLife(), DUE), DUE));
    assertEquals("complaint.late", late.rule().code());
    assertEquals(null, late.account());
    assertEquals(CaseLife.instant(DUE).toString(), late.facts().get("due"));
    assertEquals(Subject.Kind.COMPLAINT, picture.subject().kind());
  }

  @Test
  void whatWasAnsweredInTimeIsNotLateThoughTheWriterStillHasTheirSay() {
    CaseLife life =
        OutsideLife.replied(OutsideLife.inHand(new CaseLife(), DUE), "2024-03-05T23:59:58");
    assertEquals(List.of(), seen(life, "2024-04-20T00:00:00"));
  }

  @Test
  void hoursOfTheDirectLineRunOverTheWeekend() {
    CaseLife life = OutsideLife.inHand(new CaseLife(), "2024-03-10T09:00:00");
    assertEquals(List.of(), seen(life, "2024-03-10T09:00:00"));
    assertEquals(1, seen(new CaseLife(), "2024-03-10T09:00:01").size());
  }

  @Test
  void anotherCalendarThatGivesMoreTimeTakesItBack() {
    CaseLife life = OutsideLife.inHand(new CaseLife(), DUE);
    Verdict.Found late = only(life);
    CaseLife after = OutsideLife.recounted(new CaseLife().at(LATER), "2024-03-12T23:59:59");
    List<Verdict> verdicts = seen(after, "2024-03-07T00:00:00");
    Verdict.Withdrawn withdrawn = assertInstanceOf(Verdict.Withdrawn.class, verdicts.get(0));
    assertEquals(late.id(), withdrawn.id());
    assertEquals(Verdict.Why.RECOUNTED, withdrawn.why());
  }

  @Test
  void remembersFromWhomItIsHidden() {
    CaseLife life =
        new CaseLife()
            .tells(
                "complaint.screened",
                "desk",
                Map.of("departmentCode", "tst", "hiddenFrom", List.of("leader")));
    seen(life, LATER);
    assertEquals(Set.of("leader"), picture.subject().hiddenFrom());
  }

  @Test
  void aFewSignsAmongManyRatingsAreNone() {
    assertEquals(List.of(), seen(OutsideLife.marked(new CaseLife(), 26, 5), LATER));
    Verdict.Found found = only(OutsideLife.marked(new CaseLife(), 25, 5));
    assertEquals(null, found.account());
    assertEquals(Map.of("month", "2024-02", "count", "5", "ratings", "25"), found.facts());
    assertEquals("tst", picture.departmentCode());
  }

  @Test
  void aWindowIsTheirsWhoWereToBeThere() {
    Verdict.Found found = only(OutsideLife.unattended(new CaseLife(), 31));
    assertEquals("clerk", found.account());
    assertEquals("window", found.post());
    assertEquals(Subject.Kind.WINDOW, picture.subject().kind());
  }

  @Test
  void aSealThatWasSetToNothingIsFound() {
    CaseLife life =
        RulesTest.accepted(new CaseLife())
            .tells("document.sealed", "clerk", Map.of("paper", Map.of("sealed", true)));
    Verdict.Found found =
        (Verdict.Found)
            seen(life, LATER).stream()
                .filter(each -> each instanceof Verdict.Found)
                .findFirst()
                .orElseThrow();
    assertEquals("seal.without-document", found.rule().code());
    assertEquals("clerk", found.account());
  }

  private Verdict.Found only(CaseLife life) {
    List<Verdict> verdicts = seen(life, LATER);
    assertEquals(1, verdicts.size(), verdicts::toString);
    return (Verdict.Found) verdicts.get(0);
  }

  /** The picture goes through the database after each event. */
  private List<Verdict> seen(CaseLife life, String until) {
    CaseWatch watch = new CaseWatch(ShippedRules.book());
    List<Verdict> verdicts = new ArrayList<>();
    for (Happening event : life.events()) {
      verdicts.addAll(watch.follow(picture, event));
      picture = StoredJson.read(StoredJson.write(picture), CasePicture.class);
    }
    verdicts.addAll(watch.expire(picture, CaseLife.instant(until)));
    return verdicts;
  }
}
