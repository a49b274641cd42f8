package org.sunlit.staff;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.identity.ActivationCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.PostRef;
import org.sunlit.identity.Posting;
import org.sunlit.identity.Scope;
import org.sunlit.identity.Span;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.staff.rules.Changes;
import org.sunlit.staff.rules.Column;
import org.sunlit.staff.rules.FieldChange;
import org.sunlit.staff.rules.PostRules;
import org.sunlit.staff.rules.Words;

/**
 * Brings people and their posts in from a list: all rows or none. It is tried in a transaction that
 * is rolled back first; only a list with nothing wrong gets its activation codes made, and is
 * taken.
 */
@ApplicationScoped
class StaffImports {
  /** Each new account costs the hash of its code. */
  static final int MOST_NEW = 500;

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "/name", Column.NAME,
          "/departmentCode", Column.DEPARTMENT,
          "/regionCode", Column.REGION,
          "/roles", Column.ROLES,
          "/identityNumber", Column.IDENTITY_NUMBER,
          "/account", Column.POSTS);

  private final StaffWork work;
  private final People people;
  private final PeopleStore store;
  private final PostOffice office;
  private final Identities identities;
  private final ActivationCodes codes;
  private final Clock clock;

  StaffImports(
      StaffWork work,
      People people,
      PeopleStore store,
      PostOffice office,
      Identities identities,
      ActivationCodes codes,
      Clock clock) {
    this.work = work;
    this.people = people;
    this.store = store;
    this.office = office;
    this.identities = identities;
    this.codes = codes;
    this.clock = clock;
  }

  /** What a row did; the code is null but for an account it created. */
  record Taken(
      int row,
      String account,
      String name,
      String outcome,
      List<FieldChange> changes,
      ActivationCodes.Issued code) {}

  /** What a file did, or would do. */
  record Report(boolean applied, StaffTable table, List<Taken> people, List<RowProblem> problems) {}

  Uni<Report> take(byte[] file, Actor by, boolean dryRun) {
    StaffTable table = StaffTable.read(file, identities::of);
    if (!table.problems().isEmpty()) {
      return Uni.createFrom().item(new Report(false, table, List.of(), table.problems()));
    }
    return run(table, Map.of(), by, true)
        .chain(
            tried ->
                dryRun || !tried.problems().isEmpty()
                    ? Uni.createFrom().item(tried)
                    : issue(tried).chain(issued -> run(table, issued, by, false)));
  }

  private Uni<Map<String, ActivationCodes.Issued>> issue(Report tried) {
    Map<String, ActivationCodes.Issued> issued = new HashMap<>();
    return Multi.createFrom()
        .iterable(tried.people())
        .filter(person -> person.outcome().equals("created"))
        .onItem()
        .transformToUniAndConcatenate(
            person -> codes.issue().invoke(code -> issued.put(person.account(), code)))
        .collect()
        .asList()
        .replaceWith(issued);
  }

  private Uni<Report> run(
      StaffTable table, Map<String, ActivationCodes.Issued> issued, Actor by, boolean dryRun) {
    Run run = new Run(table, issued, by);
    return work.changes(
            by,
            dryRun,
            connection ->
                Places.read(connection)
                    .chain(places -> run.people(connection, places))
                    .chain(() -> run.posts(connection))
                    .map(
                        ignored -> {
                          if (!dryRun && !run.problems.isEmpty()) {
                            // Somebody changed something between the trial and now.
                            throw new Changed();
                          }
                          return run.done();
                        }))
        .map(done -> run.report(!dryRun))
        .onFailure(Changed.class)
        .recoverWithItem(() -> run.report(false));
  }

  /** Takes a list row by row within one transaction. */
  private final class Run {
    private final StaffTable table;
    private final Map<String, ActivationCodes.Issued> issued;
    private final Actor by;
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<Integer, Taken> taken = new HashMap<>();
    private final List<Done> done = new ArrayList<>();
    private int created;

    Run(StaffTable table, Map<String, ActivationCodes.Issued> issued, Actor by) {
      this.table = table;
      this.issued = issued;
      this.by = by;
    }

    List<Done> done() {
      return done.isEmpty() ? List.of() : List.copyOf(done);
    }

    Report report(boolean applied) {
      return new Report(
          applied && problems.isEmpty(),
          table,
          problems.isEmpty()
              ? table.rows().stream().map(row -> taken.get(row.row())).toList()
              : List.of(),
          problems);
    }

    Uni<Void> people(SqlConnection connection, Places places) {
      return each(table.rows(), row -> person(connection, row, places));
    }

    /** After the people, because a B holder may come further down in the list. */
    Uni<Void> posts(SqlConnection connection) {
      return problems.isEmpty()
          ? each(table.rows(), row -> posts(connection, row))
          : Uni.createFrom().voidItem();
    }

    private Uni<Void> person(SqlConnection connection, ImportedRow row, Places places) {
      Optional<PersonDraft> known = placed(row, places);
      if (known.isEmpty()) {
        return Uni.createFrom().voidItem();
      }
      PersonDraft draft = known.get();
      return store
          .find(connection, draft.account(), Scope.of(by))
          .chain(
              found ->
                  found.isPresent()
                      ? people
                          .manageable(connection, draft.account(), by)
                          .chain(
                              before ->
                                  people.changed(connection, before, draft, by, "personImported"))
                      : created(connection, draft))
          .invoke(
              one -> {
                boolean fresh = one.action().equals("personCreated");
                take(
                    row,
                    one,
                    fresh ? "created" : one.changes().isEmpty() ? "unchanged" : "changed");
              })
          .onFailure(Problem.class)
          .recoverWithItem(problem -> refused(row, (Problem) problem))
          .replaceWithVoid();
    }

    private Uni<Done> created(SqlConnection connection, PersonDraft draft) {
      created++;
      if (created > MOST_NEW) {
        throw Problem.of(org.sunlit.problem.ProblemType.UNPROCESSABLE)
            .at("/", "staff.import.too-many-new", MOST_NEW);
      }
      ActivationCodes.Issued code =
          issued.getOrDefault(draft.account(), new ActivationCodes.Issued("", "", clock.instant()));
      return people
          .added(connection, draft, code, by)
          .map(one -> code.code().isEmpty() ? one : one.giving(code));
    }

    private Uni<Void> posts(SqlConnection connection, ImportedRow row) {
      return people
          .find(connection, row.draft().account(), by)
          .chain(person -> each(row.posts(), post -> post(connection, row, person, post)))
          .onFailure(Problem.class)
          .recoverWithItem(
              problem -> {
                refused(row, (Problem) problem);
                return null;
              });
    }

    /** The person's own post of this kind, set up when they have none, with its B holder. */
    private Uni<Void> post(SqlConnection connection, ImportedRow row, Person person, String code) {
      Span now = new Span(clock.instant(), null);
      Optional<Posting> own =
          Absences.ownPosts(person, clock.instant()).stream()
              .filter(posting -> posting.post().code().equals(code))
              .findFirst();
      Uni<UUID> post =
          own.isPresent()
              ? Uni.createFrom().item(own.get().post().id())
              : setUp(connection, row, person, code, now);
      return post.chain(
          id ->
              row.backup() == null
                  ? Uni.createFrom().voidItem()
                  : backUp(connection, row, id, now));
    }

    private Uni<UUID> setUp(
        SqlConnection connection, ImportedRow row, Person person, String code, Span from) {
      boolean local = PostRules.LOCAL.contains(code);
      PostRef post =
          new PostRef(
              UUID.randomUUID(),
              code,
              Words.postName(code) + " (" + person.name() + ")",
              null,
              Words.level(code),
              local ? null : person.departmentCode(),
              person.regionCode());
      return office
          .distinct(connection, post, person.account())
          .chain(named -> office.created(connection, named, by))
          .invoke(made -> took(row, made))
          .chain(() -> office.find(connection, post.id(), by))
          .chain(stored -> office.held(connection, stored, person, "A", from))
          .invoke(held -> took(row, held))
          .replaceWith(post.id());
    }

    private Uni<Void> backUp(SqlConnection connection, ImportedRow row, UUID id, Span from) {
      return office
          .find(connection, id, by)
          .chain(
              stored -> {
                boolean already =
                    PostRules.overlaps(stored.posting().holders(), row.backup(), from);
                return already
                    ? Uni.createFrom().voidItem()
                    : people
                        .find(connection, row.backup(), by)
                        .onFailure(Problem.class)
                        .transform(
                            nobody ->
                                Problem.of(org.sunlit.problem.ProblemType.UNPROCESSABLE)
                                    .at("/backup", "staff.account-unknown"))
                        .chain(backup -> office.held(connection, stored, backup, "B", from))
                        .invoke(held -> took(row, held))
                        .replaceWithVoid();
              });
    }

    private void take(ImportedRow row, Done one, String outcome) {
      done.add(one);
      taken.put(
          row.row(),
          new Taken(
              row.row(),
              row.draft().account(),
              row.draft().name(),
              outcome,
              one.changes(),
              one.activation()));
    }

    private void took(ImportedRow row, Done one) {
      done.add(one);
      Taken before = taken.get(row.row());
      List<FieldChange> changes = new ArrayList<>(before.changes());
      if (one.action().equals("postCreated")) {
        changes.addAll(new Changes().of("post", null, one.subject().name()).list());
      } else {
        one.changes().stream()
            .filter(change -> !change.field().equals("acting"))
            .forEach(changes::add);
      }
      taken.put(
          row.row(),
          new Taken(
              before.row(),
              before.account(),
              before.name(),
              before.outcome().equals("unchanged") ? "changed" : before.outcome(),
              changes,
              before.code()));
    }

    private Done refused(ImportedRow row, Problem problem) {
      if (problem.errors().isEmpty()) {
        String key =
            problem.detailKey() == null ? problem.type().slug() + ".detail" : problem.detailKey();
        problems.add(new RowProblem(row.row(), null, null, key, problem.args()));
      }
      for (FieldProblem field : problem.errors()) {
        Column column =
            field.pointer().equals("/backup") ? Column.BACKUP : COLUMNS.get(field.pointer());
        problems.add(
            new RowProblem(
                row.row(),
                column == null ? null : table.headers().get(column),
                column == Column.BACKUP ? row.backup() : null,
                field.messageKey(),
                field.args()));
      }
      return null;
    }

    /** The draft with the codes of its department and region; empty when one of them is unknown. */
    private Optional<PersonDraft> placed(ImportedRow row, Places places) {
      PersonDraft draft = row.draft();
      String department = draft.departmentCode();
      String region = draft.regionCode();
      boolean known = true;
      if (department != null) {
        Optional<String> code = places.department(department);
        if (code.isEmpty()) {
          known = unknown(row, Column.DEPARTMENT, department, "staff.department-unknown");
        }
        department = code.orElse(null);
      }
      if (region != null) {
        Optional<String> code = places.region(region);
        if (code.isEmpty()) {
          known = unknown(row, Column.REGION, region, "staff.region-unknown");
        }
        region = code.orElse(null);
      }
      return known
          ? Optional.of(
              new PersonDraft(
                  draft.account(),
                  draft.name(),
                  draft.nameEn(),
                  draft.title(),
                  department,
                  region,
                  draft.roles(),
                  draft.identity()))
          : Optional.empty();
    }

    private boolean unknown(ImportedRow row, Column column, String value, String key) {
      problems.add(RowProblem.of(row.row(), table.headers().get(column), value, key));
      return false;
    }
  }

  private static <T> Uni<Void> each(List<T> items, java.util.function.Function<T, Uni<Void>> work) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(item -> Uni.createFrom().deferred(() -> work.apply(item)))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private static final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
