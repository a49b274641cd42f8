package org.sunlit.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.Handler;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.Category;
import org.sunlit.powerlist.DepartmentRef;
import org.sunlit.powerlist.FlowOrigin;
import org.sunlit.powerlist.Handling;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.ItemStatus;
import org.sunlit.powerlist.flow.ShippedFlows;

/** A made-up case on the flow of four steps; one in ten is paused, one in fifty taken back. */
record SyntheticCase(String number, List<CaseEvent> events) {
  static final ItemInForce ITEM =
      new ItemInForce(
          new UUID(1, 1),
          1,
          "SYN-LIC-01",
          "试算许可",
          null,
          Category.LICENCE,
          new DepartmentRef("syn", "试算局", null),
          "990100000000",
          null,
          ItemStatus.IN_FORCE,
          LocalDate.of(2020, 1, 1),
          null,
          Handling.PROMISED,
          null,
          new Limit(20, LimitUnit.WORKING_DAYS),
          null,
          null,
          List.of(),
          List.of(),
          new UUID(1, 2),
          FlowOrigin.OWN,
          ShippedFlows.read("four-step"),
          null);

  private static final Handler CLERK = new Handler("clerk", "李明", null, "window", "窗口", null);
  private static final WorkingCalendar CALENDAR = CalendarFixtures.SHIPPED;

  /** Lives a case whose steps take so many working days as this makes of a mean. */
  static SyntheticCase live(int number, Random random, DoubleUnaryOperator days) {
    Life life = new Life(LocalDate.of(2022, 1, 4).plusDays(random.nextInt(1_000)), random);
    life.happens(CaseEventKind.SUBMITTED, "submit", "accept", Handler.APPLICANT);
    life.works(days.applyAsDouble(6));
    life.happens(CaseEventKind.ACCEPTED, "accept", "review", CLERK);
    life.works(days.applyAsDouble(15));
    if (random.nextInt(10) == 0) {
      life.happens(CaseEventKind.PAUSED, "review", null, CLERK);
      life.works(1 + random.nextInt(30));
      life.happens(CaseEventKind.RESUMED, "review", null, CLERK);
    }
    if (random.nextInt(50) == 0) {
      life.happens(CaseEventKind.WITHDRAWN, "review", null, Handler.APPLICANT);
      return life.told(number);
    }
    life.happens(CaseEventKind.ADVANCED, "review", "approve", CLERK);
    life.works(days.applyAsDouble(12));
    life.happens(CaseEventKind.DECIDED, "approve", "close", CLERK);
    life.works(days.applyAsDouble(10));
    life.happens(CaseEventKind.CLOSED, "close", null, CLERK);
    return life.told(number);
  }

  private static final class Life {
    private final List<CaseEvent> events = new ArrayList<>();
    private ZonedDateTime now;

    Life(LocalDate day, Random random) {
      now =
          CALENDAR.onOrAfter(day).atStartOfDay(CityTime.ZONE).plusMinutes(random.nextInt(24 * 60));
    }

    /** Lets so many days of the case's clock go by. */
    void works(double workingDays) {
      Duration left = Duration.ofSeconds((long) (workingDays * 86_400));
      while (true) {
        ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(CityTime.ZONE);
        Duration today =
            CALENDAR.isWorkingDay(now.toLocalDate())
                ? Duration.between(now, midnight)
                : Duration.ZERO;
        if (left.compareTo(today) < 0) {
          now = now.plus(left);
          return;
        }
        left = left.minus(today);
        now = midnight;
      }
    }

    void happens(CaseEventKind kind, String step, String to, Handler by) {
      Instant at = now.toInstant();
      boolean paused = kind == CaseEventKind.PAUSED;
      events.add(
          new CaseEvent(
              events.size() + 1,
              kind,
              at,
              step,
              to,
              to == null ? null : "pass",
              by,
              null,
              null,
              paused ? "inspection" : null,
              paused ? "行政许可法第四十五条" : null,
              null,
              null,
              null,
              false,
              null,
              null));
    }

    SyntheticCase told(int number) {
      return new SyntheticCase("20220101-%06d-0".formatted(number), List.copyOf(events));
    }
  }
}
