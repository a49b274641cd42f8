package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.sunlit.calendar.CalendarService;
import org.sunlit.camera.CameraForm;
import org.sunlit.camera.Cameras;
import org.sunlit.camera.Viewings;
import org.sunlit.camera.rules.Span;
import org.sunlit.camera.rules.ViewingReason;
import org.sunlit.platform.CityTime;

/**
 * Cameras over some windows of the demonstration city, which record the test stream, and a
 * supervisor who has looked at one.
 */
@ApplicationScoped
class DemoCameras {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String CHAPTER = "cameras";
  private static final String ADMINISTRATOR = "das.administrator";
  private static final String SUPERVISOR = "supervisor1";
  private static final String WINDOW_3 = "CITY-03";
  private static final LocalTime TEN = LocalTime.of(10, 0);

  private record Told(String code, CameraForm form) {}

  private final DemoChapters chapters;
  private final Cameras cameras;
  private final Viewings viewings;
  private final CalendarService calendars;
  private final Clock clock;

  DemoCameras(
      DemoChapters chapters,
      Cameras cameras,
      Viewings viewings,
      CalendarService calendars,
      Clock clock) {
    this.chapters = chapters;
    this.cameras = cameras;
    this.viewings = viewings;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Once there are places, departments and people. */
  void hang(@Observes @Priority(3180) StartupEvent event) {
    chapters.once(CHAPTER, this::hang);
  }

  private void hang() {
    for (Told told : DemoFiles.read("cameras.json", new TypeReference<List<Told>>() {})) {
      cameras
          .keep(told.code(), told.form(), 0, DemoFiles.actor(ADMINISTRATOR))
          .await()
          .atMost(PATIENCE);
    }
    viewings
        .open(lookAtTen(), DemoFiles.actor(SUPERVISOR), null, "demo-camera-viewing")
        .await()
        .atMost(PATIENCE);
  }

  /** Window 3 at ten, on the last day it was open. */
  private Viewings.Wish lookAtTen() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), CityTime.ZONE).minusDays(1);
    while (!calendars.current().isWorkingDay(day)) {
      day = day.minusDays(1);
    }
    return new Viewings.Wish(
        WINDOW_3,
        new Span(
            day.atTime(TEN).atZone(CityTime.ZONE).toInstant(),
            day.atTime(TEN.plusMinutes(15)).atZone(CityTime.ZONE).toInstant()),
        ViewingReason.COMPLAINT,
        "有群众反映十点左右三号窗口无人，核对当时情况。");
  }
}
