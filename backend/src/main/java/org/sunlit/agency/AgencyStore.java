package org.sunlit.agency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.agency.rules.Mandate;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;

/**
 * Agents and their mandates, in the database. What people say is sealed with a key for each, and
 * gone with it when the principal closes their account.
 */
@ApplicationScoped
class AgencyStore {
  private static final String ONE = AgencyRow.SELECT + " where a.id = $1";

  private static final String OF_PRINCIPAL =
      AgencyRow.SELECT + " where a.principal = $1 order by a.asked_at desc limit 100";
  private static final String OF_AGENT =
      AgencyRow.SELECT
          + " where a.agent = $1 order by a.state = 'ended', a.asked_at desc limit 200";
  private static final String ASKED =
      AgencyRow.SELECT
          + " where a.state = 'asked' and a.until_on >= $1 order by a.asked_at limit 200";
  private static final String RATED =
      AgencyRow.SELECT + " where a.rating is not null order by a.rated_at desc limit 200";
  private static final String RUNNING =
      "select count(*) from agency where principal = :principal and state <> 'ended' and until_on >= :today";
  private static final String INSERT =
      """
      insert into agency (id, principal, state, tasks, until_on, purpose, asked_at)
      values (:id, :principal, 'asked', string_to_array(:tasks, ','), :until, :purpose, :at)
      """;

  /** The version is held against what was seen, so that of two who come at once one is refused. */
  private static final String CHANGE = "update agency set version = version + 1, ";

  private static final String SEEN = " where id = :id and version = :version";
  private static final String TAKE =
      CHANGE + "state = 'taken', agent = :agent, taken_at = :at" + SEEN;
  private static final String SIGN =
      CHANGE + "state = 'inForce', from_on = :from, letter = :letter, signed_at = :at" + SEEN;
  private static final String END =
      CHANGE
          + "state = 'ended', ended_at = :at, ended_by = :by, ended_why = cast(:why as bytea)"
          + SEEN;
  private static final String RATE =
      CHANGE + "rating = :grade, rating_words = cast(:words as bytea), rated_at = :at" + SEEN;

  private final Pool pool;
  private final Vault vault;

  AgencyStore(Pool pool, Vault vault) {
    this.pool = pool;
    this.vault = vault;
  }

  /** What goes into the database of a new one. */
  record Wanted(UUID id, String principal, String purpose, Mandate mandate) {}

  Uni<Optional<Agency>> find(UUID id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(rows -> all(rows).stream().findFirst());
  }

  Uni<List<Agency>> ofPrincipal(String account) {
    return pool.preparedQuery(OF_PRINCIPAL).execute(Tuple.of(account)).map(this::all);
  }

  /** Those somebody is the agent of, the ended last. */
  Uni<List<Agency>> ofAgent(String account) {
    return pool.preparedQuery(OF_AGENT).execute(Tuple.of(account)).map(this::all);
  }

  /** Those that wait for an agent, the oldest first. */
  Uni<List<Agency>> asked(LocalDate today) {
    return pool.preparedQuery(ASKED).execute(Tuple.of(today)).map(this::all);
  }

  /** Those that were rated, the latest first. */
  Uni<List<Agency>> rated() {
    return pool.preparedQuery(RATED).execute().map(this::all);
  }

  /** How many of somebody's are under way. */
  Uni<Long> running(Mutiny.Session session, String principal, LocalDate today) {
    return session
        .createNativeQuery(RUNNING, Long.class)
        .setParameter("principal", principal)
        .setParameter("today", today)
        .getSingleResult();
  }

  Uni<Void> insert(Mutiny.Session session, Wanted wanted, Instant at) {
    return vault
        .keep(session, AgencyRow.subject(wanted.id()))
        .chain(
            key ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("id", wanted.id())
                    .setParameter("principal", wanted.principal())
                    .setParameter("tasks", String.join(",", codes(wanted.mandate())))
                    .setParameter("until", wanted.mandate().until())
                    .setParameter(
                        "purpose", AgencyRow.seal(key, AgencyRow.PURPOSE, wanted.purpose()))
                    .setParameter("at", CityTime.offset(at))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Fails with 412 when it isn't as it was seen any more; so do all changes. */
  Uni<Void> take(Mutiny.Session session, Agency seen, String agent, Instant at) {
    return changed(seen(session.createNativeQuery(TAKE), seen, at).setParameter("agent", agent));
  }

  Uni<Void> sign(Mutiny.Session session, Agency seen, Agency.Signed signed) {
    return key(session, seen)
        .chain(
            key ->
                changed(
                    seen(session.createNativeQuery(SIGN), seen, signed.at())
                        .setParameter("from", signed.at().atZone(CityTime.ZONE).toLocalDate())
                        .setParameter(
                            "letter",
                            AgencyRow.seal(
                                key,
                                AgencyRow.LETTER,
                                StoredJson.write(
                                    new AgencyRow.Paper(signed.name(), signed.letter()))))));
  }

  Uni<Void> end(Mutiny.Session session, Agency seen, Agency.Ending ending) {
    return key(session, seen)
        .chain(
            key ->
                changed(
                    seen(session.createNativeQuery(END), seen, ending.at())
                        .setParameter("by", ending.byAgent() ? "agent" : "principal")
                        .setParameter(
                            "why", AgencyRow.seal(key, AgencyRow.ENDED_WHY, ending.why()))));
  }

  Uni<Void> rate(Mutiny.Session session, Agency seen, Agency.Rating rating) {
    return key(session, seen)
        .chain(
            key ->
                changed(
                    seen(session.createNativeQuery(RATE), seen, rating.at())
                        .setParameter("grade", rating.grade().code())
                        .setParameter(
                            "words", AgencyRow.seal(key, AgencyRow.RATING_WORDS, rating.words()))));
  }

  /** The key what is said of it is sealed with. */
  Uni<DataKey> key(Mutiny.Session session, Agency agency) {
    return vault.find(session, AgencyRow.subject(agency.id())).map(Optional::orElseThrow);
  }

  private static Mutiny.Query<?> seen(Mutiny.Query<?> change, Agency seen, Instant at) {
    return change
        .setParameter("id", seen.id())
        .setParameter("version", seen.version())
        .setParameter("at", CityTime.offset(at));
  }

  private static Uni<Void> changed(Mutiny.Query<?> change) {
    return change.executeUpdate().invoke(Problem::staleUnlessOne).replaceWithVoid();
  }

  private static List<String> codes(Mandate mandate) {
    return mandate.tasks().stream().sorted().map(Coded::code).toList();
  }

  private List<Agency> all(RowSet<Row> rows) {
    Function<Row, Agency> read = row -> AgencyRow.read(row, vault);
    return rows.stream().map(read).toList();
  }
}
