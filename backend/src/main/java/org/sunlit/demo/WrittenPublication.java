package org.sunlit.demo;

import java.time.LocalDate;
import java.util.List;
import org.sunlit.demo.DemoPublishing.WrittenFile;
import org.sunlit.disclosure.Content;
import org.sunlit.disclosure.Film;

/** A publication of the demonstration city as it is written down. */
record WrittenPublication(
    String department,
    int daysAgo,
    String title,
    String titleEn,
    String summary,
    String body,
    List<String> categories,
    String documentNumber,
    boolean inForceFor,
    boolean expired,
    List<WrittenFile> files,
    Correction correction,
    Withdrawal withdrawal,
    Film film) {

  record Correction(
      int daysAgo,
      String find,
      String replace,
      List<List<String>> also,
      String summary,
      List<WrittenFile> files,
      String reason) {}

  record Withdrawal(int daysAgo, String reason) {}

  WrittenPublication {
    files = files == null ? List.of() : files;
  }

  Content content(LocalDate on) {
    return new Content(
        title,
        titleEn,
        summary,
        body,
        categories,
        documentNumber,
        inForceFor ? on : expired ? on.minusYears(3) : null,
        expired ? on.plusMonths(1) : null,
        null,
        null,
        null,
        null,
        null,
        film);
  }

  Content corrected(LocalDate on) {
    String says = body.replace(correction.find(), correction.replace());
    for (List<String> pair : correction.also()) {
      says = says.replace(pair.get(0), pair.get(1));
    }
    return new Content(
        title,
        titleEn,
        correction.summary(),
        says,
        categories,
        documentNumber,
        inForceFor ? on : null,
        null,
        null,
        null,
        null,
        null,
        correction.reason(),
        film);
  }
}
