package org.sunlit.casework.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sunlit.calendar.WorkingCalendar;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;

/** Tells a case's life in tests: each line is a command at a time, ruled on by the real rules. */
final class Story {
  static final Handler CLERK = new Handler("wang", "王敏", "Wang Min", "window", "窗口受理岗", "Window");
  static final Handler LEADER =
      new Handler("zhao", "赵岚", "Zhao Lan", "approver", "审批岗", "Approver");
  static final Set<String> MATERIALS = Set.of("M1", "M2");

  private final FlowDefinition flow;
  private Hand hand;
  private final List<CaseEvent> events = new ArrayList<>();

  private Story(FlowDefinition flow) {
    this.flow = flow;
  }

  static Story submitted(FlowDefinition flow, String at) {
    Story story = new Story(flow);
    story.events.add(CaseDecider.submission(flow, time(at), Handler.APPLICANT, List.of("M1")));
    return story;
  }

  /** One of the flows of the demonstration city. */
  static FlowDefinition demoFlow(String code) {
    try (InputStream in = Story.class.getResourceAsStream("/demo/flows/" + code + ".json")) {
      return FlowJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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

  Ruling rule(CaseCommand command, String at) {
    return CaseDecider.decide(
        standing(), command.confirmingRisk(), time(at), hand(command.action()), MATERIALS);
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
      case PAUSE ->
          new CaseCommand(action, null, null, null, "专家评审", "expertReview", null, null, true);
      case REQUEST_CORRECTION ->
          new CaseCommand(
              action,
              null,
              null,
              null,
              null,
              null,
              List.of(new MissingMaterial("M2", "缺少营业执照复印件")),
              null,
              true);
      case DECIDE -> granting(true);
      case ACCEPT, ADVANCE, RESUME, CLOSE, SUPPLEMENT, WITHDRAW -> CaseCommand.plain(action);
    };
  }

  static CaseCommand saying(CaseAction action, String reason) {
    return new CaseCommand(action, null, null, null, reason, null, null, null, true);
  }

  static CaseCommand granting(boolean grant) {
    return new CaseCommand(
        CaseAction.DECIDE, null, grant, null, grant ? null : "不符合法定条件", null, null, null, true);
  }

  static CaseCommand by(CaseAction action, String outcome) {
    return new CaseCommand(action, outcome, null, null, null, null, null, null, true);
  }

  /** Beijing time. */
  static Instant time(String local) {
    return LocalDateTime.parse(local).atZone(CityTime.ZONE).toInstant();
  }
}
