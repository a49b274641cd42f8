package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.casework.ApplicantDetails;
import org.sunlit.casework.Applied;
import org.sunlit.casework.ApplyCommand;
import org.sunlit.casework.CasesTogether;
import org.sunlit.casework.OwnReuse;
import org.sunlit.casework.SignedPromise;
import org.sunlit.casework.TakenCopies;
import org.sunlit.casework.TakenOver;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.Masks;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.identity.Actor;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.SharedMaterial;
import org.sunlit.journal.Journal;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.problem.Problem;

/**
 * Begins joint applications (一口受理、同步启动): one form becomes one case for each item, all in one
 * transaction or none.
 */
@ApplicationScoped
public class JointApplications {
  private static final String GUEST = "guest";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A material handed in, by its key in the theme's list. */
  public record Given(String key, UUID uploadId) {}

  /**
   * A joint application.
   *
   * @param regionCode where it is about; null for the theme's own region
   * @param answers the chosen answer of each question, by its code
   * @param promises what is signed with it for an item, by the item's code
   * @param takenOver what is taken over from the account's earlier cases instead of being handed
   *     in, each by its key in the theme's list
   */
  public record Command(
      String themeCode,
      String regionCode,
      Map<String, String> answers,
      ApplicantDetails applicant,
      String subject,
      List<Given> materials,
      Map<String, SignedPromise> promises,
      List<TakenOver> takenOver) {
    public Command {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
      materials = materials == null ? List.of() : List.copyOf(materials);
      promises = promises == null ? Map.of() : Map.copyOf(promises);
      takenOver = takenOver == null ? List.of() : List.copyOf(takenOver);
    }

    /** A joint application that takes nothing over. */
    public Command(
        String themeCode,
        String regionCode,
        Map<String, String> answers,
        ApplicantDetails applicant,
        String subject,
        List<Given> materials,
        Map<String, SignedPromise> promises) {
      this(themeCode, regionCode, answers, applicant, subject, materials, promises, null);
    }
  }

  /** One case that has begun. */
  public record Begun(String caseNumber, String itemCode) {}

  /**
   * All of them have begun.
   *
   * @param trackingCode told here and never again, as it is shown; it opens each case as well
   * @param noticeDue by when everything missing must be told (行政许可法第三十二条)
   */
  public record Receipt(
      String jointNumber,
      String trackingCode,
      Instant submittedAt,
      LocalDate noticeDue,
      List<Begun> cases) {}

  /**
   * What a room adds to a joint application that it begins for somebody: the begin belongs to
   * something of that room's, and both are stored or neither.
   *
   * @param operation what is done and to what, for {@link Idempotency}
   * @param request what was asked for, the same when it is asked again
   * @param trackingCode the code that opens what it belongs to, without hyphen; it opens this too
   * @param without codes of items that aren't applied for (again)
   * @param alongside comes first in the same transaction and is given the new joint number; when it
   *     fails nothing begins
   */
  public record Within(
      String operation,
      Object request,
      String trackingCode,
      Set<String> without,
      BiFunction<Mutiny.Session, String, Uni<Void>> alongside) {
    public Within {
      without = Set.copyOf(without);
    }
  }

  private record Start(
      JointThemes.Shown theme,
      List<ItemInForce> items,
      CasesTogether.Prepared prepared,
      TakenCopies taken,
      String number,
      Instant now) {}

  private final JointThemes themes;
  private final JointStore store;
  private final CasesTogether cases;
  private final OwnReuse reuse;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Vault vault;
  private final Clock clock;

  JointApplications(
      JointThemes themes,
      JointStore store,
      CasesTogether cases,
      OwnReuse reuse,
      Idempotency idempotency,
      Journal journal,
      Vault vault,
      Clock clock) {
    this.themes = themes;
    this.store = store;
    this.cases = cases;
    this.reuse = reuse;
    this.idempotency = idempotency;
    this.journal = journal;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Applies for everything the theme takes with these answers.
   *
   * @return fails with a {@link Problem}: 404 for a theme that isn't there, 409 when one of its
   *     items is suspended or cancelled, 422 for everything wrong with the form
   */
  public Uni<Receipt> apply(Command command, Actor actor, String idempotencyKey) {
    return apply(
        command,
        actor,
        idempotencyKey,
        new Within(
            "applyJointly",
            command,
            TrackingCodes.random(RANDOM),
            Set.of(),
            (session, number) -> Uni.createFrom().voidItem()));
  }

  /** The same for another room, as part of something of that room's. */
  public Uni<Receipt> apply(Command command, Actor actor, String idempotencyKey, Within within) {
    return themes
        .inForce(command.themeCode())
        .chain(theme -> prepare(command, theme, within.without(), actor))
        .chain(
            start ->
                idempotency.once(
                    within.operation(),
                    actor.accountId() == null ? GUEST : actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(within.request()),
                    session ->
                        within
                            .alongside()
                            .apply(session, start.number())
                            .chain(() -> begin(session, command, actor, start, within))))
        .map(reply -> StoredJson.read(reply.body(), Receipt.class));
  }

  private Uni<Start> prepare(
      Command command, JointThemes.Shown theme, Set<String> without, Actor actor) {
    Instant now = clock.instant();
    List<ItemInForce> items = JointIntake.items(command, theme, without);
    JointIntake.check(command, theme.theme(), items, SharedMaterial.of(theme.theme(), items));
    return reuse
        .ready(command.takenOver(), JointIntake.asked(theme.theme(), items), Set.of(), actor)
        .chain(
            taken ->
                commands(command, theme.theme(), items, taken)
                    .chain(cases::prepare)
                    .chain(
                        prepared ->
                            store
                                .nextNumber()
                                .map(
                                    running ->
                                        new Start(
                                            theme,
                                            items,
                                            prepared,
                                            taken,
                                            "J" + CaseNumbers.of(day(now), running),
                                            now))));
  }

  private Uni<List<ApplyCommand>> commands(
      Command command, JointTheme theme, List<ItemInForce> items, TakenCopies taken) {
    List<Given> given = JointIntake.with(command.materials(), taken.copies());
    return cases
        .copies(JointIntake.uses(given, JointIntake.everything(theme, items)))
        .map(copies -> JointIntake.commands(command, theme, items, given, copies));
  }

  private Uni<Reply> begin(
      Mutiny.Session session, Command command, Actor actor, Start start, Within within) {
    String code = within.trackingCode();
    start.taken().orRefuse();
    return vault
        .keep(session, start.number())
        .chain(
            key ->
                cases
                    .begin(session, start.prepared(), start.number(), code, actor)
                    .call(
                        applied ->
                            store.insert(
                                session,
                                record(command, start, applied, code, key),
                                start.theme().version().version()))
                    .call(
                        () ->
                            journal.append(
                                session, JointChanges.entry(start.number(), submission(start)))))
        .map(applied -> new Reply(201, StoredJson.write(receipt(start, applied, code))));
  }

  private static JointEvent submission(Start start) {
    return JointEvent.of(1, JointEvent.Kind.SUBMITTED, start.now(), Handler.APPLICANT, null);
  }

  private JointRecord record(
      Command command, Start start, List<Applied> applied, String code, DataKey key) {
    List<JointRecord.Member> members = new ArrayList<>();
    for (int place = 0; place < applied.size(); place++) {
      ItemInForce item = start.items().get(place);
      members.add(
          new JointRecord.Member(
              applied.get(place).caseNumber(), item.code(), item.department().code()));
    }
    JointTheme theme = start.theme().theme();
    ApplicantDetails applicant = command.applicant();
    return new JointRecord(
        start.number(),
        start.theme().version().code(),
        theme.name(),
        theme.nameEn(),
        theme,
        start.theme().lead(),
        JointIntake.region(command, theme),
        cases.codeHash(start.number(), code),
        ApplicantDetails.PERSON.equals(applicant.kind())
            ? Masks.person(applicant.name())
            : Masks.organisation(applicant.name()),
        start.now(),
        null,
        members,
        List.of(submission(start)),
        key);
  }

  private static Receipt receipt(Start start, List<Applied> applied, String code) {
    List<Begun> begun = new ArrayList<>();
    for (int place = 0; place < applied.size(); place++) {
      begun.add(new Begun(applied.get(place).caseNumber(), start.items().get(place).code()));
    }
    return new Receipt(
        start.number(),
        TrackingCodes.shown(code),
        start.now(),
        applied.stream()
            .map(Applied::acceptanceDue)
            .filter(due -> due != null)
            .min(LocalDate::compareTo)
            .orElse(null),
        begun);
  }

  private static LocalDate day(Instant now) {
    return now.atZone(CityTime.ZONE).toLocalDate();
  }
}
