package org.sunlit.powerlist;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sunlit.api.PowerItemsApi;
import org.sunlit.api.model.Flow;
import org.sunlit.api.model.ItemVersion;
import org.sunlit.api.model.PowerItem;
import org.sunlit.api.model.PowerItemPage;
import org.sunlit.platform.Regions;
import org.sunlit.platform.Workers;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.search.SearchFilter;
import org.sunlit.powerlist.search.SearchPage;
import org.sunlit.powerlist.search.SearchPlace;
import org.sunlit.powerlist.search.SearchQuery;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What may be done: for everybody. */
@PermitAll
class PowerItemsResource implements PowerItemsApi {
  private static final int USUAL_PAGE = 20;
  private static final List<String> LANGUAGES = List.of("zh-CN", "en");

  private final Catalogue catalogue;
  private final ItemQueries items;
  private final FlowDocuments flows;
  private final Clock clock;
  private final CurrentVertxRequest request;

  PowerItemsResource(
      Catalogue catalogue,
      ItemQueries items,
      FlowDocuments flows,
      Clock clock,
      CurrentVertxRequest request) {
    this.catalogue = catalogue;
    this.items = items;
    this.flows = flows;
    this.clock = clock;
    this.request = request;
  }

  @Override
  public Uni<PowerItemPage> searchPowerItems(
      String q,
      String department,
      org.sunlit.api.model.Category category,
      String region,
      org.sunlit.api.model.Handling handling,
      org.sunlit.api.model.ServiceFor serviceFor,
      org.sunlit.api.model.ItemStatus status,
      Integer limit,
      String cursor) {
    Map<SearchFilter, String> filters = new EnumMap<>(SearchFilter.class);
    put(filters, SearchFilter.DEPARTMENT, blankToNull(department));
    put(filters, SearchFilter.CATEGORY, category);
    put(filters, SearchFilter.REGION_PREFIX, region == null ? null : Regions.prefix(region));
    put(filters, SearchFilter.HANDLING, handling);
    put(filters, SearchFilter.SERVICE_FOR, serviceFor);
    put(filters, SearchFilter.STATUS, status == null ? ItemStatus.IN_FORCE.code() : status);
    SearchQuery query = query(q, filters, limit == null ? USUAL_PAGE : limit, cursor);
    return catalogue.current().chain(snapshot -> Workers.call(() -> page(snapshot, query)));
  }

  private static void put(Map<SearchFilter, String> filters, SearchFilter filter, Object value) {
    if (value != null) {
      filters.put(filter, value.toString());
    }
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static SearchQuery query(
      String q, Map<SearchFilter, String> filters, int limit, String cursor) {
    SearchQuery first = new SearchQuery(q, filters, limit, null);
    if (cursor == null || cursor.isEmpty()) {
      return first;
    }
    SearchPlace after =
        SearchPlace.decode(cursor, first)
            .orElseThrow(
                () -> Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor"));
    return new SearchQuery(q, filters, limit, after);
  }

  private static PowerItemPage page(Snapshot snapshot, SearchQuery query) {
    SearchPage found = snapshot.index().search(query);
    return new PowerItemPage()
        .items(
            found.entries().stream()
                .map(place -> PowerItemMapper.summary(snapshot.items().get(place)))
                .toList())
        .total(found.total())
        .nextCursor(found.next() == null ? null : found.next().encode(query));
  }

  @Override
  public Uni<PowerItem> getPowerItem(String code, LocalDate on) {
    RoutingContext http = request.getCurrent();
    return items
        .item(code, day(on))
        .map(PowerItemsResource::orNotFound)
        .invoke(page -> EntityTags.send(http, page.entityTag()))
        .map(PowerItemMapper::item);
  }

  @Override
  public Uni<List<ItemVersion>> listPowerItemVersions(String code) {
    return items
        .versions(code)
        .map(
            versions -> {
              if (versions.isEmpty()) {
                throw Problem.of(ProblemType.NOT_FOUND);
              }
              return PowerItemMapper.versions(versions);
            });
  }

  @Override
  public Uni<Flow> getFlow(String code, LocalDate on) {
    RoutingContext http = request.getCurrent();
    return items
        .flowOf(code, day(on))
        .map(PowerItemsResource::orNotFound)
        .flatMap(item -> flows.jsonDocument(item.flowId()))
        .invoke(document -> EntityTags.send(http, document.entityTag()))
        .map(document -> new PrebuiltFlow(document.text()));
  }

  @Override
  public Uni<String> getFlowSvg(String code, LocalDate on, String lang) {
    if (lang != null && !LANGUAGES.contains(lang)) {
      throw Problem.of(ProblemType.INVALID_REQUEST)
          .at("lang", "field.unknown-value", String.join(", ", LANGUAGES));
    }
    RoutingContext http = request.getCurrent();
    return items
        .flowOf(code, day(on))
        .map(PowerItemsResource::orNotFound)
        .flatMap(item -> flows.picture(item, FlowLanguage.of(lang)))
        .invoke(document -> EntityTags.send(http, document.entityTag()))
        .map(Kept.Document::text);
  }

  @Override
  public Uni<String> getFlowBpmn(String code, LocalDate on) {
    RoutingContext http = request.getCurrent();
    return items
        .flowOf(code, day(on))
        .map(PowerItemsResource::orNotFound)
        .flatMap(item -> flows.model(item.flowId()))
        .invoke(document -> EntityTags.send(http, document.entityTag()))
        .map(Kept.Document::text);
  }

  private LocalDate day(LocalDate on) {
    return on == null ? LocalDate.now(clock) : on;
  }

  private static <T> T orNotFound(Optional<T> found) {
    return found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
