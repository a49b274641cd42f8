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
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.CaseService;
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.Handing;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Reach;
import org.sunlit.identity.Role;
import org.sunlit.place.CrossRegionItems;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.PowerList;
import org.sunlit.waybill.Waybills;
import org.sunlit.waybill.rules.Direction;

/**
 * What the townships of the demonstration city take in for one another (跨区域通办), with some cases
 * that went between them, left to whoever looks at the demonstration.
 */
@ApplicationScoped
class DemoCrossRegion {
  private static final Logger LOG = Logger.getLogger(DemoCrossRegion.class);
  private static final String CHAPTER = "cross-region";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long SEED = 44;

  record WrittenItem(String item, boolean collect) {}

  /**
   * A case.
   *
   * @param waybill number under which its paper travels; null where none does
   * @param received whether it has been signed for
   */
  record WrittenCase(
      String place,
      String item,
      String region,
      boolean collect,
      boolean courier,
      String waybill,
      boolean received) {}

  /** Everything there is. */
  record All(String basis, List<WrittenItem> items, List<WrittenCase> cases) {}

  private final DemoChapters chapters;
  private final CrossRegionItems anywhere;
  private final CaseService cases;
  private final Waybills waybills;
  private final PowerList powerList;
  private final DemoLife life;
  private final Clock clock;

  DemoCrossRegion(
      DemoChapters chapters,
      CrossRegionItems anywhere,
      CaseService cases,
      Waybills waybills,
      PowerList powerList,
      DemoLife life,
      Clock clock) {
    this.chapters = chapters;
    this.anywhere = anywhere;
    this.cases = cases;
    this.waybills = waybills;
    this.powerList = powerList;
    this.life = life;
    this.clock = clock;
  }

  /** After the places there are. */
  void open(@Observes @Priority(3160) StartupEvent event) {
    chapters.once(CHAPTER, this::open);
  }

  private void open() {
    All all = DemoFiles.read("cross-region.json", new TypeReference<>() {});
    List<Actor> staff = DemoFiles.actors();
    Actor administrator =
        staff.stream().filter(actor -> actor.is(Role.ADMINISTRATOR)).findFirst().orElseThrow();
    LocalDate today = LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
    for (WrittenItem written : all.items()) {
      await(
          anywhere.mark(
              new CrossRegionItems.Draft(
                  written.item(), all.basis(), written.collect(), today.minusMonths(3), null),
              administrator));
    }
    Dice dice = new Dice(new Random(SEED));
    for (WrittenCase written : all.cases()) {
      Actor clerk = clerk(staff, written.place());
      await(powerList.inForce(written.item(), today))
          .ifPresent(
              item -> {
                String number =
                    await(cases.apply(command(item, written, dice), clerk)).caseNumber();
                send(number, item, written, clerk, staff);
              });
    }
    LOG.infof("The townships and halls take in %d items for one another", all.items().size());
  }

  /** The paper follows, and some has arrived. */
  private void send(
      String number, ItemInForce item, WrittenCase written, Actor clerk, List<Actor> staff) {
    if (written.waybill() == null) {
      return;
    }
    UUID id =
        await(
            waybills.send(
                number,
                new Waybills.Draft(
                    Direction.MATERIALS,
                    "邮政EMS",
                    written.waybill(),
                    item.materials().stream()
                        .filter(Material::required)
                        .map(Material::code)
                        .toList(),
                    null),
                clerk,
                null));
    if (written.received()) {
      Actor window =
          staff.stream()
              .filter(actor -> item.department().code().equals(actor.departmentCode()))
              .filter(
                  actor ->
                      actor.heldPosts().stream().anyMatch(post -> post.code().equals("window")))
              .findFirst()
              .orElseThrow();
      await(waybills.receive(number, id, 1, window));
    }
  }

  private static Actor clerk(List<Actor> staff, String place) {
    String region =
        DemoPlaces.All.read().places().stream()
            .filter(each -> each.code().equals(place))
            .findFirst()
            .orElseThrow()
            .regionCode();
    return staff.stream()
        .filter(actor -> region.equals(actor.regionCode()))
        .filter(
            actor ->
                actor.is(Role.TOWNSHIP_CLERK)
                    || actor.heldPosts().stream()
                        .anyMatch(post -> post.code().equals(Reach.HALL_POST)))
        .findFirst()
        .orElseThrow();
  }

  private ApplyCommand command(ItemInForce item, WrittenCase written, Dice dice) {
    ApplicantDetails invented = new Applicants(life.names(), dice).invent(item.serviceFor());
    return new ApplyCommand(
            item.code(),
            written.region(),
            new ApplicantDetails(
                invented.kind(),
                invented.name(),
                invented.identityNumber(),
                invented.phone(),
                "晴川市和风路" + (dice.any(List.of(3, 8, 21, 46)) + "号"),
                invented.contactName()),
            life.habits().subject(item.code()),
            item.materials().stream()
                .filter(Material::required)
                .map(material -> new HandedIn(material.code(), null))
                .toList())
        .handed(
            new Handing(
                written.place(),
                written.collect() ? written.place() : null,
                null,
                true,
                written.courier()));
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
