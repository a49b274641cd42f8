package org.sunlit.charge.rules;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A day's payments against the gateway's statement 对账: what one side has and the other hasn't. */
public final class Reconciliation {
  /** How the two differ. */
  public enum Kind {
    MISSING_HERE("missingHere"),
    MISSING_THERE("missingThere"),
    AMOUNT_DIFFERS("amountDiffers"),
    NOT_COUNTED("notCounted");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The name the API uses. */
    @JsonValue
    public String code() {
      return code;
    }
  }

  /** What Sunlit has of an order. */
  public record Here(String orderNumber, long amountFen, boolean counted) {}

  /** What the gateway's statement has of it. */
  public record There(String orderNumber, long amountFen) {}

  /**
   * A difference.
   *
   * @param hereFen null when it isn't here
   * @param thereFen null when it isn't there
   */
  public record Difference(Kind kind, String orderNumber, Long hereFen, Long thereFen) {}

  private Reconciliation() {}

  /** Everything that differs, by order. */
  public static List<Difference> of(List<Here> here, List<There> there) {
    Map<String, Here> ours = new TreeMap<>();
    here.forEach(one -> ours.put(one.orderNumber(), one));
    Map<String, There> theirs = new TreeMap<>();
    there.forEach(one -> theirs.put(one.orderNumber(), one));
    List<Difference> differences = new ArrayList<>();
    for (Here one : ours.values()) {
      There other = theirs.get(one.orderNumber());
      if (other == null) {
        differences.add(
            new Difference(Kind.MISSING_THERE, one.orderNumber(), one.amountFen(), null));
      } else if (other.amountFen() != one.amountFen()) {
        differences.add(
            new Difference(
                Kind.AMOUNT_DIFFERS, one.orderNumber(), one.amountFen(), other.amountFen()));
      } else if (!one.counted()) {
        differences.add(
            new Difference(
                Kind.NOT_COUNTED, one.orderNumber(), one.amountFen(), other.amountFen()));
      }
    }
    for (There one : theirs.values()) {
      if (!ours.containsKey(one.orderNumber())) {
        differences.add(
            new Difference(Kind.MISSING_HERE, one.orderNumber(), null, one.amountFen()));
      }
    }
    return List.copyOf(differences);
  }
}
