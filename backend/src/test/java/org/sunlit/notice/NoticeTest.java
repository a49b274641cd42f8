package org.sunlit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.platform.Coded;
import org.sunlit.problem.Language;
import org.sunlit.problem.Localised;

class NoticeTest {
  private static final String MOBILE = "13812345678";
  private static final String EMAIL = "wang@example.com";

  @ParameterizedTest
  @CsvSource({"13812345678, 138****5678", "0990-1234567, 099*****4567", "12345, *****"})
  void showsNoMoreOfANumberThanItsEnds(String telephone, String masked) {
    assertEquals(masked, Recipients.telephone(telephone));
  }

  @ParameterizedTest
  @CsvSource({"wang@example.com, w***@example.com", "@example.com, ***", "nobody, ***"})
  void showsNoMoreOfAnAddressThanItsBeginningAndDomain(String address, String masked) {
    assertEquals(masked, Recipients.email(address));
  }

  /**
   * Which ways: topic, telephone, e-mail, chosen for what is required, for progress, and what goes.
   */
  @ParameterizedTest
  @CsvSource({
    "REQUIRED, 13812345678, wang@example.com, sms,       '',        sms inApp",
    "REQUIRED, 13812345678, wang@example.com, email,     '',        email inApp",
    "REQUIRED, 13812345678, wang@example.com, sms email, '',        sms email inApp",
    "REQUIRED, 13812345678, wang@example.com, '',        '',        sms inApp",
    "REQUIRED, 09901234567, wang@example.com, sms,       '',        email inApp",
    "REQUIRED, 09901234567, ,                 sms,       '',        inApp",
    "REQUIRED, 13812345678, ,                 email,     '',        sms inApp",
    "PROGRESS, 13812345678, wang@example.com, sms,       '',        ''",
    "PROGRESS, 13812345678, wang@example.com, sms,       inApp,     inApp",
    "PROGRESS, 13812345678, wang@example.com, sms,       sms email, sms email",
    "PROGRESS, 09901234567, wang@example.com, sms,       sms,       ''",
    "CODE,     13812345678, wang@example.com, email,     email,     sms",
  })
  void goesTheWaysThatWereChosenAndWhatTheLawRequiresAlwaysGoes(
      Topic topic, String telephone, String email, String required, String progress, String goes) {
    Reach reach =
        new Reach(
            telephone,
            null,
            new NoticeChoice(Language.ZH_CN, email, channels(required), channels(progress)));

    Notice notice = new Notice("A", "1", topic, new NoticeText("文", "text"), reach, null);

    assertEquals(
        goes, notice.channels().stream().map(Channel::code).collect(Collectors.joining(" ")));
    assertEquals(!goes.isEmpty(), notice.goes());
  }

  @Test
  void masksWhereItGoes() {
    Reach reach =
        new Reach(
            MOBILE,
            null,
            new NoticeChoice(Language.EN, EMAIL, Set.of(Channel.SMS, Channel.EMAIL), Set.of()));

    assertEquals(
        Map.of(Channel.SMS, "138****5678", Channel.EMAIL, "w***@example.com"),
        new Notice("A", "1", Topic.REQUIRED, new NoticeText("文", "text"), reach, null)
            .recipients());
  }

  @ParameterizedTest
  @CsvSource({
    "sms,   '',    ,                 ''",
    "email, '',    wang@example.com, ''",
    "email, '',    ,                 /email",
    "sms,   email, ,                 /email",
    "inApp, '',    ,                 /required",
    "'',    sms,   ,                 /required",
  })
  void cantBeChosenWithoutAWayForWhatTheLawRequires(
      String required, String progress, String email, String pointers) {
    NoticeChoice choice =
        new NoticeChoice(Language.ZH_CN, email, channels(required), channels(progress));

    assertEquals(
        pointers,
        choice.objections("").stream()
            .map(objection -> objection.pointer())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void isWrittenTheSameHoweverItWasChosen() {
    NoticeChoice choice =
        new NoticeChoice(
            Language.EN,
            EMAIL,
            new LinkedHashSet<>(List.of(Channel.IN_APP, Channel.EMAIL, Channel.SMS)),
            new LinkedHashSet<>(List.of(Channel.EMAIL, Channel.SMS)));

    assertEquals(List.of(Channel.values()), List.copyOf(choice.required()));
    assertEquals(List.of(Channel.SMS, Channel.EMAIL), List.copyOf(choice.progress()));
  }

  @Test
  void writesDaysAndNamesAsTheReaderDoes() {
    NoticeText text =
        NoticeText.of(
            "case.accepted",
            new Localised("食品经营许可", "Food business licence"),
            "20261121-000123-4",
            LocalDate.of(2026, 12, 4));

    assertEquals("您申请的“食品经营许可”（20261121-000123-4）已受理，承诺最迟于2026年12月4日办结。", text.chinese());
    assertEquals(
        "Your application for “Food business licence” (20261121-000123-4) has been accepted and is"
            + " due by 4 December 2026.",
        text.english());
  }

  @Test
  void hasEveryTemplateInBothLanguagesWithTheSamePlaces() {
    var chinese = NoticeText.bundle(Language.ZH_CN);
    var english = NoticeText.bundle(Language.EN);

    assertFalse(chinese.keySet().isEmpty());
    assertEquals(new TreeSet<>(chinese.keySet()), new TreeSet<>(english.keySet()));
    for (String key : chinese.keySet()) {
      assertEquals(places(chinese.getString(key)), places(english.getString(key)), key);
    }
    assertTrue(chinese.getString("case.granted").contains("已办结"));
  }

  private static List<String> places(String template) {
    return Stream.of("{0}", "{1}", "{2}", "{3}").filter(template::contains).toList();
  }

  private static Set<Channel> channels(String codes) {
    return Stream.of(codes.split(" "))
        .filter(code -> !code.isEmpty())
        .map(code -> Coded.of(Channel.class, code))
        .collect(Collectors.toSet());
  }
}
