package org.sunlit.project.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The way a kind of project goes (审批流程, 国办发〔2019〕11号): its phases, each one joint application under
 * one lead department. One version of it; immutable.
 *
 * @param name 流程名称
 * @param nameEn the English name, or null
 * @param summary for which projects; or null
 * @param summaryEn the same in English, or null
 * @param regionCode projects are in it or below
 * @param closed whether no project can be registered for it any more
 * @param phases in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectPath(
    String name,
    String nameEn,
    String summary,
    String summaryEn,
    String regionCode,
    boolean closed,
    List<Phase> phases) {

  /**
   * A phase (审批阶段).
   *
   * @param code unique among the phases
   * @param name 阶段名称
   * @param nameEn the English name, or null
   * @param theme code of the joint theme with its form, its lead department and its items
   * @param needs what has to be granted before it can begin
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Phase(String code, String name, String nameEn, String theme, List<Need> needs) {
    public Phase {
      needs = needs == null ? List.of() : List.copyOf(needs);
    }
  }

  /**
   * What has to be granted in an earlier phase.
   *
   * @param items of these items those that were applied for; everything that was when it is empty
   */
  public record Need(String phase, List<String> items) {
    public Need {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  public ProjectPath {
    phases = phases == null ? List.of() : List.copyOf(phases);
  }

  /** Codes of the themes its phases are. */
  public Set<String> themes() {
    return phases.stream().map(Phase::theme).collect(Collectors.toUnmodifiableSet());
  }
}
