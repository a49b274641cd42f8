package org.sunlit.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sunlit.calendar.Limit;
import org.sunlit.calendar.LimitUnit;
import org.sunlit.joint.rules.JointTheme;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.MaterialForm;
import org.sunlit.powerlist.MaterialSource;
import org.sunlit.powerlist.PromiseTerms;
import org.sunlit.testing.SampleItem;

/**
 * A theme of two items that take one's word: M3 of the first may be late, conditions are promised
 * in place of M2 of the other.
 */
final class JointWord {
  static final String THEME = "open-on-ones-word";
  static final String LATE_ITEM = "JTA-LIC-02";
  static final String WORD_ITEM = "JTC-LIC-02";
  static final String ENTERPRISE = "联审小店";

  private JointWord() {}

  static JointTheme theme(String region) {
    return new JointTheme(
        "凭承诺开店",
        "Open on one's word",
        null,
        null,
        "jta",
        region,
        3,
        false,
        List.of(),
        List.of(
            new JointTheme.Part(LATE_ITEM, List.of(), null),
            new JointTheme.Part(WORD_ITEM, List.of(), null)),
        List.of());
  }

  static SampleItem late(String city) {
    return item("jta", LATE_ITEM, city)
        .promising(PromiseTerms.USUAL)
        .asking(materials(new Limit(5, LimitUnit.WORKING_DAYS), "申请书", "场所证明", "平面图"));
  }

  static SampleItem conditions(String city) {
    return item("jtc", WORD_ITEM, city)
        .promising(
            new PromiseTerms(
                List.of("设施按规定建成"),
                null,
                List.of("M2"),
                new Limit(30, LimitUnit.CALENDAR_DAYS),
                BreachConsequence.HOLD,
                null,
                null))
        .asking(materials(null, "申请书", "设施说明"));
  }

  private static SampleItem item(String department, String code, String city) {
    return SampleItem.of(department, code, city).named("凭承诺办理的事项").within(20, 10, "four-step");
  }

  /** All are required; the last may be late by so much. */
  private static List<Material> materials(Limit late, String... names) {
    int last = names.length - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            place ->
                new Material(
                    "M" + (place + 1),
                    names[place],
                    null,
                    MaterialForm.ELECTRONIC,
                    1,
                    MaterialSource.APPLICANT,
                    true,
                    late != null && place == last,
                    null,
                    place == last ? late : null))
        .toList();
  }

  /** What an enterprise signs with its application for the theme of those who take its word. */
  static Map<String, Object> form(Map<String, Object> promises) {
    Map<String, Object> form = new HashMap<>();
    form.put("themeCode", THEME);
    form.put(
        "applicant",
        Map.of(
            "kind",
            "organisation",
            "name",
            ENTERPRISE,
            "identityNumber",
            "91350100M000100Y43",
            "phone",
            "13812345678"));
    form.put(
        "materials",
        List.of(JointCity.given(LATE_ITEM + "/M1"), JointCity.given(LATE_ITEM + "/M2")));
    form.put("promises", promises);
    return form;
  }

  static Map<String, Object> signed(String name, List<String> late, boolean conditions) {
    return Map.of("version", "1-1", "signedName", name, "late", late, "conditions", conditions);
  }
}
