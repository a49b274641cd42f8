package org.sunlit.casework.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlit.calendar.CalendarFixtures;
import org.sunlit.calendar.ClockEvent;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.NaiveDeadline;
import org.sunlit.calendar.PauseGround;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowEdge;
import org.sunlit.powerlist.flow.FlowStep;

/**
 * The life of a case a second time, as plainly as possible and sharing nothing with the rules: a
 * game of tokens on the flow's steps. A fork puts a token on each branch and its join counts who
 * has come. Its map is {@link NaiveFlow}, what may be done {@link NaiveRights}.
 */
final class NaiveCase {
  private static final NaiveDeadline CALENDAR =
      new NaiveDeadline(CalendarFixtures.declared(false), CalendarFixtures.declared(true), false);

  final Matter matter;
  NaiveFlow flow;

  private final Map<String, Set<String>> arrived = new HashMap<>();
  final Set<String> been = new HashSet<>();
  final Set<String> tokens = new LinkedHashSet<>();
  final List<ClockEvent> promise = new ArrayList<>();
  private final List<ClockEvent> issuance = new ArrayList<>();
  private Instant acceptanceSince;
  private Instant last;
  Instant moment;
  String state = "submitted";
  boolean stands;
  boolean decided;
  boolean extended;
  String acceptor;
  List<MissingMaterial> told = List.of();
  private final List<String> trail = new ArrayList<>();
  final Map<String, String> leftBy = new HashMap<>();
  Set<String> originals = Set.of();
  boolean originalsAsked;
  boolean green;
  private int days;

  NaiveCase(FlowDefinition flow, Matter matter, Instant at) {
    this.flow = new NaiveFlow(flow);
    this.matter = matter;
    this.days = matter.limit().amount();
    this.last = at;
    place(this.flow.next(this.flow.start(), "pass"), this.flow.start());
  }

  /** The clock of the promise, to be shown. */
  String clock() {
    return promise + " of " + days;
  }

  String state() {
    return state;
  }

  Set<String> tokens() {
    return Set.copyOf(tokens);
  }

  /** When it is due; null while no clock runs. */
  LocalDate due() {
    if (!promise.isEmpty()) {
      LocalDate promised = CALENDAR.due(promise, days);
      LocalDate issued = issuance.isEmpty() ? null : CALENDAR.due(issuance, 10);
      boolean sooner = issued != null && promised != null && issued.isBefore(promised);
      return sooner && matter.licence() ? issued : promised;
    }
    return acceptanceSince == null
        ? null
        : CALENDAR.due(List.of(ClockEvent.start(acceptanceSince)), 5);
  }

  /** Does it if it may be done; nothing has happened when it answers false. */
  boolean tries(CaseCommand command, Instant at, Handler by) {
    Instant now = at.isBefore(last) ? last : at;
    moment = now;
    NaiveRights rights = new NaiveRights(this);
    String step = rights.stepOf(command);
    if (step == null || !rights.may(command, step, by)) {
      return false;
    }
    last = now;
    carryOut(command, step, by);
    return true;
  }

  private void carryOut(CaseCommand command, String step, Handler by) {
    String way = command.outcome() == null ? "pass" : command.outcome();
    switch (command.action()) {
      case ACCEPT -> {
        acceptor = by.account();
        begin(last);
        go(step, flow.next(step, way));
      }
      case REFUSE -> go(step, flow.next(step, "reject"));
      case ADVANCE -> go(step, flow.next(step, way));
      case DECIDE -> {
        decided = true;
        go(step, flow.next(step, command.grant() ? way : "reject"));
        if (!tokens.isEmpty()) {
          issuance.add(ClockEvent.start(last));
        }
      }
      case RETURN -> go(step, flow.backTo(step));
      case REQUEST_CORRECTION -> {
        state = "inCorrection";
        told = told.isEmpty() ? command.missing() : told;
        acceptanceSince = null;
      }
      case REQUEST_ORIGINALS -> {
        go(step, flow.next(step, "pass"));
        state = "inCorrection";
        acceptanceSince = null;
        originalsAsked = true;
        originals = new HashSet<>();
        command.missing().forEach(one -> originals.add(one.materialCode()));
        told = new ArrayList<>(told);
        told.addAll(command.missing());
      }
      case RECEIVE_ORIGINALS -> {
        state = "submitted";
        originals = Set.of();
        acceptanceSince = last;
      }
      case MARK_GREEN -> {
        green = true;
        days = Math.max(1, days / 2);
      }
      case REOPEN -> reopen(command);
      case SUPPLEMENT -> {
        state = "submitted";
        acceptanceSince = last;
      }
      case PAUSE -> {
        state = "paused";
        promise.add(ClockEvent.pause(last, PauseGround.HEARING));
      }
      case RESUME -> {
        state = "inProgress";
        promise.add(ClockEvent.resume(last));
        standOrGoOn();
      }
      case EXTEND -> {
        extended = true;
        promise.add(ClockEvent.extend(last, new Limit(command.days(), LimitUnit.WORKING_DAYS)));
      }
      case CLOSE -> end("granted");
      case WITHDRAW -> end("withdrawn");
    }
  }

  /** Five working days without a word, and the law accepts it from the day it came in. */
  void isDeemedAccepted(Instant at) {
    last = at.isBefore(last) ? last : at;
    String step = tokens.iterator().next();
    boolean online = flow.kind(step).equals("preReview");
    begin(acceptanceSince);
    go(step, flow.next(online ? flow.next(step, "pass") : step, "pass"));
  }

  /** What was granted is taken back. */
  void isRevoked(Instant at) {
    last = at.isBefore(last) ? last : at;
    state = "revoked";
  }

  /** Where it was worked in, the latest first, but for branches of what is done in parallel. */
  List<String> reopenTargets() {
    List<String> targets = new ArrayList<>();
    if (Set.of("granted", "refused", "notAccepted", "revoked").contains(state)) {
      for (String step : worked()) {
        boolean decidesThere =
            !promise.isEmpty() || Set.of("preReview", "acceptance").contains(flow.kind(step));
        if (flow.around(step).isEmpty() && decidesThere) {
          targets.add(step);
        }
      }
    }
    return targets;
  }

  private List<String> worked() {
    List<String> worked = new ArrayList<>();
    for (int place = trail.size() - 1; place >= 0; place--) {
      String step = trail.get(place);
      if (!flow.kind(step).equals("closure") && !worked.contains(step)) {
        worked.add(step);
      }
    }
    return worked;
  }

  String decidedIn() {
    return worked().stream()
        .filter(step -> flow.kind(step).equals("approval"))
        .findFirst()
        .orElse(worked().get(0));
  }

  private void reopen(CaseCommand command) {
    ReviewDecision review = command.review();
    String to = command.toStep() == null ? reopenTargets().get(0) : command.toStep();
    boolean accepted = !promise.isEmpty();
    Instant from = review.clockFrom().atStartOfDay(CityTime.ZONE).toInstant();
    decided = decided && !review.formerWithdrawn();
    extended = false;
    days = review.limit() == null ? days : review.limit().amount();
    promise.clear();
    issuance.clear();
    state = accepted ? "inProgress" : "submitted";
    place(to, null);
    if (!accepted) {
      acceptanceSince = from;
      return;
    }
    promise.add(ClockEvent.start(from));
    if (decided) {
      issuance.add(ClockEvent.start(from));
    }
    standOrGoOn();
  }

  /** Moves it to another flow if it may stand there; nothing has happened when it answers false. */
  boolean moves(FlowDefinition other, Map<String, String> steps, Instant at) {
    NaiveMove move = new NaiveMove(this, new NaiveFlow(other), steps);
    if (!move.isPossible()) {
      return false;
    }
    last = at.isBefore(last) ? last : at;
    flow = move.there;
    arrived.clear();
    arrived.putAll(move.walked);
    tokens.clear();
    tokens.addAll(move.landed);
    been.clear();
    been.addAll(move.seen);
    leftBy.clear();
    leftBy.putAll(move.left);
    trail.replaceAll(step -> steps.getOrDefault(step, ""));
    trail.removeIf(String::isEmpty);
    if (!state.equals("paused")) {
      standOrGoOn();
    }
    return true;
  }

  private void begin(Instant from) {
    state = "inProgress";
    acceptanceSince = null;
    promise.add(ClockEvent.start(from));
  }

  private void go(String from, String to) {
    List<String> here = flow.around(from);
    List<String> there = flow.branches().getOrDefault(to, List.of());
    int common = 0;
    while (common < Math.min(here.size(), there.size())
        && here.get(common).equals(there.get(common))) {
      common++;
    }
    tokens.remove(from);
    leftBy.put(
        from,
        flow.outgoing(from).stream()
            .filter(edge -> edge.to().equals(to))
            .map(FlowEdge::outcome)
            .findFirst()
            .orElse("pass"));
    boolean join = flow.kind(to).equals("join");
    if (!join && here.size() > common) {
      // Left other than by its join: all that is done in that block comes to nothing.
      int depth = common;
      String block = here.get(depth).split("/")[0];
      tokens.removeIf(
          token ->
              flow.around(token).size() > depth
                  && flow.around(token).get(depth).split("/")[0].equals(block));
    }
    for (String entered : there.subList(common, there.size())) {
      Set<String> others = arrived.get(entered.split("/")[0]);
      if (others != null) {
        others.remove(entered);
      }
    }
    place(to, from);
    standOrGoOn();
  }

  private void place(String to, String from) {
    FlowStep step = flow.step(to);
    switch (step.kind().code()) {
      case "fork" -> {
        been.add(to);
        arrived.put(to, new HashSet<>());
        flow.outgoing(to).forEach(edge -> place(edge.to(), to));
      }
      case "join" -> {
        String branch = flow.around(from).get(flow.around(from).size() - 1);
        String fork = branch.split("/")[0];
        arrived.get(fork).add(branch);
        if (arrived.get(fork).size() == flow.outgoing(fork).size()) {
          place(flow.next(to, "pass"), to);
        }
      }
      case "termination" -> end(promise.isEmpty() ? "notAccepted" : "refused");
      default -> {
        if (step.kind().code().equals("closure") && step.post() == null) {
          end("granted");
          return;
        }
        tokens.add(to);
        been.add(to);
        trail.add(to);
        if (Set.of("acceptance", "preReview").contains(step.kind().code())
            && state.equals("submitted")
            && acceptanceSince == null) {
          acceptanceSince = last;
        }
      }
    }
  }

  private void standOrGoOn() {
    boolean still =
        !promise.isEmpty()
            && !tokens.isEmpty()
            && tokens.stream().allMatch(token -> !flow.step(token).countsTowardLimit());
    if (stands && !still) {
      promise.add(ClockEvent.resume(last));
    }
    if (!stands && still) {
      promise.add(ClockEvent.pause(last, PauseGround.HEARING));
    }
    stands = still;
  }

  private void end(String how) {
    if (stands || state.equals("paused")) {
      promise.add(ClockEvent.resume(last));
      stands = false;
    }
    state = how;
    tokens.clear();
    acceptanceSince = null;
    if (!promise.isEmpty()) {
      promise.add(ClockEvent.stop(last));
    }
  }

  boolean closing() {
    return tokens.stream().anyMatch(token -> flow.kind(token).equals("closure"));
  }
}
