package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.sunlit.board.CarrierForm;
import org.sunlit.board.Carriers;
import org.sunlit.board.Heartbeats;
import org.sunlit.board.Notices;
import org.sunlit.board.Playlists;
import org.sunlit.board.rules.CarrierKind;
import org.sunlit.board.rules.Playlist;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Deployment;
import org.sunlit.problem.Problem;

/**
 * A dozen carriers of the demonstration city, with two whose devices fell silent, what its screens
 * play, and devices that go on saying that they are alive.
 */
@ApplicationScoped
class DemoCarriers {
  private static final Logger LOG = Logger.getLogger(DemoCarriers.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CHAPTER = "carriers";
  private static final String ADMINISTRATOR = "das.administrator";
  private static final String SUPERVISOR = "supervisor1";

  /** What was posted on it: how many days ago, and what. */
  private record Told(String code, CarrierForm form, boolean silent, List<Object> posted) {}

  private record Said(
      String title, String titleEn, String text, String textEn, String screenCode, int days) {}

  private record File(List<Told> carriers, Map<String, Playlist> playlists, List<Said> notices) {}

  private final Deployment deployment;
  private final DemoChapters chapters;
  private final Carriers carriers;
  private final Heartbeats heartbeats;
  private final Playlists playlists;
  private final Notices notices;
  private final Clock clock;

  /** Keys of the devices that are alive; they are paired anew at each start. */
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  DemoCarriers(
      Deployment deployment,
      DemoChapters chapters,
      Carriers carriers,
      Heartbeats heartbeats,
      Playlists playlists,
      Notices notices,
      Clock clock) {
    this.deployment = deployment;
    this.chapters = chapters;
    this.carriers = carriers;
    this.heartbeats = heartbeats;
    this.playlists = playlists;
    this.notices = notices;
    this.clock = clock;
  }

  void enter(@Observes @Priority(3070) StartupEvent event) {
    if (!deployment.demo()) {
      return;
    }
    File file = DemoFiles.read("carriers.json", new TypeReference<>() {});
    chapters.once(CHAPTER, () -> enter(file));
    each(file.carriers().stream().filter(told -> !told.silent()).toList(), this::pairAgain)
        .await()
        .atMost(PATIENCE);
  }

  @Scheduled(
      every = "{sunlit.board.beat.every:60s}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> beat() {
    return each(List.copyOf(keys.entrySet()), one -> beat(one.getKey(), one.getValue()));
  }

  private void enter(File file) {
    each(file.carriers(), this::enter)
        .chain(() -> each(List.copyOf(file.playlists().entrySet()), this::play))
        .chain(() -> each(file.notices(), this::say))
        .await()
        .atMost(PATIENCE);
  }

  private Uni<Void> enter(Told told) {
    return carriers
        .keep(told.code(), told.form(), 0, DemoFiles.actor(ADMINISTRATOR), false)
        .chain(() -> told.silent() ? fallSilent(told) : posted(told));
  }

  /** It was paired, said once that it was alive, and was not heard of again. */
  private Uni<Void> fallSilent(Told told) {
    return pair(told).chain(() -> beat(told.code(), keys.remove(told.code())));
  }

  private Uni<Void> posted(Told told) {
    if (told.posted() == null) {
      return Uni.createFrom().voidItem();
    }
    LocalDate day =
        LocalDate.ofInstant(clock.instant(), CityTime.ZONE)
            .minusDays(((Number) told.posted().get(0)).longValue());
    return carriers.post(
        told.code(),
        day,
        (String) told.posted().get(1),
        DemoFiles.actor(told.form().responsible()),
        "demo-posting-" + told.code());
  }

  private Uni<Void> pair(Told told) {
    return Coded.of(CarrierKind.class, told.form().kind()).device()
        ? carriers
            .pair(told.code(), DemoFiles.actor(ADMINISTRATOR))
            .invoke(key -> keys.put(told.code(), key))
            .chain(key -> beat(told.code(), key))
        : Uni.createFrom().voidItem();
  }

  /** What was taken down meanwhile, or is no device any more, stays so. */
  private Uni<Void> pairAgain(Told told) {
    return pair(told).onFailure(Problem.class).recoverWithNull();
  }

  private Uni<Void> beat(String code, String key) {
    return heartbeats
        .hear(new Heartbeats.Said(code, key, "demo", "cases", 0))
        // Somebody paired a device of their own with it.
        .onFailure(Problem.class)
        .recoverWithUni(
            () -> {
              keys.remove(code);
              LOG.infof("%s has another device now", code);
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> play(Map.Entry<String, Playlist> one) {
    return playlists
        .keep(one.getKey(), one.getValue(), 0, DemoFiles.actor(ADMINISTRATOR), false)
        .replaceWithVoid();
  }

  private Uni<Void> say(Said said) {
    Instant now = clock.instant();
    var form =
        new Notices.Form(
            said.title(),
            said.titleEn(),
            said.text(),
            said.textEn(),
            said.screenCode(),
            now,
            now.plus(Duration.ofDays(said.days())));
    return notices
        .write(form, DemoFiles.actor(ADMINISTRATOR), "demo-notice-" + said.title().hashCode())
        .chain(id -> notices.decide(id, "released", DemoFiles.actor(SUPERVISOR)));
  }

  private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(one -> work.apply(one))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
