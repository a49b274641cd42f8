package org.sunlit.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * The one form an access token has (RFC 9068, RFC 8725), looked at before its signature is: ES256,
 * the type of an access token and a header with nothing that would say where a key is to be had,
 * and no name twice, which two readers might read differently.
 */
final class TokenForm {
  /** The media type of a JWT access token (RFC 9068 section 2.1). */
  static final String TYPE = "at+jwt";

  private static final String ALGORITHM = "ES256";

  /** Refuses {@code crit}, {@code jku}, {@code jwk}, {@code x5u}, {@code x5c}, {@code zip} … */
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

  private static final int LONGEST = 4_096;

  /** Two numbers of 32 bytes (RFC 7518 section 3.4). */
  private static final int SIGNATURE_BYTES = 64;

  private static final ObjectMapper STRICT =
      new ObjectMapper(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private TokenForm() {}

  static void check(String token) throws ParseException {
    String[] parts = token.split("\\.", -1);
    if (token.length() > LONGEST || parts.length != 3) {
      throw new ParseException("Not a signed token");
    }
    ObjectNode header = object(parts[0]);
    object(parts[1]);
    if (bytes(parts[2]).length != SIGNATURE_BYTES) {
      throw new ParseException("Not a signature of this city");
    }
    for (Map.Entry<String, JsonNode> member : header.properties()) {
      if (!HEADER.contains(member.getKey())) {
        throw new ParseException("Not a header of this city's tokens");
      }
    }
    if (!is(header, "alg", ALGORITHM) || !is(header, "typ", TYPE)) {
      throw new ParseException("Not an access token of this city");
    }
  }

  private static boolean is(ObjectNode header, String name, String value) {
    JsonNode found = header.get(name);
    return found != null && found.isTextual() && found.textValue().equals(value);
  }

  private static ObjectNode object(String part) throws ParseException {
    try {
      if (STRICT.readTree(bytes(part)) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException unreadable) {
      throw new ParseException("Not a token that can be read", unreadable);
    }
    throw new ParseException("Not a token that can be read");
  }

  private static byte[] bytes(String part) throws ParseException {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException otherLetters) {
      throw new ParseException("Not a token that can be read", otherLetters);
    }
  }
}
