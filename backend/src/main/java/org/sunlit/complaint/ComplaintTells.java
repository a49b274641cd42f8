package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.calendar.CalendarService;
import org.sunlit.complaint.rules.ComplaintClock;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.platform.CityTime;

/**
 * What the journal is told with each event of a complaint, so that supervision can judge it without
 * asking anybody (ADR 128): whose it is, and until when what has to be done. Nothing of who wrote
 * it, nor of what they wrote.
 */
@ApplicationScoped
class ComplaintTells {
  /** Of those known by these codes, the first. */
  private static final String DEPARTMENT =
      """
      select d.code, d.region_code from department d
      where d.code = any (string_to_array(:codes, ','))
      order by array_position(string_to_array(:codes, ','), d.code) limit 1
      """;

  private final ComplaintSettings settings;
  private final CalendarService calendars;

  ComplaintTells(ComplaintSettings settings, CalendarService calendars) {
    this.settings = settings;
    this.calendars = calendars;
  }

  /** As it stands after its last act. */
  Uni<Map<String, Object>> of(Mutiny.Session session, ComplaintRecord complaint) {
    Standing standing = complaint.standing();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("state", standing.state().code());
    ComplaintClock.running(standing, calendars.current())
        .ifPresent(
            running -> {
              told.put("clock", running.what().code());
              told.put("dueAt", CityTime.offset(running.dueAt()));
              told.put("before", calendars.current().workingDaysBefore(running.dueAt()));
            });
    told.put("hiddenFrom", standing.concerned().stream().sorted().toList());
    if (standing.handler() != null) {
      told.put("handler", standing.handler());
    }
    String codes =
        Stream.of(standing.lead(), settings.office().orElse(null))
            .filter(Objects::nonNull)
            .reduce((first, second) -> first + ',' + second)
            .orElse("");
    return session
        .createNativeQuery(DEPARTMENT, Object[].class)
        .setParameter("codes", codes)
        .getResultList()
        .map(
            found -> {
              found.forEach(
                  row -> {
                    told.put("departmentCode", row[0]);
                    told.put("regionCode", row[1]);
                  });
              return told;
            });
  }
}
