package org.sunlit.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sunlit.calendar.Derivation;
import org.sunlit.casework.rules.CaseAction;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseRules;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.casework.rules.MissingMaterial;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.flow.FlowLanguage;

/** A case of a joint application, as the room that keeps those together may know it. */
public final class JointCase {
  private final CaseNow now;

  JointCase(CaseNow now) {
    this.now = now;
  }

  CaseNow now() {
    return now;
  }

  public String caseNumber() {
    return now.number();
  }

  /** The version of the item it runs on. */
  public ItemInForce item() {
    return now.basis().item();
  }

  public CaseState state() {
    return now.standing().state();
  }

  /** The Chinese name of the step it is in. */
  public String stepName() {
    return now.standing().currentStepName(FlowLanguage.ZH);
  }

  /** The same in English. */
  public String stepNameEn() {
    return now.standing().currentStepName(FlowLanguage.EN);
  }

  /** The clock that counts now, with its derivation; empty while none does. */
  public Optional<Derivation> deadline() {
    return now.deadlines().deadline();
  }

  /** When it is due; empty while no clock runs. */
  public Optional<Instant> dueAt() {
    return now.deadlines().dueAt();
  }

  /** When it ended; empty while it is open. */
  public Optional<Instant> endedAt() {
    return state().open() ? Optional.empty() : Optional.of(now.standing().lastAt());
  }

  /** Whether its applicant can still take it back. */
  public boolean mayBeWithdrawn() {
    return CaseRules.possible(now.standing(), CaseAction.WITHDRAW, null).isPresent();
  }

  /** Why it was refused or not accepted; empty when it wasn't, or when the words are deleted. */
  public Optional<String> refusal() {
    boolean refused = state() == CaseState.REFUSED || state() == CaseState.NOT_ACCEPTED;
    return refused ? Optional.ofNullable(now.lastEvent().reason()) : Optional.empty();
  }

  /** What the last notice says it lacks; empty when there was none. */
  public List<MissingMaterial> told() {
    return now.stored().events().stream()
        .filter(event -> event.kind() == CaseEventKind.CORRECTION_REQUESTED)
        .reduce((earlier, later) -> later)
        .map(CaseEvent::missing)
        .orElse(List.of())
        .stream()
        .filter(one -> one.what() != null)
        .toList();
  }

  /** The applicant's telephone, where the combined notice goes. */
  public String telephone() {
    return now.stored().applicant().phone();
  }

  public String applicantMasked() {
    return now.stored().applicantMasked();
  }
}
