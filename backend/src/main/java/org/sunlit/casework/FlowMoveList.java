package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.FlowMove;
import org.sunlit.api.model.FlowMoveKeptInner;
import org.sunlit.api.model.FlowMoveObstacle;
import org.sunlit.api.model.FlowMoves;
import org.sunlit.platform.CityTime;

/** Moves of running cases: those that wait for a second person, those under way and those done. */
@ApplicationScoped
class FlowMoveList {
  private static final String NEWEST =
      """
      select * from (
        select w.id, w.payload ->> 'itemCode' as item_code, (w.payload ->> 'fromNumber')::int as from_number,
          (w.payload ->> 'toNumber')::int as to_number, 'waiting' as state, w.payload ->> 'reason' as reason,
          w.payload -> 'by' as asked_by, null::jsonb as confirmed_by, w.requested_at as asked_at,
          null::timestamptz as ended_at, (w.payload ->> 'total')::int as total, 0 as moved, '[]'::jsonb as kept
        from confirmation_waiting w where w.kind = 'flow-move' and w.expires_at > $2
        union all
        select m.id, m.item_code, m.from_number, m.to_number,
          case when m.ended_at is null then 'running' else 'done' end, m.reason, m.asked_by, m.confirmed_by,
          m.started_at, m.ended_at, m.total,
          (select count(*)::int from flow_move_case c where c.move_id = m.id and c.obstacle is null),
          coalesce((select jsonb_agg(jsonb_build_object('caseNumber', k.case_number, 'obstacle', k.obstacle))
            from (select case_number, obstacle from flow_move_case
              where move_id = m.id and obstacle is not null order by case_number limit 100) k), '[]'::jsonb)
        from flow_move m
      ) moves
      where $1::text is null or item_code = $1
      order by asked_at desc, id limit 50
      """;

  private final Pool pool;
  private final Clock clock;

  FlowMoveList(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<FlowMoves> newest(String item) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(item, CityTime.offset(clock.instant())))
        .map(rows -> new FlowMoves().items(rows.stream().map(FlowMoveList::shown).toList()));
  }

  private static FlowMove shown(Row row) {
    var asked = row.getJsonObject("asked_by");
    var confirmed = row.getJsonObject("confirmed_by");
    return new FlowMove()
        .id(row.getUUID("id"))
        .itemCode(row.getString("item_code"))
        .fromVersion(row.getInteger("from_number"))
        .toVersion(row.getInteger("to_number"))
        .state(FlowMove.StateEnum.fromString(row.getString("state")))
        .reason(row.getString("reason"))
        .askedBy(asked.getString("name"))
        .askedByEn(asked.getString("nameEn"))
        .confirmedBy(confirmed == null ? null : confirmed.getString("name"))
        .confirmedByEn(confirmed == null ? null : confirmed.getString("nameEn"))
        .askedAt(CityTime.offset(row.getOffsetDateTime("asked_at").toInstant()))
        .endedAt(
            row.getOffsetDateTime("ended_at") == null
                ? null
                : CityTime.offset(row.getOffsetDateTime("ended_at").toInstant()))
        .total(row.getInteger("total"))
        .moved(row.getInteger("moved"))
        .kept(kept(row.getJsonArray("kept")));
  }

  private static List<FlowMoveKeptInner> kept(JsonArray kept) {
    List<FlowMoveKeptInner> cases = new ArrayList<>();
    for (int place = 0; place < kept.size(); place++) {
      cases.add(
          new FlowMoveKeptInner()
              .caseNumber(kept.getJsonObject(place).getString("caseNumber"))
              .obstacle(
                  FlowMoveObstacle.fromValue(kept.getJsonObject(place).getString("obstacle"))));
    }
    return cases;
  }
}
