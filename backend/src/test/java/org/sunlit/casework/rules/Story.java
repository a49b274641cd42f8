package org.sunlit.casework.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;

/** Tells a case's life in tests: each line is a command at a time, ruled on by the real rules. */
final class Story {
  static final Handler CLERK = new Handler("wang", "王敏", "Wang Min", "window", "窗口受理岗", "Window");
  static final Handler LEADER =
      new Handler("zhao", "赵岚", "Zhao Lan", "approver", "审批岗", "Approver");
  static final GreenGround PROJECT =
      new GreenGround("majorProject", "重大项目", "Major project", "重大项目名单", 50, null);
  static final Matter MATTER = matter(20, true);

  private final FlowDefinition flow;
  private Hand hand;
  private final List<CaseEvent> events = new ArrayList<>();

  private Story(FlowDefinition flow) {
    this.flow = flow;
  }

  /** With two materials, the original of the first wanted, and a green channel for projects. */
  static Matter matter(int workingDays, boolean licence) {
    return new Matter(
        Set.of("M1", "M2"),
        Set.of("M1"),
        new Limit(workingDays, LimitUnit.WORKING_DAYS),
        licence,
        List.of(PROJECT));
  }

  static Story submitted(FlowDefinition flow, String at) {
    Story story = new Story(flow);
    story.events.add(CaseDecider.submission(flow, time(at), Handler.APPLICANT, List.of("M1")));
    return story;
  }

  /** One of the flows of the demonstration city. */
  static FlowDefinition demoFlow(String code) {
    return read("/demo/flows/" + code + ".json");
  }

  /** One of the flows made for tests. */
  static FlowDefinition testFlow(String code) {
    return read("/flows/" + code + ".json");
  }

  private static FlowDefinition read(String place) {
    try (InputStream in = Story.class.getResourceAsStream(place)) {
      return FlowJson.readWritten(new String(in.readAllBytes(), StandardCharsets.UTF_8)).running();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Story does(CaseAction action, String at) {
    return does(plain(action), at);
  }

  Story does(CaseCommand command, String at) {
    Ruling ruling = rule(command, at);
    if (!(ruling instanceof Ruling.Done done)) {
      throw new AssertionError(command + " was not done: " + ruling);
    }
    events.add(done.event());
    return this;
  }

  /** What was granted is taken back by two for a broken promise. */
  Story isRevoked(String at) {
    events.add(PromiseEvents.revoked(standing(), time(at), CLERK, LEADER, "承诺不实"));
    return this;
  }

  Ruling rule(CaseCommand command, String at) {
    return CaseDecider.decide(
        standing(), command.confirmingRisk(), time(at), hand(command.action()), MATTER);
  }

  /** Who does it when nobody is named: the clerk, but somebody else decides. */
  private Hand hand(CaseAction action) {
    if (hand != null) {
      return hand;
    }
    return Hand.of(action == CaseAction.DECIDE ? LEADER : CLERK);
  }

  /** From here on by this one. */
  Story by(Hand other) {
    hand = other;
    return this;
  }

  Standing standing() {
    return Standing.of(flow, events);
  }

  List<CaseEvent> events() {
    return List.copyOf(events);
  }

  CaseDeadlines deadlines(CaseTerms terms, WorkingCalendar calendar) {
    return CaseDeadlines.of(Standing.of(terms.flow(), events), terms, calendar);
  }

  /** A command that says what its action needs and no more. */
  static CaseCommand plain(CaseAction action) {
    return switch (action) {
      case REFUSE, RETURN -> saying(action, "材料表明不属于本机关职权");
      case PAUSE -> CaseCommand.plain(action).saying("专家评审").on("expertReview");
      case EXTEND -> CaseCommand.plain(action).saying("案情复杂，需补充勘验").byDays(10);
      case REQUEST_CORRECTION ->
          CaseCommand.plain(action).asking(List.of(new MissingMaterial("M2", "缺少营业执照复印件")));
      case DECIDE -> granting(true);
      case REQUEST_ORIGINALS ->
          CaseCommand.plain(action).asking(List.of(new MissingMaterial("M1", "请携带申请书原件")));
      case RECEIVE_ORIGINALS -> CaseCommand.plain(action).bringing(List.of("M1"));
      case MARK_GREEN -> CaseCommand.plain(action).saying("列入市重大项目名单").on("majorProject");
      case REOPEN -> CaseCommand.plain(action).saying("复议决定责令重新作出决定").because(review(true));
      case ACCEPT, ADVANCE, RESUME, CLOSE, SUPPLEMENT, WITHDRAW -> CaseCommand.plain(action);
    };
  }

  /** A reconsideration decision of 2026-01-05, from which the time counts again. */
  static ReviewDecision review(boolean formerWithdrawn) {
    LocalDate day = LocalDate.of(2026, 1, 5);
    return new ReviewDecision(
        ReviewDecision.Kind.RECONSIDERATION,
        "晴川市人民政府",
        "晴政复决〔2026〕12号",
        day,
        formerWithdrawn,
        day,
        null);
  }

  static CaseCommand saying(CaseAction action, String reason) {
    return CaseCommand.plain(action).saying(reason);
  }

  static CaseCommand granting(boolean grant) {
    return CaseCommand.plain(CaseAction.DECIDE).granting(grant).saying(grant ? null : "不符合法定条件");
  }

  static CaseCommand by(CaseAction action, String outcome) {
    return CaseCommand.plain(action).by(outcome);
  }

  /** Beijing time. */
  static Instant time(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }
}
