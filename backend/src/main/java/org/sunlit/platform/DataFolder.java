package org.sunlit.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder a Sunlit keeps its things in, held by a file lock for as long as it runs: two Sunlits
 * never work on one folder. The operating system gives the lock back however the process ends.
 */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Creates the folder where missing and takes it.
   *
   * @throws StartRefused when another Sunlit holds it or it can't be written
   */
  static DataFolder take(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      PrivateFiles.createFolder(path);
      Path holder = path.resolve("process-id");
      channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw inUse(path, holder);
      }
      PrivateFiles.write(holder, Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(path, channel);
    } catch (IOException failure) {
      closeQuietly(channel);
      throw new StartRefused(
          "The data folder " + path + " can't be used: " + failure.getMessage(), failure);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static StartRefused inUse(Path path, Path holder) throws IOException {
    String process =
        Files.exists(holder)
            ? " (process " + Files.readString(holder, StandardCharsets.UTF_8).strip() + ")"
            : "";
    return new StartRefused(
        "The data folder "
            + path
            + " is in use by another Sunlit"
            + process
            + ". Stop that one, or give this one a folder of its own with SUNLIT_DATA.");
  }

  Path path() {
    return path;
  }

  /** A folder inside, created where missing. */
  Path folder(String name) {
    try {
      Path folder = path.resolve(name);
      PrivateFiles.createFolder(folder);
      return folder;
    } catch (IOException failure) {
      throw new StartRefused("The data folder " + path + " can't be written", failure);
    }
  }

  @Override
  public void close() {
    closeQuietly(lockFile);
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException ignored) {
        // The process is ending or has failed already; the lock goes with it.
      }
    }
  }
}
