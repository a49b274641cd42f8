package org.sunlit.casework;

import io.vertx.core.buffer.Buffer;
import org.sunlit.api.model.CaseFile;
import org.sunlit.api.model.TrackedCase;

/**
 * Answers that are already JSON. The contract's interfaces want its models; these stand for them,
 * and {@link PrebuiltWriter} sends the bytes.
 */
interface Prebuilt {
  /** The JSON. */
  Buffer json();

  /** A tracked case that is already JSON. */
  final class Tracked extends TrackedCase implements Prebuilt {
    private final transient Buffer json;

    Tracked(Buffer json) {
      this.json = json;
    }

    @Override
    public Buffer json() {
      return json;
    }
  }

  /** A case file that is already JSON. */
  final class File extends CaseFile implements Prebuilt {
    private final transient Buffer json;

    File(Buffer json) {
      this.json = json;
    }

    @Override
    public Buffer json() {
      return json;
    }
  }
}
