package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sunlit.administration.AdministrativeChange;
import org.sunlit.administration.AdministrativeChanges;
import org.sunlit.administration.ChangeAction;
import org.sunlit.administration.FieldChanges;
import org.sunlit.api.model.ChangedField;
import org.sunlit.board.rules.Playlist;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Keeps what screens play 播放单. */
@ApplicationScoped
public class Playlists {
  /**
   * A playlist as it is kept.
   *
   * @param version 0 where none was made
   */
  record Stored(Playlist playlist, int version) {}

  private static final String FIND =
      "select definition::text as definition, version from board_playlist where screen_code = $1";
  private static final String WRITE =
      """
      insert into board_playlist (screen_code, definition, version) values ($1, cast(cast($2 as text) as jsonb), 1)
      on conflict (screen_code) do update set definition = excluded.definition, version = board_playlist.version + 1
      where board_playlist.version = $3
      """;

  private final Pool pool;
  private final Screens screens;
  private final AdministrativeChanges changes;
  private final Clock clock;

  Playlists(Pool pool, Screens screens, AdministrativeChanges changes, Clock clock) {
    this.pool = pool;
    this.screens = screens;
    this.changes = changes;
    this.clock = clock;
  }

  /** The playlist of a screen that exists. */
  Uni<Stored> of(String screenCode) {
    return find(pool, screenCode);
  }

  /** The screen of that code. */
  Uni<Screen> screen(String code) {
    return screens
        .find(code)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /**
   * Changes what a screen plays.
   *
   * @param seen the version it was made from; 0 for the first
   * @throws Problem 403 beyond the actor's reach, 404, 412, 422
   */
  public Uni<Carriers.Kept> keep(
      String screenCode, Playlist playlist, int seen, Actor by, boolean dryRun) {
    playlist
        .fault()
        .ifPresent(
            fault -> {
              throw Problem.of(ProblemType.UNPROCESSABLE)
                  .at(
                      "/slots/%d/%s".formatted(fault.slot(), fault.overlaps() ? "from" : "until"),
                      fault.overlaps() ? "playlist.overlaps" : "playlist.backwards");
            });
    return screen(screenCode)
        .invoke(
            screen -> {
              if (!Scope.of(by).covers(screen.departmentCode(), screen.regionCode())) {
                throw Problem.of(ProblemType.FORBIDDEN);
              }
            })
        .chain(
            screen ->
                pool.withTransaction(
                    connection ->
                        find(connection, screenCode)
                            .chain(
                                before ->
                                    keep(connection, screen, before, playlist, seen, by, dryRun))));
  }

  private Uni<Carriers.Kept> keep(
      SqlConnection connection,
      Screen screen,
      Stored before,
      Playlist playlist,
      int seen,
      Actor by,
      boolean dryRun) {
    if (before.version() != seen) {
      throw Problem.of(ProblemType.STALE_VERSION);
    }
    List<ChangedField> changed = FieldChanges.between(before.playlist(), playlist);
    if (dryRun || changed.isEmpty()) {
      return Uni.createFrom().item(new Carriers.Kept(false, screen.code(), seen, changed));
    }
    Instant now = clock.instant();
    return connection
        .preparedQuery(WRITE)
        .execute(Tuple.of(screen.code(), StoredJson.write(playlist), seen))
        .invoke(rows -> Problem.staleUnlessOne(rows.rowCount()))
        .chain(
            () ->
                changes.record(
                    connection,
                    new AdministrativeChange(
                        now,
                        by,
                        ChangeAction.PLAYLIST_CHANGED,
                        new AdministrativeChange.Subject(
                            screen.code(),
                            screen.name(),
                            screen.nameEn(),
                            screen.departmentCode(),
                            screen.regionCode()),
                        now.atZone(CityTime.ZONE).toLocalDate(),
                        StoredJson.write(changed))))
        .replaceWith(new Carriers.Kept(true, screen.code(), seen + 1, changed));
  }

  private static Uni<Stored> find(SqlClient client, String screenCode) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(screenCode))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(
                        row ->
                            new Stored(
                                StoredJson.read(row.getString("definition"), Playlist.class),
                                row.getInteger("version")))
                    .orElse(new Stored(Playlist.NONE, 0)));
  }
}
