package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A place in a flow where a sub-process is gone through (调用子流程). Ways lead to it and from it as if
 * it were one step.
 *
 * @param id unique among the steps and calls beside it
 * @param subProcess code of the sub-process
 * @param name what it is called here in Chinese; null for the sub-process's own name
 * @param nameEn the same in English; null with {@code name}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowCall(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String subProcess,
    String name,
    String nameEn) {
  public FlowCall {
    Texts.requireCode(id, "id");
    Texts.requireCode(subProcess, "subProcess");
    Texts.requireTextOrNull(name, "name");
    Texts.requireTextOrNull(nameEn, "nameEn");
    if ((name == null) != (nameEn == null)) {
      throw new IllegalArgumentException("name and nameEn are given together or not at all");
    }
  }
}
