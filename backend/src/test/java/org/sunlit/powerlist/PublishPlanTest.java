package org.sunlit.powerlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.StandardFlows;

class PublishPlanTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Limit TWENTY = new Limit(20, LimitUnit.WORKING_DAYS);
  private static final Limit SEVEN = new Limit(7, LimitUnit.WORKING_DAYS);

  private static ItemContent content(String name, Category category, Limit promised) {
    ContentPatch patch = new ContentPatch();
    patch.set(ItemField.NAME, name);
    patch.set(ItemField.CATEGORY, category);
    patch.set(ItemField.STATUTORY_LIMIT, TWENTY);
    patch.set(ItemField.PROMISED_LIMIT, promised);
    return patch.apply(null, "mar", "990100000000");
  }

  private static ItemDraft draft(String name) {
    return new ItemDraft("A-1", null, content(name, Category.LICENCE, SEVEN), null);
  }

  private static PublishPlan plan(
      LocalDate from, Map<String, PublishPlan.Latest> latest, ItemDraft... drafts) {
    return PublishPlan.of(Publication.of(List.of(), List.of(), List.of(drafts), from), latest, 0);
  }

  private static Map<String, PublishPlan.Latest> after(PublishPlan plan) {
    PublishPlan.NewVersion version = plan.newVersions().get(0);
    return Map.of(
        version.draft().code(),
        new PublishPlan.Latest(
            1,
            UUID.randomUUID(),
            version.number(),
            version.effectiveFrom(),
            version.contentHash(),
            version.origin(),
            version.flow(),
            version.draft().content()));
  }

  private static List<String> findings(Runnable publication) {
    return assertThrows(PublishRefused.class, publication::run).findings().stream()
        .map(ItemFinding::messageKey)
        .toList();
  }

  @Test
  void createsWhatIsNotKnown() {
    PublishPlan plan = plan(DAY, Map.of(), draft("食品经营许可"));
    assertEquals(new PublishResult(1, 0, 0, 0, 1), plan.result());
    assertEquals(1, plan.newVersions().get(0).number());
    assertEquals(FlowOrigin.STANDARD, plan.newVersions().get(0).origin());
  }

  @Test
  void leavesWhatIsEqualAlone() {
    Map<String, PublishPlan.Latest> latest = after(plan(DAY, Map.of(), draft("食品经营许可")));
    assertEquals(
        new PublishResult(0, 0, 1, 0, 1), plan(DAY.plusDays(9), latest, draft("食品经营许可")).result());
  }

  @Test
  void makesAVersionOfWhatChangedAlsoOnTheSameDay() {
    Map<String, PublishPlan.Latest> latest = after(plan(DAY, Map.of(), draft("食品经营许可")));
    for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
      PublishPlan plan = plan(day, latest, draft("食品经营许可证"));
      assertEquals(new PublishResult(0, 1, 0, 0, 1), plan.result());
      assertEquals(2, plan.newVersions().get(0).number());
      assertEquals(day, plan.newVersions().get(0).effectiveFrom());
    }
  }

  @Test
  void refusesToRewriteDaysThatWerePublic() {
    Map<String, PublishPlan.Latest> latest = after(plan(DAY, Map.of(), draft("食品经营许可")));
    assertEquals(
        List.of("import.effective-before-latest"),
        findings(() -> plan(DAY.minusDays(1), latest, draft("食品经营许可证"))));
  }

  @Test
  void takesAnItemsOwnDayBeforeThePublications() {
    ItemDraft own =
        new ItemDraft("A-1", DAY.minusYears(2), content("食品经营许可", Category.LICENCE, SEVEN), null);
    assertEquals(DAY.minusYears(2), plan(DAY, Map.of(), own).newVersions().get(0).effectiveFrom());
  }

  @Test
  void refusesAPromiseLongerThanTheStatute() {
    ItemDraft draft =
        new ItemDraft(
            "A-1",
            null,
            content("食品经营许可", Category.LICENCE, new Limit(21, LimitUnit.WORKING_DAYS)),
            null);
    PublishRefused refused = assertThrows(PublishRefused.class, () -> plan(DAY, Map.of(), draft));
    assertEquals(ItemField.PROMISED_LIMIT, refused.findings().get(0).field());
  }

  @Test
  void refusesACodeTwiceABadCodeAndANameTooLong() {
    assertEquals(
        List.of("import.code-twice"), findings(() -> plan(DAY, Map.of(), draft("甲"), draft("乙"))));
    assertEquals(
        List.of("import.code-characters"),
        findings(
            () ->
                plan(
                    DAY,
                    Map.of(),
                    new ItemDraft("甲 1", null, content("甲", Category.OTHER, null), null))));
    assertEquals(
        List.of("import.too-long"), findings(() -> plan(DAY, Map.of(), draft("长".repeat(501)))));
    assertEquals(List.of("import.required"), findings(() -> plan(DAY, Map.of(), draft(" "))));
  }

  @Test
  void keepsTheStandardFlowUntilCategoryOrPromiseChange() {
    Map<String, PublishPlan.Latest> latest = after(plan(DAY, Map.of(), draft("食品经营许可")));
    String before = latest.get("A-1").flow();
    assertEquals(before, plan(DAY, latest, draft("食品经营许可证")).newVersions().get(0).flow());
    ItemDraft shorter =
        new ItemDraft(
            "A-1",
            null,
            content("食品经营许可", Category.LICENCE, new Limit(3, LimitUnit.WORKING_DAYS)),
            null);
    assertTrue(!before.equals(plan(DAY, latest, shorter).newVersions().get(0).flow()));
  }

  @Test
  void fitsAnItemsOwnFlowToItsPromise() {
    FlowDefinition own = StandardFlows.of("confirmation");
    ItemDraft draft = new ItemDraft("A-1", null, content("食品经营许可", Category.LICENCE, SEVEN), own);
    PublishPlan.NewVersion version = plan(DAY, Map.of(), draft).newVersions().get(0);
    assertEquals(FlowOrigin.OWN, version.origin());
    assertTrue(version.flow().contains("\"limit\""));
  }
}
