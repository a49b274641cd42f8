package org.sunlit.statistics;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.sunlit.api.StatisticsApi;
import org.sunlit.api.model.CasePrediction;
import org.sunlit.api.model.FlowStatistics;
import org.sunlit.api.model.LimitUnit;
import org.sunlit.api.model.PostLoad;
import org.sunlit.api.model.PredictionReliability;
import org.sunlit.calendar.CalendarService;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.PowerList;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What is counted of how cases run: for everybody. */
@PermitAll
class StatisticsResource implements StatisticsApi {
  private static final String A_MINUTE = "public, max-age=60";

  private final FlowFigures figures;
  private final Predictions predictions;
  private final Reliability reliability;
  private final PowerList powerList;
  private final CalendarService calendars;
  private final Clock clock;
  private final CurrentVertxRequest request;

  StatisticsResource(
      FlowFigures figures,
      Predictions predictions,
      Reliability reliability,
      PowerList powerList,
      CalendarService calendars,
      Clock clock,
      CurrentVertxRequest request) {
    this.figures = figures;
    this.predictions = predictions;
    this.reliability = reliability;
    this.powerList = powerList;
    this.calendars = calendars;
    this.clock = clock;
    this.request = request;
  }

  @Override
  public Uni<FlowStatistics> getFlowStatistics(String code, LocalDate on) {
    RoutingContext http = request.getCurrent();
    LocalDate day = on == null ? clock.instant().atZone(CityTime.ZONE).toLocalDate() : on;
    return powerList
        .onDate(code, day)
        .map(StatisticsResource::orNotFound)
        .chain(
            item ->
                figures.steps(item.code(), item.flowId()).map(steps -> whole(item).steps(steps)))
        .invoke(answer -> keepFor(http));
  }

  private FlowStatistics whole(ItemInForce item) {
    return new FlowStatistics()
        .itemCode(item.code())
        .unit(LimitUnit.fromValue(CaseMoment.clock(item, calendars.current()).unit().code()))
        .minimum(FlowFigures.MINIMUM);
  }

  @Override
  public Uni<PostLoad> getPostLoad(String code) {
    RoutingContext http = request.getCurrent();
    return powerList
        .department(code)
        .map(StatisticsResource::orNotFound)
        .chain(
            department ->
                figures.load(code).map(posts -> new PostLoad().departmentCode(code).posts(posts)))
        .invoke(answer -> keepFor(http));
  }

  @Override
  public Uni<CasePrediction> getCasePrediction(String caseNumber) {
    return predictions.of(caseNumber).map(StatisticsResource::orNotFound);
  }

  @Override
  public Uni<PredictionReliability> getPredictionReliability() {
    RoutingContext http = request.getCurrent();
    return reliability.now().invoke(answer -> keepFor(http));
  }

  private static <T> T orNotFound(Optional<T> found) {
    return found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private static void keepFor(RoutingContext http) {
    http.response().putHeader(HttpHeaders.CACHE_CONTROL, A_MINUTE);
  }
}
