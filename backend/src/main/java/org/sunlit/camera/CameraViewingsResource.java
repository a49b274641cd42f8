package org.sunlit.camera;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.CameraViewingsApi;
import org.sunlit.api.model.CameraViewing;
import org.sunlit.api.model.CameraViewingDraft;
import org.sunlit.api.model.CameraViewingPage;
import org.sunlit.camera.rules.ViewingReason;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TimeCursor;

/** Looking at recordings, for supervisors and the discipline office. */
@PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
class CameraViewingsResource implements CameraViewingsApi {
  private final Viewings viewings;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CameraViewingsResource(
      Viewings viewings, CurrentActor currentActor, CurrentVertxRequest currentRequest) {
    this.viewings = viewings;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<CameraViewing> openCameraViewing(CameraViewingDraft draft, String idempotencyKey) {
    Actor actor = currentActor.get();
    Viewings.Wish wish =
        new Viewings.Wish(
            draft.getCamera(),
            CameraShapes.span(draft.getFrom(), draft.getUntil()),
            Coded.of(ViewingReason.class, draft.getReasonKind().toString()),
            draft.getReason());
    return viewings
        .open(wish, actor, currentActor.sessionOrNull(), idempotencyKey)
        .chain(id -> viewings.own(id, actor))
        .map(CameraShapes::viewing);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<CameraViewingPage> listCameraViewings(String camera, Integer limit, String cursor) {
    return viewings
        .page(camera, TimeCursor.read(cursor), limit + 1)
        .map(found -> page(found, limit));
  }

  private static CameraViewingPage page(List<Viewing> found, int limit) {
    return new CameraViewingPage()
        .items(found.stream().limit(limit).map(CameraShapes::viewing).toList())
        .nextCursor(TimeCursor.next(found, limit, last -> new TimeCursor(last.at(), last.id())));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<String> getCameraPlaylist(UUID viewingId) {
    return viewings.playlist(viewingId, currentActor.get());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<Buffer> getCameraFile(UUID viewingId, Integer file, String range) {
    RoutingContext http = currentRequest.getCurrent();
    return viewings
        .file(viewingId, file, currentActor.get())
        .map(bytes -> CameraShapes.file(bytes, range, http));
  }
}
