package org.sunlit.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sunlit.charge.FeeDraft;
import org.sunlit.charge.rules.FeeState;
import org.sunlit.charge.rules.StandardCheck;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;
import org.sunlit.powerlist.flow.StandardFlows;

/** What the demonstration promises: a whole city, and staff for every step of it. */
class DemoFilesTest {

  private final List<ItemDraft> items = DemoFiles.items();
  private final List<RegionDraft> regions = DemoFiles.regions();

  @Test
  void hasTheDepartmentsAndTownshipsOfTheSources() {
    assertEquals(34, DemoFiles.departments().size());
    assertEquals(
        18, regions.stream().filter(region -> region.level() == RegionLevel.TOWNSHIP).count());
  }

  @Test
  void hasItemsOfEveryCategoryAndDepartment() {
    assertTrue(items.size() >= 120, () -> "only " + items.size());
    assertEquals(
        Set.copyOf(Arrays.asList(Category.values())),
        items.stream().map(item -> item.content().category()).collect(Collectors.toSet()));
    assertEquals(
        DemoFiles.departments().stream().map(DepartmentDraft::code).collect(Collectors.toSet()),
        items.stream().map(item -> item.content().departmentCode()).collect(Collectors.toSet()));
  }

  @Test
  void hasAtLeastEightShapesOfFlowAndInstantItems() {
    Set<String> flows = new HashSet<>();
    items.stream()
        .filter(item -> item.flow() != null)
        .forEach(item -> flows.add(item.flow().code()));
    assertTrue(flows.size() >= 8, flows::toString);
    assertTrue(flows.containsAll(Set.of("st-project", "hightech", "st-award")), flows::toString);
    assertTrue(items.stream().anyMatch(item -> item.content().handling() == Handling.INSTANT));
  }

  @Test
  void chargesFeesThatCountForItemsAndDepartmentsThatThereAre() {
    Set<String> codes = items.stream().map(ItemDraft::code).collect(Collectors.toSet());
    Set<String> departments =
        DemoFiles.departments().stream().map(DepartmentDraft::code).collect(Collectors.toSet());
    for (FeeDraft draft : DemoFees.drafts()) {
      assertEquals(List.of(), StandardCheck.of(draft.fee()), draft::code);
      assertTrue(codes.containsAll(draft.fee().items()), draft::code);
      assertTrue(departments.contains(draft.fee().departmentCode()), draft::code);
    }
    assertEquals(
        Set.of(FeeState.values()),
        DemoFees.drafts().stream().map(draft -> draft.fee().status()).collect(Collectors.toSet()));
  }

  @Test
  void givesEachItemACodeOfItsOwn() {
    assertEquals(items.size(), items.stream().map(ItemDraft::code).distinct().count());
  }

  @Test
  void hasSomebodyForEveryStepOfEveryItemThatPeopleApplyFor() {
    DemoHabits habits = DemoFiles.read("habits.json", new TypeReference<>() {});
    Cast cast = Cast.of(DemoFiles.people(), regions);
    Dice dice = new Dice(RandomGenerator.of("Xoroshiro128PlusPlus"));
    for (ItemDraft item : items) {
      if (habits.weight(item.code()) == 0) {
        continue;
      }
      var flow =
          item.flow() == null ? StandardFlows.of(item.content().category().code()) : item.flow();
      String region = cast.region(flow, item.content().regionCode(), dice);
      flow.steps().stream()
          .filter(step -> step.post() != null)
          .forEach(
              step ->
                  assertTrue(
                      cast.inPost(step.post().code(), item.content().departmentCode(), region, dice)
                          .isPresent(),
                      () -> item.code() + " has nobody for " + step.id() + " in " + region));
    }
  }

  @Test
  void everythingDelegatedIsInForceAndAtAPlaceThatIsThere() {
    DemoPlaces.All all = DemoPlaces.All.read();
    Set<String> inForce =
        DemoFiles.items().stream()
            .filter(item -> item.content().status() == ItemStatus.IN_FORCE)
            .map(ItemDraft::code)
            .collect(Collectors.toSet());
    Set<String> places =
        all.places().stream().map(DemoPlaces.Written::code).collect(Collectors.toSet());
    assertEquals(places.size(), all.places().size());
    all.delegations()
        .forEach(written -> assertTrue(inForce.containsAll(written.items()), written::toString));
    all.takenIn().forEach(written -> assertTrue(places.contains(written.place())));
    all.takenIn().forEach(written -> assertTrue(inForce.contains(written.item())));
  }
}
