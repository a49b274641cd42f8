package org.sunlit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertEquals(keys(Language.ZH_CN), keys(Language.EN));
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    for (String key : keys(Language.ZH_CN)) {
      assertEquals(arguments(Language.ZH_CN, key), arguments(Language.EN, key), key);
    }
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyTypeHasATitle(ProblemType type) {
    assertTrue(keys(Language.EN).contains(type.slug() + ".title"), type.slug());
  }

  @Test
  void fillsArgumentsAndLeavesTheRestAlone() {
    assertEquals(
        "The length must be 1 to 2026",
        ProblemTexts.text(Language.EN, "field.size-between", 1, 2026));
    assertEquals(
        "Unknown value; possible are: 现场核查",
        ProblemTexts.text(Language.EN, "field.unknown-value", new Localised("现场核查", null)));
    assertEquals(
        "Unknown value; possible are: {1} it's",
        ProblemTexts.text(Language.EN, "field.unknown-value", "{1} it's"));
  }

  private static Set<String> keys(Language language) {
    return new TreeSet<>(ProblemTexts.bundle(language).keySet());
  }

  private static Set<String> arguments(Language language, String key) {
    Set<String> found = new TreeSet<>();
    ARGUMENT
        .matcher(ProblemTexts.bundle(language).getString(key))
        .results()
        .forEach(match -> found.add(match.group()));
    return found;
  }
}
