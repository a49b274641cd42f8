package org.sunlit.identity;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.FieldProblem;

/**
 * The accounts of those who aren't staff, as far as signing in is concerned: an id, a role and a
 * password. Whose they are is known elsewhere.
 */
@ApplicationScoped
public class PersonAccounts {
  private static final String OPEN =
      """
      insert into account (account, kind, name, name_en, roles, password_hash, created_at)
      values (:account, :kind, :name, :nameEn, array[cast(:role as text)], :hash, :at)
      """;
  private static final String SET_PASSWORD =
      "update account set password_hash = :hash where account = :account and kind <> 'staff'";
  private static final String CLOSE =
      """
      update account set disabled = true, password_hash = ''
      where account = :account and kind <> 'staff'
      """;

  private final Passwords passwords;
  private final OwnPassword ownPassword;
  private final Sessions sessions;
  private final Directory directory;

  PersonAccounts(
      Passwords passwords, OwnPassword ownPassword, Sessions sessions, Directory directory) {
    this.ownPassword = ownPassword;
    this.passwords = passwords;
    this.sessions = sessions;
    this.directory = directory;
  }

  /** The hash a password is kept as; takes its time, on a worker. */
  public Uni<String> hash(String password) {
    return passwords.hash(password);
  }

  /** What speaks against a password; empty when nothing does. */
  public Optional<FieldProblem> objection(String signInName, String password, String pointer) {
    return PasswordRules.objection(signInName, password)
        .map(found -> new FieldProblem(pointer, found.messageKey(), List.of(found.args())));
  }

  /** Does the work if the password is the actor's own; 422 at {@code /password} otherwise. */
  public <T> Uni<T> withPassword(
      RoutingContext http, Actor actor, String password, Supplier<Uni<T>> work) {
    return ownPassword.then(http, actor, password, work);
  }

  /**
   * Opens an account within the caller's transaction.
   *
   * @param role {@link Role#CITIZEN} or {@link Role#ENTERPRISE}
   */
  public Uni<Void> open(
      Mutiny.Session session, String account, Role role, String passwordHash, Instant at) {
    boolean person = role == Role.CITIZEN;
    return session
        .createNativeQuery(OPEN)
        .setParameter("account", account)
        .setParameter("kind", person ? "person" : "organisation")
        .setParameter("name", person ? "个人" : "企业")
        .setParameter("nameEn", person ? "Individual" : "Enterprise")
        .setParameter("role", role.code())
        .setParameter("hash", passwordHash)
        .setParameter("at", CityTime.offset(at))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Gives it another password within the caller's transaction. */
  public Uni<Void> setPassword(Mutiny.Session session, String account, String passwordHash) {
    return session
        .createNativeQuery(SET_PASSWORD)
        .setParameter("hash", passwordHash)
        .setParameter("account", account)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Closes it for good within the caller's transaction. */
  public Uni<Void> close(Mutiny.Session session, String account) {
    return session
        .createNativeQuery(CLOSE)
        .setParameter("account", account)
        .executeUpdate()
        .replaceWithVoid();
  }

  /** To be called after the commit of either: whoever was signed in is out at once. */
  public Uni<Void> signOut(String account) {
    directory.forget(account);
    return sessions.endAll(account);
  }
}
