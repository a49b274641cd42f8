package org.sunlit.report;

import java.util.Map;
import java.util.UUID;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.report.rules.SealedSizes;

/**
 * A message as a browser has sealed it.
 *
 * @param body nonce, ciphertext and tag (AES-256-GCM), filled up to a step
 * @param reporterKey its content key for the reporter (HPKE)
 * @param keys its content key for each recipient (HPKE)
 */
public record SealedMessage(byte[] body, byte[] reporterKey, Map<UUID, byte[]> keys) {
  public SealedMessage {
    keys = Map.copyOf(keys);
    if (!SealedSizes.isWords(body.length)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words/body", "report.shape");
    }
    if (!isSealedKey(reporterKey) || !keys.values().stream().allMatch(SealedMessage::isSealedKey)) {
      throw Problem.of(ProblemType.UNPROCESSABLE).at("/words/keys", "report.shape");
    }
  }

  static boolean isSealedKey(byte[] key) {
    return key.length == SealedSizes.SEALED_KEY && key[0] == 4;
  }
}
