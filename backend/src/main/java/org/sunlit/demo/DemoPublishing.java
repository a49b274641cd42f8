package org.sunlit.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sunlit.disclosure.Content;
import org.sunlit.disclosure.PublicationFiles;
import org.sunlit.disclosure.Publications;
import org.sunlit.disclosure.rules.PublicationDeed;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.TravellingClock;

/** The people of the demonstration's departments who publish: one drafts, another approves. */
@ApplicationScoped
class DemoPublishing {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Publications publications;
  private final PublicationFiles publicationFiles;
  private final Map<String, List<UUID>> files = new HashMap<>();
  private final TravellingClock clock;

  DemoPublishing(
      Publications publications, PublicationFiles publicationFiles, TravellingClock clock) {
    this.publications = publications;
    this.publicationFiles = publicationFiles;
    this.clock = clock;
  }

  /** Somebody who drafts, and somebody who approves. */
  record Pair(Actor drafter, Actor approver) {}

  /** Those departments that have both. */
  static Map<String, Pair> pairs() {
    Map<String, List<Actor>> actors =
        DemoFiles.actors().stream()
            .filter(actor -> actor.departmentCode() != null)
            .sorted(Comparator.comparing(Actor::accountId))
            .collect(Collectors.groupingBy(Actor::departmentCode));
    return actors.entrySet().stream()
        .filter(entry -> find(entry.getValue(), Role.REVIEWER) != null)
        .filter(entry -> find(entry.getValue(), Role.APPROVER) != null)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    new Pair(
                        find(entry.getValue(), Role.REVIEWER),
                        find(entry.getValue(), Role.APPROVER))));
  }

  private static Actor find(List<Actor> actors, Role role) {
    return actors.stream().filter(actor -> actor.is(role)).findFirst().orElse(null);
  }

  /**
   * A file that is attached.
   *
   * @param file under {@code resources/demo/publications}
   */
  record WrittenFile(String file, String name) {}

  /** Publishes at a moment that lies back; its number. */
  String publish(Pair pair, Content content, List<WrittenFile> attached, Instant at) {
    clock.travelTo(at);
    String number = await(publications.draft(content, pair.drafter(), null));
    attach(number, 2, attached, pair.drafter());
    release(number, 1 + attached.size(), pair);
    return number;
  }

  /** Corrects what was published once; its files are replaced where there are others. */
  void correct(
      String number, Pair pair, Content corrected, List<WrittenFile> attached, Instant at) {
    clock.travelTo(at);
    // Drafted, handed in, approved, released.
    List<UUID> before = files.getOrDefault(number, List.of());
    int seen = 5 + before.size();
    await(publications.edit(number, seen, corrected, pair.drafter()));
    for (UUID file : attached.isEmpty() ? List.<UUID>of() : before) {
      seen++;
      await(publicationFiles.remove(number, seen, file, pair.drafter()));
    }
    attach(number, seen + 1, attached, pair.drafter());
    release(number, seen + attached.size(), pair);
  }

  private void attach(String number, int seen, List<WrittenFile> attached, Actor drafter) {
    for (int at = 0; at < attached.size(); at++) {
      WrittenFile file = attached.get(at);
      Path copy = DemoFiles.copy("publications/" + file.file());
      try {
        UUID id = await(publicationFiles.add(number, seen + at, file.name(), copy, drafter));
        files.computeIfAbsent(number, none -> new ArrayList<>()).add(id);
      } finally {
        copy.toFile().delete();
      }
    }
  }

  void withdraw(String number, Pair pair, String reason, Instant at) {
    clock.travelTo(at);
    act(number, 5, PublicationDeed.WITHDRAW, reason, pair.approver());
  }

  private void release(String number, int before, Pair pair) {
    act(number, before + 1, PublicationDeed.SUBMIT, null, pair.drafter());
    act(number, before + 2, PublicationDeed.APPROVE, null, pair.approver());
  }

  private void act(String number, int seen, PublicationDeed deed, String words, Actor actor) {
    await(publications.act(number, seen, new Publications.Wanted(deed, words, null), actor, null));
  }

  static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
