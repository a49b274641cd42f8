package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeSearch;
import org.sunlit.administration.RecordedChange;
import org.sunlit.api.StaffChangesApi;
import org.sunlit.api.model.AdministrativeChange;
import org.sunlit.api.model.AdministrativeChangePage;
import org.sunlit.api.model.FieldChange;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;

/**
 * What administrators changed among the staff: the older address and form of what the record of
 * changes answers (ADR 79).
 */
class StaffChangesResource implements StaffChangesApi {
  private final AdministrativeChanges changes;
  private final Asking asking;

  StaffChangesResource(AdministrativeChanges changes, Asking asking) {
    this.changes = changes;
    this.asking = asking;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<AdministrativeChangePage> listStaffChanges(
      String subject, String department, Integer limit, String cursor) {
    return changes
        .newest(
            ChangeSearch.of(asking.who(), null, subject, department).amongTheStaff(),
            ChangeSearch.Place.of(limit, cursor))
        .map(StaffChangesResource::page);
  }

  private static AdministrativeChangePage page(AdministrativeChanges.Page page) {
    return new AdministrativeChangePage()
        .items(page.changes().stream().map(StaffChangesResource::change).toList())
        .total(page.total())
        .nextCursor(page.next() == null ? null : page.next().toString());
  }

  private static AdministrativeChange change(RecordedChange one) {
    return new AdministrativeChange()
        .id(one.id())
        .at(CityTime.offset(one.at()))
        .by(one.actor())
        .byName(one.actorName())
        .action(one.action())
        .subjectKind(one.kind())
        .subjectId(one.subject())
        .subjectName(one.subjectName())
        .effectiveFrom(CityTime.offset(one.effectiveFrom()))
        .changes(
            new JsonArray(one.fields())
                .stream()
                    .map(JsonObject.class::cast)
                    .map(
                        field ->
                            new FieldChange()
                                .field(field.getString("field"))
                                .before(texts(field.getJsonArray("before")))
                                .after(texts(field.getJsonArray("after"))))
                    .toList());
  }

  private static List<String> texts(JsonArray array) {
    return array.stream().map(String::valueOf).toList();
  }
}
