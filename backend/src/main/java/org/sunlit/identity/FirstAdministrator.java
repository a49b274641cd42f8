package org.sunlit.identity;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets a city in: with {@code SUNLIT_ADMINISTRATOR_PASSWORD} set and no account yet, creates {@code
 * administrator}. There is no default password.
 */
@ApplicationScoped
class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class);
  private static final String NAME = "administrator";

  private final Accounts accounts;
  private final Optional<String> password;

  FirstAdministrator(
      Accounts accounts,
      @ConfigProperty(name = "sunlit.administrator.password") Optional<String> password) {
    this.accounts = accounts;
    this.password = password;
  }

  void create(@Observes StartupEvent event) {
    password.ifPresent(
        value ->
            accounts
                .count()
                .chain(count -> createUnless(count > 0, value))
                .await()
                .atMost(Duration.ofSeconds(30)));
  }

  private Uni<Void> createUnless(boolean accountsExist, String value) {
    if (accountsExist) {
      return Uni.createFrom().voidItem();
    }
    var administrator =
        new StaffAccount(
            NAME,
            "系统管理员",
            "Administrator",
            null,
            null,
            null,
            null,
            Set.of(Role.ADMINISTRATOR, Role.CATALOGUE_EDITOR),
            Set.of());
    return accounts
        .create(List.of(administrator), value)
        .invoke(() -> LOG.infof("Created the first account: %s", NAME));
  }
}
