package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.sunlit.problem.Language;

/** Joins a case's own part of a document with the flow it shares with others. */
@ApplicationScoped
class Documents {
  private static final byte[] NOTICES = ",\"notices\":".getBytes(StandardCharsets.US_ASCII);

  private final FlowBytes flows;
  private final CaseViews views;

  Documents(FlowBytes flows, CaseViews views) {
    this.flows = flows;
    this.views = views;
  }

  /** The case as its applicant sees it. */
  Uni<Prebuilt.Tracked> tracked(CaseNow now) {
    byte[] notices =
        CaseJson.bytes(now.stored().notices().stream().map(CaseShapes::notice).toList());
    return flows
        .of(now.stored().itemVersionId())
        .map(flow -> tracked(Buffer.buffer(views.body(now)), notices, flow));
  }

  /** The same, of bytes at hand. */
  static Prebuilt.Tracked tracked(Buffer body, byte[] notices, byte[] flow) {
    return new Prebuilt.Tracked(
        open(body, notices.length + flow.length)
            .appendBytes(NOTICES)
            .appendBytes(notices)
            .appendBytes(FlowBytes.FIELD)
            .appendBytes(flow)
            .appendByte((byte) '}'));
  }

  /** The case as the staff see it. */
  Uni<Prebuilt.File> file(CaseNow now, CaseRights rights, Language language) {
    Buffer body = Buffer.buffer(CaseJson.bytes(CaseFiles.of(now, rights, language)));
    return flows
        .of(now.stored().itemVersionId())
        .map(
            flow ->
                new Prebuilt.File(
                    open(body, flow.length)
                        .appendBytes(FlowBytes.FIELD)
                        .appendBytes(flow)
                        .appendByte((byte) '}')));
  }

  /** The object without its closing brace, with room for what is added. */
  private static Buffer open(Buffer object, int more) {
    return Buffer.buffer(object.length() + more + 32).appendBuffer(object, 0, object.length() - 1);
  }
}
