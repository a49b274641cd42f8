package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.SignedPromise;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.identity.Actor;
import org.sunlit.joint.JointApplications;
import org.sunlit.joint.JointCases;
import org.sunlit.journal.Journal;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Localised;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.project.rules.PhaseRules.Standing;
import org.sunlit.project.rules.PhaseRules.Unmet;
import org.sunlit.project.rules.ProjectCodes;
import org.sunlit.project.rules.ProjectPath.Phase;

/**
 * What whoever holds a project's codes sees and does: look at it, and begin its phases. Codes are
 * kept from being guessed like those of cases (ADR 0061).
 */
@ApplicationScoped
public class ProjectPhases {
  private static final String GUEST = "guest";
  private static final int TRIES = 6;

  /** Both codes as typed. */
  public record Ticket(String projectCode, String trackingCode) {}

  /** What a phase's own form asks for; all else the project says. */
  public record Wanted(
      String phase,
      Map<String, String> answers,
      List<JointApplications.Given> materials,
      Map<String, SignedPromise> promises) {
    public Wanted {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
      materials = materials == null ? List.of() : List.copyOf(materials);
      promises = promises == null ? Map.of() : Map.copyOf(promises);
    }
  }

  private final ProjectStore store;
  private final JointApplications applications;
  private final JointCases joint;
  private final CasesTogether cases;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Guesses guesses;
  private final Clock clock;

  ProjectPhases(
      ProjectStore store,
      JointApplications applications,
      JointCases joint,
      CasesTogether cases,
      Idempotency idempotency,
      Journal journal,
      Guesses guesses,
      Clock clock) {
    this.store = store;
    this.applications = applications;
    this.joint = joint;
    this.cases = cases;
    this.idempotency = idempotency;
    this.journal = journal;
    this.guesses = guesses;
    this.clock = clock;
  }

  /** A project with where its phases stand. */
  Uni<ProjectSeen> see(ProjectRecord record) {
    return joint.standing(record.jointNumbers()).map(standing -> ProjectSeen.of(record, standing));
  }

  /** The project that both codes open; 404 when they don't go together, 429 after wrong codes. */
  Uni<ProjectSeen> track(Ticket ticket, Address from) {
    return guarded(ticket, from, () -> find(ticket)).chain(this::see);
  }

  /**
   * Begins a phase: its joint application, with what the project says.
   *
   * @return fails with a {@link Problem}: 404 when the codes don't go together, 409 when the phase
   *     can't begin, which says what it waits for, 422 for what is wrong with the phase's form
   */
  Uni<JointApplications.Receipt> begin(
      Ticket ticket, Wanted wanted, Address from, String idempotencyKey) {
    return guarded(ticket, from, () -> find(ticket))
        .chain(() -> begin(ticket, wanted, idempotencyKey));
  }

  /** The same for programs of the house that hold both codes. */
  public Uni<JointApplications.Receipt> begin(Ticket ticket, Wanted wanted, String idempotencyKey) {
    return Uni.createFrom()
        .deferred(() -> find(ticket).chain(this::see))
        .chain(seen -> begin(seen, ticket, wanted, idempotencyKey))
        .onFailure(ProjectPhases::movedOn)
        .retry()
        .atMost(TRIES);
  }

  /**
   * Judged by what was read; when another phase has begun meanwhile, judged anew. A refusal comes
   * after the look for a first answer: who repeats a command gets that, whatever holds now.
   */
  private Uni<JointApplications.Receipt> begin(
      ProjectSeen seen, Ticket ticket, Wanted wanted, String idempotencyKey) {
    ProjectRecord project = seen.record();
    Standing standing = seen.phase(wanted.phase());
    if (standing == null) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/phase", "project.phase-unknown");
    }
    String operation = "beginProjectPhase " + project.code();
    Optional<Problem> refusal = refusal(seen, standing);
    if (refusal.isPresent()) {
      return idempotency
          .once(
              operation,
              GUEST,
              idempotencyKey,
              StoredJson.bytes(wanted),
              session -> Uni.createFrom().failure(refusal.get()))
          .map(reply -> StoredJson.read(reply.body(), JointApplications.Receipt.class));
    }
    return applications.apply(
        ProjectForms.command(project, standing.phase(), wanted),
        Actor.GUEST,
        idempotencyKey,
        new JointApplications.Within(
            operation,
            wanted,
            TrackingCodes.read(ticket.trackingCode()).orElseThrow(),
            new HashSet<>(standing.granted()),
            (session, jointNumber) ->
                store
                    .begin(session, project, wanted.phase(), jointNumber, clock.instant())
                    .chain(
                        () ->
                            journal.append(
                                session,
                                Projects.entry(
                                    project.code(),
                                    "project.phaseBegun",
                                    clock.instant(),
                                    Map.of(
                                        "phase", wanted.phase(), "jointNumber", jointNumber))))));
  }

  private static Optional<Problem> refusal(ProjectSeen seen, Standing standing) {
    if (seen.record().givenUp() != null) {
      return Optional.of(Problem.of(ProblemType.CONFLICT).detail("project.given-up"));
    }
    if (seen.record().details() == null) {
      return Optional.of(Problem.of(ProblemType.CONFLICT).detail("project.deleted"));
    }
    if (standing.mayBegin()) {
      return Optional.empty();
    }
    Localised phase = name(standing.phase());
    if (standing.unmet().isEmpty()) {
      boolean running = standing.parts().stream().anyMatch(part -> part.state().open());
      return Optional.of(
          Problem.of(ProblemType.CONFLICT)
              .detail(running ? "project.phase-running" : "project.phase-decided", phase));
    }
    return Optional.of(
        Problem.of(ProblemType.CONFLICT)
            .detail("project.phase-waits", phase, waits(seen, standing.unmet())));
  }

  /** What it waits for, each with the phase it is of and where it stands. */
  private static Localised waits(ProjectSeen seen, List<Unmet> unmet) {
    List<String> chinese = new ArrayList<>();
    List<String> english = new ArrayList<>();
    for (Unmet one : unmet) {
      Localised phase = name(seen.definition(one.phase()));
      if (one.item() == null) {
        chinese.add(phase.chinese() + "（尚未申请）");
        english.add(orChinese(phase) + " (not applied for)");
      } else {
        var brief = seen.caseOf(one.phase(), one.item()).standing();
        chinese.add("%s·%s（%s）".formatted(phase.chinese(), brief.itemName(), one.state().zh()));
        english.add(
            "%s: %s (%s)"
                .formatted(
                    orChinese(phase),
                    orChinese(new Localised(brief.itemName(), brief.itemNameEn())),
                    one.state().en()));
      }
    }
    return new Localised(String.join("、", chinese), String.join("; ", english));
  }

  private static Localised name(Phase phase) {
    return new Localised(phase.name(), phase.nameEn());
  }

  private static String orChinese(Localised name) {
    return name.english() == null ? name.chinese() : name.english();
  }

  private Uni<ProjectRecord> find(Ticket ticket) {
    String code = ProjectCodes.read(ticket.projectCode()).orElse("");
    byte[] asked = cases.codeHash(code, TrackingCodes.read(ticket.trackingCode()).orElse(""));
    return store
        .find(code)
        .map(
            found -> {
              byte[] hash = found.map(ProjectRecord::codeHash).orElse(null);
              if (!CasesTogether.sameHash(hash, asked)) {
                throw Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found");
              }
              return found.orElseThrow();
            });
  }

  private <T> Uni<T> guarded(Ticket ticket, Address from, Supplier<Uni<T>> work) {
    Optional<String> code = ProjectCodes.read(ticket.projectCode());
    OptionalLong seconds =
        code.map(one -> guesses.mustWait(from, one)).orElseGet(OptionalLong::empty);
    if (seconds.isPresent()) {
      return Uni.createFrom().failure(Guesses.mustWaitProblem(seconds.getAsLong()));
    }
    return work.get()
        .onFailure(failure -> is(failure, ProblemType.NOT_FOUND))
        .invoke(() -> code.ifPresent(one -> guesses.wrong(from, one)));
  }

  private static boolean movedOn(Throwable failure) {
    return is(failure, ProblemType.STALE_VERSION);
  }

  private static boolean is(Throwable failure, ProblemType type) {
    return failure instanceof Problem problem && problem.type() == type;
  }
}
