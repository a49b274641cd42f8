package org.sunlit.appointment;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.sunlit.appointment.rules.AppointmentState;
import org.sunlit.platform.Coded;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** An appointment as it is stored, what is personal in it sealed. */
record Stored(
    UUID id,
    String number,
    byte[] codeHash,
    String account,
    Schedule schedule,
    LocalDate day,
    LocalTime starts,
    Instant startsAt,
    String itemCode,
    String itemName,
    String itemNameEn,
    String groupCode,
    String masked,
    int ticket,
    AppointmentState state,
    int version,
    byte[] sealed,
    String master,
    byte[] wrapped) {
  private static final String SEALED_IN = "appointment";

  static final String SELECT =
      """
      select a.id as appointment_id, a.number, a.code_hash, a.account, a.day, a.starts, a.starts_at, a.item_code,
        a.group_code, a.masked, a.ticket, a.state, a.version, a.sealed, k.master, k.wrapped, s.*, i.item_name,
        i.item_name_en
      from appointment a
        join ("""
          + Schedule.SELECT
          + """
      ) s on s.id = a.schedule_id
        join vault_key k on k.subject = 'appointment/' || a.id
        left join lateral (select v.name as item_name, v.name_en as item_name_en
          from power_item p join power_item_version v on v.item_id = p.id
          where p.code = a.item_code order by v.number desc limit 1) i on true
      """;

  /**
   * Who comes and what about.
   *
   * @param address where to, for a visit at home; null otherwise
   * @param code the code it is held by, as shown
   */
  record Personal(String name, String phone, String address, String about, String code) {
    byte[] seal(DataKey key) {
      JsonObject json =
          new JsonObject()
              .put("name", name)
              .put("phone", phone)
              .put("address", address)
              .put("about", about)
              .put("code", code);
      return key.sealWords(SEALED_IN, json.encode());
    }
  }

  static Stored of(Row row) {
    return new Stored(
        row.getUUID("appointment_id"),
        row.getString("number"),
        row.getBuffer("code_hash").getBytes(),
        row.getString("account"),
        Schedule.of(row),
        row.getLocalDate("day"),
        row.getLocalTime("starts"),
        row.getOffsetDateTime("starts_at").toInstant(),
        row.getString("item_code"),
        row.getString("item_name"),
        row.getString("item_name_en"),
        row.getString("group_code"),
        row.getString("masked"),
        row.getInteger("ticket"),
        Coded.of(AppointmentState.class, row.getString("state")),
        row.getInteger("version"),
        row.getBuffer("sealed").getBytes(),
        row.getString("master"),
        row.getBuffer("wrapped").getBytes());
  }

  static String subject(UUID id) {
    return "appointment/" + id;
  }

  DataKey key(Vault vault) {
    return vault.unwrap(new WrappedKey(subject(id), master, wrapped));
  }

  Personal personal(Vault vault) {
    JsonObject json = new JsonObject(key(vault).openWords(SEALED_IN, sealed));
    return new Personal(
        json.getString("name"),
        json.getString("phone"),
        json.getString("address"),
        json.getString("about"),
        json.getString("code"));
  }
}
