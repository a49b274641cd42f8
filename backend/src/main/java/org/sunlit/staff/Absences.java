package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Scope;
import org.sunlit.identity.Span;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.staff.AbsenceStore.StoredAbsence;
import org.sunlit.staff.rules.Changes;
import org.sunlit.staff.rules.PostRules;
import org.sunlit.staff.rules.Stage;

/**
 * Who is away (缺岗): B takes over by itself the moment it begins and hands back the moment it ends.
 * A planned handover by one's own hand (移交) is the same thing.
 */
@ApplicationScoped
public class Absences {
  static final String HANDOVER = "handover";

  private final StaffWork work;
  private final People people;
  private final PeopleStore store;
  private final AbsenceStore absences;
  private final Clock clock;

  Absences(StaffWork work, People people, PeopleStore store, AbsenceStore absences, Clock clock) {
    this.work = work;
    this.people = people;
    this.store = store;
    this.absences = absences;
    this.clock = clock;
  }

  /** How somebody's posts stand. */
  record Standing(Person person, Optional<StoredAbsence> handover) {}

  /** Records that somebody will be away, as {@link #begin} does. */
  public Uni<Void> record(String account, String reason, Instant from, Instant until, Actor by) {
    return begin(account, reason, from, until, by, false).replaceWithVoid();
  }

  /** Records that somebody is away from a moment on. */
  Uni<Done> begin(
      String account, String reason, Instant from, Instant until, Actor by, boolean dryRun) {
    return work.change(
        by,
        dryRun,
        connection ->
            people
                .find(connection, account, by)
                .chain(
                    person ->
                        begun(
                            connection,
                            person,
                            reason,
                            new Span(from == null ? clock.instant() : from, until),
                            by)));
  }

  /** Ends an absence before its time, or calls it off. */
  Uni<Done> end(UUID id, Actor by, boolean dryRun) {
    return work.change(
        by,
        dryRun,
        connection ->
            absences
                .find(connection, id, Scope.of(by))
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                .chain(
                    absence ->
                        store
                            .find(connection, absence.account(), Scope.of(by))
                            .chain(
                                person -> ended(connection, person.orElseThrow(), absence, by))));
  }

  /** Whether one has handed one's posts over, and to whom one could. */
  Uni<Standing> standing(Actor actor) {
    Scope own = own(actor);
    return store
        .find(actor.accountId(), own)
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .chain(
            person ->
                absences
                    .of(actor.accountId(), own)
                    .map(all -> new Standing(person, handover(all))));
  }

  /** Hands one's posts over, if somebody is there to take each of them. */
  Uni<Done> handOver(Instant until, Actor actor) {
    Instant now = clock.instant();
    return work.change(
        actor,
        false,
        connection ->
            store
                .find(connection, actor.accountId(), own(actor))
                .map(Optional::orElseThrow)
                .invoke(person -> somebodyTakesOver(person, now))
                .chain(person -> begun(connection, person, HANDOVER, new Span(now, until), actor)));
  }

  /** Takes one's posts back. */
  Uni<Done> takeBack(Actor actor) {
    return work.change(
        actor,
        false,
        connection ->
            store
                .find(connection, actor.accountId(), own(actor))
                .map(Optional::orElseThrow)
                .chain(
                    person ->
                        absences
                            .of(connection, actor.accountId(), own(actor))
                            .chain(
                                all ->
                                    ended(
                                        connection,
                                        person,
                                        handover(all)
                                            .orElseThrow(
                                                () ->
                                                    Problem.of(ProblemType.CONFLICT)
                                                        .detail("staff.not-handed-over")),
                                        actor))));
  }

  /** The posts somebody has as A at this moment. */
  static List<Posting> ownPosts(Person person, Instant moment) {
    return person.postings().posts().stream()
        .filter(
            posting ->
                posting.holders().stream()
                    .anyMatch(
                        holder ->
                            holder.first()
                                && holder.account().equals(person.account())
                                && holder.held().covers(moment)))
        .toList();
  }

  private Uni<Done> begun(
      SqlConnection connection, Person person, String reason, Span span, Actor by) {
    Instant now = clock.instant();
    if (span.until() != null
        && (!span.from().isBefore(span.until()) || !now.isBefore(span.until()))) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/until", "staff.until-before-from");
    }
    if (person.postings().absences().stream().anyMatch(span::overlaps)) {
      throw Problem.of(ProblemType.CONFLICT).detail("staff.away-already", person.name());
    }
    return absences
        .insert(connection, person.account(), span, reason, by.accountId())
        .map(
            id ->
                new Done(
                    reason.equals(HANDOVER) ? "handedOver" : "absenceRecorded",
                    person.subject(),
                    span.from(),
                    new Changes()
                        .of("absence", null, reason)
                        .of("absentFrom", null, CityTime.offset(span.from()))
                        .of("absentUntil", null, CityTime.offset(span.until()))
                        .list(),
                    People.withoutThem(person.postings().posts(), person.account(), span.from())));
  }

  private Uni<Done> ended(
      SqlConnection connection, Person person, StoredAbsence absence, Actor by) {
    Instant now = clock.instant();
    Instant end =
        switch (Stage.of(absence.span(), now)) {
          case UPCOMING -> absence.span().from();
          case CURRENT -> now;
          case OVER -> throw Problem.of(ProblemType.CONFLICT).detail("staff.over-already");
        };
    return absences
        .end(connection, absence.id(), end, by.accountId())
        .replaceWith(
            new Done(
                absence.reason().equals(HANDOVER) ? "tookBack" : "absenceEnded",
                person.subject(),
                now,
                new Changes()
                    .of("absence", absence.reason(), null)
                    .of(
                        "absentUntil",
                        CityTime.offset(absence.span().until()),
                        CityTime.offset(end))
                    .list(),
                List.of()));
  }

  private Optional<StoredAbsence> handover(List<StoredAbsence> all) {
    return all.stream()
        .filter(absence -> absence.reason().equals(HANDOVER))
        .filter(absence -> Stage.of(absence.span(), clock.instant()) == Stage.CURRENT)
        .findFirst();
  }

  private static void somebodyTakesOver(Person person, Instant now) {
    List<Posting> own = ownPosts(person, now);
    if (own.isEmpty()) {
      throw Problem.of(ProblemType.CONFLICT).detail("staff.no-post-of-ones-own");
    }
    own.stream()
        .filter(posting -> !PostRules.coveredWithout(posting, person.account(), now))
        .findFirst()
        .ifPresent(
            posting -> {
              throw Problem.of(ProblemType.CONFLICT)
                  .detail(
                      "staff.nobody-takes-over",
                      new Localised(posting.post().name(), posting.post().nameEn()));
            });
  }

  /** One always reaches oneself. */
  private static Scope own(Actor actor) {
    return new Scope(actor.departmentCode(), null);
  }
}
