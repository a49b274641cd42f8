package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.model.CreditCounts;
import org.sunlit.api.model.CreditPage;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.identity.Reach;
import org.sunlit.platform.CityTime;
import org.sunlit.promise.CreditShapes.Reader;

/** Credit entries of one's own unit's cases, the newest first. */
@ApplicationScoped
class CreditList {
  private static final Cursors START =
      new Cursors(Instant.parse("9999-01-01T00:00:00Z"), "ffffffff-ffff-ffff-ffff-ffffffffffff");
  private static final String CURSOR = "[0-9a-f-]{36}";
  private static final String WITHIN = Reach.within("c.department_code", "c.region_code", 3);
  private static final String COUNTING = CreditStore.COUNTS.replace("$2", "$1::date");
  private static final String PAGE =
      CreditStore.READ
          + "where "
          + WITHIN
          + """
           and case $2::text when 'counting' then
          """
          + COUNTING
          + """
             when 'contests' then c.contest = 'asked' when 'repairs' then c.repair = 'asked' else true end
            and (c.entered_at, c.id) < ($8, $9)
          order by c.entered_at desc, c.id desc limit $10
          """;
  private static final String TOTALS =
      "select count(*) as all_of_them, count(*) filter (where "
          + COUNTING
          + ") as counting, count(*) filter (where c.contest = 'asked') as contests,"
          + " count(*) filter (where c.repair = 'asked') as repairs from credit_entry c"
          + " where ($2::text is null or true) and "
          + WITHIN;

  private final Pool pool;
  private final CreditStore store;
  private final Clock clock;

  CreditList(Pool pool, CreditStore store, Clock clock) {
    this.pool = pool;
    this.store = store;
    this.clock = clock;
  }

  Uni<CreditPage> page(String show, int limit, String cursor, Actor actor) {
    Instant now = clock.instant();
    Cursors after = Cursors.read(cursor, START, CURSOR);
    Tuple asked = asked(show, now, actor);
    asked
        .addValue(CityTime.offset(after.at()))
        .addValue(UUID.fromString(after.rest()))
        .addValue(limit + 1);
    Reader reader = actor.may(Permission.CREDIT_DECIDE) ? Reader.ANSWERING : Reader.OTHER;
    return pool.preparedQuery(PAGE)
        .execute(asked)
        .map(store::all)
        .chain(
            found ->
                totals(show, now, actor)
                    .map(totals -> page(found, limit, reader, now).counts(totals)));
  }

  private static CreditPage page(
      List<CreditEntryRecord> found, int limit, Reader reader, Instant now) {
    List<CreditEntryRecord> shown = found.subList(0, Math.min(limit, found.size()));
    CreditPage page = new CreditPage().items(CreditShapes.all(shown, reader, now));
    if (found.size() > limit) {
      CreditEntryRecord last = shown.get(limit - 1);
      page.nextCursor(new Cursors(last.standing().enteredAt(), last.id().toString()).write());
    }
    return page;
  }

  private Uni<CreditCounts> totals(String show, Instant now, Actor actor) {
    return pool.preparedQuery(TOTALS)
        .execute(asked(show, now, actor))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new CreditCounts()
                    .all(row.getLong("all_of_them").intValue())
                    .counting(row.getLong("counting").intValue())
                    .contests(row.getLong("contests").intValue())
                    .repairs(row.getLong("repairs").intValue()));
  }

  private static Tuple asked(String show, Instant now, Actor actor) {
    return Reach.of(actor).addTo(Tuple.of(CreditStore.today(now), show));
  }
}
