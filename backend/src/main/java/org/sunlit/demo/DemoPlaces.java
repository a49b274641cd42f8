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
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.CaseService;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.Handing;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.place.Delegations;
import org.sunlit.place.DutyRegister;
import org.sunlit.place.LiaisonOfficers;
import org.sunlit.place.Places;
import org.sunlit.place.RoomChecks;
import org.sunlit.place.rules.DelegatedPower;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.place.rules.RoomItem;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Regions;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.PowerList;

/**
 * Where one can go in the demonstration city: its hall, eighteen township centres with what
 * departments have delegated to them, village rooms with their checks and registers, and some cases
 * taken in there, left to whoever looks at the demonstration.
 */
@ApplicationScoped
class DemoPlaces {
  private static final Logger LOG = Logger.getLogger(DemoPlaces.class);
  private static final String CHAPTER = "places";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SEED = 38;

  /** Every so many rooms one still lacks something. */
  private static final int INCOMPLETE = 4;

  /** A place as it is written down. */
  record Written(
      String code,
      String kind,
      String regionCode,
      String name,
      String nameEn,
      String address,
      String addressEn,
      String telephone,
      List<WrittenSpan> hours) {
    Places.Form form() {
      return new Places.Form(
          Coded.of(PlaceKind.class, kind),
          regionCode,
          name,
          nameEn,
          address,
          addressEn,
          telephone,
          new Hours(hours.stream().map(WrittenSpan::span).toList()));
    }

    boolean is(PlaceKind wanted) {
      return kind.equals(wanted.code());
    }
  }

  record WrittenSpan(String from, String until) {
    Hours.Span span() {
      return new Hours.Span(LocalTime.parse(from), LocalTime.parse(until));
    }
  }

  record WrittenDelegation(List<String> items, List<String> powers) {}

  record WrittenEntry(String way, String who, String telephone, String matter, String done) {}

  record WrittenCase(String place, String item, String consent) {}

  /** Everything there is. */
  record All(
      List<Written> places,
      List<WrittenDelegation> delegations,
      List<WrittenEntry> register,
      List<WrittenCase> takenIn) {
    static All read() {
      return DemoFiles.read("places.json", new TypeReference<>() {});
    }
  }

  private final DemoChapters chapters;
  private final Places places;
  private final Delegations delegations;
  private final RoomChecks checks;
  private final DutyRegister register;
  private final LiaisonOfficers liaison;
  private final CaseService cases;
  private final PowerList powerList;
  private final DemoLife life;
  private final Clock clock;

  DemoPlaces(
      DemoChapters chapters,
      Places places,
      Delegations delegations,
      RoomChecks checks,
      DutyRegister register,
      LiaisonOfficers liaison,
      CaseService cases,
      PowerList powerList,
      DemoLife life,
      Clock clock) {
    this.chapters = chapters;
    this.places = places;
    this.delegations = delegations;
    this.checks = checks;
    this.register = register;
    this.liaison = liaison;
    this.cases = cases;
    this.powerList = powerList;
    this.life = life;
    this.clock = clock;
  }

  void open(@Observes @Priority(3150) StartupEvent event) {
    chapters.once(CHAPTER, this::open);
  }

  private void open() {
    All all = All.read();
    List<Actor> people = DemoFiles.actors();
    Actor administrator = DemoFiles.actor(Role.ADMINISTRATOR);
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    all.places().forEach(place -> await(places.keep(place.code(), place.form(), 0, administrator)));
    delegate(all, administrator, today.minusMonths(6));
    lookAfterRooms(all, people, today);
    nameOfficers(people, administrator);
    takeIn(all, people, today);
    LOG.infof("The demonstration city has %d places to go to", all.places().size());
  }

  private void delegate(All all, Actor administrator, LocalDate from) {
    int letter = 0;
    for (WrittenDelegation written : all.delegations()) {
      Set<DelegatedPower> powers =
          written.powers().stream()
              .map(power -> Coded.of(DelegatedPower.class, power))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(DelegatedPower.class)));
      for (String item : written.items()) {
        letter++;
        for (Written place : all.places()) {
          if (place.is(PlaceKind.TOWNSHIP_CENTRE)) {
            await(
                delegations.record(
                    new Delegations.Draft(
                        item,
                        place.code(),
                        powers,
                        "晴授〔" + from.getYear() + "〕" + letter + "号",
                        "委托部门主要负责人",
                        from,
                        from.plusYears(3)),
                    administrator));
          }
        }
      }
    }
  }

  private void lookAfterRooms(All all, List<Actor> people, LocalDate today) {
    int number = 0;
    for (Written room : all.places()) {
      if (!room.is(PlaceKind.VILLAGE_ROOM)) {
        continue;
      }
      number++;
      Set<RoomItem> met = EnumSet.allOf(RoomItem.class);
      if (number % INCOMPLETE == 0) {
        met.remove(RoomItem.values()[number / INCOMPLETE % RoomItem.values().length]);
      }
      Actor inspector = at(people, Role.TOWNSHIP_CLERK, Regions.above(room.regionCode()));
      await(checks.record(room.code(), today.minusDays(number), met, inspector, null));
      people.stream()
          .filter(actor -> actor.is(Role.VILLAGE_AGENT))
          .filter(actor -> room.regionCode().equals(actor.regionCode()))
          .findFirst()
          .ifPresent(agent -> enter(all, room, agent));
    }
  }

  private void enter(All all, Written room, Actor agent) {
    for (WrittenEntry entry : all.register()) {
      await(
          register.enter(
              room.code(),
              new DutyRegister.Draft(
                  entry.way(), entry.who(), entry.telephone(), entry.matter(), entry.done(), null),
              agent,
              null));
    }
  }

  private void nameOfficers(List<Actor> people, Actor administrator) {
    DemoFiles.departments()
        .forEach(
            department ->
                people.stream()
                    .filter(actor -> actor.is(Role.REVIEWER))
                    .filter(actor -> department.code().equals(actor.departmentCode()))
                    .findFirst()
                    .ifPresent(
                        officer ->
                            await(
                                liaison.name(
                                    department.code(),
                                    officer.accountId(),
                                    department.telephone() == null
                                        ? "0990-6112345"
                                        : department.telephone(),
                                    administrator))));
  }

  private void takeIn(All all, List<Actor> people, LocalDate today) {
    Dice dice = new Dice(new Random(SEED));
    for (WrittenCase written : all.takenIn()) {
      Written place =
          all.places().stream()
              .filter(each -> each.code().equals(written.place()))
              .findFirst()
              .orElseThrow();
      Role role = place.is(PlaceKind.VILLAGE_ROOM) ? Role.VILLAGE_AGENT : Role.TOWNSHIP_CLERK;
      Actor clerk = at(people, role, place.regionCode());
      String centre =
          all.places().stream()
              .filter(each -> each.is(PlaceKind.TOWNSHIP_CENTRE))
              .filter(each -> Regions.within(place.regionCode(), each.regionCode()))
              .findFirst()
              .orElseThrow()
              .code();
      await(powerList.inForce(written.item(), today))
          .ifPresent(item -> await(cases.apply(command(item, written, centre, dice), clerk)));
    }
  }

  private ApplyCommand command(ItemInForce item, WrittenCase written, String centre, Dice dice) {
    return new ApplyCommand(
            item.code(),
            null,
            new Applicants(life.names(), dice).invent(item.serviceFor()),
            life.habits().subject(item.code()),
            item.materials().stream()
                .filter(Material::required)
                .map(material -> new HandedIn(material.code(), null))
                .toList())
        .handed(new Handing(written.place(), centre, written.consent()));
  }

  private static Actor at(List<Actor> people, Role role, String region) {
    return people.stream()
        .filter(actor -> actor.is(role) && region.equals(actor.regionCode()))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
