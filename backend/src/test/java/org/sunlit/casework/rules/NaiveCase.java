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
 * has come; every step knows by which branches it was reached.
 */
final class NaiveCase {
  private static final NaiveDeadline CALENDAR =
      new NaiveDeadline(CalendarFixtures.declared(false), CalendarFixtures.declared(true), false);

  private final Matter matter;
  private FlowDefinition flow;

  /** For each step the branches around it, outermost first, such as {@code outer/1}. */
  private final Map<String, List<String>> branches = new HashMap<>();

  private final Map<String, Set<String>> arrived = new HashMap<>();
  private final Set<String> been = new HashSet<>();
  private final Set<String> tokens = new LinkedHashSet<>();
  private final List<ClockEvent> promise = new ArrayList<>();
  private final List<ClockEvent> issuance = new ArrayList<>();
  private Instant acceptanceSince;
  private Instant last;
  private Instant moment;
  private String state = "submitted";
  private boolean stands;
  private boolean decided;
  private boolean extended;
  private String acceptor;
  private List<MissingMaterial> told = List.of();
  private final List<String> trail = new ArrayList<>();
  private final Map<String, String> leftBy = new HashMap<>();
  private Set<String> originals = Set.of();
  private boolean originalsAsked;
  private boolean green;
  private int days;

  NaiveCase(FlowDefinition flow, Matter matter, Instant at) {
    this.flow = flow;
    this.matter = matter;
    this.days = matter.limit().amount();
    this.last = at;
    spread(flow.start().id(), List.of());
    place(next(flow.start().id(), "pass"), flow.start().id());
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
    String step = stepOf(command);
    if (step == null || !may(command, step, by)) {
      return false;
    }
    last = now;
    carryOut(command, step, by);
    return true;
  }

  private static boolean whole(CaseAction action) {
    return Set.of("pause", "resume", "extend", "supplement", "withdraw", "mark-green")
        .contains(action.code());
  }

  private String stepOf(CaseCommand command) {
    if (command.action() == CaseAction.REOPEN) {
      return reopenTargets().isEmpty() ? null : decidedIn();
    }
    if (whole(command.action())) {
      return tokens.isEmpty() ? null : tokens.iterator().next();
    }
    List<String> could = tokens.stream().filter(each -> offers(command.action(), each)).toList();
    if (command.step() != null) {
      return could.contains(command.step()) ? command.step() : null;
    }
    return could.size() == 1 ? could.get(0) : null;
  }

  private boolean offers(CaseAction action, String step) {
    String kind = flow.step(step).kind().code();
    boolean atWindow = state.equals("submitted") && kind.equals("acceptance");
    boolean online = state.equals("submitted") && kind.equals("preReview");
    boolean onward =
        (state.equals("submitted") && !atWindow && !online) || state.equals("inProgress");
    boolean goesOn = ways(step).stream().anyMatch(way -> !way.equals("reject"));
    boolean plain = !kind.equals("approval") && !kind.equals("closure");
    return switch (action) {
      case ACCEPT -> atWindow && goesOn;
      case REFUSE -> (atWindow || online) && ways(step).contains("reject");
      case REQUEST_CORRECTION -> atWindow || online;
      case REQUEST_ORIGINALS -> online && goesOn && !originalsAsked;
      case RECEIVE_ORIGINALS -> state.equals("inCorrection") && !originals.isEmpty();
      case ADVANCE -> online && goesOn || onward && plain && !ways(step).isEmpty();
      case DECIDE -> onward && kind.equals("approval") && !ways(step).isEmpty();
      case CLOSE -> onward && kind.equals("closure");
      case RETURN -> onward && backTo(step) != null && been.contains(backTo(step));
      case PAUSE, RESUME, EXTEND, SUPPLEMENT, WITHDRAW, MARK_GREEN, REOPEN -> false;
    };
  }

  private boolean may(CaseCommand command, String step, Handler by) {
    boolean said = command.reason() != null;
    String way = command.outcome() == null ? "pass" : command.outcome();
    boolean judges = !Set.of("resume", "supplement", "withdraw").contains(command.action().code());
    // What concerns the whole case is done where the branches begin, in a fork without risks.
    boolean atFork = whole(command.action()) && tokens.size() > 1;
    boolean grave =
        !atFork
            && flow.step(step).risks().stream().anyMatch(risk -> risk.grade().name().equals("A"));
    boolean seen = command.riskConfirmed() || !grave || !judges;
    boolean acceptorDecides =
        by.account().equals(acceptor)
            && (command.action() == CaseAction.DECIDE
                || command.action() == CaseAction.ADVANCE && "reject".equals(command.outcome()));
    if (acceptorDecides || !seen) {
      return false;
    }
    return switch (command.action()) {
      case ACCEPT -> ways(step).contains(way) && !way.equals("reject");
      case REFUSE -> said;
      case REQUEST_CORRECTION -> mayAsk(command.missing());
      case REQUEST_ORIGINALS ->
          !command.missing().isEmpty()
              && command.missing().stream()
                  .allMatch(one -> matter.originals().contains(one.materialCode()));
      case RECEIVE_ORIGINALS -> command.materials().containsAll(originals);
      case MARK_GREEN -> !decided && !green && said && "majorProject".equals(command.ground());
      case REOPEN -> said && mayReopen(command);
      case ADVANCE ->
          ways(step).contains(way)
              && !(state.equals("submitted")
                  && way.equals("reject")
                  && flow.step(step).kind().code().equals("preReview"))
              && (said || !endsBadly(next(step, way)));
      case DECIDE -> mayDecide(command, step, way, said);
      case CLOSE -> true;
      case RETURN -> said && (command.toStep() == null || command.toStep().equals(backTo(step)));
      case PAUSE -> state.equals("inProgress") && !stands && !closing() && said && lawful(command);
      case RESUME -> state.equals("paused");
      case EXTEND ->
          state.equals("inProgress")
              && !decided
              && !extended
              && said
              && command.days() != null
              && command.days() >= 1
              && command.days() <= 10;
      case SUPPLEMENT -> state.equals("inCorrection") && originals.isEmpty();
      case WITHDRAW -> !decided;
    };
  }

  private boolean mayDecide(CaseCommand command, String step, String way, boolean said) {
    if (command.grant() == null) {
      return false;
    }
    return command.grant()
        ? !way.equals("reject") && ways(step).contains(way) && (said || !endsBadly(next(step, way)))
        : said && ways(step).contains("reject");
  }

  private boolean mayAsk(List<MissingMaterial> missing) {
    Set<String> toldCodes = new HashSet<>();
    told.forEach(one -> toldCodes.add(one.materialCode()));
    return !missing.isEmpty()
        && missing.stream()
            .allMatch(
                one ->
                    matter.materialCodes().contains(one.materialCode())
                        && (told.isEmpty() || toldCodes.contains(one.materialCode())));
  }

  /** The grounds of 行政许可法第四十五条 carry their article; a public notice has to cite its own. */
  private static boolean lawful(CaseCommand command) {
    return "hearing".equals(command.ground())
        || "expertReview".equals(command.ground())
        || "publicNotice".equals(command.ground()) && command.reason().contains("第二十六条");
  }

  private void carryOut(CaseCommand command, String step, Handler by) {
    String way = command.outcome() == null ? "pass" : command.outcome();
    switch (command.action()) {
      case ACCEPT -> {
        acceptor = by.account();
        begin(last);
        go(step, next(step, way));
      }
      case REFUSE -> go(step, next(step, "reject"));
      case ADVANCE -> go(step, next(step, way));
      case DECIDE -> {
        decided = true;
        go(step, next(step, command.grant() ? way : "reject"));
        if (!tokens.isEmpty()) {
          issuance.add(ClockEvent.start(last));
        }
      }
      case RETURN -> go(step, backTo(step));
      case REQUEST_CORRECTION -> {
        state = "inCorrection";
        told = told.isEmpty() ? command.missing() : told;
        acceptanceSince = null;
      }
      case REQUEST_ORIGINALS -> {
        go(step, next(step, "pass"));
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
    boolean online = flow.step(step).kind().code().equals("preReview");
    begin(acceptanceSince);
    go(step, next(online ? next(step, "pass") : step, "pass"));
  }

  /** Where it was worked in, the latest first, but for branches of what is done in parallel. */
  private List<String> reopenTargets() {
    List<String> targets = new ArrayList<>();
    if (Set.of("granted", "refused", "notAccepted").contains(state)) {
      for (String step : worked()) {
        boolean decidesThere =
            !promise.isEmpty()
                || Set.of("preReview", "acceptance").contains(flow.step(step).kind().code());
        if (branches.get(step).isEmpty() && decidesThere) {
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
      if (!flow.step(step).kind().code().equals("closure") && !worked.contains(step)) {
        worked.add(step);
      }
    }
    return worked;
  }

  private String decidedIn() {
    return worked().stream()
        .filter(step -> flow.step(step).kind().code().equals("approval"))
        .findFirst()
        .orElse(worked().get(0));
  }

  private boolean mayReopen(CaseCommand command) {
    ReviewDecision review = command.review();
    LocalDate today = moment.atZone(CityTime.ZONE).toLocalDate();
    return review != null
        && review.documentNumber() != null
        && !review.decidedOn().isAfter(today)
        && !review.clockFrom().isAfter(today)
        && !review.clockFrom().isBefore(review.decidedOn())
        && (command.toStep() == null || reopenTargets().contains(command.toStep()));
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
    NaiveCase there = new NaiveCase(other, matter, last);
    Set<String> landed = new LinkedHashSet<>();
    for (String token : tokens) {
      String to = steps.get(token);
      if (to == null || !landed.add(to) || !there.worksIn(to) || !phasesAgree(there, token, to)) {
        return false;
      }
    }
    Map<String, Set<String>> walked = new HashMap<>();
    Map<String, String> left = new HashMap<>();
    leftBy.forEach(
        (step, way) -> {
          if (steps.containsKey(step)) {
            left.put(steps.get(step), way);
          }
        });
    Set<String> seen = new HashSet<>();
    leftBy.keySet().forEach(step -> seen.add(steps.getOrDefault(step, "")));
    been.forEach(step -> seen.add(steps.getOrDefault(step, "")));
    for (FlowStep fork : other.steps()) {
      if (fork.kind().code().equals("fork")
          && !there.standsIn(fork.id(), landed, left, seen, walked)) {
        return false;
      }
    }
    for (String one : landed) {
      for (String two : landed) {
        if (!one.equals(two) && !there.apart(one, two, seen)) {
          return false;
        }
      }
    }
    last = at.isBefore(last) ? last : at;
    flow = other;
    branches.clear();
    branches.putAll(there.branches);
    arrived.clear();
    arrived.putAll(walked);
    tokens.clear();
    tokens.addAll(landed);
    been.clear();
    been.addAll(seen);
    leftBy.clear();
    leftBy.putAll(left);
    trail.replaceAll(step -> steps.getOrDefault(step, ""));
    trail.removeIf(String::isEmpty);
    if (!state.equals("paused")) {
      standOrGoOn();
    }
    return true;
  }

  private boolean worksIn(String step) {
    String kind = flow.step(step).kind().code();
    return !Set.of("submission", "fork", "join", "termination").contains(kind)
        && (!kind.equals("closure") || flow.step(step).post() != null);
  }

  private boolean phasesAgree(NaiveCase there, String from, String to) {
    boolean undecidedHere = ahead(from, "approval", new HashSet<>());
    boolean undecidedThere = there.ahead(to, "approval", new HashSet<>());
    return (!promise.isEmpty() || there.ahead(to, "acceptance", new HashSet<>()))
        && (undecidedHere == undecidedThere || decided == undecidedHere);
  }

  /** Whether a step of this kind is it or still to come. */
  private boolean ahead(String step, String kind, Set<String> tried) {
    if (!tried.add(step)) {
      return false;
    }
    return flow.step(step).kind().code().equals(kind)
        || flow.outgoing(step).stream()
            .filter(edge -> !Set.of("return", "repeat").contains(edge.outcome()))
            .anyMatch(edge -> ahead(edge.to(), kind, tried));
  }

  /** Each branch of this fork is at work or walked to its end, or none is at work. */
  private boolean standsIn(
      String fork,
      Set<String> landed,
      Map<String, String> left,
      Set<String> seen,
      Map<String, Set<String>> walked) {
    Set<String> all = new HashSet<>();
    Set<String> atWork = new HashSet<>();
    Set<String> done = new HashSet<>();
    branches.forEach(
        (step, around) ->
            around.stream()
                .filter(branch -> branch.startsWith(fork + "/"))
                .forEach(
                    branch -> {
                      all.add(branch);
                      if (landed.contains(step)) {
                        atWork.add(branch);
                      }
                      String next = left.containsKey(step) ? next(step, left.get(step)) : null;
                      if (next != null && flow.step(next).kind().code().equals("join")) {
                        done.add(branch);
                      }
                    }));
    if (atWork.isEmpty()) {
      // Behind its join nothing is waited for; before it, coming to the fork begins anew.
      walked.put(fork, all);
      return true;
    }
    done.removeAll(atWork);
    walked.put(fork, done);
    return done.size() + atWork.size() == all.size();
  }

  private boolean apart(String one, String two, Set<String> seen) {
    List<String> first = branches.get(one);
    List<String> second = branches.get(two);
    for (int depth = 0; depth < Math.min(first.size(), second.size()); depth++) {
      String fork = first.get(depth).split("/")[0];
      if (second.get(depth).startsWith(fork + "/") && !second.get(depth).equals(first.get(depth))) {
        return seen.contains(fork);
      }
    }
    return false;
  }

  private void begin(Instant from) {
    state = "inProgress";
    acceptanceSince = null;
    promise.add(ClockEvent.start(from));
  }

  private void go(String from, String to) {
    List<String> here = branches.get(from);
    List<String> there = branches.getOrDefault(to, List.of());
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
    boolean join = flow.step(to).kind().code().equals("join");
    if (!join && here.size() > common) {
      // Left other than by its join: all that is done in that block comes to nothing.
      int depth = common;
      String block = here.get(depth).split("/")[0];
      tokens.removeIf(
          token ->
              branches.get(token).size() > depth
                  && branches.get(token).get(depth).split("/")[0].equals(block));
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
        String branch = branches.get(from).get(branches.get(from).size() - 1);
        String fork = branch.split("/")[0];
        arrived.get(fork).add(branch);
        if (arrived.get(fork).size() == flow.outgoing(fork).size()) {
          place(next(to, "pass"), to);
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

  private void spread(String step, List<String> around) {
    if (branches.putIfAbsent(step, around) != null) {
      return;
    }
    int branch = 0;
    for (FlowEdge edge : flow.outgoing(step)) {
      if (edge.outcome().equals("return") || edge.outcome().equals("repeat")) {
        continue;
      }
      List<String> onward = new ArrayList<>(around);
      String kind = flow.step(edge.to()).kind().code();
      if (flow.step(step).kind().code().equals("fork")) {
        onward.add(step + "/" + branch++);
      }
      if (kind.equals("join")) {
        onward.remove(onward.size() - 1);
      }
      spread(edge.to(), kind.equals("termination") ? List.of() : onward);
    }
  }

  private List<String> ways(String step) {
    return flow.outgoing(step).stream()
        .map(FlowEdge::outcome)
        .filter(outcome -> !outcome.equals("return"))
        .toList();
  }

  private String next(String step, String outcome) {
    return flow.outgoing(step).stream()
        .filter(edge -> edge.outcome().equals(outcome))
        .map(FlowEdge::to)
        .findFirst()
        .orElse(null);
  }

  private String backTo(String step) {
    return next(step, "return");
  }

  private boolean endsBadly(String step) {
    return step != null && flow.step(step).kind().code().equals("termination");
  }

  private boolean closing() {
    return tokens.stream().anyMatch(token -> flow.step(token).kind().code().equals("closure"));
  }
}
