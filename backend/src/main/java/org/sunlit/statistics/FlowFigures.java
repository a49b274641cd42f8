package org.sunlit.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sunlit.api.model.PostLoadRow;
import org.sunlit.api.model.PostLoadStep;
import org.sunlit.api.model.StepStatistics;
import org.sunlit.platform.Shared;

/** How long steps take and how full they are: read from rows that lie ready. */
@ApplicationScoped
class FlowFigures {
  /** Fewer cases could tell how long somebody one knows has waited. */
  static final int MINIMUM = 5;

  /** Nearest rank: the smallest number of minutes that at least half, or nine tenths, kept to. */
  private static final String STEPS =
      """
      with upto as (
        select step_id, minutes, sum(stays) over (partition by step_id order by minutes) as upto,
          sum(stays) over (partition by step_id) as total
        from statistics_step_time where item_code = $1 and flow_id = $2
      ), figures as (
        select step_id, min(minutes) filter (where upto * 2 >= total) as median,
          min(minutes) filter (where upto * 10 >= total * 9) as ninetieth
        from upto group by step_id
      )
      select s.step_id, s.open, s.cases, f.median, f.ninetieth
      from statistics_step s left join figures f on f.step_id = s.step_id
      where s.item_code = $1 and s.flow_id = $2 order by s.step_id
      """;

  private static final String LOAD =
      """
      select post_code, min(post_name) as post_name, min(post_name_en) as post_name_en, step_name,
        min(step_name_en) as step_name_en, sum(open)::integer as open,
        sum(sum(open)) over (partition by post_code)::integer as all_open
      from statistics_step where department_code = $1 and open > 0
      group by post_code, step_name
      order by all_open desc, post_code, open desc, step_name
      """;

  /** How old what is told may be; many readers at once cause one count. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private record Asked(String itemCode, UUID flowId) {}

  private final Pool pool;
  private final Map<Asked, Uni<List<StepStatistics>>> counted = new ConcurrentHashMap<>();

  FlowFigures(Pool pool) {
    this.pool = pool;
  }

  Uni<List<StepStatistics>> steps(String itemCode, UUID flowId) {
    return counted.computeIfAbsent(
        new Asked(itemCode, flowId),
        asked -> Shared.every(GOOD_FOR, () -> count(asked.itemCode(), asked.flowId())));
  }

  private Uni<List<StepStatistics>> count(String itemCode, UUID flowId) {
    return pool.preparedQuery(STEPS)
        .execute(Tuple.of(itemCode, flowId))
        .map(
            rows -> {
              List<StepStatistics> steps = new ArrayList<>();
              rows.forEach(row -> steps.add(step(row)));
              return steps;
            });
  }

  private static StepStatistics step(Row row) {
    StepStatistics step =
        new StepStatistics().stepId(row.getString("step_id")).open(row.getInteger("open"));
    return row.getLong("cases") < MINIMUM
        ? step
        : step.cases(row.getLong("cases").intValue())
            .medianMinutes(row.getLong("median"))
            .ninetiethMinutes(row.getLong("ninetieth"));
  }

  /** The posts of a department that have something to do, the fullest first. */
  Uni<List<PostLoadRow>> load(String departmentCode) {
    return pool.preparedQuery(LOAD).execute(Tuple.of(departmentCode)).map(FlowFigures::posts);
  }

  private static List<PostLoadRow> posts(RowSet<Row> rows) {
    Map<String, PostLoadRow> posts = new LinkedHashMap<>();
    for (Row row : rows) {
      posts
          .computeIfAbsent(
              row.getString("post_code"),
              code ->
                  new PostLoadRow()
                      .code(code)
                      .name(row.getString("post_name"))
                      .nameEn(row.getString("post_name_en"))
                      .open(row.getInteger("all_open")))
          .addStepsItem(
              new PostLoadStep()
                  .name(row.getString("step_name"))
                  .nameEn(row.getString("step_name_en"))
                  .open(row.getInteger("open")));
    }
    return List.copyOf(posts.values());
  }
}
