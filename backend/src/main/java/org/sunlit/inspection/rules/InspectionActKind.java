package org.sunlit.inspection.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** The kinds of {@link InspectionAct}, by the names they are stored and shown under. */
public enum InspectionActKind implements Coded {
  RECORDED("recorded", InspectionAct.Recorded.class),
  RELEASED("released", InspectionAct.Released.class),
  ANSWERED("answered", InspectionAct.Answered.class),
  RETURNED("returned", InspectionAct.Returned.class),
  ACCEPTED("accepted", InspectionAct.Accepted.class);

  private final String code;
  private final Class<? extends InspectionAct> type;

  InspectionActKind(String code, Class<? extends InspectionAct> type) {
    this.code = code;
    this.type = type;
  }

  @Override
  public String code() {
    return code;
  }

  public Class<? extends InspectionAct> type() {
    return type;
  }

  /** The kind under which it enters the journal. */
  public String journalKind() {
    return "inspection." + code;
  }

  public static InspectionActKind of(InspectionAct act) {
    return Stream.of(values())
        .filter(kind -> kind.type.isInstance(act))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(act.toString()));
  }

  /**
   * The kind with this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static InspectionActKind of(String code) {
    return Coded.of(InspectionActKind.class, code);
  }
}
