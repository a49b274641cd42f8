package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.SubProcessLibrary;
import org.sunlit.powerlist.flow.SubProcess;

/**
 * Fills the demonstration city's library of sub-processes: site inspections, expert reviews, and
 * what its items have taken from it already.
 */
@ApplicationScoped
class DemoSubProcesses {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CHAPTER = "sub-processes";
  private static final Actor FOUNDER =
      new Actor("demonstration", "演示数据", "Demonstration", null, null, Set.of(), Set.of());

  private final DemoChapters chapters;
  private final SubProcessLibrary library;
  private final Clock clock;

  DemoSubProcesses(DemoChapters chapters, SubProcessLibrary library, Clock clock) {
    this.chapters = chapters;
    this.library = library;
    this.clock = clock;
  }

  void publish(@Observes @Priority(3040) StartupEvent event) {
    chapters.once(CHAPTER, this::publish);
  }

  private void publish() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    Uni<Void> published = Uni.createFrom().voidItem();
    for (SubProcess one : all()) {
      var proposal = new SubProcessLibrary.Proposal(one.code(), today, one);
      published = published.chain(() -> library.publish(proposal, 0, FOUNDER).replaceWithVoid());
    }
    published.await().atMost(PATIENCE);
  }

  private static List<SubProcess> all() {
    List<SubProcess> all =
        new ArrayList<>(
            DemoFiles.read("sub-processes.json", new TypeReference<List<SubProcess>>() {}));
    DemoFiles.items().stream()
        .filter(item -> item.flow() != null)
        .flatMap(item -> item.flow().subProcesses().stream())
        .filter(part -> part.libraryVersion() != null)
        .map(part -> part.from(null))
        .distinct()
        .forEach(all::add);
    return all;
  }
}
