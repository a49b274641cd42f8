package org.sunlit.disclosure.rules;

import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/** What can be attached to a publication 附件. */
public enum FileKind implements Coded {
  PDF("pdf", "application/pdf", "pdf"),
  DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  /** 版式文件 (GB/T 33190). */
  OFD("ofd", "application/ofd", "ofd"),
  JPEG("jpeg", "image/jpeg", "jpg"),
  PNG("png", "image/png", "png"),
  TEXT("text", "text/plain", "txt"),
  CSV("csv", "text/csv", "csv");

  private final String code;
  private final String mediaType;
  private final String extension;

  FileKind(String code, String mediaType, String extension) {
    this.code = code;
    this.mediaType = mediaType;
    this.extension = extension;
  }

  @Override
  public String code() {
    return code;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The kind of a file; text is a table when its name says so. */
  public static FileKind of(String mediaType, String name) {
    if (mediaType.equals(TEXT.mediaType)) {
      return CSV.isIn(name) ? CSV : TEXT;
    }
    return Stream.of(values())
        .filter(kind -> kind.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No kind of file is " + mediaType));
  }

  /** The name, ending as files of this kind do, so that nothing else is taken for it. */
  public String named(String name) {
    return isIn(name) ? name : name + "." + extension;
  }

  private boolean isIn(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return lower.endsWith("." + extension) || this == JPEG && lower.endsWith(".jpeg");
  }
}
