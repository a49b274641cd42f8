package org.sunlit.promise;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sunlit.api.model.CreditAnswer;
import org.sunlit.api.model.CreditRestriction;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.promise.CreditShapes.Reader;

/**
 * Tells an authorised department whether somebody, by their exact identity number, is restricted
 * now. Who asked, for what and why is stored before the answer goes out, in the trail and with it.
 */
@ApplicationScoped
class CreditLookups {
  private static final int MOST_A_MINUTE = 20;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String RESTRICTIONS =
      "select code, name, name_en, covers, covers_en from credit_restriction order by place";
  private static final String KEEP =
      """
      insert into credit_lookup (at, account, department_code, identity, field, reason, entries)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;

  /**
   * What is asked.
   *
   * @param person whether it is a person's number, else an organisation's
   * @param field code of the restriction it is asked for
   */
  record Asked(boolean person, String identityNumber, String field, String reason) {}

  private final Pool pool;
  private final CreditStore store;
  private final BlindIndex blind;
  private final AccessTrail trail;
  private final Clock clock;

  CreditLookups(Pool pool, CreditStore store, BlindIndex blind, AccessTrail trail, Clock clock) {
    this.pool = pool;
    this.store = store;
    this.blind = blind;
    this.trail = trail;
    this.clock = clock;
  }

  /** What an unrepaired breach keeps one from, in the city's order. */
  Uni<List<CreditRestriction>> restrictions() {
    return pool.query(RESTRICTIONS)
        .execute()
        .map(rows -> rows.stream().map(CreditLookups::restriction).toList());
  }

  /**
   * Whether somebody is restricted.
   *
   * @return fails with 422 for a number that can't be one or an unknown field, 429 when the actor
   *     has asked too often
   */
  Uni<CreditAnswer> lookUp(Asked asked, Actor actor, UUID session) {
    String number = IdentityNumbers.plain(asked.identityNumber());
    check(number, asked);
    Instant now = clock.instant();
    byte[] identity = blind.tokens().of(BlindTokens.Kind.IDENTITY_NUMBER, number);
    return restrictions()
        .map(all -> all.stream().filter(one -> one.getCode().equals(asked.field())).findFirst())
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        Problem.of(ProblemType.UNPROCESSABLE).at("/field", "credit.unknown-field")))
        .call(() -> notTooOften(actor))
        .call(
            () ->
                trail.write(
                    Look.by(actor, session, LookKind.PERSON_SEARCHED)
                        .at(List.of("creditRecord", asked.field()), null)))
        .chain(
            restriction ->
                store
                    .counting(identity, now)
                    .call(entries -> keep(asked, actor, identity, entries.size(), now))
                    .map(
                        entries ->
                            new CreditAnswer()
                                .restricted(!entries.isEmpty())
                                .restriction(entries.isEmpty() ? null : restriction)
                                .entries(CreditShapes.all(entries, Reader.OTHER, now))));
  }

  private void check(String number, Asked asked) {
    boolean right =
        asked.person()
            ? IdentityNumbers.isResident(number, CreditStore.today(clock.instant()))
            : IdentityNumbers.isSocialCredit(number);
    if (!right) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/identityNumber", asked.person() ? "apply.identity-number" : "apply.credit-code");
    }
  }

  private Uni<Void> notTooOften(Actor actor) {
    return trail
        .recent(actor.accountId(), LookKind.PERSON_SEARCHED, MINUTE)
        .invoke(
            searches -> {
              if (searches >= MOST_A_MINUTE) {
                throw Problem.of(ProblemType.TOO_MANY_REQUESTS, MINUTE.toSeconds())
                    .header("Retry-After", Long.toString(MINUTE.toSeconds()));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> keep(Asked asked, Actor actor, byte[] identity, int entries, Instant now) {
    Tuple row = Tuple.tuple();
    row.addValue(CityTime.offset(now))
        .addValue(actor.accountId())
        .addValue(actor.departmentCode())
        .addValue(Buffer.buffer(identity))
        .addValue(asked.field())
        .addValue(asked.reason().strip())
        .addValue(entries);
    return pool.preparedQuery(KEEP).execute(row).replaceWithVoid();
  }

  private static CreditRestriction restriction(Row row) {
    return new CreditRestriction()
        .code(row.getString("code"))
        .name(row.getString("name"))
        .nameEn(row.getString("name_en"))
        .covers(row.getString("covers"))
        .coversEn(row.getString("covers_en"));
  }
}
