package org.sunlit.demo;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The letters of authority of the demonstration's chief representatives (首席代表授权书). */
@ApplicationScoped
class DemoLetters {
  private static final String WRITE =
      """
      insert into authorisation (id, document_number, account, department_code, acts, item_codes, from_on, until_on,
        issued_by, recorded_by, recorded_at)
      select gen_random_uuid(), '晴政服授〔' || $2::text || '〕' || row_number() over (order by a.account) || '号',
        a.account, a.department_code, '{decide}', '{}', $1, $1 + 365, d.name || '主要负责人', 'das.administrator', now()
      from account a join department d on d.code = a.department_code
      where 'chiefRepresentative' = any (a.roles)
      on conflict do nothing
      """;

  private final Pool pool;

  DemoLetters(Pool pool) {
    this.pool = pool;
  }

  /** Writes one for each of them, good for a year from this day. */
  Uni<Void> write(LocalDate from) {
    return pool.preparedQuery(WRITE)
        .execute(Tuple.of(from, String.valueOf(from.getYear())))
        .replaceWithVoid();
  }
}
