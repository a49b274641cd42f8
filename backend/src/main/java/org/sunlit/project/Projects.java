package org.sunlit.project;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.administration.Edition;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.rules.Masks;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.citizen.rules.IdentityNumbers;
import org.sunlit.joint.ThemeDirectory;
import org.sunlit.journal.Journal;
import org.sunlit.journal.JournalEntry;
import org.sunlit.journal.SubjectKind;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Regions;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.project.rules.ProjectCodes;
import org.sunlit.project.rules.ProjectPath;

/** Registers investment projects: what is said once goes into every phase's application. */
@ApplicationScoped
public class Projects {
  private static final String GUEST = "guest";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TRIES = 20;

  /** A project's name is public: a telephone or identity number is no part of it. */
  private static final Pattern PERSONAL = Pattern.compile("[0-9]{7}");

  /**
   * A project as it is registered.
   *
   * @param regionCode where it is built; null for the path's own region
   * @param investmentFen in fen; null when not said
   */
  public record Registration(
      String pathCode,
      String name,
      String regionCode,
      String site,
      String scale,
      Long investmentFen,
      ApplicantDetails applicant) {}

  /**
   * It is registered.
   *
   * @param trackingCode told here and never again, as it is shown; it opens what the project begins
   */
  public record Receipt(
      String projectCode, String trackingCode, String name, Instant registeredAt) {}

  private final ProjectPaths paths;
  private final ProjectStore store;
  private final ThemeDirectory themes;
  private final CasesTogether cases;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Vault vault;
  private final Clock clock;

  Projects(
      ProjectPaths paths,
      ProjectStore store,
      ThemeDirectory themes,
      CasesTogether cases,
      Idempotency idempotency,
      Journal journal,
      Vault vault,
      Clock clock) {
    this.paths = paths;
    this.store = store;
    this.themes = themes;
    this.cases = cases;
    this.idempotency = idempotency;
    this.journal = journal;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Registers a project.
   *
   * @return fails with a {@link Problem}: 404 for a path that isn't there, 422 for everything wrong
   *     with the form
   */
  public Uni<Receipt> register(Registration wanted, String idempotencyKey) {
    return paths.open(wanted.pathCode()).chain(path -> register(wanted, path, idempotencyKey));
  }

  private Uni<Receipt> register(
      Registration wanted, Edition<ProjectPath> path, String idempotencyKey) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(CityTime.ZONE).toLocalDate();
    String region =
        wanted.regionCode() == null ? path.definition().regionCode() : wanted.regionCode();
    List<FieldProblem> errors = errors(wanted, path, region);
    return store
        .knowsRegion(region)
        .invoke(
            known -> {
              if (!known) {
                errors.add(new FieldProblem("/regionCode", "apply.region-unknown", List.of()));
              }
              if (!errors.isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).with(errors);
              }
            })
        .chain(() -> themes.on(today, path.definition().themes()))
        .chain(
            known ->
                freeCode(today, region, TRIES)
                    .chain(
                        code ->
                            idempotency.once(
                                "registerProject",
                                GUEST,
                                idempotencyKey,
                                StoredJson.bytes(wanted),
                                session ->
                                    insert(session, wanted, path, region, code, now, known))))
        .map(reply -> StoredJson.read(reply.body(), Receipt.class));
  }

  private static List<FieldProblem> errors(
      Registration wanted, Edition<ProjectPath> path, String region) {
    List<FieldProblem> errors = new ArrayList<>();
    if (wanted.name().isBlank()) {
      errors.add(new FieldProblem("/name", "field.not-blank", List.of()));
    } else if (PERSONAL.matcher(wanted.name()).find()) {
      errors.add(new FieldProblem("/name", "project.name-personal", List.of()));
    }
    if (wanted.site().isBlank()) {
      errors.add(new FieldProblem("/site", "field.not-blank", List.of()));
    }
    if (wanted.scale().isBlank()) {
      errors.add(new FieldProblem("/scale", "field.not-blank", List.of()));
    }
    if (!Regions.within(region, path.definition().regionCode())) {
      errors.add(new FieldProblem("/regionCode", "project.region-outside", List.of()));
    }
    ApplicantDetails applicant = wanted.applicant();
    if (!ApplicantDetails.ORGANISATION.equals(applicant.kind())) {
      errors.add(new FieldProblem("/applicant/kind", "apply.for-organisations", List.of()));
    } else if (applicant.identityNumber() == null
        || !IdentityNumbers.isSocialCredit(applicant.identityNumber())) {
      errors.add(new FieldProblem("/applicant/identityNumber", "apply.credit-code", List.of()));
    }
    if (applicant.name().isBlank()) {
      errors.add(new FieldProblem("/applicant/name", "field.not-blank", List.of()));
    }
    return errors;
  }

  /** A code that is nobody's; the database refuses the one that two find free at once. */
  private Uni<String> freeCode(LocalDate today, String region, int tries) {
    String code = ProjectCodes.of(today, region, RANDOM.nextInt(ProjectCodes.NUMBERS));
    return store
        .isFree(code)
        .chain(
            free -> {
              if (free) {
                return Uni.createFrom().item(code);
              }
              return tries == 0
                  ? Uni.createFrom().failure(Problem.of(ProblemType.UNAVAILABLE))
                  : freeCode(today, region, tries - 1);
            });
  }

  private Uni<Reply> insert(
      Mutiny.Session session,
      Registration wanted,
      Edition<ProjectPath> path,
      String region,
      String code,
      Instant now,
      Map<String, ThemeDirectory.Entry> known) {
    String tracking = TrackingCodes.random(RANDOM);
    ProjectRecord born =
        new ProjectRecord(
            code,
            wanted.name().strip(),
            path.code(),
            path.definition(),
            region,
            cases.codeHash(code, tracking),
            Masks.organisation(wanted.applicant().name()),
            now,
            1,
            null,
            new ProjectRecord.Details(
                wanted.applicant(),
                wanted.site().strip(),
                wanted.scale().strip(),
                wanted.investmentFen()),
            List.of());
    return vault
        .keep(session, code)
        .chain(key -> store.insert(session, born, path.version(), leads(path, known), key))
        .chain(() -> journal.append(session, entry(code, "project.registered", now, Map.of())))
        .replaceWith(
            () ->
                new Reply(
                    201,
                    StoredJson.write(
                        new Receipt(code, TrackingCodes.shown(tracking), born.name(), now))));
  }

  private static Map<String, String> leads(
      Edition<ProjectPath> path, Map<String, ThemeDirectory.Entry> known) {
    Map<String, String> leads = new HashMap<>();
    path.definition()
        .phases()
        .forEach(
            phase ->
                Optional.ofNullable(known.get(phase.theme()))
                    .ifPresent(theme -> leads.put(phase.code(), theme.lead().code())));
    return leads;
  }

  /** What the journal keeps of a project: nothing of who applies or what was said. */
  static JournalEntry entry(String code, String kind, Instant at, Map<String, String> payload) {
    return JournalEntry.inside(
        SubjectKind.PROJECT, code, kind, null, at, StoredJson.write(payload));
  }
}
