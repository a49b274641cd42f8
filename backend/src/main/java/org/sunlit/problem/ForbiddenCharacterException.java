package org.sunlit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A JSON string with a character that Sunlit can't keep; see {@link Characters}. */
final class ForbiddenCharacterException extends MismatchedInputException {
  private final int index;

  ForbiddenCharacterException(JsonParser parser, int index) {
    super(parser, "Forbidden character at index " + index, String.class);
    this.index = index;
  }

  int index() {
    return index;
  }
}
