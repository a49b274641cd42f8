package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
import org.sunlit.casework.HandedIn;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.Masks;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.identity.Actor;
import org.sunlit.joint.rules.JointEvent;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.joint.rules.JointTheme.Part;
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
import org.sunlit.problem.ProblemType;

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
   */
  public record Command(
      String themeCode,
      String regionCode,
      Map<String, String> answers,
      ApplicantDetails applicant,
      String subject,
      List<Given> materials) {
    public Command {
      answers = answers == null ? Map.of() : Map.copyOf(answers);
      materials = materials == null ? List.of() : List.copyOf(materials);
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
      String number,
      Instant now) {}

  private final JointThemes themes;
  private final JointStore store;
  private final CasesTogether cases;
  private final Idempotency idempotency;
  private final Journal journal;
  private final Vault vault;
  private final Clock clock;

  JointApplications(
      JointThemes themes,
      JointStore store,
      CasesTogether cases,
      Idempotency idempotency,
      Journal journal,
      Vault vault,
      Clock clock) {
    this.themes = themes;
    this.store = store;
    this.cases = cases;
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
        .chain(theme -> prepare(command, theme, within.without()))
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

  private Uni<Start> prepare(Command command, JointThemes.Shown theme, Set<String> without) {
    Instant now = clock.instant();
    List<ItemInForce> items = items(command, theme, without);
    List<SharedMaterial> materials = SharedMaterial.of(theme.theme(), items);
    check(command, theme.theme(), materials, items.isEmpty());
    return cases
        .copies(uses(command.materials(), materials))
        .map(copies -> commands(command, theme.theme(), items, materials, copies))
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
                                "J" + CaseNumbers.of(day(now), running),
                                now)));
  }

  private static List<ItemInForce> items(
      Command command, JointThemes.Shown theme, Set<String> without) {
    List<ItemInForce> items = new ArrayList<>();
    for (Part part : theme.theme().chosen(command.answers())) {
      if (without.contains(part.item())) {
        continue;
      }
      ItemInForce item = theme.items().get(part.item());
      if (item == null) {
        throw Problem.of(ProblemType.CONFLICT).detail("joint.item-gone", part.item());
      }
      items.add(item);
    }
    return items;
  }

  private static void check(
      Command command, JointTheme theme, List<SharedMaterial> materials, boolean nothing) {
    Problem wrong = Problem.of(ProblemType.UNPROCESSABLE);
    for (JointTheme.Question question : theme.questions()) {
      String answer = command.answers().get(question.code());
      boolean known = question.choices().stream().anyMatch(choice -> choice.code().equals(answer));
      if (!known) {
        wrong = wrong.at("/answers/" + question.code(), "joint.answer-needed");
      }
    }
    for (String code : command.answers().keySet()) {
      if (theme.question(code).isEmpty()) {
        wrong = wrong.at("/answers/" + code, "theme.question-unknown");
      }
    }
    if (wrong.errors().isEmpty() && nothing) {
      wrong = wrong.at("/answers", "joint.nothing-chosen");
    }
    for (int place = 0; place < command.materials().size(); place++) {
      Given given = command.materials().get(place);
      if (materials.stream().noneMatch(one -> one.key().equals(given.key()))) {
        wrong = wrong.at("/materials/" + place + "/key", "apply.material-unknown", given.key());
      }
      for (int before = 0; before < place && given.uploadId() != null; before++) {
        if (given.uploadId().equals(command.materials().get(before).uploadId())) {
          wrong = wrong.at("/materials/" + place + "/uploadId", "apply.upload-twice");
        }
      }
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong;
    }
  }

  /** How often each file is used: once for every item that asks for it. */
  static Map<UUID, Integer> uses(List<Given> given, List<SharedMaterial> materials) {
    Map<UUID, Integer> uses = new HashMap<>();
    for (Given one : given) {
      materials.stream()
          .filter(material -> material.key().equals(one.key()) && one.uploadId() != null)
          .forEach(material -> uses.put(one.uploadId(), material.usedBy().size()));
    }
    return uses;
  }

  /** What of it goes to one item; each takes its own copy of a file. */
  static List<HandedIn> handedIn(
      String itemCode,
      List<Given> given,
      List<SharedMaterial> materials,
      Map<UUID, Deque<UUID>> copies) {
    List<HandedIn> handedIn = new ArrayList<>();
    for (Given one : given) {
      for (SharedMaterial material : materials) {
        String code = material.key().equals(one.key()) ? material.codeFor(itemCode) : null;
        if (code != null) {
          handedIn.add(
              new HandedIn(
                  code,
                  one.uploadId() == null
                      ? null
                      : copies.get(one.uploadId()).isEmpty()
                          ? one.uploadId()
                          : copies.get(one.uploadId()).poll()));
        }
      }
    }
    return handedIn;
  }

  static Map<UUID, Deque<UUID>> queues(Map<UUID, List<UUID>> copies) {
    Map<UUID, Deque<UUID>> queues = new HashMap<>();
    copies.forEach((upload, all) -> queues.put(upload, new ArrayDeque<>(all)));
    return queues;
  }

  private static List<ApplyCommand> commands(
      Command command,
      JointTheme theme,
      List<ItemInForce> items,
      List<SharedMaterial> materials,
      Map<UUID, List<UUID>> copies) {
    Map<UUID, Deque<UUID>> files = queues(copies);
    return items.stream()
        .map(
            item ->
                new ApplyCommand(
                    item.code(),
                    region(command, theme),
                    command.applicant(),
                    command.subject(),
                    handedIn(item.code(), command.materials(), materials, files)))
        .toList();
  }

  private static String region(Command command, JointTheme theme) {
    return command.regionCode() == null ? theme.regionCode() : command.regionCode();
  }

  private Uni<Reply> begin(
      Mutiny.Session session, Command command, Actor actor, Start start, Within within) {
    String code = within.trackingCode();
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
        region(command, theme),
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
