package org.sunlit.joint.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a joint application stands: the fold of its events. A round is what goes from one handing
 * in to the next: every department states once in it what is missing.
 *
 * @param version how many events there are
 * @param submittedAt when it was handed in
 * @param roundSince when this round began: the submission or the last supplement
 * @param statements what was stated in this round, by case number
 * @param notice the combined notice that was sent last, if any
 * @param meetings its joint meetings, in the order they were convened
 */
public record JointStanding(
    int version,
    Instant submittedAt,
    Instant roundSince,
    Map<String, JointEvent> statements,
    Optional<JointEvent> notice,
    List<Meeting> meetings) {

  /**
   * A joint meeting (联审会议).
   *
   * @param call by which it was convened
   * @param opinions by department
   * @param minutes which closed it; empty while it is open
   */
  public record Meeting(
      JointEvent call, Map<String, JointEvent> opinions, Optional<JointEvent> minutes) {
    public Meeting {
      opinions = Map.copyOf(opinions);
    }

    public UUID id() {
      return call.meeting();
    }

    public boolean closed() {
      return minutes.isPresent();
    }

    private Meeting hearing(JointEvent opinion) {
      Map<String, JointEvent> more = new LinkedHashMap<>(opinions);
      more.put(opinion.department(), opinion);
      return new Meeting(call, more, minutes);
    }

    private Meeting closedBy(JointEvent kept) {
      return new Meeting(call, opinions, Optional.of(kept));
    }
  }

  public JointStanding {
    statements = Map.copyOf(statements);
    meetings = List.copyOf(meetings);
  }

  /**
   * Where a joint application with these events stands.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static JointStanding of(List<JointEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("A joint application begins with its submission");
    }
    Instant since = events.get(0).at();
    Map<String, JointEvent> statements = new LinkedHashMap<>();
    JointEvent notice = null;
    Map<UUID, Meeting> meetings = new LinkedHashMap<>();
    for (JointEvent event : events) {
      switch (event.kind()) {
        case STATED -> statements.put(event.caseNumber(), event);
        case NOTICE_SENT -> notice = event;
        case SUPPLEMENTED -> {
          since = event.at();
          statements.clear();
        }
        case MEETING_CONVENED ->
            meetings.put(event.meeting(), new Meeting(event, Map.of(), Optional.empty()));
        case OPINION_GIVEN ->
            meetings.computeIfPresent(event.meeting(), (id, open) -> open.hearing(event));
        case MINUTES_KEPT ->
            meetings.computeIfPresent(event.meeting(), (id, open) -> open.closedBy(event));
        case SUBMITTED, STARTED, WITHDRAWN -> {
          // Where its cases stand says it.
        }
      }
    }
    return new JointStanding(
        events.size(),
        events.get(0).at(),
        since,
        statements,
        Optional.ofNullable(notice),
        new ArrayList<>(meetings.values()));
  }

  /** The meeting with this id. */
  public Optional<Meeting> meeting(UUID id) {
    return meetings.stream().filter(meeting -> meeting.id().equals(id)).findFirst();
  }
}
