package org.sunlit.camera;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Api;
import org.sunlit.testing.Tables;

/** Window 3 at ten: who may see it, what is missing of it, and what stays of it. */
@QuarkusTest
class CameraApiTest {
  @Inject CameraCity city;
  @Inject Tables tables;
  @Inject TravellingClock clock;
  @Inject Forgetting forgetting;
  @Inject Deployment deployment;

  @BeforeEach
  void found() throws IOException {
    city.found();
    city.keep(CameraCity.ADMINISTRATOR, CameraCity.CAMERA, city.form()).then().statusCode(200);
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  @Test
  void theRegisterIsKeptByAdministratorsAndItsChangesAreRecorded() {
    Map<String, Object> form = city.form();
    form.put("window", "3A");
    city.keep(CameraCity.SUPERVISOR, "cam-new", form).then().statusCode(403);
    city.keep("cam.leader", "cam-new", form).then().statusCode(403);
    city.keep(CameraCity.ADMINISTRATOR, "cam-new", form).then().statusCode(200);
    form.put("until", city.yesterday().minusDays(2).toString());
    city.keep(CameraCity.ADMINISTRATOR, "cam-new", form)
        .then()
        .statusCode(200)
        .body("until", equalTo(form.get("until")));
    city.as(CameraCity.ADMINISTRATOR)
        .header("If-Match", "\"1\"")
        .body(form)
        .put("/api/v1/cameras/cam-new")
        .then()
        .statusCode(412);
    form.put("placeCode", "none");
    city.keep(CameraCity.ADMINISTRATOR, "cam-new", form)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/placeCode"));
    city.as(CameraCity.SUPERVISOR)
        .queryParam("place", CameraCity.HALL)
        .queryParam("day", city.yesterday().toString())
        .get("/api/v1/cameras")
        .then()
        .body("items.code", hasItem(CameraCity.CAMERA))
        .body("items.code", not(hasItem("cam-new")));
    assertTrue(
        tables.count(
                "select count(*) from administrative_change where action = 'cameraChanged' and subject_id = 'cam-new'")
            >= 2);
  }

  @Test
  void whatAWindowWasLikeIsSeenWithAReasonByWhoAskedForIt() {
    Response opened = city.open(CameraCity.SUPERVISOR, city.wish());
    opened
        .then()
        .statusCode(201)
        .body("camera.window", equalTo("3"))
        .body("gaps", hasSize(1))
        .body("gaps[0].from", startsWith(city.yesterday() + "T10:02"))
        .body("gaps[0].until", startsWith(city.yesterday() + "T10:08"))
        .body("recorded", hasSize(2));
    String id = opened.path("id");
    String viewing = "/api/v1/camera-viewings/" + id;
    String playlist = city.as(CameraCity.SUPERVISOR).get(viewing + "/playlist").asString();
    assertEquals(4, playlist.split("files/1\n", -1).length - 1, playlist);
    assertArrayEquals(
        CameraCity.PICTURE, city.as(CameraCity.SUPERVISOR).get(viewing + "/files/1").asByteArray());
    Response part =
        city.as(CameraCity.SUPERVISOR).header("Range", "bytes=4-10").get(viewing + "/files/1");
    part.then().statusCode(206).header("Content-Range", "bytes 4-10/" + CameraCity.PICTURE.length);
    assertArrayEquals(Arrays.copyOfRange(CameraCity.PICTURE, 4, 11), part.asByteArray());
    city.as(CameraCity.SUPERVISOR).get(viewing + "/files/2").then().statusCode(404);

    // Nobody else plays it; that it was opened is seen by all who may look.
    city.as(CameraCity.OTHER).get(viewing + "/playlist").then().statusCode(404);
    city.as(CameraCity.OTHER).get(viewing + "/files/1").then().statusCode(404);
    city.as("cam.investigator")
        .queryParam("camera", CameraCity.CAMERA)
        .get("/api/v1/camera-viewings")
        .then()
        .body("items.find { it.id == '" + id + "' }.reason", equalTo(CameraCity.REASON));
    for (String kept : new String[] {"cam.leader", "cam.clerk", CameraCity.ADMINISTRATOR}) {
      city.open(kept, city.wish()).then().statusCode(403);
      city.as(kept).get("/api/v1/camera-viewings").then().statusCode(403);
    }
    assertEquals(
        1,
        tables.count(
            "select count(*) from access_trail where material_id = $1 and action = 'materialOpened' and account = $2",
            UUID.fromString(id),
            CameraCity.SUPERVISOR));
    assertEquals(
        0,
        tables.count(
            "select count(*) from camera_viewing v where v.footage::text like '%王某某%'"
                + " or position(convert_to('王某某', 'UTF8') in v.reason) > 0"));

    clock.travelTo(clock.instant().plus(Duration.ofMinutes(61)));
    city.as(CameraCity.SUPERVISOR).get(viewing + "/playlist").then().statusCode(409);
  }

  @Test
  void whatCannotBeSeenIsRefused() {
    refused(Map.of("camera", "none"), "/camera");
    refused(Map.of("reason", " "), "/reason");
    refused(Map.of("until", city.at(10, 0, 0)), "/until");
    refused(Map.of("until", city.at(12, 1, 0)), "/until");
    refused(Map.of("from", city.at(10, 0, 3), "until", city.at(11, 0, 3)), "/from");
    // Before it hung there, and before what is kept.
    refused(Map.of("from", city.at(10, 0, -25), "until", city.at(11, 0, -25)), "/from");
    Map<String, Object> form = city.form();
    form.put("from", city.yesterday().minusDays(90).toString());
    city.keep(CameraCity.ADMINISTRATOR, CameraCity.CAMERA, form).then().statusCode(200);
    refused(Map.of("from", city.at(10, 0, -40), "until", city.at(11, 0, -40)), "/from");
  }

  private void refused(Map<String, Object> otherwise, String pointer) {
    Map<String, Object> wish = city.wish();
    wish.putAll(otherwise);
    city.open(CameraCity.SUPERVISOR, wish)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void aClipStaysWithItsFindingWhenTheRecordingIsDeleted() {
    String finding = city.finding();
    String clips = "/api/v1/supervision/findings/" + finding + "/clips";
    String viewing = city.open(CameraCity.SUPERVISOR, city.wish()).path("id");
    Map<String, Object> draft =
        Map.of(
            "viewing",
            viewing,
            "from",
            city.at(10, 0, 0),
            "until",
            city.at(10, 2, 0),
            "note",
            "无人在岗");
    city.as(CameraCity.OTHER)
        .header("Idempotency-Key", Api.key())
        .body(draft)
        .post(clips)
        .then()
        .statusCode(404);
    String key = Api.key();
    Response attached =
        city.as(CameraCity.SUPERVISOR).header("Idempotency-Key", key).body(draft).post(clips);
    attached
        .then()
        .statusCode(201)
        .body("sha256", equalTo(hash()))
        .body("bytes", equalTo(CameraCity.INIT.length + CameraCity.PICTURE.length))
        .body("gaps", hasSize(0));
    String id = attached.path("id");
    city.as(CameraCity.SUPERVISOR)
        .header("Idempotency-Key", key)
        .body(draft)
        .post(clips)
        .then()
        .body("id", equalTo(id));

    clock.travelTo(clock.instant().plus(Duration.ofDays(33)));
    forgetting.forget().await().atMost(Duration.ofSeconds(30));
    Path folder = deployment.dataFolder().resolve("recordings").resolve(CameraCity.CAMERA);
    assertTrue(Files.notExists(folder.resolve("minute.m4s")));
    assertTrue(
        tables.count(
                "select count(*) from camera_forgetting where camera_code = $1", CameraCity.CAMERA)
            > 0);
    clock.returnToNow();

    city.as(CameraCity.OTHER).get(clips).then().body("items.id", contains(id));
    city.as("cam.clerk").get(clips).then().statusCode(403);
    city.as("cam.leader").get("/api/v1/camera-clips/" + id + "/playlist").then().statusCode(403);
    city.as("cam.investigator").get(clips).then().statusCode(404);
    city.as("cam.investigator")
        .get("/api/v1/camera-clips/" + id + "/files/0")
        .then()
        .statusCode(404);
    city.as(CameraCity.OTHER)
        .get("/api/v1/camera-clips/" + id + "/playlist")
        .then()
        .statusCode(200);
    assertArrayEquals(
        CameraCity.PICTURE,
        city.as(CameraCity.OTHER).get("/api/v1/camera-clips/" + id + "/files/1").asByteArray());
    assertEquals(
        1,
        tables.count(
            "select count(*) from access_trail where material_id = $1", UUID.fromString(id)));
    assertEquals(
        0,
        tables.count(
            "select count(*) from camera_clip_file where position(convert_to('window', 'UTF8') in content) > 0"));
  }

  /** Of the files in their order. */
  private static String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(CameraCity.INIT);
      return HexFormat.of().formatHex(digest.digest(CameraCity.PICTURE));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void onlyAPartOfWhatIsOpenIsAttached() {
    String clips = "/api/v1/supervision/findings/" + city.finding() + "/clips";
    String viewing = city.open(CameraCity.SUPERVISOR, city.wish()).path("id");
    notAttached(clips, viewing, 9, 59, 10, 1, "/from");
    notAttached(clips, viewing, 10, 3, 10, 4, "/from");
    notAttached(clips, viewing, 10, 4, 10, 4, "/until");
  }

  private void notAttached(
      String clips,
      String viewing,
      int hour,
      int minute,
      int untilHour,
      int untilMinute,
      String pointer) {
    city.as(CameraCity.SUPERVISOR)
        .header("Idempotency-Key", Api.key())
        .body(
            Map.of(
                "viewing",
                viewing,
                "from",
                city.at(hour, minute, 0),
                "until",
                city.at(untilHour, untilMinute, 0),
                "note",
                "某"))
        .post(clips)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(pointer));
  }
}
