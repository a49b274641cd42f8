package org.sunlit.camera;

import io.vertx.mutiny.sqlclient.Row;
import org.sunlit.platform.StoredJson;

/** A camera as the register has it, with the names of what it belongs to. */
record CameraRow(
    String code,
    CameraForm form,
    int version,
    String placeName,
    String placeNameEn,
    String placeRegion,
    String departmentName,
    String departmentNameEn) {
  /** What {@link #of} reads, of {@code camera c join place p join department d}. */
  static final String COLUMNS =
      """
       c.code, c.definition::text as definition, c.version, p.name as place_name, p.name_en as place_name_en,
        p.region_code as place_region, d.name as department_name, d.name_en as department_name_en
      """;

  static final String JOINED =
      " join place p on p.code = c.place_code join department d on d.code = c.department_code ";

  static CameraRow of(Row row) {
    return new CameraRow(
        row.getString("code"),
        StoredJson.read(row.getString("definition"), CameraForm.class),
        row.getInteger("version"),
        row.getString("place_name"),
        row.getString("place_name_en"),
        row.getString("place_region"),
        row.getString("department_name"),
        row.getString("department_name_en"));
  }
}
