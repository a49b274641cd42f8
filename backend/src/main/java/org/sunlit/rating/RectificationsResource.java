package org.sunlit.rating;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.RectificationsApi;
import org.sunlit.api.model.Rectification;
import org.sunlit.api.model.RectificationAssignment;
import org.sunlit.api.model.RectificationClosing;
import org.sunlit.api.model.RectificationPage;
import org.sunlit.api.model.RectificationState;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.EntityVersions;
import org.sunlit.platform.TimeCursor;
import org.sunlit.rating.RectificationReads.Read;

/** Rectifications on the supervisors' side. */
@PermissionsAllowed(Permission.Codes.RATINGS_SUPERVISE)
class RectificationsResource implements RectificationsApi {
  private final RectificationReads reads;
  private final Rectifications rectifications;
  private final Clock clock;

  RectificationsResource(RectificationReads reads, Rectifications rectifications, Clock clock) {
    this.reads = reads;
    this.rectifications = rectifications;
    this.clock = clock;
  }

  @Override
  public Uni<RectificationPage> listRectifications(
      RectificationState state, Integer limit, String cursor) {
    String asked = state == null ? null : state.toString();
    return reads
        .page(asked, TimeCursor.read(cursor), limit + 1)
        .chain(found -> reads.total(asked).map(total -> page(found, total, limit)));
  }

  private RectificationPage page(List<Read> found, int total, int limit) {
    return new RectificationPage()
        .items(found.stream().limit(limit).map(this::shown).toList())
        .total(total)
        .nextCursor(
            TimeCursor.next(found, limit, last -> new TimeCursor(last.openedAt(), last.id())));
  }

  @Override
  public Uni<Rectification> assignRectification(
      UUID rectificationId, RectificationAssignment assignment, String ifMatch) {
    return rectifications
        .assign(rectificationId, EntityVersions.seen(ifMatch), assignment.getProblem())
        .map(this::shown);
  }

  @Override
  public Uni<Rectification> closeRectification(
      UUID rectificationId, RectificationClosing closing, String ifMatch) {
    return rectifications
        .close(rectificationId, EntityVersions.seen(ifMatch), closing.getWhy())
        .map(this::shown);
  }

  private Rectification shown(Read read) {
    return Shapes.ofSupervisor(read, LocalDate.ofInstant(clock.instant(), CityTime.ZONE));
  }
}
