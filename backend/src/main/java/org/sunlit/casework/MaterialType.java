package org.sunlit.casework;

import java.util.Optional;

/** The kinds of file a material may be. */
enum MaterialType {
  PDF("application/pdf"),
  JPEG("image/jpeg"),
  PNG("image/png"),
  /** 版式文件 (GB/T 33190), the format of official documents. */
  OFD("application/ofd"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** An official document of the city's own, taken over as it was issued; nobody uploads it. */
  ISSUED("application/vnd.sunlit.official-document+json");

  private final String mediaType;

  MaterialType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<MaterialType> of(String mediaType) {
    for (MaterialType type : values()) {
      if (type.mediaType.equals(mediaType)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
