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

/**
 * Reads stored tracking views. Those asked for on one thread in the same moment are read with one
 * statement, for under load most of what a read costs is the way there and back. One that is asked
 * for alone waits for nobody.
 */
@ApplicationScoped
class ViewReads {
  private static final String READ =
      """
      select a.place, v.code_hash, v.item_version_id,
        case when v.code_hash = a.code_hash then v.body end as body,
        case when v.code_hash = a.code_hash then (
          select json_agg(json_strip_nulls(json_build_object('channel', n.channel, 'recipient', n.recipient_masked,
            'text', n.text, 'textEn', n.text_en, 'createdAt', to_char(n.created_at at time zone 'Asia/Shanghai',
              'YYYY-MM-DD"T"HH24:MI:SS.US"+08:00"'), 'status', n.status)) order by n.created_at)::text
          from notice_shown n where n.subject_id = v.case_number) end as notices
      from unnest($1::text[], $2::bytea[]) with ordinality as a (case_number, code_hash, place)
      join case_view v on v.case_number = a.case_number
      """;

  /** One statement reads no more than this: its answer shouldn't take long either. */
  private static final int MOST_TOGETHER = 64;

  /** What is stored of a case. Body and notices are there only for who has its code. */
  record StoredView(byte[] codeHash, UUID itemVersionId, Buffer body, String notices) {}

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
        row.getString("notices"));
  }
}
