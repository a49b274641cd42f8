package org.sunlit.client;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.SealingMigration;

/** Seals contact persons of applications that were stored in plain. */
@Singleton
class SealContacts extends SealingMigration {
  private static final String NEXT =
      "select id, contact_name, contact from client where contact_sealed is null order by id limit"
          + " 500";

  SealContacts() {
    super("22.3", "seal contacts of applications");
  }

  @Override
  protected List<String> tables() {
    return List.of("client");
  }

  @Override
  protected int sealSome(Connection own) throws SQLException {
    int rowsSealed = 0;
    try (Statement statement = own.createStatement();
        ResultSet rows = statement.executeQuery(NEXT)) {
      while (rows.next()) {
        UUID id = rows.getObject("id", UUID.class);
        DataKey key = keep(own, ContactSeal.subject(id));
        update(
            own,
            "update client set contact_sealed = ?, contact_name = null, contact = null where id ="
                + " ?",
            ContactSeal.seal(
                key,
                new ContactSeal.Contact(rows.getString("contact_name"), rows.getString("contact"))),
            id);
        rowsSealed++;
      }
    }
    return rowsSealed;
  }
}
