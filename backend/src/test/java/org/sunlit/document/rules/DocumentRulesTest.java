package org.sunlit.document.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sunlit.document.rules.DocumentKind.ACCEPTANCE;
import static org.sunlit.document.rules.DocumentKind.CORRECTION;
import static org.sunlit.document.rules.DocumentKind.DELIVERY;
import static org.sunlit.document.rules.DocumentKind.EXPERT_REVIEW;
import static org.sunlit.document.rules.DocumentKind.EXTENSION;
import static org.sunlit.document.rules.DocumentKind.GRANT;
import static org.sunlit.document.rules.DocumentKind.HEARING;
import static org.sunlit.document.rules.DocumentKind.NON_ACCEPTANCE;
import static org.sunlit.document.rules.DocumentKind.PAUSE;
import static org.sunlit.document.rules.DocumentKind.PUBLIC_NOTICE;
import static org.sunlit.document.rules.DocumentKind.RECEIPT;
import static org.sunlit.document.rules.DocumentKind.REFUSAL;
import static org.sunlit.document.rules.DocumentKind.RESUMPTION;
import static org.sunlit.document.rules.DocumentKind.TERMINATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;

/** Which act gives which document, and what it says. */
class DocumentRulesTest {
  private static final Instant AT = Instant.parse("2026-11-29T02:00:00Z");
  private static final IssuingUnit UNIT =
      new IssuingUnit.Known(
              "晴川市市场监督管理局",
              "Qingchuan Market Regulation",
              "市市场监管局",
              "晴川市",
              "Qingchuan City",
              "望川区",
              "Wangchuan District",
              new IssuingUnit.Own("晴市监", null, null, null, null),
              List.of(new IssuingUnit.Basis("特种设备安全法", "第三十三条")))
          .complete();

  private static CaseAct act(Procedure procedure, ActKind kind, Ending ending) {
    return act(procedure, kind, ending, false, false, null, null);
  }

  private static CaseAct act(
      Procedure procedure,
      ActKind kind,
      Ending ending,
      boolean grants,
      boolean decided,
      SpecialStep left,
      SpecialStep begun) {
    return new CaseAct(
        new Matter(
            "20261129-000001-1",
            procedure,
            UUID.randomUUID(),
            "电梯使用登记",
            "Registration of a lift",
            "使用登记证",
            "Certificate",
            "mar",
            "990100000000",
            "王小明",
            true),
        3,
        kind,
        AT,
        ending,
        grants,
        decided,
        new Signatory("mar.window1", "李窗口", null, "window", "窗口受理岗", null, null),
        "因为这样",
        "听证",
        "Hearing",
        "中华人民共和国行政许可法第四十五条",
        AT,
        List.of(new Piece("申请书", "Form", "没有签名")),
        LocalDate.of(2026, 12, 18),
        left,
        begun == null
            ? null
            : new BegunStep(
                begun, "环节", "Step", new Limit(10, LimitUnit.WORKING_DAYS), "行政许可法第四十五条"),
        CasePlaces.USUAL,
        new Reopening(
            "行政复议决定",
            "reconsideration decision",
            "晴川市人民政府",
            "晴政复决〔2026〕12号",
            LocalDate.of(2026, 11, 20),
            true,
            LocalDate.of(2026, 11, 23)));
  }

  static Stream<Arguments> acts() {
    Procedure law = Procedure.LICENCE;
    return Stream.of(
        Arguments.of(act(law, ActKind.SUBMITTED, Ending.OPEN), Set.of(), Set.of(RECEIPT)),
        Arguments.of(act(law, ActKind.SUPPLEMENTED, Ending.OPEN), Set.of(), Set.of(RECEIPT)),
        Arguments.of(
            act(law, ActKind.CORRECTION_REQUESTED, Ending.OPEN), Set.of(), Set.of(CORRECTION)),
        Arguments.of(act(law, ActKind.ACCEPTED, Ending.OPEN), Set.of(), Set.of(ACCEPTANCE)),
        Arguments.of(
            act(law, ActKind.REFUSED, Ending.NOT_ACCEPTED),
            Set.of(RECEIPT),
            Set.of(NON_ACCEPTANCE, DELIVERY)),
        Arguments.of(act(law, ActKind.PAUSED, Ending.OPEN), Set.of(), Set.of(PAUSE)),
        Arguments.of(act(law, ActKind.RESUMED, Ending.OPEN), Set.of(), Set.of(RESUMPTION)),
        Arguments.of(act(law, ActKind.EXTENDED, Ending.OPEN), Set.of(), Set.of(EXTENSION)),
        Arguments.of(act(law, ActKind.WITHDRAWN, Ending.WITHDRAWN), Set.of(), Set.of(TERMINATION)),
        Arguments.of(act(law, ActKind.ADVANCED, Ending.OPEN), Set.of(RECEIPT), Set.of()),
        Arguments.of(act(law, ActKind.RETURNED, Ending.OPEN), Set.of(), Set.of()),
        // A decision is delivered when the case ends, once.
        Arguments.of(
            act(law, ActKind.DECIDED, Ending.OPEN, true, true, null, null),
            Set.of(),
            Set.of(GRANT)),
        Arguments.of(
            act(law, ActKind.CLOSED, Ending.GRANTED, false, true, null, null),
            Set.of(GRANT),
            Set.of(DELIVERY)),
        Arguments.of(
            act(law, ActKind.DECIDED, Ending.REFUSED, false, true, null, null),
            Set.of(),
            Set.of(REFUSAL, DELIVERY)),
        // A flow with a step of delivery.
        Arguments.of(
            act(law, ActKind.ADVANCED, Ending.OPEN, false, true, SpecialStep.DELIVERY, null),
            Set.of(GRANT),
            Set.of(DELIVERY)),
        Arguments.of(
            act(law, ActKind.CLOSED, Ending.GRANTED, false, true, null, null),
            Set.of(GRANT, DELIVERY),
            Set.of()),
        // A case that ran before there were documents has nothing to deliver.
        Arguments.of(
            act(law, ActKind.CLOSED, Ending.GRANTED, false, true, null, null), Set.of(), Set.of()),
        // Without a step that decides, the end is the decision.
        Arguments.of(
            act(Procedure.SERVICE, ActKind.ADVANCED, Ending.GRANTED),
            Set.of(),
            Set.of(GRANT, DELIVERY)),
        Arguments.of(
            act(law, ActKind.ADVANCED, Ending.REFUSED), Set.of(), Set.of(REFUSAL, DELIVERY)),
        // Steps that are told when they begin.
        Arguments.of(
            act(law, ActKind.ADVANCED, Ending.OPEN, false, false, null, SpecialStep.HEARING),
            Set.of(),
            Set.of(HEARING)),
        Arguments.of(
            act(law, ActKind.ACCEPTED, Ending.OPEN, false, false, null, SpecialStep.EXPERT_REVIEW),
            Set.of(),
            Set.of(ACCEPTANCE, EXPERT_REVIEW)),
        Arguments.of(
            act(
                Procedure.APPLICATION,
                ActKind.RETURNED,
                Ending.OPEN,
                false,
                false,
                null,
                SpecialStep.PUBLIC_NOTICE),
            Set.of(),
            Set.of(PUBLIC_NOTICE)),
        // What the authority sets going itself has documents of other laws.
        Arguments.of(
            act(Procedure.OWN_INITIATIVE, ActKind.DECIDED, Ending.OPEN, true, true, null, null),
            Set.of(),
            Set.of()));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void anActGivesItsDocuments(CaseAct act, Set<DocumentKind> earlier, Set<DocumentKind> expected) {
    assertEquals(expected, DocumentRules.kinds(act, earlier));
    assertTrue(!DocumentRules.silent(act) || expected.isEmpty(), "silent, yet it says something");
  }

  private static String zh(DocumentKind kind, CaseAct act) {
    return DocumentWriter.write(kind, act, UNIT, List.of(UUID.randomUUID())).blocks().stream()
        .map(block -> block.label() + "：" + block.text())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @EnumSource(
      value = DocumentKind.class,
      names = {"NON_ACCEPTANCE", "REFUSAL"})
  void whatIsRefusedHasReasonsAndRemediesWithTheirTermsAuthorityAndCourt(DocumentKind kind) {
    String text = zh(kind, act(Procedure.LICENCE, ActKind.DECIDED, Ending.REFUSED));
    assertTrue(text.contains("理由：因为这样"), text);
    assertTrue(text.contains("六十日内向晴川市人民政府申请行政复议"), text);
    assertTrue(text.contains("六个月内依法直接向望川区人民法院提起行政诉讼"), text);
    assertTrue(text.contains("《中华人民共和国行政复议法》第二十条第一款"), text);
    assertTrue(text.contains("《中华人民共和国行政诉讼法》第四十六条第一款"), text);
    assertTrue(text.contains("《特种设备安全法》第三十三条"), text);
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void everyKindSaysSomethingInBothLanguagesAndNamesNoOneInItsText(DocumentKind kind) {
    SpecialStep step = SpecialStep.HEARING;
    CaseAct act = act(Procedure.LICENCE, ActKind.ADVANCED, Ending.OPEN, false, false, null, step);
    DocumentText text = DocumentWriter.write(kind, act, UNIT, List.of(UUID.randomUUID()));
    assertEquals("王小明", text.addressee());
    assertTrue(text.blocks().size() > 3, "hardly anything");
    for (Block block : text.blocks()) {
      boolean own = block.kind() == Block.Kind.ADDRESSEE || block.kind() == Block.Kind.DOCUMENT;
      assertEquals(own, block.text() == null, block.toString());
      assertEquals(own, block.textEn() == null, block.toString());
      assertFalse(block.toString().contains("王小明"), "the name is kept apart: " + block);
      assertFalse(block.toString().contains("null null"), block.toString());
    }
  }

  @Test
  void theLicenceLawIsQuotedForLicencesOnly() {
    for (DocumentKind kind : DocumentKind.values()) {
      CaseAct act =
          act(
              Procedure.APPLICATION,
              ActKind.DECIDED,
              Ending.OPEN,
              true,
              true,
              null,
              SpecialStep.PUBLIC_NOTICE);
      if (kind != PAUSE && kind != PUBLIC_NOTICE && kind != HEARING && kind != EXPERT_REVIEW) {
        assertFalse(zh(kind, act).contains("行政许可"), kind + ": " + zh(kind, act));
      }
      assertFalse(kind.title(Procedure.APPLICATION).contains("许可"));
    }
    assertTrue(
        zh(CORRECTION, act(Procedure.LICENCE, ActKind.CORRECTION_REQUESTED, Ending.OPEN))
            .contains("《中华人民共和国行政许可法》第三十二条第一款第四项"));
    assertTrue(
        zh(PAUSE, act(Procedure.LICENCE, ActKind.PAUSED, Ending.OPEN))
            .contains("《中华人民共和国行政许可法》第四十五条"));
    assertTrue(
        zh(EXTENSION, act(Procedure.LICENCE, ActKind.EXTENDED, Ending.OPEN))
            .contains("《中华人民共和国行政许可法》第四十二条第一款"));
  }
}
