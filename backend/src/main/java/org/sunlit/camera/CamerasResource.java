package org.sunlit.camera;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.LocalDate;
import java.util.List;
import org.sunlit.api.CamerasApi;
import org.sunlit.api.model.Camera;
import org.sunlit.api.model.CameraPage;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The register of cameras, for administrators and for those who look at recordings. */
class CamerasResource implements CamerasApi {
  private final Cameras cameras;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  CamerasResource(Cameras cameras, CurrentActor currentActor, CurrentVertxRequest currentRequest) {
    this.cameras = cameras;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_READ)
  public Uni<CameraPage> listCameras(
      String place, String window, String department, LocalDate on, Integer limit, String cursor) {
    return cameras
        .page(
            new Cameras.Asked(place, window, department, on),
            cursor == null ? "" : cursor,
            limit + 1)
        .map(found -> page(found, limit));
  }

  private static CameraPage page(List<CameraRow> found, int limit) {
    return new CameraPage()
        .items(found.stream().limit(limit).map(CameraShapes::camera).toList())
        .nextCursor(found.size() > limit ? found.get(limit - 1).code() : null);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_READ)
  public Uni<Camera> getCamera(String camera) {
    return shown(camera, currentRequest.getCurrent().response());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CAMERAS_MANAGE)
  public Uni<Camera> keepCamera(
      String camera, org.sunlit.api.model.CameraForm form, String ifMatch) {
    HttpServerResponse response = currentRequest.getCurrent().response();
    return cameras
        .keep(camera, CameraShapes.form(form), EntityVersions.seen(ifMatch), currentActor.get())
        .chain(() -> shown(camera, response));
  }

  private Uni<Camera> shown(String code, HttpServerResponse response) {
    return cameras
        .find(code)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(row -> response.putHeader(HttpHeaders.ETAG, EntityVersions.tag(row.version())))
        .map(CameraShapes::camera);
  }
}
