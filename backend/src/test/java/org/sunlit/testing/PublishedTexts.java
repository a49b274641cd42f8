package org.sunlit.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** That texts stay once they were published, whatever they are of. */
@ApplicationScoped
public class PublishedTexts {
  private static final String REASON = "有一处写错了";

  private final Tables tables;

  PublishedTexts(Tables tables) {
    this.tables = tables;
  }

  /**
   * Takes back what is public, publishes it again and corrects it; in the end it is public.
   *
   * @param table where they lie
   * @param head whoever publishes
   * @param path of the publication
   * @param draft as it is public
   */
  public void stay(
      String table, Supplier<RequestSpecification> head, String path, Map<String, ?> draft) {
    UUID first = current(head, path);
    head.get()
        .body(draft)
        .post(path)
        .then()
        .statusCode(409)
        .body("detail", containsString("重新打开本页"));
    head.get().body(Map.of("reason", REASON)).post(path + "/withdrawal").then().statusCode(204);
    open(head, path).body("public", equalTo(false)).body("earlier.reason", hasItem(REASON));
    head.get().body(draft).post(path).then().statusCode(204);
    UUID second = current(head, path);
    open(head, path)
        .body("earlier.title", everyItem(equalTo(draft.get("title"))))
        .body("earlier.reason", hasItem(REASON))
        .body("earlier.endedBy", everyItem(notNullValue()));

    Map<String, Object> corrected = new HashMap<>(draft);
    corrected.put("title", "更正：" + draft.get("title"));
    corrected.put("replaces", first);
    head.get().body(corrected).post(path).then().statusCode(409);
    corrected.put("replaces", second);
    head.get().body(corrected).post(path).then().statusCode(204);
    open(head, path)
        .body("title", equalTo(corrected.get("title")))
        .body("earlier.title", everyItem(equalTo(draft.get("title"))))
        .body("earlier.reason", hasItems(equalTo(REASON), nullValue()));

    for (UUID text : new UUID[] {first, second, current(head, path)}) {
      tables.refused("update " + table + " set title = '改了' where id = $1", text);
      tables.refused("delete from " + table + " where id = $1", text);
    }
    tables.refused(
        "update "
            + table
            + " set withdrawn_at = null, withdrawn_by = null, withdrawn_why = null where id = $1",
        first);
  }

  private static UUID current(Supplier<RequestSpecification> head, String path) {
    return UUID.fromString(
        open(head, path).body("public", equalTo(true)).extract().path("publicationId"));
  }

  private static ValidatableResponse open(Supplier<RequestSpecification> head, String path) {
    return head.get().get(path).then().statusCode(200);
  }
}
