package org.sunlit.document.rules;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which documents an act gives: what the law wants in writing, each once. */
public final class DocumentRules {
  private DocumentRules() {}

  /** Whether an act can give none at all, whatever was given before it. */
  public static boolean silent(CaseAct act) {
    return kinds(act, EnumSet.of(DocumentKind.GRANT)).isEmpty();
  }

  /**
   * The documents of an act, in their order.
   *
   * @param earlier what the case's acts before it have given
   */
  public static Set<DocumentKind> kinds(CaseAct act, Set<DocumentKind> earlier) {
    Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    if (act.matter().procedure() == Procedure.OWN_INITIATIVE) {
      return kinds;
    }
    of(act).ifPresent(kinds::add);
    if (act.kind() == ActKind.LATE_MATERIALS) {
      return kinds;
    }
    ofEnding(act).ifPresent(kinds::add);
    if (act.ending() == Ending.OPEN) {
      act.begins().flatMap(DocumentRules::ofBeginning).ifPresent(kinds::add);
    }
    if (delivers(act, earlier, kinds)) {
      kinds.add(DocumentKind.DELIVERY);
    }
    return kinds;
  }

  private static Optional<DocumentKind> of(CaseAct act) {
    return switch (act.kind()) {
      case SUBMITTED, SUPPLEMENTED, LATE_MATERIALS, ORIGINALS_RECEIVED ->
          Optional.of(DocumentKind.RECEIPT);
      case REVOKED -> Optional.of(DocumentKind.REVOCATION);
      case CORRECTION_REQUESTED -> Optional.of(DocumentKind.CORRECTION);
      case ORIGINALS_REQUESTED -> Optional.of(DocumentKind.ORIGINALS);
      case REOPENED -> Optional.of(DocumentKind.REOPENING);
      case ACCEPTED, DEEMED_ACCEPTED -> Optional.of(DocumentKind.ACCEPTANCE);
      case PAUSED -> Optional.of(DocumentKind.PAUSE);
      case RESUMED -> Optional.of(DocumentKind.RESUMPTION);
      case EXTENDED -> Optional.of(DocumentKind.EXTENSION);
      case WITHDRAWN -> Optional.of(DocumentKind.TERMINATION);
      case DECIDED -> Optional.of(act.grants() ? DocumentKind.GRANT : DocumentKind.REFUSAL);
      case REFUSED, ADVANCED, RETURNED, CLOSED, PROMISE_BROKEN, GREEN_MARKED, MIGRATED ->
          Optional.empty();
    };
  }

  /** A flow may end without a step that decides, as instant items do: its end is the decision. */
  private static Optional<DocumentKind> ofEnding(CaseAct act) {
    return switch (act.ending()) {
      case NOT_ACCEPTED -> Optional.of(DocumentKind.NON_ACCEPTANCE);
      case GRANTED -> act.decided() ? Optional.empty() : Optional.of(DocumentKind.GRANT);
      case REFUSED -> act.decided() ? Optional.empty() : Optional.of(DocumentKind.REFUSAL);
      case OPEN, WITHDRAWN, REVOKED -> Optional.empty();
    };
  }

  private static Optional<DocumentKind> ofBeginning(SpecialStep step) {
    return switch (step) {
      case HEARING -> Optional.of(DocumentKind.HEARING);
      case EXPERT_REVIEW -> Optional.of(DocumentKind.EXPERT_REVIEW);
      case PUBLIC_NOTICE -> Optional.of(DocumentKind.PUBLIC_NOTICE);
      case DELIVERY -> Optional.empty();
    };
  }

  /** What was decided is delivered in the flow's own step for it, else when the case ends. */
  private static boolean delivers(CaseAct act, Set<DocumentKind> earlier, Set<DocumentKind> with) {
    boolean something =
        with.stream().anyMatch(DocumentKind::decision)
            || earlier.stream().anyMatch(DocumentKind::decision);
    boolean inItsStep = act.kind() == ActKind.ADVANCED && act.left() == SpecialStep.DELIVERY;
    boolean atTheEnd =
        switch (act.ending()) {
          case GRANTED, REFUSED, NOT_ACCEPTED -> !earlier.contains(DocumentKind.DELIVERY);
          case REVOKED -> true;
          case OPEN, WITHDRAWN -> false;
        };
    return something && (inItsStep || atTheEnd);
  }
}
