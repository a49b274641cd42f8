package org.sunlit.citizen;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.citizen.PhoneCodes.Asked;
import org.sunlit.citizen.PhoneCodes.Proven;
import org.sunlit.citizen.PhoneCodes.Purpose;
import org.sunlit.citizen.PhoneCodes.Sent;
import org.sunlit.identity.PersonAccounts;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Opens accounts for people and organisations who prove their telephone (注册). */
@ApplicationScoped
class Registrations {
  /** Without those that are read wrong. */
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int ID_LENGTH = 16;

  /** What waits for the code. */
  record Waiting(CitizenDetails details, String passwordHash) {}

  private final Citizens citizens;
  private final PersonAccounts accounts;
  private final PhoneCodes codes;
  private final Transactor transactor;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Registrations(
      Citizens citizens,
      PersonAccounts accounts,
      PhoneCodes codes,
      Transactor transactor,
      Clock clock) {
    this.citizens = citizens;
    this.accounts = accounts;
    this.codes = codes;
    this.transactor = transactor;
    this.clock = clock;
  }

  /**
   * Asks for an account. Whoever has one with this telephone is told so there and nowhere else; the
   * answer and the work are the same.
   *
   * @return fails with 422 for what is wrong with the details, 429 when asked too often
   */
  Uni<Sent> ask(CitizenDetails details, String password) {
    RegistrationChecks.check(
        details,
        accounts.objection(details.signInName(), password, "/password"),
        LocalDate.now(clock));
    boolean byPhone = details.signInName().equals(details.phone());
    return accounts
        .hash(password)
        .chain(
            hash ->
                citizens
                    .account(details.signInName())
                    .chain(
                        holder -> {
                          boolean told = byPhone && holder.isPresent();
                          Asked asked =
                              new Asked(
                                  Purpose.REGISTRATION,
                                  details.phone(),
                                  null,
                                  told ? null : new Waiting(details, hash),
                                  told
                                      ? PhoneMessages.registeredAlready(details.phone())
                                      : PhoneMessages.registration(details.phone()));
                          return transactor.write(session -> codes.send(session, asked));
                        }));
  }

  /**
   * Opens the account.
   *
   * @return fails with 422 for a code that isn't good, 409 when somebody has the name
   */
  Uni<Void> confirm(UUID id, String code) {
    return transactor
        .write(
            session ->
                codes
                    .prove(session, Purpose.REGISTRATION, id, null, code)
                    .call(
                        proven ->
                            proven
                                .map(good -> open(session, good))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
        .onFailure(Citizens::nameTaken)
        .transform(taken -> Problem.of(ProblemType.CONFLICT).detail("registration.name-taken"))
        .invoke(
            proven -> {
              if (proven.isEmpty()) {
                throw PhoneCodes.wrong();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> open(Mutiny.Session session, Proven proven) {
    String account = newId();
    return codes
        .waiting(proven, Waiting.class)
        .call(
            waiting ->
                accounts.open(
                    session,
                    account,
                    waiting.details().kind().role(),
                    waiting.passwordHash(),
                    clock.instant()))
        .chain(waiting -> citizens.insert(session, account, waiting.details(), clock.instant()))
        .chain(() -> codes.use(session, proven));
  }

  private String newId() {
    StringBuilder id = new StringBuilder("c-");
    for (int place = 0; place < ID_LENGTH; place++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
