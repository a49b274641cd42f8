package org.sunlit.casework;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged meanwhile, with messages, arguments and causes. */
public final class LogCapture implements AutoCloseable {
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final Handler handler;

  private LogCapture(StringBuffer into) {
    handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            into.append(entry.getLoggerName()).append(' ').append(entry.getMessage()).append(' ');
            for (Object argument :
                entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
              into.append(argument).append(' ');
            }
            if (entry.getThrown() != null) {
              StringWriter trace = new StringWriter();
              entry.getThrown().printStackTrace(new PrintWriter(trace));
              into.append(trace);
            }
            into.append('\n');
          }

          @Override
          public void flush() {
            // Nothing waits.
          }

          @Override
          public void close() {
            // Nothing is held.
          }
        };
    handler.setLevel(java.util.logging.Level.ALL);
    root.addHandler(handler);
  }

  public static LogCapture begin(StringBuffer into) {
    return new LogCapture(into);
  }

  public void flush() {
    Logger.getLogger("org.sunlit.test").warning("the end of what is listened to");
  }

  @Override
  public void close() {
    root.removeHandler(handler);
  }
}
