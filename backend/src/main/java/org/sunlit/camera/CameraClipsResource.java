package org.sunlit.camera;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.sunlit.api.CameraClipsApi;
import org.sunlit.api.model.CameraClip;
import org.sunlit.api.model.CameraClipDraft;
import org.sunlit.api.model.CameraClipList;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;

/** Recordings attached to findings, for those who may look at recordings and see the finding. */
@PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
class CameraClipsResource implements CameraClipsApi {
  private final Clips clips;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CameraClipsResource(Clips clips, CurrentActor currentActor, CurrentVertxRequest currentRequest) {
    this.clips = clips;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<CameraClipList> listFindingClips(UUID findingId) {
    return clips
        .of(findingId, currentActor.get())
        .map(found -> new CameraClipList().items(found.stream().map(CameraShapes::clip).toList()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<CameraClip> attachFindingClip(
      UUID findingId, CameraClipDraft draft, String idempotencyKey) {
    Actor actor = currentActor.get();
    Clips.Wish wish =
        new Clips.Wish(
            draft.getViewing(),
            CameraShapes.span(draft.getFrom(), draft.getUntil()),
            draft.getNote());
    return clips
        .attach(findingId, wish, actor, idempotencyKey)
        .chain(id -> clips.find(id, actor))
        .map(CameraShapes::clip);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<String> getClipPlaylist(UUID clipId) {
    return clips.playlist(clipId, currentActor.get(), currentActor.sessionOrNull());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_VIEW)
  public Uni<Buffer> getClipFile(UUID clipId, Integer file, String range) {
    RoutingContext http = currentRequest.getCurrent();
    return clips
        .file(clipId, file, currentActor.get())
        .map(bytes -> CameraShapes.file(bytes, range, http));
  }
}
