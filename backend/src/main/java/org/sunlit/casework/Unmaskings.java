package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.confirmation.ConfirmationRequest;
import org.sunlit.confirmation.Confirmations;
import org.sunlit.confirmation.WantedConfirmation;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.AccessTrail;
import org.sunlit.privacy.Look;
import org.sunlit.privacy.LookKind;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Seeing what is masked 查阅明文: one asks with a reason, another confirms, and then whoever asked sees
 * it for a while. The person can read later that it was so.
 */
@ApplicationScoped
class Unmaskings {
  private static final String ASK =
      """
      insert into unmasking
        (id, case_number, requester, post, department_code, fields, reason_kind, reason, asked_at)
      values (:id, :number, :requester, cast(:post as text), cast(:department as text),
        string_to_array(:fields, ','), :kind, :reason, :at)
      """;
  private static final String OPEN =
      """
      select fields, reason_kind, open_until from unmasking
      where requester = $1 and case_number = $2 and open_until > $3 order by open_until desc
      """;

  /** Runs of this many digits are somebody's number. */
  private static final String LONG_NUMBER = ".*[0-9][0-9 -]{5,}[0-9Xx].*";

  /** What the second person confirms. */
  record Payload(UUID id, List<String> fields, String reasonKind) {
    static Payload of(ConfirmationRequest request) {
      return StoredJson.read(request.payload(), Payload.class);
    }
  }

  private final Pool pool;
  private final CaseStore store;
  private final Confirmations confirmations;
  private final AccessTrail trail;
  private final Transactor transactor;
  private final Clock clock;

  Unmaskings(
      Pool pool,
      CaseStore store,
      Confirmations confirmations,
      AccessTrail trail,
      Transactor transactor,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.confirmations = confirmations;
    this.trail = trail;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Asks to see values in plain.
   *
   * @return the request for confirmation; fails with a {@link Problem}: 404 when the actor may not
   *     see the case, 409 when it is asked for already or was deleted, 422 when the reason holds
   *     what is masked
   */
  Uni<UUID> ask(
      String caseNumber,
      Set<PersonalField> fields,
      String reasonKind,
      String reason,
      Actor actor,
      UUID session) {
    return store
        .find(caseNumber, new CaseRights(actor))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(stored -> check(stored, reason))
        .chain(
            stored ->
                transactor.write(
                    within -> ask(within, stored, fields, reasonKind, reason, actor, session)));
  }

  private Uni<UUID> ask(
      Mutiny.Session within,
      StoredCase stored,
      Set<PersonalField> fields,
      String reasonKind,
      String reason,
      Actor actor,
      UUID session) {
    UUID id = UUID.randomUUID();
    List<String> codes = fields.stream().sorted().map(PersonalField::code).toList();
    Look look =
        Look.by(actor, session, LookKind.UNMASKING_ASKED)
            .in(stored.caseNumber())
            .at(codes, reasonKind);
    WantedConfirmation wanted =
        new WantedConfirmation(
            UnmaskAct.KIND,
            stored.caseNumber(),
            stored.departmentCode(),
            stored.regionCode(),
            reason,
            StoredJson.write(new Payload(id, codes, reasonKind)));
    return within
        .createNativeQuery(ASK)
        .setParameter("id", id)
        .setParameter("number", stored.caseNumber())
        .setParameter("requester", actor.accountId())
        .setParameter("post", look.post())
        .setParameter("department", look.departmentCode())
        .setParameter("fields", String.join(",", codes))
        .setParameter("kind", reasonKind)
        .setParameter("reason", stored.key().sealWords("unmasking/" + id, reason))
        .setParameter("at", CityTime.offset(clock.instant()))
        .executeUpdate()
        .chain(() -> trail.write(within, look))
        .chain(() -> confirmations.request(within, wanted, actor));
  }

  /** The second person reads the reason, and it stays: no place for what is masked. */
  private static void check(StoredCase stored, String reason) {
    if (stored.key() == null) {
      throw Problem.of(ProblemType.CONFLICT).detail("unmasking.deleted");
    }
    boolean personal =
        reason.matches("(?s)" + LONG_NUMBER)
            || Stream.of(PersonalField.values())
                .map(field -> field.of(stored.applicant()))
                .anyMatch(value -> value != null && value.length() > 1 && reason.contains(value));
    if (personal) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/reason", "unmasking.reason-personal");
    }
  }

  /** What the actor may see in plain of this case now, and what they wait for. */
  Uni<Unmasked> of(String caseNumber, Actor actor) {
    if (!actor.may(Permission.PERSONAL_DATA_UNMASK)) {
      return Uni.createFrom().item(Unmasked.NOTHING);
    }
    return pool.preparedQuery(OPEN)
        .execute(Tuple.of(actor.accountId(), caseNumber, CityTime.offset(clock.instant())))
        .chain(
            rows ->
                confirmations
                    .pending(UnmaskAct.KIND, caseNumber)
                    .map(
                        pending ->
                            unmasked(
                                rows,
                                pending.filter(
                                    one -> one.requestedBy().equals(actor.accountId())))));
  }

  private static Unmasked unmasked(Iterable<Row> rows, Optional<ConfirmationRequest> pending) {
    Set<PersonalField> fields = EnumSet.noneOf(PersonalField.class);
    Instant until = null;
    String reasonKind = null;
    for (Row row : rows) {
      fields.addAll(fields(List.of(row.getArrayOfStrings("fields"))));
      until = row.getOffsetDateTime("open_until").toInstant(); // the earliest: it comes last
      reasonKind = row.getString("reason_kind");
    }
    return new Unmasked(
        fields,
        until,
        reasonKind,
        pending
            .map(one -> fields(Payload.of(one).fields()))
            .orElseGet(() -> EnumSet.noneOf(PersonalField.class)),
        pending.map(ConfirmationRequest::id).orElse(null));
  }

  static Set<PersonalField> fields(List<String> codes) {
    return codes.stream()
        .map(code -> Coded.of(PersonalField.class, code))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalField.class)));
  }

  static Map<String, String> details(ConfirmationRequest request) {
    Payload payload = Payload.of(request);
    return Map.of("fields", String.join(",", payload.fields()), "reasonKind", payload.reasonKind());
  }
}
