package org.sunlit.council;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.council.rules.MemberKind;
import org.sunlit.council.rules.MemberState;
import org.sunlit.council.rules.Term;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.edge.NumberCodes;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.Transactor;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Appointing members 聘任: the office writes the letter with a code, whoever holds both joins with an
 * account of their own, and the appointment ends with its term or before.
 */
@ApplicationScoped
public class Members {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String INSERT =
      """
      insert into council_member (id, certificate, kind, content, serves_from, serves_until, appointed_at, appointed_by,
        code_hash)
      values (:id, :certificate, :kind, :content, cast(:from as date), cast(:until as date), :at, :by, :hash)
      on conflict (certificate) do nothing
      """;
  private static final String RENEW =
      "update council_member set code_hash = :hash where id = :id and account is null";
  private static final String LET_GO =
      """
      update council_member set ended_on = serves_until, ended_at = :at
      where account = :account and ended_at is null and serves_until < cast(:today as date)
      """;
  private static final String SERVES =
      "select count(*) from council_member where account = :account and ended_at is null";
  private static final String JOIN =
      """
      update council_member set account = :account, joined_at = :at, public_name = cast(:name as text),
        public_organisation = cast(:organisation as text)
      where id = :id and account is null and ended_at is null
      """;
  private static final String NAME =
      """
      update council_member set public_name = cast(:name as text), public_organisation = cast(:organisation as text)
      where id = :id
      """;
  private static final String END =
      """
      update council_member set ended_on = cast(:on as date), ended_at = :at, ended_by = :by, ended_why = :why,
        public_name = null, public_organisation = null
      where id = :id and ended_at is null
      """;

  /** Whom the office appoints. */
  public record Appointment(
      String certificate,
      MemberKind kind,
      String name,
      String organisation,
      String appointedBy,
      LocalDate servesFrom,
      LocalDate servesUntil) {}

  /** What is on the invitation, told once. */
  public record Invitation(UUID id, String certificate, String code) {}

  private final MemberStore store;
  private final Transactor transactor;
  private final Idempotency idempotency;
  private final Vault vault;
  private final NumberCodes codes;
  private final Clock clock;

  Members(
      MemberStore store,
      Transactor transactor,
      Idempotency idempotency,
      Vault vault,
      BlindIndex blind,
      Guesses guesses,
      Clock clock) {
    this.store = store;
    this.transactor = transactor;
    this.idempotency = idempotency;
    this.vault = vault;
    this.codes = new NumberCodes(blind, guesses, "council invitation", "council.no-invitation");
    this.clock = clock;
  }

  /**
   * Appoints somebody.
   *
   * @return fails with 422 for a term that can't be, 409 for a certificate that was given before
   */
  public Uni<Invitation> appoint(Appointment wanted, Actor office, String idempotencyKey) {
    if (!Term.sound(wanted.servesFrom(), wanted.servesUntil(), store.today())) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("/servesUntil", "council.term", Term.LONGEST_YEARS);
    }
    return idempotency
        .once(
            "appointCouncilMember",
            office.accountId(),
            idempotencyKey,
            StoredJson.bytes(wanted),
            session ->
                appoint(session, wanted, office)
                    .map(invitation -> new Reply(201, StoredJson.write(invitation))))
        .map(reply -> StoredJson.read(reply.body(), Invitation.class));
  }

  private Uni<Invitation> appoint(Mutiny.Session session, Appointment wanted, Actor office) {
    UUID id = UUID.randomUUID();
    String certificate = NumberCodes.number(wanted.certificate());
    String code = TrackingCodes.random(RANDOM);
    Member.About about =
        new Member.About(wanted.name(), wanted.organisation(), wanted.appointedBy());
    return vault
        .keep(session, Member.SUBJECT + id)
        .chain(
            key ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("certificate", certificate)
                    .setParameter("kind", wanted.kind().code())
                    .setParameter("content", about.seal(key))
                    .setParameter("from", wanted.servesFrom())
                    .setParameter("until", wanted.servesUntil())
                    .setParameter("at", CityTime.offset(clock.instant()))
                    .setParameter("by", office.accountId())
                    .setParameter("hash", codes.hash(certificate, code))
                    .executeUpdate())
        .invoke(changed -> need(changed, "council.certificate-taken"))
        .replaceWith(new Invitation(id, certificate, TrackingCodes.shown(code)));
  }

  /**
   * A new code for an invitation.
   *
   * @return fails with 404 for none, 409 when somebody has taken it up
   */
  public Uni<Invitation> renew(UUID id) {
    String code = TrackingCodes.random(RANDOM);
    return transactor.write(
        session ->
            held(session, id)
                .call(
                    member ->
                        session
                            .createNativeQuery(RENEW)
                            .setParameter("id", id)
                            .setParameter("hash", codes.hash(member.certificate(), code))
                            .executeUpdate()
                            .invoke(changed -> need(changed, "council.joined-already")))
                .map(
                    member -> new Invitation(id, member.certificate(), TrackingCodes.shown(code))));
  }

  /**
   * Takes an invitation up.
   *
   * @param person with an account of their own
   * @return fails with 404 for a wrong certificate or code, 429 after too many, 409 for an
   *     appointment that is over or taken, or for whoever serves already
   */
  public Uni<Void> join(
      Address from, String certificate, String typedCode, boolean named, Actor person) {
    String number = codes.mayTry(from, certificate);
    String code = TrackingCodes.read(typedCode).orElse("");
    return transactor.write(
        session ->
            store
                .hold(session, number)
                .map(found -> found.orElseThrow(() -> codes.unknown(from, number)))
                .invoke(member -> codes.prove(from, number, member.codeHash(), code))
                .invoke(
                    member -> {
                      if (member.term().on(store.today()) != MemberState.INVITED) {
                        throw conflict("council.invitation-over");
                      }
                    })
                .chain(member -> join(session, member, named, person.accountId())));
  }

  private Uni<Void> join(Mutiny.Session session, Member member, boolean named, String account) {
    var now = CityTime.offset(clock.instant());
    return session
        .createNativeQuery(LET_GO)
        .setParameter("account", account)
        .setParameter("at", now)
        .setParameter("today", store.today())
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(SERVES, Long.class)
                    .setParameter("account", account)
                    .getSingleResult())
        .invoke(
            others -> {
              if (others > 0) {
                throw conflict("council.serves-already");
              }
            })
        .chain(
            () ->
                session
                    .createNativeQuery(JOIN)
                    .setParameter("account", account)
                    .setParameter("at", now)
                    .setParameter("name", named ? member.about().name() : null)
                    .setParameter("organisation", named ? member.about().organisation() : null)
                    .setParameter("id", member.id())
                    .executeUpdate())
        .invoke(changed -> need(changed, "council.invitation-over"))
        .replaceWithVoid();
  }

  /** Agrees, or no longer agrees, to be named. Fails with 404 for whoever isn't serving. */
  public Uni<Void> name(boolean named, Actor person) {
    return transactor.write(
        session ->
            store
                .serving(session, person.accountId())
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                .chain(
                    member ->
                        session
                            .createNativeQuery(NAME)
                            .setParameter("name", named ? member.about().name() : null)
                            .setParameter(
                                "organisation", named ? member.about().organisation() : null)
                            .setParameter("id", member.id())
                            .executeUpdate())
                .replaceWithVoid());
  }

  /**
   * Ends an appointment before its time 解聘.
   *
   * @param on the day of the decision
   * @return fails with 404 for none, 422 for a day to come, 409 when it is over
   */
  public Uni<Void> end(UUID id, LocalDate on, String reason, Actor office, String idempotencyKey) {
    if (on.isAfter(store.today())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/endedOn", "council.ended-on");
    }
    return idempotency
        .once(
            "endCouncilMember " + id,
            office.accountId(),
            idempotencyKey,
            StoredJson.bytes(List.of(on.toString(), reason)),
            session ->
                held(session, id)
                    .call(member -> end(session, member, on, reason, office.accountId()))
                    .replaceWith(new Reply(200, "{}")))
        .replaceWithVoid();
  }

  /** Somebody leaves by themselves; nothing happens to whoever doesn't serve. */
  Uni<Void> leave(Mutiny.Session session, String account, String reason) {
    return store
        .holdJoined(session, account)
        .chain(
            found ->
                found
                    .map(member -> end(session, member, lastDay(member), reason, account))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private LocalDate lastDay(Member member) {
    LocalDate until = member.term().until();
    return until.isBefore(store.today()) ? until : store.today();
  }

  private Uni<Void> end(
      Mutiny.Session session, Member member, LocalDate on, String reason, String by) {
    return vault
        .find(session, member.subject())
        .map(key -> key.orElseThrow().sealWords(Member.WHY, reason))
        .chain(
            why ->
                session
                    .createNativeQuery(END)
                    .setParameter("on", on)
                    .setParameter("at", CityTime.offset(clock.instant()))
                    .setParameter("by", by)
                    .setParameter("why", why)
                    .setParameter("id", member.id())
                    .executeUpdate())
        .invoke(changed -> need(changed, "council.ended-already"))
        .replaceWithVoid();
  }

  private Uni<Member> held(Mutiny.Session session, UUID id) {
    return store
        .hold(session, id)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static void need(int changed, String otherwise) {
    if (changed == 0) {
      throw conflict(otherwise);
    }
  }

  private static Problem conflict(String why) {
    return Problem.of(ProblemType.CONFLICT).detail(why);
  }
}
