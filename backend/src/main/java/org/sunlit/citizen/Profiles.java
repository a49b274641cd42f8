package org.sunlit.citizen;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.citizen.PhoneCodes.Asked;
import org.sunlit.citizen.PhoneCodes.Proven;
import org.sunlit.citizen.PhoneCodes.Purpose;
import org.sunlit.citizen.PhoneCodes.Sent;
import org.sunlit.identity.Actor;
import org.sunlit.identity.PersonAccounts;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Changes what an account says of whose it is, and closes it (我的资料、注销). */
@ApplicationScoped
class Profiles {
  private final Citizens citizens;
  private final PersonAccounts accounts;
  private final PhoneCodes codes;
  private final Transactor transactor;
  private final List<AccountEnding> endings;

  Profiles(
      Citizens citizens,
      PersonAccounts accounts,
      PhoneCodes codes,
      Transactor transactor,
      @All List<AccountEnding> endings) {
    this.citizens = citizens;
    this.accounts = accounts;
    this.codes = codes;
    this.transactor = transactor;
    this.endings = endings;
  }

  /** What is null stays as it is; what is blank is taken out. */
  Uni<Citizen> change(String account, String address, String contactName) {
    return citizens
        .change(
            account,
            before ->
                before.living(
                    changed(before.address(), address), changed(before.contactName(), contactName)))
        .chain(() -> citizens.own(account));
  }

  /**
   * How they want to be told from now on.
   *
   * @return fails with 422 for what can't be chosen
   */
  Uni<Citizen> choose(String account, NoticeChoice choice) {
    List<FieldProblem> objections = choice.objections("");
    if (!objections.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(objections);
    }
    return citizens
        .change(account, before -> before.choosing(choice))
        .chain(() -> citizens.own(account));
  }

  Uni<Sent> askPhoneChange(String account, String phone) {
    Asked asked =
        new Asked(Purpose.PHONE_CHANGE, phone, account, phone, PhoneMessages.phoneChange(phone));
    return transactor.write(session -> codes.send(session, asked));
  }

  /**
   * The new number is proven.
   *
   * @return fails with 422 for a code that isn't good, 409 when somebody signs in with the number
   */
  Uni<Citizen> confirmPhoneChange(String account, UUID id, String code) {
    return transactor
        .write(
            session ->
                codes
                    .prove(session, Purpose.PHONE_CHANGE, id, account, code)
                    .call(
                        proven ->
                            proven
                                .map(good -> move(session, account, good))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
        .onFailure(Citizens::nameTaken)
        .transform(taken -> Problem.of(ProblemType.CONFLICT).detail("registration.name-taken"))
        .map(proven -> proven.orElseThrow(PhoneCodes::wrong))
        .chain(() -> citizens.own(account));
  }

  private Uni<Void> move(Mutiny.Session session, String account, Proven proven) {
    return codes
        .waiting(proven, String.class)
        .chain(phone -> citizens.change(session, account, before -> before.reachedAt(phone)))
        .chain(() -> codes.use(session, proven));
  }

  /**
   * Closes the account: what it says of whose it is is deleted, and nobody signs in with it again.
   *
   * @return fails with 422 when it isn't the account's password
   */
  Uni<Void> close(RoutingContext http, Actor actor, String password) {
    String account = actor.accountId();
    return accounts
        .withPassword(
            http, actor, password, () -> transactor.write(session -> close(session, account)))
        .chain(() -> accounts.signOut(account));
  }

  private Uni<Void> close(Mutiny.Session session, String account) {
    return accounts
        .close(session, account)
        .chain(() -> citizens.delete(session, account))
        .chain(() -> codes.forget(session, account))
        .chain(() -> endAll(session, account));
  }

  private Uni<Void> endAll(Mutiny.Session session, String account) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (AccountEnding ending : endings) {
      done = done.chain(() -> ending.end(session, account));
    }
    return done;
  }

  private static String changed(String before, String to) {
    if (to == null) {
      return before;
    }
    return to.isBlank() ? null : to.strip();
  }
}
