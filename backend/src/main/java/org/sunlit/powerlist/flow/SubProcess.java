package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sunlit.calendar.Limit;

/**
 * A part of a flow that is written once and gone through where it is called (子流程), such as a
 * hearing (行政许可法第四十六条至第四十八条) or an expert review. It has one step to enter at and one to leave
 * from; the outcomes of the latter are the ways out of the call.
 *
 * @param code unique among the flow's sub-processes
 * @param name its Chinese name
 * @param nameEn its English name
 * @param limit the longest one run may take as a whole; null for no limit beyond those of its steps
 * @param steps as written, ids unique within the sub-process
 * @param calls where it goes through another sub-process
 * @param edges the ways between them
 * @param libraryVersion which version of the city's library it was taken from, under its code; null
 *     for the flow's own
 */
public record SubProcess(
    @JsonProperty(required = true) String code,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String nameEn,
    Limit limit,
    @JsonProperty(required = true) List<FlowStep> steps,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FlowCall> calls,
    @JsonProperty(required = true) List<FlowEdge> edges,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer libraryVersion)
    implements FlowBody {
  @JsonCreator
  public SubProcess {
    Texts.requireCode(code, "code");
    Texts.requireText(name, "name");
    Texts.requireText(nameEn, "nameEn");
    Texts.require(steps, "steps");
    Texts.require(edges, "edges");
    steps = List.copyOf(steps);
    calls = calls == null ? List.of() : List.copyOf(calls);
    edges = List.copyOf(edges);
    WrittenFlow.requirePlainIds(steps, edges);
  }

  /** A flow's own. */
  public SubProcess(
      String code,
      String name,
      String nameEn,
      Limit limit,
      List<FlowStep> steps,
      List<FlowCall> calls,
      List<FlowEdge> edges) {
    this(code, name, nameEn, limit, steps, calls, edges, null);
  }

  /** The same as a version of the library, or as the flow's own. */
  public SubProcess from(Integer version) {
    return new SubProcess(code, name, nameEn, limit, steps, calls, edges, version);
  }
}
