package org.sunlit.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.calendar.CalendarService;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.CaseService;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.SignedPromise;
import org.sunlit.casework.rules.CaseCommand;
import org.sunlit.edge.Address;
import org.sunlit.identity.Actor;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.TravellingClock;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.promise.PromiseHandling;
import org.sunlit.promise.PromiseHolders;
import org.sunlit.promise.PromiseSweeps;
import org.sunlit.promise.rules.PromiseWords;

/**
 * Two enterprises of the demonstration city that were granted a permit on their word not long ago:
 * one hands in what it promised, the other doesn't.
 */
@ApplicationScoped
class DemoPromises {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ITEM = "MET-LIC-02";

  /** What may come within five working days of acceptance. */
  private static final String LATE = "M4";

  private static final String SUBJECT = "节日庆典升放系留气球";
  private static final Who KEEPS = new Who("晴川青禾庆典策划有限公司", "91990100MADQYH0012", "0990-0088001");
  private static final Who BREAKS = new Who("晴川星桥文化传播有限公司", "91990100MADQYH0025", "0990-0088002");

  /** Long enough that the five days are over, whatever holidays there were. */
  private static final Duration AGO = Duration.ofDays(28);

  private static final Duration BETWEEN_MOVES = OfficeHours.DAY.dividedBy(2);

  /** After so many working days the material is there, and has been looked at. */
  private static final int HANDED_IN = 3;

  private static final int REVIEWED = 4;

  /** Then the other is reminded, and then it is too late. */
  private static final List<Integer> LOOKED_AT = List.of(5, 7);

  private static final Story SMOOTH =
      new Story(Pace.TYPICAL, false, false, false, false, false, false);

  /** Where invented people are: addresses for documentation (RFC 5737). */
  private static final Address HOME = Address.of("203.0.113.8");

  /** Names, codes and numbers that nobody has. */
  private record Who(String name, String creditCode, String phone) {}

  private final DemoLife life;
  private final CaseService cases;
  private final PowerList powerList;
  private final PromiseHolders holders;
  private final PromiseHandling handling;
  private final PromiseSweeps sweeps;
  private final CalendarService calendar;
  private final TravellingClock clock;
  private final Cast cast = Cast.of(DemoFiles.people(), DemoFiles.regions());

  DemoPromises(
      DemoLife life,
      CaseService cases,
      PowerList powerList,
      PromiseHolders holders,
      PromiseHandling handling,
      PromiseSweeps sweeps,
      CalendarService calendar,
      TravellingClock clock) {
    this.life = life;
    this.cases = cases;
    this.powerList = powerList;
    this.holders = holders;
    this.handling = handling;
    this.sweeps = sweeps;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** Both are granted in time; then the first hands in what it promised, and the other doesn't. */
  void liveThrough(Dice dice, Instant now) {
    OfficeHours hours = new OfficeHours(calendar.current());
    Instant begun = hours.after(now.minus(AGO), Duration.ZERO);
    clock.travelTo(begun);
    ItemInForce item =
        await(powerList.inForce(ITEM, LocalDate.ofInstant(begun, CityTime.ZONE))).orElseThrow();
    ToldCase kept = await(apply(item, KEEPS, dice, begun));
    List<ToldCase> open = new ArrayList<>(List.of(kept, await(apply(item, BREAKS, dice, begun))));
    for (int move = 1; !open.isEmpty(); move++) {
      clock.travelTo(hours.after(begun, BETWEEN_MOVES.multipliedBy(move)));
      open.replaceAll(told -> await(move(told, item, dice)));
      open.removeIf(told -> !told.state().open());
    }
    clock.travelTo(hours.after(begun, OfficeHours.DAY.multipliedBy(HANDED_IN)));
    await(handIn(kept));
    clock.travelTo(hours.after(begun, OfficeHours.DAY.multipliedBy(REVIEWED)));
    await(approve(kept, item, dice));
    for (int looked : LOOKED_AT) {
      clock.travelTo(hours.after(begun, OfficeHours.DAY.multipliedBy(looked)));
      await(sweeps.sweep());
    }
  }

  private Uni<ToldCase> apply(ItemInForce item, Who who, Dice dice, Instant at) {
    List<HandedIn> materials =
        item.materials().stream()
            .filter(material -> material.required() && !material.code().equals(LATE))
            .map(material -> new HandedIn(material.code(), null))
            .toList();
    var applicant =
        new ApplicantDetails(
            ApplicantDetails.ORGANISATION, who.name(), who.creditCode(), who.phone(), null, null);
    var promise =
        new SignedPromise(
            PromiseWords.version(item.versionNumber()), who.name(), List.of(LATE), false);
    return cases
        .apply(
            new ApplyCommand(
                item.code(), item.regionCode(), applicant, SUBJECT, materials, promise, null),
            Actor.GUEST)
        .map(applied -> life.told(item, applied, item.regionCode(), dice, at));
  }

  private Uni<ToldCase> move(ToldCase told, ItemInForce item, Dice dice) {
    CaseCommand command =
        new Storyteller(life.habits(), dice)
            .next(SMOOTH, item.flow(), told.state(), told.stepId(), told.acts())
            .orElseThrow();
    return life.perform(told, item, command, dice)
        .orElseThrow()
        .map(changed -> told.after(changed, told.nextAt()));
  }

  private Uni<Void> handIn(ToldCase told) {
    var wanted = PromiseHolders.Wanted.handIn(List.of(new HandedIn(LATE, null)));
    return holders.ask(HOME, told.caseNumber(), told.trackingCode(), wanted);
  }

  private Uni<Void> approve(ToldCase told, ItemInForce item, Dice dice) {
    Actor window =
        cast.inPost("window", item.department().code(), told.regionCode(), dice).orElseThrow();
    var wanted = new PromiseHandling.Wanted(PromiseHandling.Action.REVIEW, LATE, true, null);
    return handling
        .version(told.caseNumber())
        .chain(version -> handling.act(told.caseNumber(), version, wanted, window));
  }

  private static <T> T await(Uni<T> done) {
    return done.await().atMost(PATIENCE);
  }
}
