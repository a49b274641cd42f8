package org.sunlit.citizen;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sunlit.privacy.BlindTokens;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.SealingMigration;

/**
 * Notes the keyed hashes of identity numbers that people registered with before they were noted, so
 * that nobody handles the case of an account of their own.
 */
@Singleton
class KnowWhoTheyAre extends SealingMigration {
  private static final String NEXT =
      "select account, sealed from citizen where account > ? order by account limit 500";

  private String last = "";

  KnowWhoTheyAre() {
    super("22.5", "know who they are");
  }

  /** It takes nothing away. */
  @Override
  protected List<String> tables() {
    return List.of();
  }

  @Override
  protected int sealSome(Connection own) throws SQLException {
    BlindTokens blind = index(own);
    int looked = 0;
    try (PreparedStatement find = own.prepareStatement(NEXT)) {
      find.setString(1, last);
      ResultSet rows = find.executeQuery();
      while (rows.next()) {
        last = rows.getString("account");
        Optional<DataKey> key = key(own, last);
        if (key.isPresent()) {
          note(
              own,
              blind,
              CitizenSeal.open(key.get(), rows.getBytes("sealed"), CitizenDetails.class));
        }
        looked++;
      }
    }
    return looked;
  }

  private void note(Connection own, BlindTokens blind, CitizenDetails details) throws SQLException {
    if (details.identityNumber() != null) {
      update(
          own,
          "insert into account_identity (account, token) values (?, ?) on conflict do nothing",
          last,
          blind.of(BlindTokens.Kind.IDENTITY_NUMBER, details.identityNumber()));
    }
  }
}
