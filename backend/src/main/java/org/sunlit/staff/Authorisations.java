package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.staff.AuthorisationStore.StoredLetter;
import org.sunlit.staff.rules.Changes;

/**
 * Letters of authority of chief representatives (首席代表授权书, B27): recorded, and revoked. Whether one
 * is in force is asked when somebody acts on it.
 */
@ApplicationScoped
class Authorisations {
  private final StaffWork work;
  private final People people;
  private final AuthorisationStore letters;
  private final Clock clock;

  Authorisations(StaffWork work, People people, AuthorisationStore letters, Clock clock) {
    this.work = work;
    this.people = people;
    this.letters = letters;
    this.clock = clock;
  }

  /** What a letter says. */
  record Draft(
      String documentNumber,
      String account,
      List<String> acts,
      List<String> itemCodes,
      LocalDate from,
      LocalDate until,
      String issuedBy) {}

  Uni<Done> record(Draft draft, Actor by, boolean dryRun) {
    return work.change(
        by,
        dryRun,
        connection ->
            people
                .find(connection, draft.account(), by)
                .onFailure(Problem.class)
                .transform(
                    nobody ->
                        Problem.of(ProblemType.UNPROCESSABLE)
                            .at("/account", "staff.account-unknown"))
                .chain(person -> recorded(connection, draft, person, by)));
  }

  Uni<Done> revoke(UUID id, String why, Actor by, boolean dryRun) {
    return work.change(
        by,
        dryRun,
        connection ->
            letters
                .find(connection, id, Scope.of(by))
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                .chain(
                    letter -> {
                      String state = letter.state(today());
                      if (state.equals("revoked") || state.equals("expired")) {
                        throw Problem.of(ProblemType.CONFLICT).detail("staff.over-already");
                      }
                      return letters
                          .revoke(connection, id, by.accountId(), why.strip())
                          .replaceWith(
                              new Done(
                                  "authorisationRevoked",
                                  letter.subject(),
                                  clock.instant(),
                                  new Changes()
                                      .of("state", state, "revoked")
                                      .of("why", null, why.strip())
                                      .list(),
                                  List.of()));
                    }));
  }

  private Uni<Done> recorded(SqlConnection connection, Draft draft, Person person, Actor by) {
    check(draft, person);
    StoredLetter letter =
        new StoredLetter(
            UUID.randomUUID(),
            draft.documentNumber().strip(),
            person.account(),
            person.name(),
            person.nameEn(),
            person.department(),
            draft.acts().stream().distinct().sorted().toList(),
            draft.itemCodes().stream().distinct().sorted().toList(),
            draft.from(),
            draft.until(),
            draft.issuedBy().strip(),
            null,
            null,
            null);
    return letters
        .taken(connection, person.departmentCode(), letter.documentNumber())
        .invoke(
            taken -> {
              if (taken) {
                throw Problem.of(ProblemType.CONFLICT)
                    .detail("staff.letter-taken", letter.documentNumber());
              }
            })
        .chain(() -> letters.unknownItem(connection, letter.itemCodes(), person.departmentCode()))
        .invoke(
            unknown ->
                unknown.ifPresent(
                    code -> {
                      throw Problem.of(ProblemType.UNPROCESSABLE)
                          .at("/itemCodes", "staff.item-of-another-department", code);
                    }))
        .chain(() -> letters.insert(connection, letter, by.accountId()))
        .replaceWith(
            new Done(
                "authorisationRecorded",
                letter.subject(),
                start(letter),
                new Changes()
                    .of("documentNumber", null, letter.documentNumber())
                    .of("account", null, person.name())
                    .of("acts", List.<String>of(), letter.acts())
                    .of("itemCodes", List.<String>of(), letter.itemCodes())
                    .of("fromDay", null, letter.from())
                    .of("untilDay", null, letter.until())
                    .of("issuedBy", null, letter.issuedBy())
                    .list(),
                List.of()));
  }

  private void check(Draft draft, Person person) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    if (person.department() == null) {
      throw wrong.at("/account", "staff.letter-needs-department");
    }
    if (!person.roles().contains(Role.CHIEF_REPRESENTATIVE)) {
      throw wrong.at("/account", "staff.not-chief-representative");
    }
    if (draft.until().isBefore(draft.from())) {
      throw wrong.at("/until", "staff.until-before-from");
    }
    if (draft.until().isBefore(today())) {
      throw wrong.at("/until", "staff.until-past");
    }
    if (draft.documentNumber().isBlank()) {
      throw wrong.at("/documentNumber", "field.not-blank");
    }
    if (draft.issuedBy().isBlank()) {
      throw wrong.at("/issuedBy", "field.not-blank");
    }
  }

  /** From when it counts: its first day, or at once. */
  private Instant start(StoredLetter letter) {
    Instant first = letter.from().atStartOfDay(CityTime.ZONE).toInstant();
    Instant now = clock.instant();
    return first.isAfter(now) ? first : now;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE);
  }
}
