package org.sunlit.rating;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.DepartmentRectificationsApi;
import org.sunlit.api.model.DepartmentRectification;
import org.sunlit.api.model.DepartmentRectificationPage;
import org.sunlit.api.model.RectificationAnswer;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.TimeCursor;
import org.sunlit.rating.RectificationReads.Read;

/** What one's own department has to put right. */
@PermissionsAllowed(Permission.Codes.RECTIFICATIONS_ANSWER)
class DepartmentRectificationsResource implements DepartmentRectificationsApi {
  private final RectificationReads reads;
  private final Rectifications rectifications;
  private final CurrentActor currentActor;
  private final Clock clock;

  DepartmentRectificationsResource(
      RectificationReads reads,
      Rectifications rectifications,
      CurrentActor currentActor,
      Clock clock) {
    this.reads = reads;
    this.rectifications = rectifications;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  @Override
  public Uni<DepartmentRectificationPage> listDepartmentRectifications(
      Integer limit, String cursor) {
    String[] departments = Departments.of(currentActor.get()).toArray(String[]::new);
    return reads
        .ofDepartments(departments, TimeCursor.read(cursor), limit + 1)
        .chain(
            found -> reads.totalOfDepartments(departments).map(total -> page(found, total, limit)));
  }

  private DepartmentRectificationPage page(List<Read> found, int total, int limit) {
    return new DepartmentRectificationPage()
        .items(found.stream().limit(limit).map(this::shown).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(found, limit, last -> new TimeCursor(last.assignedAt(), last.id())));
  }

  @Override
  public Uni<DepartmentRectification> answerRectification(
      UUID rectificationId, RectificationAnswer answer, String ifMatch) {
    return rectifications
        .answer(
            rectificationId, EntityVersions.seen(ifMatch), answer.getAnswer(), currentActor.get())
        .map(this::shown);
  }

  private DepartmentRectification shown(Read read) {
    return Shapes.ofDepartment(read, LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
  }
}
