package org.sunlit.complaint.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** The kinds of {@link ComplaintAct}, by the names they are stored and shown under. */
public enum ComplaintActKind implements Coded {
  RECEIVED("received", ComplaintAct.Received.class),
  SCREENED("screened", ComplaintAct.Screened.class),
  GROUPED("grouped", ComplaintAct.Grouped.class),
  ASSIGNED("assigned", ComplaintAct.Assigned.class),
  TAKEN_UP("takenUp", ComplaintAct.TakenUp.class),
  CONTRIBUTED("contributed", ComplaintAct.Contributed.class),
  TRANSFERRED("transferred", ComplaintAct.Transferred.class),
  RETURNED("returned", ComplaintAct.Returned.class),
  EXTENSION_ASKED("extensionAsked", ComplaintAct.ExtensionAsked.class),
  EXTENSION_GRANTED("extensionGranted", ComplaintAct.ExtensionGranted.class),
  EXTENSION_REFUSED("extensionRefused", ComplaintAct.ExtensionRefused.class),
  URGED("urged", ComplaintAct.Urged.class),
  SUPERVISED("supervised", ComplaintAct.Supervised.class),
  REPLIED("replied", ComplaintAct.Replied.class),
  RATED("rated", ComplaintAct.Rated.class),
  REOPENED("reopened", ComplaintAct.Reopened.class),
  CLOSED("closed", ComplaintAct.Closed.class),
  CALLED_BACK("calledBack", ComplaintAct.CalledBack.class);

  private final String code;
  private final Class<? extends ComplaintAct> type;

  ComplaintActKind(String code, Class<? extends ComplaintAct> type) {
    this.code = code;
    this.type = type;
  }

  @Override
  public String code() {
    return code;
  }

  public Class<? extends ComplaintAct> type() {
    return type;
  }

  public static ComplaintActKind of(ComplaintAct act) {
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
  public static ComplaintActKind of(String code) {
    return Coded.of(ComplaintActKind.class, code);
  }
}
