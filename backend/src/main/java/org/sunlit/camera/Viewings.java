package org.sunlit.camera;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.camera.rules.Footage;
import org.sunlit.camera.rules.MediaPlaylist;
import org.sunlit.camera.rules.Span;
import org.sunlit.camera.rules.ViewingReason;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TimeCursor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Looking at recordings 调阅录像: with a reason, on the trail before anything is shown, by whoever
 * asked and for a while only.
 */
@ApplicationScoped
public class Viewings {
  /** What somebody wants to see, and why. */
  public record Wish(String camera, Span span, ViewingReason kind, String reason) {}

  private static final String INSERT =
      """
      insert into camera_viewing (id, camera_code, from_at, until_at, footage, reason_kind, reason, account, at,
        open_until)
      values (:id, :camera, :from, :until, cast(cast(:footage as text) as jsonb), :kind, :reason, :account, :at,
        :openUntil)
      """;
  private static final String ONE = Viewing.SELECT + " where v.id = $1 and v.account = $2";
  private static final String PAGE =
      Viewing.SELECT
          + " where ($1::text is null or v.camera_code = $1) and (v.at, v.id) < ($2, $3)"
          + " order by v.at desc, v.id desc limit $4";

  private final Pool pool;
  private final Cameras cameras;
  private final Recordings recordings;
  private final Vault vault;
  private final AccessTrail trail;
  private final Idempotency idempotency;
  private final CameraSettings settings;
  private final Clock clock;

  Viewings(
      Pool pool,
      Cameras cameras,
      Recordings recordings,
      Vault vault,
      AccessTrail trail,
      Idempotency idempotency,
      CameraSettings settings,
      Clock clock) {
    this.pool = pool;
    this.cameras = cameras;
    this.recordings = recordings;
    this.vault = vault;
    this.trail = trail;
    this.idempotency = idempotency;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Opens a recording.
   *
   * @return its id; fails with 422 for a camera that didn't watch then, a span that is too long,
   *     too old or to come, or without a reason
   */
  public Uni<UUID> open(Wish wish, Actor by, UUID session, String idempotencyKey) {
    if (wish.reason().isBlank()) {
      throw wrong("/reason", "field.not-blank");
    }
    return cameras
        .find(wish.camera())
        .invoke(found -> check(wish, found))
        .chain(() -> recordings.footage(wish.camera(), untilNow(wish.span())))
        .chain(
            footage ->
                idempotency.once(
                    "view camera " + wish.camera(),
                    by.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wish),
                    stored -> write(stored, wish, footage, by, session)))
        .map(reply -> StoredJson.read(reply.body(), UUID.class));
  }

  private void check(Wish wish, Optional<CameraRow> found) {
    Span span = wish.span();
    LocalDate first = LocalDate.ofInstant(span.from(), CityTime.ZONE);
    LocalDate last = LocalDate.ofInstant(span.until(), CityTime.ZONE);
    CameraForm camera =
        found.map(CameraRow::form).orElseThrow(() -> wrong("/camera", "camera.unknown"));
    if (!camera.watches(first) || !camera.watches(last)) {
      throw wrong("/from", "camera.not-there");
    }
    if (first.isBefore(recordings.firstKept())) {
      throw wrong("/from", "camera.deleted", settings.keptDays());
    }
    if (!span.from().isBefore(clock.instant())) {
      throw wrong("/from", "inspection.future");
    }
    if (span.length().compareTo(settings.longestViewing()) > 0) {
      throw wrong("/until", "camera.too-long", settings.longestViewing().toMinutes());
    }
  }

  /** What is to come is no gap. */
  private Span untilNow(Span span) {
    Instant now = clock.instant();
    return span.until().isAfter(now) ? new Span(span.from(), now) : span;
  }

  private Uni<Reply> write(
      Mutiny.Session stored, Wish wish, Footage footage, Actor by, UUID session) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    Look look = Look.by(by, session, LookKind.MATERIAL_OPENED).at(id);
    return vault
        .keep(stored, Viewing.subject(id))
        .chain(
            key ->
                stored
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("camera", wish.camera())
                    .setParameter("from", CityTime.offset(footage.span().from()))
                    .setParameter("until", CityTime.offset(footage.span().until()))
                    .setParameter("footage", StoredJson.write(footage))
                    .setParameter("kind", wish.kind().code())
                    .setParameter("reason", key.sealWords(Viewing.REASON, wish.reason().strip()))
                    .setParameter("account", by.accountId())
                    .setParameter("at", CityTime.offset(now))
                    .setParameter("openUntil", CityTime.offset(now.plus(settings.viewingOpen())))
                    .executeUpdate())
        .chain(() -> trail.write(stored, look))
        .replaceWith(new Reply(201, StoredJson.write(id)));
  }

  /** One's own; fails with 404 for anybody else's. */
  Uni<Viewing> own(UUID id, Actor by) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id, by.accountId()))
        .map(rows -> rows.stream().findFirst().map(row -> Viewing.of(row, vault)))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** Who looked at what, the latest first. */
  Uni<List<Viewing>> page(String camera, TimeCursor after, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(camera, CityTime.offset(after.at()), after.id(), limit))
        .map(rows -> rows.stream().map(row -> Viewing.of(row, vault)).toList());
  }

  /** What can be played of one's own, while it can be. */
  Uni<Viewing> playable(UUID id, Actor by) {
    return own(id, by)
        .invoke(
            viewing -> {
              boolean deleted =
                  LocalDate.ofInstant(viewing.footage().span().from(), CityTime.ZONE)
                      .isBefore(recordings.firstKept());
              if (deleted || !clock.instant().isBefore(viewing.until())) {
                throw Problem.of(ProblemType.CONFLICT).detail("camera.closed");
              }
            });
  }

  Uni<String> playlist(UUID id, Actor by) {
    return playable(id, by).map(viewing -> MediaPlaylist.write(viewing.footage()));
  }

  Uni<byte[]> file(UUID id, int number, Actor by) {
    return playable(id, by)
        .chain(
            viewing -> {
              List<String> files = viewing.footage().files();
              if (number >= files.size()) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              return recordings.file(viewing.camera().code(), files.get(number));
            });
  }

  static Problem wrong(String pointer, String messageKey, Object... arguments) {
    return Problem.of(ProblemType.UNPROCESSABLE).at(pointer, messageKey, arguments);
  }
}
