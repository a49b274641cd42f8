package org.sunlit.joint.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sunlit.casework.rules.Handler;
import org.sunlit.casework.rules.MissingMaterial;

/**
 * Something that happened to a joint application. What happens to one of its cases alone is that
 * case's and isn't repeated here.
 *
 * @param number 1 for the submission, then one more each
 * @param kind what happened
 * @param at when
 * @param by who did it
 * @param department for which department; null for the applicant
 * @param caseNumber for a statement, of which case
 * @param missing for a statement, everything the case lacks; empty when it is complete
 * @param riskConfirmed for a statement, the handler had seen the risk point of the step
 * @param meeting for what is about a meeting, which
 * @param invited for a call, codes of the departments invited
 * @param heldAt for a call, when the meeting is
 * @param view for an opinion, which
 * @param text what was said: the agenda, the opinion, the minutes, a message; null for nothing
 * @param place for a call, where the meeting is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JointEvent(
    int number,
    Kind kind,
    Instant at,
    Handler by,
    String department,
    String caseNumber,
    List<MissingMaterial> missing,
    boolean riskConfirmed,
    UUID meeting,
    List<String> invited,
    Instant heldAt,
    View view,
    String text,
    String place) {

  /** What can happen. */
  public enum Kind {
    SUBMITTED("submitted"),
    STATED("stated"),
    NOTICE_SENT("noticeSent"),
    SUPPLEMENTED("supplemented"),
    STARTED("started"),
    WITHDRAWN("withdrawn"),
    MEETING_CONVENED("meetingConvened"),
    OPINION_GIVEN("opinionGiven"),
    MINUTES_KEPT("minutesKept");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The name the database and the journal use. */
    @JsonValue
    public String code() {
      return code;
    }
  }

  /** What a department thinks (会签意见). */
  public enum View {
    AGREES("agrees"),
    AGREES_WITH_CONDITIONS("agreesWithConditions"),
    OBJECTS("objects");

    private final String code;

    View(String code) {
      this.code = code;
    }

    /** The name the API and the database use. */
    @JsonValue
    public String code() {
      return code;
    }
  }

  public JointEvent {
    by = by == null ? Handler.APPLICANT : by;
    missing = missing == null ? List.of() : List.copyOf(missing);
    invited = invited == null ? List.of() : List.copyOf(invited);
  }

  /** An event that says nothing but what happened. */
  public static JointEvent of(int number, Kind kind, Instant at, Handler by, String department) {
    return new JointEvent(
        number, kind, at, by, department, null, null, false, null, null, null, null, null, null);
  }

  /** A department says what one of the cases lacks. */
  public JointEvent stating(String ofCase, List<MissingMaterial> lacks, boolean confirmed) {
    return new JointEvent(
        number,
        kind,
        at,
        by,
        department,
        ofCase,
        lacks,
        confirmed,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A meeting is convened. */
  public JointEvent convening(
      UUID id, List<String> departments, Instant when, String where, String agenda) {
    return new JointEvent(
        number,
        kind,
        at,
        by,
        department,
        null,
        null,
        false,
        id,
        departments,
        when,
        null,
        agenda,
        where);
  }

  /** Something is said in a meeting. */
  public JointEvent in(UUID id, View opinion, String words) {
    return new JointEvent(
        number, kind, at, by, department, null, null, false, id, null, null, opinion, words, null);
  }

  /** Something is said. */
  public JointEvent saying(String words) {
    return having(missing, words, place);
  }

  /** The event without what was said, which is kept sealed. */
  public JointEvent wordless() {
    return having(
        missing.stream().map(one -> new MissingMaterial(one.materialCode(), null)).toList(),
        null,
        null);
  }

  /** Everything that was said. */
  public Words words() {
    return new Words(text, place, missing.stream().map(MissingMaterial::what).toList());
  }

  /** A wordless event with its words again. */
  public JointEvent with(Words words) {
    List<MissingMaterial> lacks = new ArrayList<>();
    for (int one = 0; one < missing.size(); one++) {
      lacks.add(new MissingMaterial(missing.get(one).materialCode(), words.missing().get(one)));
    }
    return having(lacks, words.text(), words.place());
  }

  /** What was said with an event. */
  public record Words(String text, String place, List<String> missing) {
    public Words {
      missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** Whether that is nothing. */
    public boolean none() {
      return text == null && place == null && missing.isEmpty();
    }
  }

  private JointEvent having(List<MissingMaterial> lacks, String words, String where) {
    return new JointEvent(
        number,
        kind,
        at,
        by,
        department,
        caseNumber,
        lacks,
        riskConfirmed,
        meeting,
        invited,
        heldAt,
        view,
        words,
        where);
  }
}
