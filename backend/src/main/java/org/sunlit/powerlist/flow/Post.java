package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The post (岗位) that acts in a step: who does which step (A6).
 *
 * @param code the post's code, which accounts are matched by
 * @param name its Chinese name
 * @param nameEn its English name
 */
public record Post(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String nameEn) {
  public Post {
    Texts.requireCode(code, "code");
    Texts.requireText(name, "name");
    Texts.requireText(nameEn, "nameEn");
  }

  /** The name in the reader's language. */
  public String name(FlowLanguage language) {
    return language.pick(name, nameEn);
  }
}
