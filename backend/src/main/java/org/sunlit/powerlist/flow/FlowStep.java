package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * One step (环节) of a flow: what is done, by which post, how fast, and what could go wrong.
 *
 * @param id unique within the flow; of a step in a sub-process, behind the ids of the calls around
 *     it: {@code hearing.notice}
 * @param kind what is done
 * @param name the step's Chinese name
 * @param nameEn its English name
 * @param post who acts; null where nobody of the authority does (submission, ends)
 * @param weight the share of the promised limit a step without its own limit gets
 * @param limit the step's own limit, or null for a share by weight
 * @param countsTowardLimit whether the time spent here counts toward the item's limit
 * @param excludedBy the law that lets it not count (行政许可法第四十五条), else null
 * @param paidFirst whether what is charged must be paid before this step is done (先缴费)
 * @param materials codes of the item's materials first looked at here
 * @param risks integrity risk points with their measures (F3)
 */
public record FlowStep(
    String id,
    StepKind kind,
    String name,
    String nameEn,
    Post post,
    int weight,
    Limit limit,
    boolean countsTowardLimit,
    String excludedBy,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean paidFirst,
    List<String> materials,
    List<RiskPoint> risks) {
  private static final int HEAVIEST = 1000;

  public FlowStep {
    Texts.requireStepId(id, "id");
    Texts.require(kind, "kind");
    Texts.requireText(name, "name");
    Texts.requireText(nameEn, "nameEn");
    Texts.requireTextOrNull(excludedBy, "excludedBy");
    if (weight < 0 || weight > HEAVIEST) {
      throw new IllegalArgumentException("weight must be between 0 and " + HEAVIEST);
    }
    materials = List.copyOf(materials);
    risks = List.copyOf(risks);
  }

  /** A step that asks for no payment. */
  public FlowStep(
      String id,
      StepKind kind,
      String name,
      String nameEn,
      Post post,
      int weight,
      Limit limit,
      boolean countsTowardLimit,
      String excludedBy,
      List<String> materials,
      List<RiskPoint> risks) {
    this(
        id,
        kind,
        name,
        nameEn,
        post,
        weight,
        limit,
        countsTowardLimit,
        excludedBy,
        false,
        materials,
        risks);
  }

  /** Reads a step in which everything that has a sensible default may be left out. */
  @JsonCreator
  static FlowStep read(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty(value = "kind", required = true) StepKind kind,
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty(value = "nameEn", required = true) String nameEn,
      @JsonProperty("post") Post post,
      @JsonProperty("weight") Integer weight,
      @JsonProperty("limit") Limit limit,
      @JsonProperty("countsTowardLimit") Boolean countsTowardLimit,
      @JsonProperty("excludedBy") String excludedBy,
      @JsonProperty("paidFirst") Boolean paidFirst,
      @JsonProperty("materials") List<String> materials,
      @JsonProperty("risks") List<RiskPoint> risks) {
    Texts.require(kind, "kind");
    return new FlowStep(
        id,
        kind,
        name,
        nameEn,
        post,
        weight == null ? (kind.isActedOn() ? 1 : 0) : weight,
        limit,
        countsTowardLimit == null || countsTowardLimit,
        excludedBy,
        paidFirst != null && paidFirst,
        materials == null ? List.of() : materials,
        risks == null ? List.of() : risks);
  }

  /** The name in the reader's language. */
  public String name(FlowLanguage language) {
    return language.pick(name, nameEn);
  }

  /** The same step by another id: a copy of it in the flow that runs. */
  FlowStep as(String otherId) {
    return new FlowStep(
        otherId,
        kind,
        name,
        nameEn,
        post,
        weight,
        limit,
        countsTowardLimit,
        excludedBy,
        paidFirst,
        materials,
        risks);
  }

  /** The same step with another limit; null to share the promise by weight. */
  public FlowStep withLimit(Limit fitted) {
    return new FlowStep(
        id,
        kind,
        name,
        nameEn,
        post,
        weight,
        fitted,
        countsTowardLimit,
        excludedBy,
        paidFirst,
        materials,
        risks);
  }
}
