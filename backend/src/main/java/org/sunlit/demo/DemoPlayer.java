package org.sunlit.demo;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.sunlit.platform.Deployment;

/**
 * Keeps the demonstration city alive: every few seconds somebody applies or something happens to a
 * case. It hurries: what would take days happens as soon as it is its turn, so that the board is
 * never still.
 */
@ApplicationScoped
class DemoPlayer {

  private static final Logger LOG = Logger.getLogger(DemoPlayer.class);

  /** About this many cases are open at a time. */
  private static final long OPEN_CASES = 120;

  /** While there are fewer: more arrive than are closed, since a case takes about five moves. */
  private static final double CHANCE_OF_ARRIVAL = 0.4;

  /** Of those who apply, about so many do something that takes several permits. */
  private static final double CHANCE_OF_A_THEME = 0.06;

  /** Whoever would rate within this time does so now. */
  private static final Duration HURRY = Duration.ofHours(36);

  private final Deployment deployment;
  private final DemoLife life;
  private final DemoJoint joint;
  private final ToldCases toldCases;
  private final DemoRatings ratings;
  private final Vertx vertx;
  private final Clock clock;
  private final Duration every;
  private final boolean enabled;
  private final Dice dice = new Dice(new Random());

  DemoPlayer(
      Deployment deployment,
      DemoLife life,
      DemoJoint joint,
      ToldCases toldCases,
      DemoRatings ratings,
      Vertx vertx,
      Clock clock,
      @ConfigProperty(name = "sunlit.demo.player.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "sunlit.demo.player.every", defaultValue = "PT6S") Duration every) {
    this.deployment = deployment;
    this.life = life;
    this.joint = joint;
    this.toldCases = toldCases;
    this.ratings = ratings;
    this.vertx = vertx;
    this.clock = clock;
    this.enabled = enabled;
    this.every = every;
  }

  void start(@Observes @Priority(3200) StartupEvent event) {
    if (deployment.demo() && enabled) {
      LOG.infof(
          "The player lives the demonstration city on, about every %d seconds", every.toSeconds());
      playLater();
    }
  }

  private void playLater() {
    long wait = Math.max(1, Math.round(dice.about(every.toMillis())));
    vertx.setTimer(
        wait,
        ignored ->
            play()
                .subscribe()
                .with(
                    played -> playLater(),
                    failure -> {
                      LOG.warn("The player stumbled", failure);
                      playLater();
                    }));
  }

  private Uni<Void> play() {
    return ratings
        .rateNext(dice, now().plus(HURRY))
        .chain(toldCases::count)
        .chain(
            open ->
                open == 0 || open < OPEN_CASES && dice.happens(CHANCE_OF_ARRIVAL)
                    ? begin()
                    : goOn());
  }

  private Uni<Void> begin() {
    if (dice.happens(CHANCE_OF_A_THEME)) {
      return joint.begin(dice, now()).chain(toldCases::keep);
    }
    return life.begin(dice, now())
        .chain(told -> toldCases.keep(told.map(List::of).orElse(List.of())));
  }

  private Uni<Void> goOn() {
    return toldCases
        .next()
        .chain(
            next ->
                next.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : life.goOn(next.get(), dice, now())
                        .chain(
                            after ->
                                after.isPresent()
                                    ? toldCases.keep(List.of(after.get()))
                                    : toldCases.forget(next.get())));
  }

  private Instant now() {
    return clock.instant();
  }
}
