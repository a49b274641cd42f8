package org.sunlit.testing;

import io.quarkus.arc.Arc;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.sunlit.identity.Accounts;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;

/** Access tokens of people who need no sign-in of their own in a test. */
public final class SignedIn {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Everybody's here. */
  public static final String PASSWORD = "晴天 and long enough";

  private SignedIn() {}

  /** A token of somebody with this role, in no department and no post. */
  public static String as(Role role) {
    return as(
        new StaffAccount(
            nameOf(role),
            "某" + role.code(),
            "A " + role.code(),
            null,
            null,
            null,
            null,
            Set.of(role),
            Set.of()));
  }

  /** The account of somebody with this role, in no department and no post. */
  public static String nameOf(Role role) {
    return "test." + role.code().toLowerCase(Locale.ROOT);
  }

  /** A token of somebody with this role in a department, or in none when it is null. */
  public static String as(String account, String department, Role role) {
    return as(
        new StaffAccount(
            account, "某" + account, null, null, department, null, null, Set.of(role), Set.of()));
  }

  /** A token of this account, which is created unless there is one of its name. */
  public static String as(StaffAccount account) {
    Arc.container()
        .instance(Accounts.class)
        .get()
        .create(List.of(account), PASSWORD)
        .await()
        .atMost(PATIENCE);
    return token(account.account());
  }

  /** A token of an account that exists. */
  public static String token(String account) {
    return Jwt.issuer(ConfigProvider.getConfig().getValue("mp.jwt.verify.issuer", String.class))
        .audience(ConfigProvider.getConfig().getValue("mp.jwt.verify.audiences", String.class))
        .subject(account)
        .claim("sid", UUID.randomUUID().toString())
        .issuedAt(Instant.now())
        .expiresAt(Instant.now().plusSeconds(600))
        .jws()
        .header("typ", "at+jwt")
        .sign();
  }
}
