package org.sunlit.inforequest.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** The kinds of {@link RequestAct}, by the names they are stored and shown under. */
public enum RequestActKind implements Coded {
  RECEIVED("received", RequestAct.Received.class),
  ACKNOWLEDGED("acknowledged", RequestAct.Acknowledged.class),
  CLARIFICATION_ASKED("clarificationAsked", RequestAct.ClarificationAsked.class),
  SUPPLEMENTED("supplemented", RequestAct.Supplemented.class),
  LAPSED("lapsed", RequestAct.Lapsed.class),
  REASONS_ASKED("reasonsAsked", RequestAct.ReasonsAsked.class),
  REASONS_GIVEN("reasonsGiven", RequestAct.ReasonsGiven.class),
  CONSULTED("consulted", RequestAct.Consulted.class),
  OPINION_ENTERED("opinionEntered", RequestAct.OpinionEntered.class),
  EXTENSION_ASKED("extensionAsked", RequestAct.ExtensionAsked.class),
  EXTENSION_GRANTED("extensionGranted", RequestAct.ExtensionGranted.class),
  EXTENSION_REFUSED("extensionRefused", RequestAct.ExtensionRefused.class),
  DRAFTED("drafted", RequestAct.Drafted.class),
  DRAFT_RETURNED("draftReturned", RequestAct.DraftReturned.class),
  RELEASED("released", RequestAct.Released.class),
  REVIEW_ASKED("reviewAsked", RequestAct.ReviewAsked.class),
  CONFIRMED("confirmed", RequestAct.Confirmed.class),
  WITHDRAWN("withdrawn", RequestAct.Withdrawn.class);

  private final String code;
  private final Class<? extends RequestAct> type;

  RequestActKind(String code, Class<? extends RequestAct> type) {
    this.code = code;
    this.type = type;
  }

  @Override
  public String code() {
    return code;
  }

  public Class<? extends RequestAct> type() {
    return type;
  }

  public static RequestActKind of(RequestAct act) {
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
  public static RequestActKind of(String code) {
    return Coded.of(RequestActKind.class, code);
  }

  /** Whether the applicant sees that it happened; what the office does within itself they don't. */
  public boolean forTheApplicant() {
    return switch (this) {
      case RECEIVED,
          ACKNOWLEDGED,
          CLARIFICATION_ASKED,
          SUPPLEMENTED,
          LAPSED,
          REASONS_ASKED,
          REASONS_GIVEN,
          CONSULTED,
          OPINION_ENTERED,
          EXTENSION_GRANTED,
          RELEASED,
          REVIEW_ASKED,
          CONFIRMED,
          WITHDRAWN ->
          true;
      case EXTENSION_ASKED, EXTENSION_REFUSED, DRAFTED, DRAFT_RETURNED -> false;
    };
  }

  /** Whether its words are for the applicant as well: their own, and what they are told. */
  public boolean saysToTheApplicant() {
    return forTheApplicant() && this != CONSULTED && this != OPINION_ENTERED;
  }
}
