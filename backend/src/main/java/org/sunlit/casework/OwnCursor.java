package org.sunlit.casework;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** The last of a page of one's own cases, which the next one goes on from. */
record OwnCursor(int rank, long place, String caseNumber) {
  /** Before every case. */
  static final OwnCursor START = new OwnCursor(-1, 0, "");

  private static final Pattern SHAPE = Pattern.compile("([0-2]) (-?[0-9]{1,15}) ([0-9-]{1,24})");

  String write() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (rank + " " + place + " " + caseNumber).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The cursor as it was given out; null is the start.
   *
   * @throws Problem 400 for one that was never given out
   */
  static OwnCursor read(String text) {
    if (text == null) {
      return START;
    }
    try {
      Matcher parts =
          SHAPE.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      if (parts.matches()) {
        return new OwnCursor(
            Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
      }
    } catch (IllegalArgumentException foreign) {
      // Said below, in the same words for every foreign cursor.
    }
    throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.invalid");
  }
}
