package org.sunlit.supervision.rules;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What comes of looking at a case: something is found, or doesn't stand any more. */
public sealed interface Verdict {
  /** Which finding; the same whenever the journal is read again. */
  UUID id();

  /**
   * Something was found.
   *
   * @param account who did it; null where nobody did
   * @param post whose it was to do; null where that isn't known
   * @param stepId null for the case as a whole
   * @param occurredAt when what is wrong happened
   * @param events of the journal that it rests on, in order; never none
   * @param facts what goes into the rule's words, by name
   */
  record Found(
      UUID id,
      Rule rule,
      String account,
      String post,
      String stepId,
      Instant occurredAt,
      List<Mark> events,
      Map<String, String> facts)
      implements Verdict {
    /** The place of its last event. */
    public long place() {
      return events.get(events.size() - 1).place();
    }
  }

  /**
   * A finding that doesn't stand any more.
   *
   * @param by the event that took its ground away
   */
  record Withdrawn(UUID id, Why why, Mark by) implements Verdict {}

  /** Why a finding doesn't stand any more. */
  enum Why {
    /** Another calendar gave more time (调休变动). */
    RECOUNTED("recounted"),
    /** It was done in time, and the journal learned of it late. */
    IN_TIME("inTime");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** The name the API and the database use. */
    public String code() {
      return code;
    }
  }
}
