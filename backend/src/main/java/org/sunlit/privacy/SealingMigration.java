package org.sunlit.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A migration that seals what was stored in plain. It works on a connection of its own and commits
 * as it goes: stopped anywhere, it goes on from there at the next start. What is sealed is emptied
 * in the same transaction; the columns go in a later migration.
 */
public abstract class SealingMigration implements JavaMigration {
  private final Masters masters = Masters.configured(ConfigProvider.getConfig());
  private final MigrationVersion version;
  private final String description;

  protected SealingMigration(String version, String description) {
    this.version = MigrationVersion.fromVersion(version);
    this.description = description;
  }

  /**
   * Seals the next rows.
   *
   * @return how many; none when all are sealed
   */
  protected abstract int sealSome(Connection own) throws SQLException;

  /** The tables that held it: emptied rows leave their bytes behind until their pages are new. */
  protected abstract List<String> tables();

  @Override
  public final MigrationVersion getVersion() {
    return version;
  }

  @Override
  public final String getDescription() {
    return description;
  }

  @Override
  public final Integer getChecksum() {
    return null;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public final void migrate(Context context) throws SQLException {
    try (Connection own = context.getConfiguration().getDataSource().getConnection()) {
      own.setAutoCommit(false);
      boolean any = false;
      while (sealSome(own) > 0) {
        own.commit();
        any = true;
      }
      own.commit();
      own.setAutoCommit(true);
      if (any) {
        rewrite(own);
      }
    }
  }

  private void rewrite(Connection own) throws SQLException {
    try (Statement statement = own.createStatement()) {
      for (String table : tables()) {
        statement.execute("vacuum full " + table);
      }
    }
  }

  /** The key of a subject, if it has one. */
  protected final Optional<DataKey> key(Connection own, String subject) throws SQLException {
    try (PreparedStatement find =
        own.prepareStatement("select master, wrapped from vault_key where subject = ?")) {
      find.setString(1, subject);
      ResultSet row = find.executeQuery();
      return row.next()
          ? Optional.of(masters.unwrap(new WrappedKey(subject, row.getString(1), row.getBytes(2))))
          : Optional.empty();
    }
  }

  /** A new key for a subject, stored. */
  protected final DataKey keep(Connection own, String subject) throws SQLException {
    DataKey key = Masters.newKey(subject);
    WrappedKey wrapped = masters.wrap(key);
    update(
        own,
        "insert into vault_key (subject, master, wrapped, created_at) values (?, ?, ?, now())",
        wrapped.subject(),
        wrapped.master(),
        wrapped.wrapped());
    return key;
  }

  /** How blind indexes are made; their key is stored when there was none. */
  protected final BlindTokens index(Connection own) throws SQLException {
    Optional<DataKey> found = key(own, Vault.INDEX);
    return new BlindTokens(found.isPresent() ? found.get() : keep(own, Vault.INDEX));
  }

  /** Runs a statement; a value that is null is of bytes. */
  protected static void update(Connection own, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = own.prepareStatement(sql)) {
      for (int at = 0; at < values.length; at++) {
        if (values[at] == null) {
          statement.setNull(at + 1, Types.BINARY);
        } else if (values[at] instanceof byte[] bytes) {
          statement.setBytes(at + 1, bytes);
        } else {
          statement.setObject(at + 1, values[at]);
        }
      }
      statement.executeUpdate();
    }
  }
}
