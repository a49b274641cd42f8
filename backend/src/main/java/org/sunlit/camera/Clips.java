package org.sunlit.camera;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.camera.rules.Footage;
import org.sunlit.camera.rules.MediaPlaylist;
import org.sunlit.camera.rules.Span;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Workers;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.supervision.FindingReader;

/**
 * Recordings attached to findings as evidence 录像证据: copied into the sealed store, so that they
 * outlive what they were copied from. Only who may look at recordings and sees the finding sees
 * them.
 */
@ApplicationScoped
public class Clips {
  /** What of which viewing is to be attached, and what it shows. */
  public record Wish(UUID viewing, Span span, String note) {}

  private static final String VISIBLE =
      "select from supervision_finding f where f.id = $1 and " + FindingReader.condition(2);
  private static final String OF_FINDING =
      Clip.COLUMNS
          + Clip.FROM
          + " where l.finding_id = $1 and "
          + FindingReader.condition(2)
          + " order by l.attached_at, l.id";
  private static final String ONE =
      Clip.COLUMNS + Clip.FROM + " where l.id = $1 and " + FindingReader.condition(2);
  private static final String FILE =
      "select content from camera_clip_file where clip_id = $1 and number = $2";
  private static final String INSERT =
      """
      insert into camera_clip (id, finding_id, camera_code, from_at, until_at, footage, note, sha256, bytes, content_key,
        attached_by, attached_at)
      values (:id, :finding, :camera, :from, :until, cast(cast(:footage as text) as jsonb), :note, :sha256, :bytes,
        :contentKey, :by, :at)
      """;
  private static final String INSERT_FILE =
      "insert into camera_clip_file (clip_id, number, content) values (:clip, :number, :content)";

  private final Pool pool;
  private final Viewings viewings;
  private final Recordings recordings;
  private final Vault vault;
  private final AccessTrail trail;
  private final Idempotency idempotency;
  private final CameraSettings settings;
  private final Clock clock;

  Clips(
      Pool pool,
      Viewings viewings,
      Recordings recordings,
      Vault vault,
      AccessTrail trail,
      Idempotency idempotency,
      CameraSettings settings,
      Clock clock) {
    this.pool = pool;
    this.viewings = viewings;
    this.recordings = recordings;
    this.vault = vault;
    this.trail = trail;
    this.idempotency = idempotency;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Attaches a part of what somebody has open.
   *
   * @return its id; fails with 404 for no such finding or viewing, 409 when that can't be played
   *     any more, 422 for a span beyond it, too long or without any recording
   */
  public Uni<UUID> attach(UUID finding, Wish wish, Actor by, String idempotencyKey) {
    if (wish.note().isBlank()) {
      throw Viewings.wrong("/note", "field.not-blank");
    }
    UUID id = UUID.randomUUID();
    return visible(finding, by)
        .chain(() -> viewings.playable(wish.viewing(), by))
        .chain(
            viewing -> {
              Footage part = part(viewing, wish);
              String camera = viewing.camera().code();
              return ClipCopy.of(id, part, camera, recordings, vault, settings.largestClip())
                  .chain(
                      copy ->
                          idempotency.once(
                              "attach recording to " + finding,
                              by.accountId(),
                              idempotencyKey,
                              StoredJson.bytes(wish),
                              stored ->
                                  write(stored, id, finding, camera, part, wish.note(), copy, by)
                                      .replaceWith(new Reply(201, StoredJson.write(id)))));
            })
        .map(reply -> StoredJson.read(reply.body(), UUID.class));
  }

  private Footage part(Viewing viewing, Wish wish) {
    if (!viewing.footage().span().contains(wish.span())) {
      throw Viewings.wrong("/from", "camera.outside");
    }
    if (wish.span().length().compareTo(settings.longestClip()) > 0) {
      throw Viewings.wrong("/until", "camera.too-long", settings.longestClip().toMinutes());
    }
    Footage part = viewing.footage().part(wish.span());
    if (part.pieces().isEmpty()) {
      throw Viewings.wrong("/from", "camera.nothing-recorded");
    }
    return part;
  }

  private Uni<Void> write(
      Mutiny.Session stored,
      UUID id,
      UUID finding,
      String camera,
      Footage part,
      String note,
      ClipCopy copy,
      Actor by) {
    return vault
        .keep(stored, Clip.subject(id))
        .chain(
            key ->
                stored
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("finding", finding)
                    .setParameter("camera", camera)
                    .setParameter("from", CityTime.offset(part.span().from()))
                    .setParameter("until", CityTime.offset(part.span().until()))
                    .setParameter("footage", StoredJson.write(part))
                    .setParameter("note", key.sealWords(Clip.NOTE, note.strip()))
                    .setParameter("sha256", copy.sha256())
                    .setParameter("bytes", copy.bytes())
                    .setParameter("contentKey", key.wrap(Clip.CONTENT, copy.content()))
                    .setParameter("by", by.accountId())
                    .setParameter("at", CityTime.offset(clock.instant()))
                    .executeUpdate())
        .chain(() -> writeFiles(stored, id, copy.files()));
  }

  private static Uni<Void> writeFiles(Mutiny.Session stored, UUID id, List<byte[]> files) {
    return Multi.createFrom()
        .iterable(IntStream.range(0, files.size()).boxed().toList())
        .onItem()
        .transformToUniAndConcatenate(
            number ->
                stored
                    .createNativeQuery(INSERT_FILE)
                    .setParameter("clip", id)
                    .setParameter("number", number)
                    .setParameter("content", files.get(number))
                    .executeUpdate())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> visible(UUID finding, Actor by) {
    return pool.preparedQuery(VISIBLE)
        .execute(reader(by).addTo(Tuple.of(finding)))
        .invoke(
            rows -> {
              if (rows.size() == 0) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
            })
        .replaceWithVoid();
  }

  /** Those of a finding, in the order they were attached; none of one that isn't seen. */
  Uni<List<Clip>> of(UUID finding, Actor by) {
    return visible(finding, by)
        .chain(() -> pool.preparedQuery(OF_FINDING).execute(reader(by).addTo(Tuple.of(finding))))
        .map(rows -> rows.stream().map(row -> Clip.of(row, vault)).toList());
  }

  Uni<Clip> find(UUID id, Actor by) {
    return pool.preparedQuery(ONE)
        .execute(reader(by).addTo(Tuple.of(id)))
        .map(rows -> rows.stream().findFirst().map(row -> Clip.of(row, vault)))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** What a player begins with; that it was opened is on the trail. */
  Uni<String> playlist(UUID id, Actor by, UUID session) {
    return find(id, by)
        .call(() -> trail.write(Look.by(by, session, LookKind.MATERIAL_OPENED).at(id)))
        .map(clip -> MediaPlaylist.write(clip.footage()));
  }

  Uni<byte[]> file(UUID id, int number, Actor by) {
    return find(id, by)
        .chain(
            clip ->
                pool.preparedQuery(FILE)
                    .execute(Tuple.of(id, number))
                    .map(rows -> content(rows.stream().findFirst()))
                    .chain(
                        content ->
                            Workers.call(() -> clip.content().open(Clip.file(number), content))));
  }

  private static byte[] content(Optional<Row> file) {
    return file.map(found -> found.getBuffer("content").getBytes())
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private static FindingReader reader(Actor by) {
    return new FindingReader(by, false);
  }
}
