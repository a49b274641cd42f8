package org.sunlit.casework.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.casework.rules.Reuse.Held;
import org.sunlit.casework.rules.Reuse.Offer;
import org.sunlit.casework.rules.Reuse.Refusal;
import org.sunlit.casework.rules.Reuse.Wanted;

/** What the city has is offered for what it asks for, and for nothing else. */
class ReuseTest {
  private static final Instant MAY = Instant.parse("2026-05-03T02:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-03T02:00:00Z");

  private static Held held(ReuseKind kind, String name, Instant at, boolean stands) {
    return new Held(kind, UUID.randomUUID(), "20260503-000001-4", name, at, stands);
  }

  private static Held decision(String name, Instant at) {
    return held(ReuseKind.DOCUMENT, name, at, true);
  }

  private static Held file(String name, Instant at) {
    return held(ReuseKind.FILE, name, at, true);
  }

  private static Wanted wanted(String name) {
    return new Wanted("M1", name, false);
  }

  private static Wanted fetched(String name) {
    return new Wanted("M2", name, true);
  }

  @ParameterizedTest
  @CsvSource({
    "营业执照, 营业执照",
    "营业执照副本, 营业执照",
    "营业执照（复印件）, 营业执照正本",
    "食品经营许可证或者备案凭证, 食品经营许可证",
    "食品经营许可证或备案凭证, 备案凭证",
    "身份证或者营业执照, 营业执照或者身份证",
    "烟花爆竹经营（零售）许可证, 烟花爆竹经营(零售)许可证"
  })
  void theSamePaperByAnotherName(String wanted, String held) {
    assertTrue(MaterialNames.same(wanted, held));
  }

  @ParameterizedTest
  @CsvSource({
    "营业执照和章程, 营业执照",
    "排污许可证申请表, 排污许可证",
    "身份证, 身份证或者营业执照",
    "烟花爆竹经营（零售）许可证, 烟花爆竹经营（批发）许可证",
    "或者, 营业执照",
    "营业执照, 或者"
  })
  void anotherPaper(String wanted, String held) {
    assertFalse(MaterialNames.same(wanted, held));
  }

  @Test
  void whatTheCityIssuedComesBeforeWhatWasHandedInAndThenTheLatest() {
    Held licence = decision("营业执照", MAY);
    Held copy = file("营业执照", JUNE);
    Held older = file("租房合同", MAY);
    Held newer = file("租房合同", JUNE);

    List<Offer> offers =
        Reuse.offers(
            List.of(wanted("营业执照"), wanted("租房合同"), wanted("公司章程")),
            List.of(copy, licence, older, newer));

    assertEquals(List.of(licence, newer), offers.stream().map(Offer::held).toList());
  }

  @Test
  void whatFellIsNotOfferedAndIsRefusedForThatReason() {
    Held revoked = held(ReuseKind.DOCUMENT, "营业执照", JUNE, false);
    Held stands = decision("营业执照", MAY);

    assertEquals(
        List.of(stands),
        Reuse.offers(List.of(wanted("营业执照")), List.of(revoked, stands)).stream()
            .map(Offer::held)
            .toList());
    assertEquals(Optional.of(Refusal.FALLEN), Reuse.refusal(wanted("营业执照"), Optional.of(revoked)));
    assertEquals(Optional.empty(), Reuse.refusal(wanted("营业执照"), Optional.of(stands)));
    assertEquals(Optional.of(Refusal.UNFIT), Reuse.refusal(wanted("公司章程"), Optional.of(stands)));
    assertEquals(Optional.of(Refusal.UNKNOWN), Reuse.refusal(wanted("营业执照"), Optional.empty()));
  }

  @Test
  void aCopyDoesNotStandForWhatTheDepartmentFetchesItself() {
    assertEquals(List.of(), Reuse.offers(List.of(fetched("营业执照")), List.of(file("营业执照", MAY))));
    assertEquals(1, Reuse.offers(List.of(fetched("营业执照")), List.of(decision("营业执照", MAY))).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"食品经营许可申请书", "高龄津贴申请登记表", "授权委托书", "法定代表人无犯罪记录承诺"})
  void whatSpeaksOfOneApplicationOnlyIsWrittenAnew(String name) {
    assertEquals(List.of(), Reuse.offers(List.of(wanted(name)), List.of(file(name, MAY))));
  }

  @ParameterizedTest
  @CsvSource({
    "GRANTED, false, true, true",
    "GRANTED, true, false, true",
    "REVOKED, false, false, false",
    "IN_PROGRESS, false, false, true",
    "REFUSED, false, false, false",
    "NOT_ACCEPTED, false, false, false",
    "WITHDRAWN, false, false, true"
  })
  void whatStandsFollowsItsCase(
      CaseState state, boolean withdrawn, boolean decision, boolean files) {
    assertEquals(decision, Reuse.decisionStands(state, withdrawn));
    assertEquals(files, Reuse.filesStand(state));
  }
}
