package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.StaffNotice;
import org.sunlit.api.model.StaffNoticeList;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;

/**
 * What has come to somebody's posts: the last event of each case that waits for them now, unless it
 * was their own doing; what an applicant took back from under their hands; and what went late. It
 * is a view of the journal from where the reader stands, so a post that is given or taken away
 * shows at once, and nothing is shown that the reader may not read.
 */
@ApplicationScoped
class StaffNotices {
  static final int MOST = 100;

  /**
   * Parameters: 1–6 what may be read, 7–8 what may be acted on, 9 the reader, 10 now, 11 how many.
   */
  private static final String NOTICES =
      """
      with reader as (
        select coalesce(max(place), 0) as place, coalesce(max(read_at), '-infinity') as read_at
        from staff_reader where account = $9::text
      ), held as (
        select c.* from case_file c where
      """
          + CaseRights.readable(1)
          + " and "
          + CaseRights.actable(7)
          + """
      ), told as (
        select c.case_number, c.item_name, c.item_name_en, c.step_name, c.step_name_en, c.state,
          c.applicant_masked, c.due_at, happened.kind, happened.at, happened.place,
          happened.place > reader.place as unread
        from held c
          join case_event e on e.case_number = c.case_number and e.number = c.version
          cross join reader
          join lateral (
            select e.kind, e.at, p.place, j.actor_account
            from journal_event j join journal_place p on p.event_id = j.id
            where j.subject_kind = 'case' and j.subject_id = c.case_number and j.kind = 'case.' || e.kind
            order by j.sequence desc limit 1
          ) happened on happened.actor_account is distinct from $9
        where c.open and c.state <> 'inCorrection' or c.state = 'withdrawn'
        union all
        select c.case_number, c.item_name, c.item_name_en, c.step_name, c.step_name_en, c.state,
          c.applicant_masked, c.due_at, 'late', c.due_order, null, c.due_order > reader.read_at
        from held c cross join reader
        where c.open and c.due_order <= $10
      )
      select told.*, count(*) filter (where unread) over () as all_unread,
        (select coalesce(max(place), 0) from journal_place) as head
      from told order by unread desc, at desc, case_number limit $11
      """;

  private static final String HEAD = "select coalesce(max(place), 0) as head from journal_place";

  /** Nobody reads ahead, and nothing that was read becomes unread. */
  private static final String READ =
      """
      insert into staff_reader (account, place, read_at)
      values ($1, least($2, (select coalesce(max(place), 0) from journal_place)), least($3, $4))
      on conflict (account) do update
        set place = greatest(staff_reader.place, excluded.place),
          read_at = greatest(staff_reader.read_at, excluded.read_at)
      """;

  private final Pool pool;
  private final Clock clock;

  StaffNotices(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /** The unread first, then the latest; with how far the journal had come. */
  Uni<StaffNoticeList> of(Actor actor) {
    OffsetDateTime now = CityTime.offset(clock.instant());
    CaseRights rights = new CaseRights(actor);
    Tuple asked = rights.addActableTo(rights.addTo(Tuple.tuple()));
    asked.addString(actor.accountId()).addOffsetDateTime(now).addInteger(MOST);
    return pool.preparedQuery(NOTICES)
        .execute(asked)
        .chain(
            rows ->
                rows.size() > 0
                    ? Uni.createFrom().item(shown(rows, now))
                    : pool.query(HEAD)
                        .execute()
                        .map(
                            head ->
                                new StaffNoticeList()
                                    .items(List.of())
                                    .unread(0)
                                    .place(head.iterator().next().getLong("head"))
                                    .asOf(now)));
  }

  /** They have seen everything up to there. */
  Uni<Void> read(Actor actor, long place, OffsetDateTime asOf) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(actor.accountId(), place, asOf, CityTime.offset(clock.instant())))
        .replaceWithVoid();
  }

  private static StaffNoticeList shown(RowSet<Row> rows, OffsetDateTime now) {
    List<StaffNotice> items = new ArrayList<>();
    rows.forEach(row -> items.add(shown(row)));
    Row first = rows.iterator().next();
    return new StaffNoticeList()
        .items(items)
        .unread(first.getLong("all_unread").intValue())
        .place(first.getLong("head"))
        .asOf(now);
  }

  private static StaffNotice shown(Row row) {
    return new StaffNotice()
        .kind(kind(row.getString("kind")))
        .caseNumber(row.getString("case_number"))
        .itemName(row.getString("item_name"))
        .itemNameEn(row.getString("item_name_en"))
        .stepName(row.getString("step_name"))
        .stepNameEn(row.getString("step_name_en"))
        .applicantMasked(row.getString("applicant_masked"))
        .at(CityTime.offset(row.getOffsetDateTime("at").toInstant()))
        .dueAt(
            row.getOffsetDateTime("due_at") == null
                ? null
                : CityTime.offset(row.getOffsetDateTime("due_at").toInstant()))
        .unread(row.getBoolean("unread"));
  }

  /** What it means to whoever has the case now. */
  private static StaffNotice.KindEnum kind(String happened) {
    if (happened.equals("late")) {
      return StaffNotice.KindEnum.LATE;
    }
    return switch (CaseEventKind.of(happened)) {
      case SUBMITTED, ACCEPTED, DEEMED_ACCEPTED, ADVANCED, DECIDED -> StaffNotice.KindEnum.ARRIVED;
      case RETURNED -> StaffNotice.KindEnum.RETURNED;
      case SUPPLEMENTED, LATE_MATERIALS, ORIGINALS_RECEIVED -> StaffNotice.KindEnum.SUPPLEMENTED;
      case GREEN_MARKED -> StaffNotice.KindEnum.GREEN_MARKED;
      case REOPENED -> StaffNotice.KindEnum.REOPENED;
      case MIGRATED -> StaffNotice.KindEnum.MIGRATED;
      case PAUSED -> StaffNotice.KindEnum.PAUSED;
      case RESUMED -> StaffNotice.KindEnum.RESUMED;
      case EXTENDED -> StaffNotice.KindEnum.EXTENDED;
      case WITHDRAWN -> StaffNotice.KindEnum.WITHDRAWN;
      case REFUSED, CORRECTION_REQUESTED, ORIGINALS_REQUESTED, CLOSED, PROMISE_BROKEN, REVOKED ->
          throw new IllegalStateException("Nobody holds a case after it was " + happened);
    };
  }
}
