package org.sunlit.place;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.PlaceKind;
import org.sunlit.place.rules.RoomItem;
import org.sunlit.platform.Coded;

/**
 * A place as it is stored, with what its newest check found.
 *
 * @param checkedOn null for a place that was never checked
 * @param offers how many items can be handed in or collected there
 */
record PlaceRow(
    String code,
    PlaceKind kind,
    String regionCode,
    String regionName,
    String regionNameEn,
    String name,
    String nameEn,
    String address,
    String addressEn,
    String telephone,
    Hours hours,
    int version,
    LocalDate checkedOn,
    List<RoomItem> met,
    long offers) {
  static PlaceRow of(Row row) {
    String[] met = row.getArrayOfStrings("met");
    return new PlaceRow(
        row.getString("code"),
        Coded.of(PlaceKind.class, row.getString("kind")),
        row.getString("region_code"),
        row.getString("region_name"),
        row.getString("region_name_en"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("address"),
        row.getString("address_en"),
        row.getString("telephone"),
        StoredHours.read(row.getJsonArray("hours")),
        row.getInteger("version"),
        row.getLocalDate("checked_on"),
        met == null ? List.of() : items(met),
        row.getLong("offers"));
  }

  static List<RoomItem> items(String[] codes) {
    return Arrays.stream(codes).map(code -> Coded.of(RoomItem.class, code)).sorted().toList();
  }
}
