package org.sunlit.casework;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sunlit.notice.NoticeSeals;
import org.sunlit.platform.StoredJson;
import org.sunlit.platform.TestPostgres;
import org.sunlit.platform.VaultKeys;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Masters;
import org.sunlit.privacy.WrappedKey;

/** A database from before there was a vault. */
class SealWhatIsStoredTest {
  private static final String NUMBER = "20260102-000001-7";
  private static final List<String> SECRETS =
      List.of("王小明", "13812345678", "11010519491231002X", "长安街1号", "李秘书", "小餐馆", "请王小明补", "证件.pdf");

  private final Map<String, String> database = TestPostgres.freshDatabase();

  @AfterEach
  void forget() {
    System.clearProperty(VaultKeys.KEYS);
  }

  @Test
  void sealsEverythingAndLosesNothing() throws SQLException {
    System.setProperty(VaultKeys.KEYS, database.get(VaultKeys.KEYS));
    flyway("12").migrate();
    UUID material = UUID.randomUUID();
    UUID notice = UUID.randomUUID();
    try (Connection connection = connect()) {
      before(connection, material, notice);
      assertEquals(SECRETS, DatabaseScan.find(connection, SECRETS), "they are there before");
    }
    flyway("latest").migrate();
    try (Connection connection = connect()) {
      assertEquals(List.of(), DatabaseScan.find(connection, SECRETS));
      after(connection, material, notice);
    }
  }

  @Test
  void sealsWhatWasSaidOfConfirmationsAndContactPersons() throws SQLException {
    List<String> secrets = List.of("王先生的电话", "她儿子是本局职工", "李工", "dev@bank.example");
    System.setProperty(VaultKeys.KEYS, database.get(VaultKeys.KEYS));
    flyway("22.1").migrate();
    DataKey key = Masters.newKey(NUMBER);
    WrappedKey wrapped = Masters.configured(ConfigProvider.getConfig()).wrap(key);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "insert into account (account, name, roles, password_hash, created_at) values"
                  + " ('a.b', '甲', '{}', '', now()), ('c.d', '乙', '{}', '', now())",
              "insert into vault_key (subject, master, wrapped, created_at) values ('"
                  + NUMBER
                  + "', '"
                  + wrapped.master()
                  + "', '\\x"
                  + java.util.HexFormat.of().formatHex(wrapped.wrapped())
                  + "', now())",
              "insert into confirmation_request (id, kind, subject, requested_by, reason, payload,"
                  + " requested_at, expires_at) select gen_random_uuid(), 'unmask', subject, 'a.b',"
                  + " '王先生的电话', '{}', now(), now() + interval '1 day' from unnest(array['"
                  + NUMBER
                  + "', 'without a key']) subject",
              "update confirmation_request set state = 'declined', decided_by = 'c.d', decided_at ="
                  + " now(), note = '她儿子是本局职工'",
              "insert into client (id, name, purpose, contact_name, contact, owner, wanted_scopes,"
                  + " scopes, per_minute, per_day, registered_at) values (gen_random_uuid(), '程序',"
                  + " '用途', '李工', 'dev@bank.example', 'a.b', '{}', '{}', 1, 1, now())")) {
        statement.execute(sql);
      }
      assertEquals(secrets, DatabaseScan.find(connection, secrets), "they are there before");
    }
    flyway("latest").migrate();
    try (Connection connection = connect()) {
      assertEquals(List.of(), DatabaseScan.find(connection, secrets));
      UUID id =
          (UUID)
              one(
                  connection,
                  "select id from confirmation_request where reason_sealed is not null");
      byte[] note =
          (byte[])
              one(
                  connection,
                  "select note_sealed from confirmation_request where note_sealed is not null");
      assertEquals(
          "她儿子是本局职工",
          new String(
              key.open("confirmation_request/" + id + "/note", note),
              java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(
          1L, one(connection, "select count(*) from vault_key where subject like 'client/%'"));
      assertEquals(
          "O",
          one(
              connection,
              "select tgenabled::text from pg_trigger where tgname ="
                  + " 'confirmation_request_only_grows'"));
    }
  }

  private static void before(Connection connection, UUID material, UUID notice)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "insert into region values ('990100000000', '晴川市', null, 'city', null)",
              "insert into department (code, name, region_code, place) values ('tst', '局',"
                  + " '990100000000', 1)",
              "insert into flow_definition (id, code, version, origin, content_hash, definition)"
                  + " values ('00000000-0000-0000-0000-000000000001', 'f', 1, 'own', repeat('a',"
                  + " 64), '{}')",
              "insert into power_item (code) values ('TST-LIC-01')",
              "insert into power_item_version (id, item_id, number, effective_from, content_hash,"
                  + " name, category, department_code, region_code, status, handling, detail,"
                  + " flow_id) select '00000000-0000-0000-0000-000000000002', id, 1, '2024-01-01',"
                  + " repeat('b', 64), '事项', 'licence', 'tst', '990100000000', 'inForce',"
                  + " 'promised', '{}', '00000000-0000-0000-0000-000000000001' from power_item",
              "insert into case_file (case_number, item_version_id, flow_id, item_code, item_name,"
                  + " handling, department_code, region_code, applicant_masked, state, step_id,"
                  + " step_name, due_order, submitted_at, updated_at, version) values ('N',"
                  + " '00000000-0000-0000-0000-000000000002',"
                  + " '00000000-0000-0000-0000-000000000001', 'TST-LIC-01', '事项', 'promised',"
                  + " 'tst', '990100000000', '王**', 'inCorrection', 's', '步', now(), now(), now(),"
                  + " 2)",
              "insert into case_applicant values ('N', 'person', '王小明', '11010519491231002X',"
                  + " '13812345678', '长安街1号', '李秘书', '小餐馆')",
              "insert into case_event (case_number, number, kind, step_id, at, body) values ('N',"
                  + " 1, 'submitted', 's', now(),"
                  + " '{\"number\":1,\"kind\":\"submitted\",\"at\":\"2026-01-02T03:04:05Z\",\"stepId\":\"s\"}'),"
                  + " ('N', 2, 'correctionRequested', 's', now(), 'E')",
              "insert into journal_event (id, subject_kind, subject_id, kind, occurred_at,"
                  + " private_payload) values (gen_random_uuid(), 'case', 'N',"
                  + " 'case.correctionRequested', now(), '{\"event\":E}')",
              "insert into material_file values (sha256('%PDF 证件.pdf'), 3, '%PDF 证件.pdf', now())",
              "insert into case_material values ('M', 'N', 1, 'M1', '证件.pdf', 'application/pdf', 3,"
                  + " sha256('%PDF 证件.pdf'), now())",
              "insert into upload values (gen_random_uuid(), '证件.pdf', 'application/pdf', 3,"
                  + " sha256('%PDF 证件.pdf'), now())",
              "insert into case_view values ('N', sha256('c'),"
                  + " '00000000-0000-0000-0000-000000000002',"
                  + " convert_to('{\"caseNumber\":\"N\",\"subject\":\"小餐馆\",\"history\":[{\"reason\":\"请王小明补\"}],\"materials\":[]}',"
                  + " 'UTF8'))",
              "insert into notice (id, subject_id, channel, recipient, recipient_masked, text,"
                  + " text_en, created_at, status, next_attempt_at) values ('T', 'N', 'sms',"
                  + " '13812345678', '138****5678', '理由：请王小明补', 'Reason: 请王小明补', now(), 'waiting',"
                  + " now())")) {
        statement.execute(
            sql.replace("'N'", "'" + NUMBER + "'")
                .replace("'M'", "'" + material + "'")
                .replace("'T'", "'" + notice + "'")
                .replace("'%PDF 证件.pdf'", "convert_to('%PDF 证件.pdf', 'UTF8')")
                .replace("'E'", "'E'".replace("E", EVENT))
                .replace(":E}", ":" + EVENT + "}"));
      }
    }
  }

  private static final String EVENT =
      "{\"number\":2,\"kind\":\"correctionRequested\",\"at\":\"2026-01-02T04:04:05Z\",\"stepId\":\"s\","
          + "\"by\":{\"account\":\"tst.window\"},\"reason\":\"请王小明补\",\"missing\":[{\"materialCode\":\"M1\",\"what\":\"证件.pdf\"}]}";

  private void after(Connection connection, UUID material, UUID notice) throws SQLException {
    DataKey key = key(connection);
    CaseSeals.Personal personal =
        CaseSeals.personal(key, base64(one(connection, "select sealed from case_applicant")));
    assertEquals("王小明", personal.applicant().name());
    assertEquals("李秘书", personal.applicant().contactName());
    assertEquals("小餐馆", personal.subject());
    assertEquals(
        "{\"number\":2,\"at\":\"2026-01-02T04:04:05Z\",\"kind\":\"correctionRequested\",\"reason\":\"请王小明补\"}",
        said(connection, key));
    byte[] name =
        (byte[]) one(connection, "select sealed from case_material where id = '" + material + "'");
    assertEquals("证件.pdf", CaseSeals.label(key, material, name).fileName());
    byte[] fileKey = (byte[]) one(connection, "select file_key from case_material");
    byte[] content =
        (byte[]) one(connection, "select content from material_file where id = '" + material + "'");
    assertArrayEquals(
        "%PDF 证件.pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        UploadSeals.openContent(CaseSeals.fileKey(key, material, fileKey), content));
    assertTrue(
        new String(
                CaseSeals.openView(key, (byte[]) one(connection, "select said from case_view")),
                java.nio.charset.StandardCharsets.UTF_8)
            .startsWith("{\"subject\":\"小餐馆\",\"materials\":[],\"history\""));
    assertTrue(
        NoticeSeals.shown(key, notice, (byte[]) one(connection, "select shown from notice"))
            .startsWith("\"recipient\":\"138****5678\",\"text\":\"理由：请王小明补\""));
    // What waited goes out with the id its number is sealed with (V23).
    assertEquals(
        "inApp sent, sms waiting " + notice,
        one(
            connection,
            "select string_agg(channel || ' ' || status || coalesce(' ' || case when recipient is not null"
                + " then id end, ''), ', ' order by channel) from notice_delivery"));
    assertEquals(4L, one(connection, "select count(*) from person_index"));
    assertEquals(
        "O",
        one(
            connection,
            "select tgenabled::text from pg_trigger where tgname = 'case_event_only_grows'"));
    assertNull(one(connection, "select private_payload #>> '{event,reason}' from journal_event"));
  }

  private static String said(Connection connection, DataKey key) throws SQLException {
    var event =
        StoredJson.read(
            (String) one(connection, "select body::text from case_event where number = 2"),
            org.sunlit.casework.rules.CaseEvent.class);
    var open =
        CaseSeals.event(
            key, event, base64(one(connection, "select said from case_event where number = 2")));
    assertEquals("证件.pdf", open.missing().get(0).what());
    assertEquals("M1", open.missing().get(0).materialCode());
    return "{\"number\":%d,\"at\":\"%s\",\"kind\":\"%s\",\"reason\":\"%s\"}"
        .formatted(open.number(), open.at(), open.kind().code(), open.reason());
  }

  private DataKey key(Connection connection) throws SQLException {
    return Masters.configured(ConfigProvider.getConfig())
        .unwrap(
            new WrappedKey(
                NUMBER,
                "test-1",
                (byte[])
                    one(
                        connection,
                        "select wrapped from vault_key where subject = '" + NUMBER + "'")));
  }

  private static String base64(Object bytes) {
    return Base64.getEncoder().encodeToString((byte[]) bytes);
  }

  private static Object one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getObject(1);
    }
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(
            database.get("quarkus.datasource.jdbc.url"),
            database.get("quarkus.datasource.username"),
            database.get("quarkus.datasource.password"))
        .locations("classpath:db/migration")
        .javaMigrations(
            new SealWhatIsStored(),
            org.sunlit.confirmation.Migrations.mine(),
            org.sunlit.client.Migrations.mine(),
            org.sunlit.citizen.Migrations.mine())
        .target(target)
        .load();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.get("quarkus.datasource.jdbc.url"),
        database.get("quarkus.datasource.username"),
        database.get("quarkus.datasource.password"));
  }
}
