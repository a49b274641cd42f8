package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.TrackingCodes;

/**
 * Looks a case up by its number and code: one read by key, of bytes that lie ready. A wrong number
 * and a wrong code do the same work and find the same nothing (ADR 0031).
 */
@ApplicationScoped
class Tracking {
  /** Well formed, but never given to a case: running numbers begin at one. */
  static final String NO_NUMBER = "00000000-000000-0";

  private static final String LOOK_UP =
      """
      select v.code_hash, v.item_version_id,
        case when v.code_hash = $2 then v.body end as body,
        case when v.code_hash = $2 then (
          select json_agg(json_strip_nulls(json_build_object('channel', n.channel, 'recipient', n.recipient_masked,
            'text', n.text, 'textEn', n.text_en, 'createdAt', to_char(n.created_at at time zone 'Asia/Shanghai',
              'YYYY-MM-DD"T"HH24:MI:SS.US"+08:00"'), 'status', n.status)) order by n.created_at)::text
          from notice_shown n where n.subject_id = v.case_number) end as notices
      from case_view v where v.case_number = $1
      """;
  private static final byte[] NONE = "[]".getBytes(StandardCharsets.US_ASCII);

  private final Pool pool;
  private final TrackingKey key;
  private final FlowBytes flows;

  Tracking(Pool pool, TrackingKey key, FlowBytes flows) {
    this.pool = pool;
    this.key = key;
    this.flows = flows;
  }

  /**
   * The case as its applicant may see it, as JSON.
   *
   * @param typedNumber the case number as typed
   * @param typedCode the tracking code as typed
   * @return empty when they don't go together, whichever of them is wrong
   */
  Uni<Optional<PrebuiltTrackedCase>> find(String typedNumber, String typedCode) {
    String number = CaseNumbers.read(typedNumber).orElse(NO_NUMBER);
    byte[] asked = key.hash(number, TrackingCodes.read(typedCode).orElse(""));
    return UniHelper.toUni(
            pool.preparedQuery(LOOK_UP).execute(Tuple.of(number, Buffer.buffer(asked))))
        .chain(rows -> answer(rows, asked));
  }

  private Uni<Optional<PrebuiltTrackedCase>> answer(RowSet<Row> rows, byte[] asked) {
    Row row = rows.size() == 0 ? null : rows.iterator().next();
    byte[] stored = row == null ? null : row.getBuffer("code_hash").getBytes();
    if (!TrackingKey.equal(stored, asked)) {
      return Uni.createFrom().item(Optional.empty());
    }
    UUID version = row.getUUID("item_version_id");
    Buffer body = row.getBuffer("body");
    String notices = row.getString("notices");
    byte[] told = notices == null ? NONE : notices.getBytes(StandardCharsets.UTF_8);
    return flows.of(version).map(flow -> Optional.of(PrebuiltTrackedCase.of(body, told, flow)));
  }
}
