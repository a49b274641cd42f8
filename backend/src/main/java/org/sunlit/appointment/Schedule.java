package org.sunlit.appointment;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.sunlit.appointment.rules.Slots;
import org.sunlit.place.StoredHours;

/**
 * What can be booked at a place.
 *
 * @param departmentCode whose window it is; null for the place's own
 * @param groups for visits at home, for whom
 */
record Schedule(
    UUID id,
    String placeCode,
    String placeName,
    String placeNameEn,
    String placeAddress,
    String departmentCode,
    String name,
    String nameEn,
    boolean onSite,
    List<Schedules.Group> groups,
    int capacity,
    Slots slots) {
  static final String SELECT =
      """
      select s.*, p.name as place_name, p.name_en as place_name_en, p.address as place_address, p.hours,
        opening_exceptions(p.code) as exceptions, p.region_code
      from appointment_schedule s join place p on p.code = s.place_code
      """;

  static Schedule of(Row row) {
    return new Schedule(
        row.getUUID("id"),
        row.getString("place_code"),
        row.getString("place_name"),
        row.getString("place_name_en"),
        row.getString("place_address"),
        row.getString("department_code"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("way").equals("onSite"),
        row.getJsonArray("groups").stream()
            .map(JsonObject.class::cast)
            .map(Schedule::group)
            .toList(),
        row.getInteger("capacity"),
        new Slots(
            StoredHours.opening(row.getJsonArray("hours"), row.getJsonArray("exceptions")),
            row.getInteger("slot_minutes"),
            row.getLocalDate("from_on"),
            row.getLocalDate("until_on"),
            row.getInteger("days_ahead")));
  }

  static JsonArray json(List<Schedules.Group> groups) {
    JsonArray all = new JsonArray();
    groups.forEach(
        group ->
            all.add(
                new JsonObject()
                    .put("code", group.code())
                    .put("name", group.name())
                    .put("nameEn", group.nameEn())));
    return all;
  }

  private static Schedules.Group group(JsonObject stored) {
    return new Schedules.Group(
        stored.getString("code"), stored.getString("name"), stored.getString("nameEn"));
  }
}
