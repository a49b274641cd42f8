package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Says in which fields two versions differ, by the names the contract uses. */
final class VersionChanges {
  private record Field(String name, Function<ItemContent, Object> value) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("name", ItemContent::name),
          new Field("nameEn", ItemContent::nameEn),
          new Field("parentName", ItemContent::parentName),
          new Field("category", ItemContent::category),
          new Field("department", ItemContent::departmentCode),
          new Field("region", ItemContent::regionCode),
          new Field("level", ItemContent::level),
          new Field("status", ItemContent::status),
          new Field("cancelledOn", ItemContent::cancelledOn),
          new Field("cleanupRound", ItemContent::cleanupRound),
          new Field("statusReason", ItemContent::statusReason),
          new Field("handling", ItemContent::handling),
          new Field("statutoryLimit", ItemContent::statutoryLimit),
          new Field("promisedLimit", ItemContent::promisedLimit),
          new Field("onlineDepth", ItemContent::onlineDepth),
          new Field("visits", ItemContent::visits),
          new Field("serviceFor", ItemContent::serviceFor),
          new Field("result", ItemContent::result),
          new Field("legalBases", ItemContent::legalBases),
          new Field("conditions", ItemContent::conditions),
          new Field("materials", ItemContent::materials),
          new Field("fees", ItemContent::fees),
          new Field("windows", ItemContent::windows),
          new Field("telephones", ItemContent::telephones),
          new Field("supervisionTelephones", ItemContent::supervisionTelephones),
          new Field("duties", ItemContent::duties),
          new Field("accountability", ItemContent::accountability),
          new Field("promise", ItemContent::promise));

  /**
   * A field that differs.
   *
   * @param name by the contract's name
   * @param before what it said, or null
   * @param after what it says, or null
   */
  record Change(String name, Object before, Object after) {}

  private VersionChanges() {}

  static List<String> between(ItemContent before, ItemContent after) {
    return of(before, after).stream().map(Change::name).toList();
  }

  /**
   * The fields that differ, with what they say.
   *
   * @param before null for a new item: then everything it says is a change
   */
  static List<Change> of(ItemContent before, ItemContent after) {
    List<Change> changes = new ArrayList<>();
    for (Field field : FIELDS) {
      Object was = before == null ? null : field.value().apply(before);
      Object is = field.value().apply(after);
      boolean nothing = before == null && (is == null || is.equals(List.of()));
      if (!nothing && !Objects.equals(was, is)) {
        changes.add(new Change(field.name(), was, is));
      }
    }
    return changes;
  }
}
