package org.sunlit.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.sunlit.board.Screens;
import org.sunlit.document.IssuingUnits;
import org.sunlit.identity.Accounts;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.PrivateFiles;
import org.sunlit.powerlist.ItemPublisher;
import org.sunlit.powerlist.Publication;

/**
 * Founds the demonstration city at the first start: regions, departments, items, people and
 * screens.
 */
@ApplicationScoped
class DemoCity {

  private static final Logger LOG = Logger.getLogger(DemoCity.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String CHAPTER = "city";

  private final Deployment deployment;
  private final DemoChapters chapters;
  private final ItemPublisher publisher;
  private final Accounts accounts;
  private final Screens screens;
  private final IssuingUnits units;
  private final DemoLetters letters;
  private final Clock clock;

  DemoCity(
      Deployment deployment,
      DemoChapters chapters,
      ItemPublisher publisher,
      Accounts accounts,
      Screens screens,
      IssuingUnits units,
      DemoLetters letters,
      Clock clock) {
    this.deployment = deployment;
    this.chapters = chapters;
    this.publisher = publisher;
    this.accounts = accounts;
    this.screens = screens;
    this.units = units;
    this.letters = letters;
    this.clock = clock;
  }

  void found(@Observes @Priority(3000) StartupEvent event) {
    chapters.once(
        CHAPTER,
        () -> {
          LOG.info("Founding the demonstration city …");
          found().await().atMost(PATIENCE);
        });
  }

  private Uni<Void> found() {
    var regions = DemoFiles.regions();
    var departments = DemoFiles.departments();
    var items = DemoFiles.items();
    var people = DemoFiles.people();
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return publisher
        .publish(Publication.of(regions, departments, items, today))
        .chain(() -> units.keep(DemoFiles.documentUnits()))
        .chain(() -> screens.register(DemoScreens.of(regions, departments)))
        .chain(
            () ->
                accounts.create(
                    people.stream().map(DemoPerson::staffAccount).toList(), password(people)))
        .chain(() -> letters.write(today))
        .invoke(
            () ->
                LOG.infof(
                    "The demonstration city has %d departments, %d items and %d people",
                    departments.size(), items.size(), people.size()));
  }

  /**
   * One password for all, made up here and told in a file only the owner of the data folder can
   * read.
   */
  private String password(List<DemoPerson> people) {
    byte[] bytes = new byte[9];
    new SecureRandom().nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      Path file = deployment.demoAccountsFile();
      PrivateFiles.write(file, DemoAccountsFile.text(password, people));
    } catch (IOException failure) {
      throw new UncheckedIOException("The demonstration's accounts can't be written down", failure);
    }
    return password;
  }
}
