package org.sunlit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} of a data folder says (PostgreSQL's {@code pidfile.h}): left behind
 * by a server that is running, or was when the power went.
 *
 * @param pid the server's process, if it lives
 * @param port where it listens
 */
record Postmaster(long pid, int port) {
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** Empty when there is no such file or the server hadn't got as far as a port. */
  static Optional<Postmaster> of(Path data) {
    try {
      List<String> lines = Files.readAllLines(file(data));
      return Optional.of(
          new Postmaster(
              Math.abs(Long.parseLong(lines.get(PID_LINE).strip())),
              lines.size() > PORT_LINE ? Integer.parseInt(lines.get(PORT_LINE).strip()) : 0));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException nothingThere) {
      return Optional.empty();
    }
  }

  static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** True when some process has that number. */
  boolean lives() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /** True when the process is known to be PostgreSQL: a number may have gone to another program. */
  boolean isPostgres() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).getFileName().toString())
        .filter(name -> name.startsWith("postgres"))
        .isPresent();
  }

  /**
   * Puts the number of a process that has ended in place of one that now belongs to another
   * program. The rest of the file stays: PostgreSQL checks by it that no process of the old server
   * still has its shared memory.
   */
  static void forgetProcess(Path data, long endedPid) throws IOException {
    List<String> lines = Files.readAllLines(file(data));
    lines.set(PID_LINE, Long.toString(endedPid));
    Files.write(file(data), lines);
  }
}
