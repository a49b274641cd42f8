package org.sunlit.board;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.sunlit.board.rules.Playlist;
import org.sunlit.board.rules.ProgrammeKind;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Shared;

/**
 * What a screen plays today, with all that it shows, so that it goes on without a network. Many
 * readers at once cause one look; what one source can't say, the others show all the same.
 */
@ApplicationScoped
class Programmes {
  private static final Logger LOG = Logger.getLogger(Programmes.class);
  private static final Duration GOOD_FOR = Duration.ofSeconds(10);

  /** A panel and what it stands for. */
  record Shown(ProgrammeKind kind, Panel panel) {}

  /** A day of a screen. */
  record Programme(LocalDate day, List<Playlist.Slot> slots, List<Shown> panels) {}

  private final Playlists playlists;
  private final List<ProgrammeSource> sources;
  private final CalendarService calendars;
  private final Clock clock;
  private final Map<String, Uni<Programme>> made = new ConcurrentHashMap<>();

  Programmes(
      Playlists playlists,
      @All List<ProgrammeSource> sources,
      CalendarService calendars,
      Clock clock) {
    this.playlists = playlists;
    this.sources = sources;
    this.calendars = calendars;
    this.clock = clock;
  }

  Uni<Programme> of(Screen screen) {
    return made.computeIfAbsent(screen.code(), code -> Shared.every(GOOD_FOR, () -> make(screen)));
  }

  private Uni<Programme> make(Screen screen) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    return playlists
        .of(screen.code())
        .map(stored -> stored.playlist().on(calendars.current().isWorkingDay(today)))
        .chain(slots -> panels(screen, slots).map(shown -> new Programme(today, slots, shown)));
  }

  private Uni<List<Shown>> panels(Screen screen, List<Playlist.Slot> slots) {
    Set<String> kinds =
        slots.stream()
            .flatMap(slot -> slot.entries().stream())
            .map(Playlist.Entry::kind)
            .collect(Collectors.toSet());
    return Multi.createFrom()
        .iterable(sources)
        .filter(source -> kinds.contains(source.kind().code()))
        .onItem()
        .transformToUniAndConcatenate(source -> panels(source, screen))
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList());
  }

  private static Uni<List<Shown>> panels(ProgrammeSource source, Screen screen) {
    return source
        .panels(screen)
        .map(panels -> panels.stream().map(panel -> new Shown(source.kind(), panel)).toList())
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.errorf(failure, "Nothing to show of %s", source.kind().code());
              return List.of();
            });
  }
}
