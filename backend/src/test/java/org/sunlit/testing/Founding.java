package org.sunlit.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.identity.StaffAccount;
import org.sunlit.joint.ThemeEditing;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.ItemPublisher;
import org.sunlit.powerlist.Publication;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.RegionLevel;

/** What every test's city begins with: departments, their items, and clerks at their posts. */
@ApplicationScoped
public class Founding {
  /** Since when everything in a test's city holds. */
  public static final LocalDate FROM = LocalDate.of(2024, 1, 1);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ItemPublisher publisher;
  private final ThemeEditing themes;
  private final Clock clock;

  Founding(ItemPublisher publisher, ThemeEditing themes, Clock clock) {
    this.publisher = publisher;
    this.themes = themes;
    this.clock = clock;
  }

  public void publish(
      List<RegionDraft> regions, List<DepartmentDraft> departments, List<SampleItem> items) {
    publish(regions, departments, items, FROM);
  }

  public void publish(
      List<RegionDraft> regions,
      List<DepartmentDraft> departments,
      List<SampleItem> items,
      LocalDate from) {
    publisher
        .publish(
            Publication.of(
                regions, departments, items.stream().map(SampleItem::draft).toList(), from))
        .await()
        .atMost(PATIENCE);
  }

  /** A city with one department that has no items. */
  public void publish(String city, String cityName, String department) {
    publish(
        List.of(city(city, cityName)),
        List.of(department(department, "第" + department + "局", city)),
        List.of());
  }

  /** A theme that holds from today. */
  public void publish(String code, JointTheme theme) {
    themes
        .publish(
            new ThemeEditing.Proposal(
                code, clock.instant().atZone(CityTime.ZONE).toLocalDate(), theme),
            0,
            new Actor("test", "某某", null, null, null, Set.of(), Set.of()))
        .await()
        .atMost(PATIENCE);
  }

  public static RegionDraft city(String code, String name) {
    return new RegionDraft(code, name, null, RegionLevel.CITY, null);
  }

  public static DepartmentDraft department(String code, String name, String region) {
    return new DepartmentDraft(
        code, name, null, null, null, region, null, null, null, null, null, null);
  }

  /**
   * Lets each department have a {@code window}, a {@code reviewer} and an {@code approver}; their
   * accounts are named such as {@code tst.window}.
   */
  public static void employ(String... departments) {
    for (String department : departments) {
      Stream.of("window", "reviewer", "approver")
          .map(post -> clerk(department, post))
          .forEach(SignedIn::as);
    }
  }

  private static StaffAccount clerk(String department, String post) {
    Role role =
        switch (post) {
          case "window" -> Role.WINDOW_CLERK;
          case "reviewer" -> Role.REVIEWER;
          case "approver" -> Role.APPROVER;
          default -> throw new IllegalArgumentException(post);
        };
    return new StaffAccount(
        department + "." + post,
        "李" + department + post,
        null,
        null,
        department,
        null,
        null,
        Set.of(role),
        Set.of(post));
  }
}
