package org.sunlit.complaint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sunlit.complaint.rules.CategoryClassifier.Example;

/** What is suggested by names alone, and what by confirmed messages. */
class CategoryClassifierTest {
  private static final List<Category> CATEGORIES =
      List.of(
          new Category("01", List.of("城乡建设"), true),
          new Category("0101", List.of("城乡建设", "供水管理"), true),
          new Category("0102", List.of("城乡建设", "园林绿化"), true),
          new Category("02", List.of("环境保护"), true),
          new Category("0201", List.of("环境保护", "噪音污染"), true));

  private static List<String> suggested(List<Example> examples, String subject, String text) {
    return CategoryClassifier.learn(CATEGORIES, examples).suggest(subject, text, 3).stream()
        .map(Category::code)
        .toList();
  }

  @Test
  void aNameIsEnoughToBeginWith() {
    assertEquals("0201", suggested(List.of(), "酒吧噪音扰民", "每晚到两点。").get(0));
    assertEquals("0102", suggested(List.of(), "小区没有绿化", "请种树。").get(0));
  }

  @Test
  void itLearnsWhatNoNameSays() {
    List<Example> examples =
        List.of(new Example("0101", "水龙头没有水", "水龙头已经三天没有水。"), new Example("0201", "酒吧太吵", "睡不着。"));

    assertEquals("0101", suggested(examples, "家里水龙头不出水", "怎么办").get(0));
    assertEquals("0201", suggested(examples, "楼下酒吧", "太吵").get(0));
  }

  @Test
  void whereNothingIsKnownNothingIsSuggested() {
    assertEquals(List.of(), suggested(List.of(), "abc", "xyz"));
  }

  @Test
  void whatIsNoLongerInUseIsNotSuggested() {
    List<Example> old = List.of(new Example("0399", "水龙头", "水龙头"));

    assertEquals(List.of(), suggested(old, "水龙头", "水龙头"));
  }
}
