package org.sunlit.confirmation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.SealingMigration;

/**
 * Seals reasons and notes that were stored in plain. Those whose subject has no key any more go.
 */
@Singleton
class SealWords extends SealingMigration {
  private static final String NEXT =
      """
      select id, subject, reason, note from confirmation_request
      where reason is not null or note is not null order by id limit 500
      """;

  SealWords() {
    super("22.2", "seal words of confirmations");
  }

  @Override
  protected List<String> tables() {
    return List.of("confirmation_request");
  }

  @Override
  protected int sealSome(Connection own) throws SQLException {
    int rowsSealed = 0;
    try (Statement statement = own.createStatement();
        ResultSet rows = statement.executeQuery(NEXT)) {
      while (rows.next()) {
        UUID id = rows.getObject("id", UUID.class);
        Optional<DataKey> key = key(own, rows.getString("subject"));
        update(
            own,
            "update confirmation_request set reason_sealed = ?, note_sealed = ?, reason = null,"
                + " note = null where id = ?",
            underSeal(key, ConfirmationWords.REASON, id, rows.getString("reason")),
            underSeal(key, ConfirmationWords.NOTE, id, rows.getString("note")),
            id);
        rowsSealed++;
      }
    }
    return rowsSealed;
  }

  private static byte[] underSeal(
      Optional<DataKey> key, ConfirmationWords words, UUID id, String plain) {
    return key.map(found -> words.seal(found, id, plain)).orElse(null);
  }
}
