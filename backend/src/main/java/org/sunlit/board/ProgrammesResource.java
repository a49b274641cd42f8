package org.sunlit.board;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.ProgrammesApi;
import org.sunlit.api.model.BoardNotice;
import org.sunlit.api.model.BoardNoticeDecision;
import org.sunlit.api.model.BoardNoticeForm;
import org.sunlit.api.model.BoardProgramme;
import org.sunlit.api.model.CarrierChange;
import org.sunlit.api.model.Playlist;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;

/** What screens play: for the screens, and for whoever makes it. */
class ProgrammesResource implements ProgrammesApi {
  private static final int CREATED = 201;

  private final Playlists playlists;
  private final Programmes programmes;
  private final Notices notices;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  ProgrammesResource(
      Playlists playlists,
      Programmes programmes,
      Notices notices,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.playlists = playlists;
    this.programmes = programmes;
    this.notices = notices;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<BoardProgramme> getBoardProgramme(String board) {
    return playlists
        .screen(board == null ? "" : board)
        .chain(programmes::of)
        .map(ProgrammeShapes::programme);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_READ)
  public Uni<Playlist> getPlaylist(String screen) {
    var response = currentRequest.getCurrent().response();
    return playlists
        .screen(screen)
        .chain(found -> playlists.of(found.code()))
        .invoke(
            stored -> response.putHeader(HttpHeaders.ETAG, EntityVersions.tag(stored.version())))
        .map(stored -> ProgrammeShapes.playlist(stored.playlist()));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_MANAGE)
  public Uni<CarrierChange> keepPlaylist(
      String screen, Playlist playlist, Boolean dryRun, String ifMatch) {
    return playlists
        .keep(
            screen,
            ProgrammeShapes.playlist(playlist),
            EntityVersions.seen(ifMatch),
            currentActor.get(),
            Boolean.TRUE.equals(dryRun))
        .map(CarrierShapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_READ)
  public Uni<List<BoardNotice>> listBoardNotices() {
    Actor reader = currentActor.get();
    return notices
        .newest()
        .map(all -> all.stream().map(one -> ProgrammeShapes.notice(one, reader)).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_MANAGE)
  public Uni<BoardNotice> writeBoardNotice(BoardNoticeForm form, String idempotencyKey) {
    var response = currentRequest.getCurrent().response();
    Actor by = currentActor.get();
    return notices
        .write(
            new Notices.Form(
                form.getTitle(),
                blankless(form.getTitleEn()),
                form.getText(),
                blankless(form.getTextEn()),
                blankless(form.getScreenCode()),
                form.getFrom().toInstant(),
                form.getUntil().toInstant()),
            by,
            idempotencyKey)
        .chain(notices::find)
        .invoke(notice -> response.setStatusCode(CREATED))
        .map(notice -> ProgrammeShapes.notice(notice, by));
  }

  @Override
  @PermissionsAllowed(Permission.Codes.CARRIERS_REVIEW)
  public Uni<BoardNotice> decideBoardNotice(UUID noticeId, BoardNoticeDecision decision) {
    Actor by = currentActor.get();
    return notices
        .decide(noticeId, decision.getState().toString(), by)
        .chain(() -> notices.find(noticeId))
        .map(notice -> ProgrammeShapes.notice(notice, by));
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
