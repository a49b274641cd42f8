package org.sunlit.disclosure;

import java.util.List;
import org.sunlit.api.model.DisclosureFile;
import org.sunlit.api.model.DisclosureFileKind;
import org.sunlit.api.model.PublicationFile;
import org.sunlit.api.model.PublicationFileMark;

/** Files of publications, in the contract's words. */
final class FileShapes {
  private FileShapes() {}

  static List<DisclosureFile> published(List<AttachedFile> all, int edition) {
    return AttachedFile.of(all, edition).stream().map(FileShapes::file).toList();
  }

  private static DisclosureFile file(AttachedFile file) {
    return new DisclosureFile()
        .id(file.id())
        .name(file.name())
        .kind(DisclosureFileKind.fromString(file.kind()))
        .size(file.size())
        .sha256(file.sha256())
        .pages(file.pages())
        .searched(file.isSearched())
        .table(file.table());
  }

  /** What an edition has that the one before had not. */
  static List<String> added(List<AttachedFile> all, int edition) {
    return edition == 1 ? List.of() : names(fresh(all, edition));
  }

  /** What the edition before had and this one has not. */
  static List<String> removed(List<AttachedFile> all, int edition) {
    return names(
        AttachedFile.without(AttachedFile.of(all, edition - 1), AttachedFile.of(all, edition)));
  }

  private static List<AttachedFile> fresh(List<AttachedFile> all, int edition) {
    return AttachedFile.without(AttachedFile.of(all, edition), AttachedFile.of(all, edition - 1));
  }

  private static List<String> names(List<AttachedFile> files) {
    return files.stream().map(AttachedFile::name).toList();
  }

  static List<PublicationFile> drafted(List<AttachedFile> all, int edition) {
    List<AttachedFile> fresh = fresh(all, edition);
    return AttachedFile.of(all, edition).stream()
        .map(
            file ->
                new PublicationFile()
                    .attachment(file(file))
                    .text(PublicationFile.TextEnum.fromString(file.textState()))
                    .added(fresh.contains(file))
                    .marks(file.marks().stream().map(FileShapes::mark).toList()))
        .toList();
  }

  private static PublicationFileMark mark(PreparedFile.Mark mark) {
    return new PublicationFileMark()
        .place(PublicationFileMark.PlaceEnum.fromString(mark.place()))
        .kind(PublicationFileMark.KindEnum.fromString(mark.kind()))
        .text(mark.text());
  }
}
