package org.sunlit.complaint;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.complaint.rules.ComplaintAct;
import org.sunlit.complaint.rules.ComplaintAction;
import org.sunlit.complaint.rules.ComplaintChannel;
import org.sunlit.complaint.rules.ComplaintKind;
import org.sunlit.complaint.rules.ComplaintRules;
import org.sunlit.complaint.rules.ComplaintRules.Reader;
import org.sunlit.complaint.rules.ComplaintState;
import org.sunlit.complaint.rules.HandOnGround;
import org.sunlit.complaint.rules.Standing;
import org.sunlit.identity.Actor;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Idempotency;
import org.sunlit.platform.Reply;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the staff do about complaints. */
@ApplicationScoped
public class ComplaintActs {
  /**
   * What somebody wants done; what the action doesn't need is null or empty.
   *
   * @param department the lead
   * @param fixed null when nobody could be reached
   * @param category the code of what it is about
   */
  public record Wanted(
      ComplaintAction action,
      String words,
      ComplaintKind kind,
      Set<String> concerned,
      String department,
      Set<String> joint,
      HandOnGround ground,
      Integer days,
      String under,
      Boolean fixed,
      String category) {

    /** An action that takes words at most. */
    public static Wanted of(ComplaintAction action, String words) {
      return new Wanted(
          action, words, null, Set.of(), null, Set.of(), null, null, null, null, null);
    }

    public static Wanted screen(ComplaintKind kind, String category) {
      return new Wanted(
          ComplaintAction.SCREEN,
          null,
          kind,
          Set.of(),
          null,
          Set.of(),
          null,
          null,
          null,
          null,
          category);
    }

    public static Wanted assign(String lead, Set<String> joint) {
      return new Wanted(
          ComplaintAction.ASSIGN, null, null, Set.of(), lead, joint, null, null, null, null, null);
    }
  }

  private final ComplaintStore store;
  private final ComplaintWriter writer;
  private final ComplaintLinks links;
  private final Categories categories;
  private final ComplaintSettings settings;
  private final DutyRoster roster;
  private final Idempotency idempotency;

  ComplaintActs(
      ComplaintStore store,
      ComplaintWriter writer,
      ComplaintLinks links,
      Categories categories,
      ComplaintSettings settings,
      DutyRoster roster,
      Idempotency idempotency) {
    this.store = store;
    this.writer = writer;
    this.links = links;
    this.categories = categories;
    this.settings = settings;
    this.roster = roster;
    this.idempotency = idempotency;
  }

  /**
   * Does it.
   *
   * @param version the version last seen
   * @return fails with a {@link Problem}: 404 for one the actor may not see, 403 for what isn't
   *     theirs to do, 412 when it has changed, 409 when it can't be done now, 422 for what is
   *     missing
   */
  public Uni<Void> act(
      String number, int version, Wanted wanted, Actor actor, String idempotencyKey) {
    WantedForm.check(wanted);
    return links
        .departments(WantedForm.departments(wanted), "/department")
        .chain(() -> links.staff(wanted.concerned(), "/concerned"))
        .chain(() -> categories.need(wanted.category()))
        .chain(() -> roster.daysOf(actor))
        .map(days -> new Readers(actor, days, roster.today()))
        .chain(
            readers ->
                idempotency.once(
                    "complaint " + wanted.action().code() + " " + number,
                    actor.accountId(),
                    idempotencyKey,
                    StoredJson.bytes(wanted),
                    session ->
                        store
                            .hold(session, number)
                            .map(
                                found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
                            .chain(complaint -> act(session, complaint, version, wanted, readers))
                            .replaceWith(new Reply(200, "{}"))))
        .replaceWithVoid();
  }

  private Uni<Void> act(
      Mutiny.Session session,
      ComplaintRecord complaint,
      int version,
      Wanted wanted,
      Readers readers) {
    Standing standing = complaint.standing();
    Reader reader = readers.of(complaint.receivedOn());
    Instant at = writer.after(complaint);
    if (!ComplaintRules.sees(standing, reader)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (complaint.version() != version) {
      throw Problem.of(ProblemType.STALE_VERSION).detail("complaint.changed");
    }
    if (!ComplaintRules.possible(standing, wanted.action(), at)) {
      throw Problem.of(ProblemType.IMPOSSIBLE_TRANSITION)
          .detail("complaint.not-now")
          .possible(
              ComplaintRules.possible(standing, reader, at).stream().map(Coded::code).toList());
    }
    if (!ComplaintRules.mayEver(standing, wanted.action(), reader)) {
      throw Problem.of(ProblemType.SEPARATION_OF_DUTY).detail("complaint.not-yours");
    }
    return wanted.action() == ComplaintAction.GROUP
        ? group(session, complaint, wanted.under(), at, readers)
        : writer
            .add(session, complaint, act(standing, wanted, at, reader), wanted.words())
            .call(
                after ->
                    after.last() instanceof ComplaintAct.Replied
                        ? tellGroup(session, after, wanted.words())
                        : Uni.createFrom().voidItem())
            .replaceWithVoid();
  }

  private ComplaintAct act(Standing standing, Wanted wanted, Instant at, Reader reader) {
    String by = reader.account();
    return switch (wanted.action()) {
      case SCREEN ->
          new ComplaintAct.Screened(
              at,
              by,
              wanted.kind(),
              wanted.concerned(),
              settings.reply(wanted.kind(), standing.channel()),
              wanted.category());
      case ASSIGN -> new ComplaintAct.Assigned(at, by, wanted.department(), wanted.joint());
      case TAKE_UP -> new ComplaintAct.TakenUp(at, by);
      case CONTRIBUTE -> new ComplaintAct.Contributed(at, by, reader.department());
      case TRANSFER -> {
        if (wanted.department().equals(standing.lead())) {
          throw Problem.of(ProblemType.UNPROCESSABLE).at("/department", "complaint.to-itself");
        }
        yield new ComplaintAct.Transferred(
            at, by, wanted.ground(), standing.lead(), wanted.department());
      }
      case RETURN -> new ComplaintAct.Returned(at, by, wanted.ground(), standing.lead());
      case ASK_EXTENSION -> new ComplaintAct.ExtensionAsked(at, by, wanted.days());
      case GRANT_EXTENSION -> new ComplaintAct.ExtensionGranted(at, by, standing.extensionWanted());
      case REFUSE_EXTENSION -> new ComplaintAct.ExtensionRefused(at, by);
      case URGE -> new ComplaintAct.Urged(at, by);
      case SUPERVISE -> new ComplaintAct.Supervised(at, by);
      case REPLY -> new ComplaintAct.Replied(at, by, settings.ratingDays());
      case CALL_BACK -> new ComplaintAct.CalledBack(at, by, wanted.fixed());
      case GROUP -> throw new IllegalArgumentException("It needs the other complaint");
    };
  }

  private Uni<Void> group(
      Mutiny.Session session,
      ComplaintRecord complaint,
      String under,
      Instant at,
      Readers readers) {
    String by = readers.actor().accountId();
    String other = ComplaintCodes.number(under);
    if (complaint.groupSize() > 0 || other.equals(complaint.number())) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/under", "complaint.cannot-group");
    }
    return store
        .hold(session, other)
        .invoke(
            found -> {
              if (found.filter(record -> canLead(record, readers)).isEmpty()) {
                throw Problem.of(ProblemType.UNPROCESSABLE).at("/under", "complaint.cannot-group");
              }
            })
        .chain(() -> writer.add(session, complaint, new ComplaintAct.Grouped(at, by, other), null))
        .replaceWithVoid();
  }

  /** What comes on the direct line is answered on its own. */
  private static boolean canLead(ComplaintRecord complaint, Readers readers) {
    Standing standing = complaint.standing();
    return ComplaintRules.sees(standing, readers.of(complaint.receivedOn()))
        && standing.state().owesAnAnswer()
        && standing.state() != ComplaintState.GROUPED
        && standing.channel() != ComplaintChannel.DIRECT_LINE;
  }

  /**
   * Those with the same cause get the same answer; one that this person may not answer goes to the
   * department for somebody else.
   */
  private Uni<Void> tellGroup(Mutiny.Session session, ComplaintRecord answered, String words) {
    String by = answered.last().by();
    return store
        .group(session, answered.number())
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(
            member -> {
              Instant at = writer.after(member);
              return member.standing().mayHandle(by)
                  ? writer.add(
                      session,
                      member,
                      new ComplaintAct.Replied(at, by, settings.ratingDays()),
                      words)
                  : writer.add(session, member, instead(answered, at), null);
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static ComplaintAct instead(ComplaintRecord answered, Instant at) {
    String lead = answered.standing().lead();
    return new ComplaintAct.Assigned(at, null, lead, Set.of());
  }
}
