package org.sunlit.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.CaseState;

/**
 * What the room of charges may know of a case.
 *
 * @param jointNumber the joint application it belongs to; null when it stands alone
 * @param acceptedAt when it was accepted; null while it isn't
 * @param workBegan whether a step after acceptance has been done
 * @param addressee whom to tell of it
 */
public record ChargedCase(
    String caseNumber,
    String jointNumber,
    String itemCode,
    String itemName,
    String itemNameEn,
    String departmentCode,
    String regionCode,
    String applicantMasked,
    Instant acceptedAt,
    CaseState state,
    boolean workBegan,
    Addressee addressee) {

  static ChargedCase of(CaseNow now) {
    List<CaseEvent> events = now.stored().events();
    Optional<Instant> accepted =
        events.stream()
            .filter(
                event ->
                    event.kind() == CaseEventKind.ACCEPTED
                        || event.kind() == CaseEventKind.DEEMED_ACCEPTED)
            .map(CaseEvent::at)
            .findFirst();
    boolean began =
        accepted.isPresent()
            && events.stream()
                .filter(event -> !event.at().isBefore(accepted.get()))
                .anyMatch(
                    event ->
                        event.kind() == CaseEventKind.ADVANCED
                            || event.kind() == CaseEventKind.DECIDED);
    return new ChargedCase(
        now.number(),
        now.stored().jointNumber(),
        now.basis().item().code(),
        now.basis().item().name(),
        now.basis().item().nameEn(),
        now.stored().departmentCode(),
        now.stored().regionCode(),
        now.stored().applicantMasked(),
        accepted.orElse(null),
        now.standing().state(),
        began,
        new Addressee(now));
  }

  /** What its bill is about: the joint application, or the case alone. */
  public String subject() {
    return jointNumber == null ? caseNumber : jointNumber;
  }

  /** Whether it still goes on or was granted: nothing is charged for what ended otherwise. */
  public boolean chargeable() {
    return acceptedAt != null && (state.open() || state == CaseState.GRANTED);
  }
}
