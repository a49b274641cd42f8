package org.sunlit.staff.rules;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a list of staff, by the headers that are usual for it in Chinese and English. */
public enum Column {
  ACCOUNT(true, "账号", "帐号", "登录名", "用户名", "account", "username", "login"),
  NAME(true, "姓名", "人员姓名", "name", "full name"),
  NAME_EN(false, "英文姓名", "拼音姓名", "english name", "name en"),
  TITLE(false, "职务", "职位", "职级", "title", "job title"),
  DEPARTMENT(false, "部门", "所属部门", "单位", "所在单位", "department", "department code"),
  REGION(false, "区划", "区划代码", "行政区划", "行政区划代码", "region", "region code"),
  /** 公民身份号码: only its keyed hash is kept, so that nobody handles their own case. */
  IDENTITY_NUMBER(false, "身份证号", "公民身份号码", "身份证号码", "identity number", "id number"),
  ROLES(true, "角色", "系统角色", "roles", "role"),
  POSTS(false, "岗位", "任职岗位", "posts", "post"),
  BACKUP(false, "B岗", "B岗人员", "B角", "B岗账号", "backup", "b holder", "counterpart");

  private final boolean required;
  private final List<String> headers;

  Column(boolean required, String... headers) {
    this.required = required;
    this.headers = List.of(headers);
  }

  /** Whether a file without it is of no use. */
  public boolean required() {
    return required;
  }

  /** What it is usually called in Chinese. */
  public String chinese() {
    return headers.get(0);
  }

  /** What it is usually called in English. */
  public String english() {
    return headers.stream()
        .filter(header -> header.chars().allMatch(character -> character < 128))
        .findFirst()
        .orElseThrow();
  }

  /** The column with this header, compared without case, width, spaces and remarks in brackets. */
  public static Optional<Column> of(String header) {
    String wanted = normal(header);
    return Stream.of(values())
        .filter(column -> column.headers.stream().map(Column::normal).anyMatch(wanted::equals))
        .findFirst();
  }

  private static String normal(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[\\s*:：、_-]", "");
  }
}
