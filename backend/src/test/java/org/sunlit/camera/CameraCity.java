package org.sunlit.camera;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.identity.Role;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.Deployment;
import org.sunlit.testing.Api;
import org.sunlit.testing.Desk;
import org.sunlit.testing.Founding;
import org.sunlit.testing.SignedIn;

/** A hall with a camera over its window 3, which stopped recording for some minutes yesterday. */
@ApplicationScoped
class CameraCity {
  static final String CITY = "990890000000";
  static final String SUPERVISOR = "cam.supervisor";
  static final String OTHER = "cam.other";
  static final String ADMINISTRATOR = "cam.administrator";
  static final String CAMERA = "cam-hall-3";
  static final String HALL = "cam-hall";
  static final String REASON = "反映王某某十点不在岗";
  static final byte[] INIT = {1, 2, 3};
  static final byte[] PICTURE = "ten o'clock at window 3".getBytes(StandardCharsets.UTF_8);

  private static final String FINDING =
      """
      insert into supervision_finding (id, rule, severity, subject, item_code, department_code, region_code,
        account, occurred_at, found_at, place, evidence)
      values ($1, 'decision.late', 'minor', 'CAM-1', 'CAM-LIC-01', 'cam', '990890000000', 'cam.clerk', $2, $2, 1, '{}')
      """;

  private final Founding founding;
  private final Deployment deployment;
  private final Pool pool;
  private final Clock clock;
  private final Desk desk = new Desk(SignedIn::token);

  CameraCity(Founding founding, Deployment deployment, Pool pool, Clock clock) {
    this.founding = founding;
    this.deployment = deployment;
    this.pool = pool;
    this.clock = clock;
  }

  void found() throws IOException {
    founding.publish(CITY, "电子眼市", "cam");
    SignedIn.as(SUPERVISOR, null, Role.SUPERVISOR);
    SignedIn.as(OTHER, null, Role.SUPERVISOR);
    SignedIn.as("cam.investigator", null, Role.INVESTIGATOR);
    SignedIn.as(ADMINISTRATOR, null, Role.ADMINISTRATOR);
    SignedIn.as("cam.leader", "cam", Role.APPROVER);
    SignedIn.as("cam.clerk", "cam", Role.WINDOW_CLERK);
    as(ADMINISTRATOR)
        .header("If-Match", tag("/api/v1/places/" + HALL))
        .body(
            Map.of(
                "kind", "cityHall",
                "regionCode", CITY,
                "name", "电子眼市政务服务中心",
                "address", "大道1号",
                "telephone", "0999-6100101",
                "hours", List.of(Map.of("from", "09:00", "until", "17:00"))))
        .put("/api/v1/places/" + HALL)
        .then()
        .statusCode(200);
    record();
  }

  /** From ten to ten past, but for the minutes from 10:02 to 10:08. */
  private void record() throws IOException {
    Path folder =
        Files.createDirectories(deployment.dataFolder().resolve("recordings").resolve(CAMERA));
    Files.write(folder.resolve("init.mp4"), INIT);
    Files.write(folder.resolve("minute.m4s"), PICTURE);
    StringBuilder playlist = new StringBuilder("#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4\"\n");
    for (int minute : new int[] {0, 1, 8, 9}) {
      playlist
          .append("#EXT-X-DISCONTINUITY\n#EXT-X-PROGRAM-DATE-TIME:")
          .append(at(10, minute, 0))
          .append("\n#EXTINF:60,\nminute.m4s\n");
    }
    Files.writeString(folder.resolve(yesterday() + ".m3u8"), playlist);
  }

  LocalDate yesterday() {
    return LocalDate.ofInstant(clock.instant(), CityTime.ZONE).minusDays(1);
  }

  /** A time of yesterday, or of another day, as the contract has it. */
  String at(int hour, int minute, int later) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(hour, minute).plusDays(later));
  }

  private OffsetDateTime at(int hour, int minute) {
    return yesterday()
        .atTime(LocalTime.of(hour, minute, 0))
        .atZone(CityTime.ZONE)
        .toOffsetDateTime();
  }

  RequestSpecification as(String account) {
    return desk.as(account);
  }

  private String tag(String path) {
    Response found = as(ADMINISTRATOR).get(path);
    return found.statusCode() == 404 ? "\"0\"" : found.getHeader("ETag");
  }

  Map<String, Object> form() {
    Map<String, Object> form = new HashMap<>();
    form.put("name", "三号窗口");
    form.put("placeCode", HALL);
    form.put("window", "3");
    form.put("departmentCode", "cam");
    form.put("from", yesterday().minusDays(20).toString());
    return form;
  }

  Response keep(String account, String code, Map<String, Object> form) {
    return as(account)
        .header("If-Match", tag("/api/v1/cameras/" + code))
        .body(form)
        .put("/api/v1/cameras/" + code);
  }

  Map<String, Object> wish() {
    Map<String, Object> wish = new HashMap<>();
    wish.put("camera", CAMERA);
    wish.put("from", at(10, 0, 0));
    wish.put("until", at(10, 10, 0));
    wish.put("reasonKind", "complaint");
    wish.put("reason", REASON);
    return wish;
  }

  Response open(String account, Map<String, Object> wish) {
    return as(account)
        .header("Idempotency-Key", Api.key())
        .body(wish)
        .post("/api/v1/camera-viewings");
  }

  /** A finding about the clerk. */
  String finding() {
    UUID id = UUID.randomUUID();
    pool.preparedQuery(FINDING)
        .execute(Tuple.of(id, CityTime.offset(clock.instant())))
        .await()
        .atMost(Duration.ofSeconds(10));
    return id.toString();
  }
}
