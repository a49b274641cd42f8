package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.Vault;

/** Appointments as they are read; who is serving is asked anew each time. */
@ApplicationScoped
class MemberStore {
  private static final int MOST = 1_000;

  /** An appointment with its key as one JSON text; conditions on {@code m} follow. */
  private static final String LOAD =
      """
      select cast(json_build_object('id', m.id, 'certificate', m.certificate, 'kind', m.kind,
        'content', translate(encode(m.content, 'base64'), E'\\n', ''), 'servesFrom', m.serves_from,
        'servesUntil', m.serves_until, 'appointedAt', m.appointed_at,
        'codeHash', translate(encode(m.code_hash, 'base64'), E'\\n', ''), 'account', m.account, 'joinedAt', m.joined_at,
        'named', m.public_name is not null, 'endedOn', m.ended_on,
        'endedWhy', translate(encode(m.ended_why, 'base64'), E'\\n', ''), 'master', k.master,
        'wrapped', translate(encode(k.wrapped, 'base64'), E'\\n', '')) as text) as record
      from council_member m join vault_key k on k.subject = 'councilMember/' || m.id\s""";

  private static final String SERVING =
      " m.account = %s and m.ended_at is null and %s between m.serves_from and m.serves_until";
  private static final String SERVES = LOAD + "where" + SERVING.formatted("$1", "$2");
  private static final String SERVES_HERE =
      LOAD + "where" + SERVING.formatted(":account", "cast(:today as date)") + " for share of m";
  private static final String LATEST =
      LOAD + "where m.account = $1 order by m.joined_at desc limit 1";
  private static final String JOINED = LOAD + "where m.account = $1 order by m.joined_at desc";
  private static final String AUTHORS =
      LOAD
          + """
            join (select distinct on (account) id from council_member where account = any ($1)
              order by account, joined_at desc) latest on latest.id = m.id
            """;
  private static final String ALL =
      LOAD + "order by m.appointed_at desc, m.certificate limit " + MOST;
  private static final String ONE = LOAD + "where m.id = $1";

  private final Pool pool;
  private final Vault vault;
  private final Clock clock;

  MemberStore(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }

  /** The appointment an account serves by today; empty when it doesn't. */
  Uni<Optional<Member>> serving(String account) {
    return first(SERVES, Tuple.of(account, today()));
  }

  /** The same within the caller's transaction; nobody ends it before that is over. */
  Uni<Optional<Member>> serving(Mutiny.Session session, String account) {
    return session
        .createNativeQuery(SERVES_HERE, String.class)
        .setParameter("account", account)
        .setParameter("today", today())
        .getResultList()
        .map(found -> found.stream().findFirst().map(this::read));
  }

  /** The one an account joined last, over or not. */
  Uni<Optional<Member>> latest(String account) {
    return first(LATEST, Tuple.of(account));
  }

  /** All that an account ever joined, the latest first. */
  Uni<List<Member>> joined(String account) {
    return pool.preparedQuery(JOINED).execute(Tuple.of(account)).map(this::all);
  }

  /** Who writes with these accounts; accounts that never joined are left out. */
  Uni<Map<String, Member>> authors(Collection<String> accounts) {
    return pool.preparedQuery(AUTHORS)
        .execute(Tuple.of(accounts.stream().distinct().toArray(String[]::new)))
        .map(
            rows ->
                rows.stream()
                    .map(row -> read(row.getString("record")))
                    .collect(Collectors.toMap(Member::account, each -> each)));
  }

  /** All there were, the latest first. */
  Uni<List<Member>> all() {
    return pool.query(ALL).execute().map(this::all);
  }

  private List<Member> all(RowSet<Row> rows) {
    return rows.stream().map(row -> read(row.getString("record"))).toList();
  }

  Uni<Optional<Member>> find(UUID id) {
    return first(ONE, Tuple.of(id));
  }

  /** It, held until this transaction ends. */
  Uni<Optional<Member>> hold(Mutiny.Session session, UUID id) {
    return hold(session, "m.id = :of", id);
  }

  Uni<Optional<Member>> hold(Mutiny.Session session, String certificate) {
    return hold(session, "m.certificate = :of", certificate);
  }

  /** What an account has joined and nobody has ended, held until this transaction ends. */
  Uni<Optional<Member>> holdJoined(Mutiny.Session session, String account) {
    return hold(session, "m.account = :of and m.ended_at is null", account);
  }

  private Uni<Optional<Member>> hold(Mutiny.Session session, String which, Object of) {
    return session
        .createNativeQuery(LOAD + "where " + which + " for update of m", String.class)
        .setParameter("of", of)
        .getResultList()
        .map(found -> found.stream().findFirst().map(this::read));
  }

  private Uni<Optional<Member>> first(String sql, Tuple of) {
    return pool.preparedQuery(sql)
        .execute(of)
        .map(rows -> rows.stream().findFirst().map(row -> read(row.getString("record"))));
  }

  private Member read(String json) {
    Member.Stored stored = StoredJson.read(json, Member.Stored.class);
    return stored.open(vault.unwrap(stored.key()));
  }
}
