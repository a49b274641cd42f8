package org.sunlit.staff;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.sunlit.api.AbsencesApi;
import org.sunlit.api.model.AbsenceDraft;
import org.sunlit.api.model.AbsencePage;
import org.sunlit.api.model.StaffResult;
import org.sunlit.identity.Permission;
import org.sunlit.problem.Language;

/** Who is away. */
class AbsencesResource implements AbsencesApi {
  private final Absences absences;
  private final AbsenceStore store;
  private final Asking asking;

  AbsencesResource(Absences absences, AbsenceStore store, Asking asking) {
    this.absences = absences;
    this.store = store;
    this.asking = asking;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_READ)
  public Uni<AbsencePage> listAbsences(
      String department, String region, Integer limit, String cursor) {
    Shapes shapes = new Shapes(asking.now());
    return store
        .list(department, region, limit, cursor, asking.scope())
        .map(
            listed ->
                new AbsencePage()
                    .items(listed.page().items().stream().map(shapes::absence).toList())
                    .nextCursor(listed.page().nextCursor())
                    .total((int) listed.total()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> recordAbsence(String account, AbsenceDraft draft, Boolean dryRun) {
    Language language = asking.language();
    return absences
        .begin(
            account,
            draft.getReason().toString(),
            PostsResource.instant(draft.getFrom()),
            PostsResource.instant(draft.getUntil()),
            asking.who(),
            dryRun)
        .map(done -> Shapes.result(done, language));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.STAFF_MANAGE)
  public Uni<StaffResult> endAbsence(UUID id, Boolean dryRun) {
    Language language = asking.language();
    return absences.end(id, asking.who(), dryRun).map(done -> Shapes.result(done, language));
  }
}
