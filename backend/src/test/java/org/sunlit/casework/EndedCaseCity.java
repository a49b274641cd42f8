package org.sunlit.casework;

import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Cases that have ended, for the tests of rooms that come after. */
@ApplicationScoped
public class EndedCaseCity {
  /** Who ends them. */
  public static final String CLERK = "tst.window";

  public static final String DEPARTMENT = "tst";

  private final CaseCity city;

  EndedCaseCity(CaseCity city) {
    this.city = city;
  }

  /** What an applicant holds. */
  public record Ended(String number, String code, String phone) {
    public Map<String, Object> holder() {
      return new HashMap<>(Map.of("caseNumber", number, "code", code));
    }
  }

  public void found() {
    city.found();
  }

  /** A case that goes on. */
  public Ended begin() {
    return held(CaseCity.begin(CaseCity.LICENCE));
  }

  /** A case of the department {@code tst} that its window has ended. */
  public Ended end() {
    return ended(CLERK, CaseCity.LICENCE);
  }

  /** The same of the department {@code oth}. */
  public Ended endElsewhere() {
    return ended("oth.window", CaseCity.ELSEWHERE);
  }

  private Ended ended(String clerk, String item) {
    CaseCity.Begun begun = CaseCity.begin(item);
    city.act(clerk, begun, "refuse", Map.of("reason", "依法不属于本机关职权范围")).then().statusCode(200);
    return held(begun);
  }

  private static Ended held(CaseCity.Begun begun) {
    return new Ended(begun.number(), begun.code(), "13812345678");
  }

  /** A request of this account's; it and its answer must be of the contract. */
  public RequestSpecification as(String account) {
    return city.as(account);
  }
}
