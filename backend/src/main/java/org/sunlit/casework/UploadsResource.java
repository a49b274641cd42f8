package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.UploadsApi;
import org.sunlit.api.model.Upload;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Materials on their way to an application. */
@PermitAll
class UploadsResource implements UploadsApi {
  private final Uploads uploads;

  UploadsResource(Uploads uploads) {
    this.uploads = uploads;
  }

  @Override
  public Uni<Upload> upload(FileUpload file) {
    if (file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    return uploads
        .store(file.fileName(), file.uploadedFile())
        .map(
            stored ->
                new Upload()
                    .id(stored.id())
                    .fileName(stored.fileName())
                    .contentType(stored.type().mediaType())
                    .size(stored.size())
                    .sha256(HexFormat.of().formatHex(stored.sha256())));
  }
}
