package org.sunlit.staff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sunlit.identity.ActivationCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Holder;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Role;
import org.sunlit.identity.Scope;
import org.sunlit.identity.Sessions;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.staff.rules.Changes;
import org.sunlit.staff.rules.PostRules;
import org.sunlit.staff.rules.RoleRules;
import org.sunlit.staff.rules.Stage;

/** Letting people in, changing what is written down of them, and shutting them out. */
@ApplicationScoped
class People {
  private final StaffWork work;
  private final PeopleStore store;
  private final ActivationCodes codes;
  private final Sessions sessions;
  private final Clock clock;

  People(StaffWork work, PeopleStore store, ActivationCodes codes, Sessions sessions, Clock clock) {
    this.work = work;
    this.store = store;
    this.codes = codes;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Lets somebody in; the answer has their one-time code. */
  Uni<Done> create(PersonDraft draft, Actor by, boolean dryRun) {
    return codes
        .issue()
        .chain(
            code ->
                work.change(
                    by,
                    dryRun,
                    connection ->
                        added(connection, draft, code, by).map(done -> done.giving(code))));
  }

  /** Changes somebody from the version that was seen. */
  Uni<Done> change(PersonDraft draft, int version, Actor by, boolean dryRun) {
    return work.change(
        by,
        dryRun,
        connection ->
            manageable(connection, draft.account(), by)
                .invoke(
                    before -> {
                      if (before.version() != version) {
                        throw Problem.of(ProblemType.STALE_VERSION);
                      }
                    })
                .chain(before -> changed(connection, before, draft, by, "personChanged")));
  }

  /** Shuts somebody out, or lets them in again. */
  Uni<Done> disable(String account, boolean disabled, Actor by, boolean dryRun) {
    return work.change(
            by,
            dryRun,
            connection ->
                manageable(connection, account, by)
                    .chain(before -> disabled(connection, before, disabled, by)))
        .call(done -> done.applied() && disabled ? sessions.endAll(account) : nothing());
  }

  /** Gives a new one-time code instead of whatever password there was, and ends all sessions. */
  Uni<Done> renew(String account, Actor by, boolean dryRun) {
    return codes
        .issue()
        .chain(
            code ->
                work.change(
                    by,
                    dryRun,
                    connection ->
                        manageable(connection, account, by)
                            .call(before -> store.activate(connection, account, code))
                            .map(
                                before ->
                                    new Done(
                                            "personActivated",
                                            before.subject(),
                                            clock.instant(),
                                            new Changes()
                                                .of(
                                                    "password",
                                                    before.activated() ? "own" : "code",
                                                    "newCode")
                                                .list(),
                                            List.of())
                                        .giving(code))))
        .call(done -> done.applied() ? sessions.endAll(account) : nothing());
  }

  /** Signs somebody out everywhere. */
  Uni<Done> endSessions(String account, Actor by, boolean dryRun) {
    return work.change(
            by,
            dryRun,
            connection ->
                manageable(connection, account, by)
                    .chain(
                        before ->
                            store
                                .openSessions(connection, account)
                                .map(
                                    open ->
                                        new Done(
                                            "sessionsEnded",
                                            before.subject(),
                                            clock.instant(),
                                            new Changes().of("openSessions", open, 0L).list(),
                                            List.of()))))
        .call(done -> done.applied() ? sessions.endAll(account) : nothing());
  }

  /** Writes somebody new down; the import does it row by row. */
  Uni<Done> added(
      SqlConnection connection, PersonDraft draft, ActivationCodes.Issued code, Actor by) {
    return store
        .named(connection, draft.departmentCode(), draft.regionCode(), draft.account())
        .invoke(
            known -> {
              if (known.getBoolean("taken")) {
                throw Problem.of(ProblemType.CONFLICT)
                    .detail("staff.account-taken", draft.account());
              }
              check(draft, null, known, by);
            })
        .chain(() -> store.insert(connection, draft, code))
        .map(
            ignored ->
                new Done(
                    "personCreated",
                    draft.subject(),
                    clock.instant(),
                    draft.changes(null).list(),
                    List.of()));
  }

  /** Writes a change of somebody down. */
  Uni<Done> changed(
      SqlConnection connection, Person before, PersonDraft draft, Actor by, String action) {
    return store
        .named(connection, draft.departmentCode(), draft.regionCode(), draft.account())
        .invoke(
            known -> {
              check(draft, before, known, by);
              keepsPosts(draft, before);
            })
        .chain(
            () ->
                draft.changes(before).list().isEmpty()
                    ? nothing()
                    : store.update(connection, draft))
        .map(
            ignored ->
                new Done(
                    action,
                    draft.subject(),
                    clock.instant(),
                    draft.changes(before).list(),
                    notes(draft, before)));
  }

  /** Somebody within reach. */
  Uni<Person> find(SqlConnection connection, String account, Actor by) {
    return store
        .find(connection, account, Scope.of(by))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** Somebody within reach whom they may change. */
  Uni<Person> manageable(SqlConnection connection, String account, Actor by) {
    return find(connection, account, by)
        .invoke(
            person -> {
              if (!RoleRules.manageable(Scope.of(by), person.roles())) {
                throw Problem.of(ProblemType.FORBIDDEN).detail("staff.role-of-the-city");
              }
            });
  }

  private Uni<Done> disabled(SqlConnection connection, Person before, boolean disabled, Actor by) {
    if (before.account().equals(by.accountId())) {
      throw Problem.of(ProblemType.CONFLICT).detail("staff.not-oneself");
    }
    Instant now = clock.instant();
    Done done =
        new Done(
            disabled ? "personDisabled" : "personEnabled",
            before.subject(),
            now,
            new Changes().of("state", state(before.disabled()), state(disabled)).list(),
            disabled ? withoutThem(before.postings().posts(), before.account(), now) : List.of());
    return before.disabled() == disabled
        ? Uni.createFrom().item(done)
        : store.disable(connection, before.account(), disabled).replaceWith(done);
  }

  /** What becomes of the posts in which somebody acts when they no longer do. */
  static List<Note> withoutThem(List<Posting> postings, String account, Instant now) {
    List<Note> notes = new ArrayList<>();
    for (Posting posting : postings) {
      boolean acts =
          posting.actingAt(now).stream().anyMatch(holder -> holder.account().equals(account));
      if (acts) {
        Localised post = new Localised(posting.post().name(), posting.post().nameEn());
        List<Localised> next =
            posting.holders().stream()
                .filter(holder -> !holder.account().equals(account))
                .filter(holder -> holder.held().covers(now) && !holder.absentAt(now))
                .map(holder -> new Localised(holder.name(), holder.nameEn()))
                .toList();
        notes.add(
            next.isEmpty()
                ? Note.of("staff.note.uncovered", post)
                : Note.of("staff.note.taken-over", post, next.get(0)));
      }
    }
    return notes;
  }

  private static String state(boolean disabled) {
    return disabled ? "disabled" : "active";
  }

  private static void check(PersonDraft draft, Person before, Row known, Actor by) {
    List<FieldProblem> wrong = new ArrayList<>();
    if (draft.name() == null) {
      wrong.add(new FieldProblem("/name", "field.not-blank", List.of()));
    }
    if (draft.departmentCode() != null && known.getString("department") == null) {
      wrong.add(new FieldProblem("/departmentCode", "staff.department-unknown", List.of()));
    }
    if (draft.regionCode() != null && known.getString("region") == null) {
      wrong.add(new FieldProblem("/regionCode", "staff.region-unknown", List.of()));
    }
    Scope scope = Scope.of(by);
    if (!scope.covers(draft.departmentCode(), draft.regionCode())) {
      wrong.add(
          new FieldProblem(
              scope.department() == null ? "/regionCode" : "/departmentCode",
              "staff.outside",
              List.of()));
    }
    if (draft.identity() != null && !draft.identity().valid()) {
      wrong.add(new FieldProblem("/identityNumber", "apply.identity-number", List.of()));
    }
    boolean oneself = draft.account().equals(by.accountId());
    Set<Role> had = before == null ? Set.of() : before.roles();
    RoleRules.refusals(scope, oneself, had, draft.roles())
        .forEach(key -> wrong.add(new FieldProblem("/roles", key, List.of())));
    if (!wrong.isEmpty()) {
      throw Problem.of(ProblemType.UNPROCESSABLE).with(wrong);
    }
  }

  /** Whoever moves or becomes a supervisor gives up first what they couldn't hold there. */
  private void keepsPosts(PersonDraft draft, Person before) {
    Instant now = clock.instant();
    for (Posting posting : before.postings().posts()) {
      boolean holds =
          posting.holders().stream()
              .filter(holder -> holder.account().equals(before.account()))
              .map(Holder::held)
              .anyMatch(held -> Stage.of(held, now) != Stage.OVER);
      if (holds) {
        PostRules.refusal(posting.post(), draft.roles(), draft.departmentCode(), draft.regionCode())
            .ifPresent(
                key -> {
                  throw Problem.of(ProblemType.CONFLICT)
                      .detail(
                          "staff.posts-first",
                          new Localised(posting.post().name(), posting.post().nameEn()));
                });
      }
    }
  }

  private List<Note> notes(PersonDraft draft, Person before) {
    boolean holds =
        !before.postings().heldBy(before.account(), clock.instant(), Set.of()).isEmpty();
    return holds && PostRules.couldAct(before.roles()) && !PostRules.couldAct(draft.roles())
        ? List.of(Note.of("staff.note.no-role"))
        : List.of();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
