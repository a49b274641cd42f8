package org.sunlit.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Applies and acts without a pause until the connection breaks, and remembers what was acknowledged
 * and what was sent last without an answer.
 */
final class Writer implements Runnable {
  /** A case as far as Sunlit has acknowledged it. */
  static final class Promised {
    final String caseNumber;
    final String trackingCode;
    volatile int version = 1;

    Promised(String caseNumber, String trackingCode) {
      this.caseNumber = caseNumber;
      this.trackingCode = trackingCode;
    }
  }

  /**
   * A command on its way.
   *
   * @param step null for an application
   * @param on the case it is for; null for an application
   * @param upload the application's material
   */
  record Sent(String key, Step step, Promised on, String subject, String upload) {}

  private final CityClient client;
  private final List<Promised> promised = new ArrayList<>();
  private volatile Sent unanswered;
  private volatile RuntimeException wrong;

  Writer(CityClient client) {
    this.client = client;
  }

  @Override
  public void run() {
    try {
      while (true) {
        Promised begun = apply();
        for (Step step : Step.values()) {
          act(begun, step);
        }
      }
    } catch (IOException broken) {
      // The node has been killed: what this is all about.
    } catch (RuntimeException failure) {
      wrong = failure;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Promised apply() throws IOException, InterruptedException {
    String upload = client.upload();
    Sent sent =
        new Sent(UUID.randomUUID().toString(), null, null, UUID.randomUUID().toString(), upload);
    unanswered = sent;
    CityClient.Answer receipt =
        CityClient.expect(201, client.apply(sent.subject(), upload, sent.key()));
    Promised begun = new Promised(receipt.text("caseNumber"), receipt.text("trackingCode"));
    promised.add(begun);
    unanswered = null;
    return begun;
  }

  private void act(Promised on, Step step) throws IOException, InterruptedException {
    Sent sent = new Sent(UUID.randomUUID().toString(), step, on, null, null);
    unanswered = sent;
    CityClient.expect(200, client.act(on.caseNumber, step, on.version, sent.key()));
    on.version = step.versionAfter();
    unanswered = null;
  }

  /** Everything acknowledged; to be read when the writer has ended. */
  List<Promised> promised() {
    if (wrong != null) {
      throw wrong;
    }
    return promised;
  }

  /** The command without an answer; null when it was between two. */
  Sent unanswered() {
    return unanswered;
  }
}
