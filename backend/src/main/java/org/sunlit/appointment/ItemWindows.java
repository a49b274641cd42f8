package org.sunlit.appointment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.sunlit.place.ItemCounters;
import org.sunlit.place.rules.PlaceKind;

/** Where one can come with an item, and when there is time for one there. */
@ApplicationScoped
class ItemWindows {
  /**
   * A place that takes it in.
   *
   * @param windows what can be booked there for it; empty where one comes without
   */
  record At(ItemCounters.Counter place, List<Schedules.Offered> windows) {}

  private final ItemCounters counters;
  private final Schedules schedules;

  ItemWindows(ItemCounters counters, Schedules schedules) {
    this.counters = counters;
    this.schedules = schedules;
  }

  /** The halls first; of the villages those that can be booked. */
  Uni<List<At>> of(String itemCode) {
    return counters
        .of(itemCode, schedules.now().toLocalDate())
        .chain(
            places ->
                places.isEmpty()
                    ? Uni.createFrom().item(List.<At>of())
                    : schedules
                        .offered(
                            places.stream().map(ItemCounters.Counter::code).toList(),
                            places.get(0).departmentCode())
                        .map(offered -> at(places, offered)));
  }

  private static List<At> at(List<ItemCounters.Counter> places, List<Schedules.Offered> offered) {
    return places.stream()
        .map(
            place ->
                new At(
                    place,
                    offered.stream()
                        .filter(each -> each.schedule().placeCode().equals(place.code()))
                        .toList()))
        .filter(at -> at.place().kind() != PlaceKind.VILLAGE_ROOM || !at.windows().isEmpty())
        .toList();
  }
}
