package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.sunlit.calendar.CalendarService;
import org.sunlit.demo.DemoPublishing.Pair;
import org.sunlit.demo.DemoPublishing.WrittenFile;
import org.sunlit.disclosure.Content;
import org.sunlit.disclosure.Duties;
import org.sunlit.disclosure.rules.Duty;
import org.sunlit.disclosure.rules.Every;
import org.sunlit.disclosure.rules.LimitUnit;
import org.sunlit.disclosure.rules.Timing;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Coded;
import org.sunlit.platform.TravellingClock;

/**
 * What the demonstration city publishes and has to: most of it in time, something late, something
 * corrected, something withdrawn.
 */
@ApplicationScoped
class DemoDisclosures {
  private static final Logger LOG = Logger.getLogger(DemoDisclosures.class);
  private static final String CHAPTER = "disclosures";
  private static final int MONTHS_BACK = 4;

  record WrittenOccasion(String name, String about, int daysAgo, int after) {}

  /**
   * A duty as it is written down.
   *
   * @param body what its publications say; {@code {n}} stands for a number
   * @param late whether the period before the last is still missing
   */
  record WrittenDuty(
      String code,
      String department,
      String category,
      String title,
      String titleEn,
      String timing,
      String every,
      int limit,
      String unit,
      String ground,
      String body,
      boolean late,
      List<WrittenOccasion> occasions) {

    Duties.Form form(String whose, LocalDate from) {
      return new Duties.Form(
          whose,
          category,
          title,
          titleEn,
          timing == null ? Timing.REGULAR : Coded.of(Timing.class, timing),
          every,
          limit,
          Coded.of(LimitUnit.class, unit),
          ground,
          from,
          null);
    }

    Content content(String codeOfDuty, String occasion, String says) {
      return new Content(
          title + " " + occasion,
          titleEn + " " + occasion,
          null,
          says,
          List.of(category),
          null,
          null,
          null,
          null,
          null,
          codeOfDuty,
          occasion,
          null,
          null);
    }
  }

  record All(
      WrittenDuty everybody, List<WrittenDuty> duties, List<WrittenPublication> publications) {}

  private final DemoChapters chapters;
  private final DemoPublishing publishing;
  private final Duties duties;
  private final CalendarService calendars;
  private final TravellingClock clock;
  private int published;

  DemoDisclosures(
      DemoChapters chapters,
      DemoPublishing publishing,
      Duties duties,
      CalendarService calendars,
      TravellingClock clock) {
    this.chapters = chapters;
    this.publishing = publishing;
    this.duties = duties;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** After people can come by appointment. */
  void publish(@Observes @Priority(3170) StartupEvent event) {
    chapters.once(CHAPTER, this::publish);
  }

  private void publish() {
    All all = DemoFiles.read("disclosures.json", new TypeReference<>() {});
    Map<String, Pair> pairs = DemoPublishing.pairs();
    Actor administrator = DemoFiles.actor(Role.ADMINISTRATOR);
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    pairs.forEach(
        (department, pair) ->
            fulfil(all.everybody(), department + "-permits", department, pair, now, administrator));
    for (WrittenDuty duty : all.duties()) {
      fulfil(
          duty, duty.code(), duty.department(), pairs.get(duty.department()), now, administrator);
    }
    for (WrittenPublication written : all.publications()) {
      tell(written, pairs.get(written.department()), now, today);
    }
    LOG.infof("The demonstration city has published %d things", published);
  }

  private void fulfil(
      WrittenDuty written, String code, String department, Pair pair, Instant now, Actor keeper) {
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    LocalDate from = today.minusMonths(MONTHS_BACK).withDayOfMonth(1);
    DemoPublishing.await(duties.keep(code, written.form(department, from), keeper));
    if (written.every() != null) {
      fulfilPeriods(written, code, pair, now, from);
    } else {
      for (WrittenOccasion occasion : written.occasions()) {
        Instant happened = now.minus(Duration.ofDays(occasion.daysAgo()));
        clock.travelTo(happened);
        DemoPublishing.await(
            duties.record(code, occasion.name(), occasion.about(), happened, pair.drafter()));
        publish(
            pair,
            written.content(code, occasion.name(), occasion.about() + "。"),
            List.of(),
            happened.plus(Duration.ofHours(occasion.after())));
      }
    }
  }

  private void fulfilPeriods(
      WrittenDuty written, String code, Pair pair, Instant now, LocalDate from) {
    Duty duty =
        new Duty(
            Timing.REGULAR,
            Coded.of(Every.class, written.every()),
            written.limit(),
            Coded.of(LimitUnit.class, written.unit()),
            from,
            null);
    LocalDate today = LocalDate.ofInstant(now, CityTime.ZONE);
    List<Duty.Period> ended =
        duty.periods(from, today).stream().filter(period -> period.end().isBefore(today)).toList();
    for (int at = 0; at < ended.size(); at++) {
      Duty.Period period = ended.get(at);
      Instant moment =
          calendars
              .current()
              .plusWorkingDays(period.end(), written.limit() / 2)
              .atTime(10, 30)
              .atZone(CityTime.ZONE)
              .toInstant();
      boolean missing = written.late() && at == ended.size() - 2;
      if (!missing && moment.isBefore(now)) {
        String number = String.valueOf(40 + (code.hashCode() & 31) + at);
        publish(
            pair,
            written.content(code, period.name(), written.body().replace("{n}", number)),
            List.of(),
            moment);
      }
    }
  }

  private void tell(WrittenPublication written, Pair pair, Instant now, LocalDate today) {
    LocalDate on = today.minusDays(written.daysAgo());
    String number =
        publish(pair, written.content(on), written.files(), ago(now, written.daysAgo()));
    if (written.correction() != null) {
      publishing.correct(
          number,
          pair,
          written.corrected(on),
          written.correction().files(),
          ago(now, written.correction().daysAgo()));
    }
    if (written.withdrawal() != null) {
      publishing.withdraw(
          number, pair, written.withdrawal().reason(), ago(now, written.withdrawal().daysAgo()));
    }
  }

  private String publish(Pair pair, Content content, List<WrittenFile> files, Instant at) {
    published++;
    return publishing.publish(pair, content, files, at);
  }

  private static Instant ago(Instant now, int days) {
    return now.minus(Duration.ofDays(days));
  }
}
