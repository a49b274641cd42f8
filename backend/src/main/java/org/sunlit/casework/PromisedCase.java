package org.sunlit.casework;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlit.casework.rules.CaseState;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.privacy.DataKey;

/** A case with which something was promised, as the room that keeps promises may know it. */
public final class PromisedCase {
  private final CaseNow now;

  PromisedCase(CaseNow now) {
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

  public String departmentCode() {
    return now.stored().departmentCode();
  }

  public String regionCode() {
    return now.stored().regionCode();
  }

  /** Who asks; never to be shown to anybody but themselves. */
  public ApplicantDetails applicant() {
    return now.stored().applicant();
  }

  public String applicantMasked() {
    return now.stored().applicantMasked();
  }

  /** What everything personal in the case is sealed with; null when that has been deleted. */
  public DataKey key() {
    return now.stored().key();
  }

  public CaseState state() {
    return now.standing().state();
  }

  /** When it was accepted; null before. */
  public Instant acceptedAt() {
    return now.standing().acceptedAt();
  }

  /** When the last thing happened to it. */
  public Instant lastAt() {
    return now.standing().lastAt();
  }

  /** Whether it was granted; a case that goes on after its decision was. */
  public boolean granted() {
    return state() == CaseState.GRANTED || state().open() && now.standing().decided();
  }

  /** Codes of the materials that have come so far. */
  public Set<String> received() {
    return now.stored().events().stream()
        .flatMap(event -> event.materials().stream())
        .collect(Collectors.toSet());
  }
}
