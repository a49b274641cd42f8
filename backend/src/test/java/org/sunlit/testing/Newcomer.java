package org.sunlit.testing;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.notice.Telephone;

/** Somebody who registers, reads what comes to their telephone, and signs in. */
public final class Newcomer {
  public static final String PASSWORD = "日出而作 and so on";
  private static final Pattern CODE = Pattern.compile("验证码([0-9]{6})");

  private final Map<String, Object> form = new HashMap<>();
  private String token;

  private Newcomer(Map<String, Object> form) {
    this.form.putAll(form);
  }

  /** A person with a telephone of their own, who hasn't registered yet. */
  public static Newcomer person() {
    return new Newcomer(
        Map.of(
            "kind",
            "person",
            "name",
            "王小明",
            "identityNumber",
            "11010519491231002X",
            "phone",
            newPhone(),
            "address",
            "晴岚区朝阳路1号",
            "password",
            PASSWORD));
  }

  /** The same for an organisation. */
  public static Newcomer organisation() {
    return new Newcomer(
        Map.of(
            "kind",
            "organisation",
            "name",
            "晴川市小满食品有限公司",
            "identityNumber",
            "91350100M000100Y43",
            "phone",
            newPhone(),
            "contactName",
            "刘芳",
            "password",
            PASSWORD));
  }

  public static String newPhone() {
    return "139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
  }

  public Newcomer with(String field, Object value) {
    form.put(field, value);
    return this;
  }

  public Newcomer without(String field) {
    form.remove(field);
    return this;
  }

  public String phone() {
    return (String) form.get("phone");
  }

  /** What they sign in with. */
  public String account() {
    return (String) form.getOrDefault("account", phone());
  }

  public Response register() {
    return Api.contract().body(form).post("/api/v1/auth/registrations");
  }

  public static Response confirm(String id, String code) {
    return Api.contract()
        .body(Map.of("code", code))
        .post("/api/v1/auth/registrations/" + id + "/confirmation");
  }

  /** The code that came to the telephone. */
  public static String code(String id) {
    Matcher code = CODE.matcher(Telephone.message(id));
    if (!code.find()) {
      throw new AssertionError("No code in: " + Telephone.message(id));
    }
    return code.group(1);
  }

  /** Registers, proves the telephone and signs in. */
  public Newcomer arrive() {
    String id = register().then().statusCode(202).extract().path("id");
    confirm(id, code(id)).then().statusCode(204);
    token = signIn(PASSWORD).then().statusCode(200).extract().path("accessToken");
    return this;
  }

  public Response signIn(String password) {
    return Api.contract()
        .body(Map.of("account", account(), "password", password))
        .post("/api/v1/auth/login");
  }

  public String token() {
    return token;
  }

  /** A request of theirs; it and its answer must be of the contract. */
  public RequestSpecification asks() {
    return Api.contract().header("Authorization", "Bearer " + token);
  }
}
