package org.sunlit.citizen;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.citizen.PhoneCodes.Asked;
import org.sunlit.citizen.PhoneCodes.Proven;
import org.sunlit.citizen.PhoneCodes.Purpose;
import org.sunlit.citizen.PhoneCodes.Sent;
import org.sunlit.citizen.rules.SignInNames;
import org.sunlit.identity.PersonAccounts;
import org.sunlit.platform.Transactor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * A new password for whoever holds the account's telephone (找回密码). Staff ask their administrator.
 */
@ApplicationScoped
class PasswordResets {
  private static final boolean WAITS = true;

  private final Citizens citizens;
  private final PersonAccounts accounts;
  private final PhoneCodes codes;
  private final Transactor transactor;

  PasswordResets(
      Citizens citizens, PersonAccounts accounts, PhoneCodes codes, Transactor transactor) {
    this.citizens = citizens;
    this.accounts = accounts;
    this.codes = codes;
    this.transactor = transactor;
  }

  /** Asks for a code. Nobody learns whether there is such an account but its telephone. */
  Uni<Sent> ask(String signInName) {
    return citizens
        .account(signInName)
        .chain(
            account ->
                account
                    .map(citizens::find)
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
        .map(
            found ->
                new Asked(
                    Purpose.PASSWORD_RESET,
                    SignInNames.plain(signInName),
                    found.map(Citizen::account).orElse(null),
                    found.isPresent() ? WAITS : null,
                    found
                        .map(citizen -> PhoneMessages.passwordReset(citizen.details().phone()))
                        .orElseGet(PhoneMessages::nobody)))
        .chain(asked -> transactor.write(session -> codes.send(session, asked)));
  }

  /**
   * Sets the password and ends every session.
   *
   * @return fails with 422 for a code or a password that isn't good
   */
  Uni<Void> confirm(UUID id, String code, String password) {
    accounts
        .objection("", password, "/password")
        .ifPresent(
            wrong -> {
              throw Problem.of(ProblemType.UNPROCESSABLE).with(List.of(wrong));
            });
    return accounts
        .hash(password)
        .chain(
            hash ->
                transactor.write(
                    session ->
                        codes
                            .prove(session, Purpose.PASSWORD_RESET, id, null, code)
                            .call(
                                proven ->
                                    proven
                                        .map(
                                            good ->
                                                accounts
                                                    .setPassword(session, good.account(), hash)
                                                    .chain(() -> codes.use(session, good)))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))))
        .map(proven -> proven.orElseThrow(PhoneCodes::wrong))
        .map(Proven::account)
        .chain(accounts::signOut);
  }
}
