package org.sunlit.charge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.charge.rules.Reconciliation.Difference;
import org.sunlit.charge.rules.Reconciliation.Here;
import org.sunlit.charge.rules.Reconciliation.There;
import org.sunlit.charge.rules.Refunds.Charged;
import org.sunlit.charge.rules.Refunds.Ground;
import org.sunlit.charge.rules.Refunds.Paid;
import org.sunlit.charge.rules.Refunds.Possible;
import org.sunlit.charge.rules.Settlement.OrderState;
import org.sunlit.charge.rules.Settlement.Verdict;
import org.sunlit.charge.rules.Tariff.Kind;

/** What is charged, by the texts of real fee standards, and what of it counts or goes back. */
class ChargeRulesTest {
  private static final Measure SQUARE_METRE = new Measure("平方米", "m²");
  private static final Measure DAY = new Measure("日", "days");
  private static final Measure CUBIC_METRE = new Measure("立方米", "m³");

  /** 不动产登记费 (发改价格规〔2016〕2559号): 住宅类每件80元. */
  private static final Tariff REGISTRATION = fixed(80_00);

  /** 城市道路占用费: 每平方米每日0.50元. */
  private static final Tariff ROAD =
      new Tariff(Kind.PER_UNIT, 50L, List.of(SQUARE_METRE, DAY), null, null, List.of());

  /** 水土保持补偿费: 每平方米1.50元 一次性计征. */
  private static final Tariff SOIL =
      new Tariff(Kind.PER_UNIT, 150L, List.of(SQUARE_METRE), null, null, List.of());

  /** 污水处理费（居民）每立方米0.95元. */
  private static final Tariff SEWAGE =
      new Tariff(Kind.PER_UNIT, 95L, List.of(CUBIC_METRE), null, null, List.of());

  /** A standard by bracket 分档: 1000平方米及以下每宗100元, 5000平方米及以下300元, 以上另加每平方米0.02元. */
  private static final Tariff SURVEY =
      new Tariff(
          Kind.BRACKET,
          null,
          List.of(SQUARE_METRE),
          null,
          null,
          List.of(
              new Bracket(new BigDecimal("1000"), 100_00, 0),
              new Bracket(new BigDecimal("5000"), 300_00, 0),
              new Bracket(null, 300_00, 2)));

  /** 财产案件受理费的算法 (诉讼费用交纳办法第十三条): 1万元以下每件50元; 1万至10万部分2.5%; 10万至20万部分2%. */
  private static final Tariff CLAIM =
      new Tariff(
          Kind.PROGRESSIVE,
          null,
          List.of(new Measure("万元", "10,000 yuan")),
          null,
          null,
          List.of(
              new Bracket(new BigDecimal("1"), 50_00, 0),
              new Bracket(new BigDecimal("10"), 0, 250_00),
              new Bracket(null, 0, 200_00)));

  static Stream<Arguments> tariffs() {
    return Stream.of(
        Arguments.of("不动产登记费", REGISTRATION, List.of(), 80_00L),
        Arguments.of("占用道路 12.5 平方米 30 日", ROAD, quantities("12.5", "30"), 187_50L),
        Arguments.of("占用道路 0.333 平方米 1 日", ROAD, quantities("0.333", "1"), 17L),
        Arguments.of("半分进一", ROAD, quantities("0.01", "1"), 1L),
        Arguments.of("不足半分舍去", ROAD, quantities("0.009", "1"), 0L),
        Arguments.of("水土保持 3200 平方米", SOIL, quantities("3200"), 4800_00L),
        Arguments.of("污水 18.4 立方米", SEWAGE, quantities("18.4"), 17_48L),
        Arguments.of("第一档上限", SURVEY, quantities("1000"), 100_00L),
        Arguments.of("刚过第一档", SURVEY, quantities("1000.001"), 300_00L),
        Arguments.of("最后一档", SURVEY, quantities("6000"), 300_00L + 12_000),
        Arguments.of("分段累计 第一段", CLAIM, quantities("0.8"), 50_00L),
        Arguments.of("分段累计 第二段", CLAIM, quantities("3"), 550_00L),
        Arguments.of("分段累计 第三段", CLAIM, quantities("15"), 3300_00L),
        Arguments.of("下限", bounded(500L, 2000L), quantities("1"), 500L),
        Arguments.of("上限", bounded(500L, 2000L), quantities("999"), 2000L),
        Arguments.of("最大的数量", SOIL, quantities("999999999.999"), 150_000_000_000L));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tariffs")
  void aTariffComesToWholeFen(
      String text, Tariff tariff, List<BigDecimal> quantities, long expectedFen) {
    assertEquals(expectedFen, tariff.amount(quantities), text);
  }

  @Test
  void anExemptionTakesOffItsShareAndRoundsForThePayer() {
    assertEquals(80_00, exemption("small", 1000).reduction(80_00));
    assertEquals(40_00, exemption("half", 500).reduction(80_00));
    assertEquals(8, exemption("half", 500).reduction(15));
    assertEquals(0, exemption("half", 500).reduction(0));
  }

  @Test
  void theAmountFollowsFromTheStandardAndIsNeverTyped() {
    Assessment assessment =
        Assessment.of(
            List.of(version("road", 3, ROAD, false, exemption("welfare", 1000))),
            List.of(new Stated("road", quantities("10", "7"), "welfare")));

    assertEquals(List.of(), assessment.faults());
    AssessedFee fee = assessment.fees().get(0);
    assertEquals(35_00, fee.fullFen());
    assertEquals(35_00, fee.reducedFen());
    assertEquals(0, fee.amountFen());
    assertEquals(3, fee.feeVersion());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("charge.no-such-standard", List.of(stated("bridge"), stated("copy"))),
        Arguments.of("charge.left-out", List.of()),
        Arguments.of("charge.twice", List.of(stated("copy"), stated("copy"))),
        Arguments.of("charge.quantities", List.of(stated("copy", "1"))),
        Arguments.of("charge.quantities", List.of(stated("copy"), stated("road", "1"))),
        Arguments.of("charge.quantity-positive", List.of(stated("copy"), stated("road", "0", "3"))),
        Arguments.of(
            "charge.too-much",
            List.of(stated("copy"), stated("road", "999999999.999", "999999999.999"))),
        Arguments.of(
            "charge.no-such-exemption", List.of(new Stated("copy", List.of(), "friends"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void nothingBeyondTheStandardsAndNothingOfThemLeftOut(String key, List<Stated> statement) {
    Assessment assessment =
        Assessment.of(
            List.of(version("copy", 1, fixed(10_00), false), version("road", 1, ROAD, true)),
            statement);

    assertEquals(List.of(), assessment.fees());
    assertEquals(List.of(key), assessment.faults().stream().map(Fault::key).toList());
  }

  @Test
  void standardsThatCannotCountAreNotPublished() {
    Tariff falling =
        new Tariff(
            Kind.BRACKET,
            null,
            List.of(SQUARE_METRE),
            null,
            null,
            List.of(
                new Bracket(new BigDecimal("50"), 1, 0), new Bracket(new BigDecimal("20"), 2, 0)));
    Tariff open = new Tariff(Kind.PER_UNIT, null, List.of(), 10L, 5L, List.of());

    assertEquals(List.of("charge.brackets-rise"), keys(standard(falling)));
    assertEquals(
        List.of("field.required", "charge.measures", "charge.bounds"), keys(standard(open)));
    assertEquals(List.of(), keys(standard(SURVEY)));
    assertEquals(
        List.of("charge.status-basis"),
        keys(
            new FeeStandard(
                "费",
                null,
                "d",
                List.of(),
                FeeState.CANCELLED,
                " ",
                "据",
                ROAD,
                List.of(),
                false,
                5L)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 零元整",
    "5, 伍分",
    "50, 伍角整",
    "8000, 捌拾元整",
    "12000, 壹佰贰拾元整",
    "10005, 壹佰元零伍分",
    "18750, 壹佰捌拾柒元伍角整",
    "100001, 壹仟元零壹分",
    "1000000, 壹万元整",
    "1010100, 壹万零壹佰零壹元整",
    "10000000500, 壹亿零伍元整",
    "12345678901, 壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分",
    "20050000, 贰拾万零伍佰元整"
  })
  void amountsAreWrittenInCapitals(long fen, String words) {
    assertEquals(words, ChineseAmount.of(fen));
  }

  @ParameterizedTest
  @CsvSource({
    // order, its amount, bill paid, bill amount, says paid, says amount, verdict
    "OPEN, 100, false, 100, true, 100, COUNTED",
    "CLOSED, 100, false, 100, true, 100, COUNTED",
    "DECLINED, 100, false, 100, true, 100, COUNTED",
    "OPEN, 100, true, 100, true, 100, SURPLUS",
    "CLOSED, 100, false, 150, true, 100, SURPLUS",
    "PAID, 100, true, 100, true, 100, REPEATED",
    "PAID, 100, true, 100, false, 100, REPEATED",
    "OPEN, 100, false, 100, false, 100, DECLINED",
    "CLOSED, 100, false, 100, false, 100, REPEATED",
    "OPEN, 100, false, 100, true, 99, WRONG_AMOUNT",
    "PAID, 100, true, 100, true, 101, WRONG_AMOUNT",
    "OPEN, 100, false, 100, false, 1, WRONG_AMOUNT"
  })
  void aBillIsPaidOnceWhateverTheGatewaySays(
      OrderState order,
      long orderFen,
      boolean billPaid,
      long billFen,
      boolean paid,
      long saidFen,
      Verdict verdict) {
    assertEquals(verdict, Settlement.judge(order, orderFen, billPaid, billFen, paid, saidFen));
  }

  @Test
  void whatGoesBackFollowsFromTheGround() {
    UUID counted = UUID.randomUUID();
    UUID surplus = UUID.randomUUID();
    Charged first = new Charged("1", "copy", 10_00);
    Charged second = new Charged("2", "road", 90_00);
    List<Paid> payments =
        List.of(new Paid(counted, 100_00, true, 0), new Paid(surplus, 100_00, false, 0));

    assertEquals(
        List.of(
            new Possible(counted, Ground.WITHDRAWN, 90_00),
            new Possible(counted, Ground.FEE_CANCELLED, 10_00),
            new Possible(surplus, Ground.OVERPAID, 100_00)),
        Refunds.possible(payments, List.of(first, second), Set.of("2"), Set.of(first)));
    assertEquals(
        List.of(),
        Refunds.possible(
            List.of(
                new Paid(counted, 100_00, true, 90_00), new Paid(surplus, 100_00, false, 100_00)),
            List.of(first, second),
            Set.of("2"),
            Set.of()));
  }

  @Test
  void aDayIsComparedWithTheGatewaysStatement() {
    assertEquals(
        List.of(
            new Difference(Reconciliation.Kind.AMOUNT_DIFFERS, "b", 5L, 6L),
            new Difference(Reconciliation.Kind.MISSING_THERE, "c", 7L, null),
            new Difference(Reconciliation.Kind.NOT_COUNTED, "d", 8L, 8L),
            new Difference(Reconciliation.Kind.MISSING_HERE, "e", null, 9L)),
        Reconciliation.of(
            List.of(
                new Here("a", 4, true),
                new Here("b", 5, true),
                new Here("c", 7, true),
                new Here("d", 8, false)),
            List.of(new There("a", 4), new There("b", 6), new There("d", 8), new There("e", 9))));
  }

  @Test
  void aSignatureIsOfTheseLinesAndOfNow() {
    byte[] secret = "a secret of more than thirty-two bytes".getBytes();
    Instant now = Instant.ofEpochSecond(1_800_000_000);
    String[] lines = {"1800000000", "P1", "paid", "100", "R1"};
    String signature = Signatures.sign(secret, lines);

    assertTrue(Signatures.genuine(secret, signature, now, lines));
    assertTrue(Signatures.genuine(secret, signature, now.plusSeconds(300), lines));
    assertFalse(Signatures.genuine(secret, signature, now.plusSeconds(301), lines));
    assertFalse(Signatures.genuine(secret, signature, now.minusSeconds(301), lines));
    assertFalse(
        Signatures.genuine(secret, signature, now, "1800000000", "P1", "paid", "101", "R1"));
    assertFalse(Signatures.genuine("another".getBytes(), signature, now, lines));
    assertFalse(Signatures.genuine(secret, "", now, lines));
    assertFalse(Signatures.genuine(secret, "zz", now, lines));
    assertFalse(Signatures.genuine(secret, signature, now, "when", "P1", "paid", "100", "R1"));
  }

  private static List<String> keys(FeeStandard standard) {
    return StandardCheck.of(standard).stream().map(Fault::key).toList();
  }

  private static Tariff fixed(long fen) {
    return new Tariff(Kind.FIXED, fen, List.of(), null, null, List.of());
  }

  private static Tariff bounded(Long least, Long most) {
    return new Tariff(Kind.PER_UNIT, 100L, List.of(DAY), least, most, List.of());
  }

  private static Exemption exemption(String code, int perMille) {
    return new Exemption(code, "减免", null, perMille, "据");
  }

  private static FeeStandard standard(Tariff tariff) {
    return new FeeStandard(
        "费", null, "d", List.of("I"), FeeState.IN_FORCE, null, "据", tariff, List.of(), false, null);
  }

  private static StandardVersion version(
      String code, int number, Tariff tariff, boolean optional, Exemption... exemptions) {
    return new StandardVersion(
        code,
        number,
        LocalDate.of(2024, 1, 1),
        new FeeStandard(
            code,
            null,
            "d",
            List.of("I"),
            FeeState.IN_FORCE,
            null,
            "据",
            tariff,
            List.of(exemptions),
            optional,
            null));
  }

  private static Stated stated(String code, String... quantities) {
    return new Stated(code, quantities(quantities), null);
  }

  private static List<BigDecimal> quantities(String... written) {
    return Stream.of(written).map(BigDecimal::new).toList();
  }
}
