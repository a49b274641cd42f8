package org.sunlit.board;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sunlit.journal.JournalStream;
import org.sunlit.journal.PlacedPublicRow;

/**
 * What every screen shows, kept in memory and ready as bytes. Feeds that are ready are read from
 * any thread; everything else happens on one event loop, so nothing here needs a lock.
 */
@ApplicationScoped
class LiveBoards {

  /** Rows read to fill a screen: some cases move more than once. */
  private static final int ROWS_TO_FILL = 1_000;

  /** Readers choose columns freely; more different feeds than this are not kept. */
  private static final int MOST_FEEDS = 1_000;

  private record Open(Screen screen, ScreenStates states) {}

  private final Screens screens;
  private final JournalStream journal;
  private final FeedWriter writer;
  private final BoardTail tail;
  private final Map<FeedRequest, Feed> feeds = new ConcurrentHashMap<>();
  private final Map<String, Open> open = new HashMap<>();

  LiveBoards(Screens screens, JournalStream journal, FeedWriter writer, BoardTail tail) {
    this.screens = screens;
    this.journal = journal;
    this.writer = writer;
    this.tail = tail;
  }

  void start(@Observes StartupEvent event) {
    tail.onRows(this::apply);
  }

  /** The feed if it is ready: no waiting, from any thread. */
  Feed ready(FeedRequest request) {
    return feeds.get(request);
  }

  /** The feed, made when it is not ready; empty when there is no such screen. */
  Uni<Optional<Feed>> feed(FeedRequest request) {
    return openScreen(request.board())
        .map(
            found ->
                found.map(screen -> feeds.computeIfAbsent(request, wanted -> make(wanted, screen))))
        .runSubscriptionOn(tail);
  }

  private Uni<Optional<Open>> openScreen(String code) {
    Open known = open.get(code);
    if (known != null) {
      return Uni.createFrom().item(Optional.of(known));
    }
    return screens
        .find(code)
        .chain(
            screen ->
                screen.isEmpty()
                    ? Uni.createFrom().item(Optional.<Open>empty())
                    : fill(screen.get()).map(Optional::of))
        .emitOn(tail);
  }

  /** Reads what a screen shows so far; what happens meanwhile is applied afterwards, none twice. */
  private Uni<Open> fill(Screen screen) {
    return journal
        .newest(tail.place(), screen.regionPrefix(), screen.departmentCode(), ROWS_TO_FILL)
        .emitOn(tail)
        .map(newestFirst -> open.computeIfAbsent(screen.code(), code -> fill(screen, newestFirst)));
  }

  private Open fill(Screen screen, List<PlacedPublicRow> newestFirst) {
    ScreenStates states = new ScreenStates();
    for (int index = newestFirst.size() - 1; index >= 0; index--) {
      states.apply(writer.entry(newestFirst.get(index)));
    }
    long filledTo = newestFirst.isEmpty() ? 0 : newestFirst.get(0).place();
    tail.recent(filledTo).stream()
        .filter(shown -> screen.shows(shown.row().projection()))
        .forEach(states::apply);
    return new Open(screen, states);
  }

  private void apply(List<Shown> rows) {
    Set<String> changed = new HashSet<>();
    for (Open screen : open.values()) {
      for (Shown shown : rows) {
        if (screen.screen().shows(shown.row().projection())) {
          screen.states().apply(shown);
          changed.add(screen.screen().code());
        }
      }
    }
    feeds.keySet().removeIf(request -> changed.contains(request.board()));
  }

  private Feed make(FeedRequest request, Open screen) {
    if (feeds.size() >= MOST_FEEDS) {
      feeds.clear();
    }
    List<Shown> newest = screen.states().newest(request.limit());
    long place = newest.isEmpty() ? 0 : newest.get(0).place();
    byte[] body =
        request
            .text()
            .map(form -> lines(newest, form))
            .orElseGet(() -> writer.feed(screen.screen(), place, newest));
    return Feed.of(body, request.contentType(), request.entityTag(place));
  }

  private static byte[] lines(List<Shown> newest, FeedRequest.TextForm form) {
    String lines =
        newest.stream()
            .map(shown -> form.columns().line(shown.row()) + "\r\n")
            .collect(Collectors.joining());
    return lines.getBytes(form.charset());
  }
}
