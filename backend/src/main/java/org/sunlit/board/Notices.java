package org.sunlit.board;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sunlit.board.rules.ProgrammeKind;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Notices 公告 for the screens: written by one person, released by another 复核. */
@ApplicationScoped
public class Notices implements ProgrammeSource {
  private static final int MOST_SHOWN = 10;

  /** Nobody means a day further away: it is a slip, or one that no calendar has. */
  private static final Duration FURTHEST = Duration.ofDays(10 * 366);

  private static final String NEWEST =
      "select * from board_notice order by written_at desc, id limit 200";
  private static final String ONE = "select * from board_notice where id = $1";
  private static final String WRITE =
      """
      insert into board_notice (id, title, title_en, body, body_en, screen_code, shown_from, shown_until, written_by,
        written_name, written_at)
      values (:id, :title, cast(:titleEn as text), :body, cast(:bodyEn as text), cast(:screen as text), :from, :until,
        :by, :name, :at)
      """;

  /** What waits is released or declined, what is released is taken down; the rest has ended. */
  private static final String DECIDE =
      """
      update board_notice set state = $2, decided_by = $3, decided_name = $4, decided_at = $5
      where id = $1 and case $2 when 'takenDown' then state = 'released' else state = 'waiting' end
      """;

  private static final String SHOWN =
      """
      select * from board_notice
      where state = 'released' and shown_until > $1 and shown_from < $2 and (screen_code is null or screen_code = $3)
      order by shown_from desc, id limit $4
      """;

  /** What is to be said, where (null: on every screen) and for how long. */
  public record Form(
      String title,
      String titleEn,
      String text,
      String textEn,
      String screenCode,
      Instant from,
      Instant until) {}

  /** A notice as it is kept. */
  record Notice(
      UUID id,
      Form form,
      String state,
      String writtenBy,
      String writtenName,
      Instant writtenAt,
      String decidedName,
      Instant decidedAt) {}

  private final Pool pool;
  private final Screens screens;
  private final Idempotency idempotency;
  private final Clock clock;

  Notices(Pool pool, Screens screens, Idempotency idempotency, Clock clock) {
    this.pool = pool;
    this.screens = screens;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  Uni<List<Notice>> newest() {
    return pool.query(NEWEST).execute().map(rows -> rows.stream().map(Notices::notice).toList());
  }

  Uni<Notice> find(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(Notices::notice)
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** Writes a notice; nobody sees it before it is released. */
  public Uni<UUID> write(Form form, Actor by, String key) {
    check(form);
    UUID id = UUID.randomUUID();
    return screens
        .find(form.screenCode() == null ? "" : form.screenCode())
        .invoke(
            screen -> {
              if (screen.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/screenCode", "board.unknown");
              }
            })
        .chain(
            () ->
                idempotency.once(
                    "writeBoardNotice",
                    by.accountId(),
                    key,
                    StoredJson.bytes(form),
                    session ->
                        session
                            .createNativeQuery(WRITE)
                            .setParameter("id", id)
                            .setParameter("title", form.title().strip())
                            .setParameter("titleEn", form.titleEn())
                            .setParameter("body", form.text().strip())
                            .setParameter("bodyEn", form.textEn())
                            .setParameter("screen", form.screenCode())
                            .setParameter("from", CityTime.offset(form.from()))
                            .setParameter("until", CityTime.offset(form.until()))
                            .setParameter("by", by.accountId())
                            .setParameter("name", by.displayName())
                            .setParameter("at", CityTime.offset(clock.instant()))
                            .executeUpdate()
                            .replaceWith(new Reply(201, id.toString()))))
        .map(reply -> UUID.fromString(reply.body()));
  }

  /**
   * Releases or declines what somebody else wrote, or takes down what is released.
   *
   * @throws Problem 409 for one's own, and when it is not its turn
   */
  public Uni<Void> decide(UUID id, String state, Actor by) {
    return find(id)
        .invoke(
            notice -> {
              if ("released".equals(state) && notice.writtenBy().equals(by.accountId())) {
                throw Problem.of(ProblemType.CONFLICT).detail("board.notice-own");
              }
            })
        .chain(
            () ->
                pool.preparedQuery(DECIDE)
                    .execute(
                        Tuple.tuple(
                            Arrays.asList(
                                id,
                                state,
                                by.accountId(),
                                by.displayName(),
                                CityTime.offset(clock.instant())))))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw Problem.of(ProblemType.CONFLICT).detail("board.notice-not-now");
              }
            })
        .replaceWithVoid();
  }

  @Override
  public ProgrammeKind kind() {
    return ProgrammeKind.NOTICES;
  }

  /** Also those whose time comes today: a board without a network shows them when it comes. */
  @Override
  public Uni<List<Panel>> panels(Screen screen) {
    Instant now = clock.instant();
    Instant tomorrow =
        now.atZone(CityTime.ZONE).toLocalDate().plusDays(1).atStartOfDay(CityTime.ZONE).toInstant();
    return pool.preparedQuery(SHOWN)
        .execute(
            Tuple.of(CityTime.offset(now), CityTime.offset(tomorrow), screen.code(), MOST_SHOWN))
        .map(rows -> rows.stream().map(Notices::notice).map(Notices::panel).toList());
  }

  private static Panel panel(Notice notice) {
    Form form = notice.form();
    return new Panel(
        form.title(),
        form.titleEn(),
        form.text(),
        form.textEn(),
        List.of(),
        form.from(),
        form.until());
  }

  private void check(Form form) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (form.title().isBlank()) {
      throw wrong.at("/title", "field.not-blank");
    }
    if (form.text().isBlank()) {
      throw wrong.at("/text", "field.not-blank");
    }
    Instant now = clock.instant();
    if (isFar(form.from(), now)) {
      throw wrong.at("/from", "board.notice-far");
    }
    if (isFar(form.until(), now)) {
      throw wrong.at("/until", "board.notice-far");
    }
    if (!form.until().isAfter(form.from()) || !form.until().isAfter(now)) {
      throw wrong.at("/until", "board.notice-until");
    }
  }

  private static boolean isFar(Instant at, Instant now) {
    return Duration.between(now, at).abs().compareTo(FURTHEST) > 0;
  }

  private static Notice notice(Row row) {
    return new Notice(
        row.getUUID("id"),
        new Form(
            row.getString("title"),
            row.getString("title_en"),
            row.getString("body"),
            row.getString("body_en"),
            row.getString("screen_code"),
            row.getOffsetDateTime("shown_from").toInstant(),
            row.getOffsetDateTime("shown_until").toInstant()),
        row.getString("state"),
        row.getString("written_by"),
        row.getString("written_name"),
        row.getOffsetDateTime("written_at").toInstant(),
        row.getString("decided_name"),
        row.getOffsetDateTime("decided_at") == null
            ? null
            : row.getOffsetDateTime("decided_at").toInstant());
  }
}
