package org.sunlit.camera;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.sunlit.camera.rules.Footage;
import org.sunlit.platform.Workers;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/**
 * A copy of recorded files, sealed with a key of its own.
 *
 * @param sha256 over the plain files, in their order
 * @param bytes how many they have
 * @param files each sealed
 */
record ClipCopy(DataKey content, String sha256, long bytes, List<byte[]> files) {
  /**
   * Copies a recording out of its store, one file after the other.
   *
   * @param most fails with 422 for more bytes than this
   */
  static Uni<ClipCopy> of(
      UUID clip, Footage footage, String camera, Recordings recordings, Vault vault, long most) {
    Copying copying = new Copying(vault.create(Clip.contentSubject(clip)), most);
    return Multi.createFrom()
        .iterable(footage.files())
        .onItem()
        .transformToUniAndConcatenate(
            path ->
                recordings
                    .file(camera, path)
                    .chain(content -> Workers.call(() -> copying.take(content))))
        .collect()
        .asList()
        .map(all -> copying.done());
  }

  /** What has been copied so far. */
  private static final class Copying {
    private final DataKey content;
    private final long most;
    private final MessageDigest digest;
    private final List<byte[]> files = new ArrayList<>();
    private long bytes;

    Copying(DataKey content, long most) {
      this.content = content;
      this.most = most;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    Copying take(byte[] file) {
      bytes += file.length;
      if (bytes > most) {
        throw Viewings.wrong("/until", "camera.too-large", most >> 20);
      }
      digest.update(file);
      files.add(content.seal(Clip.file(files.size()), file));
      return this;
    }

    ClipCopy done() {
      return new ClipCopy(content, HexFormat.of().formatHex(digest.digest()), bytes, files);
    }
  }
}
