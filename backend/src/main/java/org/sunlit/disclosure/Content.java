package org.sunlit.disclosure;

import java.time.LocalDate;
import java.util.List;

/**
 * What an edition of a publication says.
 *
 * @param body plain text; a line that begins with {@code # } is a heading, with {@code - } an item
 * @param documentNumber 文号, or null
 * @param effectiveOn the first day a document is in force; null for what is no document
 * @param expiresOn its last day, or null
 * @param repealedOn the day from which it is repealed, or null
 * @param replacedBy the number of what takes its place, or null
 * @param dutyCode the duty it fulfils, or null
 * @param occasion which period, stage or event of it
 * @param reason why what was public is corrected; null in the first edition
 * @param film what it shows, its body being the transcript then; null for what is read alone
 */
public record Content(
    String title,
    String titleEn,
    String summary,
    String body,
    List<String> categories,
    String documentNumber,
    LocalDate effectiveOn,
    LocalDate expiresOn,
    LocalDate repealedOn,
    String replacedBy,
    String dutyCode,
    String occasion,
    String reason,
    Film film) {
  public Content {
    title = text(title);
    titleEn = text(titleEn);
    summary = text(summary);
    body = text(body);
    categories = categories == null ? List.of() : categories.stream().distinct().toList();
    documentNumber = text(documentNumber);
    replacedBy = text(replacedBy);
    dutyCode = text(dutyCode);
    occasion = text(occasion);
    reason = text(reason);
  }

  /** The same with why it is corrected. */
  public Content because(String why) {
    return new Content(
        title,
        titleEn,
        summary,
        body,
        categories,
        documentNumber,
        effectiveOn,
        expiresOn,
        repealedOn,
        replacedBy,
        dutyCode,
        occasion,
        why,
        film);
  }

  private static String text(String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}
