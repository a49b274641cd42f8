package org.sunlit.complaint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a file of earlier messages, by the headers they go by. */
enum EarlierColumn {
  TITLE(200, true, "主题", "留言主题", "标题", "title"),
  RECEIVED(40, true, "来信时间", "留言时间", "received at"),
  QUESTION(20_000, true, "内容", "来信内容", "留言详情", "question"),
  ANSWER(20_000, true, "答复", "答复内容", "答复意见", "answer"),
  REPLIED(40, true, "答复时间", "replied at"),
  /** The number it had there: makes a second import of the same message the same. */
  NUMBER(100, false, "编号", "留言编号", "工单编号", "number"),
  /** What the writer went by; blotted out of all texts. */
  WRITER(100, false, "用户", "留言用户", "来信人", "writer"),
  KIND(10, false, "类型", "诉求类型", "kind"),
  DEPARTMENT(100, false, "部门", "答复部门", "承办单位", "department"),
  FIRST_CATEGORY(100, false, "一级分类", "一级标签", "category"),
  SECOND_CATEGORY(100, false, "二级分类", "二级标签", "second category"),
  THIRD_CATEGORY(100, false, "三级分类", "三级标签", "third category");

  /** What a category is called, from the first level down. */
  static final List<EarlierColumn> CATEGORIES =
      List.of(FIRST_CATEGORY, SECOND_CATEGORY, THIRD_CATEGORY);

  private final int longest;
  private final boolean required;
  private final List<String> headers;

  EarlierColumn(int longest, boolean required, String... headers) {
    this.longest = longest;
    this.required = required;
    this.headers = List.of(headers);
  }

  static Optional<EarlierColumn> of(String header) {
    return Stream.of(values())
        .filter(column -> column.headers.stream().anyMatch(header::equalsIgnoreCase))
        .findFirst();
  }

  /** In characters. */
  int longest() {
    return longest;
  }

  boolean required() {
    return required;
  }

  String header() {
    return headers.get(0);
  }
}
