package org.sunlit.powerlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.testing.SharedData;

/** The real list of a district, from bytes to plan, without a database. */
class RealListTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Directory NOTHING_KNOWN = new Directory(Map.of(), Map.of(), Map.of());

  private record Tried(
      ImportErrors errors,
      ImportFile file,
      DirectoryResolver.Resolved resolved,
      PublishPlan plan) {}

  private static Tried attempt(byte[] list, Map<String, PublishPlan.Latest> latest) {
    ImportErrors errors = new ImportErrors();
    ImportRequest request =
        new ImportRequest(
            UUID.randomUUID(),
            "list.csv",
            list,
            Map.of(),
            false,
            DAY,
            "广安区",
            "somebody",
            new EditRights(null, null));
    ImportFile file = ImportFile.read(request, errors).orElseThrow();
    DirectoryResolver.Resolved resolved =
        new DirectoryResolver(NOTHING_KNOWN, file.mapping(), "广安区", errors).resolve(file.rows());
    ImportDrafts.Drafted drafted =
        new ImportDrafts(file.mapping(), errors)
            .draft(file.rows(), resolved, latest, DAY, request.id());
    return new Tried(errors, file, resolved, PublishPlan.of(drafted.publication(), latest, 0));
  }

  private static Map<String, PublishPlan.Latest> published(PublishPlan plan) {
    Map<String, PublishPlan.Latest> latest = new HashMap<>();
    for (PublishPlan.NewVersion version : plan.newVersions()) {
      latest.put(
          version.draft().code(),
          new PublishPlan.Latest(
              latest.size(),
              UUID.randomUUID(),
              version.number(),
              version.effectiveFrom(),
              version.contentHash(),
              version.origin(),
              version.flow(),
              version.draft().content()));
    }
    return latest;
  }

  @Test
  void isTakenAsItIs() {
    byte[] list = SharedData.file("guangan-service-items.csv");
    Tried first = attempt(list, Map.of());
    assertEquals(List.of(), first.errors().kept());
    assertEquals(1135, first.file().total());
    assertEquals(new PublishResult(1135, 0, 0, 0, 1135), first.plan().result());
    assertEquals(34, first.resolved().newDepartments().size());
    assertEquals(5, first.resolved().newCodes().size());
    assertEquals(
        List.of(new RegionDraft("511602000000", "广安区", null, RegionLevel.COUNTY, null)),
        first.resolved().newRegions());
    assertTrue(
        first.resolved().newDepartments().stream()
            .anyMatch(one -> one.name().equals("区人社局") && one.code().equals("1151130108778239R")));

    Tried second = attempt(list, published(first.plan()));
    assertEquals(new PublishResult(0, 0, 1135, 0, 1135), second.plan().result());
  }
}
