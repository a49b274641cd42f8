package org.sunlit.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.sunlit.identity.Actor;
import org.sunlit.joint.ThemeEditing;
import org.sunlit.platform.CityTime;

/** Publishes the demonstration city's themes, once its items are there. */
@ApplicationScoped
class DemoThemes {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CHAPTER = "themes";
  private static final Actor FOUNDER =
      new Actor("demonstration", "演示数据", "Demonstration", null, null, Set.of(), Set.of());

  private final DemoChapters chapters;
  private final ThemeEditing themes;
  private final Clock clock;

  DemoThemes(DemoChapters chapters, ThemeEditing themes, Clock clock) {
    this.chapters = chapters;
    this.themes = themes;
    this.clock = clock;
  }

  void publish(@Observes @Priority(3050) StartupEvent event) {
    chapters.once(CHAPTER, this::publish);
  }

  private void publish() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    Uni<Void> published = Uni.createFrom().voidItem();
    for (DemoTheme one : DemoTheme.all()) {
      published =
          published.chain(
              () ->
                  themes
                      .publish(
                          new ThemeEditing.Proposal(one.code(), today, one.theme()), 0, FOUNDER)
                      .replaceWithVoid());
    }
    published.await().atMost(PATIENCE);
  }
}
