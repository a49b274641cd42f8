package org.sunlit.calendar;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.sunlit.api.CalendarEditingApi;
import org.sunlit.api.model.CalendarEdition;
import org.sunlit.api.model.CalendarPreview;
import org.sunlit.api.model.CalendarProposal;
import org.sunlit.calendar.CalendarStore.StoredYear;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.EntityVersions;

/** Declaring days: for those who keep the calendar. */
@PermissionsAllowed(Permission.Codes.CALENDAR_EDIT)
class CalendarEditingResource implements CalendarEditingApi {
  private final CalendarEditing editing;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;

  CalendarEditingResource(
      CalendarEditing editing, CurrentActor actor, CurrentVertxRequest request) {
    this.editing = editing;
    this.actor = actor;
    this.request = request;
  }

  @Override
  public Uni<CalendarEdition> getCalendarEdition(Integer year) {
    RoutingContext http = request.getCurrent();
    return editing.edition(year).map(edition -> tagged(http, edition));
  }

  @Override
  public Uni<CalendarPreview> previewCalendarYear(Integer year, CalendarProposal proposal) {
    return editing
        .preview(CalendarEditingMapper.proposal(year, proposal))
        .map(CalendarEditingMapper::preview);
  }

  @Override
  public Uni<CalendarEdition> saveCalendarYear(
      Integer year, CalendarProposal proposal, String ifMatch) {
    RoutingContext http = request.getCurrent();
    int seen = EntityVersions.seen(ifMatch);
    return editing
        .save(CalendarEditingMapper.proposal(year, proposal), seen, actor.get())
        .map(edition -> tagged(http, edition));
  }

  private static CalendarEdition tagged(RoutingContext http, StoredYear edition) {
    http.response()
        .putHeader(HttpHeaders.ETAG, EntityVersions.tag(edition.version()))
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return CalendarEditingMapper.edition(edition);
  }
}
