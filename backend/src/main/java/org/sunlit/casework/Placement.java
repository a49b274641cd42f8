package org.sunlit.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.powerlist.flow.StepKind;

/**
 * Where a case was taken in and where its result is handed over (延伸式 B7; 乡镇代办 D2), as it was when
 * it began: a delegation that ends later doesn't stop it half way. Pure.
 *
 * @param takenIn the counter it was handed in at; null for the department's own or online
 * @param collect where the result is handed over; null for the department's own
 * @param consent by whose consent somebody else handed it in (D3); null when the applicant did
 * @param crossRegion how it comes that a window of another region took it in; null when none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Placement(Counter takenIn, Counter collect, Consent consent, CrossRegion crossRegion) {
  /**
   * A place in a case.
   *
   * @param acts whether the township's post acts there on behalf of the department
   * @param letter number of the department's letter; null where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Counter(
      String code,
      String kind,
      String regionCode,
      String name,
      String nameEn,
      boolean acts,
      String letter) {}

  /**
   * @param way how it was given: signed, written or telephone
   * @param agent the account that filed for them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Consent(String way, Instant at, String agent, String agentName, String agentNameEn) {}

  /**
   * Handed in in one region, decided in another (收受分离, B22). Receipt by the window is receipt by
   * the authority, so the clock begins with it (行政许可法第三十二条: 自收到申请材料之日), as with every case; an item
   * whose flow begins with a pre-review says otherwise, for everybody: it begins when the originals
   * are received.
   *
   * @param permission the permission it was taken in by
   * @param basis the document that rests on
   * @param homeCode code of the region that decides
   * @param checkedAt when the window checked form and identity (形式审查、身份核验)
   * @param checkedBy the name of who did
   * @param courier whether the result is sent to the applicant
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CrossRegion(
      UUID permission,
      String basis,
      String homeCode,
      String homeName,
      String homeNameEn,
      Instant checkedAt,
      String checkedBy,
      String checkedByEn,
      boolean courier) {}

  /** The place whose township post can act in a step of this kind, on behalf of the department. */
  Optional<Counter> actingIn(StepKind kind) {
    return switch (kind) {
      case ACCEPTANCE -> acting(takenIn);
      // The certificate is made where it was decided, and handed over where it was handed in.
      case ISSUANCE -> crossRegion == null ? acting(collect) : Optional.empty();
      // What is issued locally is handed over and closed there.
      case DELIVERY, CLOSURE -> acting(collect);
      case SUBMISSION,
          PRE_REVIEW,
          REVIEW,
          FORMAL_REVIEW,
          INSPECTION,
          EXPERT_REVIEW,
          COMMITTEE_REVIEW,
          HEARING,
          PUBLIC_NOTICE,
          APPROVAL,
          CONTRACT,
          EXECUTION,
          EVALUATION,
          ANNOUNCEMENT,
          FORK,
          JOIN,
          TERMINATION ->
          Optional.empty();
    };
  }

  /** The place of this letter's, if any: where somebody acted who acted on it. */
  Optional<Counter> under(String letter) {
    return Optional.ofNullable(collect)
        .filter(counter -> letter.equals(counter.letter()))
        .or(() -> Optional.ofNullable(takenIn).filter(each -> letter.equals(each.letter())));
  }

  String takenInAt() {
    return takenIn == null ? null : takenIn.regionCode();
  }

  String collectAt() {
    return collect == null ? null : collect.regionCode();
  }

  private static Optional<Counter> acting(Counter counter) {
    return Optional.ofNullable(counter).filter(Counter::acts);
  }
}
