package org.sunlit.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar's tables and the snapshot made of them, on the real database. */
@QuarkusTest
class CalendarStoreTest {
  private static final LocalDate CHANGED = LocalDate.of(2007, 3, 15);

  @Inject CalendarStore store;
  @Inject CalendarService service;
  @Inject Pool pool;

  /** Before too, for others edit the calendar. */
  @BeforeEach
  @AfterEach
  void shipAgain() {
    run("delete from calendar_year");
    await(store.take(CalendarFile.shipped()));
    await(service.refresh());
  }

  @Test
  void holdsWhatIsShipped() {
    assertTrue(service.current().sameAs(CalendarFixtures.SHIPPED));
  }

  @Test
  void changesNothingTheSecondTime() {
    await(store.take(CalendarFile.shipped()));
    assertTrue(await(store.read()).sameAs(CalendarFixtures.SHIPPED));
  }

  @Test
  void replacesAYearByANewerFileButNotByAnOlderOne() {
    await(store.take(List.of(changed(3))));
    assertEquals(DayKind.HOLIDAY, kind());
    assertEquals(1, await(store.read()).declaredDays(2007).stream().filter(this::first).count());
    await(store.take(CalendarFile.shipped()));
    assertEquals(DayKind.HOLIDAY, kind());
  }

  @Test
  void keepsWhatAnAdministratorEntered() {
    run("update calendar_year set origin = 'administrator', source = '本市' where year = 2007");
    await(store.take(List.of(changed(9))));
    assertEquals(DayKind.WORKING_DAY, kind());
    assertEquals("本市", await(store.read()).year(2007).source());
    // The notice for 2008 declares 31 December 2007; an administrator's day of 2007 stands.
    run("update calendar_day set year = 2007, working = true where date = '2007-12-31'");
    run("update calendar_year set version = 0 where year = 2008");
    await(store.take(CalendarFile.shipped()));
    assertTrue(await(store.read()).isWorkingDay(LocalDate.of(2007, 12, 31)));
    run("delete from calendar_year where year in (2007, 2008)");
  }

  @Test
  void isLoadedOnceWhenManyNodesStartAtOnce() {
    run("delete from calendar_year");
    List<Uni<Void>> nodes =
        IntStream.range(0, 8).mapToObj(node -> store.take(CalendarFile.shipped())).toList();
    await(Uni.join().all(new ArrayList<>(nodes)).andFailFast());
    assertTrue(await(store.read()).sameAs(CalendarFixtures.SHIPPED));
  }

  @Test
  void tellsWhoAskedWhenTheCalendarChangesAndOnlyThen() {
    List<WorkingCalendar> told = new ArrayList<>();
    service.onChange(told::add);
    await(service.refresh());
    assertEquals(0, told.size());
    await(store.take(List.of(changed(2))));
    await(service.refresh());
    assertEquals(1, told.size());
    assertEquals(DayKind.HOLIDAY, service.current().day(CHANGED).kind());
  }

  private boolean first(DeclaredDay day) {
    return day.date().equals(CHANGED);
  }

  private DayKind kind() {
    return await(store.read()).day(CHANGED).kind();
  }

  private static CalendarFile changed(int version) {
    return new CalendarFile(
        new CalendarYear(2007, CalendarStatus.ANNOUNCED, "试"),
        version,
        List.of(new DeclaredDay(CHANGED, false, "试", "Trial")));
  }

  private void run(String sql) {
    await(pool.query(sql).execute());
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(20));
  }
}
