package org.sunlit.board;

import io.vertx.core.buffer.Buffer;

/** A feed ready to be sent. */
record Feed(Buffer body, String contentType, String entityTag) {}
