package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.privacy.WrappedKey;

/**
 * Reads stored tracking views. Those asked for on one thread in the same moment are read with one
 * statement, for under load most of what a read costs is the way there and back. One that is asked
 * for alone waits for nobody.
 */
@ApplicationScoped
class ViewReads {
  private static final String READ =
      """
      select a.place, v.case_number, v.code_hash, v.item_version_id,
        case when v.code_hash = a.code_hash then v.body end as body,
        case when v.code_hash = a.code_hash then v.said end as said,
        k.master, k.wrapped, told.ids, told.facts, told.shown
      from unnest($1::text[], $2::bytea[]) with ordinality as a (case_number, code_hash, place)
      join case_view v on v.case_number = a.case_number
      left join vault_key k on k.subject = v.case_number and v.code_hash = a.code_hash
      left join lateral (
        select array_agg(n.id order by n.created_at) as ids,
          array_agg('"channel":"' || n.channel || '","createdAt":"'
            || to_char(n.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.US"+08:00"')
            || '","status":"' || n.status || '","deliveries":' || n.deliveries order by n.created_at) as facts,
          array_agg(n.shown order by n.created_at) as shown
        from notice_shown n where n.subject_id = v.case_number and v.code_hash = a.code_hash) told on true
      """;

  /** One statement reads no more than this: its answer shouldn't take long either. */
  private static final int MOST_TOGETHER = 64;

  /** What is stored of a case. All but the first two are there only for who has its code. */
  record StoredView(
      byte[] codeHash,
      UUID itemVersionId,
      Buffer body,
      Buffer said,
      WrappedKey key,
      List<StoredNotice> notices) {}

  /**
   * A message about it.
   *
   * @param facts members of a JSON object, without braces
   * @param shown the others, sealed
   */
  record StoredNotice(UUID id, String facts, Buffer shown) {}

  private record Asked(
      String caseNumber,
      Buffer codeHash,
      UniEmitter<? super Optional<StoredView>> answer,
      Context context) {}

  /** What one thread is asked for until it turns to its tasks. */
  private static final class Moment {
    private List<Asked> asked = new ArrayList<>();

    /** Returns how many there are now. */
    synchronized int add(Asked one) {
      asked.add(one);
      return asked.size();
    }

    synchronized List<Asked> take() {
      List<Asked> taken = asked;
      asked = new ArrayList<>();
      return taken;
    }
  }

  private final Pool pool;
  private final Vertx vertx;
  private final ThreadLocal<Moment> moment = ThreadLocal.withInitial(Moment::new);

  ViewReads(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /** The stored view of a case; empty when there is no case with this number. */
  Uni<Optional<StoredView>> read(String caseNumber, byte[] codeHash) {
    return Uni.createFrom()
        .emitter(
            answer ->
                join(
                    new Asked(
                        caseNumber, Buffer.buffer(codeHash), answer, vertx.getOrCreateContext())));
  }

  private void join(Asked one) {
    Moment now = moment.get();
    int together = now.add(one);
    if (together == MOST_TOGETHER) {
      readAll(now.take());
    } else if (together == 1) {
      one.context().runOnContext(later -> readAll(now.take()));
    }
  }

  private void readAll(List<Asked> asked) {
    if (asked.isEmpty()) {
      return;
    }
    String[] numbers = asked.stream().map(Asked::caseNumber).toArray(String[]::new);
    Buffer[] hashes = asked.stream().map(Asked::codeHash).toArray(Buffer[]::new);
    pool.preparedQuery(READ)
        .execute(Tuple.tuple().addArrayOfString(numbers).addArrayOfBuffer(hashes))
        .onComplete(read -> answerAll(asked, read));
  }

  private static void answerAll(List<Asked> asked, AsyncResult<RowSet<Row>> read) {
    if (read.failed()) {
      asked.forEach(one -> one.context().runOnContext(now -> one.answer().fail(read.cause())));
      return;
    }
    Row[] found = new Row[asked.size()];
    for (Row row : read.result()) {
      found[row.getLong("place").intValue() - 1] = row;
    }
    for (int at = 0; at < found.length; at++) {
      Asked one = asked.get(at);
      Optional<StoredView> stored = Optional.ofNullable(found[at]).map(ViewReads::stored);
      one.context().runOnContext(now -> one.answer().complete(stored));
    }
  }

  private static StoredView stored(Row row) {
    return new StoredView(
        row.getBuffer("code_hash").getBytes(),
        row.getUUID("item_version_id"),
        row.getBuffer("body"),
        row.getBuffer("said"),
        row.getString("master") == null
            ? null
            : new WrappedKey(
                row.getString("case_number"),
                row.getString("master"),
                row.getBuffer("wrapped").getBytes()),
        notices(row));
  }

  private static List<StoredNotice> notices(Row row) {
    UUID[] ids = row.getArrayOfUUIDs("ids");
    if (ids == null) {
      return List.of();
    }
    String[] facts = row.getArrayOfStrings("facts");
    Buffer[] shown = row.getArrayOfBuffers("shown");
    List<StoredNotice> notices = new ArrayList<>(ids.length);
    for (int at = 0; at < ids.length; at++) {
      notices.add(new StoredNotice(ids[at], facts[at], shown[at]));
    }
    return notices;
  }
}
