package org.sunlit.casework;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.sunlit.api.model.TrackedCase;

/**
 * A tracked case that is JSON already. The contract's interface wants its model; this stands for
 * it, and {@link PrebuiltWriter} sends the bytes.
 */
final class PrebuiltTrackedCase extends TrackedCase {
  private static final byte[] NOTICES = ",\"notices\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FLOW = ",\"flow\":".getBytes(StandardCharsets.US_ASCII);

  private final byte[] json;

  private PrebuiltTrackedCase(byte[] json) {
    this.json = json;
  }

  /**
   * Joins what is stored with what is added on the way out.
   *
   * @param body a JSON object without {@code notices}, {@code flow} and what is in the next
   * @param said a JSON object with what may name somebody; may be empty
   */
  static PrebuiltTrackedCase of(Buffer body, byte[] said, byte[] notices, byte[] flow) {
    int own = body.length() - 1; // without the closing brace
    // A comma instead of its opening brace, without the closing one.
    int words = said.length <= 2 ? 0 : said.length - 1;
    byte[] json =
        new byte[own + words + NOTICES.length + notices.length + FLOW.length + flow.length + 1];
    body.getBytes(0, own, json, 0);
    int end = own;
    if (words > 0) {
      System.arraycopy(said, 0, json, own, words);
      json[own] = ',';
      end += words;
    }
    end = append(json, end, NOTICES);
    end = append(json, end, notices);
    end = append(json, end, FLOW);
    end = append(json, end, flow);
    json[end] = '}';
    return new PrebuiltTrackedCase(json);
  }

  private static int append(byte[] into, int at, byte[] part) {
    System.arraycopy(part, 0, into, at, part.length);
    return at + part.length;
  }

  byte[] json() {
    return json;
  }
}
