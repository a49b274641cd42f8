package org.sunlit.place;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sunlit.api.PlacesApi;
import org.sunlit.api.model.ItemPlace;
import org.sunlit.api.model.OpeningExceptionsForm;
import org.sunlit.api.model.PlaceChange;
import org.sunlit.api.model.PlaceDetail;
import org.sunlit.api.model.PlaceForm;
import org.sunlit.api.model.PlaceKind;
import org.sunlit.api.model.PlacePage;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.place.rules.OpeningException;
import org.sunlit.platform.Coded;
import org.sunlit.platform.EntityVersions;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Where one can go, for everybody. */
class PlacesResource implements PlacesApi {
  private final PlaceQueries queries;
  private final Places places;
  private final OpeningExceptions exceptions;
  private final CurrentActor currentActor;
  private final CurrentVertxRequest currentRequest;

  PlacesResource(
      PlaceQueries queries,
      Places places,
      OpeningExceptions exceptions,
      CurrentActor currentActor,
      CurrentVertxRequest currentRequest) {
    this.queries = queries;
    this.places = places;
    this.exceptions = exceptions;
    this.currentActor = currentActor;
    this.currentRequest = currentRequest;
  }

  @Override
  @PermitAll
  public Uni<PlacePage> listPlaces(
      String q, PlaceKind kind, String region, String item, Integer limit, String cursor) {
    return queries
        .search(
            new PlaceQueries.Asked(
                blankless(q),
                kind == null ? null : kind(kind),
                region,
                blankless(item),
                limit,
                PlaceCursor.decode(cursor)),
            places.today())
        .map(
            found ->
                new PlacePage()
                    .items(found.places().stream().map(Shapes::place).toList())
                    .total((int) found.total())
                    .nextCursor(found.next() == null ? null : PlaceCursor.encode(found.next())));
  }

  @Override
  @PermitAll
  public Uni<PlaceDetail> getPlace(String code) {
    RoutingContext http = currentRequest.getCurrent();
    return queries
        .find(code, places.today())
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .invoke(
            place ->
                http.response().putHeader(HttpHeaders.ETAG, EntityVersions.tag(place.version())))
        .chain(
            place ->
                queries
                    .offers(code, places.today())
                    .chain(
                        offers ->
                            exceptions
                                .ahead(code)
                                .map(
                                    ahead ->
                                        new PlaceDetail()
                                            .place(Shapes.place(place))
                                            .offers(offers.stream().map(Shapes::offer).toList())
                                            .exceptions(
                                                ahead.stream().map(Shapes::exception).toList()))));
  }

  @Override
  @PermitAll
  public Uni<List<ItemPlace>> listItemPlaces(String code) {
    return queries
        .of(code, places.today())
        .map(found -> found.stream().map(Shapes::itemPlace).toList());
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> keepPlace(String code, PlaceForm form, Boolean dryRun, String ifMatch) {
    return places
        .keep(
            code,
            new Places.Form(
                kind(form.getKind()),
                form.getRegionCode(),
                form.getName(),
                blankless(form.getNameEn()),
                form.getAddress(),
                blankless(form.getAddressEn()),
                form.getTelephone(),
                Shapes.hours(form.getHours())),
            EntityVersions.seen(ifMatch),
            currentActor.get(),
            dryRun)
        .map(Shapes::change);
  }

  @Override
  @PermissionsAllowed(Permission.Codes.PLACES_MANAGE)
  public Uni<PlaceChange> keepOpeningExceptions(
      String code, OpeningExceptionsForm form, Boolean dryRun, String ifMatch) {
    return exceptions
        .keep(
            code,
            form.getExceptions().stream()
                .map(
                    one ->
                        new OpeningException(
                            one.getFrom(),
                            one.getUntil(),
                            Shapes.hours(one.getHours()),
                            one.getWhy(),
                            blankless(one.getWhyEn())))
                .toList(),
            EntityVersions.seen(ifMatch),
            currentActor.get(),
            dryRun)
        .map(kept -> Shapes.change(kept.made()).appointments(kept.booked()));
  }

  private static org.sunlit.place.rules.PlaceKind kind(PlaceKind kind) {
    return Coded.of(org.sunlit.place.rules.PlaceKind.class, kind.toString());
  }

  private static String blankless(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
