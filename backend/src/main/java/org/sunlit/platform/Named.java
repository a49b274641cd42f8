package org.sunlit.platform;

import io.vertx.mutiny.sqlclient.Row;

/**
 * Somebody or something with a name in both languages.
 *
 * @param nameEn null where there is none
 */
public record Named(String code, String name, String nameEn) {
  /**
   * What a row tells of it: the code in one column, the name in another and the English name in
   * that with {@code _en}. Null where the row has no code; somebody whose account is gone is shown
   * by the code.
   */
  public static Named of(Row row, String codeColumn, String nameColumn) {
    String code = row.getString(codeColumn);
    if (code == null) {
      return null;
    }
    String name = row.getString(nameColumn);
    return new Named(code, name == null ? code : name, row.getString(nameColumn + "_en"));
  }
}
